//! Relations that make a tree: an entry and what it is part of.

use super::{EntryId, Lists, Problem, Site, forward::is_of, list};
use crate::site::lookup::place;

/// The relations that must not lead back to where they began.
const UPWARD: [&str; 2] = ["parent", "supersedes"];

/// What an entry is part of, nearest first; ends where a circle would close.
pub(super) fn ancestors(forward: &[Lists], id: EntryId) -> Vec<EntryId> {
    let mut seen: Vec<EntryId> = Vec::new();
    let mut at = id;
    while let Some(next) = above(forward, at, "parent") {
        if seen.contains(&next) || next == id {
            break;
        }
        seen.push(next);
        at = next;
    }
    seen
}

fn above(forward: &[Lists], id: EntryId, field: &str) -> Option<EntryId> {
    list(&forward[id.0 as usize], field).first().copied()
}

/// Says where parents go round in a circle, once for each circle.
pub(super) fn check(site: &Site, forward: &[Lists], problems: &mut Vec<Problem>) {
    for field in UPWARD {
        // By entry: from where it was come to first.
        let mut come: Vec<Option<EntryId>> = vec![None; forward.len()];
        for start in site.ids() {
            let mut path = Vec::new();
            let mut at = Some(start);
            while let Some(id) = at.filter(|it| come[it.0 as usize].is_none()) {
                come[id.0 as usize] = Some(start);
                path.push(id);
                at = above(forward, id, field);
            }
            let Some(begin) = at.and_then(|id| path.iter().position(|it| *it == id))
            else {
                continue;
            };
            problems.extend(circle(site, field, &mut path[begin..]));
        }
    }
}

// Told from the first of its entries on; one that is its own parent is told elsewhere.
fn circle(site: &Site, field: &str, ids: &mut [EntryId]) -> Option<Problem> {
    let first = (0..ids.len()).min_by_key(|at| ids[*at]).filter(|_| ids.len() > 1)?;
    ids.rotate_left(first);
    let entry = site.entry(ids[0]);
    let document = entry.document.as_ref()?;
    let name = document.fields.names(field).next()?;
    let ty = site.config.schema.get(entry.ty);
    ty.field(field).filter(|it| is_of(it, &ty.name))?;
    let ids =
        ids.iter().chain(ids.first()).map(|it| &*site.entry(*it).id).collect::<Vec<_>>();
    Some(Problem::circle(field, &ids, &place(document, name.span)))
}
