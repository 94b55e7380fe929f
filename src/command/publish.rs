//! `dateline publish`: puts a site together from parts that were built apart.

use std::path::{Path, PathBuf};

use super::threads::with_threads;
use crate::publish::{self, Cache, Folders, Front, Merged, Stop, Strangers};

/// Publishes the site of which `parts` are the parts to `output`, or to `public` in `root`.
///
/// # Errors
/// When they are not all the parts of one site, files of others are in the way, or the disk
/// refuses; what readers see is then as it was.
pub fn run(
    root: &Path,
    output: Option<&Path>,
    parts: &[PathBuf],
    strangers: Strangers,
) -> Result<Merged, Stop> {
    let folders = Folders::find(root, output)?;
    with_threads(None, || {
        let lock = folders.lock()?;
        folders.recover(&lock)?;
        let front = Front::read(&folders, Cache::Use, strangers)?;
        publish::merge(&front, parts, strangers)
    })?
}
