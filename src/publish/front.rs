//! The tree that readers see, as the last build left it and as it is now.

#![expect(clippy::disallowed_methods, reason = "publish must see what it published")]

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Shard, Stop,
    folders::Folders,
    listing::{self, Listing},
    manifest::{self, Line},
    strangers,
    survey::{Survey, key_of},
};
use crate::{
    key::Key,
    problem::{Problem, machine::Failure},
    source::Stat,
};

/// What to do about files that Dateline did not make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strangers {
    /// Stop where they are in the way.
    Respect,
    /// `--force`: publish among them, replacing those in the way.
    Overrule,
}

impl Strangers {
    /// Stops where `clashes` were found and count.
    ///
    /// # Errors
    /// Those clashes.
    pub fn judge(self, clashes: Vec<Problem>) -> Result<(), Stop> {
        match self {
            Self::Respect if !clashes.is_empty() => Err(Stop::Problems(clashes)),
            _ => Ok(()),
        }
    }
}

/// Whether what earlier builds knew is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// Yes.
    Use,
    /// `--no-cache`: everything is rendered.
    Ignore,
}

/// The tree that readers see.
#[derive(Debug)]
pub struct Front {
    /// Where it is.
    pub folders: Folders,
    /// What Dateline put there.
    pub(super) listing: Listing,
    /// Whether that is written there, and can be read.
    pub(super) is_listed: bool,
    /// What is there.
    pub(super) survey: Survey,
    /// What the last build knew of the files that are still as it left them, by path.
    pub(super) lines: Vec<Line>,
    /// The manifest as it is on disk.
    pub(super) stored: Vec<Line>,
}

/// A file of the tree that stays as it is.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    pub(super) bytes: Key,
    pub(super) stat: Stat,
}

impl Front {
    /// Looks at the output folder.
    ///
    /// # Errors
    /// When Dateline did not make it and it is not empty, or it cannot be read.
    pub fn read(
        folders: &Folders,
        cache: Cache,
        strangers: Strangers,
    ) -> Result<Self, Stop> {
        let survey = Survey::of(&folders.output).map_err(|it| it.below(&folders.root))?;
        let text = fs::read_to_string(folders.output.join(listing::NAME));
        let listing = text.ok().and_then(|it| Listing::parse(&it));
        if listing.is_none() && strangers == Strangers::Respect && is_foreign(&survey) {
            let shown = folders.output.strip_prefix(&folders.root);
            let shown = shown.unwrap_or(&folders.output);
            return Err(Problem::foreign_output(shown).into());
        }
        let is_listed = listing.is_some();
        let listing = listing.unwrap_or_default();
        let stored = match cache {
            Cache::Use => fs::read(folders.manifest(listing.tree)).ok(),
            Cache::Ignore => None,
        };
        let stored = stored.and_then(|it| manifest::decode(&it)).unwrap_or_default();
        let lines = intact(folders, &survey, &stored);
        let folders = folders.clone();
        Ok(Self { folders, listing, is_listed, survey, lines, stored })
    }

    /// The file at `path`, if it is what something with the key `input` was made into.
    pub fn held(&self, path: &str, input: Key) -> Option<Held> {
        let line = self.line(path).filter(|it| it.input == input)?;
        Some(Held { bytes: line.bytes, stat: line.stat })
    }

    /// The file at `path`, if these are its bytes: `size` of them, with this key.
    pub fn same(&self, path: &str, size: u64, bytes: Key) -> Option<Held> {
        let stat = self.survey.file(path).filter(|it| it.size == size)?;
        let known = self.line(path).map(|it| it.bytes);
        let key = known.or_else(|| self.key_on_disk(path))?;
        (key == bytes && self.listing.has(path)).then_some(Held { bytes, stat })
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &str) -> bool {
        self.survey.file(path).is_some()
    }

    /// Whether no earlier build is remembered.
    pub fn knows_nothing(&self) -> bool {
        self.lines.is_empty()
    }

    /// The key of the file at `path` as it is on disk; nothing where there is none.
    pub fn key_on_disk(&self, path: &str) -> Option<Key> {
        key_of(&self.folders.output.join(path)).ok()
    }

    /// That a whole site is there, where a part of one is to take its place.
    pub fn whole_in_the_way(&self, shard: Option<Shard>) -> Vec<Problem> {
        let is_whole = !self.listing.paths.is_empty() && self.listing.shard.is_none();
        let problem = || Problem::part_over_whole(self.shown());
        (shard.is_some() && is_whole).then(problem).into_iter().collect()
    }

    /// The output folder as it is called in messages.
    fn shown(&self) -> &Path {
        let output = &self.folders.output;
        output.strip_prefix(&self.folders.root).unwrap_or(output)
    }

    /// The paths of Dateline's own files, sorted.
    pub fn paths(&self) -> &[String] {
        &self.listing.paths
    }

    /// The own files that `wanted` (sorted) has not and that are still there.
    pub fn stale<'a>(&'a self, wanted: &[&str]) -> Vec<&'a str> {
        let own = self.listing.paths.iter().map(String::as_str);
        own.filter(|it| wanted.binary_search(it).is_err())
            .filter(|it| self.survey.file(it).is_some())
            .collect()
    }

    /// Files that Dateline did not make and that stand where `wanted` (sorted) should go.
    pub fn in_the_way(&self, wanted: &[&str]) -> Vec<Problem> {
        self.clashes(&strangers::of(&self.survey, &self.listing), wanted)
    }

    pub(super) fn clashes(&self, files: &[PathBuf], wanted: &[&str]) -> Vec<Problem> {
        let output = self.shown();
        let clashes = files.iter().filter(|it| strangers::clashes(it, wanted));
        clashes.map(|it| Problem::in_the_way(&output.join(it))).collect()
    }

    fn line(&self, path: &str) -> Option<&Line> {
        let at = self.lines.binary_search_by(|it| it.path.as_str().cmp(path)).ok()?;
        self.lines.get(at)
    }
}

impl Folders {
    /// The manifest of the tree that is known by `tree`.
    pub(super) fn manifest(&self, tree: Key) -> PathBuf {
        self.state.join(format!("{tree}.manifest"))
    }

    /// Where a tree stands between two renames.
    pub(super) fn aside(&self) -> PathBuf {
        self.back().with_extension("aside")
    }
}

// Dotfiles (`.git`, `.gitkeep`) make no folder somebody's own.
pub(super) fn is_foreign(survey: &Survey) -> bool {
    let files = survey.files.iter().map(|it| it.0.as_str());
    let others = survey.others.iter().filter_map(|it| it.to_str());
    files.chain(others).any(|it| !it.starts_with('.'))
}

fn intact(folders: &Folders, survey: &Survey, stored: &[Line]) -> Vec<Line> {
    let as_left = |line: &Line| as_left(folders, survey.file(&line.path), line);
    stored.par_iter().filter_map(as_left).collect()
}

/// A line whose file, as it is now, is as it was left. One that was only moved or copied
/// (another inode, another time) is compared by its bytes.
pub(super) fn as_left(
    folders: &Folders,
    stat: Option<Stat>,
    line: &Line,
) -> Option<Line> {
    let stat = stat?;
    if stat == line.stat {
        return Some(line.clone());
    }
    let key: io::Result<Key> = key_of(&folders.output.join(&line.path));
    let same = stat.size == line.stat.size && key.is_ok_and(|it| it == line.bytes);
    same.then(|| Line { stat, ..line.clone() })
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problems(vec![problem])
    }
}
