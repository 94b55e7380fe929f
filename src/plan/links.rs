//! What the links of a body lead to, as addresses. Knows no page.

use super::url;
use crate::{
    config::Config,
    document::BodyLink,
    site::{EntryId, Site, Target},
    view::BodyTarget,
};

/// How an address below the base is written: [`url::href`] or [`url::absolute`].
pub type Join = fn(&Config, &str) -> String;

/// The targets of the links of an entry's body, in order.
pub fn targets(site: &Site, id: EntryId, join: Join) -> Vec<BodyTarget> {
    let Some(document) = &site.entry(id).document else { return Vec::new() };
    document.body.links.iter().map(|link| target(site, id, link, join)).collect()
}

/// The entry that a target is, or lies in.
pub fn entry(target: &Target) -> Option<EntryId> {
    match target {
        Target::Entry(id) | Target::Anchor(id, _) => Some(*id),
        _ => None,
    }
}

fn target(site: &Site, id: EntryId, link: &BodyLink, join: Join) -> BodyTarget {
    let to = site.target(id, link.ordinal);
    let lang = site.entry(id).body_lang;
    let named = entry(to).map(|it| site.version(it, lang).unwrap_or(it));
    let title = named.map_or("", |it| &site.entry(it).card.title);
    let (address, pixels) = place(site, id, to);
    let mut href =
        if address.is_empty() { address } else { join(&site.config, &address) };
    if let Some(anchor) = &link.anchor {
        href = format!("{href}#{}", url::encode(anchor));
    }
    BodyTarget { href, title: title.to_owned(), size: pixels }
}

// An anchor of the page itself has no address before it.
fn place(site: &Site, id: EntryId, to: &Target) -> (String, Option<(u32, u32)>) {
    match to {
        Target::Anchor(own, _) if *own == id => (String::new(), None),
        Target::Entry(it) | Target::Anchor(it, _) => {
            (site.entry(*it).card.address.clone().unwrap_or_default(), None)
        }
        Target::File(source) => match site.file(source) {
            Some(file) => (format!("/{}", file.output), file.pixels),
            None => (String::new(), None),
        },
        Target::Address(address) | Target::Dead(address) => (address.clone(), None),
        Target::Lost => (String::new(), None),
    }
}
