//! As much of HTTP/1.1 (RFC 9112) as a browser needs of a site that is only read: requests
//! without a body in, responses out. Knows no site. The only module that knows httparse.
//!
//! `std::net` and a thread a connection do here what axum does with tokio and some fifty
//! crates more: a browser or two ask, and httparse (one crate, no dependency of its own) is
//! the part that must not be written by hand.

use std::{
    io::{self, Read, Write},
    time::{Duration, Instant},
};

/// A request longer than this is refused; browsers send about 1 KiB.
const LONGEST: usize = 16 << 10;
/// More fields than this are refused.
const FIELDS: usize = 64;
/// How long a request may take to come in, and a connection stay idle.
const PATIENCE: Duration = Duration::from_secs(20);

/// A request, as far as anyone looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// `GET`.
    pub method: String,
    /// `/news/x/?q=1`.
    pub target: String,
    /// Whom the client thinks it talks to; none where it does not say it or says it twice.
    pub host: Option<String>,
    /// The page that made the request, as `scheme://host:port`.
    pub origin: Option<String>,
    /// `same-origin`, `cross-site` …, from browsers that say so.
    pub fetch_site: Option<String>,
    /// The tags of what the client has already.
    pub if_none_match: Option<String>,
    /// The part of the file that is wanted.
    pub range: Option<String>,
    /// The tag of the file that it is a part of.
    pub if_range: Option<String>,
    /// Whether the connection is wanted for another request.
    pub keep: bool,
}

/// What a request cannot be read as.
#[derive(Debug)]
pub enum Unread {
    /// The client has nothing more to say, or took too long to say it.
    Closed,
    /// It is answered with this status.
    Refused(u16),
}

/// A response.
#[derive(Debug)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// Fields beside those that every response has, in order.
    pub fields: Vec<(&'static str, String)>,
    /// What follows them.
    pub body: Vec<u8>,
}

impl Response {
    /// A response of text for people.
    pub fn text(status: u16, text: &str) -> Self {
        let plain = ("Content-Type", "text/plain; charset=utf-8".to_owned());
        Self { status, fields: vec![plain], body: format!("{text}\n").into_bytes() }
    }

    /// The same with one field more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }
}

/// A stream whose reads can be given a time limit.
pub trait Timed {
    /// Lets reads fail after `limit`.
    ///
    /// # Errors
    /// When the system refuses.
    fn limit(&self, limit: Duration) -> io::Result<()>;
}

impl Timed for std::net::TcpStream {
    fn limit(&self, limit: Duration) -> io::Result<()> {
        self.set_read_timeout(Some(limit))
    }
}

/// Reads the next request; `buffer` holds what was read of it already, and afterwards what
/// follows it.
///
/// # Errors
/// When there is none, or none that can be answered.
pub fn read<S: Read + Timed>(
    stream: &mut S,
    buffer: &mut Vec<u8>,
) -> Result<Request, Unread> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some((request, length)) = parse(buffer)? {
            buffer.drain(..length);
            return Ok(request);
        }
        if buffer.len() >= LONGEST {
            return Err(Unread::Refused(431));
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || stream.limit(left).is_err() {
            return Err(Unread::Closed);
        }
        let mut piece = [0; 4096];
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return Err(Unread::Closed),
            Ok(n) => buffer.extend_from_slice(&piece[..n]),
        }
    }
}

/// The first request in `bytes` and how long it is; none where it is not whole yet.
fn parse(bytes: &[u8]) -> Result<Option<(Request, usize)>, Unread> {
    let mut fields = [httparse::EMPTY_HEADER; FIELDS];
    let mut parsed = httparse::Request::new(&mut fields);
    let length = match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(Unread::Refused(431)),
        Err(_) => return Err(Unread::Refused(400)),
    };
    let field = |name: &str| {
        let mut found =
            parsed.headers.iter().filter(|it| it.name.eq_ignore_ascii_case(name));
        let value = std::str::from_utf8(found.next()?.value).ok()?.trim();
        found.next().is_none().then(|| value.to_owned())
    };
    // Nobody sends a body with what is answered here; one would be read as a request.
    let has =
        |name: &str| parsed.headers.iter().any(|it| it.name.eq_ignore_ascii_case(name));
    let body = has("Transfer-Encoding")
        || has("Content-Length") && field("Content-Length").is_none_or(|it| it != "0");
    let close = field("Connection").is_some_and(|it| it.eq_ignore_ascii_case("close"));
    let request = Request {
        method: parsed.method.unwrap_or_default().to_owned(),
        target: parsed.path.unwrap_or_default().to_owned(),
        host: field("Host"),
        origin: field("Origin"),
        fetch_site: field("Sec-Fetch-Site"),
        if_none_match: field("If-None-Match"),
        range: field("Range"),
        if_range: has("If-Range").then(|| field("If-Range").unwrap_or_default()),
        keep: parsed.version == Some(1) && !close && !body,
    };
    Ok(Some((request, length)))
}

