//! Titles that say the same twice: an update under nearly the same headline is not news.
//!
//! Of candidates that say the same, the best one is shown and the rest are not: maximal
//! marginal relevance (Carbonell and Goldstein 1998) with nothing between new and known.

use crate::{
    key::hash,
    site::{EntryId, Site, fold::fold},
};

/// Titles that share this part of their words are one.
const SAME: f64 = 0.8;

/// The titles that are shown already.
pub(super) struct Titles<'a> {
    site: &'a Site,
    shown: Vec<(EntryId, Title)>,
}

/// The words of a title, in an order that means nothing, each once.
struct Title(Vec<Word>);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    hash: u64,
    has_number: bool,
}

impl<'a> Titles<'a> {
    /// That of the entry itself, and those of others that are shown whatever they say.
    pub(super) fn of(site: &'a Site, id: EntryId, others: &[EntryId]) -> Self {
        let title = |it: &EntryId| (*it, Title::of(&site.entry(*it).card.title));
        Self { site, shown: std::iter::once(&id).chain(others).map(title).collect() }
    }

    /// Adds the title of an entry, unless one that is shown says the same: gives that one.
    pub(super) fn add(&mut self, id: EntryId) -> Option<EntryId> {
        let title = Title::of(&self.site.entry(id).card.title);
        let same = self.shown.iter().find(|it| it.1.says_the_same_as(&title));
        let same = same.map(|it| it.0);
        if same.is_none() {
            self.shown.push((id, title));
        }
        same
    }
}

impl Title {
    fn of(title: &str) -> Self {
        let word = |it: &str| Word {
            hash: hash(it.as_bytes()),
            has_number: it.contains(char::is_numeric),
        };
        let mut words: Vec<_> = fold(title).split(' ').map(word).collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// Whether nearly all words of two titles are the same (Jaccard 1901), and all numbers:
    /// next year's report is another one.
    fn says_the_same_as(&self, other: &Self) -> bool {
        let both = self.0.iter().filter(|it| other.has(it)).count();
        let all = self.0.len() + other.0.len() - both;
        share(both, all) >= SAME
            && self.has_numbers_of(other)
            && other.has_numbers_of(self)
    }

    fn has_numbers_of(&self, other: &Self) -> bool {
        other.0.iter().all(|it| !it.has_number || self.has(it))
    }

    fn has(&self, word: &Word) -> bool {
        self.0.binary_search(word).is_ok()
    }
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
        let same = |a, b| Title::of(a).says_the_same_as(&Title::of(b));
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
