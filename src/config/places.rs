//! Where each setting is written, so that what is found wrong with a value later, by any
//! stage, can still be shown at its place. Knows no setting by name.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    source::Source,
    span::{Place, Span},
};

/// The places of all keys and values of a `site.yaml`, by the keys that lead there; items of
/// a list count from `0`.
#[derive(Clone, Debug, Default)]
pub struct Places {
    path: Option<Arc<str>>,
    spans: BTreeMap<Vec<String>, (Span, Span)>,
}

impl Places {
    /// The places of a file.
    pub(super) fn of(source: &Source) -> Self {
        Self { path: Some(source.path.clone()), spans: BTreeMap::new() }
    }

    /// The place of a value, or of the nearest map around it; none without a file.
    pub fn value(&self, keys: &[&str]) -> Option<Place> {
        self.place(keys, |it| it.1)
    }

    /// The place of a key, or of the nearest one around it; none without a file.
    pub fn key(&self, keys: &[&str]) -> Option<Place> {
        self.place(keys, |it| it.0)
    }

    fn place(&self, keys: &[&str], part: fn(&(Span, Span)) -> Span) -> Option<Place> {
        let path = self.path.clone()?;
        let owned: Vec<String> = keys.iter().map(|it| (*it).to_owned()).collect();
        let found = (0..=owned.len()).rev().find_map(|n| {
            let found = self.spans.get(&owned[..n])?;
            Some(if n == owned.len() { part(found) } else { found.0 })
        });
        Some(Place { path, span: found.unwrap_or_default() })
    }
}
