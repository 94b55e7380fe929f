//! Front matter that says something wrong: `E1xx`.

use super::catalogue::Entry;

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[];
