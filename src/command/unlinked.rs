//! `dateline list unlinked`: names in texts that have a page and no link to it, with the link
//! to paste.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::{
    command::Table,
    document::{self, Reading},
    reference::CountryId,
    site::{
        EntryId, LangId, Site, Target,
        fold::fold,
        mentions::{Lexicon, Mention, Named, first},
    },
    source::Sources,
    span::line_column,
};

/// The first mention of each page in each text that does not link to it, in the order of the
/// site and of the text; `sources` are the files the site was made of.
///
/// Names in links, headings and code are none, nor is a name that may mean two pages.
pub fn run(site: &Site, sources: &Sources) -> Table {
    let types: Vec<&str> = site.config.schema.types.iter().map(|it| &*it.name).collect();
    let desk = Desk {
        site,
        sources,
        lexicon: Lexicon::new(site, &types),
        shared: shared_ids(site),
    };
    let ids: Vec<EntryId> = site.ids().collect();
    let rows = ids.par_iter().flat_map_iter(|id| desk.of_entry(*id).unwrap_or_default());
    let columns = super::columns(["place", "name", "id", "link"]);
    Table { columns, rows: rows.collect() }
}

/// What every text is looked at with.
struct Desk<'a> {
    site: &'a Site,
    sources: &'a Sources,
    lexicon: Lexicon,
    /// Ids that more than one entry has.
    shared: BTreeSet<String>,
}

impl Desk<'_> {
    /// The rows of an entry; none where it has no text of its own.
    fn of_entry(&self, id: EntryId) -> Option<Vec<Vec<Value>>> {
        let entry = self.site.entry(id);
        let document = entry.document.as_ref().filter(|_| !entry.is_lent())?;
        let source = self.sources.text(&document.path)?;
        let file = std::str::from_utf8(&source.bytes).ok()?;
        let mut known = linked(self.site, id);
        let mut rows = Vec::new();
        for prose in document::prose(source, &reading(self.site)) {
            let mentions = self.lexicon.mentions(&prose.text).into_iter();
            let targets =
                mentions.filter_map(|it| Some((self.target(&it, entry.lang)?, it.range)));
            let new = targets.filter(|it| known.insert(first(self.site, it.0)));
            let row = |(target, range): (EntryId, Range<usize>)| {
                let (line, column) =
                    line_column(file, prose.span(range.clone()).start as usize);
                let place = format!("{}:{line}:{column}", document.path);
                let link = self.link(target, &prose.text[range.clone()], prose.in_table);
                let path = &*self.site.entry(target).path;
                vec![json!(place), json!(prose.text[range]), json!(path), json!(link)]
            };
            rows.extend(new.map(row));
        }
        Some(rows)
    }

    /// The one page that a name leads to, in a language where it has one.
    fn target(&self, mention: &Mention, lang: LangId) -> Option<EntryId> {
        let mut pages = mention.named.iter().filter_map(|it| match it {
            Named::Entry(id) => self.page(*id, lang),
            Named::Country(_) => None,
        });
        pages.next().filter(|_| pages.next().is_none())
    }

    fn page(&self, id: EntryId, lang: LangId) -> Option<EntryId> {
        let site = self.site;
        let all =
            [id].into_iter().chain(site.translations[id.0 as usize].iter().copied());
        let card = |it: EntryId| &site.entry(it).card;
        let is_page = |it: &EntryId| {
            let address = card(*it).address.as_deref();
            address.is_some_and(|it| it.starts_with('/')) && !card(*it).withdrawn
        };
        all.filter(is_page).min_by_key(|it| (card(*it).lang != lang, *it))
    }

    /// The name as a link: `[[kr|Korea]]`; by the path of the page where another one has the
    /// same id, and in a table, where a `|` ends the cell.
    fn link(&self, target: EntryId, name: &str, in_table: bool) -> String {
        let entry = self.site.entry(target);
        let shared = self.shared.contains(&fold(&entry.id));
        if shared || in_table || name.contains(['[', ']', '|']) {
            let name = name.replace('[', "\\[").replace(']', "\\]").replace('|', "\\|");
            return format!("[{name}](@/{}.md)", entry.path);
        }
        format!("[[{}|{name}]]", entry.id)
    }
}

fn reading(site: &Site) -> Reading<'_> {
    Reading {
        schema: &site.config.schema,
        languages: &site.config.languages,
        smart_punctuation: site.config.smart_punctuation,
    }
}

/// What the body of an entry links to, and the entry itself.
fn linked(site: &Site, id: EntryId) -> BTreeSet<EntryId> {
    let document = site.entry(id).document.as_ref();
    let links = document.iter().flat_map(|it| &it.body.links);
    let targets = links.filter_map(|it| match site.target(id, it.ordinal) {
        Target::Entry(to) | Target::Anchor(to, _) => Some(*to),
        _ => None,
    });
    targets.chain([id]).map(|it| first(site, it)).collect()
}

/// Ids, as they are compared, that more than one entry or country has.
fn shared_ids(site: &Site) -> BTreeSet<String> {
    let entries = site.ids().map(|it| (fold(&site.entry(it).id), first(site, it)));
    let mut owners: BTreeMap<String, BTreeSet<Named>> = BTreeMap::new();
    for (id, entry) in entries {
        owners.entry(id).or_default().insert(Named::Entry(entry));
    }
    // A country has its id, whether it has a page or not.
    let with_page: BTreeSet<CountryId> =
        site.entries.iter().filter_map(|it| it.country).collect();
    for (country, it) in site.countries.iter().filter(|it| !with_page.contains(&it.0)) {
        owners.entry(fold(it.iso2)).or_default().insert(Named::Country(country));
    }
    owners.into_iter().filter(|it| it.1.len() > 1).map(|it| it.0).collect()
}
