//! Words that were true when they were written: `W341`.

use std::collections::BTreeSet;

use crate::problem::style as problem;

use super::{Finding, article::Article, marks::Marks};

const DAYS: i64 = 30;

const ENGLISH: &[&str] = &[
    "at the moment",
    "at present",
    "currently",
    "last month",
    "last week",
    "last year",
    "next month",
    "next week",
    "next year",
    "nowadays",
    "recently",
    "this month",
    "this week",
    "this year",
    "today",
    "tomorrow",
    "yesterday",
];
const FRENCH: &[&str] = &[
    "actuellement",
    "aujourd'hui",
    "aujourd’hui",
    "ce mois-ci",
    "cette année",
    "cette semaine",
    "demain",
    "hier",
    "la semaine dernière",
    "récemment",
];
const SPANISH: &[&str] = &[
    "actualmente",
    "ayer",
    "esta semana",
    "este año",
    "este mes",
    "hoy",
    "la semana pasada",
    "mañana",
    "recientemente",
];

/// Words such as “currently” in a text that is older than a month.
// What somebody is quoted as saying is left alone: it is not the editor's to change.
pub fn relative(article: &Article, found: &mut Vec<Finding>) {
    if !article.is_news() || !is_old(article) {
        return;
    }
    let mut known = BTreeSet::new();
    for block in article.paragraphs() {
        let text = block.text.to_lowercase();
        let phrases = list(article.language()).iter().filter(|it| text.contains(**it));
        for phrase in phrases {
            let Some(at) = unquoted(&text, phrase) else { continue };
            if known.insert(*phrase) {
                let written = block.text.get(at..at + phrase.len()).unwrap_or(phrase);
                let nth =
                    block.text.get(..at).map_or(0, |it| it.matches(written).count());
                let place = article.at(article.find(block, written, nth));
                found.push(Finding::of(phrase, problem::time_relative(&place, phrase)));
            }
        }
    }
}

/// Whether the text is older than the words in it can be true.
fn is_old(article: &Article) -> bool {
    let written = article.moment("updated").or_else(|| article.moment("date"));
    let age =
        |it: jiff::Timestamp| article.site.config.as_of.duration_since(it).as_hours();
    written.is_some_and(|it| age(it) > DAYS * 24)
}

fn list(language: &str) -> &'static [&'static str] {
    match language {
        "en" => ENGLISH,
        "fr" => FRENCH,
        "es" => SPANISH,
        _ => &[],
    }
}

/// Where a phrase first stands as words of its own and outside quotation marks.
fn unquoted(text: &str, phrase: &str) -> Option<usize> {
    let marks = Marks::read(text);
    let letter = |c: char| c.is_alphanumeric();
    let whole = |at: &usize| {
        let after = &text[at + phrase.len()..];
        !text[..*at].ends_with(letter) && !after.starts_with(letter)
    };
    let places = text.match_indices(phrase).map(|it| it.0);
    places.filter(whole).find(|at| !marks.quotes(*at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_editors_own_whole_words_count() {
        assert_eq!(unquoted("the role is currently held", "currently"), Some(12));
        assert_eq!(unquoted("he said “we are currently here”", "currently"), None);
        assert_eq!(unquoted("concurrently", "currently"), None);
        assert_eq!(unquoted("“today” is today", "today"), Some(15));
    }
}
