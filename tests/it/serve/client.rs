//! A server under test, and a browser made of sockets.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::{IpAddr, Ipv4Addr, TcpStream},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, channel},
    },
    time::Duration,
};

use dateline::{
    config::{self, Overrides},
    key::Key,
    serve::{Looking, Options, Port, Said, Seen, Server},
};

use crate::workshop::{AS_OF, Workshop};

/// Longer than anything takes, so that a test that fails ends.
const PATIENCE: Duration = Duration::from_secs(60);

/// A site that is served.
pub struct Preview {
    /// The site.
    pub site: Workshop,
    server: Server,
    rounds: Mutex<Receiver<Round>>,
}

/// What was said of a round.
#[derive(Debug)]
pub struct Round {
    /// The files that had changed, a comma between them.
    pub changed: String,
    /// The codes of what is wrong.
    pub codes: String,
    /// What browsers see.
    pub seen: Seen,
}

/// A response.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    fields: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

/// An event: its name and its data, JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct Event(pub String, pub String);

/// What an open page hears first, and when a mistake is mended.
pub const ALL_IS_WELL: (&str, &str) = ("trouble", "null");
/// What a page hears that must be loaded again.
pub const RELOAD: (&str, &str) = ("reload", "null");

impl PartialEq<(&str, &str)> for Event {
    fn eq(&self, other: &(&str, &str)) -> bool {
        (&*self.0, &*self.1) == *other
    }
}

/// The events that an open page hears.
pub struct Stream(BufReader<TcpStream>);

impl Preview {
    /// Serves the site in an archive.
    pub fn of(archive: &str) -> Self {
        Self::at(Workshop::new(archive))
    }

    /// Serves a site.
    pub fn at(site: Workshop) -> Self {
        Self::with(site, |_| ())
    }

    /// Serves a site, looking for changes instead of being told of them.
    pub fn polling(site: Workshop) -> Self {
        let often = Looking::Every(Duration::from_millis(50));
        Self::with(site, |it| it.looking = often)
    }

    /// Serves a site to a browser that goes where the last save was.
    pub fn following(site: Workshop) -> Self {
        Self::with(site, |it| it.follow = true)
    }

    /// Serves a site with what is under embargo.
    pub fn future(site: Workshop) -> Self {
        Self::with(site, |it| it.overrides.preview.future = true)
    }

    fn with(site: Workshop, change: impl FnOnce(&mut Options)) -> Self {
        let mut options = options(&site);
        change(&mut options);
        let (tell, rounds) = channel();
        let tell = Mutex::new(tell);
        let say = move |said: &Said| {
            if let Some(round) = Round::of(said) {
                tell.lock().unwrap().send(round).ok();
            }
        };
        let server = Server::start(options, Arc::new(say)).expect("a server");
        let preview = Self { site, server, rounds: Mutex::new(rounds) };
        preview.round();
        preview
    }

    /// Waits for the site to be understood anew.
    pub fn round(&self) -> Round {
        self.rounds.lock().unwrap().recv_timeout(PATIENCE).expect("another round")
    }

    /// Waits for as many rounds as it takes.
    pub fn until(&self, is_done: impl Fn(&Round) -> bool) {
        while !is_done(&self.round()) {}
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.server.address().port()
    }

    /// Asks for an address.
    pub fn get(&self, address: &str) -> Answer {
        let port = self.port();
        self.say(&format!("GET {address} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"))
    }

    /// Says something, and hears the answer.
    pub fn say(&self, request: &str) -> Answer {
        // The answer to HEAD says how long a body would be.
        let has_body = !request.starts_with("HEAD");
        Answer::read(&mut self.connect(request), has_body)
    }

    fn connect(&self, request: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(self.server.address()).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        stream.write_all(request.as_bytes()).expect("the request is sent");
        BufReader::new(stream)
    }

    /// Opens a page of a sound site, and listens to what it is told.
    pub fn open(&self, address: &str) -> Stream {
        let mut stream = self.listen(address, &self.get(address).body);
        assert_eq!(stream.next(), ALL_IS_WELL);
        stream
    }

    /// Listens as a page of this text at an address does.
    pub fn listen(&self, address: &str, html: &str) -> Stream {
        let known = |name: &str| {
            let start = format!("data-{name}=\"");
            let rest = html.split(&*start).nth(1).expect("the script is there");
            format!("{name}={}", rest.split('"').next().expect("a value"))
        };
        let known = ["page", "sheets", "saved"].map(known).join("&");
        let port = self.port();
        let mut stream = self.connect(&format!(
            "GET /.dateline/live?path={address}&{known} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"
        ));
        let (status, _) = head(&mut stream);
        assert_eq!(status, 200);
        Stream(stream)
    }
}

fn options(site: &Workshop) -> Options {
    let overrides = Overrides {
        variables: BTreeMap::new(),
        base_url: None,
        as_of: AS_OF.parse().expect("an instant"),
        preview: config::Preview::default(),
        levels: Vec::new(),
        strict: false,
    };
    Options {
        root: site.path(""),
        config: None,
        overrides,
        started: None,
        jobs: Some(1),
        interface: IpAddr::V4(Ipv4Addr::LOCALHOST),
        port: Port::Exactly(0),
        follow: false,
        looking: Looking::Told,
        tool: Key::NONE,
        clock: || 0.0,
    }
}

impl Round {
    fn of(said: &Said) -> Option<Self> {
        let Said::Round { changed, problems, seen, .. } = said else { return None };
        let changed: Vec<&str> = changed.iter().map(|it| &**it).collect();
        let codes: Vec<&str> = problems.iter().map(|it| it.code.0).collect();
        let (changed, codes) = (changed.join(","), codes.join(","));
        Some(Self { changed, codes, seen: *seen })
    }
}

impl Answer {
    fn read(stream: &mut BufReader<TcpStream>, has_body: bool) -> Self {
        let (status, fields) = head(stream);
        let mut answer = Self { status, fields, body: String::new() };
        let length = answer.field("content-length").map_or(0, |it| it.parse().unwrap());
        let mut body = vec![0; if has_body { length } else { 0 }];
        stream.read_exact(&mut body).expect("the whole body");
        answer.body = String::from_utf8_lossy(&body).into_owned();
        answer
    }

    /// A field of the response, by its name in lower case.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|it| it.0 == name).map(|it| &*it.1)
    }
}

fn head(stream: &mut BufReader<TcpStream>) -> (u16, Vec<(String, String)>) {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).expect("a line");
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        lines.push(line.to_owned());
    }
    let status = lines[0].split(' ').nth(1).and_then(|it| it.parse().ok());
    let field = |line: &String| {
        let (name, value) = line.split_once(": ").expect("a field");
        (name.to_lowercase(), value.to_owned())
    };
    (status.expect("a status"), lines[1..].iter().map(field).collect())
}

impl Stream {
    /// The next event and its data.
    pub fn next(&mut self) -> Event {
        let mut event = String::new();
        let mut idle = 0;
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).expect("a line");
            assert!(!line.is_empty(), "the stream has ended");
            let line = line.trim_end();
            idle += usize::from(line.starts_with(':'));
            assert!(idle < 5, "nothing is said but that the server is there");
            if let Some(name) = line.strip_prefix("event: ") {
                name.clone_into(&mut event);
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return Event(event, data.to_owned());
            }
        }
    }
}