/// Writes a response; its body too, unless the request was for the `head` alone.
///
/// # Errors
/// When the client has gone.
pub fn write(
    out: &mut dyn Write,
    response: &Response,
    head: bool,
    keep: bool,
) -> io::Result<()> {
    let mut bytes = start(response, keep);
    // A response without a body must not say how long it is.
    if response.status != 304 {
        bytes += &format!("Content-Length: {}\r\n", response.body.len());
    }
    bytes += "\r\n";
    out.write_all(bytes.as_bytes())?;
    if !head {
        out.write_all(&response.body)?;
    }
    out.flush()
}

/// Writes the beginning of a response that goes on until the connection ends.
///
/// # Errors
/// When the client has gone.
pub fn write_open(out: &mut dyn Write, response: &Response) -> io::Result<()> {
    out.write_all((start(response, false) + "\r\n").as_bytes())?;
    out.flush()
}

fn start(response: &Response, keep: bool) -> String {
    let Response { status, fields, .. } = response;
    let mut text = format!("HTTP/1.1 {status} {}\r\n", reason(*status));
    for (name, value) in fields {
        let value: String = value.chars().filter(|it| !it.is_control()).collect();
        text += &format!("{name}: {value}\r\n");
    }
    text += "X-Content-Type-Options: nosniff\r\n";
    text += if keep { "Connection: keep-alive\r\n" } else { "Connection: close\r\n" };
    text
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        302 => "Found",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        416 => "Range Not Satisfiable",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Said<'a>(&'a [u8]);

    impl Read for Said<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            // Networks cut where they like.
            let n = out.len().min(7);
            self.0.read(&mut out[..n])
        }
    }

    impl Timed for Said<'_> {
        fn limit(&self, _: Duration) -> io::Result<()> {
            Ok(())
        }
    }

    fn all(text: &str) -> (Vec<Request>, Option<u16>) {
        let (mut stream, mut buffer) = (Said(text.as_bytes()), Vec::new());
        let mut requests = Vec::new();
        loop {
            match read(&mut stream, &mut buffer) {
                Ok(request) => requests.push(request),
                Err(Unread::Closed) => return (requests, None),
                Err(Unread::Refused(status)) => return (requests, Some(status)),
            }
        }
    }

    #[test]
    fn requests_follow_each_other() {
        let text = "GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /b HTTP/1.1\r\nhost: y\r\nConnection: close\r\n\r\n";
        let (found, refused) = all(text);
        let seen: Vec<_> = found
            .iter()
            .map(|it| (&*it.method, &*it.target, it.host.as_deref(), it.keep))
            .collect();
        let expected = [("GET", "/a", Some("x"), true), ("HEAD", "/b", Some("y"), false)];
        assert_eq!((seen.as_slice(), refused), (&expected[..], None));
    }

    #[test]
    fn what_is_no_request_or_has_no_end_is_refused() {
        assert_eq!(all("\u{1}\u{2} what\r\n\r\n").1, Some(400));
        let long = format!("GET / HTTP/1.1\r\nCookie: {}", "x".repeat(LONGEST));
        assert_eq!(all(&long).1, Some(431));
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(FIELDS + 1));
        assert_eq!(all(&many).1, Some(431));
    }

    #[test]
    fn a_host_said_twice_and_a_body_are_not_trusted() {
        let (found, _) = all("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        assert_eq!(found[0].host, None);
        let (found, _) =
            all("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
        assert!(!found[0].keep, "what follows would be read as a request");
    }

    #[test]
    fn a_field_cannot_break_out_of_its_line() {
        let response = Response::text(302, "").with("Location", "/a\r\nSet-Cookie: x");
        let mut out = Vec::new();
        write(&mut out, &response, true, true).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("Location: /aSet-Cookie: x\r\n"), "{text}");
    }
}
