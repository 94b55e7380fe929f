//! The page of an organisation.

use crate::{
    document::Record,
    plan::{
        body::{self, Lead},
        context::Context,
        documents,
        entries::{self, fact, fact_link},
        head, neighbours, people,
    },
    site::EntryId,
    view::{ContactView, CountryFact, DocumentRow, ImageView, OrganisationView},
};

/// Relations that the page has a place of its own for.
const KNOWN: &[&str] = &[
    "news",
    "documents",
    "published",
    "people",
    "country",
    "parent",
    "children",
    "see_also",
    "translation_of",
];

/// The page of an organisation.
pub fn view(cx: Context<'_>, id: EntryId) -> OrganisationView<'_> {
    let entry = cx.entry(id);
    let title = &entry.card.title;
    let acronym = cx.fields(id).text("acronym");
    OrganisationView {
        head: head::of_entry(cx, id),
        id: &entry.id,
        notices: entries::notices(cx, id),
        title,
        acronym: acronym.filter(|it| it != title),
        summary: entry.card.standfirst.as_deref(),
        logo: logo(cx, id),
        facts: facts(cx, id),
        body: body::view(cx, id, Lead::Within),
        children: cx.cards(cx.site.inverse_of(id, "children")),
        people: people::of_organisation(cx, id),
        latest: entries::latest(cx, id),
        neighbours: neighbours::view(cx, id),
        documents: all_documents(cx, id),
        see_also: entries::see_also(cx, id),
        contacts: contacts(cx, id),
        relations: entries::relations(cx, id, KNOWN),
        backlinks: entries::backlinks(cx, id, cx.news_of(id)),
        extra: entries::extra(cx, id),
    }
}

fn logo(cx: Context<'_>, id: EntryId) -> Option<ImageView<'_>> {
    let file = cx.site.file_of(id, cx.fields(id).text("logo")?)?;
    cx.picture(id, &file.source, &cx.entry(id).card.title)
}

/// The documents it published, then those that are about it.
fn all_documents(cx: Context<'_>, id: EntryId) -> Vec<DocumentRow<'_>> {
    let published = cx.site.inverse_of(id, "published");
    let about = cx.site.inverse_of(id, "documents").iter();
    let about = about.filter(|it| !published.contains(it));
    let ids: Vec<EntryId> = published.iter().chain(about).copied().collect();
    documents::rows(cx, &ids)
}

fn facts(cx: Context<'_>, id: EntryId) -> Vec<CountryFact<'_>> {
    let fields = cx.fields(id);
    let mut facts = Vec::new();
    facts.extend(fields.text("kind").map(|it| fact(cx, "kind", cx.kind(it))));
    let country = cx.site.related_by(id, "country").iter();
    facts.extend(country.map(|it| fact_link(cx, "country", *it)));
    let parent = cx.site.related_by(id, "parent").iter();
    facts.extend(parent.map(|it| fact_link(cx, "part_of", *it)));
    let founded = fields.partial("founded").map(|it| cx.words().partial(it));
    facts.extend(founded.map(|it| fact(cx, "founded", it)));
    facts.extend(fields.record("headquarters").and_then(|it| headquarters(cx, id, it)));
    let url = fields.text("url").map(str::to_owned);
    facts.extend(url.map(|url| {
        let shown = url.split_once("://").map_or(&*url, |it| it.1).trim_end_matches('/');
        CountryFact { url: Some(url.clone()), ..fact(cx, "website", shown) }
    }));
    facts.extend(entries::own_facts(cx, id));
    facts
}

/// `Lyon, France`, leading to the country.
fn headquarters<'a>(
    cx: Context<'a>,
    id: EntryId,
    record: &Record,
) -> Option<CountryFact<'a>> {
    let country = cx.named_in(id, record, "country").map(|it| cx.link(it));
    let name = country.as_ref().map(|it| it.title);
    let words: Vec<&str> = record.text("place").into_iter().chain(name).collect();
    let url = country.and_then(|it| it.url);
    let value = fact(cx, "headquarters", words.join(", "));
    (!words.is_empty()).then_some(CountryFact { url, ..value })
}

fn contacts(cx: Context<'_>, id: EntryId) -> Vec<ContactView<'_>> {
    let own = cx.fields(id).record("contact").map(|it| {
        let named = it.text("name").unwrap_or(&cx.entry(id).card.title);
        ContactView {
            name: named,
            role: it.text("address"),
            ..entries::contact(cx, id, it)
        }
    });
    own.into_iter().chain(entries::contacts(cx, id)).collect()
}
