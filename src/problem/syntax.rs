//! Text that cannot be read: `E0xx`.

use super::catalogue::Entry;

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[];
