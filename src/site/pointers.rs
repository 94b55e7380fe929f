//! Every reference of every document looked up: where it leads, or what is wrong with it.

use std::sync::Arc;

use rayon::prelude::*;

use super::{
    LangId, links,
    lookup::{Lookup, Pointer, place},
};
use crate::{document::Document, problem::Problem};

/// Where a reference leads, and at which anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// Where.
    pub to: Pointer,
    /// The anchor of the page, where one is named.
    pub anchor: Option<String>,
}

/// The references of one document, by ordinal.
pub type References = Vec<Pointed>;

impl Pointed {
    /// A reference that leads nowhere.
    pub const LOST: Self = Self { to: Pointer::Lost, anchor: None };

    /// The file it leads to.
    pub fn file(&self) -> Option<Arc<str>> {
        match &self.to {
            Pointer::File(path) => Some(path.clone()),
            _ => None,
        }
    }

    /// A reference to a page as a whole.
    pub fn page(to: Pointer) -> Self {
        Self { to, anchor: None }
    }
}

/// Looks up the references of all public documents, in their order.
pub fn find_all(lookup: &Lookup, problems: &mut Vec<Problem>) -> Vec<References> {
    let census = &lookup.public.census;
    let documents = census.documents.par_iter().zip(&census.languages);
    let found: Vec<_> = documents.map(|(it, lang)| find(it, *lang, lookup)).collect();
    let take = |(references, found): (References, Vec<Problem>)| {
        problems.extend(found);
        references
    };
    found.into_iter().map(take).collect()
}

fn find(
    document: &Document,
    lang: LangId,
    lookup: &Lookup,
) -> (References, Vec<Problem>) {
    let count = document.references as usize + document.body.links.len();
    let mut references = vec![Pointed::LOST; count];
    let mut problems = Vec::new();
    let mut put = |ordinal: u32, pointed: Pointed| {
        if let Some(slot) = references.get_mut(ordinal as usize) {
            *slot = pointed;
        }
    };
    let related = document.fields.record("related");
    let hidden: Vec<u32> =
        related.iter().flat_map(|it| it.names("hide")).map(|it| it.ordinal).collect();
    for name in document.fields.references() {
        let at = place(document, name.span);
        match lookup.named(&name.text, &name.types, &at) {
            Ok(subject) => put(name.ordinal, Pointed::page(Pointer::Subject(subject))),
            // What readers are not shown anyway gives nothing away.
            Err(problem) if problem.is_leak() && hidden.contains(&name.ordinal) => {}
            Err(problem) => problems.push(problem),
        }
    }
    for link in &document.body.links {
        let context = links::Context { document, lang, lookup };
        put(link.ordinal, links::find(link, context, &mut problems));
    }
    (references, problems)
}
