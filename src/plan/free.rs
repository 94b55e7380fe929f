//! Free pages and entries of a site's own types.

use serde_json::{Map, Value as Json};

use crate::{
    document::{Record, Value},
    plan::{
        body::{self, Lead},
        context::Context,
        entries, head,
    },
    site::EntryId,
    view::{Free, PageView},
};

/// Relations that the page has a place of its own for.
const KNOWN: &[&str] = &["news", "translation_of"];

/// The page of an entry that has no view of its own.
pub fn view(cx: Context<'_>, id: EntryId) -> PageView<'_> {
    let (entry, fields) = (cx.entry(id), cx.fields(id));
    PageView {
        head: head::of_entry(cx, id),
        id: &entry.id,
        type_name: cx.site.type_name(id),
        notices: entries::notices(cx, id),
        title: &entry.card.title,
        summary: entry.card.standfirst.as_deref(),
        date: fields.moment("date").map(|it| cx.date(it)),
        image: fields.record("image").and_then(|it| cx.image(id, it)),
        facts: entries::facts(cx, id, "facts"),
        body: body::view(cx, id, Lead::Within),
        toc: fields.flag("toc"),
        relations: entries::relations(cx, id, KNOWN),
        latest: entries::latest(cx, id),
        contacts: entries::contacts(cx, id),
        changes: entries::changes(cx, id),
        sources: entries::sources(cx, id),
        backlinks: entries::backlinks(cx, id, cx.news_of(id)),
        fields: Free(record(fields)),
        extra: entries::extra(cx, id),
    }
}

/// Front matter as JSON; references by what was written, dates by their text.
fn record(record: &Record) -> Json {
    let items = record.items.iter();
    Json::Object(
        items.map(|it| (it.key.value.clone(), json(&it.value))).collect::<Map<_, _>>(),
    )
}

fn json(value: &Value) -> Json {
    match value {
        Value::Text(text) => text.as_str().into(),
        Value::Bool(flag) => (*flag).into(),
        Value::Number(number) => (*number).into(),
        Value::Moment(moment) => moment.iso(&jiff::tz::TimeZone::UTC).into(),
        Value::Partial(date) => date.to_string().into(),
        Value::Name(name) => name.text.as_str().into(),
        Value::List(list) => list.iter().map(|it| json(&it.value)).collect(),
        Value::Record(fields) => record(fields),
        Value::Free(json) => serde_json::from_str(json).unwrap_or_default(),
    }
}
