//! Which files were changed since a git revision. Asks the `git` program.

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Command, Output},
};

use unicode_normalization::UnicodeNormalization;

use crate::problem::{Problem, machine::Failure};

/// The files below `root` that differ from `revision` or are new, as [`crate::source`] names
/// them.
pub(super) fn changed(root: &Path, revision: &str) -> Result<BTreeSet<String>, Failure> {
    let commit = format!("{revision}^{{commit}}");
    let verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
    let found = git(root, revision, &verify)?;
    if !found.status.success() {
        let inside = git(root, revision, &["rev-parse", "--git-dir"])?.status.success();
        let why = if inside { "git knows no such revision" } else { NO_REPOSITORY };
        return Err(Failure::because("compare with", Path::new(revision), why));
    }
    let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    let diff = ["diff", "--name-only", "-z", "--relative", &commit, "--"];
    let new = ["ls-files", "-z", "--others", "--exclude-standard"];
    let mut names = BTreeSet::new();
    for arguments in [&diff[..], &new[..]] {
        let listed = git(root, revision, arguments)?;
        if !listed.status.success() {
            let why = String::from_utf8_lossy(&listed.stderr).trim().to_owned();
            return Err(Failure::because("compare with", Path::new(revision), why));
        }
        let text = String::from_utf8_lossy(&listed.stdout);
        names.extend(text.split('\0').map(|it| it.nfc().collect::<String>()));
    }
    Ok(names)
}

/// Whether a problem is in one of these files, points to one, or concerns the whole site.
pub(super) fn concerns(problem: &Problem, changed: &BTreeSet<String>) -> bool {
    let places = problem.place.iter().chain(problem.notes.iter().map(|it| &it.place));
    problem.place.is_none() || places.into_iter().any(|it| changed.contains(&*it.path))
}

const NO_REPOSITORY: &str = "the site is not in a git repository";

fn git(root: &Path, revision: &str, arguments: &[&str]) -> Result<Output, Failure> {
    let run = Command::new("git").arg("-C").arg(root).args(arguments).output();
    run.map_err(|_| {
        let why = "the program `git` is needed for this and was not found";
        Failure::because("compare with", Path::new(revision), why)
    })
}
