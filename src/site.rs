//! The whole site as a graph: entries, relations and their inverses, links, related news.
//!
//! Hidden entries end in [`gate`]; nothing behind it can name one. Knows no theme, no
//! template and no HTML.

mod addresses;
mod amend;
pub mod association;
mod backlinks;
mod census;
mod entries;
mod files;
pub mod fold;
mod gate;
mod links;
mod lookup;
pub mod mentions;
pub mod names;
mod namesakes;
pub mod near;
pub mod orphans;
mod pointers;
pub mod related;
mod relations;
mod resolve;
pub mod roles;
mod stems;
mod stories;

use std::{collections::BTreeSet, sync::Arc};

use jiff::Timestamp;
use serde::Serialize;

pub use self::{
    gate::{NEWS_SITEMAP, Withheld},
    related::Standing,
    resolve::resolve,
    stories::Stories,
};
use crate::{
    aside::Aside,
    config::Config,
    document::Document,
    key::Key,
    picture::Facts,
    reference::{Countries, CountryId},
    schema::TypeId,
};

/// Index of an entry in its site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EntryId(pub u32);

/// Index of a language in the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct LangId(pub u8);

/// A resolved site: everything in it is public and every reference leads somewhere.
#[derive(Debug)]
pub struct Site {
    /// Its settings.
    pub config: Config,
    /// The reference data of countries and regions.
    pub countries: Arc<Countries>,
    /// Its entries, one for each language an entry exists in, sorted by path and language.
    pub entries: Vec<Entry>,
    /// What each entry's relations lead to, in the order of `entries`.
    pub relations: Vec<Relations>,
    /// What each entry's references lead to, by ordinal: front matter first, then body links.
    pub targets: Vec<Vec<Target>>,
    /// The entries whose bodies link to each entry, by date (newest first), then path.
    pub backlinks: Vec<Vec<EntryId>>,
    /// The news related to each entry (empty for what is no news, and for all before
    /// [`Site::relate`]).
    pub related: Vec<Related>,
    /// Entries of the same id in other languages, in the order of the configuration.
    pub translations: Vec<Vec<EntryId>>,
    /// All news written in each language, newest first, then by path; withdrawn ones left
    /// out.
    pub news: Vec<Vec<EntryId>>,
    /// The members of each running story, oldest first.
    pub stories: Stories,
    /// What stands below `data/`.
    pub data: Arc<serde_json::Map<String, serde_json::Value>>,
    /// Entries of the type, year and id of an older one of their language.
    pub namesakes: BTreeSet<EntryId>,
    /// The files that pages refer to or that `static/` holds: source path → output path.
    pub files: Vec<FileUse>,
    /// The next instants at which the output changes by itself, soonest first.
    pub calendar: Vec<Change>,
    /// How many of its files are hidden: the one thing known of them here.
    pub withheld: Withheld,
    /// Where the texts of its entries are that are not in memory.
    pub texts: Arc<Aside>,
}

/// One entry in one language.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its type.
    pub ty: TypeId,
    /// Its id: the name of its file, or what this says it is. Dated entries in other folders
    /// may have the same.
    pub id: Arc<str>,
    /// Its path below `content/` without suffixes: `news/2020/x`, `countries/kr`.
    pub path: Arc<str>,
    /// Its language.
    pub lang: LangId,
    /// The language its body is written in; differs where no file is written in the language
    /// of the entry, so that one of another language is lent to it.
    pub body_lang: LangId,
    /// What other entries show of it.
    pub card: Card,
    /// Its file; countries may have none.
    pub document: Option<Arc<Document>>,
    /// The country it is, for countries of ISO 3166-1.
    pub country: Option<CountryId>,
    /// Its other addresses: aliases, each with both slashes.
    pub aliases: Vec<String>,
}

/// All that one entry shows of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Title in running text and headlines.
    pub title: String,
    /// Title in lists ("Korea (Rep. of)"); the title where there is no other.
    pub list_title: String,
    /// The official or full form; the title where there is no other.
    pub official: String,
    /// What it is sorted by.
    pub sort_key: String,
    /// Its address below the base, with both slashes (`/news/2020/x/`), or an absolute one
    /// (a stub with `url`); none for a stub without a page.
    pub address: Option<String>,
    /// For news and documents: ISO date (of the day, in the site's zone).
    pub date: Option<String>,
    /// The instant of the date, for sorting; milliseconds since 1970.
    pub instant: i64,
    /// Standfirst or summary.
    pub standfirst: Option<String>,
    /// The kind of a news entry, document or organisation.
    pub kind: Option<String>,
    /// Its picture.
    pub image: Option<CardImage>,
    /// The language of its title and standfirst: the entry's, unless nothing of it is written
    /// in that.
    pub lang: LangId,
    /// The first of its countries.
    pub primary_country: Option<EntryId>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

