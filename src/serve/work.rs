//! The loop: something was touched, read it, understand the site, show it.
//!
//! Understanding a large site takes longer than an editor wants to wait. So other words in a
//! file that leads and is led to as before are shown at once ([`crate::site::Site::amend`]),
//! and a thread understands the whole meanwhile; what comes of that takes the place of it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};

use super::{Options, Report, Said, Say, Seen, Shown};
use crate::{
    build::{self, Memo, Ready, Stopwatch, prepare_with, understand_again},
    command::threads::with_threads,
    config::Overrides,
    document::{self, Document, Reading},
    plan::{search::Indexing, url},
    problem::{Checked, Problem, Severity, machine::Failure},
    site::{Site, Standing, Withheld},
    source::{Reader, Sources, Touched},
    terminal::human,
};

/// How long to wait before a file that could not be read is tried again: an editor may be
/// about to put it in place.
const AGAIN: Duration = Duration::from_millis(50);
/// More files than this are no save of an editor's.
const SAVED: usize = 8;

/// What the loop is told.
#[derive(Debug)]
pub enum Message {
    /// Something about the files.
    Report(Report),
    /// The site was understood.
    Understood(Box<Outcome>),
    /// It could not be, and what was known of it is lost.
    Lost(Failure),
    /// It is over.
    Stop,
}

/// Related news of more news than these are found after the site is shown first.
const MANY: usize = 1000;

/// A site as it was understood.
#[derive(Debug)]
pub struct Outcome {
    read: Arc<Checked<Sources>>,
    memo: Memo,
    /// The site, if nothing is wrong with it.
    ready: Option<Ready>,
    problems: Vec<Problem>,
    changed: Vec<Arc<str>>,
    /// Milliseconds until the change was shown, where that was before it was understood.
    amended: Option<f64>,
    /// Whether related news are still to be found.
    unrelated: bool,
    /// When the site, or what is said of it, changes by itself.
    next_change: Option<Timestamp>,
    ms: f64,
}

/// All that the loop holds.
pub struct Work {
    options: Options,
    reader: Reader,
    shown: Arc<Shown>,
    say: Say,
    tell: Sender<Message>,
    /// The documents of the last round; none while another one is on its way.
    memo: Option<Memo>,
    /// What is known of related news; the thread holds it while it finds some.
    standing: Arc<Mutex<Standing>>,
    /// The files that have changed since the last round began.
    changed: Vec<Arc<str>>,
    /// When that was shown, in milliseconds, if it was.
    amended: Option<f64>,
    /// Those of them that browsers have not followed to yet.
    unfollowed: Vec<Arc<str>>,
    /// Whether the site must be understood again.
    due: bool,
    /// When the site on disk, or what is said of it, changes by itself.
    next_change: Option<Timestamp>,
    saves: u64,
    /// How many files of the site that was shown last are hidden.
    withheld: Withheld,
}

impl Work {
    /// Reads the site for the first time, and shows it. The loop tells itself what it finds
    /// out by `tell`.
    ///
    /// # Errors
    /// When the site cannot be read.
    pub fn start(
        options: Options,
        shown: Arc<Shown>,
        say: Say,
        tell: Sender<Message>,
    ) -> Result<Self, Failure> {
        let reader = Reader::open(&options.root, options.config.as_deref())?;
        let mut work = Self {
            options,
            reader,
            shown,
            say,
            tell,
            memo: None,
            standing: Arc::new(Mutex::new(Standing::lasting())),
            changed: Vec::new(),
            amended: None,
            unfollowed: Vec::new(),
            due: false,
            next_change: None,
            saves: 0,
            withheld: Withheld::default(),
        };
        let outcome = work.task(Memo::default()).unrelated().done()?;
        work.due = outcome.unrelated;
        work.show(outcome);
        work.begin();
        Ok(work)
    }

    /// Follows what it is told until it is told to stop.
    pub fn run(mut self, told: &Receiver<Message>) {
        loop {
            let message = match self.until_next_change() {
                None => told.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(patience) => told.recv_timeout(patience),
            };
            match message {
                Ok(Message::Report(Report::Touched(touched))) => {
                    self.safely(|it| it.look(&touched));
                }
                Ok(Message::Report(Report::Limit(often))) => {
                    (self.say)(&Said::Polling(often));
                }
                Ok(Message::Understood(outcome)) => {
                    self.show(*outcome);
                    // What was amended meanwhile is not in it.
                    self.safely(|it| _ = it.amend());
                }
                Ok(Message::Lost(failure)) => {
                    (self.say)(&Said::Failed(&failure));
                    self.memo = Some(Memo::default());
                    self.standing = Arc::new(Mutex::new(Standing::lasting()));
                    self.next_change = None;
                }
                Err(RecvTimeoutError::Timeout) => self.due = true,
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            }
            self.begin();
        }
    }

