//! House style: `W3xx`, `E323`, `E324`.

use super::catalogue::Entry;

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[];
