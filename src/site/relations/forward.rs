//! What the fields of an entry lead to, in the order they are printed in.

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;

use super::{EntryId, Lists, Problem, Site, fold, target};
use crate::{
    document::Document,
    schema::{Field, Kind, Type},
    site::lookup::place,
};

/// Says which original a translation belongs to: no relation to print.
const TRANSLATION: &str = "translation_of";

/// The relations of all entries, and what refers to itself.
pub(super) fn find(site: &Site, problems: &mut Vec<Problem>) -> Vec<Lists> {
    let names = names(site);
    let ids: Vec<_> = site.ids().collect();
    let found = ids.into_par_iter().map(|id| {
        let mut problems = Vec::new();
        let lists = of_entry(site, id, &names, &mut problems);
        (lists, problems)
    });
    let found: Vec<_> = found.collect();
    let take = |(lists, found): (Lists, Vec<Problem>)| {
        problems.extend(found);
        lists
    };
    found.into_iter().map(take).collect()
}

/// One shared text for the name of every relation.
fn names(site: &Site) -> BTreeMap<&str, Arc<str>> {
    let fields = site.config.schema.types.iter().flat_map(Type::relations);
    fields.map(|it| (it.name.as_str(), it.name.as_str().into())).collect()
}

fn of_entry(
    site: &Site,
    id: EntryId,
    names: &BTreeMap<&str, Arc<str>>,
    problems: &mut Vec<Problem>,
) -> Lists {
    let entry = site.entry(id);
    let Some(document) = &entry.document else { return Lists::new() };
    let relations = site.config.schema.get(entry.ty).relations();
    let mut lists = Lists::new();
    for field in relations.filter(|it| it.name != TRANSLATION) {
        let mut targets = Vec::new();
        for name in document.fields.names(&field.name) {
            match target(site, id, name) {
                Some(it) if it == id => problems.push(own(document, field, name.span)),
                Some(it) if !targets.contains(&it) => targets.push(it),
                _ => {}
            }
        }
        if field.many && is_of(field, "country") {
            first_then_by_name(site, &mut targets);
        }
        if !targets.is_empty() {
            lists.push((names[field.name.as_str()].clone(), targets));
        }
    }
    // A lent file is read once for each language; once is enough for its problems.
    if entry.is_lent() {
        problems.clear();
    }
    lists
}

fn own(document: &Document, field: &Field, span: crate::span::Span) -> Problem {
    Problem::refers_to_itself(&field.name, &place(document, span))
}

/// Whether a relation leads to entries of one type, this one.
pub(super) fn is_of(field: &Field, ty: &str) -> bool {
    matches!(&field.kind, Kind::Reference(types) if matches!(types.as_slice(), [one] if one == ty))
}

/// The primary one stays in front, the others follow by name.
fn first_then_by_name(site: &Site, ids: &mut [EntryId]) {
    if let [_, rest @ ..] = ids {
        rest.sort_by_cached_key(|id| (fold(&site.entry(*id).card.sort_key), *id));
    }
}
