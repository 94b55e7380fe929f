//! The tree behind the one that readers see: brought up to date out of sight, whatever state
//! it was left in, and then exchanged with it.
//!
//! Files that stay are hard links to those of the front tree, so a file of either tree is
//! never written into, only replaced.

#![expect(clippy::disallowed_methods, reason = "publish writes")]

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Front, Output, Published, Shard,
    exchange::exchange,
    folders::{Folders, make_parent},
    listing::{self, Listing},
    manifest::Line,
    strangers,
    survey::Survey,
};
use crate::{
    key::Key,
    problem::{Problem, machine::Failure},
    source::Stat,
};

/// The tree behind.
#[derive(Debug)]
pub struct Stage<'a> {
    front: &'a Front,
    folder: PathBuf,
    /// What was there when work began, and is wanted.
    found: Survey,
    /// What somebody had put there, and stands in the front tree now.
    rescued: Vec<PathBuf>,
}

impl<'a> Stage<'a> {
    /// Makes the tree ready for files at `wanted` (sorted): all else goes.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn open(front: &'a Front, wanted: &[&str]) -> Result<Self, Failure> {
        let folder = front.folders.back();
        let failed = |error| Failure::new("write", &folder, &error);
        fs::create_dir_all(&folder).map_err(failed)?;
        let mut found = Survey::of(&folder)?;
        let rescued = rescue(&front.folders, &found)?;
        let (stay, go): (Vec<_>, Vec<_>) = std::mem::take(&mut found.files)
            .into_iter()
            .partition(|it| wanted.binary_search(&it.0.as_str()).is_ok());
        go.par_iter()
            .map(|it| remove(&folder.join(&it.0)))
            .collect::<io::Result<()>>()
            .map_err(failed)?;
        let left = go.iter().filter_map(|it| Path::new(&it.0).parent());
        prune(&folder, left.chain(found.empty.iter().map(PathBuf::as_path)));
        found.files = stay;
        Ok(Self { front, folder, found, rescued })
    }

    /// Files that somebody put there while the last build was at work, and that stand where
    /// `wanted` (sorted) should go.
    pub fn in_the_way(&self, wanted: &[&str]) -> Vec<Problem> {
        self.front.clashes(&self.rescued, wanted)
    }

    /// The output at `path`, made from something with the key `input`: written, unless the
    /// front tree has these very bytes there.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn put(&self, path: &str, input: Key, bytes: &[u8]) -> Result<Output, Failure> {
        let key = Key::of_bytes(bytes);
        if let Some(held) = self.front.same(path, bytes.len() as u64, key) {
            return Ok(Output::held(path, input, held));
        }
        let stat = self.write(path, bytes)?;
        Ok(Output::written(path, input, key, stat))
    }

    /// The output at `path`, a copy of a file of `size` with the key `bytes`, by `copy`, which
    /// returns the key of what it has written. Not copied where the front tree has it.
    ///
    /// # Errors
    /// When the disk refuses, or the file has another key by now.
    pub fn copy(
        &self,
        path: &str,
        bytes: Key,
        size: u64,
        copy: impl FnOnce(&mut File) -> Result<Key, Failure>,
    ) -> Result<Output, Failure> {
        if let Some(held) = self.front.same(path, size, bytes) {
            return Ok(Output::held(path, bytes, held));
        }
        let (mut file, place) = self.create(path)?;
        if copy(&mut file)? != bytes {
            let why = "its source changed while the site was built; build again";
            return Err(Failure::because("write", &place, why));
        }
        let stat = file.metadata().map(|it| Stat::of(&it));
        let stat = stat.map_err(|error| Failure::new("write", &place, &error))?;
        Ok(Output::written(path, bytes, bytes, stat))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<Stat, Failure> {
        let (mut file, place) = self.create(path)?;
        let written = file.write_all(bytes).and_then(|()| file.metadata());
        written
            .map(|it| Stat::of(&it))
            .map_err(|error| Failure::new("write", &place, &error))
    }

    fn create(&self, path: &str) -> Result<(File, PathBuf), Failure> {
        let place = self.folder.join(path);
        if !listing::is_below(path) {
            return Err(Failure::because(
                "write",
                &place,
                "it is not in the output folder",
            ));
        }
        let made =
            self.make_room(path, &place).and_then(|()| match File::create_new(&place) {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    make_parent(&place)?;
                    File::create_new(&place)
                }
                made => made,
            });
        let file = made.map_err(|error| Failure::new("write", &place, &error))?;
        Ok((file, place))
    }

    /// Makes the tree whole with what stays of the front tree, and exchanges the two.
    /// `lines` are all outputs of the site, sorted by path.
    ///
    /// # Errors
    /// When the disk refuses. What readers see is then as it was, unless only the moving of
    /// files of others is refused: the new tree is in its place then, and the next build goes
    /// on with them.
    pub(super) fn publish(
        self,
        mut lines: Vec<Line>,
        wanted: &[&str],
        shard: Option<Shard>,
    ) -> Result<Published, Failure> {
        let linked: Result<Vec<()>, Failure> =
            lines.par_iter_mut().map(|it| self.link(it)).collect();
        linked?;
        let front = self.front;
        let files = lines.iter().map(|it| (it.path.as_str(), it.bytes));
        let listing = Listing::new(files, shard);
        self.write(listing::NAME, listing.text().as_bytes())?;
        flush(&self.folder)?;
        front.remember(&listing, &lines)?;
        let mut strangers = front.to_carry(wanted);
        let rescued = self.rescued.iter().filter(|it| !strangers::clashes(it, wanted));
        strangers.extend(rescued.cloned());
        let output = &front.folders.output;
        front.adopt().map_err(|it| Failure::new("write", output, &it))?;
        let note = front.folders.note();
        fs::write(&note, "").map_err(|it| Failure::new("write", &note, &it))?;
        let how = exchange(output, &self.folder, &front.folders.aside())?;
        strangers::carry(&strangers, &self.folder, output)?;
        // Where it stays, the next build finds nothing to do.
        fs::remove_file(&note).ok();
        front.forget_all_but(&listing);
        Ok(Published { exchange: Some(how), tree: listing.tree })
    }

    // A line that was not written just now stands for a file of the front tree.
    fn link(&self, line: &mut Line) -> Result<(), Failure> {
        let Some(stat) = self.front.survey.file(&line.path).filter(|it| *it == line.stat)
        else {
            return Ok(());
        };
        if self.found.file(&line.path).is_some_and(|it| it.inode == stat.inode) {
            return Ok(());
        }
        let old = self.front.folders.output.join(&line.path);
        let new = self.folder.join(&line.path);
        let copied = self.make_room(&line.path, &new).and_then(|()| link(&old, &new));
        match copied {
            Ok(None) => Ok(()),
            Ok(Some(stat)) => {
                line.stat = stat;
                Ok(())
            }
            Err(error) => Err(Failure::new("write", &new, &error)),
        }
    }

    fn make_room(&self, path: &str, place: &Path) -> io::Result<()> {
        if self.found.file(path).is_none() {
            return Ok(());
        }
        remove(place)
    }
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

