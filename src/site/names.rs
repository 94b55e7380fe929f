//! Everything an entry may be called by in a reference: ids, codes, names in four
//! languages, aliases. Knows no documents' text and no addresses.

mod countries;
mod nearest;

use std::collections::BTreeSet;

use rayon::prelude::*;

pub use self::countries::CountryNames;
use super::{
    EntryId, Site,
    census::{Census, Subject, SubjectId},
    fold::fold,
};
use crate::{
    config::Config,
    document::{Document, Value},
    schema::TypeId,
};

/// Ids and paths; they win over codes and names.
const ID: u8 = 0;
/// Codes and acronyms.
const CODE: u8 = 1;
/// Titles, names and synonyms.
const NAME: u8 = 2;

const CODES: [&str; 4] = ["iso2", "iso3", "m49", "acronym"];
/// Other names of a subject, in the language of its file.
const OTHERS: [&str; 4] = ["short_title", "name_list", "alt_names", "synonyms"];
const NAMES: [&str; 8] = [
    "title",
    "short_title",
    "name_list",
    "name_official",
    "sort_name",
    "alt_names",
    "synonyms",
    "names",
];

/// All names of the subjects of a census, sorted by type and text.
#[derive(Clone, Debug, Default)]
pub struct Names(Vec<Name>);

/// One name, folded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    ty: TypeId,
    text: String,
    rank: u8,
    subject: SubjectId,
}

/// What a name leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    None,
    /// One subject.
    One(SubjectId),
    /// Several, in order.
    Several(Vec<SubjectId>),
}

impl Names {
    /// Collects the names of all subjects.
    pub fn collect(census: &Census, config: &Config, countries: &CountryNames) -> Self {
        // A translation that names its original by `translation_of` leaves an empty subject.
        let there = |it: &Subject| it.country.is_some() || !it.variants.is_empty();
        let subjects: Vec<_> = census.iter().filter(|it| there(it.1)).collect();
        let named = subjects.par_iter().flat_map_iter(|(id, subject)| {
            let mut names = of_subject(subject, census);
            if let Some(country) = subject.country {
                names.extend(countries.of(country));
                let code = countries.code(country);
                let own = config.country_names.get(&code);
                names.extend(own.map(|it| (fold(it), NAME)));
            }
            let (ty, subject) = (subject.ty, *id);
            let name = move |(text, rank)| Name { ty, text, rank, subject };
            names.into_iter().map(name).filter(|it| !it.text.is_empty())
        });
        let mut all: Vec<_> = named.collect();
        all.par_sort_unstable();
        all.dedup_by(|b, a| a.subject == b.subject && a.text == b.text);
        Self(all)
    }

    /// What a name leads to among these types (among all, if there are none): an id wins
    /// over a code, a code over a name.
    pub fn find(&self, text: &str, types: &[TypeId]) -> Found {
        let text = fold(text);
        let mut best: Vec<&Name> =
            self.types(types).flat_map(|it| it.equal(&text)).collect();
        let rank = best.iter().map(|it| it.rank).min();
        best.retain(|it| Some(it.rank) == rank);
        match best.as_slice() {
            [] => Found::None,
            [one] => Found::One(one.subject),
            _ => Found::Several(best.iter().map(|it| it.subject).collect()),
        }
    }

    /// The names of these types, or of all, a list for each type.
    fn types<'a>(&'a self, types: &'a [TypeId]) -> impl Iterator<Item = List<'a>> {
        let last = self.0.last().filter(|_| types.is_empty()).map(|it| it.ty.0);
        let all = last.into_iter().flat_map(|last| (0..=last).map(TypeId));
        all.chain(types.iter().copied()).map(|ty| List(self.of_type(ty)))
    }

    fn of_type(&self, ty: TypeId) -> &[Name] {
        let start = self.0.partition_point(|it| it.ty < ty);
        let end = start + self.0[start..].partition_point(|it| it.ty == ty);
        &self.0[start..end]
    }
}

/// The names of one type, sorted.
#[derive(Clone, Copy)]
struct List<'a>(&'a [Name]);

impl<'a> List<'a> {
    fn equal(self, text: &str) -> &'a [Name] {
        let start = self.0.partition_point(|it| *it.text < *text);
        let end = start + self.0[start..].partition_point(|it| it.text == text);
        &self.0[start..end]
    }
}

fn of_subject(subject: &Subject, census: &Census) -> Vec<(String, u8)> {
    let mut names = vec![(fold(&subject.id), ID)];
    for (_, at) in &subject.variants {
        of_document(&census.documents[*at], &mut names);
    }
    names
}

fn of_document(document: &Document, names: &mut Vec<(String, u8)>) {
    names.push((fold(&document.id), ID));
    names.push((fold(&document.stem), ID));
    for (fields, rank) in [(&CODES[..], CODE), (&NAMES[..], NAME)] {
        let texts = fields.iter().flat_map(|it| texts_of(document, it));
        names.extend(texts.map(|it| (fold(it), rank)));
    }
}

/// Everything that a document goes by in a text: names and acronyms, no ids and codes.
pub fn in_texts(document: &Document) -> impl Iterator<Item = &str> {
    let fields = NAMES.into_iter().chain(["acronym"]);
    fields.flat_map(|it| texts_of(document, it))
}

/// Everything that an entry is called in any language: titles, names, codes, and for a country
/// what the reference data and the settings call it.
pub fn of_entry(site: &Site, id: EntryId) -> BTreeSet<&str> {
    let entry = site.entry(id);
    let card = &entry.card;
    let versions = site.translations[id.0 as usize].iter().copied().chain([id]);
    let documents = versions.filter_map(|it| site.entry(it).document.as_deref());
    let fields = || NAMES.into_iter().chain(CODES);
    let written = documents.flat_map(|it| fields().flat_map(|field| texts_of(it, field)));
    let country = entry.country.map(|it| site.countries.get(it));
    let known = country.into_iter().flat_map(|it| {
        let codes = [it.iso2, it.iso3, it.m49];
        it.names().into_iter().chain(codes).chain(it.aliases.iter().copied())
    });
    let own = site.config.country_names.get(&*entry.id).filter(|_| country.is_some());
    let shown = [&*card.title, &card.list_title, &card.official];
    let all = shown.into_iter().chain(written).chain(known);
    all.chain(own.map(String::as_str)).collect()
}

/// What a country is called in a language, and its codes of letters.
pub fn in_language<'a>(site: &'a Site, id: EntryId, tag: &'a str) -> BTreeSet<&'a str> {
    let entry = site.entry(id);
    let named = |it: &'a Document| {
        let fields = OTHERS.into_iter().flat_map(|field| texts_of(it, field));
        fields.chain(it.fields.record("names").and_then(|it| it.text(tag)))
    };
    let written = entry.document.as_deref().into_iter().flat_map(named);
    let known =
        entry.country.map(|it| site.countries.get(it)).into_iter().flat_map(|it| {
            [it.name(tag), it.iso3].into_iter().chain(it.aliases.iter().copied())
        });
    let shown = [&*entry.card.title, &entry.card.official];
    shown.into_iter().chain(written).chain(known).collect()
}

fn texts_of<'a>(document: &'a Document, field: &str) -> Vec<&'a str> {
    let mut texts = Vec::new();
    if let Some(value) = document.fields.get(field) {
        collect(value, &mut texts);
    }
    texts
}

fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::Text(text) => texts.push(text),
        Value::List(list) => list.iter().for_each(|it| collect(&it.value, texts)),
        Value::Record(record) => {
            record.items.iter().for_each(|it| collect(&it.value, texts));
        }
        _ => {}
    }
}
