//! A news entry as a `NewsArticle` (<https://schema.org/NewsArticle>).

use serde_json::{Value, json};

use super::{
    Page, fragment,
    node::{node, reference},
    publisher_id, site_id, tag, thing,
};
use crate::{
    date::{Moment, rfc3339},
    document::Record,
    plan::{context::Context, dates, graph, news, url},
    site::EntryId,
};

/// The article of a page.
pub fn node_of(page: &Page, id: EntryId) -> Value {
    let (cx, fields) = (page.cx, page.cx.fields(id));
    let card = &cx.entry(id).card;
    let (published, modified) = times(cx, id);
    let words = cx.entry(id).document.as_ref().map(|it| it.body.words);
    let what = json!({
        "@id": fragment(page, "article"),
        "url": page.url,
        "mainEntityOfPage": page.url,
        "headline": card.title,
        "alternativeHeadline": fields.text("short_title").or(card.standfirst.as_deref()),
        "description": page.description,
        "datePublished": published,
        "dateModified": modified,
        "inLanguage": tag(cx, cx.entry(id).lang),
        "image": page.image,
        "wordCount": words.filter(|it| *it > 0),
        "articleSection": section(cx, id),
        "creativeWorkStatus": card.withdrawn.then_some("Withdrawn"),
        "isPartOf": reference(&site_id(page)),
    });
    node("NewsArticle", node("NewsArticle", what, about(cx, id)), who(page, id, fields))
}

// Both as days, or both as instants, so that they can be compared as text.
fn times(cx: Context, id: EntryId) -> (Option<String>, Option<String>) {
    let (published, last) = (dates::published(cx.site, id), dates::last(cx.site, id));
    let day = |it: Option<&Moment>| matches!(it, None | Some(Moment::Day(_)));
    let zone = &cx.site.config.timezone;
    if day(published) && day(last) {
        let text = |it: &Moment| it.iso(zone);
        return (published.map(text), last.map(text));
    }
    let text = |it: &Moment| rfc3339(it.instant(zone), zone);
    (published.map(text), last.map(text))
}

fn section(cx: Context<'_>, id: EntryId) -> Option<&str> {
    let topic = cx.site.related_by(id, "topics").first()?;
    Some(&cx.entry(*topic).card.title)
}

/// Where it is set, what it is about, whom it names.
fn about(cx: Context, id: EntryId) -> Value {
    let short =
        |field| cx.site.related_by(id, field).iter().map(|id| thing::short(cx, *id));
    let named: Vec<Value> = short("organisations").chain(short("people")).collect();
    let titles = |field| cx.site.related_by(id, field).iter();
    let tagged = titles("topics").chain(titles("countries"));
    let keywords: Vec<&str> = tagged.map(|id| &*cx.entry(*id).card.title).collect();
    json!({
        "spatialCoverage": short("countries").collect::<Vec<_>>(),
        "about": short("topics").collect::<Vec<_>>(),
        "mentions": named,
        "keywords": keywords,
    })
}

/// Who wrote and published it, from what, and how it was corrected.
fn who(page: &Page, id: EntryId, fields: &Record) -> Value {
    let cx = page.cx;
    let publisher = reference(&publisher_id(cx));
    let author = fields.text("byline").map(|it| json!({ "@type": "Person", "name": it }));
    let sources =
        fields.records("sources").filter(|it| it.text("kind") != Some("listing"));
    let changes =
        fields.records("changes").filter(|it| it.text("kind") != Some("update"));
    json!({
        "author": author.unwrap_or_else(|| publisher.clone()),
        "publisher": publisher,
        "dateline": news::dateline(cx, id),
        "locationCreated": fields.record("dateline").and_then(|it| place(cx, id, it)),
        "isBasedOn": sources.filter_map(|it| source(cx, id, it)).collect::<Vec<_>>(),
        "correction": changes.filter_map(|it| correction(cx, it)).collect::<Vec<_>>(),
        "translationOfWork": graph::original(cx.site, id).map(|it| other(cx, it)),
        "workTranslation": translations(cx, id),
    })
}

fn place(cx: Context, id: EntryId, dateline: &Record) -> Option<Value> {
    let country = cx.named_in(id, dateline, "country").map(|it| thing::short(cx, it));
    match dateline.text("place") {
        Some(name) => {
            let own = json!({ "name": name, "containedInPlace": country });
            Some(node("Place", own, json!({})))
        }
        None => country,
    }
}

fn source(cx: Context, id: EntryId, source: &Record) -> Option<Value> {
    let publisher = cx.named_in(id, source, "publisher").map(|it| thing::short(cx, it));
    let own = json!({
        "name": source.text("title")?,
        "url": source.text("url"),
        "publisher": publisher,
    });
    Some(node("CreativeWork", own, json!({})))
}

fn correction(cx: Context, change: &Record) -> Option<Value> {
    let at = dates::iso(cx.site, change.moment("at")?);
    let own = json!({ "datePublished": at, "text": change.text("note")? });
    Some(node("CorrectionComment", own, json!({})))
}

fn translations(cx: Context, id: EntryId) -> Vec<Value> {
    let all = cx.site.translations[id.0 as usize].iter();
    let own = all.filter(|it| graph::original(cx.site, **it) == Some(id));
    own.map(|it| other(cx, *it)).collect()
}

fn other(cx: Context, id: EntryId) -> Value {
    let card = &cx.entry(id).card;
    let url = card.address.as_ref().map(|it| url::absolute(&cx.site.config, it));
    let own = json!({ "name": card.title, "url": url });
    let lang = json!({ "inLanguage": tag(cx, cx.entry(id).lang) });
    node("CreativeWork", own, lang)
}
