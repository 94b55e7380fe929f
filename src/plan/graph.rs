//! The site as nodes and edges, for `api/graph.json` and `dateline export graph`.

use std::{borrow::Cow, collections::BTreeSet};

use super::url;
use crate::{
    site::{EntryId, LangId, Site, Target},
    view::api::{EdgeView, EntryRef, GraphView, VERSION},
};

/// The relation of an entry to those its text links to.
const MENTIONS: &str = "mentions";

/// The relation of news to those it leads on to, pinned ones and computed ones.
const RELATED: &str = "related";

/// The relation of an entry to the one in the site's first language.
const TRANSLATION: &str = "translation_of";

/// The whole graph. What is untranslated stands in it once, in its own language.
pub fn view(site: &Site) -> GraphView<'_> {
    let translated = |id: &EntryId| !site.entry(*id).is_untranslated();
    let ids: Vec<EntryId> = site.ids().filter(translated).collect();
    let mut nodes: Vec<EntryRef> = ids.iter().map(|id| node(site, *id)).collect();
    nodes.sort_by(|a, b| a.id.cmp(&b.id));
    let mut edges: Vec<EdgeView> = ids.iter().flat_map(|id| edges(site, *id)).collect();
    edges.sort_by(|a, b| (&a.source, a.relation).cmp(&(&b.source, b.relation)));
    GraphView { version: VERSION, nodes, edges }
}

/// An entry as others name it.
pub fn node(site: &Site, id: EntryId) -> EntryRef<'_> {
    let (entry, config) = (site.entry(id), &site.config);
    EntryRef {
        id: name(site, id),
        ty: site.type_name(id),
        title: &entry.card.title,
        url: entry.card.address.as_ref().map(|it| url::absolute(config, it)),
        lang: &config.languages[usize::from(entry.lang.0)].tag,
        date: entry.card.date.as_deref(),
    }
}

/// The path of an entry, followed by its language where that is not the default one.
pub fn name(site: &Site, id: EntryId) -> Cow<'_, str> {
    let entry = site.entry(id);
    if entry.lang == LangId(0) {
        return Cow::Borrowed(&entry.path);
    }
    let tag = &site.config.languages[usize::from(entry.lang.0)].tag;
    Cow::Owned(format!("{}.{tag}", entry.path))
}

/// The same entry in the first of the languages it exists in, if it is another one.
pub fn original(site: &Site, id: EntryId) -> Option<EntryId> {
    let first = translations(site, id).min_by_key(|it| site.entry(*it).lang)?;
    let entry = site.entry(id);
    (site.entry(first).lang < entry.lang && !entry.is_untranslated()).then_some(first)
}

/// The same entry in the other languages that it, or at least its title, is translated to.
pub fn translations(site: &Site, id: EntryId) -> impl Iterator<Item = EntryId> {
    let others = site.translations[id.0 as usize].iter().copied();
    others.filter(|it| !site.entry(*it).is_untranslated())
}

fn edges(site: &Site, id: EntryId) -> Vec<EdgeView<'_>> {
    let edge = |relation, target| EdgeView {
        source: name(site, id),
        target: name(site, translated(site, target)),
        relation,
    };
    let relations = site.relations[id.0 as usize].forward.iter();
    let declared =
        relations.flat_map(|(field, ids)| ids.iter().map(|to| (&**field, *to)));
    let related =
        site.related[id.0 as usize].earlier.iter().map(|it| (RELATED, it.entry));
    let mentioned = mentions(site, id).into_iter().map(|to| (MENTIONS, to));
    let original = original(site, id).map(|to| (TRANSLATION, to));
    let all = declared.chain(related).chain(mentioned).chain(original);
    all.map(|(relation, to)| edge(relation, to)).collect()
}

/// The node that stands for an entry.
fn translated(site: &Site, id: EntryId) -> EntryId {
    if site.entry(id).is_untranslated() { site.original(id) } else { id }
}

fn mentions(site: &Site, id: EntryId) -> BTreeSet<EntryId> {
    let Some(document) = &site.entry(id).document else { return BTreeSet::new() };
    let targets = document.body.links.iter().map(|it| site.target(id, it.ordinal));
    let entries = targets.filter_map(|it| match it {
        Target::Entry(to) | Target::Anchor(to, _) => Some(*to),
        _ => None,
    });
    entries.filter(|to| *to != id).collect()
}
