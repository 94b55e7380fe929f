//! Words that were true when they were written: `W341`.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use crate::{document::Record, problem::Problem};

use super::{Finding, article::Article, marks::Marks, phrases::Phrases};

const DAYS: i64 = 30;

const ENGLISH: &str = "\
    at the moment, at present, currently, last month, last week, last year, next \
    month, next week, next year, nowadays, recently, this month, this week, this year, \
    today, tomorrow, yesterday";
const FRENCH: &str = "\
    actuellement, aujourd'hui, aujourd’hui, ce mois-ci, cette année, cette semaine, \
    demain, hier, la semaine dernière, récemment";
const SPANISH: &str = "\
    actualmente, ayer, esta semana, este año, este mes, hoy, la semana pasada, mañana, \
    recientemente";

/// The words of time of a language, given its tag.
pub fn phrases(tag: &str) -> Phrases {
    let list = match tag.split('-').next().unwrap_or(tag) {
        "en" => ENGLISH,
        "fr" => FRENCH,
        "es" => SPANISH,
        _ => "",
    };
    Phrases::new(list)
}

/// Words such as “currently” in a text that is older than a month: one message a word.
// What somebody is quoted as saying is left alone: it is not the editor's to change.
pub fn relative(article: &Article, found: &mut Vec<Finding>) {
    let Some(phrases) = article.survey.time(article.entry.body_lang) else { return };
    if !article.is_news() || !is_old(article) {
        return;
    }
    let mut known = BTreeSet::new();
    for block in article.paragraphs() {
        for (at, phrase) in unquoted(phrases, &block.text) {
            if known.insert(phrase) {
                let written = &block.text[at..at + phrase.len()];
                let nth = block.text[..at].matches(written).count();
                let place = article.at(article.find(block, written, nth));
                found.push(Finding::of(phrase, Problem::time_relative(&place, phrase)));
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

/// When a text with these fields becomes older than the words in it can be true.
pub fn ages(fields: &Record, zone: &TimeZone) -> Option<Timestamp> {
    let written = fields.moment("updated").or_else(|| fields.moment("date"))?;
    written.instant(zone).checked_add(SignedDuration::from_hours(DAYS * 24 + 1)).ok()
}

/// The phrases of a text that are outside its quotation marks.
fn unquoted(phrases: &Phrases, text: &str) -> Vec<(usize, &'static str)> {
    let mut found: Vec<_> = phrases.find(text).collect();
    if !found.is_empty() {
        let marks = Marks::read(text);
        found.retain(|it| !marks.quotes(it.0));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_editors_own_whole_words_count() {
        let find = |text| unquoted(&phrases("en-GB"), text);
        assert_eq!(find("the role is Currently held"), [(12, "currently")]);
        assert_eq!(find("he said “we are currently here”"), []);
        assert_eq!(find("concurrently"), []);
        assert_eq!(find("“today” is today"), [(15, "today")]);
    }
}
