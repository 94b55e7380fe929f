//! What the links of a body lead to, as addresses. Knows no page.

use super::{
    album::{self, Size},
    url,
};
use crate::{
    config::Config,
    document::BodyLink,
    site::{EntryId, Site, Target},
    view::{BodyPicture, BodyTarget},
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
    let address = address(site, id, to);
    let mut href =
        if address.is_empty() { address } else { join(&site.config, &address) };
    if let Some(anchor) = &link.anchor {
        href = format!("{href}#{}", url::encode(anchor));
    }
    BodyTarget { href, title: title.to_owned(), picture: picture(site, to, join) }
}

fn picture(site: &Site, to: &Target, join: Join) -> Option<BodyPicture> {
    let Target::File(source) = to else { return None };
    let sizes = album::sizes(site.file(source)?);
    let plain = album::plain(&sizes)?;
    let src = join(&site.config, &format!("/{}", plain.path));
    let srcset = srcset(&site.config, &sizes, join);
    Some(BodyPicture { src, size: plain.pixels, srcset })
}

/// Sizes of a picture as the attribute `srcset` has them; nothing for one alone.
pub fn srcset(config: &Config, sizes: &[Size], join: Join) -> String {
    if sizes.len() < 2 {
        return String::new();
    }
    // A comma may end an address there.
    let address = |path: &str| join(config, &format!("/{path}")).replace(',', "%2C");
    let one = |it: &Size| format!("{} {}w", address(&it.path), it.pixels.0);
    sizes.iter().map(one).collect::<Vec<_>>().join(", ")
}

// An anchor of the page itself has no address before it.
fn address(site: &Site, id: EntryId, to: &Target) -> String {
    match to {
        Target::Anchor(own, _) if *own == id => String::new(),
        Target::Entry(it) | Target::Anchor(it, _) => {
            site.entry(*it).card.address.clone().unwrap_or_default()
        }
        Target::File(source) => {
            let file = site.file(source);
            file.map(|it| format!("/{}", it.output)).unwrap_or_default()
        }
        Target::Address(address) | Target::Dead(address) => address.clone(),
        Target::Lost => String::new(),
    }
}
