//! From files to a resolved site: everything that can be known without a theme.

use std::{path::Path, sync::Arc};

use jiff::Timestamp;
use rayon::prelude::*;

use super::{Clock, Stopwatch};
use crate::{
    aside::Aside,
    config::{self, Config, Overrides, levels},
    document::{self, Document, Reading},
    key::Key,
    problem::{Checked, Problem, Severity},
    site::{self, Site},
    source::{Source, Sources},
    style,
};

/// Texts of so many bytes stay in memory: to read them again takes longer than that is worth.
const ROOM: usize = 64 << 20;

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
#[derive(Debug)]
pub struct Memo {
    /// Where the texts of new documents are left, if those of all are more bytes than `room`.
    aside: Arc<Aside>,
    room: usize,
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

/// The same for the site in a folder, on whose disk the texts of a large one are left.
pub fn understand_at(
    root: &Path,
    read: &Checked<Sources>,
    overrides: &Overrides,
    clock: Clock,
) -> Understood {
    understand_again(read, overrides, clock, &mut Memo::below(root, ROOM))
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
    let mut site = site::resolve(config, documents, sources).unload(&mut problems);
    site.texts = memo.aside.clone();
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

impl Default for Memo {
    /// One that knows nothing yet, and keeps all in memory.
    fn default() -> Self {
        let aside = Arc::new(Aside::none());
        Self { aside, room: usize::MAX, settings: Key::NONE, parsed: Vec::new() }
    }
}

impl Memo {
    /// One that knows nothing yet. Where a site has more bytes of text than `room`, it leaves
    /// them on the disk that its folder is on.
    pub fn below(root: &Path, room: usize) -> Self {
        let aside = Arc::new(Aside::below(root.to_path_buf()));
        Self { aside, room, ..Self::default() }
    }

    /// Takes in the documents of `sources`.
    fn read(&mut self, sources: &Sources, config: &Config) {
        let reading = Reading {
            schema: &config.schema,
            languages: &config.languages,
            smart_punctuation: config.smart_punctuation,
        };
        let settings = sources.config().map_or(Key::NONE, |it| it.key);
        if settings != self.settings {
            (self.settings, self.parsed) = (settings, Vec::new());
        }
        let all: Vec<_> = sources.below("content/").collect();
        let much = all.iter().map(|it| it.bytes.len()).sum::<usize>() > self.room;
        let aside = much.then_some(&self.aside);
        let parse =
            |it: &&Source| self.known(it).unwrap_or_else(|| parse(it, &reading, aside));
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

fn parse(source: &Source, reading: &Reading, aside: Option<&Arc<Aside>>) -> Parsed {
    let Checked { mut value, problems } = document::parse(source, reading);
    if let Some((document, aside)) = value.as_mut().zip(aside) {
        document.body.text.put_aside(aside);
    }
    let document = Checked { value: value.map(Arc::new), problems };
    Parsed { path: source.path.clone(), key: source.key, document }
}
