//! Related news, topics and how many of them: `W350`, `W351`.

use crate::{
    document::{Named, Value},
    problem::Problem,
    site::EntryId,
};

use super::{Finding, article::Article};

const TOPICS: usize = 3;
const COUNTRIES: usize = 12;

/// News that lead to themselves, to what was taken back, or back in time from the future.
pub fn related(article: &Article, found: &mut Vec<Finding>) {
    for named in pinned(article) {
        let Some(id) = article.target(named.ordinal) else { continue };
        let entry = article.site.entry(id);
        let at = article.at(named.span);
        if id == article.id {
            found.push(Finding::of(&entry.id, Problem::related_to_itself(&at)));
        } else if entry.card.withdrawn {
            let problem = Problem::related_withdrawn(&at, &entry.card.title);
            found.push(Finding::of(&entry.id, problem));
        } else if is_newer(article, id) {
            let date = entry.card.date.as_deref().unwrap_or_default();
            let problem = Problem::related_newer(&at, &entry.card.title, date);
            found.push(Finding::of(&entry.id, problem));
        }
    }
}

/// More topics or countries than a reader makes use of.
pub fn many(article: &Article, found: &mut Vec<Finding>) {
    if !article.is_news() {
        return;
    }
    for (key, limit) in [("topics", TOPICS), ("countries", COUNTRIES)] {
        let names: Vec<&Named> = article.document.fields.names(key).collect();
        if let Some(first) = names.get(limit) {
            let at = article.at(first.span);
            found.push(Finding::of(key, Problem::too_many(&at, key, names.len(), limit)));
        }
    }
}

fn pinned<'a>(article: &Article<'a>) -> Vec<&'a Named> {
    match article.document.fields.get("related") {
        Some(Value::Record(related)) => related.names("pin").collect(),
        _ => article.document.fields.names("related").collect(),
    }
}

fn is_newer(article: &Article, other: EntryId) -> bool {
    article.site.entry(other).card.instant > article.entry.card.instant
}
