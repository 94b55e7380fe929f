//! Titles that say the same twice: an update under nearly the same headline is not news.

use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use crate::site::{EntryId, Site, fold::fold};

/// Titles that share this part of their words are one.
const SAME: f64 = 0.8;

/// The words of all titles: for each entry, sorted hashes of its folded words.
pub(super) struct Words(Vec<Vec<u64>>);

/// The titles that are shown already.
pub(super) struct Titles<'a> {
    words: &'a Words,
    shown: Vec<EntryId>,
}

impl Words {
    /// The words of all news.
    pub(super) fn of(site: &Site) -> Self {
        let words = |id: &EntryId| {
            let is_news = site.is(*id, "news");
            if is_news { words(&site.entry(*id).card.title) } else { Vec::new() }
        };
        let ids: Vec<_> = site.ids().collect();
        Self(ids.par_iter().map(words).collect())
    }

    fn get(&self, id: EntryId) -> &[u64] {
        &self.0[id.0 as usize]
    }
}

impl<'a> Titles<'a> {
    /// That of the entry itself.
    pub(super) fn of(words: &'a Words, id: EntryId) -> Self {
        Self { words, shown: vec![id] }
    }

    /// Adds the title of an entry; says whether it is a new one.
    pub(super) fn add(&mut self, id: EntryId) -> bool {
        let words = self.words.get(id);
        let new = self.shown.iter().all(|it| overlap(self.words.get(*it), words) < SAME);
        self.shown.push(id);
        new
    }
}

fn words(title: &str) -> Vec<u64> {
    let folded = fold(title);
    let hash = |word: &str| {
        let mut hasher = DefaultHasher::new();
        word.hash(&mut hasher);
        hasher.finish()
    };
    let mut words: Vec<_> = folded.split(' ').map(hash).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The part of the words of both that both have (Jaccard 1901).
#[expect(clippy::cast_precision_loss, reason = "titles have few words")]
fn overlap(a: &[u64], b: &[u64]) -> f64 {
    let shared = a.iter().filter(|it| b.binary_search(it).is_ok()).count();
    shared as f64 / (a.len() + b.len() - shared).max(1) as f64
}