    /// Does something in which a mistake of this program must not end the preview: another
    /// save may pass it by.
    fn safely(&mut self, work: impl FnOnce(&mut Self)) {
        if catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
            (self.say)(&Said::Failed(&mistake()));
            self.due = true;
        }
    }

    /// How long it takes until the site changes by itself.
    fn until_next_change(&self) -> Option<Duration> {
        self.options.started?;
        self.memo.as_ref()?;
        let left = self.next_change?.duration_since(self.overrides().as_of);
        Some(Duration::try_from(left).unwrap_or_default() + Duration::from_secs(1))
    }

    fn look(&mut self, touched: &Touched) {
        let watch = Stopwatch::start(self.options.clock);
        let changed = self.reader.again(touched).or_else(|_| {
            thread::sleep(AGAIN);
            self.reader.again(&Touched::Everything)
        });
        match changed {
            Err(failure) => (self.say)(&Said::Failed(&failure)),
            Ok(None) => {}
            Ok(Some(changed)) => {
                self.due = true;
                self.changed.extend(changed.iter().cloned());
                self.unfollowed = changed;
                self.amended = self.amend().then(|| watch.total());
            }
        }
    }

    /// Shows at once what has changed, if it is that simple; says whether it was.
    fn amend(&mut self) -> bool {
        if self.changed.is_empty() || self.changed.len() > SAVED {
            return false;
        }
        let Some(documents) = self.documents() else { return false };
        let mut done = true;
        self.shown.change(|now| {
            if let Some(ready) = &mut now.ready {
                done = documents.iter().all(|it| self.amend_entry(&mut ready.site, it));
            }
        });
        if done {
            self.follow();
        }
        done
    }

    /// Shows another version of a document, with the news related to it now.
    fn amend_entry(&self, site: &mut Site, document: &Arc<Document>) -> bool {
        let Some(id) = site.amend(document) else { return false };
        // Where the thread is at it, what it finds is shown soon enough.
        let standing = self.standing.try_lock().ok();
        if let Some(list) = standing.and_then(|mut it| it.amend(site, id)) {
            site.related[id.0 as usize].earlier = list;
        }
        true
    }

    /// The documents of the files that have changed, if all of them are sound entries and
    /// what is shown is sound too.
    fn documents(&self) -> Option<Vec<Arc<Document>>> {
        let published = self.shown.look();
        let ready = published.ready.as_ref().filter(|_| published.trouble.is_none())?;
        let config = &ready.site.config;
        let reading = Reading {
            schema: &config.schema,
            languages: &config.languages,
            smart_punctuation: config.smart_punctuation,
        };
        let read = |path: &Arc<str>| {
            let is_entry = path.starts_with("content/");
            let source = self.reader.last().value.text(path).filter(|_| is_entry)?;
            let Checked { value, problems } = document::parse(source, &reading);
            let errors = build::count(&problems, Severity::Error);
            value.filter(|_| errors == 0).map(Arc::new)
        };
        self.changed.iter().map(read).collect()
    }

    /// Begins to understand what has changed, unless that is on its way.
    fn begin(&mut self) {
        if !self.due {
            return;
        }
        let Some(memo) = self.memo.take() else { return };
        self.due = false;
        let (task, tell) = (self.task(memo), self.tell.clone());
        thread::spawn(move || {
            let message = match catch_unwind(AssertUnwindSafe(|| task.done())) {
                Ok(Ok(outcome)) => Message::Understood(Box::new(outcome)),
                Ok(Err(failure)) => Message::Lost(failure),
                Err(_) => Message::Lost(mistake()),
            };
            tell.send(message).ok();
        });
    }

    fn task(&mut self, memo: Memo) -> Task {
        Task {
            read: self.reader.last().clone(),
            overrides: self.overrides(),
            memo,
            standing: self.standing.clone(),
            changed: std::mem::take(&mut self.changed),
            amended: self.amended.take(),
            unrelated: false,
            jobs: self.options.jobs,
            clock: self.options.clock,
        }
    }

    /// Shows what was understood, and says it.
    fn show(&mut self, outcome: Outcome) {
        let Outcome { read, memo, ready, problems, changed, amended, ms, .. } = outcome;
        self.memo = Some(memo);
        self.next_change = outcome.next_change;
        let sound = ready.is_some();
        let trouble = (!sound).then(|| {
            let mut problems: Vec<_> = problems.iter().collect();
            // What keeps the site from being shown comes first.
            problems.sort_by_key(|it| it.severity != Severity::Error);
            human::all(&problems, &read.value, false)
        });
        let sources = read.clone();
        let seen = match (sound, &self.shown.look().ready) {
            (true, _) => Seen::Sound,
            (false, Some(_)) => Seen::LastGood,
            (false, None) => Seen::Errors,
        };
        let withheld = ready.as_ref().map(|it| it.site.withheld);
        let withheld = withheld.filter(|it| *it != self.withheld);
        self.withheld = withheld.unwrap_or(self.withheld);
        self.shown.change(move |now| {
            now.trouble = trouble;
            let ready = ready?;
            let old = std::mem::replace(&mut now.sources, sources);
            Some((now.ready.replace(ready), old))
        });
        if sound {
            self.follow();
        }
        let (changed, problems, sources) = (&changed, &problems, &read.value);
        (self.say)(&Said::Round {
            changed,
            problems,
            sources,
            seen,
            ms,
            amended,
            withheld,
        });
    }

    /// Takes browsers to the page of the entry that was saved, once it is shown.
    fn follow(&mut self) {
        let changed = std::mem::take(&mut self.unfollowed);
        if !self.options.follow {
            return;
        }
        let address = {
            let published = self.shown.look();
            published
                .ready
                .as_ref()
                .and_then(|it| changed.iter().find_map(|path| page(it, path)))
        };
        if let Some(address) = address {
            self.saves += 1;
            let saves = self.saves;
            self.shown.change(|now| now.saved = Some((saves, address)));
        }
    }

    /// The settings of the command line, as of now.
    fn overrides(&self) -> Overrides {
        let mut overrides = self.options.overrides.clone();
        if let Some(started) = self.options.started {
            overrides.as_of = later(started, (self.options.clock)());
        }
        overrides
    }
}

