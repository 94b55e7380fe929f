//! The words of a text as they are looked up: without case and accents, cut where letters end,
//! and into pairs of characters in scripts that are written without spaces. `search/script.js`
//! does the same to what a reader types.

use unicode_normalization::UnicodeNormalization;

use crate::site::fold;

/// Words with more characters are no words, and are left out.
const LONGEST: usize = 40;

/// Letters that accents do not account for, as readers type them.
const PLAIN: [(char, &str); 13] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ı', "i"),
    ('ł', "l"),
    ('œ', "oe"),
    ('ς', "σ"),
    ('ة', "ه"),
    ('ى', "ي"),
    ('ٱ', "ا"),
];

/// The article that Arabic writes as part of the word, and how many letters a word has at
/// least that is found without it, too.
const ARTICLE: (&str, usize) = ("ال", 3);

/// The hamzas and the long sign that Arabic letters carry or not.
const HAMZAS: [char; 3] = ['\u{653}', '\u{654}', '\u{655}'];

/// A text as it is compared: [folded](fold::fold), Arabic letters without hamza, letters that
/// accents do not account for as they are typed, marks that are left joined to their letters.
pub(super) fn fold(text: &str) -> String {
    let folded = fold::fold(text);
    if folded.is_ascii() {
        return folded;
    }
    let mut plain = String::with_capacity(folded.len());
    for c in folded.chars().filter(|it| !HAMZAS.contains(it)).nfc() {
        match PLAIN.iter().find(|it| it.0 == c) {
            Some((_, typed)) => plain.push_str(typed),
            None => plain.push(c),
        }
    }
    plain
}

/// Gives each word of a [folded](fold) text to `give`, some of them twice.
pub(super) fn each<'a>(folded: &'a str, mut give: impl FnMut(&'a str)) {
    for word in folded.split(' ') {
        if word.is_ascii() {
            short(word, &mut give);
        } else {
            runs(word, &mut give);
        }
    }
}

fn short<'a>(word: &'a str, give: &mut impl FnMut(&'a str)) {
    if !word.is_empty() && word.chars().nth(LONGEST).is_none() {
        give(word);
    }
}

/// The parts of a word that are written in one manner, with spaces or without.
fn runs<'a>(word: &'a str, give: &mut impl FnMut(&'a str)) {
    let mut start = 0;
    let mut last = None;
    let ends = word.char_indices().map(|(at, c)| (at, Some(is_dense(c))));
    for (at, dense) in ends.chain([(word.len(), None)]) {
        if last.is_some_and(|it| Some(it) != dense) {
            match last {
                Some(true) => pairs(&word[start..at], give),
                _ => spaced(&word[start..at], give),
            }
            start = at;
        }
        last = dense;
    }
}

/// A word between spaces, and the same without an Arabic article.
fn spaced<'a>(word: &'a str, give: &mut impl FnMut(&'a str)) {
    short(word, give);
    let bare = word.strip_prefix(ARTICLE.0);
    if let Some(bare) = bare.filter(|it| it.chars().count() >= ARTICLE.1) {
        short(bare, give);
    }
}

/// All pairs of neighbours, and the last character by itself: each begins a word.
fn pairs<'a>(run: &'a str, give: &mut impl FnMut(&'a str)) {
    let starts = run.char_indices().map(|it| it.0);
    let ends = starts.clone().skip(2).chain([run.len(), run.len()]);
    starts.zip(ends).for_each(|(start, end)| give(&run[start..end]));
}

/// Whether a character is of a script that is written without spaces: Thai, Lao, Myanmar,
/// Khmer, kana, Han.
fn is_dense(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let folded = fold(text);
        let mut words = Vec::new();
        each(&folded, |it| words.push(it));
        words.join("|")
    }

    #[test]
    fn case_accents_and_marks_do_not_count() {
        assert_eq!(words("The État’s “Œuvre”, 2020!"), "the|etat|s|oeuvre|2020");
        assert_eq!(words("İstanbul, Łódź; Straße"), "istanbul|lodz|strasse");
        assert_eq!(words("ΛΌΓΟΣ λόγος"), "λογοσ|λογοσ");
        assert_eq!(words("Йод Ελλάδα"), "иод|ελλαδα");
        assert_eq!(words(" — "), "");
        assert_eq!(words(&"x".repeat(41)), "");
    }

    #[test]
    fn arabic_is_found_without_its_article_and_signs() {
        assert_eq!(words("الإِمَارات"), "الامارات|امارات");
        assert_eq!(words("مكافحة"), "مكافحه");
    }

    #[test]
    fn scripts_without_spaces_are_cut_into_pairs() {
        assert_eq!(words("韓国の警察2020年"), "韓国|国の|の警|警察|察|2020|年");
        assert_eq!(words("ポリス ไทย"), "ポリ|リス|ス|ไท|ทย|ย");
        assert_eq!(words("한국 경찰"), "한국|경찰");
    }
}
