//! The way out: brings the output directory up to date, all or nothing. Knows not what a
//! page means.
//!
//! There are two trees: the front one, which readers see, and one behind it. A build brings
//! the one behind up to date and exchanges the two in one step, so that its work follows
//! what has changed and readers see the old site or the new one. In the front tree a file
//! `.dateline` lists what Dateline put there: only that is ever removed. The cache has for
//! each tree a manifest of the keys its files were made from; one is found by the key of
//! the tree, so a manifest never describes another tree than the one it was written for.

mod clean;
mod exchange;
mod folders;
mod front;
mod listing;
mod manifest;
mod memory;
mod merge;
mod part;
mod prints;
mod record;
mod sealed;
mod stage;
mod strangers;
mod survey;
#[cfg(test)]
mod tests;

use self::manifest::Line;
pub use self::{
    clean::clean,
    exchange::Exchange,
    folders::{Folders, Lock, STATE},
    front::{Cache, Front, Held, Strangers},
    listing::NAME as LISTING,
    merge::{Merged, merge},
    part::{Part, Shard},
    prints::Prints,
    record::Record,
    stage::Stage,
};
use crate::{
    key::Key,
    problem::{Problem, machine::Failure},
    source::Stat,
};

/// Why nothing was published.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// Something is wrong that the caller can mend.
    Problems(Vec<Problem>),
    /// The machine refused.
    Failure(Failure),
}

/// An output as it stands in the new tree.
#[derive(Clone, Debug)]
pub struct Output {
    line: Line,
    /// Whether it was written by this build.
    pub written: bool,
}

impl Output {
    /// A file that stays as it is, made from something with the key `input`.
    pub fn held(path: &str, input: Key, held: Held) -> Self {
        Self::new(path, input, held.bytes, held.stat, false)
    }

    fn written(path: &str, input: Key, bytes: Key, stat: Stat) -> Self {
        Self::new(path, input, bytes, stat, true)
    }

    fn new(path: &str, input: Key, bytes: Key, stat: Stat, written: bool) -> Self {
        let path = path.to_owned();
        Self { line: Line { path, input, bytes, stat }, written }
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.line.stat.size
    }
}

/// What came of publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// How the new tree was put in place; none where nothing had changed.
    pub exchange: Option<Exchange>,
    /// What the tree is known by.
    pub tree: Key,
}

/// Publishes `outputs`, sorted by path: all of the site, or of a `shard` of it. A `stage` that nothing was written
/// to and from which nothing is gone is left unused, and the front tree untouched.
///
/// # Errors
/// When the disk refuses; what readers see is then as it was, or the new tree where only files
/// of others could not be moved along.
pub fn publish(
    front: &Front,
    stage: Option<Stage>,
    outputs: Vec<Output>,
    shard: Option<Shard>,
) -> Result<Published, Failure> {
    let changed = outputs.iter().any(|it| it.written);
    let lines: Vec<Line> = outputs.into_iter().map(|it| it.line).collect();
    let paths: Vec<String> = lines.iter().map(|it| it.path.clone()).collect();
    let wanted: Vec<&str> = paths.iter().map(String::as_str).collect();
    match stage {
        Some(stage) if changed || !front.is_made_of(&wanted, shard) => {
            stage.publish(lines, &wanted, shard)
        }
        _ => {
            front.remember(&front.listing, &lines)?;
            Ok(Published { exchange: None, tree: front.listing.tree })
        }
    }
}

impl Front {
    /// Whether these files, sorted, are what the tree should be made of, as this part of a
    /// site.
    pub fn is_made_of(&self, wanted: &[&str], shard: Option<Shard>) -> bool {
        let own = self.listing.paths.iter().map(String::as_str);
        self.listing.shard == shard && self.is_listed && own.eq(wanted.iter().copied())
    }
}
