//! The derived other side of every relation.

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;

use super::{EntryId, Lists, Relations, Site, forward::is_of, is_listed, list, target};
use crate::{
    document::{Record, Value},
    schema::{Field, Kind, Order, Type},
};

/// One reference that has an inverse: its name, and the entry that will list it.
type Edge<'a> = (&'a str, EntryId);

/// The inverses of all relations, each list in the order of `order`. What is listed by date
/// is listed by everything above its target too: wider topics, the regions of a country.
pub(super) fn find(site: &Site, above: &[Vec<EntryId>], order: &[EntryId]) -> Vec<Lists> {
    let edges: Vec<_> = order.par_iter().map(|id| edges(site, *id, above)).collect();
    let mut names: BTreeMap<&str, Arc<str>> = BTreeMap::new();
    let mut inverse = vec![Lists::new(); site.entries.len()];
    for (from, edges) in order.iter().zip(edges) {
        for (name, to) in edges.into_iter().filter(|it| is_listed(site, *from, it.1)) {
            let name = names.entry(name).or_insert_with(|| name.into());
            push(*from, name, &mut inverse[to.0 as usize]);
        }
    }
    inverse
}

fn push(from: EntryId, name: &Arc<str>, lists: &mut Lists) {
    match lists.iter_mut().find(|it| it.0 == *name) {
        // All edges of one entry come one after another: the last one tells a second.
        Some((_, list)) if list.last() == Some(&from) => {}
        Some((_, list)) => list.push(from),
        None => lists.push((name.clone(), vec![from])),
    }
}

/// The edges of an entry, inherited ones included.
fn edges<'a>(site: &'a Site, id: EntryId, above: &[Vec<EntryId>]) -> Vec<Edge<'a>> {
    let entry = site.entry(id);
    let ty = site.config.schema.get(entry.ty);
    let mut edges = Vec::new();
    if let Some(document) = entry.document.as_ref() {
        let mut found = |field: &'a Field, value: &Value| {
            let Some(inverse) = &field.inverse else { return };
            let names = references(value);
            let targets = names.filter_map(|it| target(site, id, it));
            edges.extend(targets.map(|to| (inverse.name.as_str(), to)));
        };
        walk(&ty.fields, &document.fields, &mut found);
    }
    if ty.order == Order::Date {
        let up = |(name, to): &Edge<'a>| {
            let (name, regions) = (*name, &above[to.0 as usize]);
            regions.iter().map(move |it| (name, *it)).collect::<Vec<_>>()
        };
        let inherited: Vec<_> = edges.iter().flat_map(up).collect();
        edges.extend(inherited);
    }
    if let Some(name) = countries_of_regions(ty).filter(|_| ty.name == "country") {
        edges.extend(above[id.0 as usize].iter().map(|to| (name, *to)));
    }
    edges
}

/// The name under which regions list their countries.
fn countries_of_regions(ty: &Type) -> Option<&str> {
    let field = ty.relations().find(|it| is_of(it, "region"))?;
    field.inverse.as_ref().map(|it| it.name.as_str())
}

/// Shows every relation below some fields, at any depth.
fn walk<'a>(
    fields: &'a [Field],
    record: &Record,
    found: &mut impl FnMut(&'a Field, &Value),
) {
    for item in &record.items {
        let Some(field) = fields.iter().find(|it| it.name == item.key.value) else {
            continue;
        };
        match &field.kind {
            Kind::Reference(_) => found(field, &item.value),
            Kind::Record { fields, .. } => {
                records(&item.value).for_each(|it| walk(fields, it, &mut *found));
            }
            _ => {}
        }
    }
}

fn records(value: &Value) -> impl Iterator<Item = &Record> {
    let one = matches!(value, Value::Record(_)).then_some(value);
    let many = match value {
        Value::List(list) => list.as_slice(),
        _ => &[],
    };
    one.into_iter().chain(many.iter().map(|it| &it.value)).filter_map(|it| match it {
        Value::Record(record) => Some(record),
        _ => None,
    })
}

fn references(value: &Value) -> impl Iterator<Item = &crate::document::Named> {
    let one = matches!(value, Value::Name(_)).then_some(value);
    let many = match value {
        Value::List(list) => list.as_slice(),
        _ => &[],
    };
    one.into_iter().chain(many.iter().map(|it| &it.value)).filter_map(|it| match it {
        Value::Name(name) => Some(name),
        _ => None,
    })
}

/// Makes relations that are their own inverse (`see_also`) read the same from both sides:
/// an entry's own list, then those that name it.
pub(super) fn mirror(site: &Site, relations: &mut [Relations]) {
    let own =
        |it: &&Field| it.inverse.as_ref().is_some_and(|inverse| inverse.name == it.name);
    for (entry, relations) in site.entries.iter().zip(relations) {
        let fields = site.config.schema.get(entry.ty).relations();
        for field in fields.filter(own) {
            let mut both = list(&relations.forward, &field.name).to_vec();
            let back = list(&relations.inverse, &field.name).to_vec();
            both.extend(
                back.iter().filter(|it| !both.contains(it)).copied().collect::<Vec<_>>(),
            );
            set(&mut relations.forward, &field.name, &both);
            set(&mut relations.inverse, &field.name, &both);
        }
    }
}

fn set(lists: &mut Lists, name: &str, ids: &[EntryId]) {
    if ids.is_empty() {
        return;
    }
    match lists.iter_mut().find(|it| &*it.0 == name) {
        Some((_, list)) => list.splice(.., ids.iter().copied()).for_each(drop),
        None => lists.push((name.into(), ids.to_vec())),
    }
}
