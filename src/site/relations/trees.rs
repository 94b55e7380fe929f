//! Relations that make a tree: an entry and what it is part of.

use super::{EntryId, Lists, Problem, Site, forward::is_of, list};
use crate::site::lookup::place;

/// The relations that must not lead back to where they began.
const UPWARD: [&str; 2] = ["parent", "supersedes"];

/// What an entry is part of, nearest first; ends where a circle would close.
pub(super) fn ancestors(forward: &[Lists], id: EntryId) -> Vec<EntryId> {
    chain(forward, id, "parent")
}

fn chain(forward: &[Lists], id: EntryId, field: &str) -> Vec<EntryId> {
    let mut seen: Vec<EntryId> = Vec::new();
    let mut at = id;
    while let Some(next) = list(&forward[at.0 as usize], field).first() {
        if seen.contains(next) || *next == id {
            break;
        }
        seen.push(*next);
        at = *next;
    }
    seen
}

/// Says where parents go round in a circle, once for each circle.
pub(super) fn check(site: &Site, forward: &[Lists], problems: &mut Vec<Problem>) {
    for field in UPWARD {
        for id in site.ids() {
            let above = chain(forward, id, field);
            let last = above.last().unwrap_or(&id);
            let back = list(&forward[last.0 as usize], field).first();
            let is_first = above.iter().all(|it| id < *it);
            if back == Some(&id) && is_first && !above.is_empty() {
                problems.extend(circle(site, id, field, &above));
            }
        }
    }
}

fn circle(site: &Site, id: EntryId, field: &str, above: &[EntryId]) -> Option<Problem> {
    let entry = site.entry(id);
    let document = entry.document.as_ref()?;
    let name = document.fields.names(field).next()?;
    let ty = site.config.schema.get(entry.ty);
    ty.field(field).filter(|it| is_of(it, &ty.name))?;
    let ids = [id]
        .iter()
        .chain(above)
        .chain([&id])
        .map(|it| &*site.entry(*it).id)
        .collect::<Vec<_>>();
    Some(Problem::circle(field, &ids, &place(document, name.span)))
}
