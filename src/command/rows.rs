//! Entries as rows of a table.

use serde_json::{Value, json};

use crate::{
    command::Table,
    site::{Entry, EntryId, Site, fold::fold, near::near},
};

/// The columns of [`table`].
pub const COLUMNS: [&str; 6] = ["id", "type", "lang", "date", "title", "url"];

/// All entries but those of which nothing is in their language: they say what another one
/// says.
pub fn all(site: &Site) -> impl Iterator<Item = EntryId> {
    site.ids().filter(|it| !site.entry(*it).is_untranslated())
}

/// A table of these entries, in the order given.
pub fn table(site: &Site, ids: impl IntoIterator<Item = EntryId>) -> Table {
    let rows = ids.into_iter().map(|id| row(site, id)).collect();
    Table { columns: super::columns(COLUMNS), rows }
}

/// One row.
pub fn row(site: &Site, id: EntryId) -> Vec<Value> {
    let entry = site.entry(id);
    vec![
        json!(&*entry.path),
        json!(site.type_name(id)),
        json!(language(site, entry)),
        json!(entry.card.date),
        json!(entry.card.title),
        json!(url(site, entry)),
    ]
}

/// The tag of the language of an entry.
pub fn language<'a>(site: &'a Site, entry: &Entry) -> &'a str {
    let at = usize::from(entry.lang.0);
    site.config.languages.get(at).map_or("", |it| &it.tag)
}

/// The absolute address of an entry, where it has a page.
pub fn url(site: &Site, entry: &Entry) -> Option<String> {
    let address = entry.card.address.as_deref()?;
    let base = &site.config.base_url;
    Some(
        address
            .strip_prefix('/')
            .map_or_else(|| address.to_owned(), |it| base.clone() + it),
    )
}

/// The entries that `text` names: a path (`news/2020/x`, with or without `content/` and
/// `.md`), an id, a code or a name; in the order of the site, those of which nothing is in
/// their language last.
pub fn named(site: &Site, text: &str) -> Vec<EntryId> {
    let path = text.trim_start_matches("./").trim_start_matches("content/");
    let path = path.trim_matches('/').trim_end_matches(".md").trim_end_matches("/index");
    // `news/2020/x/index.fr.md` is `news/2020/x.fr`.
    let path = &*path.replacen("/index.", ".", 1);
    let by = |test: &dyn Fn(&Entry) -> bool| -> Vec<EntryId> {
        let named = |id: &EntryId| test(site.entry(*id));
        let rest = site.ids().filter(|it| site.entry(*it).is_untranslated());
        all(site).chain(rest).filter(named).collect()
    };
    let found = by(&|it| *it.path == *path);
    if !found.is_empty() {
        return found;
    }
    // `news/2020/x.fr` is one of the languages of an entry.
    let version = |it: &Entry| format!("{}.{}", it.path, language(site, it)) == path;
    let found = by(&version);
    if !found.is_empty() {
        return found;
    }
    let wanted = fold(text);
    by(&|it| names(site, it).iter().any(|name| fold(name) == wanted))
}

/// What nothing is named, in words, with what was perhaps meant.
pub fn unknown(site: &Site, text: &str) -> String {
    let entries = site.entries.iter();
    let known = entries.flat_map(|it| [&*it.path, &*it.id, &*it.card.title]);
    let near: Vec<String> =
        near(text, known).iter().map(|it| format!("`{it}`")).collect();
    let all = site.config.preview.drafts || site.config.preview.future;
    let hidden =
        if all { "" } else { " (drafts are found with -D, embargoed ones with -F)" };
    if near.is_empty() {
        let list = "`dateline list` shows every entry";
        return format!("nothing is named `{text}`: {list}{hidden}");
    }
    let near = near.join(" or ");
    format!("nothing is named `{text}`: did you mean {near}?{hidden}")
}

/// Everything an entry goes by.
fn names<'a>(site: &'a Site, entry: &'a Entry) -> Vec<&'a str> {
    let card = &entry.card;
    let mut names = vec![&*entry.id, &card.title, &card.list_title, &card.official];
    if let Some(document) = &entry.document {
        names.extend(document.fields.texts("alt_names"));
        names.extend(document.fields.text("acronym"));
    }
    if let Some(country) = entry.country.map(|it| site.countries.get(it)) {
        names.extend([country.iso2, country.iso3]);
        names.extend(country.names());
        names.extend(&country.aliases);
    }
    names
}
