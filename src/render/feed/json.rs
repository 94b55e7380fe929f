//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use serde::Serialize;

use super::rfc3339;
use crate::{
    render::machine,
    view::feed::{FeedItem, FeedView},
};

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[Author<'a>; 1]>,
    tags: Vec<&'a str>,
    language: &'a str,
}

/// The bytes of a JSON Feed.
pub fn bytes(feed: &FeedView) -> Vec<u8> {
    machine::json(&Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: &feed.url,
        description: &feed.description,
        language: feed.lang,
        authors: [Author { name: feed.author.name, url: Some(&feed.author.url) }],
        items: feed.items.iter().map(item).collect(),
    })
}

// The format asks for a content in every item; the title stands in for it.
fn item<'a>(item: &'a FeedItem) -> Item<'a> {
    Item {
        id: &item.id,
        url: &item.url,
        title: item.title,
        content_text: item.summary.unwrap_or(item.title),
        image: item.image.as_deref(),
        date_published: rfc3339(&item.published),
        date_modified: rfc3339(&item.updated),
        authors: item.byline.map(|name| [Author { name, url: None }]),
        tags: item.categories.iter().map(|it| it.label).collect(),
        language: item.lang,
    }
}
