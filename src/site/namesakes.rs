//! Entries that a name given for good would not tell apart: of one type, language, year and
//! id, in other folders.

use std::collections::{BTreeMap, BTreeSet};

use super::{EntryId, Site};

/// All but the oldest of those with one name. What comes later takes the name from none.
pub fn find(site: &Site) -> BTreeSet<EntryId> {
    let mut oldest = BTreeMap::new();
    let mut dated: Vec<_> =
        site.ids().filter(|it| site.entry(*it).card.date.is_some()).collect();
    dated.sort_by_key(|it| (site.entry(*it).card.instant, *it));
    let is_first = |it: &EntryId| {
        let entry = site.entry(*it);
        let name = (entry.ty, entry.lang, entry.year(), &*entry.id);
        *oldest.entry(name).or_insert(*it) == *it
    };
    let (_, others) = dated.into_iter().partition::<Vec<_>, _>(is_first);
    others.into_iter().collect()
}
