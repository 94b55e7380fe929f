//! The page of a news entry.

use crate::{
    date::Moment,
    key::{Key, Keyed},
    plan::{
        body::{self, Lead},
        context::Context,
        documents, entries, head, people, share, stories, videos,
    },
    site::{EntryId, related},
    view::{CardView, CountryLink, Globe, Link, NewsView},
};

/// Relations that the page has a place of its own for.
const KNOWN: &[&str] = &[
    "countries",
    "topics",
    "organisations",
    "people",
    "documents",
    "related",
    "later_coverage",
    "translation_of",
];

/// How many things that a related entry shares are named.
const REASONS: usize = 3;

/// The page of a news entry.
pub fn view(cx: Context<'_>, id: EntryId) -> NewsView<'_> {
    let (entry, fields) = (cx.entry(id), cx.fields(id));
    let card = &entry.card;
    let kind = card.kind.as_deref().or(fields.text("kind")).unwrap_or("news");
    let countries = cx.site.related_by(id, "countries");
    let related = &cx.site.related[id.0 as usize];
    let dateline = dateline(cx, id);
    let lead = if dateline.is_some() { Lead::Apart } else { Lead::Within };
    let shown: Vec<EntryId> =
        related.earlier.iter().map(|it| it.entry).chain(related.later.clone()).collect();
    NewsView {
        head: head::of_entry(cx, id),
        id: &entry.id,
        notices: entries::notices(cx, id),
        kind,
        kind_label: cx.kind(kind),
        country: countries.first().map(|it| cx.list_link(*it)),
        more_countries: countries.len().saturating_sub(1),
        title: &card.title,
        standfirst: card.standfirst.as_deref(),
        date: cx
            .date(fields.moment("date").unwrap_or(&Moment::Day(jiff::civil::Date::ZERO))),
        updated: fields.moment("updated").map(|it| cx.date(it)),
        from: from(cx, id),
        byline: fields.text("byline"),
        image: fields.record("image").and_then(|it| cx.image(id, it)),
        dateline,
        body: body::view(cx, id, lead),
        documents: documents::rows(cx, cx.site.related_by(id, "documents")),
        videos: videos::view(cx, id),
        contacts: entries::contacts(cx, id),
        changes: entries::changes(cx, id),
        sources: entries::sources(cx, id),
        key_facts: entries::facts(cx, id, "key_facts"),
        countries: involved(cx, countries),
        see_also: cx.links(cx.site.related_by(id, "topics")),
        organisations: cx.links(cx.site.related_by(id, "organisations")),
        people: people::at_date(cx, id),
        relations: entries::relations(cx, id, KNOWN),
        related: related.earlier.iter().map(|it| suggestion(cx, id, it.entry)).collect(),
        later: cx.cards(&related.later),
        story: stories::view(cx, id),
        backlinks: entries::backlinks(cx, id, &shown),
        share: share::links(cx, id),
        extra: entries::extra(cx, id),
    }
}

/// `SEOUL, Republic of Korea`: the label, or the place in capitals and the official name of
/// the country, in the language of the text.
pub fn dateline(cx: Context, id: EntryId) -> Option<String> {
    let record = cx.fields(id).record("dateline")?;
    if let Some(label) = record.text("label") {
        return Some(label.to_owned());
    }
    let place = record.text("place").map(str::to_uppercase);
    let country = cx.named_in(id, record, "country");
    let lang = cx.entry(id).body_lang;
    let country = country.map(|it| cx.site.version(it, lang).unwrap_or(it));
    let country = country.map(|it| cx.entry(it).card.official.clone());
    let words: Vec<String> = place.into_iter().chain(country).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Who the news is from: the publisher of the original, else the first organisation.
fn from(cx: Context<'_>, id: EntryId) -> Option<Link<'_>> {
    let mut sources = cx.fields(id).records("sources");
    let original = sources.find(|it| it.text("kind") == Some("original"));
    let publisher = original.and_then(|it| cx.named_in(id, it, "publisher"));
    let first = cx.site.related_by(id, "organisations").first().copied();
    publisher.or(first).map(|it| cx.link(it))
}

fn involved<'a>(cx: Context<'a>, countries: &[EntryId]) -> Vec<CountryLink<'a>> {
    let mut links: Vec<CountryLink> =
        countries.iter().map(|it| cx.country(*it)).collect();
    if let (Some(link), Some(first)) = (links.first_mut(), countries.first()) {
        link.globe = globe(cx, *first);
    }
    links
}

/// The locator globe of a country.
pub fn globe<'a>(cx: Context<'a>, id: EntryId) -> Option<Globe<'a>> {
    let entry = cx.entry(id);
    let country = cx.site.countries.get(entry.country?);
    let shape = cx.plan.globes.of(country.m49.trim_start_matches('0'))?;
    let title = cx.words().fill("globe", &[("name", &entry.card.title)]);
    let keyed = |value: &'a str| Keyed { key: Key::of_bytes(value.as_bytes()), value };
    Some(Globe { land: keyed(shape.land), shape: keyed(shape.shape), title })
}

fn suggestion(cx: Context<'_>, id: EntryId, other: EntryId) -> CardView<'_> {
    CardView { reason: reason(cx, id, other), ..cx.card(other) }
}

/// What a related entry has in common with this one, in words: `Cybercrime · Korea`.
fn reason(cx: Context, id: EntryId, other: EntryId) -> String {
    let shared = related::shared(cx.site, id, other).into_iter().take(REASONS);
    let names: Vec<&str> = shared.map(|it| &*cx.entry(it).card.title).collect();
    names.join(" · ")
}
