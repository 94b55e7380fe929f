//! One name: its letters, which of them must be capitals, and what joins its words.

use super::Named;
use crate::site::fold::Folded;

/// What joins the words of a name in a text, besides what joins them in the name itself.
const JOINTS: [&str; 5] = ["-", "\u{2010}", "\u{2011}", "'", "’"];

/// A name, and what it is the name of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    folded: String,
    /// Offsets in `folded` of the letters that must be capitals.
    capitals: Vec<usize>,
    /// Offsets in `folded` of the gaps between words, and what stands there but spaces.
    gaps: Vec<(usize, String)>,
    /// What it is the name of; nothing for what only looks like a name.
    pub(super) named: Option<Named>,
}

/// What the capitals of a name say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// That it is a proper name: `Turkey` is a country, `turkey` is not.
    Proper,
    /// Nothing, where they only begin a word, as in a title: `Financial crime`; those of `DNA`
    /// and `DarkNet` are meant.
    Title,
}

impl Name {
    /// A name as it is written.
    pub(super) fn new(text: &str, case: Case, named: Option<Named>) -> Self {
        let folded = Folded::new(text);
        let capital = |at: usize| {
            let letter = folded.letter(at).and_then(|it| text[it..].chars().next());
            letter.is_some_and(char::is_uppercase)
        };
        let begins = |at: usize| at == 0 || folded.text[..at].ends_with(' ');
        let next = |at: usize| {
            let rest = folded.text[at..].char_indices().nth(1);
            rest.is_some_and(|it| capital(at + it.0) && it.1 != ' ')
        };
        let binds = |at: &usize| {
            capital(*at) && (case == Case::Proper || !begins(*at) || next(*at))
        };
        let letters = folded.text.char_indices();
        let letters = letters.filter(|it| it.1 != ' ').map(|it| it.0);
        let gaps = folded.text.match_indices(' ').map(|it| it.0);
        Self {
            capitals: letters.filter(binds).collect(),
            gaps: gaps.map(|at| (at, joint(text, &folded, at))).collect(),
            folded: folded.text,
            named,
        }
    }

    /// Its letters as they are compared.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// Whether it may be written as a text has it that has its letters at `at` of the folded
    /// text: with its capitals, and nothing but spaces and hyphens between its words.
    pub(super) fn fits(&self, text: &str, folded: &Folded, at: usize) -> bool {
        let is_small = |it: &usize| {
            let letter = folded.letter(at + it).and_then(|it| text[it..].chars().next());
            letter.is_none_or(char::is_lowercase)
        };
        let joins = |(gap, own): &(usize, String)| {
            let joint = joint(text, folded, at + gap);
            joint.is_empty() || joint == *own || JOINTS.contains(&joint.as_str())
        };
        !self.capitals.iter().any(is_small) && self.gaps.iter().all(joins)
    }
}

/// What stands in a text at a gap of the folded one, without spaces; the end of a line of
/// text is none.
fn joint(text: &str, folded: &Folded, at: usize) -> String {
    let gap = folded.gap(at).and_then(|it| text.get(it)).unwrap_or_default();
    gap.chars().filter(|it| *it == '\n' || !it.is_whitespace()).collect()
}
