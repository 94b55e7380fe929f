//! House style: rules about how things are written, beyond what is true. Each rule is a
//! small function over one article; they know each other's findings as little as the theme.

pub mod acronyms;
pub mod allow;
pub mod apostrophes;
pub mod article;
pub mod atlas;
pub mod countries;
pub mod demonyms;
pub mod facts;
pub mod fold;
pub mod marks;
pub mod pages;
pub mod paragraphs;
pub mod people;
pub mod phrases;
pub mod pictures;
pub mod quotations;
pub mod sentences;
pub mod survey;
pub mod time;
pub mod title;
pub mod topics;
pub mod translations;

use jiff::Timestamp;
use rayon::prelude::*;

use crate::{problem::Problem, site::Site, source::Sources};

use self::{article::Article, survey::Survey};

/// What a rule found: a problem, and the value by which an exception can name it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// `fr`, `KNPA`, `missing`: what `value:` of an exception is compared with.
    pub value: Option<String>,
    /// The problem.
    pub problem: Problem,
}

impl Finding {
    /// A finding about a value.
    pub fn of(value: &str, problem: Problem) -> Self {
        Self { value: Some(value.to_owned()), problem }
    }
}

impl From<Problem> for Finding {
    fn from(problem: Problem) -> Self {
        Self { value: None, problem }
    }
}

/// A rule: it adds to what was found in an article.
type Rule = fn(&Article, &mut Vec<Finding>);

const RULES: &[Rule] = &[
    title::headline,
    title::standfirst,
    paragraphs::lead,
    paragraphs::long_sentences,
    paragraphs::long_paragraphs,
    countries::dateline,
    countries::named,
    quotations::unattributed,
    quotations::unbalanced,
    quotations::pull_quotes,
    people::roles,
    facts::key_facts,
    pictures::of_fields,
    pictures::of_body,
    acronyms::unexpanded,
    time::relative,
    apostrophes::mixed,
    topics::related,
    topics::many,
    translations::differences,
    pages::orphan,
    pages::overdue,
    pages::headings,
    pages::title,
];

/// What the house style has to say about a site, in the order of its entries; `sources`
/// are the files it was made of. Exceptions of the articles are applied, levels of the
/// site are not.
pub fn check(site: &Site, sources: &Sources) -> Vec<Problem> {
    let survey = Survey::new(site, sources);
    let ids: Vec<_> = site.ids().collect();
    let of_entry = |id| survey.article(id).map(|it| problems(&it)).unwrap_or_default();
    ids.into_par_iter().flat_map_iter(of_entry).collect()
}

/// The next instant after the one the site is built for at which there may be other
/// things to say of it.
pub fn next_change(site: &Site) -> Option<Timestamp> {
    let articles = site.entries.iter().filter_map(|it| it.document.as_deref());
    let zone = &site.config.timezone;
    let instants = articles.flat_map(|it| {
        let due = it.fields.moment("review_by").map(|it| it.instant(zone));
        due.into_iter().chain(time::ages(&it.fields, zone))
    });
    instants.filter(|it| *it >= site.config.as_of).min()
}

fn problems(article: &Article) -> Vec<Problem> {
    let mut found = Vec::new();
    for rule in RULES {
        rule(article, &mut found);
    }
    allow::apply(article, found)
}

#[cfg(test)]
mod tests;
