//! From files to a resolved site: everything that can be known without a theme.

use rayon::prelude::*;

use super::{Clock, Stopwatch};
use crate::{
    config::{self, Config, Overrides, levels},
    document::{self, Document, Reading},
    problem::{Checked, Problem, Severity},
    site::{self, Site},
    source::Sources,
    style,
};

/// A site understood, as far as it could be.
#[derive(Debug)]
pub struct Understood {
    /// The site; none where its configuration cannot be used.
    pub site: Option<Site>,
    /// What is wrong, sorted, at the site's own levels.
    pub problems: Vec<Problem>,
    /// Milliseconds: parsing, resolving, the rest.
    pub ms: [f64; 3],
}

/// Understands what was read.
pub fn understand(
    read: &Checked<Sources>,
    overrides: &Overrides,
    clock: Clock,
) -> Understood {
    let mut watch = Stopwatch::start(clock);
    let mut problems = read.problems.clone();
    let sources = &read.value;
    let config = config::parse(sources.config(), overrides).unload(&mut problems);
    let Some(config) = config else {
        sort(&mut problems);
        return Understood { site: None, problems, ms: [0.0; 3] };
    };
    let documents = documents(sources, &config, &mut problems);
    let parse = watch.lap();
    let site = site::resolve(config, documents, sources).unload(&mut problems);
    let resolve = watch.lap();
    if !levels::silences(&site.config, "style") {
        problems.extend(style::check(&site, sources));
    }
    let mut problems = levels::apply(&site.config, problems);
    sort(&mut problems);
    Understood { site: Some(site), problems, ms: [parse, resolve, watch.lap()] }
}

/// Sorts problems for printing and drops those said twice.
pub fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| a.order().cmp(&b.order()));
    problems.dedup();
}

/// How many problems there are of a severity.
pub fn count(problems: &[Problem], severity: Severity) -> usize {
    problems.iter().filter(|it| it.severity == severity).count()
}

fn documents(
    sources: &Sources,
    config: &Config,
    problems: &mut Vec<Problem>,
) -> Vec<Document> {
    let reading = Reading {
        schema: &config.schema,
        languages: &config.languages,
        smart_punctuation: config.smart_punctuation,
    };
    let all: Vec<_> = sources.below("content/").collect();
    let parsed: Vec<_> = all.par_iter().map(|it| document::parse(it, &reading)).collect();
    parsed.into_iter().filter_map(|it| it.unload(problems)).collect()
}
