//! Everything that entries and countries go by in a text. Codes are no names: a text has
//! other uses for `IN`, `IT` and `NO`.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use super::{
    Named,
    name::{Case, Name},
};
use crate::{
    reference::{Country, CountryId, traps},
    site::{Entry, EntryId, Site, names},
};

/// Types whose titles are sentences: a capital only begins them, and so do words that every
/// text has, so that shorter ones (`About us`) are not looked for.
const SENTENCES: [&str; 3] = ["news", "document", "page"];

/// The one code of a country that texts use as its name.
const SPOKEN: &str = "US";

/// How many words make such a title one that is meant where it stands in a text.
const WORDS: usize = 3;

/// The names of all entries of these types, and of all countries, if those are among them.
pub(super) fn names(site: &Site, types: &[&str]) -> Vec<Name> {
    let of_types = |id: &EntryId| {
        types.contains(&site.type_name(*id)) && !site.entry(*id).is_untranslated()
    };
    let mut names: Vec<Name> =
        site.ids().filter(of_types).flat_map(|id| of_entry(site, id)).collect();
    if types.contains(&"country") {
        let entries = site.ids().filter_map(|id| Some((site.entry(id).country?, id)));
        let entries: BTreeMap<CountryId, EntryId> = entries.collect();
        for (id, country) in site.countries.iter() {
            let entry = entries.get(&id).map(|it| Named::Entry(first(site, *it)));
            names.extend(of_country(site, country, entry.unwrap_or(Named::Country(id))));
        }
        let decoy = |it: &&str| Name::new(it, Case::Proper, None);
        names.extend(traps::DECOYS.iter().map(decoy));
    }
    names
}

/// Whether a site has said that a name is for the country of an id: in its settings, or as
/// the title of a file of its own.
pub fn is_house_name(site: &Site, id: &str, name: &str) -> bool {
    let titled = |it: &Entry| {
        let country = site.config.schema.get(it.ty).name == "country";
        country && *it.id == *id && it.document.is_some() && it.card.title == name
    };
    site.config.country_names.contains_key(id) || site.entries.iter().any(titled)
}

fn of_entry(site: &Site, id: EntryId) -> Vec<Name> {
    let entry = site.entry(id);
    let card = &entry.card;
    let mut texts = vec![&*card.title, &card.list_title, &card.official];
    texts.extend(entry.document.iter().flat_map(|it| names::in_texts(it)));
    let named = Named::Entry(first(site, id));
    let ty = site.type_name(id);
    if ty == "country" {
        let land = |text| of_land(site, &entry.id, text, named);
        return texts.into_iter().flat_map(land).collect();
    }
    let sentence = SENTENCES.contains(&ty);
    let case = if sentence || ty == "topic" { Case::Title } else { Case::Proper };
    texts.retain(|it| !sentence || it.unicode_words().count() >= WORDS);
    texts.into_iter().map(|it| Name::new(it, case, Some(named))).collect()
}

/// The first of the entries that are translations of one.
pub fn first(site: &Site, id: EntryId) -> EntryId {
    let others = site.translations[id.0 as usize].iter().copied();
    others.chain([id]).min().unwrap_or(id)
}

fn of_country(site: &Site, country: &Country, named: Named) -> Vec<Name> {
    let code = country.iso2.to_lowercase();
    let known = country.names().into_iter().chain(country.aliases.iter().copied());
    let own = site.config.country_names.get(&code).map(String::as_str);
    let code_too = Some(country.iso2).filter(|it| *it == SPOKEN);
    known
        .chain(own)
        .chain(code_too)
        .flat_map(|it| of_land(site, &code, it, named))
        .collect()
}

/// A name of a country, and what stands before its brackets; what is more often something
/// else is left out, and what may be another country where the site has not said which.
fn of_land(site: &Site, id: &str, text: &str, named: Named) -> Vec<Name> {
    let short = text.split_once(" (").map(|it| it.0);
    let means = |name: &str| {
        let ambiguous = traps::AMBIGUOUS.iter().any(|it| it.0 == name);
        !traps::is_weak(name) && (!ambiguous || is_house_name(site, id, name))
    };
    let name = |it: &str| Name::new(it, Case::Proper, means(it).then_some(named));
    [Some(text), short].into_iter().flatten().map(name).collect()
}
