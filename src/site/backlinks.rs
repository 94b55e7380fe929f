//! Backlinks: which bodies mention an entry.

use std::cmp::Reverse;

use super::{EntryId, Site, Target, relations::is_listed};

/// For each entry, those whose bodies link to it, newest first, then by path.
pub fn find(site: &Site) -> Vec<Vec<EntryId>> {
    let mut order: Vec<_> = site.ids().collect();
    order.sort_by_key(|id| (Reverse(site.entry(*id).card.instant), *id));
    let mut backlinks: Vec<Vec<EntryId>> = order.iter().map(|_| Vec::new()).collect();
    for from in order {
        let translations = &site.translations[from.0 as usize];
        for to in site.linked(from) {
            let list = &mut backlinks[to.0 as usize];
            let other = !translations.contains(&to) && is_listed(site, from, to);
            if other && list.last() != Some(&from) {
                list.push(from);
            }
        }
    }
    backlinks
}

impl Site {
    /// The entries that the body of an entry links to, in the order of the text.
    pub fn linked(&self, from: EntryId) -> impl Iterator<Item = EntryId> {
        let entry = self.entry(from);
        let document = entry.document.as_ref();
        let start = document.map_or(usize::MAX, |it| it.references as usize);
        let targets = self.targets[from.0 as usize].iter().skip(start);
        targets.filter_map(|it| match it {
            Target::Entry(to) | Target::Anchor(to, _) => Some(*to),
            _ => None,
        })
    }
}
