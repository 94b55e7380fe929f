//! A build where nothing has changed: it says what the last one said.

use jiff::Timestamp;

use super::{Done, Mode, Options, Outcome};
use crate::{
    build::{BuildReport, Delivered, Millis, Stopwatch, count, next_change},
    config::Overrides,
    key::Key,
    problem::{Problem, Severity, machine::Failure},
    publish::{Cache, Folders, Record},
    site::Site,
    source::{self, Sources, Stamps},
};

/// What the last build said, if neither the site, the program, its options, the output nor,
/// as far as it matters, the time are other than they were.
///
/// # Errors
/// When the machine refuses.
pub fn outcome(options: &Options, watch: &Stopwatch) -> Result<Option<Outcome>, Failure> {
    if options.mode != Mode::Publish || options.cache == Cache::Ignore {
        return Ok(None);
    }
    let folders = Folders::find(&options.root, options.output.as_deref()).ok();
    let recall = |it: Folders| {
        let record = it.recall(settings(options), options.overrides.as_of)?;
        Some((it, record))
    };
    let Some((folders, record)) = folders.and_then(recall) else { return Ok(None) };
    let config = options.config.as_deref();
    let inputs = record.inputs.renewed(&options.root, config, options.now);
    let Some(inputs) = inputs else { return Ok(None) };
    let lock = folders.lock()?;
    folders.recover(&lock)?;
    if !folders.holds(&lock, &record) {
        return Ok(None);
    }
    let record = Record { inputs: inputs.stamps, ..record };
    if inputs.read {
        folders.keep(&lock, &record);
    }
    Ok(Some(repeated(options, record, watch)))
}

/// What is to be remembered of a build: of a site, what was wrong with it, its files, and
/// what was done.
pub fn record(
    options: &Options,
    (site, problems): (&Site, &[Problem]),
    inputs: Stamps,
    done: &Delivered,
) -> Record {
    let published = site.calendar.first().map(|it| it.at);
    Record {
        settings: settings(options),
        from: options.overrides.as_of,
        until: next_change(site),
        inputs,
        problems: problems.to_vec(),
        withheld: site.withheld,
        next_change: published,
        pages: done.pages,
        files: done.written + done.unchanged,
        bytes: done.bytes,
        tree: done.tree,
    }
}

/// The key of all that a build depends on, wherever it takes place.
pub fn site_key(options: &Options, sources: &Sources, until: Option<Timestamp>) -> Key {
    let whole = Options { part: None, config: None, ..options.clone() };
    Key::of(&(settings(&whole), sources.stamps.key(), until))
}

/// The key of the program and of all it is told but the time and the way it works.
fn settings(options: &Options) -> Key {
    let as_of = Timestamp::UNIX_EPOCH;
    let told = Overrides { as_of, ..options.overrides.clone() };
    let config = options.config.as_ref().map(|it| it.to_string_lossy());
    Key::of(&(options.tool, config, told, options.part))
}

/// The files that problems point at, read again.
pub fn excerpts(options: &Options, inputs: &Stamps, problems: &[Problem]) -> Sources {
    let places = problems.iter().flat_map(|it| {
        let notes = it.notes.iter().map(|it| &it.place);
        it.place.iter().chain(notes)
    });
    let mut paths: Vec<&str> = places.map(|it| &*it.path).collect();
    paths.sort_unstable();
    paths.dedup();
    source::excerpts(&options.root, inputs, &paths)
}

fn repeated(options: &Options, record: Record, watch: &Stopwatch) -> Outcome {
    let total = watch.total();
    let report = BuildReport {
        pages: record.pages,
        rendered: 0,
        written: 0,
        removed: 0,
        unchanged: record.files,
        bytes: record.bytes,
        errors: 0,
        warnings: count(&record.problems, Severity::Warning),
        withheld: record.withheld,
        next_change: record.next_change,
        ms: Millis { scan: total, total, ..Millis::default() },
    };
    let sources = excerpts(options, &record.inputs, &record.problems);
    let done = Done::Published { report, exchange: None };
    Outcome { sources, problems: record.problems, done }
}
