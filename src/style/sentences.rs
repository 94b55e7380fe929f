//! Where sentences end and how many words they have. Knows no site.

use super::phrases::has;

/// Words before a full stop that ends no sentence, in lower case.
const ABBREVIATIONS: &str = "\
    adm, apr, approx, aug, brig, capt, cf, cmdr, col, cpl, dec, dept, dr, dra, \
    e.g, est, feb, gen, gov, hon, i.e, insp, jan, lt, maj, mar, mgr, mlle, mm, \
    mme, mr, mrs, ms, mt, nov, oct, pres, prof, rep, rev, \
    sen, sept, sgt, sr, sra, sres, st, ste, supt, u.k, u.n, u.s, viz, vs";

/// Those that are abbreviations only before a number.
const NUMBERED: &str = "art, fig, no, nos, núm, p, para, pp, vol";

/// The sentences of a paragraph, trimmed, in order.
// Not Unicode Annex 29: that ends a sentence after “Mr.” and after an initial.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if is_stop(c) && ends_sentence(text, start, at) {
            let end = closed(text, at + c.len_utf8());
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|it| !it.is_empty());
    found
}

/// The number of words as an editor counts them: what stands between spaces and has a letter
/// or a digit in it.
// Not Unicode Annex 29: that makes two words of “cyber-enabled”.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count()
}

/// The number of words, where it is more than `limit`.
pub fn words_over(text: &str, limit: usize) -> Option<usize> {
    Some(words(text)).filter(|it| *it > limit)
}

/// The first words of a sentence, up to five: enough to show where it is.
pub fn opening(sentence: &str) -> &str {
    let end = sentence.match_indices(' ').nth(4).map_or(sentence.len(), |it| it.0);
    &sentence[..end]
}

/// Whether words of this language (a BCP 47 tag) are separated by spaces.
pub fn has_spaces(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or(tag);
    !["zh", "ja", "yue", "th", "lo", "km", "my", "bo", "dz"].contains(&language)
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।')
}

fn ends_sentence(text: &str, start: usize, at: usize) -> bool {
    let rest = text[at..].trim_start_matches(|c: char| is_stop(c) || is_closing(c));
    let next = rest.trim_start();
    if next.len() == rest.len() && !next.is_empty() {
        return false;
    }
    let opens = |c: char| !c.is_lowercase() && (c.is_alphanumeric() || is_opening(c));
    let begins = next.chars().next().is_none_or(opens);
    begins && (next.is_empty() || !is_abbreviated(&text[start..at], next))
}

/// Whether the last word before a full stop is an abbreviation or an initial.
fn is_abbreviated(before: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || is_opening(c)).next();
    let word = word.unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let word = word.to_lowercase();
    let numbered = next.starts_with(|c: char| c.is_ascii_digit()) && has(NUMBERED, &word);
    initial || numbered || has(ABBREVIATIONS, &word)
}

fn closed(text: &str, after: usize) -> usize {
    let rest = text[after..].trim_start_matches(|c| is_stop(c) || is_closing(c));
    text.len() - rest.len()
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | '"' | '\'' | ')' | ']' | '\u{a0}' | '\u{202f}')
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '„' | '«' | '"' | '\'' | '(' | '[' | '¿' | '¡')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sentences(text), expected, "{text}");
    }

    #[test]
    fn abbreviations_initials_and_numbers_end_nothing() {
        check(
            "Mr. Kim met Gen. J. R. Smith. He paid EUR 2.1 million.",
            &["Mr. Kim met Gen. J. R. Smith.", "He paid EUR 2.1 million."],
        );
        check(
            "The U.S. Embassy, i.e. No. 3, closed at 5 p.m. It reopened.",
            &["The U.S. Embassy, i.e. No. 3, closed at 5 p.m.", "It reopened."],
        );
    }

    #[test]
    fn quotation_marks_belong_to_their_sentence() {
        check(
            "“We stand up. It is clear.” He left.",
            &["“We stand up.", "It is clear.”", "He left."],
        );
        check("“Really?” he asked. “Yes!”", &["“Really?” he asked.", "“Yes!”"]);
        check("« Oui.\u{a0}» Il part", &["« Oui.\u{a0}»", "Il part"]);
    }

    #[test]
    fn unfinished_and_empty_texts_are_no_trouble() {
        check("No stop", &["No stop"]);
        check("So… What?!", &["So…", "What?!"]);
        check("", &[]);
        check("www.example.org is up", &["www.example.org is up"]);
    }

    #[test]
    fn a_word_stands_between_spaces() {
        let text = "SEOUL, Republic of Korea – INTERPOL's cyber-enabled 2.1 million";
        assert_eq!(words(text), 8);
        assert_eq!(words_over(text, 8), None);
        assert_eq!(words_over(text, 7), Some(8));
        assert_eq!(opening(text), "SEOUL, Republic of Korea –");
    }
}
