//! Titles that say the same twice: an update under nearly the same headline is not news.
//!
//! Of candidates that say the same, the best one is shown and the rest are not: maximal
//! marginal relevance (Carbonell and Goldstein 1998) with nothing between new and known.

use std::collections::BTreeSet;

use crate::site::{EntryId, Site, fold::fold};

/// Titles that share this part of their words are one.
const SAME: f64 = 0.8;

/// The titles that are shown already.
pub(super) struct Titles<'a> {
    site: &'a Site,
    shown: Vec<(EntryId, String)>,
}

impl<'a> Titles<'a> {
    /// That of the entry itself.
    pub(super) fn of(site: &'a Site, id: EntryId) -> Self {
        let mut titles = Self { site, shown: Vec::new() };
        titles.show(id);
        titles
    }

    /// Adds the title of an entry.
    pub(super) fn show(&mut self, id: EntryId) {
        self.shown.push((id, fold(&self.site.entry(id).card.title)));
    }

    /// The first one shown that says the same as the title of an entry.
    pub(super) fn same(&self, id: EntryId) -> Option<EntryId> {
        let title = fold(&self.site.entry(id).card.title);
        self.shown.iter().find(|it| say_the_same(&it.1, &title)).map(|it| it.0)
    }
}

/// Whether nearly all words of two folded titles are the same (Jaccard 1901), and all
/// numbers: next year's report is another one.
fn say_the_same(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|it| it.split(' ').collect::<BTreeSet<_>>());
    let different = a.symmetric_difference(&b);
    let has_number = |it: &&&str| it.contains(|c: char| c.is_numeric());
    let (all, other) = (a.union(&b).count(), different.clone().count());
    different.filter(has_number).count() == 0 && share(all - other, all) >= SAME
}

#[expect(clippy::cast_precision_loss, reason = "titles have few words")]
fn share(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_equal_titles_say_the_same_but_for_other_numbers() {
        let same = |a, b| say_the_same(&fold(a), &fold(b));
        assert!(same("Ten held in Fiji over fakes", "TEN HELD in Fiji, over fakes!"));
        assert!(same(
            "Ten people held in Fiji over fakes",
            "Ten people held in Fiji over the fakes"
        ));
        assert!(!same("Ten held in Fiji", "Ten held in Samoa"));
        assert!(!same(
            "The annual report of the office for 2024",
            "The annual report of the office for 2025"
        ));
        assert!(same("…", "—"));
    }
}
