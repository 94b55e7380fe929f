//! Titles that say the same twice: an update under nearly the same headline is not news.
//!
//! Of candidates that say the same, the best one is shown and the rest are not: maximal
//! marginal relevance (Carbonell and Goldstein 1998) with nothing between new and known.

use super::words::Reader;
use crate::{
    key::hash,
    site::{EntryId, Site, fold::fold},
};

/// Titles that share this part of their words are one.
const SAME: f64 = 0.8;
/// Those that share this part may be, if endings do not count.
const ALIKE: f64 = 0.5;

/// The titles that are shown already.
pub(super) struct Titles<'a> {
    site: &'a Site,
    reader: Reader,
    shown: Vec<(EntryId, Title<'a>)>,
}

/// A title.
struct Title<'a> {
    text: &'a str,
    /// Its words as they stand in it.
    written: Vec<Word>,
    /// The same in an order that means nothing, each once.
    words: Vec<Word>,
    /// Whether most words are one letter, as in Chinese: there it is their order that says
    /// what is meant.
    is_dense: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    hash: u64,
    has_number: bool,
}

impl<'a> Titles<'a> {
    /// That of the entry itself, and those of others that are shown whatever they say.
    pub(super) fn of(site: &'a Site, id: EntryId, others: &[EntryId]) -> Self {
        let title = |it: &EntryId| (*it, Title::of(&site.entry(*it).card.title));
        let lang = usize::from(site.entry(id).lang.0);
        let reader = Reader::of(&site.config.languages[lang].tag);
        let shown = std::iter::once(&id).chain(others).map(title).collect();
        Self { site, reader, shown }
    }

    /// Adds the title of an entry, unless one that is shown says the same: gives that one.
    pub(super) fn add(&mut self, id: EntryId) -> Option<EntryId> {
        let Self { site, reader, shown } = self;
        let title = Title::of(&site.entry(id).card.title);
        let same = shown.iter().find(|it| it.1.says_the_same_as(&title, reader));
        let same = same.map(|it| it.0);
        if same.is_none() {
            shown.push((id, title));
        }
        same
    }
}

impl<'a> Title<'a> {
    fn of(text: &'a str) -> Self {
        let word = |it: &str| Word {
            hash: hash(fold(it).as_bytes()),
            has_number: it.contains(char::is_numeric),
        };
        let written: Vec<_> = Reader::written(text).map(word).collect();
        let letters = Reader::written(text).filter(|it| it.chars().nth(1).is_none());
        let is_dense = 2 * letters.count() > written.len();
        Self { text, words: sorted(written.iter().copied()), written, is_dense }
    }

    /// Whether nearly all words of two titles are the same (Jaccard 1901), with their endings
    /// or without, and all numbers: next year's report is another one.
    fn says_the_same_as(&self, other: &Self, reader: &mut Reader) -> bool {
        let share = share(&self.words, &other.words);
        if share < ALIKE || !self.has_numbers_of(other) || !other.has_numbers_of(self) {
            return false;
        }
        if self.is_dense || other.is_dense {
            return share >= SAME && self.is_in_order_of(other);
        }
        share >= SAME || {
            let mut stems = |it: &Self| sorted(reader.numbers(it.text).into_iter());
            self::share(&stems(self), &stems(other)) >= SAME
        }
    }

    /// Whether one is the other with words put in.
    fn is_in_order_of(&self, other: &Self) -> bool {
        let (one, two) = (&self.written, &other.written);
        let (short, long) = if one.len() < two.len() { (one, two) } else { (two, one) };
        let mut long = long.iter();
        short.iter().all(|it| long.any(|other| other == it))
    }

    fn has_numbers_of(&self, other: &Self) -> bool {
        let has = |it: &Word| self.words.binary_search(it).is_ok();
        other.words.iter().all(|it| !it.has_number || has(it))
    }
}

fn sorted<T: Ord>(words: impl Iterator<Item = T>) -> Vec<T> {
    let mut words: Vec<_> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Which part of all words two texts share: of those of both, each once and in order. All
/// where there are none.
#[expect(clippy::cast_precision_loss, reason = "titles have few words")]
fn share<T: Ord>(one: &[T], other: &[T]) -> f64 {
    let both = one.iter().filter(|it| other.binary_search(it).is_ok()).count();
    let all = one.len() + other.len() - both;
    if all == 0 { 1.0 } else { both as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_equal_titles_say_the_same_but_for_other_numbers() {
        let said = |a, b, lang| {
            let mut reader = Reader::of(lang);
            Title::of(a).says_the_same_as(&Title::of(b), &mut reader)
        };
        let same = |a, b| said(a, b, "en");
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
        assert!(same(
            "Police arrest gang in Fiji over fakes",
            "Police arrested gang in Fiji over fake"
        ));
        assert!(said(
            "警方在首尔逮捕三名网络诈骗嫌疑人",
            "警方在首尔逮捕三名网络诈骗的嫌疑人",
            "zh"
        ));
        for other in
            ["日本警方逮捕韩国嫌疑人", "博物馆展出古代青铜马", "韩国警方逮捕法国嫌疑人"]
        {
            assert!(!said("韩国警方逮捕日本嫌疑人", other, "zh"), "{other}");
        }
    }
}
