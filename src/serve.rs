//! `dateline serve`: shows the site while it is written. A loop reads what was saved and
//! swaps the site ([`work`]); threads answer browsers from the map of its outputs
//! ([`answer`]), each page rendered when it is asked for; open pages are told when they have
//! changed ([`reload`]). Nothing here builds: it calls what `build` calls.

mod answer;
mod door;
mod http;
mod listen;
mod range;
mod reload;
mod shown;
mod watch;
mod work;

use std::{
    fmt, io,
    net::{IpAddr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{Sender, channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use jiff::Timestamp;

pub use self::watch::Looking;
use self::{
    answer::Files,
    door::Door,
    listen::Desk,
    shown::Shown,
    watch::{Report, Watch},
    work::{Message, Work},
};
use crate::{
    build::Clock,
    config::Overrides,
    key::Key,
    problem::{Problem, machine::Failure},
    publish::Prints,
    site::Withheld,
    source::Sources,
};

/// How many ports after the first are tried where that may be another one.
const PORTS: u16 = 20;

/// What to serve, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub root: PathBuf,
    /// The configuration, where it is not `site.yaml` in the root.
    pub config: Option<PathBuf>,
    /// What the command line changes of the configuration.
    pub overrides: Overrides,
    /// The instant at which `clock` was 0, where the site is shown as of now; none where it
    /// is shown as of the instant in `overrides`.
    pub started: Option<Timestamp>,
    /// How many threads to use; none for one a core.
    pub jobs: Option<usize>,
    /// Where to listen.
    pub interface: IpAddr,
    /// At which port.
    pub port: Port,
    /// Whether browsers go to the page that was saved.
    pub follow: bool,
    /// How to find out about changes.
    pub looking: Looking,
    /// The key of the program itself.
    pub tool: Key,
    /// A clock.
    pub clock: Clock,
}

/// A port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// This one; 0 for any that is free.
    Exactly(u16),
    /// The first free one from this on.
    From(u16),
}

/// What there is to say meanwhile.
#[derive(Debug)]
pub enum Said<'a> {
    /// The site was understood anew.
    Round {
        /// The files that had changed: none at the start, or when only the time had come.
        changed: &'a [Arc<str>],
        /// What is wrong, sorted, at the levels of the site.
        problems: &'a [Problem],
        /// The files, for excerpts.
        sources: &'a Sources,
        /// What browsers see of it.
        seen: Seen,
        /// How many milliseconds it took.
        ms: f64,
        /// After how many the change was shown, where that was simple enough to be done
        /// before.
        amended: Option<f64>,
        /// How many files are hidden, where that is news.
        withheld: Option<Withheld>,
    },
    /// The system watches no more folders: changes are looked for this often.
    Polling(Duration),
    /// The files cannot be read.
    Failed(&'a Failure),
}

/// Which site browsers see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// That of the files as they are.
    Sound,
    /// The last one without errors, and those of the files over it.
    LastGood,
    /// The errors alone: there has been no site without.
    Errors,
}

/// Hears what there is to say.
pub type Say = Arc<dyn Fn(&Said) + Send + Sync>;

/// A server, running until it is dropped.
pub struct Server {
    address: SocketAddr,
    desk: Arc<Desk>,
    work: Sender<Message>,
    worker: Option<JoinHandle<()>>,
    _watch: Watch,
}

impl Server {
    /// Reads the site and begins to serve it, whatever is wrong with it.
    ///
    /// # Errors
    /// When the site cannot be read or watched, or the port is taken.
    pub fn start(options: Options, say: Say) -> Result<Self, Failure> {
        let listener = listen(options.interface, options.port)?;
        let unknown = |it: io::Error| Failure::new("listen at", Path::new("a port"), &it);
        let address = listener.local_addr().map_err(unknown)?;
        let unread = |it: io::Error| Failure::new("read", &options.root, &it);
        let root = options.root.canonicalize().map_err(unread)?;
        let (work, told) = channel();
        let (tell, itself) = (work.clone(), work.clone());
        let report = move |it: Report| tell.send(Message::Report(it)).is_ok();
        let config = options.config.as_deref();
        // What is saved while the site is read for the first time must not be missed.
        let watch = watch::start(&root, config, options.looking, report)?;
        let shown = Arc::new(Shown::default());
        let tool = options.tool;
        let options = Options { root: root.clone(), ..options };
        let worker = Work::start(options, shown.clone(), say, itself)?;
        let desk = Arc::new(Desk {
            door: Door::new(address),
            shown,
            files: Files { prints: Prints::of(&root), root, tool },
            closed: AtomicBool::new(false),
            open: AtomicUsize::new(0),
        });
        let clerk = desk.clone();
        thread::spawn(move || listen::accept(&listener, &clerk));
        let worker = Some(thread::spawn(move || worker.run(&told)));
        Ok(Self { address, desk, work, worker, _watch: watch })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits for ever: a server ends with its program.
    pub fn wait(mut self) {
        if let Some(worker) = self.worker.take() {
            worker.join().ok();
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({})", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.desk.closed.store(true, Ordering::SeqCst);
        self.desk.shown.close();
        self.work.send(Message::Stop).ok();
        // The thread that accepts looks up when somebody comes.
        TcpStream::connect_timeout(&self.address, Duration::from_secs(1)).ok();
        if let Some(worker) = self.worker.take() {
            worker.join().ok();
        }
    }
}

fn listen(interface: IpAddr, port: Port) -> Result<TcpListener, Failure> {
    let (first, tries) = match port {
        Port::Exactly(port) => (port, 1),
        Port::From(port) => (port, PORTS),
    };
    let mut last = None;
    for port in (first..).take(usize::from(tries)) {
        let address = SocketAddr::new(interface, port);
        match TcpListener::bind(address) {
            Ok(listener) => return Ok(listener),
            Err(error) => last.get_or_insert((address, error)),
        };
    }
    let (address, error) = last
        .unwrap_or((SocketAddr::new(interface, first), io::ErrorKind::AddrInUse.into()));
    let place = address.to_string();
    if error.kind() == io::ErrorKind::AddrInUse {
        let why = "another program listens there; name another `--port`";
        return Err(Failure::because("listen at", Path::new(&place), why));
    }
    Err(Failure::new("listen at", Path::new(&place), &error))
}
