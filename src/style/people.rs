//! People and their roles: `W322`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{
    document::{Record, Value},
    problem::Problem,
    site::{EntryId, roles::fit},
    span::Place,
};

use super::{Finding, article::Article, fold::fold, phrases::has};

/// Words that make a phrase before a name a role.
const ROLES: &str = "\
    adviser, advisor, ambassador, attorney, captain, chair, chairman, chairperson, \
    chairwoman, chancellor, chief, colonel, commander, commissioner, constable, \
    coordinator, detective, director, executive, general, governor, head, inspector, \
    judge, manager, marshal, mayor, minister, officer, president, prosecutor, \
    representative, secretary, senator, sheriff, spokesman, spokesperson, spokeswoman, \
    superintendent";

/// Words that make another role of a role.
const RANKS: &str = "assistant, associate, deputy, junior, under, vice";

/// Words that say that a role is not held now.
const ELSEWHEN: &str =
    "acting, elect, ex, former, incoming, late, outgoing, retired, then";

const LINKS: &str = "and, at, for, in, of, on, the, to, &";

/// People who are called something else than their page says for the day of the article.
pub fn roles(article: &Article, found: &mut Vec<Finding>) {
    if !article.is_news() {
        return;
    }
    let Some(day) = article.day() else { return };
    for id in article.site.related_by(article.id, "people") {
        let held = held(article, *id, day);
        if held.is_empty() {
            continue;
        }
        if article.language() == "en" {
            in_text(article, *id, &held, found);
        }
        in_pull_quotes(article, *id, &held, found);
    }
}

fn in_text(
    article: &Article,
    person: EntryId,
    held: &[String],
    found: &mut Vec<Finding>,
) {
    let name = &article.site.entry(person).card.title;
    for block in &*article.blocks {
        for (at, _) in block.text.match_indices(name.as_str()) {
            let (before, after) = (&block.text[..at], &block.text[at + name.len()..]);
            let called = role_before(before).or_else(|| role_after(after));
            let Some(called) = called.filter(|it| !agrees(it, held)) else { continue };
            let nth = before.matches(called).count().saturating_sub(1);
            let place = article.at(article.find(block, called, nth));
            found.push(differs(article, person, &place, called, held));
        }
    }
}

fn in_pull_quotes(
    article: &Article,
    person: EntryId,
    held: &[String],
    found: &mut Vec<Finding>,
) {
    let of_person = |it: &&Record| {
        it.name("person").and_then(|name| article.target(name.ordinal)) == Some(person)
    };
    let quotes = article.document.fields.records("pull_quotes").filter(of_person);
    for role in quotes.filter_map(|it| it.item("role")) {
        let Value::Text(called) = &role.value else { continue };
        if !agrees(called, held) {
            let place = article.at(role.span);
            found.push(differs(article, person, &place, called, held));
        }
    }
}

fn differs(
    article: &Article,
    person: EntryId,
    place: &Place,
    called: &str,
    held: &[String],
) -> Finding {
    let entry = article.site.entry(person);
    let mut problem = Problem::role_differs(place, &entry.card.title, called, held);
    if let Some(document) = &entry.document {
        let roles = document.fields.item("roles").map_or(document.head, |it| it.span);
        problem = problem.note(&document.path, roles, "the roles on the page");
    }
    Finding::of(&entry.id, problem)
}

/// The titles of the roles that a person's page gives for a day.
// Of roles that are known for single days only, the one that is printed.
fn held(article: &Article, person: EntryId, day: Date) -> Vec<String> {
    let site = article.site;
    let Some(document) = &site.entry(person).document else { return Vec::new() };
    let certain = |it: &&Record| fit(it, day).is_some_and(|fit| fit.0);
    let roles = document.fields.records("roles").filter(certain);
    let titles = roles.chain(site.role_at(person, day)).filter_map(|it| it.text("title"));
    let titles: BTreeSet<&str> = titles.collect();
    titles.into_iter().map(str::to_owned).collect()
}

/// The role that stands directly before a name: “INTERPOL Secretary General”.
fn role_before(before: &str) -> Option<&str> {
    let before = before.strip_suffix([' ', '\u{a0}', '\n'])?;
    let mut start = before.len();
    for (at, word) in words_backwards(before).take(12) {
        let last = start == before.len();
        let ends = !last && !word.ends_with(char::is_alphanumeric);
        let fits = word.starts_with(char::is_uppercase) || has(LINKS, word) && !last;
        if ends || !fits {
            break;
        }
        start = at;
    }
    let phrase = before[start..].trim_start_matches(|c: char| !c.is_uppercase());
    let earlier = before[..before.len() - phrase.len()].trim_end();
    let earlier = earlier.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    (is_role(phrase) && !has(ELSEWHEN, earlier)).then_some(phrase)
}

/// The role that follows a name: “, Secretary General of INTERPOL,”.
fn role_after(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(", ")?;
    let end = rest.find([',', '.', ';', '–', '—', '(', '”'])?;
    let phrase = &rest[..end];
    let named = phrase.starts_with(char::is_uppercase) && phrase.contains(" of ");
    (named && phrase.split(' ').count() <= 12 && is_role(phrase)).then_some(phrase)
}

fn words_backwards(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = text.len();
    text.rsplit([' ', '\n']).map(move |word| {
        let at = end - word.len();
        end = at.saturating_sub(1);
        (at, word)
    })
}

fn is_role(phrase: &str) -> bool {
    let words = words(phrase);
    let any = |list| words.iter().any(|it| has(list, it));
    any(ROLES) && !any(ELSEWHEN)
}

/// Whether a phrase names one of the roles, with or without the organisation.
fn agrees(called: &str, held: &[String]) -> bool {
    let of = |words: &[String], list| -> Vec<String> {
        words.iter().filter(|it| has(list, it)).cloned().collect()
    };
    let called = words(called);
    held.iter().any(|title| {
        let title = words(title);
        let roles = of(&called, ROLES);
        roles.iter().all(|it| title.contains(it))
            && of(&called, RANKS) == of(&title, RANKS)
    })
}

fn words(text: &str) -> Vec<String> {
    let text = fold(text).to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_role_is_the_capitalised_phrase_before_the_name() {
        let role = |before| role_before(before);
        assert_eq!(
            role("as INTERPOL Secretary General "),
            Some("INTERPOL Secretary General")
        );
        assert_eq!(
            role("matters,” said Commissioner General "),
            Some("Commissioner General")
        );
        assert_eq!(role("the President of the Court "), Some("President of the Court"));
        assert_eq!(role("INTERPOL President is currently held by "), None);
        assert_eq!(role("the former President "), None);
        assert_eq!(role("the Secretary General. Mr "), None);
        assert_eq!(role("Korea, President "), Some("President"));
        assert_eq!(role(""), None);
    }

    #[test]
    fn the_role_may_follow_the_name() {
        let of = "Secretary General of INTERPOL";
        assert_eq!(role_after(", Secretary General of INTERPOL, said"), Some(of));
        assert_eq!(role_after(", Minister Smith and others, said"), None);
    }

    #[test]
    fn a_role_agrees_with_or_without_its_organisation() {
        let agrees = |called, title: &str| agrees(called, &[title.to_owned()]);
        assert!(agrees("INTERPOL Secretary-General", "Secretary General"));
        assert!(agrees("General", "Commissioner General"));
        assert!(!agrees("INTERPOL Vice-President", "President"));
        assert!(!agrees("INTERPOL President", "Secretary General"));
    }
}
