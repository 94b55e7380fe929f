//! From files to a resolved site: everything that can be known without a theme.

use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::{Clock, Stopwatch};
use crate::{
    config::{self, Config, Overrides, levels},
    document::{self, Document, Reading},
    key::Key,
    problem::{Checked, Problem, Severity},
    site::{self, Site},
    source::{Source, Sources},
    style,
};

/// A site understood, as far as it could be.
#[derive(Debug)]
pub struct Understood {
    /// The site; none where its configuration cannot be used.
    pub site: Option<Site>,
    /// What is wrong, sorted, at the site's own levels.
    pub problems: Vec<Problem>,
    /// Milliseconds: parsing, then resolving and looking for house style.
    pub ms: [f64; 2],
}

/// The documents of an earlier run in this process: a file whose bytes and settings are the
/// same is not parsed again.
#[derive(Debug, Default)]
pub struct Memo {
    /// The key of the settings that documents were read with.
    settings: Key,
    /// What became of each file, in the order of their paths.
    parsed: Vec<Parsed>,
}

#[derive(Debug)]
struct Parsed {
    path: Arc<str>,
    key: Key,
    document: Checked<Option<Arc<Document>>>,
}

/// Understands what was read.
pub fn understand(
    read: &Checked<Sources>,
    overrides: &Overrides,
    clock: Clock,
) -> Understood {
    understand_again(read, overrides, clock, &mut Memo::default())
}

/// Understands what was read, parsing only what `memo` does not know; it holds this run's
/// documents afterwards. The overrides must be those of the run it is from.
pub fn understand_again(
    read: &Checked<Sources>,
    overrides: &Overrides,
    clock: Clock,
    memo: &mut Memo,
) -> Understood {
    let mut watch = Stopwatch::start(clock);
    let mut problems = read.problems.clone();
    let sources = &read.value;
    if !sources.is_site() {
        problems.push(Problem::no_site());
        return Understood { site: None, problems, ms: [0.0; 2] };
    }
    let config = config::parse(sources.config(), overrides).unload(&mut problems);
    let Some(config) = config else {
        sort(&mut problems);
        return Understood { site: None, problems, ms: [0.0; 2] };
    };
    memo.read(sources, &config);
    let documents = memo.documents(&mut problems);
    let parse = watch.lap();
    let site = site::resolve(config, documents, sources).unload(&mut problems);
    if !levels::silences(&site.config, "style") {
        problems.extend(style::check(&site, sources));
    }
    let mut problems = levels::apply(&site.config, problems);
    sort(&mut problems);
    Understood { site: Some(site), problems, ms: [parse, watch.lap()] }
}

/// The next instant at which the output, or what is said of the site, changes by itself.
pub fn next_change(site: &Site) -> Option<Timestamp> {
    let change = site.calendar.first().map(|it| it.at);
    change.into_iter().chain(style::next_change(site)).min()
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

impl Memo {
    /// Takes in the documents of `sources`.
    fn read(&mut self, sources: &Sources, config: &Config) {
        let reading = Reading {
            schema: &config.schema,
            languages: &config.languages,
            smart_punctuation: config.smart_punctuation,
        };
        let settings = sources.config().map_or(Key::NONE, |it| it.key);
        if settings != self.settings {
            *self = Self { settings, parsed: Vec::new() };
        }
        let all: Vec<_> = sources.below("content/").collect();
        let parse = |it: &&Source| self.known(it).unwrap_or_else(|| parse(it, &reading));
        self.parsed = all.par_iter().map(parse).collect();
    }

    fn known(&self, source: &Source) -> Option<Parsed> {
        let at = self.parsed.binary_search_by(|it| it.path.cmp(&source.path)).ok()?;
        let Parsed { path, key, document } = &self.parsed[at];
        let same = (*key == source.key).then(|| document.clone())?;
        Some(Parsed { path: path.clone(), key: *key, document: same })
    }

    fn documents(&self, problems: &mut Vec<Problem>) -> Vec<Arc<Document>> {
        let documents = self.parsed.iter().map(|it| it.document.clone());
        documents.filter_map(|it| it.unload(problems)).collect()
    }
}

fn parse(source: &Source, reading: &Reading) -> Parsed {
    let Checked { value, problems } = document::parse(source, reading);
    let document = Checked { value: value.map(Arc::new), problems };
    Parsed { path: source.path.clone(), key: source.key, document }
}
