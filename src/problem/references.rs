//! References and links that lead nowhere: `E2xx`.

use super::catalogue::Entry;

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[];
