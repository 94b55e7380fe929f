//! Links of a body: files, wikilinks, addresses, anchors, pictures.

use percent_encoding::percent_decode_str;

use super::{
    LangId, addresses,
    census::{SubjectId, head},
    files,
    lookup::{Lookup, Pointer, place},
    near::near,
    pointers::Pointed,
    stems,
};
use crate::{
    document::{BodyLink, Document, LinkTo},
    problem::{Problem, Severity},
    schema::Media,
    span::Place,
};

/// The document a link stands in.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its language.
    pub lang: LangId,
    /// What links are looked up in.
    pub lookup: &'a Lookup<'a>,
}

type Answer = Result<Pointer, Problem>;

/// Where a link leads. What is wrong goes to `problems` at the level of the settings; a
/// dead link that is allowed stays as it was written.
pub fn find(link: &BodyLink, context: Context, problems: &mut Vec<Problem>) -> Pointed {
    let at = place(context.document, link.span);
    let links = &context.lookup.config.links;
    let to = context.target(&link.to, &at);
    let to = match to.and_then(|to| context.page(to, &at)) {
        Ok(to) => to,
        Err(problem) => {
            report(problem, links.internal, problems);
            return Pointed::page(unfound(link, links.internal));
        }
    };
    if context.is_picture(link) && !is_file_of_picture(&to) {
        let (name, suffixes) = (Media::Picture.name(), Media::Picture.suffixes());
        problems.push(Problem::other_media(last_part(&link.to), name, suffixes, &at));
    }
    let anchor = link.anchor.clone().filter(|it| !it.is_empty());
    if let Some(problem) = anchor.as_ref().and_then(|it| context.anchor(&to, it, &at)) {
        report(problem, links.anchors, problems);
    }
    Pointed { to, anchor }
}

fn is_file_of_picture(to: &Pointer) -> bool {
    matches!(to, Pointer::File(path) if Media::Picture.is_one(path))
}

fn last_part(to: &LinkTo) -> &str {
    let all = match to {
        LinkTo::File(it) | LinkTo::Address(it) | LinkTo::Asset(it) => it,
        LinkTo::Wiki { name, .. } => name,
        LinkTo::Here => "#",
    };
    all.rsplit('/').find(|it| !it.is_empty()).unwrap_or(all)
}

fn report(problem: Problem, level: Option<Severity>, problems: &mut Vec<Problem>) {
    // A link to a hidden entry gives away its address: no setting makes that right.
    let level = if problem.is_leak() { Some(Severity::Error) } else { level };
    problems.extend(level.map(|level| problem.level(level)));
}

fn unfound(link: &BodyLink, level: Option<Severity>) -> Pointer {
    match (&link.to, level) {
        (_, Some(Severity::Error)) => Pointer::Lost,
        (LinkTo::Address(address), _) => Pointer::Dead(address.clone()),
        (LinkTo::File(path) | LinkTo::Asset(path), _) => {
            Pointer::Dead(format!("/{path}"))
        }
        _ => Pointer::Lost,
    }
}

