//! A new entry among the others: what it refers to, and whether its id is free.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Draft, Wish};
use crate::{
    config::Config,
    document::{self, Reading},
    problem::{Checked, Problem, catalogue},
    site::{self, Site, Target},
    source::{Source, Sources},
};

/// The site with the new entry in it, and what is wrong with the new entry's references and
/// address. Adds its file to `sources`.
pub fn resolve(config: Config, sources: &mut Sources, draft: &Draft) -> Checked<Site> {
    let source = Source::new(&draft.path, draft.text.as_bytes());
    let at = sources.texts.partition_point(|it| it.path < source.path);
    sources.texts.insert(at, source);
    let reading = Reading {
        schema: &config.schema,
        languages: &config.languages,
        smart_punctuation: config.smart_punctuation,
    };
    let all: Vec<&Source> = sources.below("content/").collect();
    let read = all.par_iter().map(|it| document::parse(it, &reading).value);
    let documents: Vec<_> = read.flatten().map(Arc::new).collect();
    let mut checked = site::resolve(config, documents, sources);
    checked.problems.retain(|it| concerns(it, &draft.path));
    checked
}

/// The wish with the ids of what it names.
pub fn with_ids(site: &Site, draft: &Draft, wish: &Wish) -> Wish {
    let countries = ids(site, draft, "countries");
    let topics = ids(site, draft, "topics");
    Wish {
        countries: countries.unwrap_or_else(|| wish.countries.clone()),
        topics: topics.unwrap_or_else(|| wish.topics.clone()),
        ..wish.clone()
    }
}

fn concerns(problem: &Problem, path: &str) -> bool {
    let notes = problem.notes.iter().map(|it| &it.place);
    let mut places = problem.place.iter().chain(notes);
    let about = ["references", "addresses"].contains(&catalogue::group(problem.code));
    about && places.any(|it| *it.path == *path)
}

fn ids(site: &Site, draft: &Draft, field: &str) -> Option<Vec<String>> {
    let mine =
        |it: &site::Entry| it.document.as_ref().is_some_and(|it| *it.path == *draft.path);
    let id = site.ids().find(|it| mine(site.entry(*it)))?;
    let document = site.entry(id).document.as_ref()?;
    let names = document.fields.names(field);
    let ids = names.map(|it| match site.target(id, it.ordinal) {
        Target::Entry(entry) => Some(site.entry(*entry).id.to_string()),
        _ => None,
    });
    ids.collect::<Option<Vec<_>>>().filter(|it| !it.is_empty())
}
