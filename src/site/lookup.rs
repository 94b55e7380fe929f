//! What all references are looked up in: both sides of the gate, names, addresses, files.

use std::sync::Arc;

use super::{
    LangId,
    addresses::Addresses,
    census::{Census, SubjectId, head},
    gate::{Gate, Hidden},
    names::{CountryNames, Found, Names},
    stems::Stems,
};
use crate::{
    config::Config,
    document::Document,
    problem::Problem,
    reference::Countries,
    schema::TypeId,
    source::Sources,
    span::{Place, Span},
};

/// Where a reference leads, before the language of the page decides on a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// To a subject, in the language of the page.
    Subject(SubjectId),
    /// To one version of it.
    Version(SubjectId, LangId),
    /// To a file: source path.
    File(Arc<str>),
    /// To an address that the site may have of itself.
    Address(String),
    /// To nothing, which the settings allow: the address as written.
    Dead(String),
    /// Nowhere.
    Lost,
}

/// A side of the gate, with what leads to its entries.
#[derive(Debug)]
pub struct Side {
    /// Who is there.
    pub census: Census,
    /// By what name.
    pub names: Names,
    /// At what path.
    pub stems: Stems,
    /// At what address.
    pub addresses: Addresses,
}

/// Everything a reference can be looked up in.
#[derive(Debug)]
pub struct Lookup<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The files.
    pub sources: &'a Sources,
    /// The countries.
    pub countries: &'a Countries,
    /// What is public; every country is.
    pub public: Side,
    /// What is hidden: known by name only, to say so.
    pub hidden: Side,
    /// Why each document of the hidden side is hidden.
    pub reasons: Vec<Hidden>,
}

impl<'a> Lookup<'a> {
    /// Makes the lists that references are looked up in; says which ids are taken twice.
    pub fn new(
        config: &'a Config,
        countries: &'a Arc<Countries>,
        sources: &'a Sources,
        gate: Gate,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let names = CountryNames::new(countries);
        let (hidden, reasons) = gate.hidden.into_iter().unzip();
        let mut public = Census::take(gate.public, config, &names, problems);
        public.add_countries(config, countries);
        // Ids taken twice among hidden entries concern nobody yet.
        let hidden = Census::take(hidden, config, &names, &mut Vec::new());
        let side = |census: Census| Side {
            names: Names::collect(&census, config, &names),
            stems: Stems::of(&census),
            addresses: Addresses::of(&census, config),
            census,
        };
        let (public, hidden) = (side(public), side(hidden));
        Self { config, sources, countries, public, hidden, reasons }
    }

    /// The subject of a name, among these types (among all, if there are none); else what
    /// is wrong. Where more than one type can be meant, the name may say which:
    /// `topic:fraud`.
    pub fn named(
        &self,
        text: &str,
        types: &[TypeId],
        place: &Place,
    ) -> Result<SubjectId, Problem> {
        if let Some((ty, name)) = self.typed(text).filter(|_| types.len() != 1)
            && (types.is_empty() || types.contains(&ty))
        {
            return self.named(name.trim(), &[ty], place);
        }
        match self.public.names.find(text, types) {
            Found::One(subject) => Ok(subject),
            Found::Several(subjects) => {
                let choice = match types {
                    [_] => self.told_apart(&subjects),
                    _ => subjects.iter().map(|it| self.exact(*it)).collect(),
                };
                Err(Problem::ambiguous(&self.noun(types), text, place, &choice))
            }
            Found::None => Err(self.missing(text, types, place)),
        }
    }

    /// The type and the name of `topic:fraud`.
    fn typed<'t>(&self, text: &'t str) -> Option<(TypeId, &'t str)> {
        let (ty, name) = text.split_once(':')?;
        Some((self.config.schema.named(ty.trim())?, name))
    }

    /// Why a name leads nowhere.
    fn missing(&self, text: &str, types: &[TypeId], place: &Place) -> Problem {
        if let Found::One(subject) = self.hidden.names.find(text, types) {
            return self.hidden_entry(text, subject, place);
        }
        if let Found::One(subject) = self.public.names.find(text, &[]) {
            let (id, _) = self.title(subject);
            let ty = &self.config.schema.get(self.public.census.get(subject).ty).name;
            return Problem::wrong_type(&self.noun(types), &id, ty, place);
        }
        let nearest = self.public.names.nearest(text, types);
        Problem::unknown(&self.noun(types), text, place, &self.all_titles(&nearest))
    }

    /// A reference to an entry on the other side of the gate.
    pub fn hidden_entry(&self, text: &str, subject: SubjectId, place: &Place) -> Problem {
        let variants = &self.hidden.census.get(subject).variants;
        let at = variants.first().map_or(0, |it| it.1);
        let document = &self.hidden.census.documents[at];
        Problem::hidden(text, place, &head(document), &self.reasons[at].to_string())
    }

    /// The id and the title of a public subject, for messages.
    pub fn title(&self, subject: SubjectId) -> (String, String) {
        let subject = self.public.census.get(subject);
        let document =
            subject.variants.first().map(|it| &self.public.census.documents[it.1]);
        let title = document.and_then(|it| it.fields.text("title"));
        let name = subject.country.map(|it| self.countries.get(it).name("en"));
        let title = title.or(name).unwrap_or_default();
        (subject.id.to_string(), title.to_owned())
    }

    /// The id of the organisation that `publisher:` of the settings names; a problem where
    /// it names none.
    pub fn publisher(&self, problems: &mut Vec<Problem>) -> Option<String> {
        let text = self.config.publisher.as_deref()?;
        let types: Vec<_> =
            self.config.schema.named("organisation").into_iter().collect();
        let place = self
            .config
            .places
            .value(&["publisher"])
            .unwrap_or_else(|| Place { path: "site.yaml".into(), span: Span::default() });
        let found = self.named(text, &types, &place);
        let found = found.map_err(|it| problems.push(it)).ok()?;
        Some(self.public.census.get(found).id.to_string())
    }

    /// The id with its type, as a reference that may be of several types can say it, and
    /// the title.
    fn exact(&self, subject: SubjectId) -> (String, String) {
        let (id, title) = self.title(subject);
        let ty = self.public.census.get(subject).ty;
        (format!("{}:{id}", self.config.schema.get(ty).name), title)
    }

    /// The ids and titles of subjects; their paths, where they share an id.
    fn told_apart(&self, subjects: &[SubjectId]) -> Vec<(String, String)> {
        let census = &self.public.census;
        let mut named = self.all_titles(subjects);
        let shared = named.windows(2).any(|it| it[0].0 == it[1].0);
        for (name, subject) in named.iter_mut().zip(subjects).filter(|_| shared) {
            let document = census.get(*subject).variants.first().map(|it| it.1);
            name.0 =
                document.map_or(name.0.clone(), |it| census.documents[it].stem.clone());
        }
        named
    }

    fn all_titles(&self, subjects: &[SubjectId]) -> Vec<(String, String)> {
        subjects.iter().map(|it| self.title(*it)).collect()
    }

    /// What entries of these types are called together: `region or country`, `entry`.
    pub fn noun(&self, types: &[TypeId]) -> String {
        let names = types.iter().map(|it| self.config.schema.get(*it).name.as_str());
        match types.len() {
            1..=3 => names.collect::<Vec<_>>().join(" or "),
            _ => "entry".to_owned(),
        }
    }
}

/// A place in a document.
pub fn place(document: &Document, span: Span) -> Place {
    Place { path: document.path.clone(), span }
}
