//! Says when files of the site may have changed. The only module that knows notify.
//!
//! What the system reports is taken as a hint where to look, never as what happened: editors
//! save by writing a file anew, or by writing another and renaming it, and a checkout of
//! thousands of files overruns the queue. So paths are collected until it is quiet, and
//! whoever is told looks at the files themselves. Folders are watched, not files, for what a
//! file is replaced by has no watch.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::{
    problem::machine::Failure,
    source::{FOLDERS, Touched},
};

/// How long it must be quiet before anyone is told: what belongs to one save comes within a
/// millisecond or two.
const QUIET: Duration = Duration::from_millis(15);
/// How long a series of changes may keep everybody waiting.
const LONGEST: Duration = Duration::from_millis(400);
/// How often to look where the system cannot watch all folders.
const INSTEAD: Duration = Duration::from_secs(2);

/// How to find out about changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looking {
    /// The system tells.
    Told,
    /// By looking this often, for file systems that tell nothing.
    Every(Duration),
}

/// What is reported.
#[derive(Debug)]
pub enum Report {
    /// Something may have changed.
    Touched(Touched),
    /// The system watches no more folders: from now on changes are looked for this often.
    Limit(Duration),
}

/// Watches until it is dropped.
#[derive(Debug)]
pub struct Watch {
    stop: Sender<Raw>,
}

#[derive(Debug)]
enum Raw {
    Touched(Touched),
    Limit,
    Stop,
}

/// Starts to watch the site at `root`, a canonical path, and its configuration where that is
/// another file than `site.yaml` in it. `report` says whether it wants to hear more.
///
/// # Errors
/// When the system can watch nothing at all.
pub fn start(
    root: &Path,
    config: Option<&Path>,
    looking: Looking,
    report: impl Fn(Report) -> bool + Send + 'static,
) -> Result<Watch, Failure> {
    let (raw, heard) = channel();
    let mut ear = Ear { root: root.to_path_buf(), watcher: None, every: None };
    match looking {
        Looking::Every(often) => ear.every = Some(often),
        Looking::Told => ear.watch(config, &raw)?,
    }
    thread::Builder::new()
        .name("watch".into())
        .spawn(move || ear.listen(&heard, report))
        .map_err(|error| Failure::new("start", Path::new("watch"), &error))?;
    Ok(Watch { stop: raw })
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.send(Raw::Stop).ok();
    }
}

struct Ear {
    root: PathBuf,
    watcher: Option<RecommendedWatcher>,
    /// How often to look without being told.
    every: Option<Duration>,
}

