//! Everything that is written for machines, one value an output.

use serde::Serialize;

use crate::view::{
    api::{EntryJson, GraphView},
    feed::FeedView,
    sitemap::{NewsSitemapView, SitemapIndexView, SitemapView},
};

/// An output for machines; its key is that of this value.
#[derive(Debug, Serialize)]
pub enum Machine<'a> {
    /// A feed.
    Feed(Box<FeedView<'a>>),
    /// A sitemap.
    Sitemap(SitemapView),
    /// The list of sitemaps.
    SitemapIndex(SitemapIndexView),
    /// News of the last two days.
    NewsSitemap(NewsSitemapView<'a>),
    /// `index.json` of an entry.
    Entry(Box<EntryJson<'a>>),
    /// `api/graph.json`.
    Graph(GraphView<'a>),
}
