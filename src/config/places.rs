//! Where each setting is written, so that what is found wrong with a value later, by any
//! stage, can still be shown at its place. Knows no setting by name.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    span::{Place, Span},
    yaml::{Node, NodeKind},
};

/// The places of all keys and values of a `site.yaml`, by the keys that lead there; items of
/// a list count from `0`.
#[derive(Clone, Debug, Default)]
pub struct Places {
    path: Option<Arc<str>>,
    spans: BTreeMap<Vec<String>, (Span, Span)>,
}

impl Places {
    /// The places of a file, read as a tree.
    pub(super) fn of(path: &Arc<str>, tree: &Node) -> Self {
        let mut places = Self { path: Some(path.clone()), spans: BTreeMap::new() };
        places.collect(&mut Vec::new(), tree);
        places
    }

    fn collect(&mut self, keys: &mut Vec<String>, node: &Node) {
        match &node.kind {
            NodeKind::Map(items) => {
                for (key, value) in items {
                    self.one(keys, key.value.clone(), (key.span, value));
                }
            }
            NodeKind::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.one(keys, at.to_string(), (item.span, item));
                }
            }
            NodeKind::Text { .. } | NodeKind::Lost => {}
        }
    }

    fn one(&mut self, keys: &mut Vec<String>, key: String, (at, value): (Span, &Node)) {
        keys.push(key);
        self.spans.insert(keys.clone(), (at, value.span));
        self.collect(keys, value);
        keys.pop();
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
        let found = (1..=owned.len()).rev().find_map(|n| {
            let found = self.spans.get(&owned[..n])?;
            Some(if n == owned.len() { part(found) } else { found.0 })
        });
        Some(Place { path, span: found.unwrap_or_default() })
    }
}
