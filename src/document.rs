//! One Markdown file, understood by itself: typed fields, a body with unresolved links.
//! Knows no other file, no theme and no output.

mod alike;
pub mod body;
pub mod fields;
pub mod name;
pub mod slug;
pub mod split;
pub mod value;

use std::sync::Arc;

pub use self::{body::*, value::*};
use self::{fields::Front, name::Name};
use crate::{
    config::Language,
    key::Key,
    problem::{Checked, Problem},
    schema::{Schema, TypeId},
    source::Source,
    span::{Place, Span, Spanned},
    yaml::{self, NodeKind, Yaml},
};

/// A file of `content/`, parsed.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path from the root of the site: `content/news/2020/x.md`.
    pub path: Arc<str>,
    /// Its type, from the folder.
    pub ty: TypeId,
    /// Its id: `id:`, or the stem of the file (of the folder, for a bundle), without the
    /// suffix of a language.
    pub id: String,
    /// The entry's path below `content/`, without suffixes: `news/2020/x`.
    pub stem: String,
    /// Whether it is `index.md` of a folder of its own.
    pub bundle: bool,
    /// Its language; none means the default one.
    pub lang: Option<Spanned<String>>,
    /// Its front matter.
    pub fields: Record,
    /// How many references the front matter has; their ordinals are `0..references`.
    pub references: u32,
    /// What follows the front matter.
    pub body: Body,
    /// Where the front matter's first line is, for problems that have no better place.
    pub head: Span,
    /// The key of the file's bytes.
    pub key: Key,
}

/// What a file is read with: everything but the file that its [`Document`] depends on.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The types.
    pub schema: &'a Schema,
    /// The languages of the site.
    pub languages: &'a [Language],
    /// Whether straight quotes, `--` and `...` of a body become typographic ones.
    pub smart_punctuation: bool,
}

/// Reads a Markdown file below `content/`.
///
/// Nothing comes of a file in no folder of a type. Any other becomes a document, if need be
/// with fewer fields than it has or with none, so that references to it still lead somewhere
/// and one mistake is not reported as many.
pub fn parse(source: &Source, reading: &Reading<'_>) -> Checked<Option<Document>> {
    let mut problems = Vec::new();
    let name = Name::of(&source.path, *reading).unload(&mut problems);
    let Some(name) = name else { return Checked { value: None, problems } };
    let value = match std::str::from_utf8(&source.bytes) {
        Ok(file) => read(source, file, name, *reading, &mut problems),
        Err(error) => {
            let at = error.valid_up_to();
            let place = Place { path: source.path.clone(), span: Span::new(at, at + 1) };
            problems.push(Problem::not_utf8(&place));
            empty(source, name)
        }
    };
    Checked { value: Some(value), problems }
}

/// The running text of a file's body, a block after the other, each with the way back to its
/// bytes.
pub fn prose(source: &Source, reading: &Reading<'_>) -> Vec<Prose> {
    let Ok(file) = std::str::from_utf8(&source.bytes) else { return Vec::new() };
    let start = split::split(&source.path, file).value.body;
    let (path, reading) = (&source.path, *reading);
    body::prose::of(Markdown { path, file, start, first: 0, reading })
}

fn read(
    source: &Source,
    file: &str,
    name: Name,
    reading: Reading<'_>,
    problems: &mut Vec<Problem>,
) -> Document {
    let split = split::split(&source.path, file);
    let bare = split.value.front.is_empty() && !split.problems.is_empty();
    let split = split.unload(problems);
    let front = Front { path: &source.path, file, head: split.head, reading };
    let yaml = Yaml { path: &source.path, file, part: split.front };
    let mut document = Document { head: split.head, ..empty(source, name) };
    if let Some(node) = yaml::parse(&yaml).unload(problems)
        && let NodeKind::Map(pairs) = node.kind
        && !bare
    {
        let ty = reading.schema.get(document.ty);
        document.fields = fields::read(front, &pairs, ty).unload(problems);
    }
    identify(&mut document, problems);
    let (path, first) = (&source.path, document.references);
    let markdown = Markdown { path, file, start: split.body, first, reading };
    document.body = body::parse(markdown).unload(problems);
    document
}

fn empty(source: &Source, name: Name) -> Document {
    let start = Span::default();
    Document {
        path: source.path.clone(),
        ty: name.ty,
        id: name.id().to_owned(),
        bundle: name.bundle,
        lang: name.lang.map(|value| Spanned { value, span: start }),
        stem: name.stem,
        fields: Record::default(),
        references: 0,
        body: Body::default(),
        head: start,
        key: source.key,
    }
}

// What the front matter has to say about id and language.
fn identify(document: &mut Document, problems: &mut Vec<Problem>) {
    if let Some(id) = document.fields.text("id") {
        document.id = id.to_owned();
    }
    if let Some(item) = document.fields.item("lang")
        && let Value::Text(lang) = &item.value
    {
        let suffix = document.lang.as_ref().map(|it| it.value.as_str());
        if let Some(suffix) = suffix.filter(|it| *it != lang) {
            let place = Place { path: document.path.clone(), span: item.span };
            problems.push(Problem::two_languages(&place, suffix));
        }
        document.lang = Some(Spanned { value: lang.clone(), span: item.span });
    }
    let count = document.fields.references().len();
    document.references = u32::try_from(count).unwrap_or(u32::MAX);
}

#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod tests;
