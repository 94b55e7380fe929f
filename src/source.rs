//! The way in: everything a site is made of, read once. Knows nothing of Markdown or YAML.

mod load;
mod pdf;
mod reader;
mod stamps;
#[cfg(test)]
mod tests;
mod walk;

use std::{
    collections::BTreeMap,
    io::Write,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::prelude::*;

pub use self::{
    reader::{Reader, Touched},
    stamps::{Renewed, Stamps, Stat},
    walk::FOLDERS,
};
use crate::{
    key::Key,
    picture::{Facts, Trouble},
    problem::{Checked, machine::Failure},
};

/// A text file of the site, whole.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path from the root of the site, with `/` between its parts, in Unicode form NFC.
    pub path: Arc<str>,
    /// The bytes as they are on disk.
    pub bytes: Arc<[u8]>,
    /// The key of the bytes.
    pub key: Key,
}

impl Source {
    /// A source of `bytes` at `path`.
    pub fn new(path: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self { path: path.into(), key: Key::of_bytes(&bytes), bytes }
    }
}

/// A file that is copied and not read: a picture, a PDF, anything below `static/`.
///
/// A JPEG, PNG or WebP below `content/` is taken without what it says of the place, the time
/// and the camera it was taken with: nothing behind this door knows of them.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Path from the root of the site, like [`Source::path`].
    pub path: Arc<str>,
    /// The key of its bytes.
    pub key: Key,
    /// Its size in bytes.
    pub size: u64,
    /// What it says of itself, where its name is that of a picture and it was read.
    pub picture: Option<Result<Facts, Trouble>>,
    /// How many pages it has, where it is a PDF that says so.
    pub pages: Option<u32>,
    /// The SHA-256 of its bytes in hexadecimal, where it is below `content/` or `static/`.
    pub sha256: Option<String>,
}

/// All files of a site, each list sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// What is read: `site.yaml`, Markdown, data, themes, overrides.
    pub texts: Vec<Source>,
    /// What is copied.
    pub assets: Vec<Asset>,
    /// The path of the configuration, where it was read from disk.
    pub config_path: Option<Arc<str>>,
    /// The files whose names on disk are in another Unicode form than their paths here.
    pub names: BTreeMap<Arc<str>, PathBuf>,
    /// Each file as it was found on disk.
    pub stamps: Stamps,
}

/// Reads everything below `root` that a site is made of, and the configuration: `site.yaml`
/// or another file.
///
/// Names that start with `.`, and those of editors' copies, are left out; so are those that
/// start with `_` below `content/`. Files that cannot be a part of any site are reported.
///
/// # Errors
/// When the disk refuses something; the first in the order of paths.
pub fn read(root: &Path, config: Option<&Path>) -> Result<Checked<Sources>, Failure> {
    let mut problems = Vec::new();
    let found = walk::files(root, &mut problems)?;
    let loaded: Vec<_> = found.par_iter().map(|it| load::load(root, it)).collect();
    let mut sources = Sources::default();
    sources.stamps.blame(&problems);
    for (file, loaded) in found.iter().zip(loaded) {
        match loaded? {
            load::Loaded::Text(text) => {
                sources.stamps.add(file, text.key);
                sources.texts.push(text);
            }
            load::Loaded::Asset(asset) => {
                sources.stamps.add(file, asset.key);
                sources.assets.push(asset);
            }
            load::Loaded::Refused(problem) => problems.push(problem),
        }
        if let Some(name) = &file.name {
            sources.names.insert(file.path.clone(), name.clone());
        }
    }
    let found = load::found_config(root, config);
    if let Some(text) = load::config(root, config)? {
        if let Some(found) = found {
            sources.stamps.add(&found, text.key);
        }
        sources.config_path = Some(text.path.clone());
        let at = sources.texts.partition_point(|it| it.path < text.path);
        if sources.texts.get(at).is_none_or(|it| it.path != text.path) {
            sources.texts.insert(at, text);
        }
    }
    Ok(Checked { value: sources, problems })
}

/// The texts at `paths` (sorted) alone, of a site that `stamps` were taken of: for excerpts. What
/// is no text or cannot be read is left out.
pub fn excerpts(root: &Path, stamps: &Stamps, paths: &[&str]) -> Sources {
    let read = |(path, name): (&str, &Path)| {
        walk::is_text(path).then(|| load::text(root, path, name).ok())?
    };
    let mut texts: Vec<Source> = stamps.named(paths).filter_map(read).collect();
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    Sources { texts, ..Sources::default() }
}

