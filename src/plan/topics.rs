//! The pages of topics and regions: what groups news and countries.

use crate::{
    plan::{
        body::{self, Lead},
        context::Context,
        coverage, documents, entries, head, neighbours,
    },
    site::EntryId,
    view::{RegionView, TopicView},
};

/// Relations that the page of a topic has a place of its own for.
const KNOWN_OF_TOPICS: &[&str] = &[
    "news",
    "documents",
    "parent",
    "children",
    "see_also",
    "featured_news",
    "translation_of",
];

/// Relations that the page of a region has a place of its own for.
const KNOWN_OF_REGIONS: &[&str] = &[
    "news",
    "countries",
    "members",
    "groupings",
    "parent",
    "children",
    "see_also",
    "translation_of",
];

/// The page of a topic.
pub fn topic(cx: Context<'_>, id: EntryId) -> TopicView<'_> {
    let entry = cx.entry(id);
    let mut listed = cx.site.related_by(id, "documents").to_vec();
    let more = cx.site.inverse_of(id, "documents").iter();
    let more: Vec<EntryId> = more.filter(|it| !listed.contains(it)).copied().collect();
    listed.extend(more);
    TopicView {
        head: head::of_entry(cx, id),
        id: &entry.id,
        notices: entries::notices(cx, id),
        title: &entry.card.title,
        summary: entry.card.standfirst.as_deref(),
        facts: entries::facts(cx, id, "facts"),
        body: body::view(cx, id, Lead::Within),
        children: cx.cards(cx.site.inverse_of(id, "children")),
        featured: entries::featured(cx, id),
        latest: entries::latest(cx, id),
        neighbours: neighbours::view(cx, id),
        coverage: coverage::world(cx, entries::counts_in_news(cx, id, "countries")),
        see_also: entries::see_also(cx, id),
        together: entries::together(cx, id),
        documents: documents::rows(cx, &listed),
        relations: entries::relations(cx, id, KNOWN_OF_TOPICS),
        backlinks: entries::backlinks(cx, id, cx.news_of(id)),
        extra: entries::extra(cx, id),
    }
}

/// The page of a region.
pub fn region(cx: Context<'_>, id: EntryId) -> RegionView<'_> {
    let entry = cx.entry(id);
    let mut countries = cx.site.inverse_of(id, "countries").to_vec();
    let name = |id: EntryId| &*cx.entry(id).card.sort_key;
    countries.sort_by(|a, b| cx.words().compare(name(*a), name(*b)).then(a.cmp(b)));
    RegionView {
        head: head::of_entry(cx, id),
        id: &entry.id,
        notices: entries::notices(cx, id),
        title: &entry.card.title,
        summary: entry.card.standfirst.as_deref(),
        facts: entries::facts(cx, id, "facts"),
        body: body::view(cx, id, Lead::Within),
        countries: countries.into_iter().map(|it| cx.counted(it)).collect(),
        coverage: coverage::region(cx, id),
        children: cx.cards(cx.site.inverse_of(id, "children")),
        latest: entries::latest(cx, id),
        see_also: entries::see_also(cx, id),
        relations: entries::relations(cx, id, KNOWN_OF_REGIONS),
        backlinks: entries::backlinks(cx, id, cx.news_of(id)),
        extra: entries::extra(cx, id),
    }
}
