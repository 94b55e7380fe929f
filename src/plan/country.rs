//! The page of a country.

use crate::{
    document::Record,
    plan::{
        body::{self, Lead},
        context::Context,
        documents,
        entries::{self, fact, fact_link},
        head, neighbours, news,
    },
    site::EntryId,
    view::{CountryFact, CountryView, Fact},
};

/// Relations that the page has a place of its own for.
const KNOWN: &[&str] = &[
    "news",
    "documents",
    "organisations",
    "region",
    "groupings",
    "featured_news",
    "translation_of",
];

/// The page of a country.
pub fn view(cx: Context<'_>, id: EntryId) -> CountryView<'_> {
    let entry = cx.entry(id);
    let card = &entry.card;
    CountryView {
        head: head::of_entry(cx, id),
        id: &entry.id,
        notices: entries::notices(cx, id),
        title: &card.title,
        list_name: &card.list_title,
        official: Some(&*card.official).filter(|it| *it != card.title),
        flag: cx.flag(id),
        globe: news::globe(cx, id),
        facts: facts(cx, id),
        body: body::view(cx, id, Lead::Within),
        featured: entries::featured(cx, id),
        latest: entries::latest(cx, id),
        neighbours: neighbours::view(cx, id),
        topics: entries::topics_of_country(cx, id),
        documents: documents::rows(cx, cx.site.inverse_of(id, "documents")),
        organisations: cx.links(cx.site.inverse_of(id, "organisations")),
        people: entries::named_in_news(cx, id, "people"),
        together: entries::together(cx, id),
        links: links(cx, id),
        contacts: entries::contacts(cx, id),
        relations: entries::relations(cx, id, KNOWN),
        backlinks: entries::backlinks(cx, id, cx.news_of(id)),
        sources: entries::sources(cx, id),
        extra: entries::extra(cx, id),
    }
}

/// Region, groupings and capital, what the membership says, then the file's own facts. An
/// own fact takes the place of a computed one of the same label or value.
fn facts(cx: Context<'_>, id: EntryId) -> Vec<CountryFact<'_>> {
    let regions = cx.site.related_by(id, "region").iter();
    let mut facts: Vec<_> = regions.map(|it| fact_link(cx, "region", *it)).collect();
    let groupings = cx.site.related_by(id, "groupings").iter();
    facts.extend(groupings.map(|it| fact_link(cx, "groupings", *it)));
    facts.extend(cx.fields(id).text("capital").map(|it| fact(cx, "capital", it)));
    if let Some(record) = cx.fields(id).record("membership") {
        facts.extend(membership(cx, id, record));
    }
    let own = entries::own_facts(cx, id);
    let same =
        |a: &CountryFact, b: &CountryFact| a.label == b.label || a.value == b.value;
    facts.retain(|it| !own.iter().any(|own| same(it, own)));
    facts.extend(own);
    facts
}

fn membership<'a>(cx: Context<'a>, id: EntryId, record: &Record) -> Vec<CountryFact<'a>> {
    let joined = record.partial("joined").map(|it| cx.words().partial(it));
    let organisation = cx.named_in(id, record, "organisation");
    let label = organisation.map_or_else(
        || cx.words().text("member_since").to_owned(),
        |it| {
            let name = &cx.entry(it).card.title;
            cx.words().fill("member_of_since", &[("organisation", name)])
        },
    );
    let joined = joined.map(|value| CountryFact {
        label,
        value,
        lang: None,
        url: None,
        source: None,
    });
    let bureau = record.record("bureau");
    let name = bureau.and_then(|it| it.text("name").or(it.text("place")));
    let agency = bureau.and_then(|it| cx.named_in(id, it, "agency"));
    let name = name.map(|it| fact(cx, "bureau", it));
    let agency = agency.map(|it| fact_link(cx, "agency", it));
    [joined, name, agency].into_iter().flatten().collect()
}

fn links<'a>(cx: Context<'a>, id: EntryId) -> Vec<Fact<'a>> {
    let link = |it: &'a Record| Fact {
        label: it.text("label").unwrap_or_default(),
        value: it.text("url").unwrap_or_default(),
        lang: cx.tag_of_file(id),
        source: None,
    };
    cx.fields(id).records("links").map(link).collect()
}
