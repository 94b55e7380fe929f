//! Puts a site together from the parts that several builds have made of it.

#![expect(clippy::disallowed_methods, reason = "parts are read where they were put")]

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Front, Output, Stage, Stop, Strangers,
    listing::{self, Listing},
    part::{Part, Shard},
    survey::key_of,
};
use crate::{key::Key, problem::machine::Failure};

/// A folder that a build of a part has made.
struct Piece {
    folder: PathBuf,
    shard: Shard,
    /// Its files with the keys of their bytes.
    files: Vec<(String, Key)>,
}

/// A file of a part.
struct Wanted<'a> {
    path: &'a str,
    key: Key,
    folder: &'a Path,
}

/// What was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Files.
    pub files: usize,
    /// How many of them were written.
    pub written: usize,
}

/// Publishes the whole of which `folders` are the parts to the folder that `front` shows.
///
/// # Errors
/// When a folder is no part of a site, or not as its build has left it; when they are not
/// all the parts of one site; when files of others are in the way, or the site would take the
/// place of a part; when the disk refuses.
pub fn merge(
    front: &Front,
    folders: &[PathBuf],
    strangers: Strangers,
) -> Result<Merged, Stop> {
    apart(front, folders)?;
    let pieces = folders.iter().map(|it| piece(it)).collect::<Result<Vec<_>, _>>()?;
    complete(&pieces)?;
    let mut all: Vec<Wanted> = pieces.iter().flat_map(wanted).collect();
    all.sort_by_key(|it| it.path);
    let paths: Vec<&str> = all.iter().map(|it| it.path).collect();
    strangers.judge(front.in_the_way(&paths))?;
    let stage = Stage::open(front, &paths)?;
    strangers.judge(stage.in_the_way(&paths))?;
    let outputs = all.par_iter().map(|it| put(&stage, it)).collect::<Result<Vec<_>, _>>();
    let outputs: Vec<Output> = outputs?;
    let written = outputs.iter().filter(|it| it.written).count();
    super::publish(front, Some(stage), outputs, None)?;
    Ok(Merged { files: all.len(), written })
}

// That none of the parts is where the site goes.
fn apart(front: &Front, folders: &[PathBuf]) -> Result<(), Failure> {
    let output = &front.folders.output;
    let is_output = |it: &&PathBuf| it.canonicalize().is_ok_and(|it| it == *output);
    let Some(folder) = folders.iter().find(is_output) else { return Ok(()) };
    let why = "the site goes there: name another folder with `--output-dir`";
    Err(Failure::because("merge", folder, why))
}

fn wanted(piece: &Piece) -> impl Iterator<Item = Wanted<'_>> {
    let folder = &piece.folder;
    piece.files.iter().map(|(path, key)| Wanted { path, key: *key, folder })
}

fn piece(folder: &Path) -> Result<Piece, Failure> {
    let failed = |why: &str| Failure::because("merge", folder, why);
    if !folder.is_dir() {
        return Err(failed("there is no such folder"));
    }
    let text = fs::read_to_string(folder.join(listing::NAME)).ok();
    let listing = text.and_then(|it| Listing::parse(&it));
    let Some(Listing { tree, paths, shard: Some(shard) }) = listing else {
        return Err(failed("it is no part of a site: build it with `--shard`"));
    };
    let keyed = |path: String| {
        let file = folder.join(&path);
        let key = key_of(&file).map_err(|it| Failure::new("read", &file, &it))?;
        Ok((path, key))
    };
    let files = paths.into_par_iter().map(keyed).collect::<Result<Vec<_>, Failure>>()?;
    let now = Listing::new(files.iter().map(|it| (it.0.as_str(), it.1)), None);
    if now.tree != tree {
        return Err(failed("its files are not those that its build has left"));
    }
    Ok(Piece { folder: folder.to_path_buf(), shard, files })
}

// That the pieces are all the parts of one site, each once.
fn complete(pieces: &[Piece]) -> Result<(), Failure> {
    let Some(first) = pieces.first() else { return Ok(()) };
    for piece in pieces {
        if piece.shard.site != first.shard.site {
            let why = format!(
                "it was made of another site, by another program, with other options or \
                 for another time than `{}`",
                first.folder.display()
            );
            return Err(Failure::because("merge", &piece.folder, why));
        }
        let (part, other) = (piece.shard.part, first.shard.part);
        if !part.is_beside(other) {
            let first = first.folder.display();
            let why = format!("it is part {part}, and `{first}` is part {other}");
            return Err(Failure::because("merge", &piece.folder, why));
        }
    }
    let of = |part: Part| pieces.iter().filter(move |it| it.shard.part == part);
    for part in first.shard.part.all() {
        let (why, piece) = match (of(part).next(), of(part).nth(1)) {
            (Some(_), None) => continue,
            (Some(one), Some(other)) if one.folder == other.folder => {
                ("it is named twice".to_owned(), other)
            }
            (Some(one), Some(other)) => {
                let one = one.folder.display();
                (format!("it is part {part}, and so is `{one}`"), other)
            }
            (None, _) => (format!("part {part} is missing beside it"), first),
        };
        return Err(Failure::because("merge", &piece.folder, why));
    }
    Ok(())
}

fn put(stage: &Stage, it: &Wanted) -> Result<Output, Failure> {
    let file = it.folder.join(it.path);
    let failed = |error: io::Error| Failure::new("copy", &file, &error);
    let mut open = File::open(&file).map_err(failed)?;
    let size = open.metadata().map_err(failed)?.len();
    stage.copy(it.path, it.key, size, |out| {
        io::copy(&mut open, out).map_err(failed)?;
        Ok(it.key)
    })
}