impl Context<'_> {
    /// Whether what a link leads to is shown in its place.
    fn is_picture(self, link: &BodyLink) -> bool {
        self.document.body.images.iter().any(|it| it.ordinal == link.ordinal)
    }

    fn target(self, to: &LinkTo, at: &Place) -> Answer {
        match to {
            LinkTo::File(path) => self.file(path, at),
            LinkTo::Wiki { ty, name } => self.wiki(ty.as_deref(), name, at),
            LinkTo::Address(address) => self.address(address, at),
            LinkTo::Asset(path) => self.asset(path, at),
            LinkTo::Here => Ok(self.here()),
        }
    }

    /// The document itself, in its own language.
    fn here(self) -> Pointer {
        let census = &self.lookup.public.census;
        let documents = &census.documents;
        let at = documents.binary_search_by(|it| it.path.cmp(&self.document.path));
        let subject = at.ok().and_then(|at| census.subject_of.get(at));
        subject.map_or(Pointer::Lost, |it| Pointer::Version(*it, self.lang))
    }

    fn wiki(self, ty: Option<&str>, name: &str, at: &Place) -> Answer {
        let schema = &self.lookup.config.schema;
        let types: Vec<_> = ty.and_then(|it| schema.named(it)).into_iter().collect();
        let found = self.lookup.named(name, &types, at).map(Pointer::Subject);
        match (found, name.split_once(':')) {
            // `Fraud: a primer` may be a title; `land:KR` means a type.
            (Err(problem), Some((ty, rest)))
                if !rest.starts_with(' ') && types.is_empty() && !problem.is_leak() =>
            {
                let known: Vec<_> = schema.types.iter().map(|it| &*it.name).collect();
                Err(Problem::unknown_link_type(ty, at, &known))
            }
            (found, _) => found,
        }
    }

    /// A file by its path; one with the suffix of a language means that version.
    fn file(self, path: &str, at: &Place) -> Answer {
        let (stem, lang) = stems::split(path, self.lookup.config);
        let version = |subject: SubjectId| match lang {
            None => Some(Pointer::Subject(subject)),
            Some(lang) => {
                let there = self.lookup.public.census.get(subject).has(lang);
                there.then_some(Pointer::Version(subject, lang))
            }
        };
        let public = self.lookup.public.stems.find(&stem);
        let subject = public.or_else(|| self.country(&stem));
        match (subject.and_then(version), self.lookup.hidden.stems.find(&stem)) {
            (Some(pointer), _) => Ok(pointer),
            (None, Some(hidden)) => Err(self.lookup.hidden_entry(path, hidden, at)),
            (None, None) => {
                let near = near(&stem, self.lookup.public.stems.iter());
                let near: Vec<_> = near.iter().map(|it| format!("@/{it}.md")).collect();
                Err(Problem::dead_file(&format!("content/{path}"), at, &near))
            }
        }
    }

    /// `countries/kr` names a country, whether there is a file or not.
    fn country(self, stem: &str) -> Option<SubjectId> {
        let schema = &self.lookup.config.schema;
        let ty = schema.named("country")?;
        let name = stem.strip_prefix(&schema.get(ty).folder)?.strip_prefix('/')?;
        match self.lookup.public.names.find(name, &[ty]) {
            super::names::Found::One(subject) => Some(subject),
            _ => None,
        }
    }

    fn address(self, address: &str, at: &Place) -> Answer {
        let lookup = self.lookup;
        let path = address.split(['?', '#']).next().unwrap_or(address);
        let path = &*percent_decode_str(path).decode_utf8_lossy();
        if let Some((subject, lang)) = lookup.public.addresses.find(path) {
            return Ok(Pointer::Version(subject, lang));
        }
        if let Some(file) = files::at_address(lookup, path) {
            return Ok(Pointer::File(file));
        }
        if lookup.public.addresses.is_made(path, lookup.config) {
            return Ok(Pointer::Address(address.to_owned()));
        }
        if let Some((hidden, _)) = lookup.hidden.addresses.find(path) {
            return Err(lookup.hidden_entry(address, hidden, at));
        }
        let near = near(path, lookup.public.addresses.iter());
        Err(Problem::dead_address(address, at, &near))
    }

    fn asset(self, path: &str, at: &Place) -> Answer {
        match files::in_content(self.lookup, path) {
            Ok(Some(file)) => {
                let name = path.rsplit('/').next().unwrap_or(path);
                let trouble =
                    files::trouble(self.lookup.sources, &file, name, Media::Any, at);
                trouble.map_or(Ok(Pointer::File(file)), Err)
            }
            Ok(None) => {
                // `../x/` is meant as an address; links name the file.
                let page = path.trim_end_matches('/');
                if self.lookup.public.stems.find(page).is_some() {
                    let near = [format!("@/{page}.md")];
                    return Err(Problem::dead_file(
                        &format!("content/{path}"),
                        at,
                        &near,
                    ));
                }
                let near = files::near(self.lookup.sources, &self.document.path, path);
                let near: Vec<_> =
                    near.iter().map(|it| it.replacen("content/", "@/", 1)).collect();
                Err(Problem::missing_file(&format!("content/{path}"), at, &near))
            }
            Err(hidden) => Err(self.lookup.hidden_entry(path, hidden, at)),
        }
    }

    /// The target, if it has a page; a stub may have none.
    fn page(self, to: Pointer, at: &Place) -> Answer {
        let Some(document) = self.version(&to) else { return Ok(to) };
        if addresses::has_page(document) {
            return Ok(to);
        }
        let title = document.fields.text("title").unwrap_or(&document.id);
        Err(Problem::no_page(title, at, &head(document)))
    }

    /// The document that a link shows; a country may have none.
    fn version(&self, to: &Pointer) -> Option<&Document> {
        let census = &self.lookup.public.census;
        let (subject, lang) = match to {
            Pointer::Subject(subject) => (*subject, self.lang),
            Pointer::Version(subject, lang) => (*subject, *lang),
            _ => return None,
        };
        let variant = census.get(subject).variant(lang)?;
        Some(&census.documents[variant.1])
    }

    /// What is wrong with an anchor.
    fn anchor(self, to: &Pointer, anchor: &str, at: &Place) -> Option<Problem> {
        let subject = match to {
            Pointer::Subject(subject) | Pointer::Version(subject, _) => *subject,
            _ => return None,
        };
        let anchors = self.version(to).map_or(&[][..], |it| &it.body.anchors);
        if anchors.iter().any(|it| it == anchor) {
            return None;
        }
        let near = near(anchor, anchors.iter().map(String::as_str));
        Some(Problem::no_anchor(anchor, &self.lookup.title(subject).1, at, &near))
    }
}
