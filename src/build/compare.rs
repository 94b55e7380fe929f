//! Compares what is published with what a build would publish, and writes nothing.

use super::{Ready, Work, deliver, render::Rendered};
use crate::publish::{Front, Stop};

/// What would become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is not there.
    Added,
    /// It has other bytes.
    Changed,
    /// It does not belong there any more.
    Removed,
}

/// A file that a build would change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// Its path below the output folder.
    pub path: String,
    /// What would become of it.
    pub change: Change,
}

/// What a build would change (`--dry-run`), sorted by path. Trusts the manifest as a build
/// does.
///
/// # Errors
/// When a page cannot be rendered.
pub fn compare(ready: &Ready, front: &Front, work: Work) -> Result<Vec<Changed>, Stop> {
    differences(ready, front, work, |it| {
        let same = || front.same(it.path, it.made.size(), it.made.key());
        front.held(it.path, it.input).or_else(same).is_some()
    })
}

/// Where what is published differs from a clean build (`--verify`), sorted by path. Trusts
/// nothing but bytes.
///
/// # Errors
/// When a page cannot be rendered.
pub fn verify(ready: &Ready, front: &Front, work: Work) -> Result<Vec<Changed>, Stop> {
    differences(ready, front, work, |it| {
        front.key_on_disk(it.path) == Some(it.made.key())
    })
}

fn differences(
    ready: &Ready,
    front: &Front,
    work: Work,
    is_same: impl Fn(&Rendered) -> bool + Sync,
) -> Result<Vec<Changed>, Stop> {
    let pages = deliver::pages(ready, work);
    let wanted: Vec<&str> = pages.iter().map(|it| it.path.as_str()).collect();
    let judge = |it: Rendered| {
        let change = if front.has(it.path) { Change::Changed } else { Change::Added };
        let path = it.path.to_owned();
        Ok((!is_same(&it)).then_some(Changed { path, change }))
    };
    let found = ready.render(&pages, work, judge)?;
    let stale = front.stale(&wanted).into_iter();
    let stale = stale.map(|it| Changed { path: it.to_owned(), change: Change::Removed });
    let mut all: Vec<Changed> = found.into_iter().flatten().chain(stale).collect();
    all.sort();
    Ok(all)
}
