//! What the rules need to know of a whole site, found once. Linear in its entries.

use std::collections::BTreeMap;

use crate::{
    site::{EntryId, LangId, Site, orphans},
    source::Sources,
};

use super::{article::Article, atlas::Atlas, phrases::Phrases, quotations, time};

/// A site, looked over.
pub struct Survey<'a> {
    /// The site.
    pub site: &'a Site,
    sources: &'a Sources,
    atlases: Vec<Atlas>,
    time: Vec<Phrases>,
    saying: Phrases,
    led_to: Vec<bool>,
    twins: Vec<Option<EntryId>>,
}

impl<'a> Survey<'a> {
    /// Looks a site over; `sources` are the files it was made of.
    pub fn new(site: &'a Site, sources: &'a Sources) -> Self {
        let languages = (0..=u8::MAX).zip(&site.config.languages);
        let atlas = |(at, _)| Atlas::new(site, LangId(at), &site.countries);
        Self {
            site,
            sources,
            atlases: languages.map(atlas).collect(),
            time: site.config.languages.iter().map(|it| time::phrases(&it.tag)).collect(),
            saying: quotations::saying(),
            led_to: orphans::led_to(site),
            twins: twins(site),
        }
    }

    /// The articles: entries with a file of their own, in the order of the site.
    pub fn article(&'a self, id: EntryId) -> Option<Article<'a>> {
        let entry = self.site.entry(id);
        let document = entry.document.as_deref()?;
        let source = self.sources.text(&document.path)?;
        let source = std::str::from_utf8(&source.bytes).ok()?;
        (!entry.is_lent()).then_some(Article {
            survey: self,
            site: self.site,
            id,
            entry,
            document,
            blocks: document.body.text.blocks(),
            source,
        })
    }

    /// The names of countries in a language.
    pub fn atlas(&self, lang: LangId) -> Option<&Atlas> {
        self.atlases.get(usize::from(lang.0))
    }

    /// The words of time in a language.
    pub fn time(&self, lang: LangId) -> Option<&Phrases> {
        self.time.get(usize::from(lang.0))
    }

    /// The words that say who says something.
    pub fn saying(&self) -> &Phrases {
        &self.saying
    }

    /// Whether another page leads to an entry or to one of its translations.
    pub fn is_led_to(&self, id: EntryId) -> bool {
        self.led_to[id.0 as usize]
    }

    /// The first entry of the same type, language and title, where that is another one.
    pub fn twin(&self, id: EntryId) -> Option<EntryId> {
        self.twins[id.0 as usize]
    }
}

fn twins(site: &Site) -> Vec<Option<EntryId>> {
    let mut first = BTreeMap::new();
    let mut twin = |id: EntryId| {
        let entry = site.entry(id);
        entry.document.as_ref().filter(|_| !entry.is_lent())?;
        entry.card.address.as_ref()?;
        let title = entry.card.title.to_lowercase();
        let first = *first.entry((entry.ty, entry.lang, title)).or_insert(id);
        Some(first).filter(|it| *it != id)
    };
    site.ids().map(&mut twin).collect()
}
