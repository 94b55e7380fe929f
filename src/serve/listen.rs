//! The threads that answer, one a connection, and not too many of them.

use std::{
    io,
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use super::{
    answer,
    door::Door,
    http::{self, Request, Response, Unread},
    reload,
    shown::Shown,
};

/// A browser opens six connections a site; nobody needs this many.
const CONNECTIONS: usize = 256;
/// How long a client may take to accept what is written.
const PATIENCE: Duration = Duration::from_secs(30);
/// Pages may be nested deeply.
const STACK: usize = 8 << 20;

/// All that answering needs.
#[derive(Debug)]
pub struct Desk {
    /// Who may ask.
    pub door: Door,
    /// What is shown.
    pub shown: Arc<Shown>,
    /// The files of the site.
    pub files: answer::Files,
    /// Whether it is over.
    pub closed: AtomicBool,
    /// How many connections there are.
    pub open: AtomicUsize,
}

/// Answers until all is over.
pub fn accept(listener: &TcpListener, desk: &Arc<Desk>) {
    for stream in listener.incoming() {
        if desk.closed.load(Ordering::SeqCst) {
            return;
        }
        let Ok(mut stream) = stream else {
            // Too many open files, most likely.
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        let place = Place::take(desk);
        if place.number > CONNECTIONS {
            let response = Response::text(503, "too many connections");
            stream.set_write_timeout(Some(Duration::from_millis(100))).ok();
            http::write(&mut stream, &response, false, false).ok();
            continue;
        }
        let serve = move || connection(stream, &place.desk);
        thread::Builder::new().stack_size(STACK).spawn(serve).ok();
    }
}

/// One of the connections, counted for as long as it is there.
struct Place {
    desk: Arc<Desk>,
    number: usize,
}

impl Place {
    fn take(desk: &Arc<Desk>) -> Self {
        let number = desk.open.fetch_add(1, Ordering::SeqCst) + 1;
        Self { desk: desk.clone(), number }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.desk.open.fetch_sub(1, Ordering::SeqCst);
    }
}

fn connection(mut stream: TcpStream, desk: &Desk) {
    stream.set_nodelay(true).ok();
    stream.set_write_timeout(Some(PATIENCE)).ok();
    let mut buffer = Vec::new();
    loop {
        let keep = match http::read(&mut stream, &mut buffer) {
            Ok(request) => respond(desk, &request, &mut stream),
            Err(Unread::Closed) => return,
            Err(Unread::Refused(status)) => {
                let response = Response::text(status, "this is no request for a page");
                http::write(&mut stream, &response, false, false).map(|()| false)
            }
        };
        if !keep.unwrap_or(false) {
            return;
        }
    }
}

/// Answers a request; says whether the connection may go on.
fn respond(desk: &Desk, request: &Request, stream: &mut TcpStream) -> io::Result<bool> {
    let address = request.target.split('?').next().unwrap_or_default();
    let response = match desk.door.refuse(request) {
        Some(refusal) => refusal,
        None if address == reload::SCRIPT => reload::script(),
        None if address == reload::STREAM && !desk.door.is_from_own_page(request) => {
            Response::text(403, "only pages of this server may listen")
        }
        None if address == reload::STREAM && request.method == "GET" => {
            return reload::stream(&desk.shown, request, stream).map(|()| false);
        }
        None => answer::answer(&desk.shown, request, &desk.files),
    };
    let keep = request.keep && response.status != 405 && response.status != 421;
    http::write(stream, &response, request.method == "HEAD", keep)?;
    Ok(keep)
}
