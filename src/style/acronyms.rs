//! Acronyms: expanded where they are first used: `W340`.

use std::collections::BTreeSet;

use crate::{document::BlockKind, problem::Problem};

use super::{Finding, article::Article, phrases::has};

/// Acronyms that need no expansion: names by now, currencies, what everybody says.
const HOUSE: &str = "\
    AFRIPOL, AIDS, AM, AMERIPOL, ASEAN, ASEANAPOL, ATM, AUD, BBC, BST, CAD, CCTV, CD, CEO, \
    CET, CHF, CIA, CNN, CNY, COVID, CV, DNA, DVD, EU, EUR, EUROPOL, FAQ, FBI, GBP, \
    GMT, GPS, HIV, HTML, ICPO, ID, INTERPOL, IP, ISBN, ISO, IT, JPY, KRW, LED, NASA, NATO, \
    NGO, OK, PC, PDF, PIN, PM, PR, QR, RSS, SIM, SMS, SUV, TV, UAE, UK, UN, UNESCO, \
    UNICEF, URL, US, USA, USB, USD, UTC, VIP";

const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;

/// Acronyms that a text uses before it says what they stand for.
pub fn unexpanded(article: &Article, found: &mut Vec<Finding>) {
    if !article.is_news() || article.language() != "en" {
        return;
    }
    let mut known = BTreeSet::new();
    for block in &*article.blocks {
        let text = &block.text;
        if matches!(block.kind, BlockKind::Heading(_)) || !has_lower_case(text) {
            continue;
        }
        for (at, acronym) in acronyms(text) {
            if known.insert(acronym) && !is_expanded(text, at, acronym) {
                let nth = text[..at].matches(acronym).count();
                let place = article.at(article.find(block, acronym, nth));
                found.push(Finding::of(
                    acronym,
                    Problem::acronym_unexpanded(&place, acronym),
                ));
            }
        }
    }
}

/// The acronyms of a text that are not house style, with their offsets; a plural (“NCBs”)
/// without its ending.
fn acronyms(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = dateline(text);
    let words = words(&text[start..]).map(move |(at, word)| (start + at, word));
    words.filter_map(|(at, word)| {
        let acronym = word.strip_suffix('s').unwrap_or(word);
        is_acronym(acronym).then_some((at, acronym))
    })
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric()).filter_map(move |word| {
        let start = at;
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

fn is_acronym(word: &str) -> bool {
    let roman = word.chars().all(|c| "IVXLCDM".contains(c));
    LETTERS.contains(&word.len())
        && word.chars().all(|c| c.is_ascii_uppercase())
        && !roman
        && !has(HOUSE, word)
}

/// Whether an acronym stands in brackets behind its words, or before them.
fn is_expanded(text: &str, at: usize, acronym: &str) -> bool {
    let (before, after) = (&text[..at], &text[at + acronym.len()..]);
    let after = after.strip_prefix('s').unwrap_or(after);
    let behind = before.ends_with('(') && after.starts_with([')', ',', ';', ' ']);
    let ahead = after.strip_prefix(" (").or_else(|| after.strip_prefix(", the "));
    let words = ahead.is_some_and(|it| it.starts_with(char::is_alphabetic));
    behind || words
}

/// The end of a dateline in capitals at the start of a text: “LYON, France –”.
fn dateline(text: &str) -> usize {
    let end = text.find([':', '–', '—']).filter(|end| *end < 60).unwrap_or(0);
    let first = text.split([',', ' ']).next().unwrap_or_default();
    let capitals = first.len() > 2 && first.chars().all(char::is_uppercase);
    if capitals { end } else { 0 }
}

fn has_lower_case(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let open = acronyms(text).filter(|(at, it)| !is_expanded(text, *at, it));
        assert_eq!(open.map(|it| it.1).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn an_acronym_is_expanded_on_either_side() {
        check("the Korean National Police Agency (KNPA) has", &[]);
        check("the KNPA (Korean National Police Agency) has", &[]);
        check("the KNPA has, with other NCBs,", &["KNPA", "NCB"]);
        check("a KNPA-supported project", &["KNPA"]);
    }

    #[test]
    fn house_names_numerals_and_datelines_are_none() {
        check("INTERPOL paid EUR 2 under World War II", &[]);
        check("LYON, France – A DarkNet raid", &[]);
        check("é – Ü (XYZ", &["XYZ"]);
    }
}
