//! `index.json` beside the page of an entry.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::Value;

use super::{dates, graph, links, url};
use crate::{
    document::Record,
    key::{Key, Keyed},
    site::{EntryId, Site, Suggestion, related},
    view::{
        Html, Pieces, Plain,
        api::{
            BodyJson, ChangeJson, EntryJson, EntryRef, FactJson, ImageJson, ListJson,
            RelatedJson, SourceJson, VERSION, VideoJson,
        },
    },
};

/// How many entries a long list shows: a country may have tens of thousands of news.
const LISTED: usize = 100;

/// What stands in `index.json`; `words` are the strings of the theme in the language of
/// the entry.
pub fn view<'a>(site: &'a Site, id: EntryId, words: &Keyed<&'a Value>) -> EntryJson<'a> {
    let (entry, node) = (site.entry(id), graph::node(site, id));
    let (card, fields) = (&entry.card, dates::fields(site, id));
    let document = entry.document.as_deref();
    EntryJson {
        version: VERSION,
        id: node.id,
        ty: node.ty,
        title: node.title,
        url: node.url,
        lang: node.lang,
        date: dates::published(site, id).map(|it| dates::iso(site, it)),
        list_title: &card.list_title,
        official_title: &card.official,
        standfirst: card.standfirst.as_deref(),
        kind: card.kind.as_deref(),
        updated: dates::updated(site, id).map(|it| dates::iso(site, it)),
        withdrawn: card.withdrawn,
        image: image(site, id),
        videos: fields.records("videos").filter_map(|it| video(site, id, it)).collect(),
        translations: graph::translations(site, id)
            .map(|it| graph::node(site, it))
            .collect(),
        relations: relations(site, id),
        inverse: inverse(site, id),
        related: related(site, id),
        later_coverage: nodes(site, &site.related[id.0 as usize].later),
        backlinks: list(site, &site.backlinks[id.0 as usize]),
        facts: facts(fields),
        changes: fields.records("changes").filter_map(|it| change(site, it)).collect(),
        sources: fields.records("sources").filter_map(source).collect(),
        word_count: document.map_or(0, |it| it.body.words),
        body: body(site, id, words),
    }
}

fn nodes<'a>(site: &'a Site, ids: &[EntryId]) -> Vec<EntryRef<'a>> {
    ids.iter().map(|id| graph::node(site, *id)).collect()
}

fn list<'a>(site: &'a Site, ids: &[EntryId]) -> ListJson<'a> {
    let first = &ids[..ids.len().min(LISTED)];
    ListJson { total: ids.len(), items: nodes(site, first) }
}

fn image(site: &Site, id: EntryId) -> Option<ImageJson<'_>> {
    let image = site.entry(id).card.image.as_ref()?;
    Some(ImageJson { url: url::file(site, &image.source)?, alt: &image.alt })
}

fn video<'a>(site: &Site, id: EntryId, record: &'a Record) -> Option<VideoJson<'a>> {
    Some(VideoJson {
        title: record.text("title")?,
        url: url::file(site, &site.file_of(id, record.text("src")?)?.source)?,
        transcript: record.text("transcript")?,
    })
}

fn relations(site: &Site, id: EntryId) -> BTreeMap<&str, Vec<EntryRef<'_>>> {
    let forward = site.relations[id.0 as usize].forward.iter();
    forward.map(|(name, ids)| (&**name, nodes(site, ids))).collect()
}

fn inverse(site: &Site, id: EntryId) -> BTreeMap<&str, ListJson<'_>> {
    let inverse = site.relations[id.0 as usize].inverse.iter();
    inverse.map(|(name, ids)| (&**name, list(site, ids))).collect()
}

fn related(site: &Site, id: EntryId) -> Vec<RelatedJson<'_>> {
    let suggested = site.related[id.0 as usize].earlier.iter();
    suggested.map(|it| suggestion(site, id, it)).collect()
}

fn suggestion<'a>(site: &'a Site, id: EntryId, it: &Suggestion) -> RelatedJson<'a> {
    let node = graph::node(site, it.entry);
    RelatedJson {
        id: node.id,
        title: node.title,
        url: node.url,
        date: node.date,
        pinned: it.pinned,
        shared: nodes(site, &related::shared(site, id, it.entry)),
    }
}

fn facts(fields: &Record) -> Vec<FactJson<'_>> {
    let both = fields.records("key_facts").chain(fields.records("facts"));
    both.filter_map(fact).collect()
}

fn fact(fact: &Record) -> Option<FactJson<'_>> {
    Some(FactJson { label: fact.text("label")?, value: fact.text("value")? })
}

fn change<'a>(site: &Site, change: &'a Record) -> Option<ChangeJson<'a>> {
    let at = dates::iso(site, change.moment("at")?);
    Some(ChangeJson { at, kind: change.text("kind")?, note: change.text("note")? })
}

fn source(source: &Record) -> Option<SourceJson<'_>> {
    Some(SourceJson { title: source.text("title")?, url: source.text("url") })
}

fn body<'a>(site: &'a Site, id: EntryId, words: &Keyed<&'a Value>) -> BodyJson<'a> {
    let entry = site.entry(id);
    let own = entry.document.as_deref().map(|it| &it.body);
    let first = entry.document.as_deref().map_or(0, |it| it.references);
    let links = links::targets(site, id, url::absolute);
    let pieces = Pieces::new(own.map(|it| &it.text), (first, links), words.value);
    let pieces = Arc::new(pieces);
    let blocks = 0..own.map_or(0, |it| it.text.len());
    let html = Html { pieces: pieces.clone(), blocks, inner: false };
    let key = own.map(|it| it.key).unwrap_or_default();
    let with_links = key.with(Key::of(&pieces.links)).with(words.key);
    BodyJson {
        lang: &site.config.languages[usize::from(entry.body_lang.0)].tag,
        text: Keyed { key, value: Plain(pieces) },
        html: Keyed { key: with_links, value: html },
    }
}
