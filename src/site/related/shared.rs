//! What two entries have in common, in the words of an editor: topics, countries.

use super::labels;
use crate::site::{EntryId, Site};

/// The fields looked at, what says most to a reader first.
const FIELDS: [&str; 4] = ["topics", "countries", "organisations", "people"];

/// The entries that both refer to, each field's in the order of the first; relations of a site's
/// own come last.
pub fn shared(site: &Site, id: EntryId, other: EntryId) -> Vec<EntryId> {
    let both = |field: &str| {
        let others = site.related_by(other, field);
        let own = site.related_by(id, field).iter().copied();
        own.filter(|it| others.contains(it)).collect::<Vec<_>>()
    };
    let kinds = labels::relations(site).filter(|it| !FIELDS.contains(it));
    let mut shared: Vec<EntryId> = Vec::new();
    for it in FIELDS.into_iter().chain(kinds).flat_map(both) {
        if !shared.contains(&it) {
            shared.push(it);
        }
    }
    shared
}
