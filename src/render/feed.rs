//! Feeds: one view, three formats. Knows no site.

mod atom;
mod json;
mod rss;

use jiff::Zoned;

use crate::{config::FeedFormat, view::feed::FeedView};

/// The program that made a feed, as feeds name it.
const GENERATOR: &str = "Dateline";

/// The bytes of a feed.
pub fn bytes(feed: &FeedView) -> Vec<u8> {
    match feed.format {
        FeedFormat::Atom => atom::bytes(feed),
        FeedFormat::Rss => rss::bytes(feed),
        FeedFormat::Json => json::bytes(feed),
    }
}

fn rfc3339(date: &Zoned) -> String {
    date.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests;
