//! Outputs for machines: which writer writes which view.

use serde::Serialize;

use super::{feed, sitemap};
use crate::view::machine::Machine;

/// The bytes of an output.
pub fn bytes(machine: &Machine) -> Vec<u8> {
    match machine {
        Machine::Feed(view) => feed::bytes(view),
        Machine::Sitemap(view) => sitemap::bytes(view),
        Machine::SitemapIndex(view) => sitemap::index(view),
        Machine::NewsSitemap(view) => sitemap::news(view),
        Machine::Entry(view) => json(view),
        Machine::Graph(view) => json(view),
    }
}

/// A value as compact JSON with a final line end.
///
/// # Panics
/// Never for derived `Serialize` implementations whose maps have text for keys.
#[expect(clippy::expect_used, reason = "derived values have text for keys")]
pub fn json<T: Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).expect("a view serialises");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests;
