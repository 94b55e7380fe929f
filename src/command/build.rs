//! `dateline build`: renders the site and publishes it, or says what that would change.

mod again;

use std::path::PathBuf;

use jiff::Timestamp;

use super::threads::with_threads;
use crate::{
    build::{
        BuildReport, Changed, Clock, Darkroom, Delivered, Millis, Ready, Step, Stopwatch,
        Work, compare, count, deliver, next_change, prepare, sort, tenths, understand_at,
        verify,
    },
    config::{Overrides, levels},
    key::Key,
    problem::{Problem, Severity, machine::Failure},
    publish::{Cache, Exchange, Folders, Front, Part, Prints, Shard, Stop, Strangers},
    source::{self, Sources},
};

/// What to build, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub root: PathBuf,
    /// The configuration, where it is not `site.yaml` in the root.
    pub config: Option<PathBuf>,
    /// The output folder, where it is not `public` in the root.
    pub output: Option<PathBuf>,
    /// What the command line changes of the configuration.
    pub overrides: Overrides,
    /// How many threads to use; none for one a core.
    pub jobs: Option<usize>,
    /// Whether earlier builds are remembered.
    pub cache: Cache,
    /// What to do about files of others in the output folder.
    pub strangers: Strangers,
    /// What to do with the pages.
    pub mode: Mode,
    /// The part of the site to build; none for all of it.
    pub part: Option<Part>,
    /// The key of the program itself.
    pub tool: Key,
    /// The time when the program started.
    pub now: Timestamp,
    /// A clock for the report.
    pub clock: Clock,
}

/// What to do with the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Publish them.
    Publish,
    /// `--dry-run`: say what would change.
    DryRun,
    /// `--verify`: compare what is published with a clean build.
    Verify,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The files of the site, for excerpts; of entries, those that problems point at.
    pub sources: Sources,
    /// What is wrong, sorted, at the levels of the site.
    pub problems: Vec<Problem>,
    /// What was done.
    pub done: Done,
}

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// Nothing: there are errors, and what readers see is as it was.
    Stopped,
    /// The site was published.
    Published {
        /// The figures.
        report: BuildReport,
        /// How the new tree was put in place; none where nothing had changed.
        exchange: Option<Exchange>,
    },
    /// The files that a build would change (`--dry-run`), or that differ from a clean one
    /// (`--verify`), by path.
    Compared(Vec<Changed>),
}

/// Builds a site.
///
/// # Errors
/// When the machine refuses; what readers see is then as it was, or the new site where only
/// files of others could not be moved along.
pub fn run(
    options: &Options,
    progress: &(dyn Fn(Step) + Sync),
) -> Result<Outcome, Failure> {
    with_threads(options.jobs, || {
        let mut run = Run { options, progress, ms: Millis::default() };
        run.go(&mut Stopwatch::start(options.clock))
    })?
}

struct Run<'a> {
    options: &'a Options,
    progress: &'a (dyn Fn(Step) + Sync),
    ms: Millis,
}

