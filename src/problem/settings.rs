//! `site.yaml`, variables and options: `E5xx`.

use super::catalogue::Entry;

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[];
