//! Values that do not fit their fields.
use super::catalogue::Entry;
/// The codes of this group.
pub const ENTRIES: &[Entry] = &[];
