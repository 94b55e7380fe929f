//! `site.yaml`: the settings of a site, checked. Knows no disk and no environment; overrides
//! from the command line and from variables arrive as [`Overrides`].

mod base;
mod file;
mod languages;
pub mod levels;
mod places;
mod read;
mod types;
mod yaml;

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

pub use self::{places::Places, read::parse};
use crate::{
    problem::{Code, Severity},
    schema::Schema,
};

/// The settings that a variable can override: `DATELINE_` and the name in capitals.
pub const VARIABLES: [&str; 5] =
    ["base_url", "default_language", "theme", "timezone", "title"];

/// The settings of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// The site's name.
    pub title: String,
    /// What the site is, in a sentence.
    pub description: String,
    /// Its public address, with a final `/`: `https://example.org/` or `https://x.org/kb/`.
    pub base_url: String,
    /// The path of `base_url`, with both slashes: `/` or `/kb/`.
    pub base_path: String,
    /// The zone that a day starts in.
    pub timezone: TimeZone,
    /// Its languages, the default one first, the rest in the order of the file.
    pub languages: Vec<Language>,
    /// The theme.
    pub theme: ThemeChoice,
    /// Pages of all countries, or of those that something refers to.
    pub all_country_pages: bool,
    /// The site's own names of countries: alpha-2 in lower case → name in lists.
    pub country_names: BTreeMap<String, String>,
    /// How related news are chosen.
    pub related: RelatedConfig,
    /// Which feeds there are.
    pub feeds: Feeds,
    /// Which machine-readable outputs there are.
    pub outputs: Outputs,
    /// How links are checked.
    pub links: Links,
    /// Whether straight quotes, `--` and `...` of a body become typographic ones; false
    /// where nothing is said, so that a text is printed character for character
    /// (`markdown: { smart_punctuation: true }` in `site.yaml`).
    pub smart_punctuation: bool,
    /// Lists.
    pub pagination: Pagination,
    /// The main menu, where the site sets it.
    pub menu: Option<Vec<MenuEntry>>,
    /// The links at the foot of every page, where the site sets them.
    pub footer: Option<Vec<MenuEntry>>,
    /// What is said below maps: whose view their borders follow.
    pub disclaimer: Option<String>,
    /// Levels of diagnostics that the site or the command line changed; the last one that
    /// matches wins.
    pub levels: Vec<LevelRule>,
    /// `--strict`: what is still a warning after `levels` is an error.
    pub strict: bool,
    /// All types, the site's own included.
    pub schema: Schema,
    /// Free values for templates, as JSON.
    pub extra: serde_json::Value,
    /// The organisation that publishes the site: an id among organisations, or none.
    pub publisher: Option<String>,
    /// "Now": the instant the site is built for.
    pub as_of: Timestamp,
    /// Which hidden entries are let in.
    pub preview: Preview,
    /// Where each setting is written, for what is found wrong with it later.
    pub places: Places,
}

/// A link of a menu.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MenuEntry {
    /// What it says.
    pub label: String,
    /// Where it leads: an address of the site (`/news/`) or of another one.
    pub url: String,
}

/// A language of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag as used in file names and addresses: `en`, `pt-br`.
    pub tag: String,
    /// The locale for dates and sorting: `en-GB`.
    pub locale: String,
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// The site's title in it, where it differs.
    pub title: Option<String>,
    /// What the site is, said in it.
    pub description: Option<String>,
    /// What is said below maps, in it.
    pub disclaimer: Option<String>,
}

/// A theme and its options.
#[derive(Clone, Debug, Default)]
pub struct ThemeChoice {
    /// Its name.
    pub name: String,
    /// Options, checked against `theme.yaml` when the theme is loaded.
    pub options: serde_json::Map<String, serde_json::Value>,
}

/// How related news are chosen.
#[derive(Clone, Debug)]
pub struct RelatedConfig {
    /// How many at most, pinned ones included.
    pub limit: usize,
    /// Weights of the signals, where they are set: `text time story links` and the names of
    /// the relations of news.
    pub weights: BTreeMap<String, f64>,
    /// Days after which nearness in time counts half.
    pub half_life_days: f64,
    /// Kinds of news that lead on to pinned ones only.
    pub off: Vec<String>,
}

/// Feeds.
#[derive(Clone, Debug)]
pub struct Feeds {
    /// Formats, in the order of the file.
    pub formats: Vec<FeedFormat>,
    /// Items a feed.
    pub limit: usize,
    /// For the whole site.
    pub site: bool,
    /// For each entry of these types.
    pub per: Vec<String>,
}

/// The three formats.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, Deserialize,
)]
#[serde(rename_all(deserialize = "lowercase"))]
pub enum FeedFormat {
    /// RFC 4287, `atom.xml`.
    Atom,
    /// RSS 2.0, `feed.xml`.
    Rss,
    /// JSON Feed 1.1, `feed.json`.
    Json,
}

/// Lists.
#[derive(Clone, Copy, Debug)]
pub struct Pagination {
    /// Entries a page.
    pub per_page: usize,
    /// Whether there is a list for each country and topic that have enough news in common.
    pub country_topics: bool,
}

/// Machine-readable outputs.
#[derive(Clone, Debug)]
pub struct Outputs {
    /// `index.json` beside each page.
    pub page_json: bool,
    /// `api/graph.json`.
    pub graph: bool,
    /// The search index.
    pub search: bool,
    /// What has a drawn picture where it has no other: `site`, and names of types.
    pub social: Vec<String>,
}

/// Levels of link checks; `None` is off.
#[derive(Clone, Copy, Debug)]
pub struct Links {
    /// Links within the site.
    pub internal: Option<Severity>,
    /// Anchors.
    pub anchors: Option<Severity>,
    /// Links to other sites (checked by `check --external` only).
    pub external: Option<Severity>,
}

/// A change of the level of a code or of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelRule {
    /// Which codes: one, or a group of the catalogue.
    pub what: Which,
    /// The new level; `None` silences it. Errors of groups other than `style` cannot be
    /// silenced.
    pub level: Option<Severity>,
}

/// What a level rule is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// One code.
    Code(Code),
    /// `syntax fields references addresses theme style`.
    Group(&'static str),
}

/// Which hidden entries a preview lets in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// Drafts.
    pub drafts: bool,
    /// Entries of the future.
    pub future: bool,
    /// Expired ones.
    pub expired: bool,
}

/// What the command line and the environment change.
#[derive(Clone, Debug, Serialize)]
pub struct Overrides {
    /// `DATELINE_…` variables, by the part after the prefix, lower case; [`VARIABLES`] are
    /// known.
    pub variables: BTreeMap<String, String>,
    /// `--base-url`.
    pub base_url: Option<String>,
    /// `--as-of`, else `SOURCE_DATE_EPOCH`, else the clock.
    pub as_of: Timestamp,
    /// `--drafts`, `--future`, `--expired`.
    pub preview: Preview,
    /// `--deny`, `--warn`, `--allow` in the order they were given, and `--strict`.
    pub levels: Vec<(String, Option<Severity>)>,
    /// `--strict`: every warning is an error.
    pub strict: bool,
}

#[cfg(test)]
mod tests;
