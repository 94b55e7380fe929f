//! Room outside of memory: a file without a name, for values that are needed again later.
//! Knows nothing of what it keeps.

use std::{
    fs::File,
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

#[cfg(target_os = "linux")]
use rustix::fs::{Mode, OFlags};
use serde::{Serialize, de::DeserializeOwned};

use crate::{key::hash, problem::machine::Failure};

/// Values kept aside. The file never has a name, so that nothing is left of it when the program
/// ends, however that comes. What cannot be written stays in memory; what does not come back
/// as it was is told by [`Aside::failure`], and until somebody asks for that is as good as empty.
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
    /// The hash of its bytes.
    sum: u64,
}

impl Aside {
    /// One that takes nothing.
    pub fn none() -> Self {
        Self::new(None)
    }

    /// One with its file in `folder`, made when it is needed.
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
        Some(Slot { at, length: bytes.len(), sum: hash(&bytes) })
    }

    /// A value that [`Self::put`] has kept.
    pub fn get<T: DeserializeOwned>(&self, slot: Slot) -> Option<T> {
        let mut bytes = vec![0; slot.length];
        let read = match self.file.get() {
            Some(Some(file)) => file.read_exact_at(&mut bytes, slot.at),
            _ => Err(io::ErrorKind::NotFound.into()),
        };
        let damaged = || io::Error::other("the disk gives back other bytes");
        let same = read.and_then(|()| match hash(&bytes) {
            sum if sum == slot.sum => Ok(()),
            _ => Err(damaged()),
        });
        let whole =
            same.and_then(|()| postcard::from_bytes(&bytes).map_err(|_| damaged()));
        whole.map_err(|it| self.failed(&it)).ok()
    }

    /// What went wrong first, if anything did: what was made of values kept aside is then not to
    /// be shown to anyone.
    ///
    /// # Errors
    /// That failure.
    pub fn failure(&self) -> Result<(), Failure> {
        self.failure.get().map_or(Ok(()), |it| Err(it.clone()))
    }

    /// Fills all that is kept with zeros; says whether anything is.
    #[cfg(test)]
    pub fn damage(&self) -> bool {
        let Some(Some(file)) = self.file.get() else { return false };
        let length = self.end.load(Relaxed);
        file.set_len(0).and_then(|()| file.set_len(length)).is_ok()
    }

    fn failed(&self, why: &io::Error) {
        let folder = self.folder.as_deref().unwrap_or(Path::new("."));
        self.failure.get_or_init(|| Failure::new("read what was kept in", folder, why));
    }
}

/// A new file without a name in a folder; refused where the file system knows none.
#[cfg(target_os = "linux")]
fn open(folder: &Path) -> io::Result<File> {
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    Ok(rustix::fs::open(folder, flags, Mode::RUSR | Mode::WUSR)?.into())
}

#[cfg(not(target_os = "linux"))]
fn open(_folder: &Path) -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(folder: &Path) -> Aside {
        let aside = Aside::below(folder.into());
        assert!(aside.put(&1).is_some(), "no file system without a name here");
        aside
    }

    #[test]
    fn what_is_kept_comes_back_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let aside = kept(folder.path());
        let slots: Vec<_> = (0..100_u32).map(|it| aside.put(&vec![it; 9])).collect();
        for (slot, number) in slots.iter().zip(0..) {
            let kept = slot.and_then(|it| aside.get::<Vec<u32>>(it));
            assert_eq!(kept, Some(vec![number; 9]));
        }
        assert_eq!(folder.path().read_dir().map_or(1, Iterator::count), 0);
        assert_eq!(aside.failure(), Ok(()));
    }

    #[test]
    fn what_cannot_be_written_stays_in_memory() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        assert!(Aside::below(file.path().join("below")).put(&1).is_none());
        assert!(Aside::none().put(&1).is_none());
    }

    #[test]
    fn what_does_not_come_back_as_it_was_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let cut = |it: &_| File::set_len(it, 2);
        let zeros = |it: &File| it.set_len(0).and_then(|()| it.set_len(1 << 20));
        let other = |it: &_| File::write_all_at(it, b"M", 3);
        let damages: [fn(&File) -> io::Result<()>; 3] = [cut, zeros, other];
        for damage in damages {
            let aside = kept(folder.path());
            let slot = aside.put(&"lost").expect("a slot");
            let file = aside.file.get().and_then(Option::as_ref).expect("a file");
            damage(file).expect("damaged");
            assert_eq!(aside.get::<String>(slot), None);
            let failure = aside.failure().expect_err("a failure").to_string();
            assert!(failure.starts_with("cannot read what was kept in `"), "{failure}");
        }
    }
}
