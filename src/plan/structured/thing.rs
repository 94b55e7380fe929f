//! What entries are: countries, regions, topics, organisations, people, documents.

use serde_json::{Value, json};

use super::{
    Page, article, breadcrumb, fragment, item_list,
    node::{node, reference},
    tag, web_page,
};
use crate::{
    document::Record,
    plan::{context::Context, dates, url},
    site::EntryId,
};

/// The nodes of the page of an entry.
pub fn nodes(page: &Page, id: EntryId) -> Vec<Value> {
    let mut nodes = match page.cx.site.type_name(id) {
        "news" => vec![article::node_of(page, id)],
        "document" => vec![document(page, id)],
        "person" => {
            let own = json!({ "mainEntity": reference(&fragment(page, "person")) });
            vec![web_page(page, "ProfilePage", own), whole(page, id)]
        }
        "country" | "topic" | "region" | "organisation" => {
            let about = reference(&fragment(page, page.cx.site.type_name(id)));
            let own = json!({ "about": about, "mainEntity": item_list(page) });
            vec![web_page(page, "CollectionPage", own), whole(page, id)]
        }
        _ => vec![web_page(page, "WebPage", changed(page.cx, id))],
    };
    nodes.push(breadcrumb(page));
    nodes
}

/// An entry as another page names it.
pub fn short(cx: Context, id: EntryId) -> Value {
    let (entry, ty) = (cx.entry(id), cx.site.type_name(id));
    let url = entry.card.address.as_ref().map(|it| url::absolute(&cx.site.config, it));
    let node_id = url.as_ref().map(|it| format!("{it}#{ty}"));
    let own = json!({ "@id": node_id, "name": entry.card.title, "url": url });
    node(kind(ty), own, json!({}))
}

/// The absolute address of the logo of an organisation.
pub fn logo(cx: Context, id: EntryId) -> Option<String> {
    picture(cx, id, cx.fields(id).text("logo")?)
}

fn kind(ty: &str) -> &'static str {
    match ty {
        "country" => "Country",
        "region" => "Place",
        "topic" => "DefinedTerm",
        "organisation" => "Organization",
        "person" => "Person",
        _ => "CreativeWork",
    }
}

/// An entry on its own page.
fn whole(page: &Page, id: EntryId) -> Value {
    let (cx, ty) = (page.cx, page.cx.site.type_name(id));
    let (card, fields) = (&cx.entry(id).card, cx.fields(id));
    let common = json!({
        "@id": fragment(page, ty),
        "url": page.url,
        "name": card.title,
        "description": card.standfirst,
    });
    let own = match ty {
        "country" => country(cx, id),
        "region" => json!({ "containedInPlace": first(cx, id, "parent") }),
        "organisation" => organisation(cx, id, fields),
        "person" => person(cx, id, fields),
        _ => json!({}),
    };
    node(kind(ty), common, own)
}

fn country(cx: Context, id: EntryId) -> Value {
    let entry = cx.entry(id);
    let card = &entry.card;
    let mut names = vec![&card.list_title, &card.official];
    names.retain(|it| **it != card.title);
    names.dedup();
    json!({
        "alternateName": names,
        "identifier": entry.country.map(|_| entry.id.to_uppercase()),
        "containedInPlace": first(cx, id, "region"),
    })
}

fn organisation(cx: Context, id: EntryId, fields: &Record) -> Value {
    let founded = fields.partial("founded").filter(|it| it.day.is_some());
    let acronym = fields.text("acronym");
    json!({
        "alternateName": acronym.filter(|it| *it != cx.entry(id).card.title),
        "sameAs": fields.text("url"),
        "logo": logo(cx, id),
        "foundingDate": founded.map(|it| it.to_string()),
        "address": fields.record("headquarters").map(|it| address(cx, id, it)),
        "parentOrganization": first(cx, id, "parent"),
    })
}

fn address(cx: Context, id: EntryId, headquarters: &Record) -> Value {
    let country = cx.named_in(id, headquarters, "country");
    let name = country.map(|it| &cx.entry(it).card.title);
    let own = json!({
        "addressLocality": headquarters.text("place"),
        "addressCountry": name,
    });
    node("PostalAddress", own, json!({}))
}

/// A person with the role held last.
fn person(cx: Context, id: EntryId, fields: &Record) -> Value {
    let held = |it: &&Record| !it.has("to");
    let since = |it: &&Record| it.partial("from").or(it.partial("as_of"));
    let role = fields.records("roles").filter(held).max_by_key(since);
    let place = role.and_then(|it| cx.named_in(id, it, "organisation"));
    let photo = fields.record("photo").and_then(|it| it.text("src"));
    json!({
        "jobTitle": role.and_then(|it| it.text("title")),
        "worksFor": place.map(|it| short(cx, it)),
        "image": photo.and_then(|it| picture(cx, id, it)),
    })
}

fn document(page: &Page, id: EntryId) -> Value {
    let (cx, fields) = (page.cx, page.cx.fields(id));
    let short = |field| cx.site.related_by(id, field).iter().map(|id| short(cx, *id));
    let files = fields.records("files").filter_map(|it| file(cx, id, it));
    let common = json!({
        "@id": fragment(page, "document"),
        "url": page.url,
        "mainEntityOfPage": page.url,
        "name": page.title,
        "description": page.description,
        "inLanguage": tag(cx, cx.entry(id).lang),
        "encoding": files.collect::<Vec<_>>(),
        "publisher": first(cx, id, "publisher"),
        "about": short("topics").collect::<Vec<_>>(),
        "spatialCoverage": short("countries").collect::<Vec<_>>(),
    });
    node("DigitalDocument", common, changed(cx, id))
}

fn file(cx: Context, id: EntryId, file: &Record) -> Option<Value> {
    let used = cx.site.file_of(id, file.text("src")?)?;
    let own = json!({
        "name": file.text("label"),
        "contentUrl": url::absolute(&cx.site.config, &format!("/{}", used.output)),
        "contentSize": format!("{} B", used.size),
        "sha256": used.sha256,
        "inLanguage": file.text("lang"),
    });
    Some(node("MediaObject", own, json!({})))
}

fn changed(cx: Context, id: EntryId) -> Value {
    let text = |it| dates::iso(cx.site, it);
    json!({
        "datePublished": dates::published(cx.site, id).map(text),
        "dateModified": dates::last(cx.site, id).map(text),
    })
}

fn first(cx: Context, id: EntryId, field: &str) -> Option<Value> {
    cx.site.related_by(id, field).first().map(|it| short(cx, *it))
}

fn picture(cx: Context, id: EntryId, name: &str) -> Option<String> {
    let output = &cx.site.file_of(id, name)?.output;
    Some(url::absolute(&cx.site.config, &format!("/{output}")))
}
