//! The moment of publishing: the tree that readers see becomes the new one.

#![expect(clippy::disallowed_methods, reason = "publish moves what it made")]

use std::{fs, io, path::Path};

use rustix::{
    fs::{CWD, RenameFlags, renameat_with},
    io::Errno,
};

use crate::problem::machine::Failure;

/// How a tree was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// In one step: at every instant one of the two trees was whole in its place.
    Atomic,
    /// The file system knows no exchange: by two renames, with no tree between them.
    TwoRenames,
}

/// Puts `back` in the place of `front`, and `front`, if it is there, in that of `back`.
/// `aside` is a free name on the same file system.
pub(super) fn exchange(
    front: &Path,
    back: &Path,
    aside: &Path,
) -> Result<Exchange, Failure> {
    let done = if front.exists() {
        match renameat_with(CWD, back, CWD, front, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(Exchange::Atomic),
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
                two_renames(front, back, aside)
            }
            Err(error) => Err(error.into()),
        }
    } else {
        fs::rename(back, front).map(|()| Exchange::Atomic)
    };
    done.map_err(|error| Failure::new("publish to", front, &error))
}

/// Puts the old tree where it belongs if a build was killed between two renames: back in its
/// place, or, if the new one is there already, behind it.
pub(super) fn recover(front: &Path, back: &Path, aside: &Path) -> Result<(), Failure> {
    let place = if front.exists() { back } else { front };
    if place.exists() || !aside.exists() {
        return Ok(());
    }
    fs::rename(aside, place).map_err(|error| Failure::new("restore", place, &error))
}

fn two_renames(front: &Path, back: &Path, aside: &Path) -> io::Result<Exchange> {
    fs::rename(front, aside)?;
    if let Err(error) = fs::rename(back, front) {
        fs::rename(aside, front)?;
        return Err(error);
    }
    fs::rename(aside, back)?;
    Ok(Exchange::TwoRenames)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trees() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["front", "back"] {
            fs::create_dir(folder.path().join(name)).unwrap();
            fs::write(folder.path().join(name).join("which"), name).unwrap();
        }
        folder
    }

    #[test]
    fn both_ways_leave_each_tree_in_the_place_of_the_other() {
        for swap in [exchange, |front: &Path, back: &Path, aside: &Path| {
            Ok(two_renames(front, back, aside).unwrap())
        }] {
            let folder = trees();
            let at = |name: &str| folder.path().join(name);
            swap(&at("front"), &at("back"), &at("aside")).unwrap();
            assert_eq!(fs::read_to_string(at("front/which")).unwrap(), "back");
            assert_eq!(fs::read_to_string(at("back/which")).unwrap(), "front");
            assert!(!at("aside").exists());
        }
    }

    #[test]
    fn what_a_build_was_killed_at_between_its_renames_is_ended_by_the_next() {
        let folder = trees();
        let at = |name: &str| folder.path().join(name);
        let which =
            |name: &str| fs::read_to_string(at(name).join("which")).unwrap_or_default();
        fs::rename(at("front"), at("aside")).unwrap();
        recover(&at("front"), &at("back"), &at("aside")).unwrap();
        assert_eq!(
            [which("front"), which("back"), which("aside")],
            ["front", "back", ""]
        );
        fs::rename(at("front"), at("aside")).unwrap();
        fs::rename(at("back"), at("front")).unwrap();
        recover(&at("front"), &at("back"), &at("aside")).unwrap();
        assert_eq!(
            [which("front"), which("back"), which("aside")],
            ["back", "front", ""]
        );
    }
}
