//! Entries: one for every document; one for it in every other language that the site is
//! written in; and one for every country that a page refers to, in each language it is
//! referred to in.

mod card;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    Entry, EntryId, LangId, Target,
    addresses::{self, languages},
    census::{Census, Subject, SubjectId, head},
    lookup::{Lookup, Pointer},
    pointers::{Pointed, References},
};
use crate::{config::Config, document::Document, problem::Problem};

/// All entries, and what is needed to follow references between them.
#[derive(Debug)]
pub struct Entries {
    /// The entries, sorted by path and language.
    pub list: Vec<Entry>,
    /// For each entry, its subject.
    pub subjects: Vec<SubjectId>,
    /// For each entry, the index of its document in the census.
    pub documents: Vec<Option<usize>>,
    /// For each subject, its entries by language.
    versions: Vec<Vec<(LangId, EntryId)>>,
}

/// An entry before it is made: what decides on its place.
struct Seed {
    path: Arc<str>,
    lang: LangId,
    subject: SubjectId,
    document: Option<usize>,
}

/// Makes the entries; `references` says which countries need a page.
pub fn make(lookup: &Lookup, references: &[References]) -> Entries {
    let census = &lookup.public.census;
    let mut seeds: Vec<_> =
        (0..census.documents.len()).map(|at| own(at, lookup)).collect();
    let lacking = needed(lookup, references).into_iter().chain(untranslated(lookup));
    seeds.extend(lacking.map(|(subject, lang)| lent(subject, lang, lookup)));
    // Documents are sorted by path, which settles two of one id and language.
    seeds.sort_by(|a, b| {
        (&a.path, a.lang, a.document).cmp(&(&b.path, b.lang, b.document))
    });
    let mut versions = vec![Vec::new(); census.subjects.len()];
    for (seed, at) in seeds.iter().zip(0..) {
        versions[seed.subject.0 as usize].push((seed.lang, EntryId(at)));
    }
    for versions in &mut versions {
        versions.sort_unstable();
    }
    Entries {
        list: seeds.par_iter().map(|it| card::entry(it, lookup)).collect(),
        subjects: seeds.iter().map(|it| it.subject).collect(),
        documents: seeds.iter().map(|it| it.document).collect(),
        versions,
    }
}

/// The seed of a document's own entry.
fn own(at: usize, lookup: &Lookup) -> Seed {
    let census = &lookup.public.census;
    let (document, subject) = (&census.documents[at], census.subject_of[at]);
    let path = path(census.get(subject), Some(document), lookup.config);
    Seed { path, lang: census.languages[at], subject, document: Some(at) }
}

/// The seed of a subject in a language that no file of it is written in: the file of
/// another language is lent to it.
fn lent(subject: SubjectId, lang: LangId, lookup: &Lookup) -> Seed {
    let census = &lookup.public.census;
    let it = census.get(subject);
    let document = it.variant(lang).map(|it| it.1);
    let file = document.map(|at| &*census.documents[at]);
    Seed { path: path(it, file, lookup.config), lang, subject, document }
}

fn path(subject: &Subject, document: Option<&Document>, config: &Config) -> Arc<str> {
    match document.filter(|_| subject.country.is_none()) {
        Some(document) => document.stem.as_str().into(),
        None => format!("{}/{}", config.schema.get(subject.ty).folder, subject.id).into(),
    }
}

/// The countries and languages that need a page without having a file.
fn needed(lookup: &Lookup, references: &[References]) -> BTreeSet<(SubjectId, LangId)> {
    let census = &lookup.public.census;
    let mut needed = BTreeSet::new();
    for (references, lang) in references.iter().zip(&census.languages) {
        needed.extend(references.iter().filter_map(|it| match &it.to {
            Pointer::Subject(subject) => Some((*subject, *lang)),
            Pointer::Version(subject, lang) => Some((*subject, *lang)),
            _ => None,
        }));
    }
    if lookup.config.all_country_pages {
        let all = |id| languages(lookup.config).map(move |lang| (id, lang));
        needed.extend(census.iter().flat_map(|(id, _)| all(id)));
    }
    needed.retain(|(id, lang)| {
        let subject = census.get(*id);
        subject.country.is_some() && !subject.has(*lang)
    });
    needed
}

/// The languages that a subject is not written in while others are, where its address is
/// free there. Countries are [`needed`] or not.
fn untranslated<'a>(
    lookup: &'a Lookup,
) -> impl Iterator<Item = (SubjectId, LangId)> + use<'a> {
    let (census, addresses) = (&lookup.public.census, &lookup.public.addresses);
    let spoken: BTreeSet<LangId> = census.languages.iter().copied().collect();
    let others = census.iter().filter(|it| it.1.country.is_none());
    others.flat_map(move |(id, subject)| {
        let lacking: Vec<_> =
            spoken.iter().copied().filter(|it| !subject.has(*it)).collect();
        let free = move |lang: &LangId| {
            let address = addresses::of_lent(subject, census, *lang, lookup.config);
            let own = address.filter(|it| it.starts_with('/'));
            own.is_none_or(|it| addresses.find(&it) == Some((id, *lang)))
        };
        lacking.into_iter().filter(free).map(move |lang| (id, lang))
    })
}

