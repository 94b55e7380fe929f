//! `site.yaml` as it is written: every setting may be left out. Knows only shapes; what the
//! settings mean is said in `schema/site.yaml`.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{FeedFormat, Links, MenuEntry, Outputs, Pagination};
use crate::{
    problem::Severity,
    schema::table::{Ordered, Table},
};

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct File {
    pub title: Option<String>,
    pub description: Option<String>,
    pub base_url: Option<String>,
    pub timezone: Option<String>,
    pub default_language: Option<String>,
    pub languages: Ordered<Option<LanguageRow>>,
    pub publisher: Option<String>,
    pub theme: ThemeRow,
    pub menu: Option<Vec<MenuEntry>>,
    pub footer: Option<Vec<MenuEntry>>,
    pub disclaimer: Option<String>,
    pub countries: CountriesRow,
    pub related: RelatedRow,
    pub feeds: FeedsRow,
    pub outputs: OutputsRow,
    pub pagination: PaginationRow,
    pub markdown: MarkdownRow,
    pub links: LinksRow,
    pub lints: LintsRow,
    pub types: Table,
    pub extra: Map<String, Value>,
}

/// A language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LanguageRow {
    pub title: Option<String>,
    pub description: Option<String>,
    pub disclaimer: Option<String>,
    pub locale: Option<String>,
    pub dir: Option<Direction>,
}

/// A direction of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Ltr,
    Rtl,
}

/// The theme.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ThemeRow {
    pub name: Option<String>,
    pub options: Map<String, Value>,
}

/// Countries.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CountriesRow {
    pub pages: CountryPages,
    pub names: Ordered<String>,
}

/// Which countries have pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CountryPages {
    #[default]
    Referenced,
    All,
}

/// Related news.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RelatedRow {
    pub limit: usize,
    pub weights: Ordered<f64>,
    pub half_life_days: f64,
    pub off: Vec<String>,
}

/// Feeds.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FeedsRow {
    pub formats: Vec<FeedFormat>,
    pub limit: usize,
    pub per: Option<Vec<String>>,
}

/// Machine-readable outputs.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutputsRow {
    pub page_json: bool,
    pub graph: bool,
    pub search: bool,
    pub social: Vec<String>,
}

/// Pages of lists.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PaginationRow {
    pub per_page: usize,
    pub country_topics: bool,
}

/// How Markdown is read.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MarkdownRow {
    pub smart_punctuation: bool,
}

/// Levels of link checks.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LinksRow {
    pub internal: LevelRow,
    pub anchors: LevelRow,
    pub external: LevelRow,
}

/// A level in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LevelRow {
    Error,
    #[serde(alias = "warn")]
    Warning,
    Info,
    Off,
}

/// Codes and groups whose level is changed.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LintsRow {
    pub deny: Vec<String>,
    pub warn: Vec<String>,
    pub allow: Vec<String>,
}

impl Default for RelatedRow {
    fn default() -> Self {
        Self {
            limit: 4,
            weights: Ordered::default(),
            half_life_days: 365.0,
            off: Vec::new(),
        }
    }
}

impl Default for FeedsRow {
    fn default() -> Self {
        let formats = vec![FeedFormat::Atom, FeedFormat::Rss, FeedFormat::Json];
        Self { formats, limit: 20, per: None }
    }
}

impl Default for OutputsRow {
    fn default() -> Self {
        let social = ["site", "country", "topic"].map(str::to_owned).into();
        Self { page_json: true, graph: true, search: true, social }
    }
}

impl Default for PaginationRow {
    fn default() -> Self {
        Self { per_page: 20, country_topics: false }
    }
}

impl Default for LinksRow {
    fn default() -> Self {
        let error = LevelRow::Error;
        Self { internal: error, anchors: error, external: LevelRow::Off }
    }
}

impl From<OutputsRow> for Outputs {
    fn from(row: OutputsRow) -> Self {
        let OutputsRow { page_json, graph, search, social } = row;
        Self { page_json, graph, search, social }
    }
}

impl From<PaginationRow> for Pagination {
    fn from(PaginationRow { per_page, country_topics }: PaginationRow) -> Self {
        // None a page is an error, and no reason to fall over it.
        Self { per_page: per_page.max(1), country_topics }
    }
}

impl From<LinksRow> for Links {
    fn from(row: LinksRow) -> Self {
        Self {
            internal: row.internal.into(),
            anchors: row.anchors.into(),
            external: row.external.into(),
        }
    }
}

impl From<LevelRow> for Option<Severity> {
    fn from(row: LevelRow) -> Self {
        match row {
            LevelRow::Error => Some(Severity::Error),
            LevelRow::Warning => Some(Severity::Warning),
            LevelRow::Info => Some(Severity::Info),
            LevelRow::Off => None,
        }
    }
}
