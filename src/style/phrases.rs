//! Lists of words that texts are searched for, all words of a list in one pass.

use aho_corasick::{AhoCorasick, MatchKind};

/// Words or groups of words, to be found as whole words in any case.
pub struct Phrases {
    automaton: Option<AhoCorasick>,
    list: Vec<&'static str>,
}

impl Phrases {
    /// The phrases of a [list](each), in lower case.
    pub fn new(list: &'static str) -> Self {
        let list: Vec<&'static str> = each(list).collect();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(&list)
            .ok();
        Self { automaton, list }
    }

    /// Which of them stand in a text, with the offset of each.
    pub fn find<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'static str)> + 'a {
        let found = self.automaton.iter().flat_map(move |it| it.find_iter(text));
        found
            .filter(|it| is_word(text, it.start(), it.end()))
            .map(|it| (it.start(), self.list[it.pattern().as_usize()]))
    }
}

/// The phrases of a list such as `said, according to`.
pub fn each(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(", ").filter(|it| !it.is_empty())
}

/// Whether a list has a phrase.
pub fn has(list: &'static str, phrase: &str) -> bool {
    each(list).any(|it| it == phrase)
}

/// Whether a part of a text stands alone: neither letters nor digits touch it.
pub fn is_word(text: &str, start: usize, end: usize) -> bool {
    let part = |c: char| c.is_alphanumeric();
    !text[..start].ends_with(part) && !text[end..].starts_with(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_found_in_any_case() {
        let phrases = Phrases::new("said, according to");
        let found: Vec<_> =
            phrases.find("He said; Said, unsaid, According to X").collect();
        assert_eq!(found, [(3, "said"), (9, "said"), (23, "according to")]);
    }
}
