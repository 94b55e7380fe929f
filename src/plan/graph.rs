//! The site as nodes and edges, for `api/graph.json` and `dateline export graph`.

use std::{borrow::Cow, collections::BTreeSet};

use super::{links, url};
use crate::{
    site::{EntryId, LangId, Site},
    view::api::{EdgeView, EntryRef, GraphView, VERSION},
};

/// The relation of an entry to those its text links to.
const MENTIONS: &str = "mentions";

/// The whole graph.
pub fn view(site: &Site) -> GraphView<'_> {
    let mut nodes: Vec<EntryRef> = site.ids().map(|id| node(site, id)).collect();
    nodes.sort_by(|a, b| a.id.cmp(&b.id));
    let mut edges: Vec<EdgeView> = site.ids().flat_map(|id| edges(site, id)).collect();
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

fn edges(site: &Site, id: EntryId) -> Vec<EdgeView<'_>> {
    let edge = |relation, target| EdgeView {
        source: name(site, id),
        target: name(site, target),
        relation,
    };
    let relations = site.relations[id.0 as usize].forward.iter();
    let declared =
        relations.flat_map(|(field, ids)| ids.iter().map(move |to| (&**field, *to)));
    let mentioned = mentions(site, id).into_iter().map(|to| (MENTIONS, to));
    declared.chain(mentioned).map(|(relation, to)| edge(relation, to)).collect()
}

fn mentions(site: &Site, id: EntryId) -> BTreeSet<EntryId> {
    let Some(document) = &site.entry(id).document else { return BTreeSet::new() };
    let targets = document.body.links.iter().map(|it| site.target(id, it.ordinal));
    targets.filter_map(links::entry).filter(|to| *to != id).collect()
}
