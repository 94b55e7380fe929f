//! What the last build was made from and what it said: where nothing has changed since, the
//! next one says the same again and need not do anything else. A cache like the manifest.

#![expect(clippy::disallowed_methods, reason = "publish must see what it published")]

use std::{fs, path::PathBuf};

use jiff::Timestamp;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    folders::{Folders, Lock},
    front::as_left,
    listing::{self, Listing},
    manifest::{self, Line},
    sealed,
};
use crate::{
    key::Key,
    problem::Problem,
    site::Withheld,
    source::{Stamps, Stat},
};

// Changes with the form of what follows.
const HEAD: &[u8] = b"dateline record 3\n";

/// A build that published a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The key of the program and of everything it was told but the time.
    pub settings: Key,
    /// The instant the site was built for.
    pub from: Timestamp,
    /// The next instant at which the output or what is said of it changes by itself.
    pub until: Option<Timestamp>,
    /// The files it was made of.
    pub inputs: Stamps,
    /// What was wrong, sorted.
    pub problems: Vec<Problem>,
    /// How many files of the site were hidden.
    pub withheld: Withheld,
    /// When the output changes by itself.
    pub next_change: Option<Timestamp>,
    /// HTML pages of the site.
    pub pages: usize,
    /// Its files.
    pub files: usize,
    /// Their size in bytes.
    pub bytes: u64,
    /// What the tree it published is known by.
    pub tree: Key,
}

impl Folders {
    /// The record of the last build, if it was made with these settings and would be made
    /// alike at `now`. Whether files are as they were is for the caller to ask.
    pub fn recall(&self, settings: Key, now: Timestamp) -> Option<Record> {
        let record: Record = sealed::open(HEAD, &fs::read(self.record()).ok()?)?;
        let lasts = record.from <= now && record.until.is_none_or(|it| now < it);
        (lasts && record.settings == settings).then_some(record)
    }

    /// Whether the output is, file by file, as the build of a record left it.
    pub fn holds(&self, _lock: &Lock, record: &Record) -> bool {
        let bytes = fs::read(self.manifest(record.tree)).ok();
        let Some(lines) = bytes.and_then(|it| manifest::decode(&it)) else {
            return false;
        };
        let text = fs::read_to_string(self.output.join(listing::NAME)).ok();
        let tree = text.and_then(|it| Listing::parse(&it)).map(|it| it.tree);
        let same = |it: &Line| as_left(self, self.stat(&it.path), it).is_some();
        tree == Some(record.tree) && lines.par_iter().all(same)
    }

    /// Keeps the record of a build that has just published; where the disk refuses, the next
    /// one does its work again.
    pub fn keep(&self, _lock: &Lock, record: &Record) {
        let (file, draft) = (self.record(), self.record().with_extension("draft"));
        fs::write(&draft, sealed::seal(HEAD, record))
            .and_then(|()| fs::rename(&draft, &file))
            .ok();
    }

    fn stat(&self, path: &str) -> Option<Stat> {
        let metadata = self.output.join(path).symlink_metadata().ok()?;
        metadata.is_file().then(|| Stat::of(&metadata))
    }

    fn record(&self) -> PathBuf {
        self.state.join("record")
    }
}
