//! Which folders a build works in: the output, and what stands beside it.

#![expect(clippy::disallowed_methods, reason = "publish makes folders")]

use std::{
    fs::{self, File, TryLockError},
    io,
    os::unix::fs::MetadataExt,
    path::{Component, Path, PathBuf},
};

use super::Stop;
use crate::{
    key::Key,
    problem::{Problem, machine::Failure},
};

/// The folder of a site's cache, from its root.
pub const STATE: &str = ".dateline";

/// The file in it that keeps it out of the history of a site.
pub(super) const IGNORE: &str = ".gitignore";

const PARTS: [&str; 6] = ["content", "data", "overrides", "static", "themes", STATE];

/// The folders of one site and one output.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The root of the site, links resolved.
    pub root: PathBuf,
    /// The output folder, links resolved; it need not exist.
    pub output: PathBuf,
    /// Where the manifests of this output are.
    pub(super) state: PathBuf,
}

/// Held while a build changes an output folder; released when dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Folders {
    /// The folders for `output`, or `public` in the root.
    ///
    /// # Errors
    /// When the output would be a part of the site, or the root cannot be read.
    pub fn find(root: &Path, output: Option<&Path>) -> Result<Self, Stop> {
        let real = root.canonicalize().map_err(|it| Failure::new("read", root, &it))?;
        let shown = output.unwrap_or(Path::new("public"));
        let output = resolve(&real.join(shown));
        if let Some(part) = part_of_site(&real, &output) {
            return Err(Problem::output_in_site(shown, &part).into());
        }
        // A site that is moved or checked out elsewhere keeps its cache.
        let name = output.strip_prefix(&real).unwrap_or(&output);
        let key = Key::of_bytes(name.as_os_str().as_encoded_bytes()).short(8);
        let last = name.file_name().unwrap_or_default().to_string_lossy();
        let state = real.join(STATE).join(format!("{last}-{key}"));
        Ok(Self { root: real, output, state })
    }

    /// Takes the output folder for this build alone.
    ///
    /// # Errors
    /// When another build holds it, or the cache cannot be written.
    pub fn lock(&self) -> Result<Lock, Failure> {
        let failed = |error| Failure::new("write", &self.state, &error).below(&self.root);
        fs::create_dir_all(&self.state).map_err(failed)?;
        hide_from_git(&self.root.join(STATE)).map_err(failed)?;
        let file = File::create(self.state.join("lock")).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => {
                let why = "another build is at work on it";
                Err(Failure::because("build", &self.output, why).below(&self.root))
            }
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    /// Where the tree behind the output is kept: in the cache, or beside the output where
    /// that is on another file system.
    pub(super) fn back(&self) -> PathBuf {
        let device = |path: &Path| {
            let there = path.ancestors().find_map(|it| it.metadata().ok());
            there.map(|it| it.dev())
        };
        let parent = self.output.parent().unwrap_or(&self.output);
        if device(parent) == device(&self.root) {
            return self.state.join("back");
        }
        let name = self.output.file_name().unwrap_or_default().to_string_lossy();
        parent.join(format!(".{name}.dateline-back"))
    }
}

fn part_of_site(root: &Path, output: &Path) -> Option<String> {
    if output == root {
        return Some("the folder of the site itself".into());
    }
    if root.starts_with(output) {
        return Some("a folder that the site is in".into());
    }
    let part = PARTS.iter().find(|it| output.starts_with(root.join(it)))?;
    Some(format!("in `{part}/`, a part of the site"))
}

// Links resolved as far as the path exists, the rest joined by hand.
fn resolve(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            Component::CurDir => {}
            _ => resolved.push(part),
        }
        if let Ok(real) = resolved.canonicalize() {
            resolved = real;
        }
    }
    resolved
}

/// Keeps the cache out of the site's history.
pub(super) fn hide_from_git(state: &Path) -> io::Result<()> {
    let ignore = state.join(IGNORE);
    if ignore.exists() { Ok(()) } else { fs::write(ignore, "*\n") }
}

/// Makes the folder that a file is in.
pub(super) fn make_parent(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)
}
