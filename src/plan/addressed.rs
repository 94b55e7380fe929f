//! Links to addresses of the site that are no entries (lists, feeds): whether they are
//! there can only be said when all outputs are known.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::{
    config::MenuEntry,
    plan::Plan,
    problem::Problem,
    site::{EntryId, Site, Target},
    span::Place,
};

/// The links of all texts and menus that lead to no output.
pub fn check(plan: &Plan, site: &Site) -> Vec<Problem> {
    let Some(level) = site.config.links.internal else { return Vec::new() };
    let menus = [("menu", &site.config.menu), ("footer", &site.config.footer)];
    let menus = menus.into_iter().filter_map(|(key, it)| Some((key, it.as_deref()?)));
    let menus = menus.flat_map(|(key, it)| dead_in_menu(plan, site, key, it));
    let dead = menus.chain(site.ids().flat_map(|id| dead(plan, site, id)));
    dead.map(|it| it.level(level)).collect()
}

fn dead_in_menu(
    plan: &Plan,
    site: &Site,
    key: &str,
    entries: &[MenuEntry],
) -> Vec<Problem> {
    let own = (0..).zip(entries).filter(|it: &(usize, _)| it.1.url.starts_with('/'));
    let dead = own.filter(|it| !is_there(plan, site, &it.1.url));
    dead.filter_map(|(at, entry)| {
        let place = site.config.places.value(&[key, &at.to_string(), "url"])?;
        let help = "correct the address, or take the link out of the menu";
        Some(Problem::dead_address(&entry.url, &place, &[]).help(help))
    })
    .collect()
}

fn dead(plan: &Plan, site: &Site, id: EntryId) -> Vec<Problem> {
    let Some(document) = site.entry(id).document.as_deref() else { return Vec::new() };
    // A body that is lent to another language is checked once.
    let links = document.body.links.iter().filter(|_| !site.entry(id).is_lent());
    let dead = links.filter_map(|link| {
        let Target::Address(address) = site.target(id, link.ordinal) else { return None };
        let place = Place { path: document.path.clone(), span: link.span };
        (!is_there(plan, site, address))
            .then(|| Problem::dead_address(address, &place, &[]))
    });
    dead.collect()
}

fn is_there(plan: &Plan, site: &Site, address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let path: Cow<str> = percent_decode_str(path).decode_utf8_lossy();
    let file = || site.files.iter().any(|it| it.output == path.trim_start_matches('/'));
    plan.page_at(&path).is_some() || plan.page_at(&format!("{path}/")).is_some() || file()
}
