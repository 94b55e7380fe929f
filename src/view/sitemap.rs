//! What sitemaps hold.

use serde::Serialize;

use crate::view::Alternate;

/// A sitemap (<https://www.sitemaps.org/protocol.html>); at most 50,000 addresses.
#[derive(Debug, Serialize)]
pub struct SitemapView {
    /// Its pages.
    pub urls: Vec<SitemapUrl>,
}

/// A page of a sitemap.
#[derive(Debug, Serialize)]
pub struct SitemapUrl {
    /// Absolute address.
    pub loc: String,
    /// When it last changed: a day or RFC 3339.
    pub lastmod: Option<String>,
    /// The same page in all its languages; empty where there is only one.
    pub alternates: Vec<Alternate>,
}

/// The list of the sitemaps of a site that has more than one.
#[derive(Debug, Serialize)]
pub struct SitemapIndexView {
    /// Their absolute addresses.
    pub sitemaps: Vec<String>,
}

/// A sitemap of recent news
/// (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>).
#[derive(Debug, Serialize)]
pub struct NewsSitemapView<'a> {
    /// News, newest first; at most 1,000.
    pub items: Vec<NewsSitemapItem<'a>>,
}

/// An entry of a news sitemap.
#[derive(Debug, Serialize)]
pub struct NewsSitemapItem<'a> {
    /// Absolute address.
    pub loc: String,
    /// The site's title in the language of the entry.
    pub publication: &'a str,
    /// ISO 639 code, or `zh-cn`, `zh-tw`.
    pub language: String,
    /// A day or RFC 3339.
    pub date: String,
    /// Headline.
    pub title: &'a str,
}
