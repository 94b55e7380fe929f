//! RSS 2.0 (<https://www.rssboard.org/rss-specification>).

use jiff::Zoned;

use super::GENERATOR;
use crate::{
    render::xml::{self, Xml},
    view::feed::{FeedItem, FeedView},
};

/// The bytes of an RSS feed.
pub fn bytes(feed: &FeedView) -> Vec<u8> {
    let attributes = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:media", "http://search.yahoo.com/mrss/"),
    ];
    xml::document("rss", &attributes, |xml| {
        xml.element("channel", &[], |xml| {
            head(xml, feed);
            feed.items.iter().for_each(|it| item(xml, it));
        });
    })
}

fn head(xml: &mut Xml, feed: &FeedView) {
    xml.text("title", &[], &feed.title);
    xml.text("link", &[], &feed.page);
    xml.text("description", &[], &feed.description);
    xml.text("language", &[], feed.lang);
    if !feed.items.is_empty() {
        xml.text("lastBuildDate", &[], &rfc822(&feed.updated));
    }
    xml.text("generator", &[], GENERATOR);
    let link = [("rel", "self"), ("type", "application/rss+xml"), ("href", &feed.url)];
    xml.empty("atom:link", &link);
}

fn item(xml: &mut Xml, item: &FeedItem) {
    xml.element("item", &[], |xml| {
        xml.text("title", &[], item.title);
        xml.text("link", &[], &item.url);
        xml.text("guid", &[("isPermaLink", "false")], &item.id);
        xml.text("pubDate", &[], &rfc822(&item.published));
        if let Some(name) = item.byline {
            xml.text("dc:creator", &[], name);
        }
        for it in &item.categories {
            xml.text("category", &[("domain", &it.scheme)], it.label);
        }
        if let Some(summary) = item.summary {
            xml.text("description", &[], &html(summary));
        }
        if let Some(image) = &item.image {
            xml.empty("media:content", &[("url", image), ("medium", "image")]);
        }
    });
}

fn rfc822(date: &Zoned) -> String {
    date.strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}

// Readers take a description for HTML, so a plain text is escaped once for HTML and once
// more for XML.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
