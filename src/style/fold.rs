//! Text without what typesetting adds to it, so that the same words compare as equal, and
//! the way back to the bytes they were found in. Knows no language.

use crate::span::Span;

/// A text folded for comparing, with the place in the original of each of its bytes.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The text: one kind of space, apostrophe, quotation mark and hyphen.
    pub text: String,
    /// The offset in the original of each byte of `text`, and the original's length.
    origins: Vec<u32>,
}

impl Folded {
    /// Folds `original`.
    pub fn new(original: &str) -> Self {
        let mut folded = Self::default();
        for (at, c) in original.char_indices() {
            let Some(c) = fold_char(c) else { continue };
            if c == ' ' && folded.text.ends_with(' ') {
                continue;
            }
            folded.text.push(c);
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            folded.origins.resize(folded.text.len(), at);
        }
        folded.origins.push(u32::try_from(original.len()).unwrap_or(u32::MAX));
        folded
    }

    /// Where the `nth` (from 0) occurrence of `phrase` is in the original.
    pub fn find(&self, phrase: &str, nth: usize) -> Option<Span> {
        let phrase = fold(phrase);
        let phrase = phrase.trim();
        let (start, found) = self.text.match_indices(phrase).nth(nth)?;
        let last = start + found.len().checked_sub(1)?;
        let end = self.origins[last + 1..].iter().find(|it| **it > self.origins[last])?;
        Some(Span { start: self.origins[start], end: *end })
    }
}

/// A text folded for comparing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().filter_map(fold_char) {
        if c != ' ' || !folded.ends_with(' ') {
            folded.push(c);
        }
    }
    folded
}

/// A text folded and without quotation marks: word for word.
pub fn plain(text: &str) -> String {
    let kept = |c: &char| !matches!(c, '"' | '*' | '_');
    let text: String = fold(text).chars().filter(kept).collect();
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ")
}

/// A text folded, without quotation marks and in lower case: what a reader hears.
pub fn spoken(text: &str) -> String {
    plain(text).to_lowercase()
}

fn fold_char(c: char) -> Option<char> {
    match c {
        '\u{200b}' | '\u{2060}' | '\u{ad}' | '\u{feff}' => None,
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' => Some('\''),
        '\u{201c}'..='\u{201f}' | '«' | '»' => Some('"'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_quotes_and_apostrophes_are_one_kind_each() {
        assert_eq!(
            fold("“EUR\u{a0}2.1\nmillion”  «d’Ivoire»"),
            "\"EUR 2.1 million\" \"d'Ivoire\""
        );
    }

    #[test]
    fn what_is_found_folded_is_found_in_the_original() {
        let original = "a “EUR\u{a0}2.1\r\n  million” or EUR 2.1 million";
        let folded = Folded::new(original);
        let found =
            |nth| folded.find("EUR 2.1 million", nth).map(|it| &original[it.range()]);
        assert_eq!(found(0), Some("EUR\u{a0}2.1\r\n  million"));
        assert_eq!(found(1), Some("EUR 2.1 million"));
        assert_eq!(found(2), None);
        assert_eq!(folded.find("", 0), None);
    }

    #[test]
    fn quotation_marks_do_not_sound() {
        assert_eq!(
            spoken("around the *world*.\n\n“Cyber-enabled"),
            "around the world. cyber-enabled"
        );
    }
}
