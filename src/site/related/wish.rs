//! What an entry itself says of its related news.

use crate::{
    document::Record,
    site::{EntryId, Site, Target},
};

/// `related:` of an entry.
#[derive(Clone, Debug, Default)]
pub(super) struct Wish {
    /// Shown first.
    pub(super) pinned: Vec<EntryId>,
    /// Never shown.
    pub(super) hidden: Vec<EntryId>,
    /// How many to compute, where it is said.
    pub(super) auto: Option<usize>,
}

impl Wish {
    /// What the site says for all of a kind; what is of none is `news`.
    pub(super) fn of_site(site: &Site, id: EntryId) -> Self {
        let kind = site.entry(id).card.kind.as_deref().unwrap_or("news");
        let off = site.config.related.off.iter().any(|it| it == kind);
        Self { auto: off.then_some(0), ..Self::default() }
    }

    pub(super) fn of(site: &Site, id: EntryId) -> Self {
        let Self { auto, .. } = Self::of_site(site, id);
        let document = site.entry(id).document.as_ref();
        let Some(related) = document.and_then(|it| it.fields.record("related")) else {
            return Self { auto, ..Self::default() };
        };
        let said = related.number("auto").and_then(|it| usize::try_from(it).ok());
        Self {
            pinned: entries(site, id, related, "pin"),
            hidden: entries(site, id, related, "hide"),
            auto: said.or(auto),
        }
    }
}

fn entries(site: &Site, id: EntryId, related: &Record, field: &str) -> Vec<EntryId> {
    let mut entries = Vec::new();
    for name in related.names(field) {
        match site.target(id, name.ordinal) {
            Target::Entry(it) if *it != id && !entries.contains(it) => entries.push(*it),
            _ => {}
        }
    }
    entries
}
