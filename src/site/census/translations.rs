//! Translations whose ids differ from that of their original: joined to its subject, from
//! one to the next, as far as `translation_of` leads.

use std::collections::{BTreeMap, BTreeSet};

use super::{Census, Known, SubjectId};
use crate::{problem::Problem, site::lookup::place};

const FIELD: &str = "translation_of";

/// A document that names another subject as its original.
struct Translation {
    document: usize,
    own: SubjectId,
    original: SubjectId,
}

/// Joins every translation to the subject of its first original. Originals that lead round
/// in a circle are a problem, and are not joined.
pub fn follow(
    census: &mut Census,
    known: &BTreeMap<Known, SubjectId>,
    problems: &mut Vec<Problem>,
) {
    let documents = 0..census.documents.len();
    let translations: Vec<_> =
        documents.filter_map(|at| translation(census, known, at)).collect();
    let mut originals = BTreeMap::new();
    for it in &translations {
        originals.entry(it.own).or_insert(it.original);
    }
    for it in &translations {
        match first(&mut originals, it.own) {
            Ok(subject) => census.subject_of[it.document] = subject,
            Err(circle) => problems.extend(report(census, &translations, &circle)),
        }
    }
}

fn translation(
    census: &Census,
    known: &BTreeMap<Known, SubjectId>,
    at: usize,
) -> Option<Translation> {
    let (document, own) = (&census.documents[at], census.subject_of[at]);
    let text = &document.fields.name(FIELD)?.text;
    let id = text.rsplit('/').next().unwrap_or(text);
    let find = |path| known.get(&((document.ty, id.to_owned()), path));
    let original = *find(Some(text.clone())).or_else(|| find(None))?;
    (original != own).then_some(Translation { document: at, own, original })
}

/// The first original of a subject; else the circle that there is, which is taken out.
fn first(
    originals: &mut BTreeMap<SubjectId, SubjectId>,
    subject: SubjectId,
) -> Result<SubjectId, Vec<SubjectId>> {
    let mut path = Vec::new();
    let mut seen = BTreeSet::new();
    let mut at = subject;
    while let Some(next) = originals.get(&at) {
        if !seen.insert(at) {
            let circle: Vec<_> = path.into_iter().skip_while(|it| *it != at).collect();
            originals.retain(|it, _| !circle.contains(it));
            return Err(circle);
        }
        path.push(at);
        at = *next;
    }
    // Shortened, so that a long chain is walked once.
    originals.extend(path.into_iter().map(|it| (it, at)));
    Ok(at)
}

fn report(
    census: &Census,
    translations: &[Translation],
    circle: &[SubjectId],
) -> Option<Problem> {
    let start = circle.first()?;
    let translation = translations.iter().find(|it| it.own == *start)?;
    let document = &census.documents[translation.document];
    let name = document.fields.name(FIELD)?;
    let ids: Vec<&str> =
        circle.iter().chain([start]).map(|it| &*census.get(*it).id).collect();
    Some(Problem::circle(FIELD, &ids, &place(document, name.span)))
}
