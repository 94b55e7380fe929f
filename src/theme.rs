//! A theme with everything that overlays it: overrides → theme → parents → base. Knows no
//! site and compiles no template.

use std::{collections::BTreeMap, sync::Arc};

use crate::key::Key;

/// A theme, loaded.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Templates, each under its place (`overrides/news.html`, `themes/base/news.html`).
    pub templates: Vec<Template>,
    /// The prefixes templates are looked up with, nearest first.
    pub lookup: Vec<String>,
    /// Files to publish below `assets/`: output path → file. Those below `assets/flags/`
    /// are published only where a page shows them.
    pub assets: BTreeMap<String, ThemeAsset>,
    /// Output paths of the stylesheets, in their order.
    pub stylesheets: Vec<String>,
    /// Output paths of the fonts that pages ask for early.
    pub preload_fonts: Vec<String>,
    /// Strings by language tag: JSON maps, whole (a language's own, then English).
    pub strings: BTreeMap<String, serde_json::Value>,
    /// The options, defaults filled in.
    pub options: serde_json::Value,
    /// The key of templates, strings and options: what a page's key is joined with.
    pub key: Key,
}

/// A template.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its name with its prefix.
    pub name: String,
    /// The file it is from, for messages.
    pub path: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
}

/// A file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeAsset {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Their key.
    pub key: Key,
}

impl Theme {
    /// The strings of a language: its own, else those of the language without its region,
    /// else the English ones.
    pub fn strings_of(&self, tag: &str) -> &serde_json::Value {
        let plain = tag.split('-').next().unwrap_or(tag);
        let found = [tag, plain, "en"].into_iter().find_map(|it| self.strings.get(it));
        found.unwrap_or(&serde_json::Value::Null)
    }
}
