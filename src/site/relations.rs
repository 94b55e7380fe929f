//! Relations between entries and their inverses, from the table of types. Knows no names
//! and no text: every reference is an index here.

mod forward;
mod inverse;
mod regions;
mod trees;

use std::sync::Arc;

use super::{EntryId, Relations, Site, Target, fold::fold};
use crate::{
    document::Named,
    problem::Problem,
    schema::{Order, TypeId},
};

/// Lists by name, in the order they were made in.
type Lists = Vec<(Arc<str>, Vec<EntryId>)>;

/// Finds what all relations of a site lead to, both ways; says where an entry refers to
/// itself, and where parents go round in a circle.
pub fn find(site: &Site, problems: &mut Vec<Problem>) -> Vec<Relations> {
    let mut forward = forward::find(site, problems);
    regions::add_known(site, &mut forward);
    trees::check(site, &forward, problems);
    let above = regions::above(site, &forward);
    let order = listing_order(site);
    let inverse = inverse::find(site, &above, &order);
    let pair = |(forward, inverse)| Relations { forward, inverse };
    let mut relations: Vec<_> = forward.into_iter().zip(inverse).map(pair).collect();
    inverse::mirror(site, &mut relations);
    relations
}

/// The entry that a reference of an entry leads to.
fn target(site: &Site, from: EntryId, name: &Named) -> Option<EntryId> {
    match site.target(from, name.ordinal) {
        Target::Entry(id) | Target::Anchor(id, _) => Some(*id),
        _ => None,
    }
}

/// Whether `from` is listed on the page of `to`: its own language is that of the page, or
/// it exists in no such language, and it was not withdrawn.
pub fn is_listed(site: &Site, from: EntryId, to: EntryId) -> bool {
    let (source, target) = (site.entry(from), site.entry(to));
    let speaks = || {
        let others = &site.translations[from.0 as usize];
        others.iter().all(|it| site.entry(*it).lang != target.lang)
    };
    from != to && !source.card.withdrawn && (source.lang == target.lang || speaks())
}

/// All entries, type by type, each type in the order its entries are listed in.
pub fn listing_order(site: &Site) -> Vec<EntryId> {
    let mut keys: Vec<_> = site.ids().map(|id| (listing_key(site, id), id)).collect();
    keys.sort();
    keys.into_iter().map(|it| it.1).collect()
}

/// What an entry is listed by: type, then date (newest first), number or name. Entries are
/// sorted by path, so that an index settles what is equal otherwise.
fn listing_key(site: &Site, id: EntryId) -> (TypeId, i64, String) {
    let entry = site.entry(id);
    let name = || fold(&entry.card.sort_key);
    let number = || {
        let document = entry.document.as_ref();
        document.and_then(|it| it.fields.number("order")).unwrap_or(0)
    };
    match site.config.schema.get(entry.ty).order {
        Order::Date => (entry.ty, -entry.card.instant, String::new()),
        Order::Name => (entry.ty, 0, name()),
        Order::Order => (entry.ty, number(), name()),
    }
}

/// The list of a name among some.
fn list<'a>(lists: &'a Lists, name: &str) -> &'a [EntryId] {
    lists.iter().find(|it| &*it.0 == name).map_or(&[], |it| &it.1)
}
