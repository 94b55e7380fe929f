//! The one whole-site step: from documents that know nothing of each other to a graph.

use std::{collections::BTreeSet, sync::Arc};

use rayon::prelude::*;

use super::{
    EntryId, Related, Site, Withheld, backlinks,
    entries::{self, Entries},
    files, gate,
    lookup::Lookup,
    namesakes,
    pointers::{self, References},
    relations, stories,
};
use crate::{
    aside::Aside,
    config::Config,
    data,
    document::Document,
    problem::{Checked, Problem},
    reference::Countries,
    source::Sources,
};

/// Resolves all references of a site, and says what is wrong with them. What a document
/// refers to decides on which countries have pages; the order of `documents` on nothing.
pub fn resolve(
    config: Config,
    documents: Vec<Arc<Document>>,
    sources: &Sources,
) -> Checked<Site> {
    let mut problems = Vec::new();
    let countries = Arc::new(Countries::read());
    let mut gate = gate::pass(documents, &config);
    let calendar = std::mem::take(&mut gate.calendar);
    let withheld = gate.withheld();
    let lookup = Lookup::new(&config, &countries, sources, gate, &mut problems);
    let references = pointers::find_all(&lookup, &mut problems);
    let entries = entries::make(&lookup, &references);
    entries.check_addresses(&mut problems);
    let used = used_files(&lookup, &references, &mut problems);
    let publisher = lookup.publisher(&mut problems);
    drop(lookup);
    let config = Config { publisher, ..config };
    let mut site = bare(config, countries, entries, &references);
    site.files = files::published(used.into_iter(), &site.entries, sources);
    (site.calendar, site.withheld) = (calendar, withheld);
    site.data = Arc::new(data::read(sources).unload(&mut problems));
    connect(&mut site, &mut problems);
    problems.sort_by(|a, b| a.order().cmp(&b.order()));
    Checked { value: site, problems }
}

/// The files that public documents refer to.
fn used_files(
    lookup: &Lookup,
    references: &[References],
    problems: &mut Vec<Problem>,
) -> Vec<Arc<str>> {
    let documents = &lookup.public.census.documents;
    let named: Vec<_> =
        documents.par_iter().map(|it| files::of_fields(it, lookup)).collect();
    let mut used: Vec<_> = named.into_iter().flat_map(|it| it.unload(problems)).collect();
    used.extend(references.iter().flatten().filter_map(pointers::Pointed::file));
    used
}

/// A site of which only entries and the targets of their references are known.
fn bare(
    config: Config,
    countries: Arc<Countries>,
    entries: Entries,
    references: &[References],
) -> Site {
    Site {
        config,
        countries,
        targets: entries.targets(references),
        translations: entries.translations(),
        related: vec![Related::default(); entries.list.len()],
        entries: entries.list,
        relations: Vec::new(),
        backlinks: Vec::new(),
        news: Vec::new(),
        stories: stories::Stories::new(),
        namesakes: BTreeSet::new(),
        files: Vec::new(),
        calendar: Vec::new(),
        withheld: Withheld::default(),
        texts: Arc::new(Aside::none()),
        data: Arc::default(),
    }
}

/// Everything that follows from the targets, each from what stands above it.
fn connect(site: &mut Site, problems: &mut Vec<Problem>) {
    site.relations = relations::find(site, problems);
    set_primary_countries(site);
    site.news = news(site);
    site.stories = stories::find(site);
    site.namesakes = namesakes::find(site);
    site.backlinks = backlinks::find(site);
}

fn set_primary_countries(site: &mut Site) {
    for at in 0..site.entries.len() {
        let relations = &site.relations[at].forward;
        let first = ["countries", "country"].into_iter().find_map(|name| {
            relations.iter().find(|it| &*it.0 == name).and_then(|it| it.1.first())
        });
        site.entries[at].card.primary_country = first.copied();
    }
}

fn news(site: &Site) -> Vec<Vec<EntryId>> {
    let mut news: Vec<_> = site.config.languages.iter().map(|_| Vec::new()).collect();
    for id in relations::listing_order(site) {
        let entry = site.entry(id);
        if site.is(id, "news") && !entry.card.withdrawn && !entry.is_lent() {
            news[usize::from(entry.lang.0)].push(id);
        }
    }
    news
}