impl Run<'_> {
    fn go(&mut self, watch: &mut Stopwatch) -> Result<Outcome, Failure> {
        let options = self.options;
        (self.progress)(Step { stage: "reading", done: 0, total: 1 });
        if let Some(outcome) = again::outcome(options, watch)? {
            return Ok(outcome);
        }
        let read = source::read(&options.root, options.config.as_deref())?;
        self.ms.scan = watch.lap();
        let (root, overrides) = (&options.root, &options.overrides);
        let understood = understand_at(root, &read, overrides, options.clock);
        let texts = understood.site.as_ref().map(|it| it.texts.clone());
        [self.ms.parse, self.ms.resolve] = understood.ms;
        let mut sources = read.value;
        sources.forget_entries();
        let mut problems = understood.problems;
        watch.lap();
        let prepared = understood.site.map(|it| prepare(it, &sources, options.clock));
        let ready = prepared.and_then(|it| it.unload(&mut problems));
        // What is said so far was said of texts that are as they were.
        texts.map_or(Ok(()), |it| it.failure())?;
        self.ms.relate = ready.as_ref().map_or(0.0, |it| it.relate_ms);
        let stopped = count(&problems, Severity::Error) > 0;
        let done = match ready {
            Some(ready) if !stopped => {
                self.finish(&ready, &sources, &mut problems, watch)?
            }
            _ => Done::Stopped,
        };
        sort(&mut problems);
        sources.add_texts(again::excerpts(options, &sources.stamps, &problems));
        Ok(Outcome { sources, problems, done })
    }

    fn finish(
        &mut self,
        ready: &Ready,
        sources: &Sources,
        problems: &mut Vec<Problem>,
        watch: &mut Stopwatch,
    ) -> Result<Done, Failure> {
        sort(problems);
        let found = match self.output(ready, sources, problems) {
            Ok(Finished::Compared(changes)) => return Ok(Done::Compared(changes)),
            Ok(Finished::Delivered(delivered)) => {
                self.ms.write = delivered.write_ms;
                self.ms.render =
                    tenths(watch.lap() - delivered.write_ms - self.ms.relate);
                self.ms.total = watch.total();
                let report = self.report(&delivered, ready, problems);
                return Ok(Done::Published { report, exchange: delivered.exchange });
            }
            Err(Stop::Failure(failure)) => return Err(failure),
            Err(Stop::Problems(found)) => found,
        };
        problems.extend(levels::apply(&ready.site.config, found));
        Ok(Done::Stopped)
    }

    fn output(
        &self,
        ready: &Ready,
        sources: &Sources,
        problems: &[Problem],
    ) -> Result<Finished, Stop> {
        let Options { root, output, cache, strangers, tool, .. } = self.options;
        let until = next_change(&ready.site);
        let site = || again::site_key(self.options, sources, until);
        let shard = self.options.part.map(|part| Shard { part, site: site() });
        let (tool, clock, progress) = (*tool, self.options.clock, self.progress);
        let folders = Folders::find(root, output.as_deref())?;
        let prints = self.prints();
        let darkroom = Darkroom { root: &folders.root, sources, prints: &prints };
        let work = Work { tool, shard, darkroom, clock, progress };
        let front = || {
            let front = Front::read(&folders, *cache, *strangers)?;
            strangers.judge(front.whole_in_the_way(shard))?;
            Ok::<_, Stop>(front)
        };
        match self.options.mode {
            Mode::DryRun => compare(ready, &front()?, work).map(Finished::Compared),
            Mode::Verify => verify(ready, &front()?, work).map(Finished::Compared),
            Mode::Publish => {
                let lock = folders.lock()?;
                folders.recover(&lock)?;
                let done = deliver(ready, &front()?, *strangers, work)?;
                let inputs = sources.stamps.clone().since(self.options.now);
                let site = &ready.site;
                let record = again::record(self.options, (site, problems), inputs, &done);
                folders.keep(&lock, &record);
                Ok(Finished::Delivered(done))
            }
        }
    }

    // A clean build, and one that is compared with one, remembers nothing.
    fn prints(&self) -> Prints {
        let Options { root, cache, mode, .. } = self.options;
        match (mode, cache) {
            (Mode::Verify, _) | (_, Cache::Ignore) => Prints::none(),
            (Mode::DryRun, Cache::Use) => Prints::of(root).unchanged(),
            (Mode::Publish, Cache::Use) => Prints::of(root),
        }
    }

    fn report(
        &self,
        done: &Delivered,
        ready: &Ready,
        problems: &[Problem],
    ) -> BuildReport {
        BuildReport {
            pages: done.pages,
            rendered: done.rendered,
            written: done.written,
            removed: done.removed,
            unchanged: done.unchanged,
            bytes: done.bytes,
            errors: count(problems, Severity::Error),
            warnings: count(problems, Severity::Warning),
            withheld: ready.site.withheld,
            next_change: ready.site.calendar.first().map(|it| it.at),
            ms: self.ms,
        }
    }
}

enum Finished {
    Delivered(Delivered),
    Compared(Vec<Changed>),
}
