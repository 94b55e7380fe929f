//! What entries are: countries, regions, topics, organisations, people, documents.

use super::{Page, article, breadcrumb, fragment, item_list, node::Node, tag, web_page};
use crate::{
    document::Record,
    plan::{context::Context, dates, url},
    site::EntryId,
};

/// The nodes of the page of an entry.
pub fn nodes(page: &Page, id: EntryId) -> Vec<Node> {
    let ty = page.cx.site.type_name(id);
    let mut nodes = match ty {
        "news" => vec![article::node_of(page, id)],
        "document" => vec![document(page, id)],
        "person" => {
            let person = Node::reference(&fragment(page, "person"));
            let profile = web_page(page, "ProfilePage").with("mainEntity", person);
            vec![profile, whole(page, id)]
        }
        "country" | "topic" | "region" | "organisation" => {
            let about = Node::reference(&fragment(page, ty));
            let list = web_page(page, "CollectionPage").with("about", about);
            vec![list.with("mainEntity", item_list(page)), whole(page, id)]
        }
        _ => vec![changed(web_page(page, "WebPage"), page.cx, id)],
    };
    nodes.push(breadcrumb(page));
    nodes
}

/// An entry as another page names it.
pub fn short(cx: Context, id: EntryId) -> Node {
    let (entry, ty) = (cx.entry(id), cx.site.type_name(id));
    let url = entry.card.address.as_ref().map(|it| url::absolute(&cx.site.config, it));
    let node_id = url.as_ref().map(|it| format!("{it}#{ty}"));
    let node = Node::of(kind(ty)).with("@id", node_id);
    node.with("name", &entry.card.title).with("url", url)
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
fn whole(page: &Page, id: EntryId) -> Node {
    let (cx, ty) = (page.cx, page.cx.site.type_name(id));
    let (card, fields) = (&cx.entry(id).card, cx.fields(id));
    let node = Node::of(kind(ty))
        .with("@id", fragment(page, ty))
        .with("url", page.url)
        .with("name", &card.title)
        .with("description", card.standfirst.as_deref());
    match ty {
        "country" => country(node, cx, id),
        "region" => node.with("containedInPlace", first(cx, id, "parent")),
        "organisation" => organisation(node, cx, id),
        "person" => person(node, cx, id, fields),
        _ => node,
    }
}

fn country(node: Node, cx: Context, id: EntryId) -> Node {
    let entry = cx.entry(id);
    let card = &entry.card;
    let mut names = vec![&card.list_title, &card.official];
    names.retain(|it| **it != card.title);
    names.dedup();
    node.with("alternateName", names)
        .with("identifier", entry.country.map(|_| entry.id.to_uppercase()))
        .with("containedInPlace", first(cx, id, "region"))
}

fn organisation(node: Node, cx: Context, id: EntryId) -> Node {
    let fields = cx.fields(id);
    let founded = fields.partial("founded").filter(|it| it.day.is_some());
    let acronym = fields.text("acronym");
    let place = fields.record("headquarters").map(|it| address(cx, id, it));
    node.with("alternateName", acronym.filter(|it| *it != cx.entry(id).card.title))
        .with("sameAs", fields.text("url"))
        .with("logo", logo(cx, id))
        .with("foundingDate", founded.map(|it| it.to_string()))
        .with("address", place)
        .with("parentOrganization", first(cx, id, "parent"))
}

fn address(cx: Context, id: EntryId, headquarters: &Record) -> Node {
    let country = cx.named_in(id, headquarters, "country");
    let name = country.map(|it| &cx.entry(it).card.title);
    let node = Node::of("PostalAddress");
    node.with("addressLocality", headquarters.text("place")).with("addressCountry", name)
}

/// A person with the role held last.
fn person(node: Node, cx: Context, id: EntryId, fields: &Record) -> Node {
    let held = |it: &&Record| !it.has("to");
    let since = |it: &&Record| it.partial("from").or(it.partial("as_of"));
    let role = fields.records("roles").filter(held).max_by_key(since);
    let place = role.and_then(|it| cx.named_in(id, it, "organisation"));
    let photo = fields.record("photo").and_then(|it| it.text("src"));
    node.with("jobTitle", role.and_then(|it| it.text("title")))
        .with("worksFor", place.map(|it| short(cx, it)))
        .with("image", photo.and_then(|it| picture(cx, id, it)))
}

fn document(page: &Page, id: EntryId) -> Node {
    let (cx, fields) = (page.cx, page.cx.fields(id));
    let short = |field| cx.site.related_by(id, field).iter().map(|id| short(cx, *id));
    let files = fields.records("files").filter_map(|it| file(cx, id, it));
    let node = Node::of("DigitalDocument")
        .with("@id", fragment(page, "document"))
        .with("url", page.url)
        .with("mainEntityOfPage", page.url)
        .with("name", page.title)
        .with("description", page.description)
        .with("inLanguage", tag(cx, cx.entry(id).body_lang))
        .with("encoding", files.collect::<Vec<_>>())
        .with("publisher", first(cx, id, "publisher"))
        .with("about", short("topics").collect::<Vec<_>>())
        .with("spatialCoverage", short("countries").collect::<Vec<_>>());
    changed(node, cx, id)
}

fn file(cx: Context, id: EntryId, file: &Record) -> Option<Node> {
    let used = cx.site.file_of(id, file.text("src")?)?;
    let url = url::absolute(&cx.site.config, &format!("/{}", used.output));
    let node = Node::of("MediaObject")
        .with("name", file.text("label"))
        .with("contentUrl", url)
        .with("contentSize", format!("{} B", used.size))
        .with("sha256", used.sha256.as_deref())
        .with("inLanguage", file.text("lang"));
    Some(node)
}

fn changed(node: Node, cx: Context, id: EntryId) -> Node {
    let text = |it| dates::iso(cx.site, it);
    node.with("datePublished", dates::published(cx.site, id).map(text))
        .with("dateModified", dates::last(cx.site, id).map(text))
}

fn first(cx: Context, id: EntryId, field: &str) -> Option<Node> {
    cx.site.related_by(id, field).first().map(|it| short(cx, *it))
}

fn picture(cx: Context, id: EntryId, name: &str) -> Option<String> {
    let output = &cx.site.file_of(id, name)?.output;
    Some(url::absolute(&cx.site.config, &format!("/{output}")))
}
