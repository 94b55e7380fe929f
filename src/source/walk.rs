//! Finds the files of a site and says what each is. The only module that knows walkdir.

use std::{
    ffi::OsStr,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use walkdir::{DirEntry, WalkDir};

use super::Stat;
use crate::problem::{Problem, machine::Failure};

/// The folders that a site is made of.
// In the order of their paths, so that all that is found is sorted already but for names in
// odd Unicode forms.
pub const FOLDERS: [&str; 5] = ["content", "data", "overrides", "static", "themes"];

/// A file of a site, not yet read.
#[derive(Debug)]
pub(super) struct Found {
    /// Its path from the root of the site, with `/`, in NFC.
    pub(super) path: Arc<str>,
    /// The same as it is on disk, where that differs.
    pub(super) name: Option<PathBuf>,
    /// What it is.
    pub(super) kind: Kind,
    /// What the disk says of it.
    pub(super) stat: Stat,
}

impl Found {
    /// Its path from the root of the site as it is on disk.
    pub(super) fn on_disk(&self) -> &Path {
        self.name.as_deref().unwrap_or(Path::new(&*self.path))
    }
}

/// What becomes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An entry.
    Markdown,
    /// Another text: data, a template, a configuration.
    Text,
    /// It is copied.
    Asset,
}

/// All files of the site at `root`, sorted by path.
pub(super) fn files(
    root: &Path,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Found>, Failure> {
    let real = root.canonicalize().map_err(|it| Failure::new("read", root, &it))?;
    let mut found = Vec::new();
    for folder in FOLDERS {
        if real.join(folder).symlink_metadata().is_ok() {
            walk(&real, folder, &mut found, problems)
                .map_err(|failure| failure.below(&real))?;
        }
    }
    found.sort_by(|a, b| (&a.path, &a.name).cmp(&(&b.path, &b.name)));
    found.dedup_by(|second, first| {
        let same = second.path == first.path;
        if same {
            problems.push(Problem::same_name(&first.path));
        }
        same
    });
    Ok(found)
}

fn walk(
    root: &Path,
    folder: &'static str,
    found: &mut Vec<Found>,
    problems: &mut Vec<Problem>,
) -> Result<(), Failure> {
    let walk = WalkDir::new(root.join(folder)).follow_links(true).sort_by_file_name();
    let mut walk = walk.into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                problems.extend(unfollowed(root, &error)?);
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        if folder == "content" && !is_folder {
            problems.extend(misnamed(below(root, entry.path())));
        }
        if is_left_out(folder, entry.file_name()) {
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        match look(root, folder, &entry) {
            Ok(Some(file)) => found.push(file),
            Ok(None) => {}
            Err(problem) => {
                problems.push(*problem);
                if is_folder {
                    walk.skip_current_dir();
                }
            }
        }
    }
    Ok(())
}

// What stands at `entry`: a file, nothing of interest (a folder), or something wrong.
fn look(
    root: &Path,
    folder: &str,
    entry: &DirEntry,
) -> Result<Option<Found>, Box<Problem>> {
    let disk = below(root, entry.path());
    let path = sound_name(disk)?;
    if entry.path_is_symlink() {
        let target = entry.path().canonicalize().ok();
        if target.is_none_or(|it| !it.starts_with(root)) {
            let why = "is a link that leads out of the site";
            return Err(Box::new(Problem::bad_link(&path, why)));
        }
    }
    if entry.file_type().is_dir() {
        return Ok(None);
    }
    if !entry.file_type().is_file() {
        let why = "is neither a file nor a folder";
        return Err(Box::new(Problem::bad_link(&path, why)));
    }
    let gone = Stat { size: 0, changed: 0, inode: 0 };
    let stat = entry.metadata().map_or(gone, |it| Stat::of(&it));
    let name = (disk.as_os_str() != &*path).then(|| disk.to_path_buf());
    let kind = kind(folder, &path);
    Ok(Some(Found { path: path.into(), name, kind, stat }))
}

fn kind(folder: &str, path: &str) -> Kind {
    match folder {
        "content" if Path::new(path).extension() == Some(OsStr::new("md")) => {
            Kind::Markdown
        }
        "content" | "static" => Kind::Asset,
        _ => Kind::Text,
    }
}

/// Whether the file of a site at this path is read, and not only copied.
pub(super) fn is_text(path: &str) -> bool {
    let folder = path.split('/').next().unwrap_or_default();
    kind(folder, path) != Kind::Asset
}

/// Whether a file at this path, from the root of the site, is no part of it whatever it is.
pub(super) fn is_ignored(path: &Path) -> bool {
    let mut parts = path.iter();
    let first = parts.next();
    let folder = FOLDERS.iter().find(|it| first == Some(OsStr::new(it)));
    // Somebody must be told of what was not meant to be left out.
    let is_silent = |folder| folder != "content" || misnamed(path).is_none();
    folder.is_none_or(|it| is_silent(*it) && parts.any(|name| is_left_out(it, name)))
}

// Names in `static/` are taken as they are, but for what systems and editors leave behind.
fn is_left_out(folder: &str, name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let left_behind = name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".swp", ".swo", ".bak", ".tmp", ".orig"].iter().any(|it| name.ends_with(it))
        || matches!(&*name, "Thumbs.db" | "desktop.ini");
    let hidden = match folder {
        "static" => {
            let left_behind = [".git", ".#"].iter().any(|it| name.starts_with(it));
            // The last one is the name of the list of what was published.
            left_behind || matches!(&*name, ".DS_Store" | ".dateline")
        }
        "content" => name.starts_with(['.', '_']),
        _ => name.starts_with('.'),
    };
    hidden || left_behind
}

