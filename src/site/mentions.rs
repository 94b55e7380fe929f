//! Names in texts: one automaton over everything that entries and countries go by, so that a
//! text is searched for all names at once. Knows no files and no links.
//!
//! A name is found in any accents, spaces and hyphens, as whole words by the boundaries of
//! Unicode Annex 29 (an apostrophe is one, too: `l’Iran`, `Korea’s`), which lie between any
//! two characters of scripts that are written without spaces; in Arabic behind the particles
//! that are joined to a word. Of names that overlap, the one
//! that begins first counts, and of those the longest.

mod gather;
mod name;

use std::{cmp::Reverse, ops::Range};

use aho_corasick::{AhoCorasick, MatchKind};
use unicode_segmentation::UnicodeSegmentation;

pub use self::gather::{first, is_house_name};
use self::name::Name;
use super::{EntryId, Site, fold::Folded};
use crate::reference::{CountryId, traps};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// An entry, whatever the language: the first of those that are translations of it.
    Entry(EntryId),
    /// A country that has no entry.
    Country(CountryId),
}

/// A name found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// All that it may be the name of, in order; never nothing.
    pub named: Vec<Named>,
}

/// All names of a site.
pub struct Lexicon {
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton, the names that are folded to it.
    names: Vec<Vec<Name>>,
}

impl Lexicon {
    /// The names of the entries of some types, and of all countries if those are among them.
    pub fn new(site: &Site, types: &[&str]) -> Self {
        Self::of_names(gather::names(site, types))
    }

    fn of_names(mut names: Vec<Name>) -> Self {
        names.retain(|it| it.folded().chars().nth(1).is_some());
        names.sort();
        names.dedup();
        let groups = names.chunk_by(|a, b| a.folded() == b.folded());
        let names: Vec<Vec<Name>> = groups.map(<[Name]>::to_vec).collect();
        // Overlapping names are told apart below: which of them counts depends on more than
        // their letters.
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(names.iter().map(|it| it[0].folded()))
            .ok();
        Self { automaton, names }
    }

    /// The names in a text, in order, none of them overlapping.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let folded = Folded::new(text);
        let found =
            self.automaton.iter().flat_map(|it| it.find_overlapping_iter(&folded.text));
        let place = |it: aho_corasick::Match| {
            let (names, range) = (&self.names[it.pattern().as_usize()], it.range());
            Some(Found { names, at: it.start(), range: folded.origin(range)? })
        };
        let found: Vec<Found> = found.filter_map(place).collect();
        if found.is_empty() {
            return Vec::new();
        }
        let ends = boundaries(text);
        let whole = |it: &&Found| ends[it.range.start] && ends[it.range.end];
        let mention = |it: &Found| it.mention(text, &folded);
        leftmost_longest(found.iter().filter(whole).filter_map(mention).collect())
    }
}

/// Letters of a text that are those of some names.
struct Found<'a> {
    names: &'a [Name],
    /// Where in the folded text.
    at: usize,
    /// Where in the text.
    range: Range<usize>,
}

impl Found<'_> {
    /// The mention that it is, if any of the names may be written as the text has it.
    fn mention(&self, text: &str, folded: &Folded) -> Option<Mention> {
        let Range { start, end } = self.range;
        let fits = |it: &&Name| it.fits(text, folded, self.at);
        let mut fitting = self.names.iter().filter(fits).peekable();
        fitting.peek()?;
        if traps::is_personal(text, start, end) || is_in_address(text, &self.range) {
            return None;
        }
        let mut named: Vec<Named> = fitting.filter_map(|it| it.named).collect();
        named.sort();
        named.dedup();
        Some(Mention { range: closed(text, start..end), named })
    }
}

/// A range with what ends the name and is no letter: `Korea (Rep. of)`, `U.S.`.
fn closed(text: &str, range: Range<usize>) -> Range<usize> {
    let name = &text[range.clone()];
    let bracket = name.rsplit(')').next().is_some_and(|it| it.contains('('));
    let stop = name.rsplit_once('.').is_some_and(|it| it.1.chars().count() == 1);
    let rest = &text[range.end..];
    let ends = bracket && rest.starts_with(')') || stop && rest.starts_with('.');
    range.start..range.end + usize::from(ends)
}

/// Whether a range of a text is part of an address of the web or of mail.
fn is_in_address(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].rsplit(char::is_whitespace).next();
    let behind = text[range.end..].split(char::is_whitespace).next();
    let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
    before.contains("://")
        || behind.starts_with("://")
        || before.starts_with("www.")
        || before.ends_with('@')
        || behind.starts_with('@')
}

/// At which offsets of a text a word may begin or end.
fn boundaries(text: &str) -> Vec<bool> {
    let mut ends = vec![false; text.len() + 1];
    ends[text.len()] = true;
    for (at, word) in text.split_word_bound_indices() {
        ends[at] = true;
        behind_particles(word).into_iter().for_each(|it| ends[at + it] = true);
    }
    // Annex 29 takes `l’Iran` for one word.
    for (at, apostrophe) in text.match_indices(['\'', '’']) {
        ends[at] = true;
        ends[at + apostrophe.len()] = true;
    }
    ends
}

/// Where in an Arabic word a name may begin that has particles joined to it: `وبالمغرب` is “and
/// in Morocco”. The start of the word where there are none.
fn behind_particles(word: &str) -> [usize; 2] {
    let length = |text: &str, particles: &[char]| {
        let first = text.chars().next().filter(|it| particles.contains(it));
        first.map_or(0, char::len_utf8)
    };
    let and = length(word, &['و', 'ف']);
    [and, and + length(&word[and..], &['ب', 'ل', 'ك'])]
}

/// Drops what overlaps, and then what is the name of nothing: it only hides others.
fn leftmost_longest(mut found: Vec<Mention>) -> Vec<Mention> {
    found.sort_by_key(|it| (it.range.start, Reverse(it.range.end)));
    let mut free = 0;
    found.retain(|it| {
        let first = it.range.start >= free;
        free = if first { it.range.end } else { free };
        first
    });
    found.retain(|it| !it.named.is_empty());
    found
}

#[cfg(test)]
mod tests;