impl Entries {
    /// What the references of every entry lead to: in its own language where there is such
    /// a version, else in the default one, else in any.
    pub fn targets(&self, references: &[References]) -> Vec<Vec<Target>> {
        let of = |(entry, document): (&Entry, &Option<usize>)| {
            let references = document.map_or(&[][..], |at| &references[at]);
            references.iter().map(|it| self.target(it, entry.lang)).collect()
        };
        self.list.par_iter().zip(&self.documents).map(of).collect()
    }

    fn target(&self, pointed: &Pointed, lang: LangId) -> Target {
        let entry = match &pointed.to {
            Pointer::Subject(subject) => self.version(*subject, lang),
            Pointer::Version(subject, lang) => self.version(*subject, *lang),
            Pointer::File(path) => return Target::File(path.clone()),
            Pointer::Address(address) => return Target::Address(address.clone()),
            Pointer::Dead(address) => return Target::Dead(address.clone()),
            Pointer::Lost => None,
        };
        match (entry, &pointed.anchor) {
            (None, _) => Target::Lost,
            (Some(entry), None) => Target::Entry(entry),
            (Some(entry), Some(anchor)) => Target::Anchor(entry, anchor.clone()),
        }
    }

    fn version(&self, subject: SubjectId, lang: LangId) -> Option<EntryId> {
        let versions = &self.versions[subject.0 as usize];
        let own = versions.iter().find(|it| it.0 == lang);
        own.or(versions.first()).map(|it| it.1)
    }

    /// For each entry, the entries of its subject in other languages.
    pub fn translations(&self) -> Vec<Vec<EntryId>> {
        let others = |(entry, subject): (&Entry, &SubjectId)| {
            let versions = &self.versions[subject.0 as usize];
            let others = versions.iter().filter(|it| it.0 != entry.lang);
            others.map(|it| it.1).collect()
        };
        self.list.iter().zip(&self.subjects).map(others).collect()
    }

    /// Says which addresses and aliases are taken twice.
    pub fn check_addresses(&self, problems: &mut Vec<Problem>) {
        let mut pages: BTreeMap<&str, &Entry> = BTreeMap::new();
        for entry in &self.list {
            let address = entry.card.address.as_deref().filter(|it| it.starts_with('/'));
            let Some(address) = address else { continue };
            let first = *pages.entry(address).or_insert(entry);
            // Two of one id and language were reported already.
            if first.path != entry.path {
                problems.extend(same_address(address, entry, first));
            }
        }
        self.check_aliases(&pages, problems);
    }

    fn check_aliases<'a>(
        &'a self,
        pages: &BTreeMap<&str, &'a Entry>,
        problems: &mut Vec<Problem>,
    ) {
        let mut taken: BTreeMap<&str, &Entry> = BTreeMap::new();
        let aliases =
            self.list.iter().flat_map(|it| it.aliases.iter().map(move |a| (a, it)));
        for (alias, entry) in aliases {
            let first = *taken.entry(alias).or_insert(entry);
            problems.extend(match pages.get(alias.as_str()) {
                Some(page) => alias_taken(alias, entry, page),
                None if std::ptr::eq(first, entry) => None,
                None => alias_shared(alias, entry, first),
            });
        }
    }
}

fn alias_taken(alias: &str, entry: &Entry, other: &Entry) -> Option<Problem> {
    let at = alias_place(entry.document.as_deref()?, alias);
    Some(match other.document.as_deref() {
        Some(other) => Problem::alias_taken(alias, &at, &head(other)),
        None => Problem::alias_reserved(alias, &at, "a country"),
    })
}

fn alias_shared(alias: &str, second: &Entry, first: &Entry) -> Option<Problem> {
    let at = |it: &Entry| Some(alias_place(it.document.as_deref()?, alias));
    Some(Problem::alias_shared(alias, &at(second)?, &at(first)?))
}

fn same_address(address: &str, second: &Entry, first: &Entry) -> Option<Problem> {
    let places = [second, first].map(|it| it.document.as_deref().map(head));
    match places {
        [Some(second), Some(first)] => {
            Some(Problem::same_address(address, &second, &first))
        }
        [Some(place), None] | [None, Some(place)] => {
            Some(Problem::reserved_address(address, &place, "a country"))
        }
        [None, None] => None,
    }
}

/// Where an alias is written.
fn alias_place(document: &Document, alias: &str) -> crate::span::Place {
    let written = addresses::aliases(document).zip(document.fields.list("aliases"));
    let span = written.into_iter().find(|it| it.0 == alias).map(|it| it.1.span);
    span.map_or_else(|| head(document), |span| super::lookup::place(document, span))
}

/// The language of a document of a census.
fn language_of(census: &Census, document: Option<usize>, otherwise: LangId) -> LangId {
    document.map_or(otherwise, |at| census.languages[at])
}
