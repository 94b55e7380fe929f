//! Files as they were found: enough to know later, without reading them, that nothing has
//! changed. What the disk says of a file is believed, its content decides in doubt.

use std::{
    fs::Metadata,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
};

use jiff::{SignedDuration, Timestamp};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    load,
    walk::{self, Found},
};
use crate::{key::Key, problem::Problem};

// A file written so shortly before it was looked at may be written again without any trace
// of it: clocks of file systems stand still for up to two seconds.
const SETTLING: SignedDuration = SignedDuration::from_secs(3);

/// What tells a file that was replaced or written to from one that was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stat {
    /// Bytes.
    pub size: u64,
    /// Nanoseconds since 1970, of the last change of its bytes.
    pub changed: i64,
    /// Its number within the file system; hard links share it.
    pub inode: u64,
}

/// A file as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    path: Arc<str>,
    /// Its name on disk, where that differs.
    name: Option<PathBuf>,
    stat: Stat,
    key: Key,
}

/// All files of a site as they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamps {
    /// An instant before the first of them was looked at.
    since: Option<Timestamp>,
    files: Vec<Stamp>,
    /// The key of what was wrong with their names.
    wrong: Option<Key>,
}

/// Files looked at once more.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// As they are now.
    pub stamps: Stamps,
    /// Whether any of them had to be read, which need not be done again if this is kept.
    pub read: bool,
}

impl Stat {
    /// What the file system says of a file.
    pub fn of(metadata: &Metadata) -> Self {
        let seconds = metadata.mtime().saturating_mul(1_000_000_000);
        Self {
            size: metadata.len(),
            changed: seconds.saturating_add(metadata.mtime_nsec()),
            inode: metadata.ino(),
        }
    }
}

impl Stamps {
    /// The same, known to have been looked at after `since`. Without such an instant no
    /// file is believed unread.
    #[must_use]
    pub fn since(self, since: Timestamp) -> Self {
        Self { since: Some(since), ..self }
    }

    /// Looks at the files at `root` once more, after the instant `now`: the same files as
    /// they are there, where nothing has changed; nothing where there is a file more or
    /// less, another content, something else wrong with their names. Reads only those
    /// that have another time or place on the disk, or had been written just before they
    /// were looked at.
    pub fn renewed(
        &self,
        root: &Path,
        config: Option<&Path>,
        now: Timestamp,
    ) -> Option<Renewed> {
        let mut problems = Vec::new();
        let mut found = walk::files(root, &mut problems).ok()?;
        found.extend(load::found_config(root, config));
        if wrong(&problems) != self.wrong || found.len() != self.files.len() {
            return None;
        }
        let settled = self.since.and_then(|it| it.checked_sub(SETTLING).ok());
        let settled = settled.map_or(i128::MIN, Timestamp::as_nanosecond);
        let read = AtomicBool::new(false);
        let renewed = |(old, new): (&Stamp, &Found)| {
            let unread = old.stat == new.stat && i128::from(old.stat.changed) < settled;
            if !unread {
                read.store(true, Relaxed);
            }
            old.renewed(root, new, unread)
        };
        let files: Option<_> = self.files.par_iter().zip(&found).map(renewed).collect();
        let stamps = Self { since: Some(now), files: files?, wrong: self.wrong };
        Some(Renewed { stamps, read: read.into_inner() })
    }

    /// The key of what the files hold, wherever and whenever they are.
    pub fn key(&self) -> Key {
        let content: Vec<_> = self.files.iter().map(|it| (&it.path, it.key)).collect();
        Key::of(&content)
    }

    /// Remembers what is wrong with the names of the files.
    pub(super) fn blame(&mut self, problems: &[Problem]) {
        self.wrong = wrong(problems);
    }

    /// Adds a file with this key.
    pub(super) fn add(&mut self, found: &Found, key: Key) {
        let (path, name) = (found.path.clone(), found.name.clone());
        self.files.push(Stamp { path, name, stat: found.stat, key });
    }

    /// The files at `paths` (sorted), with their names on disk.
    pub(super) fn named<'a>(
        &'a self,
        paths: &'a [&str],
    ) -> impl Iterator<Item = (&'a str, &'a Path)> {
        let is_wanted = |it: &&Stamp| paths.binary_search(&&*it.path).is_ok();
        let wanted = self.files.iter().filter(is_wanted);
        wanted.map(|it| (&*it.path, it.name.as_deref().unwrap_or(Path::new(&*it.path))))
    }
}

fn wrong(problems: &[Problem]) -> Option<Key> {
    (!problems.is_empty()).then(|| Key::of(&problems))
}

impl Stamp {
    fn renewed(&self, root: &Path, found: &Found, unread: bool) -> Option<Self> {
        if self.path != found.path || self.name != found.name {
            return None;
        }
        let equal = unread || load::key(root, found).ok()? == self.key;
        equal.then(|| Self { stat: found.stat, ..self.clone() })
    }
}
