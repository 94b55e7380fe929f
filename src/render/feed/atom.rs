//! Atom (RFC 4287).

use super::{GENERATOR, rfc3339};
use crate::{
    render::xml::{self, Xml},
    view::feed::{FeedItem, FeedView},
};

/// The bytes of an Atom feed.
pub fn bytes(feed: &FeedView) -> Vec<u8> {
    let attributes = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xmlns:media", "http://search.yahoo.com/mrss/"),
        ("xml:lang", feed.lang),
    ];
    xml::document("feed", &attributes, |xml| {
        head(xml, feed);
        feed.items.iter().for_each(|item| entry(xml, item, feed.lang));
    })
}

fn head(xml: &mut Xml, feed: &FeedView) {
    xml.text("id", &[], &feed.url);
    xml.text("title", &[], &feed.title);
    xml.text("subtitle", &[], &feed.description);
    xml.text("updated", &[], &rfc3339(&feed.updated));
    link(xml, "self", "application/atom+xml", &feed.url);
    link(xml, "alternate", "text/html", &feed.page);
    feed.others.iter().for_each(|it| link(xml, "alternate", it.mime, &it.url));
    xml.element("author", &[], |xml| {
        xml.text("name", &[], feed.author.name);
        xml.text("uri", &[], &feed.author.url);
    });
    xml.text("generator", &[], GENERATOR);
}

fn entry(xml: &mut Xml, item: &FeedItem, lang: &str) {
    let own = [("xml:lang", item.lang)];
    xml.element("entry", if item.lang == lang { &[] } else { &own }, |xml| {
        xml.text("id", &[], &item.id);
        xml.text("title", &[], item.title);
        link(xml, "alternate", "text/html", &item.url);
        xml.text("published", &[], &rfc3339(&item.published));
        xml.text("updated", &[], &rfc3339(&item.updated));
        if let Some(name) = item.byline {
            xml.element("author", &[], |xml| xml.text("name", &[], name));
        }
        categories(xml, item);
        if let Some(summary) = item.summary {
            xml.text("summary", &[], summary);
        }
        if let Some(image) = &item.image {
            xml.empty("media:content", &[("url", image), ("medium", "image")]);
        }
    });
}

fn categories(xml: &mut Xml, item: &FeedItem) {
    for it in &item.categories {
        let term = [("term", it.term), ("scheme", &it.scheme), ("label", it.label)];
        xml.empty("category", &term);
    }
}

fn link(xml: &mut Xml, rel: &str, mime: &str, href: &str) {
    xml.empty("link", &[("rel", rel), ("type", mime), ("href", href)]);
}