// What other generators take for a page: Hugo and Zola for that of a section.
fn misnamed(path: &Path) -> Option<Problem> {
    let name = path.file_name()?.to_string_lossy();
    let suffix = path.extension()?.to_string_lossy();
    let (why, help) = if name.starts_with("_index.") && suffix == "md" {
        let help = "make it an entry in `content/pages/`, or delete it";
        ("its name begins with `_`", help)
    } else if is_markdown_elsewhere(&suffix) && !name.starts_with(['.', '_']) {
        ("its name does not end in `.md`", "rename it")
    } else {
        return None;
    };
    let path = sound_name(path).ok()?;
    Some(Problem::misnamed_page(&path, why, help))
}

fn is_markdown_elsewhere(suffix: &str) -> bool {
    let others = ["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"];
    suffix != "md" && others.contains(&&*suffix.to_lowercase())
}

// The path with `/` in NFC.
fn sound_name(path: &Path) -> Result<String, Box<Problem>> {
    // Nearly all names are made of these letters alone.
    let plain = |it: u8| it.is_ascii_alphanumeric() || b"/-_.".contains(&it);
    if let Some(text) = path.to_str().filter(|it| it.bytes().all(plain)) {
        return Ok(text.to_owned());
    }
    let shown = path.to_string_lossy();
    let Some(text) = path.to_str() else {
        return Err(Box::new(Problem::bad_name(&shown, "is not valid UTF-8")));
    };
    if text.contains(char::is_control) {
        let shown = text.replace(char::is_control, "\u{fffd}");
        let why = "has a control character in it";
        return Err(Box::new(Problem::bad_name(&shown, why)));
    }
    let parts = path.components().map(|it| it.as_os_str().to_string_lossy());
    let text = parts.collect::<Vec<_>>().join("/");
    if text.contains('\\') {
        return Err(Box::new(Problem::bad_name(&text, "has a `\\` in it")));
    }
    let normal = is_nfc_quick(text.chars()) == IsNormalized::Yes;
    Ok(if normal { text } else { text.nfc().collect() })
}

// A problem for links that lead nowhere, nothing for what has just been deleted.
fn unfollowed(root: &Path, error: &walkdir::Error) -> Result<Option<Problem>, Failure> {
    let path = error.path().unwrap_or(root);
    let shown = below(root, path).to_string_lossy();
    if error.loop_ancestor().is_some() {
        return Ok(Some(Problem::bad_link(&shown, "is a link to a folder it is in")));
    }
    let kind = error.io_error().map_or(ErrorKind::Other, std::io::Error::kind);
    let link = path.symlink_metadata().is_ok_and(|it| it.file_type().is_symlink());
    match (kind, error.io_error()) {
        (ErrorKind::PermissionDenied, Some(error)) => {
            Err(Failure::new("read", path, error))
        }
        (_, _) if link => Ok(Some(Problem::bad_link(&shown, "is a link to nowhere"))),
        (ErrorKind::NotFound, _) => Ok(None),
        (_, Some(error)) => Err(Failure::new("read", path, error)),
        (_, None) => Err(Failure::because("read", path, "the folder changed meanwhile")),
    }
}

fn below<'a>(root: &Path, path: &'a Path) -> &'a Path {
    path.strip_prefix(root).unwrap_or(path)
}
