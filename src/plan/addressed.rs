//! Links to addresses of the site that are no entries (lists, feeds): whether they are
//! there can only be said when all outputs are known.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::{
    plan::Plan,
    problem::Problem,
    site::{EntryId, Site, Target},
    span::Place,
};

/// The links of all texts that lead to no output.
pub fn check(plan: &Plan, site: &Site) -> Vec<Problem> {
    let Some(level) = site.config.links.internal else { return Vec::new() };
    let dead = site.ids().flat_map(|id| dead(plan, site, id));
    dead.map(|it| it.level(level)).collect()
}

fn dead(plan: &Plan, site: &Site, id: EntryId) -> Vec<Problem> {
    let Some(document) = site.entry(id).document.as_deref() else { return Vec::new() };
    // A body that is lent to another language is checked once.
    let lent = site.entry(id).lang != site.entry(id).body_lang;
    let links = document.body.links.iter().filter(|_| !lent);
    let dead = links.filter_map(|link| {
        let Target::Address(address) = site.target(id, link.ordinal) else { return None };
        let place = Place { path: document.path.clone(), span: link.span };
        (!is_there(plan, address)).then(|| Problem::dead_address(address, &place, &[]))
    });
    dead.collect()
}

fn is_there(plan: &Plan, address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let path: Cow<str> = percent_decode_str(path).decode_utf8_lossy();
    plan.page_at(&path).is_some() || plan.page_at(&format!("{path}/")).is_some()
}