fn mistake() -> Failure {
    let why = "a mistake of Dateline; the next save is tried again";
    Failure::because("build", Path::new("the site"), why)
}

fn later(start: Timestamp, ms: f64) -> Timestamp {
    let passed = SignedDuration::try_from_secs_f64(ms / 1000.0).unwrap_or_default();
    start.checked_add(passed).unwrap_or(start)
}

/// The address of the page of the entry in a file.
fn page(ready: &Ready, path: &str) -> Option<String> {
    if !path.starts_with("content/")
        || Path::new(path).extension().is_none_or(|it| it != "md")
    {
        return None;
    }
    let mut entries = ready.site.entries.iter();
    let own = |it: &Arc<Document>| *it.path == *path;
    let entry =
        entries.find(|it| !it.is_lent() && it.document.as_ref().is_some_and(own))?;
    let address = entry.card.address.as_deref().filter(|it| it.starts_with('/'))?;
    Some(url::href(&ready.site.config, address))
}

/// All that is needed to understand a site.
struct Task {
    read: Arc<Checked<Sources>>,
    overrides: Overrides,
    memo: Memo,
    standing: Arc<Mutex<Standing>>,
    changed: Vec<Arc<str>>,
    amended: Option<f64>,
    /// Whether related news of many news are left to another round.
    unrelated: bool,
    jobs: Option<usize>,
    clock: build::Clock,
}

/// What a task finds out.
struct Understanding {
    /// The site, if nothing is wrong with it.
    ready: Option<Ready>,
    problems: Vec<Problem>,
    /// Whether its related news were found.
    related: bool,
    next_change: Option<Timestamp>,
}

impl Task {
    fn unrelated(self) -> Self {
        Self { unrelated: true, ..self }
    }

    fn done(mut self) -> Result<Outcome, Failure> {
        let watch = Stopwatch::start(self.clock);
        let mut memo = std::mem::take(&mut self.memo);
        let understood = with_threads(self.jobs, || self.understand(&mut memo))?;
        let Understanding { ready, problems, related, next_change } = understood;
        let Self { read, changed, amended, .. } = self;
        Ok(Outcome {
            read,
            memo,
            ready,
            problems,
            changed,
            amended,
            unrelated: !related,
            next_change,
            ms: watch.total(),
        })
    }

    fn understand(&self, memo: &mut Memo) -> Understanding {
        let understood = understand_again(&self.read, &self.overrides, self.clock, memo);
        let next_change = understood.site.as_ref().and_then(build::next_change);
        let mut problems = understood.problems;
        let few = |it: &Site| it.news.iter().map(Vec::len).sum::<usize>() <= MANY;
        let related = !self.unrelated || understood.site.as_ref().is_none_or(few);
        let relate = |site: Site| if related { self.relate(site) } else { site };
        let prepare = |it| {
            let indexing = Indexing::WhenAsked;
            prepare_with(it, &self.read.value, self.clock, indexing, relate)
        };
        let ready = understood.site.map(prepare);
        let ready = ready.and_then(|it| it.unload(&mut problems));
        build::sort(&mut problems);
        let sound = build::count(&problems, Severity::Error) == 0;
        Understanding { ready: ready.filter(|_| sound), problems, related, next_change }
    }

    fn relate(&self, site: Site) -> Site {
        let standing = self.standing.lock();
        site.relate_again(&mut standing.unwrap_or_else(PoisonError::into_inner))
    }
}
