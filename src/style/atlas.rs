//! The names of all countries in one automaton, so that a text is searched for them once.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::phrases::is_word;
use crate::{
    document::Value,
    reference::{Countries, traps},
    site::{Entry, LangId, Site, mentions::is_house_name},
};

/// The names of the countries in one language (and in English).
pub struct Atlas {
    automaton: Option<AhoCorasick>,
    means: Vec<Means>,
    lands: Vec<Land>,
    /// Whether names begin with a capital and stand alone as words.
    capitals: bool,
}

/// A country, with a page or without.
pub struct Land {
    /// Its id: the lower-case alpha-2 code, or the id of its entry.
    pub id: String,
    /// What it is called in messages.
    pub name: String,
    /// All its names.
    pub names: Vec<String>,
}

/// What a name in a text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// This country: an index into the lands.
    Land(usize),
    /// Perhaps this country: what belongs to it, or a name that has another use.
    Perhaps(usize),
    /// One of the countries of a row of ambiguous names.
    OneOf(usize),
    /// No country.
    Nothing,
}

/// A name found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it means.
    pub means: Means,
    /// Offset of its first byte.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
}

impl Atlas {
    /// The atlas of a site in one of its languages.
    pub fn new(site: &Site, lang: LangId, countries: &Countries) -> Self {
        let tag = site.config.languages[usize::from(lang.0)].tag.as_str();
        let lands = lands(site, lang, tag, countries);
        let mut names = names(site, &lands);
        let plain = Self::of_names(lands, &names, tag);
        let shadows: Vec<String> = plain.shadows(site).collect();
        if shadows.is_empty() {
            return plain;
        }
        names.extend(shadows.into_iter().map(|it| (it, Means::Nothing)));
        Self::of_names(plain.lands, &names, tag)
    }

    /// The countries.
    pub fn land(&self, at: usize) -> &Land {
        &self.lands[at]
    }

    /// The index of the country of an id.
    pub fn of_id(&self, id: &str) -> Option<usize> {
        self.lands.iter().position(|it| it.id == id)
    }

    /// Whether the language writes names with capitals, so that they can be told from words.
    pub fn has_capitals(&self) -> bool {
        self.capitals
    }

    /// The countries that an ambiguous name may mean.
    pub fn candidates(row: usize) -> &'static [&'static str] {
        traps::AMBIGUOUS[row].1
    }

    /// The names in a text, the longest ones where they overlap.
    pub fn mentions<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Mention> + 'a {
        let found = self.automaton.iter().flat_map(move |it| it.find_iter(text));
        let mention = |it: aho_corasick::Match| Mention {
            means: self.means[it.pattern().as_usize()],
            start: it.start(),
            end: it.end(),
        };
        found
            .map(mention)
            .filter(|it| !self.capitals || is_word(text, it.start, it.end))
            .filter(|it| it.means != Means::Nothing)
    }

    fn of_names(lands: Vec<Land>, names: &BTreeMap<String, Means>, tag: &str) -> Self {
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(names.keys())
            .ok();
        let means = names.values().copied().collect();
        Self { automaton, means, lands, capitals: has_capitals(tag) }
    }

    /// The titles of people, organisations and topics that hold the name of a country.
    fn shadows<'a>(&'a self, site: &'a Site) -> impl Iterator<Item = String> + 'a {
        let other = |it: &&Entry| {
            let ty = site.config.schema.get(it.ty).name.as_str();
            matches!(ty, "person" | "organisation" | "topic" | "region") && !it.is_lent()
        };
        let longer =
            |title: &str| self.mentions(title).any(|it| it.end - it.start < title.len());
        let titles = site.entries.iter().filter(other).map(|it| it.card.title.clone());
        titles.filter(move |title| longer(title))
    }
}

/// Whether a language is written with capitals.
fn has_capitals(tag: &str) -> bool {
    let without = ["ar", "fa", "ur", "he", "zh", "ja", "ko", "th", "hi", "bn", "ka"];
    !without.contains(&tag.split('-').next().unwrap_or(tag))
}

/// Countries of the reference data, then entries that are in no list of countries.
fn lands(site: &Site, lang: LangId, tag: &str, countries: &Countries) -> Vec<Land> {
    let mut lands: Vec<Land> = countries
        .iter()
        .map(|(_, it)| {
            let mut names = vec![it.name(tag).to_owned(), it.name("en").to_owned()];
            names.extend(it.aliases.iter().map(|alias| (*alias).to_owned()));
            Land { id: it.iso2.to_lowercase(), name: it.name(tag).to_owned(), names }
        })
        .collect();
    for entry in site.entries.iter().filter(|it| it.lang == lang) {
        if site.config.schema.get(entry.ty).name == "country" {
            add_entry(entry, tag, &mut lands);
        }
    }
    lands
}

fn add_entry(entry: &Entry, tag: &str, lands: &mut Vec<Land>) {
    let at = lands.iter().position(|it| *it.id == *entry.id).unwrap_or(lands.len());
    if at == lands.len() {
        lands.push(Land {
            id: entry.id.to_string(),
            name: String::new(),
            names: Vec::new(),
        });
    }
    let land = &mut lands[at];
    land.name.clone_from(&entry.card.title);
    let card = &entry.card;
    land.names.extend([&card.title, &card.list_title, &card.official].map(Clone::clone));
    let Some(document) = &entry.document else { return };
    land.names.extend(document.fields.texts("alt_names").map(str::to_owned));
    let by_language = document.fields.record("names");
    land.names.extend(by_language.and_then(|it| it.text(tag)).map(str::to_owned));
}

/// What each name means.
fn names(site: &Site, lands: &[Land]) -> BTreeMap<String, Means> {
    let mut names = BTreeMap::new();
    for (at, land) in lands.iter().enumerate() {
        let all = land.names.iter().flat_map(|it| variants(it));
        for name in all.filter(|it| it.chars().count() > 1) {
            let weak = traps::is_weak(&name);
            let means = if weak { Means::Perhaps(at) } else { Means::Land(at) };
            names.entry(name).or_insert(means);
        }
    }
    for (row, (name, candidates)) in traps::AMBIGUOUS.iter().enumerate() {
        let house = candidates.iter().find(|id| is_house_name(site, id, name));
        let at = house.and_then(|id| lands.iter().position(|it| it.id == **id));
        names.insert((*name).to_owned(), at.map_or(Means::OneOf(row), Means::Land));
    }
    for (id, demonym) in demonyms(site) {
        if let Some(at) = lands.iter().position(|it| it.id == id) {
            names.entry(format!("{demonym}s")).or_insert(Means::Perhaps(at));
            names.entry(demonym).or_insert(Means::Perhaps(at));
        }
    }
    for decoy in traps::DECOYS {
        names.insert((*decoy).to_owned(), Means::Nothing);
    }
    names
}

fn demonyms(site: &Site) -> impl Iterator<Item = (String, String)> {
    site.entries.iter().filter_map(|entry| {
        let fields = &entry.document.as_ref()?.fields;
        match fields.get("demonym")? {
            Value::Text(text) => Some((entry.id.to_string(), text.clone())),
            _ => None,
        }
    })
}

/// A name in the ways it is written: “Antigua & Barbuda” with “and”, “Côte d’Ivoire” with
/// either apostrophe, “St. Lucia” without the stop.
fn variants(name: &str) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    for (from, to) in [(" & ", " and "), ("’", "'"), ("St. ", "St ")] {
        let more: Vec<String> = all.iter().map(|it| it.replace(from, to)).collect();
        all.extend(more);
    }
    if let Some((short, _)) = name.split_once(" (") {
        all.push(short.to_owned());
    }
    all
}
