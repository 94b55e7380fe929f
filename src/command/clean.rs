//! `dateline clean`: removes what Dateline made, and nothing else.

use std::path::{Path, PathBuf};

use crate::publish::{self, Folders, Stop};

/// Removes the output of the site at `root` and its cache. Returns the folders that were
/// there, as they are best shown.
///
/// # Errors
/// When Dateline did not make the output, a build is at work on it or the disk refuses.
pub fn run(root: &Path, output: Option<&Path>) -> Result<Vec<PathBuf>, Stop> {
    let folders = Folders::find(root, output)?;
    let cleaned = publish::clean(&folders)?.into_iter();
    let short = |it: PathBuf| match it.strip_prefix(&folders.root) {
        Ok(short) => short.to_path_buf(),
        Err(_) => it,
    };
    Ok(cleaned.map(short).collect())
}
