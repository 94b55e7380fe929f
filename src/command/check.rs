//! `dateline check`: everything `build` would say, and safe fixes if asked for.

mod fix;
mod since;

use std::path::PathBuf;

use super::threads::with_threads;
use crate::{
    build::{Clock, Darkroom, prepare, rehearse, sort, understand_at},
    config::Overrides,
    key::Key,
    problem::{Problem, machine::Failure},
    publish::Prints,
    source::{self, Sources},
};

// A fix may bring another mistake to light, but a file is not read for ever.
const ROUNDS: usize = 8;

/// What to check, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub root: PathBuf,
    /// The configuration, where it is not `site.yaml` in the root.
    pub config: Option<PathBuf>,
    /// What the command line changes of the configuration.
    pub overrides: Overrides,
    /// How many threads to use; none for one a core.
    pub jobs: Option<usize>,
    /// What to do about what can be mended without any doubt.
    pub fixes: Fixes,
    /// Only what concerns files that were changed since this git revision.
    pub since: Option<String>,
    /// The key of the program itself.
    pub tool: Key,
    /// A clock.
    pub clock: Clock,
}

/// What to do about problems with a safe fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixes {
    /// Report them.
    Report,
    /// Apply the fix.
    Apply,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The files of the site, for excerpts.
    pub sources: Sources,
    /// What is wrong, sorted, at the levels of the site; what was fixed is left out.
    pub problems: Vec<Problem>,
    /// How many fixes were applied.
    pub fixed: usize,
}

/// Checks a site.
///
/// # Errors
/// When the machine refuses, or there is no such git revision.
pub fn run(options: &Options) -> Result<Outcome, Failure> {
    with_threads(options.jobs, || {
        let mut outcome = once(options)?;
        let rounds = if options.fixes == Fixes::Apply { ROUNDS } else { 0 };
        for _ in 0..rounds {
            let fixed = fix::apply(&options.root, &outcome.sources, &outcome.problems)?;
            if fixed == 0 {
                break;
            }
            let fixed = outcome.fixed + fixed;
            outcome = Outcome { fixed, ..once(options)? };
        }
        Ok(outcome)
    })?
}

fn once(options: &Options) -> Result<Outcome, Failure> {
    let read = source::read(&options.root, options.config.as_deref())?;
    let (root, overrides) = (&options.root, &options.overrides);
    let understood = understand_at(root, &read, overrides, options.clock);
    let texts = understood.site.as_ref().map(|it| it.texts.clone());
    let (sources, mut problems) = (read.value, understood.problems);
    if let Some(site) = understood.site {
        let ready = prepare(site, &sources, options.clock).unload(&mut problems);
        if let Some(ready) = ready {
            let prints = &Prints::of(&options.root).unchanged();
            let darkroom = Darkroom { root: &options.root, sources: &sources, prints };
            problems.extend(rehearse(&ready, darkroom, options.tool)?);
        }
    }
    texts.map_or(Ok(()), |it| it.failure())?;
    if let Some(revision) = &options.since {
        let changed = since::changed(&options.root, revision)?;
        problems.retain(|it| since::concerns(it, &changed));
    }
    sort(&mut problems);
    Ok(Outcome { sources, problems, fixed: 0 })
}