/// The bytes of the picture of the site at `path` (as [`Sources::file_name`] has it) below
/// `root`, and their key, which is not the one it was read with if somebody has changed the
/// file since.
///
/// # Errors
/// When the file cannot be read.
pub fn picture(root: &Path, path: &Path) -> Result<(Vec<u8>, Key), Failure> {
    let mut bytes = Vec::new();
    let key = load::copy(root, path, &mut bytes);
    key.map(|it| (bytes, it)).map_err(|it| Failure::new("read", path, &it))
}

/// Copies the file of the site at `path` (as [`Sources::file_name`] has it) below `root` into
/// `out`, and returns the key of what was copied, which is not the one it was read with if
/// somebody has changed the file since.
///
/// # Errors
/// When the file cannot be read or `out` refuses.
pub fn copy(root: &Path, path: &Path, out: &mut dyn Write) -> Result<Key, Failure> {
    load::copy(root, path, out).map_err(|it| Failure::new("copy", path, &it))
}

/// A part of a file of the site, as [`copy`] would copy it; all that there is of it, where it is
/// shorter.
///
/// # Errors
/// When the file cannot be read.
pub fn part(root: &Path, path: &Path, part: Range<u64>) -> Result<Vec<u8>, Failure> {
    load::part(root, path, part).map_err(|it| Failure::new("read", path, &it))
}

impl Sources {
    /// Whether there is a site at all: settings, entries or a look of its own.
    pub fn is_site(&self) -> bool {
        let mut folders = ["content/", "overrides/", "themes/"].into_iter();
        self.config().is_some() || folders.any(|it| self.below(it).next().is_some())
    }

    /// The configuration.
    pub fn config(&self) -> Option<&Source> {
        self.text(self.config_path.as_deref().unwrap_or("site.yaml"))
    }

    /// Forgets the texts of entries, which take much room and which nobody needs once they
    /// are documents, but to show a part of one: for that, [`excerpts`] reads it again.
    pub fn forget_entries(&mut self) {
        self.texts.retain(|it| !it.path.starts_with("content/"));
    }

    /// Adds the texts of `more` that are not there.
    pub fn add_texts(&mut self, more: Self) {
        self.texts.extend(more.texts);
        self.texts.sort_by(|a, b| a.path.cmp(&b.path));
        self.texts.dedup_by(|second, first| second.path == first.path);
    }

    /// Where the file of `path` is on disk, from the root of the site.
    pub fn file_name<'a>(&'a self, path: &'a str) -> &'a Path {
        self.names.get(path).map_or(Path::new(path), PathBuf::as_path)
    }

    /// The text at `path`.
    pub fn text(&self, path: &str) -> Option<&Source> {
        let at = self.texts.binary_search_by(|it| (*it.path).cmp(path)).ok()?;
        self.texts.get(at)
    }

    /// The asset at `path`.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        let at = self.assets.binary_search_by(|it| (*it.path).cmp(path)).ok()?;
        self.assets.get(at)
    }

    /// The texts below `folder` (which ends in `/`), in order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Source> {
        let start = self.texts.partition_point(|it| *it.path < *folder);
        self.texts[start..].iter().take_while(move |it| it.path.starts_with(folder))
    }
}

impl Sources {
    /// The sources written down in one text: each file behind a line `-- path --`. For
    /// examples and tests.
    pub fn of_archive(archive: &str) -> Self {
        let mut files: Vec<(&str, String)> = Vec::new();
        for line in archive.split_inclusive('\n') {
            let name =
                line.trim_end().strip_prefix("-- ").and_then(|it| it.strip_suffix(" --"));
            match (name, files.last_mut()) {
                (Some(path), _) => files.push((path, String::new())),
                (None, Some((_, text))) => text.push_str(line),
                (None, None) => {}
            }
        }
        files.sort_unstable();
        let mut sources = Self::default();
        for (path, text) in files {
            match archive_asset(path, &text) {
                Some(asset) => sources.assets.push(asset),
                None => sources.texts.push(Source::new(path, text.into_bytes())),
            }
        }
        sources
    }
}

// Of a picture in an archive, only that it is there.
fn archive_asset(path: &str, text: &str) -> Option<Asset> {
    let markdown = Path::new(path).extension().is_some_and(|it| it == "md");
    let copied = path.starts_with("static/") || path.starts_with("content/") && !markdown;
    copied.then(|| Asset {
        path: path.into(),
        key: Key::of_bytes(text.as_bytes()),
        size: text.len() as u64,
        picture: None,
        pages: None,
        sha256: None,
    })
}
