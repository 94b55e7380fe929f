//! What the last build knew of each output. A cache: without it everything is rendered again
//! and the outcome is the same, so any damage is as good as none.

use serde::{Deserialize, Serialize};

use super::sealed;
use crate::{key::Key, source::Stat};

// Changes with the form of what follows.
const HEAD: &[u8] = b"dateline manifest 1\n";

/// One output of a build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// Its path.
    pub(super) path: String,
    /// The key of all it was made from.
    pub(super) input: Key,
    /// The key of its bytes.
    pub(super) bytes: Key,
    /// The file as it was left.
    pub(super) stat: Stat,
}

/// The bytes of a manifest.
pub(super) fn encode(lines: &[Line]) -> Vec<u8> {
    sealed::seal(HEAD, &lines)
}

/// The lines of a manifest, sorted by path; nothing if anything is wrong with it.
pub(super) fn decode(bytes: &[u8]) -> Option<Vec<Line>> {
    let lines: Vec<Line> = sealed::open(HEAD, bytes)?;
    lines.is_sorted_by(|a, b| a.path < b.path).then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_with_any_byte_changed_is_none() {
        let key = Key::of_bytes(b"x");
        let stat = Stat { size: 1, changed: 2, inode: 3 };
        let line = Line { path: "a".into(), input: key, bytes: key, stat };
        let good = encode(std::slice::from_ref(&line));
        assert_eq!(decode(&good), Some(vec![line]));
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(decode(&bad), None, "byte {at}");
            assert_eq!(decode(&good[..at]), None, "cut at {at}");
        }
    }
}
