//! Which pages no other page leads to, but for the lists of all entries of a type.

use super::{EntryId, Site, Target};

/// For each entry, whether a page of another one leads to it or to one of its translations:
/// by a reference of front matter or text, or because it is listed there (a topic on the page
/// of its parent). A page in a menu is led to from everywhere. That what an entry links to says
/// where it is mentioned does not count: nobody meant that as a way to the entry.
pub fn led_to(site: &Site) -> Vec<bool> {
    let mut led_to = vec![false; site.entries.len()];
    for from in site.ids() {
        let own = &site.translations[from.0 as usize];
        let others =
            leading_from(site, from).filter(|to| *to != from && !own.contains(to));
        others.for_each(|to| led_to[to.0 as usize] = true);
        if is_in_menu(site, from) {
            led_to[from.0 as usize] = true;
        }
    }
    let of_any = |id: EntryId| {
        let translations = &site.translations[id.0 as usize];
        led_to[id.0 as usize] || translations.iter().any(|it| led_to[it.0 as usize])
    };
    site.ids().map(of_any).collect()
}

/// Where the page of an entry leads.
fn leading_from(site: &Site, from: EntryId) -> impl Iterator<Item = EntryId> {
    let targets = site.targets[from.0 as usize].iter().filter_map(|it| match it {
        Target::Entry(to) | Target::Anchor(to, _) => Some(*to),
        _ => None,
    });
    let relations = &site.relations[from.0 as usize];
    let listed = relations.forward.iter().chain(&relations.inverse).flat_map(|it| &it.1);
    // What has no page leads nowhere.
    let has_page = site.entry(from).card.address.is_some();
    targets.chain(listed.copied()).filter(move |_| has_page)
}

/// Whether a page asks to be in a menu, or the site puts it there.
fn is_in_menu(site: &Site, id: EntryId) -> bool {
    let entry = site.entry(id);
    let asks = entry.document.as_ref().is_some_and(|it| it.fields.has("nav"));
    let config = &site.config;
    let mut written = config.menu.iter().chain(&config.footer).flatten();
    let address = |url: &str| url.split(['?', '#']).next().map(str::to_owned);
    asks || written.any(|it| entry.card.address == address(&it.url))
}
