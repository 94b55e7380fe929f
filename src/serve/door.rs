//! Who may ask. A page of another site can make a browser send requests here, and by a name
//! of its own that leads to this machine (DNS rebinding) even read the answers: so a request
//! must be meant for this server, by a name that nobody else can have.

use std::net::{IpAddr, SocketAddr};

use super::http::{Request, Response};

/// The names of a server.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    address: SocketAddr,
}

impl Door {
    /// The door of the server that listens at an address.
    pub fn new(address: SocketAddr) -> Self {
        Self { address }
    }

    /// Nothing, or the answer to a request that is not let in.
    pub fn refuse(&self, request: &Request) -> Option<Response> {
        let Some(host) = &request.host else {
            return Some(Response::text(400, "a request needs one Host"));
        };
        if !self.is_own(host) {
            return Some(Response::text(421, "this server does not have that name"));
        }
        if request.method != "GET" && request.method != "HEAD" {
            let response = Response::text(405, "only GET and HEAD are answered");
            return Some(response.with("Allow", "GET, HEAD"));
        }
        None
    }

    /// Whether a request was made by a page of this server. Browsers send `Origin` with
    /// what goes to another site, and most say `Sec-Fetch-Site` of everything.
    pub fn is_from_own_page(&self, request: &Request) -> bool {
        let own = |origin: &String| {
            origin.strip_prefix("http://").is_some_and(|host| self.is_own(host))
        };
        request.origin.as_ref().is_none_or(own)
            && request.fetch_site.as_ref().is_none_or(|it| it == "same-origin")
    }

    fn is_own(&self, host: &str) -> bool {
        let port = format!(":{}", self.address.port());
        let name = match host.strip_suffix(&port) {
            Some(name) => name,
            None if self.address.port() == 80 => host,
            None => return false,
        };
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let bare = name.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        let ip: Option<IpAddr> = match bare {
            Some(v6) => v6.parse().ok().map(IpAddr::V6),
            None => name.parse().ok().map(IpAddr::V4),
        };
        // An address in numbers cannot be made to lead elsewhere: where the server listens
        // at all of them, each is its own.
        let own = self.address.ip();
        ip.is_some_and(|it| it.is_loopback() || it == own || own.is_unspecified())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(address: &str) -> Door {
        Door::new(address.parse().unwrap())
    }

    fn lets_in(door: Door, host: &str) -> bool {
        let request = Request {
            method: "GET".into(),
            host: Some(host.into()),
            ..Request::default()
        };
        door.refuse(&request).is_none()
    }

    #[test]
    fn only_its_own_names_are_answered() {
        let local = door("127.0.0.1:1111");
        for host in ["localhost:1111", "LocalHost:1111", "127.0.0.1:1111", "[::1]:1111"] {
            assert!(lets_in(local, host), "{host}");
        }
        for host in [
            "evil.org:1111",
            "localhost.evil.org:1111",
            "localhost:1112",
            "localhost",
            "192.168.0.7:1111",
            "::1:1111",
            "",
        ] {
            assert!(!lets_in(local, host), "{host}");
        }
    }

    #[test]
    fn an_interface_is_answered_by_its_number() {
        assert!(lets_in(door("192.168.0.7:1111"), "192.168.0.7:1111"));
        assert!(!lets_in(door("192.168.0.7:1111"), "192.168.0.8:1111"));
        assert!(lets_in(door("0.0.0.0:1111"), "192.168.0.8:1111"));
        assert!(!lets_in(door("0.0.0.0:1111"), "evil.org:1111"));
        assert!(lets_in(door("0.0.0.0:80"), "localhost"));
    }

    #[test]
    fn pages_of_others_cannot_listen() {
        let from = |origin: Option<&str>, site: Option<&str>| {
            let request = Request {
                origin: origin.map(Into::into),
                fetch_site: site.map(Into::into),
                ..Request::default()
            };
            door("127.0.0.1:1111").is_from_own_page(&request)
        };
        assert!(from(None, None));
        assert!(from(Some("http://localhost:1111"), Some("same-origin")));
        assert!(!from(Some("http://evil.org"), None));
        assert!(!from(Some("http://evil.org:1111"), None));
        assert!(!from(Some("null"), None));
        assert!(!from(None, Some("cross-site")));
    }
}
