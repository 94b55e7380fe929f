//! One Markdown file, understood by itself: typed fields, a body with unresolved links.
//! Knows no other file, no theme and no output.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    date::{Moment, PartialDate},
    key::Key,
    schema::TypeId,
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

/// Named values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The entries.
    pub items: Vec<Item>,
}

/// One named value of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The key, with its place.
    pub key: Spanned<String>,
    /// The value.
    pub value: Value,
    /// Where the value is.
    pub span: Span,
}

/// A value of the front matter, read as its field says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Line, text, choice, language, slug, path, URL, file, template.
    Text(String),
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A day or an instant.
    Moment(Moment),
    /// A date of which only a part may be known.
    Partial(PartialDate),
    /// A reference, not yet resolved.
    Name(Named),
    /// Several, each with its place.
    List(Vec<Spanned<Value>>),
    /// A map with declared fields, or text by language.
    Record(Record),
    /// Anything, as JSON text (so that binary caches can hold it).
    Free(String),
}

impl Default for Value {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

/// A reference as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The text: an id, a code, a name.
    pub text: String,
    /// Where it is.
    pub span: Span,
    /// The types it may name.
    pub types: Vec<TypeId>,
    /// Its number among the references of the document, from 0; those of the front matter
    /// come first, then the body's links.
    pub ordinal: u32,
}

/// The text of a document, rendered but for the addresses of its links.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Body {
    /// The key of its source text and of the settings it was read with.
    pub key: Key,
    /// The top-level blocks, in order.
    pub blocks: Vec<Block>,
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Links whose address must be found, in order; their ordinals follow those of the
    /// front matter.
    pub links: Vec<BodyLink>,
    /// Links to other sites.
    pub external: Vec<Spanned<String>>,
    /// Every `id` an anchor may name.
    pub anchors: Vec<String>,
    /// Number of words (Unicode Annex 29).
    pub words: u32,
}

/// A top-level block of a body.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its HTML, in pieces around the addresses that are still missing. A paragraph's
    /// pieces do not hold its own `<p>` and `</p>`.
    pub parts: Vec<Part>,
    /// Its text without any markup; blocks within it are separated by `\n`.
    pub text: String,
    /// Where it is in the file.
    pub span: Span,
}

/// Kinds of top-level blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A paragraph of text.
    Paragraph,
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// A quotation, list, table, code, figure, footnotes …
    Other,
}

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Text as it goes out.
    Html(String),
    /// The address of the link of this ordinal, without quotes.
    Href(u32),
    /// The text of the link of this ordinal: the title of its target (`[[kr]]`).
    Title(u32),
    /// `width="…" height="…"` of the picture of this ordinal, where known.
    Size(u32),
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its text without markup.
    pub text: String,
    /// Where it is.
    pub span: Span,
}

/// A link of a body that must lead somewhere on this site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyLink {
    /// Where it leads.
    pub to: LinkTo,
    /// The anchor, without `#`.
    pub anchor: Option<String>,
    /// Where its target is written.
    pub span: Span,
    /// Its number among the references of the document.
    pub ordinal: u32,
}

/// The forms a link within the site can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkTo {
    /// `@/countries/kr.md`, or a relative path to a Markdown file: a path below `content/`,
    /// `..` resolved (`countries/kr.md`).
    File(String),
    /// `[[kr]]`, `[[country:KR]]`: the name, and the type where one is given.
    Wiki {
        /// The type before the colon.
        ty: Option<String>,
        /// The name.
        name: String,
    },
    /// `/news/2020/x/`: an address of this site.
    Address(String),
    /// `#history` alone.
    Here,
    /// A file beside the document or below `content/`: a picture or a download.
    Asset(String),
}

impl Record {
    /// The item of a key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|it| it.key.value == key)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.item(key).map(|it| &it.value)
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.item(key).is_some()
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The truth of a key; false where it is missing.
    pub fn flag(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Value::Bool(true)))
    }

    /// The number of a key.
    pub fn number(&self, key: &str) -> Option<i64> {
        match self.get(key)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The instant of a key.
    pub fn moment(&self, key: &str) -> Option<&Moment> {
        match self.get(key)? {
            Value::Moment(moment) => Some(moment),
            _ => None,
        }
    }

    /// The partial date of a key.
    pub fn partial(&self, key: &str) -> Option<PartialDate> {
        match self.get(key)? {
            Value::Partial(date) => Some(*date),
            _ => None,
        }
    }

    /// The single reference of a key.
    pub fn name(&self, key: &str) -> Option<&Named> {
        match self.get(key)? {
            Value::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The record of a key.
    pub fn record(&self, key: &str) -> Option<&Record> {
        match self.get(key)? {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The list of a key, empty where it is missing.
    pub fn list(&self, key: &str) -> &[Spanned<Value>] {
        match self.get(key) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    /// The records of a list.
    pub fn records(&self, key: &str) -> impl Iterator<Item = &Record> {
        self.list(key).iter().filter_map(|it| match &it.value {
            Value::Record(record) => Some(record),
            _ => None,
        })
    }

    /// The texts of a list.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = &str> {
        self.list(key).iter().filter_map(|it| match &it.value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The references of a key, of one or of a list.
    pub fn names(&self, key: &str) -> impl Iterator<Item = &Named> {
        let one = self.name(key);
        let many = self.list(key).iter().filter_map(|it| match &it.value {
            Value::Name(name) => Some(name),
            _ => None,
        });
        one.into_iter().chain(many)
    }

    /// Every reference, at any depth, in the order of the file.
    pub fn references(&self) -> Vec<&Named> {
        let mut found = Vec::new();
        self.items.iter().for_each(|it| collect(&it.value, &mut found));
        found
    }
}

fn collect<'a>(value: &'a Value, found: &mut Vec<&'a Named>) {
    match value {
        Value::Name(name) => found.push(name),
        Value::List(list) => list.iter().for_each(|it| collect(&it.value, found)),
        Value::Record(record) => {
            record.items.iter().for_each(|it| collect(&it.value, found));
        }
        _ => {}
    }
}
