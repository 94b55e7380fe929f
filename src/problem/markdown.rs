//! Texts of documents.
use super::catalogue::Entry;
/// The codes of this group.
pub const ENTRIES: &[Entry] = &[];
