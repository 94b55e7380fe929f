//! Who is there: documents grouped into subjects, one for all the languages of an entry.
//! Knows ids and languages, and nothing of relations.

mod translations;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{LangId, names::CountryNames};
use crate::{
    config::Config,
    document::Document,
    problem::Problem,
    reference::{Countries, CountryId},
    schema::{Order, TypeId},
    span::Place,
};

/// Index of a subject in its census.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubjectId(pub u32);

/// What all language versions of an entry are about.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The type.
    pub ty: TypeId,
    /// The id.
    pub id: Arc<str>,
    /// The country of ISO 3166-1 it is.
    pub country: Option<CountryId>,
    /// Its documents by language, each an index into those of the census; none for a
    /// country without a file.
    pub variants: Vec<(LangId, usize)>,
}

/// All subjects on one side of the gate.
#[derive(Clone, Debug, Default)]
pub struct Census {
    /// The documents, sorted by path.
    pub documents: Vec<Arc<Document>>,
    /// The language of each.
    pub languages: Vec<LangId>,
    /// The subject of each.
    pub subject_of: Vec<SubjectId>,
    /// The subjects.
    pub subjects: Vec<Subject>,
}

impl Census {
    /// Groups documents by type and id, then by `translation_of`; two documents of one
    /// subject in one language are a problem.
    pub fn take(
        documents: Vec<Arc<Document>>,
        config: &Config,
        names: &CountryNames,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut census = Self { documents, ..Self::default() };
        let shared = shared(&census.documents, config);
        let mut known = BTreeMap::new();
        for at in 0..census.documents.len() {
            let document = census.documents[at].clone();
            let (id, country) = identity(&document, config, names);
            let name = (document.ty, id.clone());
            let stem = shared.contains(&name).then(|| document.stem.clone());
            let subject = *known.entry((name, stem)).or_insert_with(|| {
                let (ty, variants) = (document.ty, Vec::new());
                census.add(Subject { ty, id: id.into(), country, variants })
            });
            census.languages.push(language(&document, config));
            census.subject_of.push(subject);
        }
        translations::follow(&mut census, &known, problems);
        census.fill_variants(config, problems);
        census
    }

    /// Adds every country that has no file.
    pub fn add_countries(&mut self, config: &Config, countries: &Countries) {
        let Some(ty) = config.schema.named("country") else { return };
        let there: Vec<_> = self.subjects.iter().filter_map(|it| it.country).collect();
        for (id, country) in countries.iter().filter(|(id, _)| !there.contains(id)) {
            let code = country.iso2.to_lowercase().into();
            let variants = Vec::new();
            self.add(Subject { ty, id: code, country: Some(id), variants });
        }
    }

    /// The subject at an index.
    pub fn get(&self, id: SubjectId) -> &Subject {
        &self.subjects[id.0 as usize]
    }

    /// All subjects with their indexes.
    pub fn iter(&self) -> impl Iterator<Item = (SubjectId, &Subject)> {
        (0..).map(SubjectId).zip(&self.subjects)
    }

    fn add(&mut self, subject: Subject) -> SubjectId {
        self.subjects.push(subject);
        SubjectId(u32::try_from(self.subjects.len() - 1).unwrap_or(u32::MAX))
    }

    fn fill_variants(&mut self, config: &Config, problems: &mut Vec<Problem>) {
        for at in 0..self.documents.len() {
            let (lang, subject) = (self.languages[at], self.subject_of[at]);
            let subject = &mut self.subjects[subject.0 as usize];
            let first = subject.variants.iter().find(|it| it.0 == lang);
            let Some((_, first)) = first else {
                subject.variants.push((lang, at));
                continue;
            };
            let ty = &config.schema.get(subject.ty).name;
            let (second, first) = (&self.documents[at], &self.documents[*first]);
            let problem = Problem::same_id(ty, &subject.id, &head(second), &head(first));
            problems.push(problem);
        }
        self.subjects.iter_mut().for_each(|it| it.variants.sort_unstable());
    }
}

impl Subject {
    /// Whether it has a document in a language.
    pub fn has(&self, lang: LangId) -> bool {
        self.variants.iter().any(|it| it.0 == lang)
    }

    /// The document to show in a language: its own, else that of the default language,
    /// else any.
    pub fn variant(&self, lang: LangId) -> Option<(LangId, usize)> {
        let own = self.variants.iter().find(|it| it.0 == lang);
        own.or(self.variants.first()).copied()
    }
}

/// A type and an id; the path, where several entries of the type have that id.
type Known = ((TypeId, String), Option<String>);

/// The ids that files in different folders have, of one language, by their names alone.
/// Where entries are listed by date each path is an entry of its own there
/// (`news/2023/award.md`, `news/2024/award.md`).
fn shared(documents: &[Arc<Document>], config: &Config) -> BTreeSet<(TypeId, String)> {
    let mut stems = BTreeMap::new();
    let mut shared = BTreeSet::new();
    let dated = |it: &Document| config.schema.get(it.ty).order == Order::Date;
    for document in documents.iter().filter(|it| dated(it) && !it.fields.has("id")) {
        let name = (document.ty, document.id.clone());
        let key = (name.clone(), language(document, config));
        if *stems.entry(key).or_insert(&document.stem) != &document.stem {
            shared.insert(name);
        }
    }
    shared
}

/// Where a document begins.
pub fn head(document: &Document) -> Place {
    Place { path: document.path.clone(), span: document.head }
}

/// The language of a document; the default one where it says none or an unknown one.
fn language(document: &Document, config: &Config) -> LangId {
    let tag = document.lang.as_ref().map(|it| &it.value);
    let at = tag.and_then(|tag| config.languages.iter().position(|it| it.tag == **tag));
    LangId(at.and_then(|at| u8::try_from(at).ok()).unwrap_or(0))
}

/// The id of a document, and the country it is: a country's file may be named by any of
/// its names, and its id is the alpha-2 code unless the file says another.
fn identity(
    document: &Document,
    config: &Config,
    names: &CountryNames,
) -> (String, Option<CountryId>) {
    if config.schema.get(document.ty).name != "country" {
        return (document.id.clone(), None);
    }
    let codes = ["iso2", "iso3"].map(|field| document.fields.text(field));
    let said = codes.into_iter().flatten().find_map(|code| names.find(code));
    let file = document.stem.rsplit('/').next().unwrap_or(&document.stem);
    let country = said.or_else(|| names.find(file)).or_else(|| names.find(&document.id));
    match country {
        Some(country) if !document.fields.has("id") => {
            (names.code(country), Some(country))
        }
        _ => (document.id.clone(), country),
    }
}
