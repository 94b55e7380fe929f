//! The page of a document.

use crate::{
    date::Moment,
    document::Record,
    plan::{
        body::{self, Lead},
        context::Context,
        entries, head,
    },
    site::EntryId,
    view::{DocumentRow, DocumentView, FileView},
};

/// Relations that the page has a place of its own for.
const KNOWN: &[&str] = &[
    "news",
    "countries",
    "topics",
    "publisher",
    "supersedes",
    "superseded_by",
    "translation_of",
];

/// The page of a document.
pub fn view(cx: Context<'_>, id: EntryId) -> DocumentView<'_> {
    let (entry, fields) = (cx.entry(id), cx.fields(id));
    let card = |ids: &[EntryId]| ids.first().map(|it| cx.card(*it));
    let countries = cx.site.related_by(id, "countries").iter();
    let publisher = cx.site.related_by(id, "publisher").first();
    DocumentView {
        head: head::of_entry(cx, id),
        id: &entry.id,
        notices: entries::notices(cx, id),
        title: &entry.card.title,
        kind_label: cx.kind(fields.text("kind").unwrap_or_default()),
        summary: entry.card.standfirst.as_deref(),
        date: cx
            .date(fields.moment("date").unwrap_or(&Moment::Day(jiff::civil::Date::ZERO))),
        publisher: publisher.map(|it| cx.link(*it)),
        files: files(cx, id),
        facts: entries::facts(cx, id, "facts"),
        body: body::view(cx, id, Lead::Within),
        supersedes: card(cx.site.related_by(id, "supersedes")),
        superseded_by: card(cx.site.inverse_of(id, "superseded_by")),
        countries: countries.map(|it| cx.country(*it)).collect(),
        see_also: cx.links(cx.site.related_by(id, "topics")),
        latest: entries::latest(cx, id),
        changes: entries::changes(cx, id),
        contacts: entries::contacts(cx, id),
        sources: entries::sources(cx, id),
        relations: entries::relations(cx, id, KNOWN),
        backlinks: entries::backlinks(cx, id, cx.news_of(id)),
        extra: entries::extra(cx, id),
    }
}

/// Documents as other pages list them.
pub fn rows<'a>(cx: Context<'a>, ids: &[EntryId]) -> Vec<DocumentRow<'a>> {
    let row = |id: &EntryId| DocumentRow { card: cx.card(*id), files: files(cx, *id) };
    ids.iter().map(row).collect()
}

fn files(cx: Context<'_>, id: EntryId) -> Vec<FileView<'_>> {
    cx.fields(id).records("files").filter_map(|it| file(cx, id, it)).collect()
}

fn file<'a>(cx: Context<'a>, id: EntryId, record: &'a Record) -> Option<FileView<'a>> {
    let name = record.text("src")?;
    let file = cx.site.file_of(id, name)?;
    let (label, language) = (record.text("label"), record.text("lang"));
    let title = cx.entry(id).card.lang;
    Some(FileView {
        url: cx.href(&format!("/{}", file.output)),
        label: label.unwrap_or(&cx.entry(id).card.title),
        kind: name.rsplit_once('.').map_or_else(String::new, |it| it.1.to_uppercase()),
        size: cx.words().size(file.size),
        pages: file.pages,
        language: language.map(|it| cx.words().language(it)),
        lang: if label.is_some() { cx.tag_of_file(id) } else { cx.other_tag(title) },
        sha256: file.sha256.as_deref(),
    })
}