/// What an entry's relations lead to.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// By field name, in the order they are printed in.
    pub forward: Vec<(Arc<str>, Vec<EntryId>)>,
    /// By inverse name: newest first for news and documents, else in listing order.
    pub inverse: Vec<(Arc<str>, Vec<EntryId>)>,
}

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An entry.
    Entry(EntryId),
    /// An entry, at an anchor of its page.
    Anchor(EntryId, String),
    /// A file of the site: source path.
    File(Arc<str>),
    /// Another address of the site (a list, a feed), as written but for the anchor.
    Address(String),
    /// Nothing, which the settings allow: the address as written but for the anchor.
    Dead(String),
    /// Nothing: a problem was reported, and nothing is published.
    Lost,
}

/// The news an entry leads on to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// Pinned first, then chosen ones.
    pub earlier: Vec<Suggestion>,
    /// Later news that name this one as related, newest first.
    pub later: Vec<EntryId>,
}

/// A related entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which.
    pub entry: EntryId,
    /// Its score in ten-thousandths; 0 for pinned ones.
    pub score: related::Points,
    /// Whether an editor chose it.
    pub pinned: bool,
}

/// A picture that stands for an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CardImage {
    /// The source path of its file.
    pub source: String,
    /// What it shows; empty where it is decorative.
    pub alt: String,
    /// The point that stays in view when it is cropped: `50% 30%`.
    pub focus: Option<String>,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileUse {
    /// Source path: `content/news/2020/x/photo.jpg`, `static/robots.txt`.
    pub source: Arc<str>,
    /// Output path: `news/2020/x/photo.jpg`.
    pub output: String,
    /// The key of its bytes.
    pub key: Key,
    /// Its size in bytes.
    pub size: u64,
    /// What it says of itself, for pictures.
    pub picture: Option<Facts>,
    /// How many pages it has, for a PDF that says so.
    pub pages: Option<u32>,
    /// SHA-256 in hexadecimal.
    pub sha256: Option<String>,
}

/// An instant at which the output changes by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// When.
    pub at: Timestamp,
    /// Path of the file it comes from.
    pub path: Arc<str>,
    /// `published`, `expires`, `withdrawn`, `leaves the news sitemap`.
    pub what: &'static str,
}

impl Entry {
    /// Whether its file is written in another language than its own.
    pub fn is_lent(&self) -> bool {
        self.lang != self.body_lang
    }

    /// Whether not even its title is in its language.
    pub fn is_untranslated(&self) -> bool {
        self.lang != self.card.lang
    }

    /// The year of its date.
    pub fn year(&self) -> Option<&str> {
        self.card.date.as_deref().map(|it| it.split('-').next().unwrap_or(it))
    }
}

impl Site {
    /// The same site, with the news related to each entry.
    #[must_use]
    pub fn relate(self) -> Self {
        self.relate_again(&mut Standing::default())
    }

    /// The same, with less work where `standing` is what was known of a site much like it.
    #[must_use]
    pub fn relate_again(self, standing: &mut Standing) -> Self {
        Self { related: related::find(&self, standing), ..self }
    }

    /// The entry at an index.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// The version of an entry in a language, if there is one.
    pub fn version(&self, id: EntryId, lang: LangId) -> Option<EntryId> {
        let others = self.translations[id.0 as usize].iter();
        others.chain([&id]).find(|it| self.entry(**it).lang == lang).copied()
    }

    /// The version of an entry that its file was written for; the entry itself, unless that
    /// is lent.
    pub fn original(&self, id: EntryId) -> EntryId {
        self.version(id, self.entry(id).body_lang).unwrap_or(id)
    }

    /// All indexes, in order.
    pub fn ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..self.entries.len()).filter_map(|at| u32::try_from(at).ok().map(EntryId))
    }

    /// What a relation of an entry leads to, in the order it is printed in.
    pub fn related_by(&self, id: EntryId, field: &str) -> &[EntryId] {
        let relations = &self.relations[id.0 as usize].forward;
        relations.iter().find(|it| &*it.0 == field).map_or(&[], |it| &it.1)
    }

    /// What leads to an entry by the inverse of this name.
    pub fn inverse_of(&self, id: EntryId, inverse: &str) -> &[EntryId] {
        let relations = &self.relations[id.0 as usize].inverse;
        relations.iter().find(|it| &*it.0 == inverse).map_or(&[], |it| &it.1)
    }

    /// What a reference of an entry leads to.
    pub fn target(&self, id: EntryId, ordinal: u32) -> &Target {
        self.targets[id.0 as usize].get(ordinal as usize).unwrap_or(&Target::Lost)
    }

    /// The published file of a source path.
    pub fn file(&self, source: &str) -> Option<&FileUse> {
        let at = self.files.binary_search_by(|it| (*it.source).cmp(source)).ok()?;
        self.files.get(at)
    }

    /// The published file that a field of an entry names: beside the entry, or below
    /// `static/`.
    pub fn file_of(&self, id: EntryId, src: &str) -> Option<&FileUse> {
        let document = self.entry(id).document.as_ref()?;
        files::candidates(&document.path, src).find_map(|it| self.file(&it))
    }

    /// Whether an entry is of the type of this name.
    pub fn is(&self, id: EntryId, ty: &str) -> bool {
        self.type_name(id) == ty
    }

    /// The name of the type of an entry.
    pub fn type_name(&self, id: EntryId) -> &str {
        &self.config.schema.get(self.entry(id).ty).name
    }
}

#[cfg(test)]
mod tests;
