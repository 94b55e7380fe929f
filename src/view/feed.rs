//! What a feed holds, whatever its format.

use jiff::Zoned;
use serde::Serialize;

use crate::{config::FeedFormat, view::FeedLink};

/// A feed. It shows the cards of its entries and not their text: a change of a body
/// touches no feed.
#[derive(Debug, Serialize)]
pub struct FeedView<'a> {
    /// Atom, RSS or JSON Feed.
    pub format: FeedFormat,
    /// What it holds: `Korea – Example Newsroom`.
    pub title: String,
    /// The same in a sentence; never empty.
    pub description: String,
    /// BCP 47 tag.
    pub lang: &'a str,
    /// Absolute address of the feed.
    pub url: String,
    /// Absolute address of the page it belongs to.
    pub page: String,
    /// The same feed in the other formats.
    pub others: Vec<FeedLink>,
    /// Who publishes it.
    pub author: FeedAuthor<'a>,
    /// When the newest of its entries changed; the beginning of 1970 where it has none.
    pub updated: Zoned,
    /// Its entries, newest first.
    pub items: Vec<FeedItem<'a>>,
}

/// Who publishes a feed.
#[derive(Debug, Serialize)]
pub struct FeedAuthor<'a> {
    /// Name.
    pub name: &'a str,
    /// Absolute address.
    pub url: String,
}

/// An entry of a feed.
#[derive(Debug, Serialize)]
pub struct FeedItem<'a> {
    /// A `tag:` address (RFC 4151) of site, year, language, type and id, so that a new
    /// slug, title or folder does not make the entry a new one.
    pub id: String,
    /// Absolute address.
    pub url: String,
    /// Headline.
    pub title: &'a str,
    /// Standfirst.
    pub summary: Option<&'a str>,
    /// BCP 47 tag.
    pub lang: &'a str,
    /// When it was published.
    pub published: Zoned,
    /// When it was last changed; not before `published`.
    pub updated: Zoned,
    /// Who wrote it.
    pub byline: Option<&'a str>,
    /// Its picture: absolute address.
    pub image: Option<String>,
    /// Countries and topics.
    pub categories: Vec<FeedCategory<'a>>,
}

/// A country or a topic of an entry.
#[derive(Debug, Serialize)]
pub struct FeedCategory<'a> {
    /// Its id.
    pub term: &'a str,
    /// Absolute address of all countries, or of all topics.
    pub scheme: String,
    /// Its name in lists.
    pub label: &'a str,
}