// A hard link, or a copy where the file system has none; the copy's state is returned.
fn link(old: &Path, new: &Path) -> io::Result<Option<Stat>> {
    match fs::hard_link(old, new) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            make_parent(new)?;
            fs::hard_link(old, new).map(|()| None)
        }
        Err(_) => {
            make_parent(new)?;
            fs::copy(old, new)?;
            fs::metadata(new).map(|it| Some(Stat::of(&it)))
        }
        Ok(()) => Ok(None),
    }
}

// The tree behind was the front tree once. What somebody put there after the last build had
// looked, and what a killed build did not carry over, goes where it belongs. Gives what that was.
pub(super) fn rescue(folders: &Folders, found: &Survey) -> Result<Vec<PathBuf>, Failure> {
    let folder = folders.back();
    let mark = folder.join(listing::NAME);
    let text = fs::read_to_string(&mark).ok();
    let Some(listing) = text.and_then(|it| Listing::parse(&it)) else {
        return Ok(Vec::new());
    };
    let strangers = strangers::of(found, &listing);
    let moved = strangers::carry(&strangers, &folder, &folders.output)?;
    // From here on the tree is a draft, and all in it is Dateline's own.
    fs::remove_file(&mark).map_err(|error| Failure::new("write", &mark, &error))?;
    Ok(moved)
}

// Removes folders that have become empty, and those above them.
pub(super) fn prune<'a>(root: &Path, folders: impl Iterator<Item = &'a Path>) {
    for folder in folders {
        let above = folder.ancestors().filter(|it| !it.as_os_str().is_empty());
        for folder in above {
            if fs::remove_dir(root.join(folder)).is_err() {
                break;
            }
        }
    }
}

// All that was written must be on the disk before the exchange is: after a power cut readers
// see the old tree or the new one, and no empty files.
#[cfg(target_os = "linux")]
fn flush(folder: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::new("write", folder, &error);
    let open = File::open(folder).map_err(failed)?;
    rustix::fs::syncfs(open).map_err(|error| failed(error.into()))
}

#[cfg(not(target_os = "linux"))]
fn flush(folder: &Path) -> Result<(), Failure> {
    let open = File::open(folder).and_then(|it| it.sync_all());
    open.map_err(|error| Failure::new("write", folder, &error))
}
