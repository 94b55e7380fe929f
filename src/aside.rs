//! Room outside of memory: a file without a name, for values that are needed again later.
//! Knows nothing of what it keeps.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use serde::{Serialize, de::DeserializeOwned};

use crate::problem::machine::Failure;

/// Values kept aside. The file has no name, so that nothing is left of it when the program
/// ends, however that comes. What cannot be written stays in memory; what cannot be read back
/// is told by [`Aside::failure`], and until somebody asks for that goes on as if it were empty.
#[derive(Debug)]
pub struct Aside {
    /// Where the file is made; nowhere if all stays in memory.
    folder: Option<PathBuf>,
    file: OnceLock<Option<File>>,
    end: AtomicU64,
    failure: OnceLock<Failure>,
}

/// A value that is kept aside.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    at: u64,
    length: usize,
}

impl Aside {
    /// One that takes nothing.
    pub fn none() -> Self {
        Self::new(None)
    }

    /// One with its file in `folder`, which is made if need be, and not before it is used.
    pub fn below(folder: PathBuf) -> Self {
        Self::new(Some(folder))
    }

    fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            file: OnceLock::new(),
            end: AtomicU64::new(0),
            failure: OnceLock::new(),
        }
    }

    /// Keeps a value; nothing where it has to stay in memory.
    pub fn put<T: Serialize>(&self, value: &T) -> Option<Slot> {
        let folder = self.folder.as_deref()?;
        let bytes = postcard::to_stdvec(value).ok()?;
        let file = self.file.get_or_init(|| open(folder).ok()).as_ref()?;
        let at = self.end.fetch_add(bytes.len() as u64, Relaxed);
        file.write_all_at(&bytes, at).ok()?;
        Some(Slot { at, length: bytes.len() })
    }

    /// A value that [`Self::put`] has kept.
    pub fn get<T: DeserializeOwned>(&self, slot: Slot) -> Option<T> {
        let mut bytes = vec![0; slot.length];
        let read = match self.file.get() {
            Some(Some(file)) => file.read_exact_at(&mut bytes, slot.at),
            _ => Err(io::ErrorKind::NotFound.into()),
        };
        let value = read.map_err(|it| self.failed(&it)).ok();
        value.and_then(|()| {
            let damaged = |_| self.failed(&io::Error::other("the file is damaged"));
            postcard::from_bytes(&bytes).map_err(damaged).ok()
        })
    }

    /// What went wrong first, if anything did: what was made since of values kept aside is
    /// not to be shown to anyone.
    ///
    /// # Errors
    /// That failure.
    pub fn failure(&self) -> Result<(), Failure> {
        self.failure.get().map_or(Ok(()), |it| Err(it.clone()))
    }

    fn failed(&self, why: &io::Error) {
        let folder = self.folder.as_deref().unwrap_or(Path::new("."));
        self.failure.get_or_init(|| Failure::new("read what was kept in", folder, why));
    }
}

/// A new file without a name.
#[expect(clippy::disallowed_methods, reason = "nobody else sees the file")]
fn open(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let id = std::process::id();
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    for number in 0.. {
        let path = folder.join(format!("aside-{id}-{number}"));
        match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(file) => return fs::remove_file(&path).map(|()| file),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path) -> usize {
        folder.read_dir().map_or(0, Iterator::count)
    }

    #[test]
    fn what_is_kept_comes_back_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = folder.path().join("state");
        let aside = Aside::below(state.clone());
        assert!(!state.exists());
        let slots: Vec<_> = (0..100_u32).map(|it| aside.put(&vec![it; 9])).collect();
        for (slot, number) in slots.iter().zip(0..) {
            let kept = slot.and_then(|it| aside.get::<Vec<u32>>(it));
            assert_eq!(kept, Some(vec![number; 9]));
        }
        assert_eq!(files(&state), 0);
        assert_eq!(aside.failure(), Ok(()));
        // Two of one process do not meet.
        let other = Aside::below(state);
        assert!(other.put(&1).is_some());
        assert_eq!(aside.get::<Vec<u32>>(slots[7].expect("a slot")), Some(vec![7; 9]));
    }

    #[test]
    fn what_cannot_be_written_stays_and_what_cannot_be_read_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = tempfile::NamedTempFile::new().expect("a file");
        assert!(Aside::below(file.path().join("below")).put(&1).is_none());
        assert!(Aside::none().put(&1).is_none());

        let aside = Aside::below(folder.path().into());
        let slot = aside.put(&"lost").expect("a slot");
        let file = aside.file.get().and_then(Option::as_ref).expect("a file");
        file.set_len(2).expect("cut");
        assert_eq!(aside.get::<String>(slot), None);
        let failure = aside.failure().expect_err("a failure").to_string();
        assert!(failure.starts_with("cannot read what was kept in `"), "{failure}");
    }
}
