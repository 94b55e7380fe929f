//! What an entry itself says of its related news.

use crate::{
    document::Record,
    site::{EntryId, Site, Suggestion, Target},
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
    pub(super) fn of(site: &Site, id: EntryId) -> Self {
        let document = site.entry(id).document.as_ref();
        let Some(related) = document.and_then(|it| it.fields.record("related")) else {
            return Self::default();
        };
        Self {
            pinned: entries(site, id, related, "pin"),
            hidden: entries(site, id, related, "hide"),
            auto: related.number("auto").and_then(|it| usize::try_from(it).ok()),
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

impl Suggestion {
    /// One that an editor chose.
    pub(super) fn pin(entry: EntryId) -> Self {
        let reason =
            crate::site::Reason { kind: "pin", value: String::new(), score: 0.0 };
        Self { entry, score: 0.0, reasons: vec![reason] }
    }
}
