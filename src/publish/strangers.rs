//! Files in an output folder that Dateline did not make: they stay.

#![expect(clippy::disallowed_methods, reason = "publish moves what stands in its folder")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{listing::Listing, survey::Survey};
use crate::problem::machine::Failure;

/// What is in `survey` and not in `listing`: files and links. Empty folders are nobody's.
pub(super) fn of(survey: &Survey, listing: &Listing) -> Vec<PathBuf> {
    let files = survey.files.iter().map(|it| it.0.as_str());
    let strange = files.filter(|it| !listing.has(it)).map(PathBuf::from);
    let mut all: Vec<_> = strange.chain(survey.others.iter().cloned()).collect();
    all.sort();
    all
}

/// Whether a stranger stands where one of `wanted` (sorted) should go: at its path, as a
/// file in place of one of its folders, or below it.
pub(super) fn clashes(stranger: &Path, wanted: &[&str]) -> bool {
    let is_wanted =
        |path: &Path| path.to_str().is_some_and(|it| wanted.binary_search(&it).is_ok());
    let holds_wanted = stranger.to_str().is_some_and(|it| {
        let folder = format!("{it}/");
        let at = wanted.partition_point(|it| *it < folder.as_str());
        wanted.get(at).is_some_and(|it| it.starts_with(&folder))
    });
    holds_wanted || stranger.ancestors().any(is_wanted)
}

/// The fewest things to move so that all `strangers` move: where a whole folder holds
/// nothing that is in `own` or `wanted` (both sorted), the folder.
pub(super) fn whole(
    strangers: &[PathBuf],
    own: &[String],
    wanted: &[&str],
) -> Vec<PathBuf> {
    let is_strange = |path: &Path| {
        let Some(path) = path.to_str() else { return true };
        let folder = format!("{path}/");
        let ours = own.partition_point(|it| it.as_str() < folder.as_str());
        let ours = own.get(ours).is_some_and(|it| it.starts_with(&folder));
        let new = wanted.partition_point(|it| *it < folder.as_str());
        let new = wanted.get(new).is_some_and(|it| it.starts_with(&folder));
        !ours && !new
    };
    let top = |stranger: &PathBuf| {
        let above = stranger.ancestors().skip(1).filter(|it| !it.as_os_str().is_empty());
        let folders = above.take_while(|it| is_strange(it));
        folders.last().map_or_else(|| stranger.clone(), Path::to_path_buf)
    };
    let mut all: Vec<PathBuf> = strangers.iter().map(top).collect();
    all.dedup();
    all
}

/// Moves each of `strangers` from one tree to another, unless something is there already or
/// it is gone. Gives those that were moved.
pub(super) fn carry(
    strangers: &[PathBuf],
    from: &Path,
    to: &Path,
) -> Result<Vec<PathBuf>, Failure> {
    let mut moved = Vec::new();
    for path in strangers {
        let (old, new) = (from.join(path), to.join(path));
        if old.symlink_metadata().is_err() || new.symlink_metadata().is_ok() {
            continue;
        }
        let parent = new.parent().unwrap_or(to);
        fs::create_dir_all(parent)
            .and_then(|()| fs::rename(&old, &new))
            .map_err(|error| Failure::new("move", &old, &error))?;
        moved.push(path.clone());
    }
    Ok(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_clashes_at_above_and_below_what_is_wanted() {
        let wanted = ["a/index.html", "b"];
        for clash in ["a/index.html", "a", "b", "b/notes.txt"] {
            assert!(clashes(Path::new(clash), &wanted), "{clash}");
        }
        for free in ["a/notes.txt", "a0", "c", "a/index.html2"] {
            assert!(!clashes(Path::new(free), &wanted), "{free}");
        }
    }

    #[test]
    fn a_folder_of_strangers_moves_as_one() {
        let strangers = [".git/HEAD", ".git/objects/x", "a/notes.txt", "a/old/x"];
        let strangers = strangers.map(PathBuf::from);
        let whole = whole(&strangers, &["a/index.html".to_owned()], &["b"]);
        assert_eq!(whole, [".git", "a/notes.txt", "a/old"].map(PathBuf::from));
    }
}
