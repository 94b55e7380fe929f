//! The menu and the foot of every page.

use crate::{
    config::MenuEntry,
    document::Record,
    plan::{Plan, url},
    site::{EntryId, LangId, Site},
    view::MenuItem,
};

/// The main menu: the site's own, else the lists of all types, then the pages that ask to be
/// in it.
pub fn main(plan: &Plan, site: &Site, lang: LangId) -> Vec<MenuItem> {
    if let Some(entries) = &site.config.menu {
        return written(plan, site, lang, entries);
    }
    let words = &plan.words[usize::from(lang.0)];
    let lists = site.config.schema.types.iter().filter_map(|ty| {
        let item = own_page(plan, site, lang, &format!("{}/", ty.folder))?;
        let label = words.text(&ty.label).to_owned();
        Some(MenuItem { label, section: ty.folder.clone(), ..item })
    });
    lists.chain(nav(plan, site, lang, "main")).collect()
}

/// The foot of every page: what the site says itself, else the pages that ask to be there,
/// then what every newsroom has there.
pub fn footer(plan: &Plan, site: &Site, lang: LangId) -> Vec<MenuItem> {
    if let Some(entries) = &site.config.footer {
        return written(plan, site, lang, entries);
    }
    let words = &plan.words[usize::from(lang.0)];
    let own = [
        ("archive", "news/archive/"),
        ("corrections", "corrections/"),
        ("feeds", "feeds/"),
    ];
    let own = own.into_iter().filter_map(|(key, rest)| {
        let label = words.text(key).to_owned();
        Some(MenuItem { label, ..own_page(plan, site, lang, rest)? })
    });
    nav(plan, site, lang, "footer").into_iter().chain(own).collect()
}

/// A menu as the site writes it: an address without a language leads to the page in the
/// language of the reader, where there is one.
fn written(
    plan: &Plan,
    site: &Site,
    lang: LangId,
    entries: &[MenuEntry],
) -> Vec<MenuItem> {
    let words = &plan.words[usize::from(lang.0)];
    let item = |entry: &MenuEntry| {
        let rest = entry.url.strip_prefix('/');
        let own = rest.and_then(|it| own_page(plan, site, lang, it));
        let written = || MenuItem {
            label: String::new(),
            url: rest.map_or(entry.url.clone(), |_| url::href(&site.config, &entry.url)),
            section: rest.unwrap_or_default().trim_end_matches('/').to_owned(),
        };
        let label = words.text(&entry.label).to_owned();
        MenuItem { label, ..own.unwrap_or_else(written) }
    };
    entries.iter().map(item).collect()
}

fn own_page(plan: &Plan, site: &Site, lang: LangId, rest: &str) -> Option<MenuItem> {
    let address = format!("{}{rest}", url::home(&site.config, lang));
    plan.page_at(&address)?;
    let url = url::href(&site.config, &address);
    let section = rest.trim_end_matches('/').to_owned();
    Some(MenuItem { label: String::new(), url, section })
}

fn nav(plan: &Plan, site: &Site, lang: LangId, menu: &str) -> Vec<MenuItem> {
    let pages = site.config.schema.named("page");
    let pages = pages.map_or(&[][..], |it| plan.tables.shelf(lang).entries(it));
    let place = |id: EntryId| {
        let nav = site.entry(id).document.as_deref()?.fields.record("nav")?;
        (nav.text("menu").unwrap_or("main") == menu).then_some(nav)
    };
    let mut items: Vec<(i64, MenuItem)> = pages
        .iter()
        .filter_map(|id| {
            let nav = place(*id)?;
            let order = nav.number("order").unwrap_or(i64::MAX);
            Some((order, nav_item(site, *id, nav)?))
        })
        .collect();
    items.sort_by_key(|it| it.0);
    items.into_iter().map(|it| it.1).collect()
}

fn nav_item(site: &Site, id: EntryId, nav: &Record) -> Option<MenuItem> {
    let card = &site.entry(id).card;
    let label = nav.text("label").unwrap_or(&card.title).to_owned();
    let url = url::href(&site.config, card.address.as_deref()?);
    Some(MenuItem { label, url, section: site.entry(id).path.to_string() })
}
