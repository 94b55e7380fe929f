//! A site in one string, and what comes of it.

mod amend;
mod association;
mod entries;
mod files;
mod gate;
mod links;
mod names;
mod order;
mod related;
mod relations;
mod roles;

use std::{collections::BTreeMap, sync::Arc};

use expect_test::Expect;
use jiff::Timestamp;

use super::{EntryId, Site, resolve};
use crate::{
    config::{self, Overrides, Preview},
    document::{self, Document, Reading},
    problem::{Checked, Problem},
    source::Sources,
    span::line_column,
};

/// What most sites here are built for: noon of a day long after their news.
const NOW: &str = "2026-01-01T12:00:00Z";

fn overrides(as_of: &str) -> Overrides {
    let as_of: Timestamp = as_of.parse().expect("an instant");
    Overrides {
        variables: BTreeMap::new(),
        base_url: None,
        as_of,
        preview: Preview::default(),
        levels: Vec::new(),
        strict: false,
    }
}

/// The documents of a site, which must be sound in themselves, and its settings.
fn read(
    sources: &Sources,
    overrides: &Overrides,
) -> (config::Config, Vec<Arc<Document>>) {
    let mut problems = Vec::new();
    let config =
        config::parse(sources.text("site.yaml"), overrides).unload(&mut problems);
    let config = config.expect("settings");
    let reading = Reading {
        schema: &config.schema,
        languages: &config.languages,
        smart_punctuation: config.smart_punctuation,
    };
    let parse = |it| document::parse(it, &reading).unload(&mut problems);
    let documents = sources.below("content/").filter_map(parse).map(Arc::new).collect();
    assert_eq!(problems, [], "the documents are sound");
    (config, documents)
}

fn resolved_at(archive: &str, overrides: &Overrides) -> Checked<Site> {
    let sources = Sources::of_archive(archive);
    let (config, documents) = read(&sources, overrides);
    resolve(config, documents, &sources)
}

fn resolved(archive: &str) -> Checked<Site> {
    resolved_at(archive, &overrides(NOW))
}

/// A site whatever is wrong with it.
pub(super) fn lenient(archive: &str) -> Site {
    let sources = Sources::of_archive(archive);
    let overrides = overrides(NOW);
    let config = config::parse(sources.text("site.yaml"), &overrides).value;
    let config = config.expect("settings");
    let reading = Reading {
        schema: &config.schema,
        languages: &config.languages,
        smart_punctuation: config.smart_punctuation,
    };
    let documents = sources.below("content/");
    let documents = documents
        .filter_map(|it| document::parse(it, &reading).value.map(Arc::new))
        .collect();
    resolve(config, documents, &sources).value
}

/// A site without a problem.
fn site(archive: &str) -> Site {
    let Checked { value, problems } = resolved(archive);
    assert_eq!(problems, []);
    value.relate()
}

/// The entry of a path, in the default language unless the path begins with another.
fn entry(site: &Site, path: &str) -> EntryId {
    let (tag, path) =
        path.split_once(':').unwrap_or((&site.config.languages[0].tag, path));
    let lang = site.config.languages.iter().position(|it| it.tag == tag);
    let found = site.ids().find(|id| {
        let it = site.entry(*id);
        &*it.path == path && Some(usize::from(it.lang.0)) == lang
    });
    found.unwrap_or_else(|| panic!("no entry {tag}:{path}"))
}

/// Paths of entries, those of other languages with the language in front.
fn paths(site: &Site, ids: &[EntryId]) -> String {
    let path = |id: &EntryId| {
        let it = site.entry(*id);
        match it.lang.0 {
            0 => it.path.to_string(),
            at => format!("{}:{}", site.config.languages[usize::from(at)].tag, it.path),
        }
    };
    ids.iter().map(path).collect::<Vec<_>>().join(", ")
}

/// Every problem of a site in two lines.
fn check_problems(archive: &str, expected: &Expect) {
    let sources = Sources::of_archive(archive);
    let lines = resolved(archive).problems;
    let lines: String = lines.iter().map(|it| lines_of(it, &sources)).collect();
    expected.assert_eq(&lines);
}

fn lines_of(problem: &Problem, sources: &Sources) -> String {
    let at = |place: &crate::span::Place| {
        let text = sources.text(&place.path).map(|it| String::from_utf8_lossy(&it.bytes));
        let text = text.unwrap_or_default();
        let (line, _) = line_column(&text, place.span.start as usize);
        format!("{}:{line} `{}`", place.path, text.get(place.span.range()).unwrap_or(""))
    };
    let place = problem.place.as_ref().map(at).unwrap_or_default();
    let help = problem.help.as_deref().unwrap_or_default();
    let notes: String = problem
        .notes
        .iter()
        .map(|it| format!("\n  note: {} {}", at(&it.place), it.text))
        .collect();
    let (code, message) = (problem.code.0, &problem.message);
    format!("{code} {place}: {message}\n  help: {help}{notes}\n")
}

#[test]
fn the_seed_resolves_without_a_problem() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/seed-site");
    let sources = crate::source::read(root.as_ref(), None).expect("the seed site");
    let (config, documents) = read(&sources.value, &overrides(NOW));
    let count = documents.len();
    let Checked { value: site, problems } = resolve(config, documents, &sources.value);
    assert_eq!(problems, []);
    let site = site.relate();
    let news = entry(
        &site,
        "news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime",
    );
    let titles = |ids: &[EntryId]| {
        let title = |it: &EntryId| site.entry(*it).card.list_title.clone();
        ids.iter().map(title).collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(titles(site.related_by(news, "countries")), "Korea (Rep. of)");
    assert_eq!(
        titles(site.related_by(news, "topics")),
        "Crimes against children | Financial crime | Cybercrime"
    );
    assert_eq!(site.related[news.0 as usize].earlier.len(), 4);
    // France has no file; it is there because INTERPOL has its seat in Lyon.
    assert_eq!(site.entries.len(), count + 1);
    assert_eq!(site.entry(entry(&site, "countries/fr")).card.title, "France");
    assert_eq!(site.inverse_of(entry(&site, "regions/asia"), "news"), [news]);
}
