//! A theme with everything that overlays it: overrides → theme → parents → base. Knows no
//! site and compiles no template.
//!
//! A theme is a folder: `theme.yaml`, `templates/`, `css/`, `assets/`, `i18n/`. The built-in
//! ones are compiled into the program; a folder `themes/<name>/` of the site takes the place
//! of the built-in one of that name. `overrides/` is the site's own last word.

pub mod builtin;
mod check;
mod folder;
mod i18n;
mod layers;
mod look;
mod manifest;
mod options;
pub mod strings;
mod stylesheet;

use std::{collections::BTreeMap, sync::Arc};

use serde_json::Value;

pub use self::{check::check, look::Look};

use crate::{
    config::ThemeChoice,
    key::Key,
    problem::{Checked, Problem},
    source::Sources,
    theme::{folder::Folder, layers::Layers},
};

/// The version of the contract between views and templates that this program keeps; what a
/// theme needs stands in its `theme.yaml`.
pub const CONTRACT: u32 = 1;

/// A theme, loaded.
#[derive(Clone, Debug, Default)]
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
    /// Output paths of the fonts that pages ask for early, by language; under the empty
    /// tag those of all other languages.
    pub preload_fonts: BTreeMap<String, Vec<String>>,
    /// Strings by language tag: JSON maps, whole (a language's own, then English).
    pub strings: BTreeMap<String, Value>,
    /// What of its look is needed outside its stylesheets.
    pub look: Look,
    /// The options, defaults filled in.
    pub options: Value,
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
    /// The names of the templates, without the theme they are from and without `.html`,
    /// sorted.
    pub fn template_names(&self) -> Vec<String> {
        let short = |it: &Template| {
            let prefix =
                self.lookup.iter().find(|prefix| it.name.starts_with(&***prefix));
            let short = &it.name[prefix.map_or(0, String::len)..];
            short.trim_end_matches(".html").to_owned()
        };
        let mut names: Vec<String> = self.templates.iter().map(short).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The strings of a language: its own, else those of the language without its region,
    /// else the English ones.
    pub fn strings_of(&self, tag: &str) -> &Value {
        let plain = tag.split('-').next().unwrap_or(tag);
        let found = [tag, plain, "en"].into_iter().find_map(|it| self.strings.get(it));
        found.unwrap_or(&Value::Null)
    }

    /// Output paths of the fonts that pages of a language ask for early.
    pub fn fonts_of(&self, tag: &str) -> &[String] {
        let plain = tag.split('-').next().unwrap_or(tag);
        let found =
            [tag, plain, ""].into_iter().find_map(|it| self.preload_fonts.get(it));
        found.map_or(&[], Vec::as_slice)
    }
}

/// Loads the theme that a site has chosen, with all its parents and the site's overrides.
/// None where no page could be rendered with it.
pub fn load(sources: &Sources, choice: &ThemeChoice) -> Checked<Option<Theme>> {
    let mut problems = Vec::new();
    let layers = layers::find(sources, &choice.name, &mut problems);
    let Some(layers) = layers else { return Checked { value: None, problems } };
    let options = options::check(&layers, choice, sources, &mut problems);
    let theme = assemble(&layers, options, &mut problems);
    Checked { value: Some(theme), problems }
}

fn assemble(layers: &Layers, options: Value, problems: &mut Vec<Problem>) -> Theme {
    let mut assets = assets(layers);
    let look = Look::of(layers, &assets);
    let sheet = stylesheet::join(layers, problems);
    let name = format!("assets/{}.{}.css", layers.name, sheet.key.short(8));
    let preload_fonts = layers.preload();
    problems.extend(missing_fonts(layers, &assets));
    assets.insert(name.clone(), sheet);
    let templates: Vec<Template> =
        layers.folders.iter().flat_map(Folder::templates).collect();
    let strings = i18n::merge(layers, problems);
    let key = key(&templates, &strings, &options);
    Theme {
        name: layers.name.clone(),
        templates,
        lookup: layers.folders.iter().map(|it| it.prefix.clone()).collect(),
        assets,
        stylesheets: vec![name],
        preload_fonts,
        strings,
        look,
        options,
        key,
    }
}

fn assets(layers: &Layers) -> BTreeMap<String, ThemeAsset> {
    let files = layers.folders.iter().rev().flat_map(|folder| folder.below("assets/"));
    files
        .map(|(path, bytes)| {
            let key = Key::of_bytes(&bytes);
            (format!("assets/{path}"), ThemeAsset { bytes, key })
        })
        .collect()
}

/// Fonts that a `theme.yaml` names and no layer has.
fn missing_fonts(
    layers: &Layers,
    assets: &BTreeMap<String, ThemeAsset>,
) -> impl Iterator<Item = Problem> {
    let lists = layers.manifests.iter().flat_map(|manifest| {
        let plain = manifest.preload.iter().map(move |it| (manifest, "preload", it));
        let by_language = manifest.preload_in.values().flatten();
        let drawn = manifest.picture_fonts.iter();
        plain
            .chain(by_language.map(move |it| (manifest, "preload_in", it)))
            .chain(drawn.map(move |it| (manifest, "picture_fonts", it)))
    });
    let lost = lists.filter(|it| !assets.contains_key(&format!("assets/{}", it.2)));
    lost.map(|(manifest, key, font)| Problem::missing_font(font, manifest.place_of(key)))
}

fn key(
    templates: &[Template],
    strings: &BTreeMap<String, Value>,
    options: &Value,
) -> Key {
    let texts: Vec<(&str, &str)> =
        templates.iter().map(|it| (&*it.name, &*it.text)).collect();
    let strings: Vec<(&str, String)> =
        strings.iter().map(|(tag, it)| (&**tag, it.to_string())).collect();
    Key::of(&(texts, strings, options.to_string()))
}

#[cfg(test)]
mod contract;
#[cfg(test)]
mod tests;
