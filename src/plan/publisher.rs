//! Who publishes the site: an organisation of its own, or the site by its title.

use super::url;
use crate::{
    config::Config,
    site::{EntryId, LangId, Site},
};

/// Who publishes the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher<'a> {
    /// Name.
    pub name: &'a str,
    /// Absolute address of its page, or of the home page.
    pub url: String,
    /// The organisation, where the site names one.
    pub entry: Option<EntryId>,
}

/// The publisher, as pages of a language name it.
pub fn of(site: &Site, lang: LangId) -> Publisher<'_> {
    let entry = organisation(site, lang);
    let found = entry.map(|id| &site.entry(id).card);
    let home = url::home(&site.config, lang);
    let address = found.and_then(|it| it.address.as_deref()).unwrap_or(&home);
    Publisher {
        name: found.map_or(title(&site.config, lang), |it| &it.title),
        url: url::absolute(&site.config, address),
        entry,
    }
}

/// The title of the site in a language.
pub fn title(config: &Config, lang: LangId) -> &str {
    let own = &config.languages[usize::from(lang.0)].title;
    own.as_deref().unwrap_or(&config.title)
}

/// What the site is, in a language; empty where it says nothing.
pub fn description(config: &Config, lang: LangId) -> &str {
    let own = &config.languages[usize::from(lang.0)].description;
    own.as_deref().unwrap_or(&config.description)
}

// Entries are sorted by path, so that the organisations stand together.
fn organisation(site: &Site, lang: LangId) -> Option<EntryId> {
    let id = site.config.publisher.as_deref()?;
    let schema = &site.config.schema;
    let ty = schema.named("organisation")?;
    let folder = format!("{}/", schema.get(ty).folder);
    let start = site.entries.partition_point(|it| *it.path < *folder);
    let below = (start..).zip(&site.entries[start..]);
    let below = below.take_while(|it| it.1.path.starts_with(&folder));
    let named = below.filter(|(_, it)| it.ty == ty && &*it.id == id);
    let best = named.min_by_key(|(_, it)| (it.lang != lang, it.lang))?;
    u32::try_from(best.0).ok().map(EntryId)
}
