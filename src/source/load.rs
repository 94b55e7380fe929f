//! Reads what was found.

#![expect(clippy::disallowed_methods, reason = "the site is read here")]

use std::{
    fs::File,
    io::{self, ErrorKind, Read, Seek, SeekFrom, Write},
    ops::Range,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{
    Asset, Source, Stat, pdf,
    walk::{Found, Kind},
};
use crate::{
    key::{Key, Running},
    picture::{self, Facts, Trouble},
    problem::{Problem, machine::Failure},
};

const MARKDOWN_LIMIT: u64 = 4 << 20;
const TEXT_LIMIT: u64 = 64 << 20;
const ASSET_LIMIT: u64 = 2 << 30;
const PDF_LIMIT: u64 = 64 << 20;

// A picture of 64 million pixels that cannot be compressed, in memory once for each thread.
const PICTURE_LIMIT: u64 = 200 << 20;

const PICTURES: [&str; 6] = ["avif", "gif", "jpeg", "jpg", "png", "webp"];

/// Of these it is known what must go.
const BARED: [&str; 4] = ["jpeg", "jpg", "png", "webp"];

/// A file, read.
#[derive(Debug)]
pub(super) enum Loaded {
    /// A text.
    Text(Source),
    /// A file to copy.
    Asset(Asset),
    /// A file that cannot be a part of the site.
    Refused(Problem),
}

/// Reads a file of the site at `root`.
pub(super) fn load(root: &Path, found: &Found) -> Result<Loaded, Failure> {
    let limit = match found.kind {
        Kind::Markdown => MARKDOWN_LIMIT,
        Kind::Text => TEXT_LIMIT,
        Kind::Asset if is_bared(found.on_disk()) => PICTURE_LIMIT,
        Kind::Asset => ASSET_LIMIT,
    };
    if found.stat.size > limit {
        let problem = Problem::too_large(&found.path, found.stat.size, limit);
        return Ok(Loaded::Refused(problem));
    }
    let name = found.on_disk();
    let read = match found.kind {
        Kind::Asset => asset(root, found).map(Loaded::Asset),
        Kind::Markdown | Kind::Text => bytes(&root.join(name), found.stat.size)
            .map(|it| Loaded::Text(Source::new(&found.path, it))),
    };
    read.map_err(|error| Failure::new("read", name, &error))
}

/// Copies the file `name` of the site at `root` into `out` and returns the key of its bytes.
pub(super) fn copy(root: &Path, name: &Path, out: &mut dyn Write) -> io::Result<Key> {
    let mut key = Running::default();
    each_piece(root, name, |piece| {
        key.add(piece);
        out.write_all(piece)
    })?;
    Ok(key.key())
}

/// The key of the bytes of a file.
pub(super) fn key(root: &Path, found: &Found) -> io::Result<Key> {
    copy(root, found.on_disk(), &mut io::sink())
}

/// A text of the site at `root`.
pub(super) fn text(root: &Path, path: &str, name: &Path) -> io::Result<Source> {
    bytes(&root.join(name), 0).map(|it| Source::new(path, it))
}

/// The configuration as it is found; nothing where there is none.
pub(super) fn found_config(root: &Path, chosen: Option<&Path>) -> Option<Found> {
    let file = config_file(root, chosen);
    let stat = Stat::of(&file.metadata().ok()?);
    let path = shown(root, &file).into();
    Some(Found { path, name: None, kind: Kind::Text, stat })
}

fn config_file(root: &Path, chosen: Option<&Path>) -> PathBuf {
    chosen.map_or_else(|| root.join("site.yaml"), Path::to_path_buf)
}

/// The configuration; nothing where there is no `site.yaml` and no other file was asked for.
pub(super) fn config(
    root: &Path,
    chosen: Option<&Path>,
) -> Result<Option<Source>, Failure> {
    let file = config_file(root, chosen);
    match bytes(&file, 0) {
        Ok(bytes) => Ok(Some(Source::new(&shown(root, &file), bytes))),
        Err(error) if error.kind() == ErrorKind::NotFound && chosen.is_none() => Ok(None),
        Err(error) => Err(Failure::new("read", &file, &error).below(root)),
    }
}

fn shown(root: &Path, file: &Path) -> String {
    let below = |root: &Path, file: &Path| -> Option<PathBuf> {
        file.strip_prefix(root).ok().map(Path::to_path_buf)
    };
    let real = || below(&root.canonicalize().ok()?, &file.canonicalize().ok()?);
    let path = below(root, file).or_else(real).unwrap_or_else(|| file.to_path_buf());
    path.to_string_lossy().into_owned()
}

// Reads no more than was there when the folder was walked could ever be: a file that grows
// without end must not fill the memory.
fn bytes(file: &Path, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    File::open(file)?.take(TEXT_LIMIT).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn asset(root: &Path, found: &Found) -> io::Result<Asset> {
    let name = found.on_disk();
    let (mut key, mut sha256, mut size) = (Running::default(), Sha256::new(), 0);
    each_piece(root, name, |piece| {
        key.add(piece);
        sha256.update(piece);
        size += piece.len() as u64;
        Ok(())
    })?;
    let sha256 = sha256.finalize().iter().map(|it| format!("{it:02x}")).collect();
    Ok(Asset {
        path: found.path.clone(),
        key: key.key(),
        size,
        picture: look(root, name, found.stat.size)?,
        pages: if suffix(name) == "pdf" { pages(&root.join(name))? } else { None },
        sha256: Some(sha256),
    })
}

/// What a picture says of itself; nothing of a file that is none, or too large to be one.
fn look(
    root: &Path,
    name: &Path,
    size: u64,
) -> io::Result<Option<Result<Facts, Trouble>>> {
    if size > PICTURE_LIMIT || !PICTURES.contains(&&*suffix(name)) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    each_piece(root, name, |piece| {
        bytes.extend(piece);
        Ok(())
    })?;
    Ok(Some(picture::look(&bytes)))
}

/// Whether a file is a picture that is taken without its metadata: what stands below
/// `static/` is copied as it is.
fn is_bared(name: &Path) -> bool {
    name.starts_with("content") && BARED.contains(&&*suffix(name))
}

fn suffix(name: &Path) -> String {
    name.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// Some of the bytes of a file, as the site has them.
pub fn part(root: &Path, name: &Path, part: Range<u64>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if is_bared(name) {
        each_piece(root, name, |it| bytes.write_all(it))?;
        let [start, end] = [part.start, part.end]
            .map(|it| usize::try_from(it).unwrap_or(usize::MAX).min(bytes.len()));
        return Ok(bytes.drain(start..end.max(start)).collect());
    }
    let mut file = File::open(root.join(name))?;
    file.seek(SeekFrom::Start(part.start))?;
    file.take(part.end.saturating_sub(part.start)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Gives the bytes of a file to `take`, as the site has them.
fn each_piece(
    root: &Path,
    name: &Path,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let mut file = File::open(root.join(name))?;
    if is_bared(name) {
        let mut bytes = Vec::new();
        file.take(PICTURE_LIMIT).read_to_end(&mut bytes)?;
        let bare = picture::bare(&bytes);
        return take(bare.as_ref().map_or(&bytes, |it| &it.bytes));
    }
    let mut buffer = vec![0; 64 << 10];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(()),
            n => take(&buffer[..n])?,
        }
    }
}

fn pages(file: &Path) -> io::Result<Option<u32>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(PDF_LIMIT).read_to_end(&mut bytes)?;
    Ok(pdf::pages(&bytes))
}
