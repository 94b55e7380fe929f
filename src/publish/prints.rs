//! Pictures that were made smaller once, kept by the key of all they were made from: a page
//! that moves, a lost output folder or another one cost nothing. A cache like the manifest.

#![expect(clippy::disallowed_methods, reason = "the cache is read and written here")]

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
};

use super::{
    folders::{STATE, hide_from_git},
    sealed,
};
use crate::key::Key;

/// The folder in the cache of a site.
pub(super) const PRINTS: &str = "prints";

// Changes with the form of what follows.
const HEAD: &[u8] = b"dateline print 1\n";

/// The pictures that earlier builds have made.
#[derive(Clone, Debug)]
pub struct Prints {
    /// The cache of the site; none where nothing is remembered.
    state: Option<PathBuf>,
    /// Whether what is made now is kept.
    keeps: bool,
}

impl Prints {
    /// None, and none are kept.
    pub fn none() -> Self {
        Self { state: None, keeps: false }
    }

    /// Those of the site at `root`, to which others are added.
    pub fn of(root: &Path) -> Self {
        Self { state: Some(root.join(STATE)), keeps: true }
    }

    /// The same, but nothing is written.
    #[must_use]
    pub fn unchanged(self) -> Self {
        Self { keeps: false, ..self }
    }

    /// What was made from something with this key.
    pub fn find(&self, key: Key) -> Option<Vec<u8>> {
        let bytes = fs::read(self.file(key)?).ok()?;
        sealed::open_bytes(HEAD, &bytes).map(<[u8]>::to_vec)
    }

    /// Keeps what was made from something with this key. What cannot be written is made
    /// again when it is needed.
    pub fn keep(&self, key: Key, bytes: &[u8]) {
        if let Some(file) = self.file(key).filter(|_| self.keeps) {
            write(&file, &sealed::seal_bytes(HEAD, bytes)).ok();
        }
    }

    /// Removes all that was made from anything else than what has these keys (sorted).
    pub fn keep_only(&self, keys: &[Key]) {
        let Some(folder) = self.folder().filter(|_| self.keeps) else { return };
        let all = fs::read_dir(folder).into_iter().flatten().flatten();
        let is_needed = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            Key::parse(&name).is_some_and(|it| keys.binary_search(&it).is_ok())
        };
        all.map(|it| it.path()).filter(|it| !is_needed(it)).for_each(|it| {
            fs::remove_file(it).ok();
        });
    }

    fn folder(&self) -> Option<PathBuf> {
        self.state.as_ref().map(|it| it.join(PRINTS))
    }

    fn file(&self, key: Key) -> Option<PathBuf> {
        self.folder().map(|it| it.join(key.to_string()))
    }
}

// Two may make the same print at once: one of them writes.
fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)?;
    hide_from_git(folder.parent().unwrap_or(folder))?;
    let draft = file.with_extension(format!("{}.draft", process::id()));
    let mut open = File::create_new(&draft)?;
    let written = open.write_all(bytes).and_then(|()| fs::rename(&draft, file));
    if written.is_err() {
        fs::remove_file(&draft).ok();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_damaged_is_not_found() {
        let root = tempfile::tempdir().expect("a folder");
        let prints = Prints::of(root.path());
        let key = Key::of_bytes(b"recipe");
        assert_eq!(prints.find(key), None);
        prints.keep(key, b"picture");
        assert_eq!(prints.find(key).as_deref(), Some(&b"picture"[..]));
        let file = prints.file(key).expect("a file");
        let good = fs::read(&file).expect("bytes");
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(&file, bad).expect("written");
            assert_eq!(prints.find(key), None, "byte {at}");
        }
    }

    #[test]
    fn only_what_is_needed_stays() {
        let root = tempfile::tempdir().expect("a folder");
        let prints = Prints::of(root.path());
        let keys = [b"a", b"b"].map(|it| Key::of_bytes(it));
        for key in keys {
            prints.keep(key, b"picture");
        }
        let draft = prints.file(keys[0]).expect("a file").with_extension("draft");
        fs::write(&draft, "cut short").expect("written");
        prints.clone().unchanged().keep_only(&[]);
        assert!(keys.iter().all(|it| prints.find(*it).is_some()));
        prints.keep_only(&keys[..1]);
        let found = keys.map(|it| prints.find(it).is_some());
        assert_eq!((found, draft.exists()), ([true, false], false));
    }
}
