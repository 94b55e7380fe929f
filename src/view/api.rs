//! What machines read of entries: `index.json` beside a page, `api/graph.json` of the site.
//!
//! Both are public formats: `version` rises when a field goes or changes its meaning, not
//! when one is added. Every field is always there, `null` or empty where there is nothing.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Serialize;

use crate::{
    key::Keyed,
    view::html::{Html, Plain},
};

/// The version of [`EntryJson`] and [`GraphView`].
pub const VERSION: u32 = 1;

/// `index.json` beside the page of an entry.
#[derive(Debug, Serialize)]
pub struct EntryJson<'a> {
    /// [`VERSION`].
    pub version: u32,
    /// Its id, as in [`EntryRef`].
    pub id: Cow<'a, str>,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: &'a str,
    /// Title.
    pub title: &'a str,
    /// Absolute address.
    pub url: Option<String>,
    /// BCP 47 tag.
    pub lang: &'a str,
    /// When it was published: a day or RFC 3339.
    pub date: Option<String>,
    /// The name it has in lists.
    pub list_title: &'a str,
    /// Its official name.
    pub official_title: &'a str,
    /// Standfirst or summary.
    pub standfirst: Option<&'a str>,
    /// The kind of a news entry, document or organisation.
    pub kind: Option<&'a str>,
    /// When it was last updated: a day or RFC 3339.
    pub updated: Option<String>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Its picture.
    pub image: Option<ImageJson<'a>>,
    /// Its films.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub videos: Vec<VideoJson<'a>>,
    /// The same entry in other languages.
    pub translations: Vec<EntryRef<'a>>,
    /// Its relations by name, in the order they are printed in.
    pub relations: BTreeMap<&'a str, Vec<EntryRef<'a>>>,
    /// What leads to it, by the name of the inverse relation.
    pub inverse: BTreeMap<&'a str, ListJson<'a>>,
    /// Related news and why.
    pub related: Vec<RelatedJson<'a>>,
    /// Later news that name it as related.
    pub later_coverage: Vec<EntryRef<'a>>,
    /// Entries whose text links to it, newest first.
    pub backlinks: ListJson<'a>,
    /// Key facts of news, facts of other entries.
    pub facts: Vec<FactJson<'a>>,
    /// What changed after publication.
    pub changes: Vec<ChangeJson<'a>>,
    /// Where it is from.
    pub sources: Vec<SourceJson<'a>>,
    /// The words of the text.
    pub word_count: u32,
    /// The text.
    pub body: BodyJson<'a>,
}

/// An entry as others name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryRef<'a> {
    /// The path below `content/`, followed by the language where that is not the default
    /// one: `news/2020/x`, `news/2020/x.fr`.
    pub id: Cow<'a, str>,
    /// Its type: `news`, `country` …
    #[serde(rename = "type")]
    pub ty: &'a str,
    /// Title.
    pub title: &'a str,
    /// Absolute address; none where it has no page.
    pub url: Option<String>,
    /// BCP 47 tag.
    pub lang: &'a str,
    /// The day of news and documents: `2020-02-11`.
    pub date: Option<&'a str>,
}

/// A list that may be long.
#[derive(Debug, Serialize)]
pub struct ListJson<'a> {
    /// How many there are.
    pub total: usize,
    /// The first of them.
    pub items: Vec<EntryRef<'a>>,
}

/// A related entry. Its score is left out: it weighs how rare words are on the whole site, so
/// that a new entry would change the files of others.
#[derive(Debug, Serialize)]
pub struct RelatedJson<'a> {
    /// Its id, as in [`EntryRef`].
    pub id: Cow<'a, str>,
    /// Title.
    pub title: &'a str,
    /// Absolute address; none where it has no page.
    pub url: Option<String>,
    /// The day it was published.
    pub date: Option<&'a str>,
    /// Whether an editor chose it.
    pub pinned: bool,
    /// The topics, countries, organisations and people that both refer to.
    pub shared: Vec<EntryRef<'a>>,
}

/// A picture.
#[derive(Debug, Serialize)]
pub struct ImageJson<'a> {
    /// Absolute address.
    pub url: String,
    /// Alternative text; empty where it is decorative.
    pub alt: &'a str,
}

/// A film.
#[derive(Debug, Serialize)]
pub struct VideoJson<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Absolute address.
    pub url: String,
    /// What is said and seen in it.
    pub transcript: &'a str,
}

/// A fact.
#[derive(Debug, Serialize)]
pub struct FactJson<'a> {
    /// What it is.
    pub label: &'a str,
    /// How much, who, when.
    pub value: &'a str,
}

/// A change after publication.
#[derive(Debug, Serialize)]
pub struct ChangeJson<'a> {
    /// A day or RFC 3339.
    pub at: String,
    /// `update`, `correction` or `clarification`.
    pub kind: &'a str,
    /// What changed.
    pub note: &'a str,
}

/// A source.
#[derive(Debug, Serialize)]
pub struct SourceJson<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its address.
    pub url: Option<&'a str>,
}

/// The text of an entry.
#[derive(Debug, Serialize)]
pub struct BodyJson<'a> {
    /// BCP 47 tag of the language it is written in.
    pub lang: &'a str,
    /// HTML with absolute addresses.
    pub html: Keyed<Html<'a>>,
    /// Without markup, a block a paragraph, an empty line between them.
    pub text: Keyed<Plain<'a>>,
}

/// `api/graph.json`: all entries and what connects them.
#[derive(Debug, Serialize)]
pub struct GraphView<'a> {
    /// [`VERSION`].
    pub version: u32,
    /// The entries, sorted by id.
    pub nodes: Vec<EntryRef<'a>>,
    /// Their relations, sorted by source, relation and place in the relation.
    pub edges: Vec<EdgeView<'a>>,
}

/// A relation of two entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EdgeView<'a> {
    /// The id of the entry that has the relation.
    pub source: Cow<'a, str>,
    /// The id of the entry it leads to.
    pub target: Cow<'a, str>,
    /// The field it stands in; `mentions` for a link in the text, `related` for news an
    /// article leads on to, `translation_of` for the same entry in the first language.
    pub relation: &'a str,
}
