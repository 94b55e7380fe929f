//! One Markdown file, understood by itself: typed fields, a body with unresolved links.
//! Knows no other file, no theme and no output.

pub mod body;
pub mod split;
pub mod value;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::{body::*, value::*};
use crate::{
    config::Language,
    key::Key,
    schema::{Schema, TypeId},
    span::{Span, Spanned},
};

/// A file of `content/`, parsed.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
