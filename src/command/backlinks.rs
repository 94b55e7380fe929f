//! `dateline backlinks`: what leads to an entry, by a link of a body or by a relation.

use serde_json::{Value, json};

use crate::{
    command::{Table, rows},
    site::{EntryId, Site},
};

/// Everything that leads to the entry named by `text`; none where nothing has that name.
pub fn run(site: &Site, text: &str) -> Option<Table> {
    let targets = rows::named(site, text);
    if targets.is_empty() {
        return None;
    }
    let rows = targets.iter().flat_map(|it| leading_to(site, *it)).collect();
    let columns = super::columns(["from", "by", "lang", "date", "title", "url"]);
    Some(Table { columns, rows })
}

fn leading_to(site: &Site, target: EntryId) -> Vec<Vec<Value>> {
    let links = site.backlinks[target.0 as usize].iter().map(|it| (*it, "link"));
    let links = links.filter(|it| !site.entry(it.0).is_untranslated());
    let relations = rows::all(site).flat_map(|from| {
        let forward = &site.relations[from.0 as usize].forward;
        let leads =
            move |it: &&(std::sync::Arc<str>, Vec<EntryId>)| it.1.contains(&target);
        forward.iter().filter(leads).map(move |it| (from, &*it.0))
    });
    links.chain(relations).map(|(from, by)| row(site, from, by)).collect()
}

fn row(site: &Site, from: EntryId, by: &str) -> Vec<Value> {
    let entry = site.entry(from);
    vec![
        json!(&*entry.path),
        json!(by),
        json!(rows::language(site, entry)),
        json!(entry.card.date),
        json!(entry.card.title),
        json!(rows::url(site, entry)),
    ]
}
