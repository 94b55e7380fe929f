//! Titles that say the same twice: an update under nearly the same headline is not news.

use std::collections::BTreeSet;

use crate::site::{EntryId, Site, fold::fold};

/// Titles that share this part of their words are one.
const SAME: f64 = 0.8;

/// The titles that are shown already.
pub(super) struct Titles<'a> {
    site: &'a Site,
    shown: Vec<BTreeSet<String>>,
}

impl<'a> Titles<'a> {
    /// That of the entry itself.
    pub(super) fn of(site: &'a Site, id: EntryId) -> Self {
        let mut titles = Self { site, shown: Vec::new() };
        titles.add(id);
        titles
    }

    /// Adds the title of an entry; says whether it is a new one.
    pub(super) fn add(&mut self, id: EntryId) -> bool {
        let words = words(&self.site.entry(id).card.title);
        let new = self.shown.iter().all(|it| overlap(it, &words) < SAME);
        self.shown.push(words);
        new
    }
}

fn words(title: &str) -> BTreeSet<String> {
    fold(title).split(' ').map(ToOwned::to_owned).collect()
}

/// The part of the words of both that both have (Jaccard 1901).
#[expect(clippy::cast_precision_loss, reason = "titles have few words")]
fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    shared as f64 / a.union(b).count().max(1) as f64
}
