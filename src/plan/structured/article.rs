//! A news entry as a `NewsArticle` (<https://schema.org/NewsArticle>).

use super::{Page, fragment, node::Node, publisher_id, site_id, tag, thing};
use crate::{
    date::{Moment, rfc3339},
    document::Record,
    plan::{context::Context, dates, graph, news, url, videos},
    site::{EntryId, FileUse},
};

/// The article of a page.
pub fn node_of(page: &Page, id: EntryId) -> Node {
    let (cx, fields) = (page.cx, page.cx.fields(id));
    let card = &cx.entry(id).card;
    let (published, modified) = times(cx, id);
    let words = cx.entry(id).document.as_ref().map(|it| it.body.words);
    let short = fields.text("short_title").or(card.standfirst.as_deref());
    let language = cx.entry(id).body_lang;
    let films = fields.records("videos").filter_map(|it| video(page, id, it));
    let node = Node::of("NewsArticle")
        .with("@id", fragment(page, "article"))
        .with("url", page.url)
        .with("mainEntityOfPage", page.url)
        .with("headline", &card.title)
        .with("alternativeHeadline", short)
        .with("description", page.description)
        .with("datePublished", published)
        .with("dateModified", modified)
        // Validators take it for the language of the page: a text in another one says so itself.
        .with("inLanguage", (language == cx.lang()).then(|| tag(cx, language)))
        .with("image", page.image)
        .with("video", films.collect::<Vec<_>>())
        .with("wordCount", words.filter(|it| *it > 0))
        .with("articleSection", section(cx, id))
        .with("creativeWorkStatus", card.withdrawn.then_some("Withdrawn"))
        .with("isPartOf", Node::reference(&site_id(page)));
    who(about(node, cx, id), cx, id)
}

/// A film of it; the two were published together (<https://schema.org/VideoObject>).
fn video(page: &Page, id: EntryId, record: &Record) -> Option<Node> {
    let (site, (published, _)) = (page.cx.site, times(page.cx, id));
    let file = |key| site.file_of(id, record.text(key)?);
    let address = |it: &FileUse| url::file(site, &it.source);
    let poster = file("poster").filter(|it| it.picture.is_some()).and_then(address);
    let transcript = record.text("transcript")?;
    let video = Node::of("VideoObject").with("name", record.text("title")?);
    let video = video
        .with("description", videos::paragraphs(transcript).first().copied())
        .with("contentUrl", file("src").and_then(address)?)
        .with("thumbnailUrl", poster.unwrap_or_else(|| page.image.to_owned()))
        .with("uploadDate", published)
        .with("transcript", transcript);
    Some(video)
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
fn about(node: Node, cx: Context, id: EntryId) -> Node {
    let short =
        |field| cx.site.related_by(id, field).iter().map(|id| thing::short(cx, *id));
    let named: Vec<Node> = short("organisations").chain(short("people")).collect();
    let titles = |field| cx.site.related_by(id, field).iter();
    let tagged = titles("topics").chain(titles("countries"));
    let keywords: Vec<&str> = tagged.map(|id| &*cx.entry(*id).card.title).collect();
    node.with("spatialCoverage", short("countries").collect::<Vec<_>>())
        .with("about", short("topics").collect::<Vec<_>>())
        .with("mentions", named)
        .with("keywords", keywords)
}

/// Who wrote and published it, from what, and how it was corrected.
fn who(node: Node, cx: Context, id: EntryId) -> Node {
    let fields = cx.fields(id);
    let publisher = || Node::reference(&publisher_id(cx));
    let author = fields.text("byline").map(|it| Node::of("Person").with("name", it));
    let sources =
        fields.records("sources").filter(|it| it.text("kind") != Some("listing"));
    let changes =
        fields.records("changes").filter(|it| it.text("kind") != Some("update"));
    let place = fields.record("dateline").and_then(|it| place(cx, id, it));
    let based = sources.filter_map(|it| source(cx, id, it)).collect::<Vec<_>>();
    let corrected = changes.filter_map(|it| correction(cx, it)).collect::<Vec<_>>();
    node.with("author", author.unwrap_or_else(publisher))
        .with("publisher", publisher())
        .with("dateline", news::dateline(cx, id))
        .with("locationCreated", place)
        .with("isBasedOn", based)
        .with("correction", corrected)
        .with("translationOfWork", graph::original(cx.site, id).map(|it| other(cx, it)))
        .with("workTranslation", translations(cx, id))
}

fn place(cx: Context, id: EntryId, dateline: &Record) -> Option<Node> {
    let country = cx.named_in(id, dateline, "country").map(|it| thing::short(cx, it));
    match dateline.text("place") {
        Some(name) => {
            let place = Node::of("Place").with("name", name);
            Some(place.with("containedInPlace", country))
        }
        None => country,
    }
}

fn source(cx: Context, id: EntryId, source: &Record) -> Option<Node> {
    let publisher = cx.named_in(id, source, "publisher").map(|it| thing::short(cx, it));
    let work = Node::of("CreativeWork").with("name", source.text("title")?);
    Some(work.with("url", source.text("url")).with("publisher", publisher))
}

fn correction(cx: Context, change: &Record) -> Option<Node> {
    let at = dates::iso(cx.site, change.moment("at")?);
    let comment = Node::of("CorrectionComment").with("datePublished", at);
    Some(comment.with("text", change.text("note")?))
}

fn translations(cx: Context, id: EntryId) -> Vec<Node> {
    let all = graph::translations(cx.site, id);
    let own = all.filter(|it| graph::original(cx.site, *it) == Some(id));
    own.map(|it| other(cx, it)).collect()
}

fn other(cx: Context, id: EntryId) -> Node {
    let card = &cx.entry(id).card;
    let url = card.address.as_ref().map(|it| url::absolute(&cx.site.config, it));
    let work = Node::of("CreativeWork").with("name", &card.title).with("url", url);
    work.with("inLanguage", tag(cx, cx.entry(id).lang))
}