impl Ear {
    fn watch(&mut self, config: Option<&Path>, raw: &Sender<Raw>) -> Result<(), Failure> {
        let (root, tell) = (self.root.clone(), raw.clone());
        let handler = move |event: notify::Result<Event>| {
            if let Some(it) = understood(event, &root) {
                tell.send(it).ok();
            }
        };
        let refused = |error: &notify::Error| {
            Failure::because("watch", &self.root, error.to_string().to_lowercase())
        };
        let mut watcher =
            notify::recommended_watcher(handler).map_err(|it| refused(&it))?;
        let outside = config.and_then(Path::parent);
        for folder in [Some(&*self.root), outside].into_iter().flatten() {
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                Err(error) if is_limit(&error) => raw.send(Raw::Limit).unwrap_or(()),
                other => other.map_err(|it| refused(&it))?,
            }
        }
        self.watcher = Some(watcher);
        if !self.follow(FOLDERS.map(PathBuf::from).iter()) {
            raw.send(Raw::Limit).ok();
        }
        Ok(())
    }

    /// Watches those of the site's folders that are among `paths`, which may not be there or
    /// be others than before; says whether the system had room for that.
    fn follow<'a>(&mut self, paths: impl Iterator<Item = &'a PathBuf>) -> bool {
        let Some(watcher) = &mut self.watcher else { return true };
        let mut room = true;
        for path in paths.filter(|path| FOLDERS.iter().any(|it| path == &Path::new(it))) {
            let folder = self.root.join(path);
            watcher.unwatch(&folder).ok();
            let watched = watcher.watch(&folder, RecursiveMode::Recursive);
            room &= !watched.is_err_and(|it| is_limit(&it));
        }
        room
    }

    fn listen(mut self, heard: &Receiver<Raw>, report: impl Fn(Report) -> bool) {
        while let Some(raw) = self.next(heard) {
            let more = match raw {
                Raw::Stop => false,
                Raw::Limit => self.give_up(&report),
                Raw::Touched(first) => match collect(first, heard) {
                    Some((touched, limit)) => {
                        let room = self.renew(&touched) && !limit;
                        (room || self.give_up(&report))
                            && report(Report::Touched(touched))
                    }
                    None => false,
                },
            };
            if !more {
                return;
            }
        }
    }

    fn next(&self, heard: &Receiver<Raw>) -> Option<Raw> {
        let Some(often) = self.every else { return heard.recv().ok() };
        match heard.recv_timeout(often) {
            Ok(raw) => Some(raw),
            Err(RecvTimeoutError::Timeout) => Some(Raw::Touched(Touched::Everything)),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Watches folders that were made or renamed.
    fn renew(&mut self, touched: &Touched) -> bool {
        match touched {
            Touched::Everything => self.follow(FOLDERS.map(PathBuf::from).iter()),
            Touched::Paths(paths) => self.follow(paths.iter()),
        }
    }

    fn give_up(&mut self, report: &impl Fn(Report) -> bool) -> bool {
        if self.every.is_some() {
            return true;
        }
        (self.every, self.watcher) = (Some(INSTEAD), None);
        report(Report::Limit(INSTEAD)) && report(Report::Touched(Touched::Everything))
    }
}

/// Everything that is touched until it is quiet, and whether the limit was met meanwhile.
fn collect(first: Touched, heard: &Receiver<Raw>) -> Option<(Touched, bool)> {
    let (mut all, mut limit) = (first, false);
    let start = Instant::now();
    while start.elapsed() < LONGEST {
        match heard.recv_timeout(QUIET) {
            Ok(Raw::Touched(more)) => all.add(more),
            Ok(Raw::Limit) => limit = true,
            Ok(Raw::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => break,
        }
    }
    Some((all, limit))
}

/// What an event means; nothing where a file was only read, which this program does itself.
fn understood(event: notify::Result<Event>, root: &Path) -> Option<Raw> {
    match event {
        Err(error) if is_limit(&error) => Some(Raw::Limit),
        Err(_) => Some(Raw::Touched(Touched::Everything)),
        Ok(event) if event.need_rescan() => Some(Raw::Touched(Touched::Everything)),
        Ok(event) if matches!(event.kind, EventKind::Access(_)) => None,
        Ok(event) => {
            let below = |it: &PathBuf| {
                let below = it.strip_prefix(root).unwrap_or(it).to_path_buf();
                Some(below).filter(|it| !it.as_os_str().is_empty())
            };
            let paths: BTreeSet<_> = event.paths.iter().filter_map(below).collect();
            (!paths.is_empty()).then_some(Raw::Touched(Touched::Paths(paths)))
        }
    }
}

fn is_limit(error: &notify::Error) -> bool {
    matches!(error.kind, ErrorKind::MaxFilesWatch)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use notify::event::{AccessKind, Flag};

    use super::*;

    const ROOT: &str = "/site";

    fn paths(of: &[&str]) -> Touched {
        Touched::Paths(of.iter().map(PathBuf::from).collect())
    }

    fn means(event: notify::Result<Event>) -> Option<Touched> {
        match understood(event, Path::new(ROOT)) {
            Some(Raw::Touched(touched)) => Some(touched),
            None => None,
            Some(it) => panic!("{it:?}"),
        }
    }

    fn at(kind: EventKind, path: &str) -> Event {
        Event::new(kind).add_path(path.into())
    }

    #[test]
    fn an_event_says_where_to_look_and_a_lost_one_to_look_everywhere() {
        let changed = at(EventKind::Any, "/site/content/news/a.md");
        assert_eq!(means(Ok(changed)), Some(paths(&["content/news/a.md"])));
        assert_eq!(means(Ok(at(EventKind::Access(AccessKind::Any), "/site/a.md"))), None);
        assert_eq!(means(Ok(at(EventKind::Any, ROOT))), None);
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(means(Ok(lost)), Some(Touched::Everything));
        let failed = notify::Error::generic("the queue is gone");
        assert_eq!(means(Err(failed)), Some(Touched::Everything));
    }

    #[test]
    fn where_the_system_watches_no_more_somebody_looks_and_says_so_once() {
        let full = understood(
            Err(notify::Error::new(ErrorKind::MaxFilesWatch)),
            Path::new(ROOT),
        );
        assert!(matches!(full, Some(Raw::Limit)), "{full:?}");
        let mut ear = Ear { root: ROOT.into(), watcher: None, every: None };
        let reports = RefCell::new(Vec::new());
        let report = |it| {
            reports.borrow_mut().push(it);
            true
        };
        assert!(ear.give_up(&report) && ear.give_up(&report));
        let reports = reports.into_inner();
        assert!(
            matches!(
                &reports[..],
                [Report::Limit(INSTEAD), Report::Touched(Touched::Everything)]
            ),
            "{reports:?}"
        );
        ear.every = Some(Duration::ZERO);
        let (_raw, heard) = channel();
        let next = ear.next(&heard);
        assert!(matches!(next, Some(Raw::Touched(Touched::Everything))), "{next:?}");
    }

    #[test]
    fn a_series_of_changes_is_told_at_once() {
        let (raw, heard) = channel();
        for path in ["b.md", "c.md", "b.md"] {
            raw.send(Raw::Touched(paths(&[path]))).expect("heard");
        }
        raw.send(Raw::Limit).expect("heard");
        let told = collect(paths(&["a.md"]), &heard);
        assert_eq!(told, Some((paths(&["a.md", "b.md", "c.md"]), true)));
        raw.send(Raw::Stop).expect("heard");
        assert_eq!(collect(paths(&["a.md"]), &heard), None);
    }
}
