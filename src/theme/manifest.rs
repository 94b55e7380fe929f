//! `theme.yaml`: what a theme is called, what it rests on, and what a site may choose.

use std::{collections::BTreeMap, sync::Arc};

use serde::Deserialize;

use crate::{
    problem::Problem,
    source::Sources,
    span::{Place, Span},
    theme::folder::Folder,
    yaml::{self, Node, NodeKind, Yaml},
};

/// What stands in a `theme.yaml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Its name, the same as that of its folder.
    pub name: String,
    #[serde(default, rename = "help")]
    _help: String,
    /// The theme it rests on; base where none is named.
    #[serde(default)]
    pub extends: Option<String>,
    /// The version of the template contract it was written for.
    pub contract: u32,
    /// Its stylesheets below `css/`, in the order they are joined in.
    #[serde(default)]
    pub styles: Vec<String>,
    /// Fonts below `assets/` that every page asks for early.
    #[serde(default)]
    pub preload: Vec<String>,
    /// The fonts that pages of a language ask for early instead.
    #[serde(default)]
    pub preload_in: BTreeMap<String, Vec<String>>,
    /// Fonts below `assets/` that drawn pictures are lettered in: the first one that has a
    /// letter draws it.
    #[serde(default)]
    pub picture_fonts: Vec<String>,
    /// What a site may set under `theme.options`.
    #[serde(default)]
    pub options: BTreeMap<String, ThemeOption>,
    /// Where it stands; nothing for `overrides/`.
    #[serde(skip)]
    origin: Option<(Arc<str>, Node)>,
}

/// Something a site may choose.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeOption {
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: OptionKind,
    /// The value where a site sets none.
    pub default: serde_json::Value,
    /// What it changes, in a sentence.
    pub help: String,
    /// The words of a choice.
    #[serde(default)]
    pub choices: Vec<String>,
}

/// What an option holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OptionKind {
    /// `true` or `false`.
    Bool,
    /// A line of text.
    Text,
    /// A whole number.
    Number,
    /// One of `choices`.
    Choice,
}

impl Manifest {
    /// Where the value of a key stands, or the file begins where it does not.
    pub fn place_of(&self, key: &str) -> Option<Place> {
        let (path, node) = self.origin.as_ref()?;
        let span = value(node, &[key]).map_or(Span::default(), |it| it.span);
        Some(Place { path: path.clone(), span })
    }
}

/// Reads a theme's `theme.yaml`.
pub fn read(
    folder: &Folder,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<Manifest> {
    let path = folder.path("theme.yaml");
    let Some(bytes) = folder.file("theme.yaml") else {
        problems.push(Problem::theme_without_manifest(name));
        return None;
    };
    let text = String::from_utf8_lossy(bytes);
    let node = yaml::parse(&Yaml::whole(&path, &text)).unload(problems)?;
    let place = |span| Place { path: path.clone(), span };
    match serde_yaml::from_str::<Manifest>(&text) {
        Ok(manifest) if manifest.name == name => {
            Some(Manifest { origin: Some((path, node)), ..manifest })
        }
        Ok(manifest) => {
            let span = value(&node, &["name"]).map_or(node.span, |it| it.span);
            let reason = format!("its folder is called `{name}`");
            problems.push(Problem::bad_manifest(&place(span), &manifest.name, &reason));
            None
        }
        Err(error) => {
            let at = error.location().map_or(0, |it| it.index());
            let reason = plain(&error);
            problems.push(Problem::bad_manifest(
                &place(word_at(&text, at)),
                name,
                &reason,
            ));
            None
        }
    }
}

/// Where `site.yaml` has a value below `theme:`, or the name of the theme.
pub fn place_in_site(sources: &Sources, keys: &[&str]) -> Option<Place> {
    let source = sources.text("site.yaml")?;
    let text = std::str::from_utf8(&source.bytes).ok()?;
    let node = yaml::parse(&Yaml::whole(&source.path, text)).value?;
    let theme = value(&node, &["theme"])?;
    let span = value(theme, keys).map_or(theme.span, |it| it.span);
    Some(Place { path: source.path.clone(), span })
}

fn value<'a>(node: &'a Node, keys: &[&str]) -> Option<&'a Node> {
    let Some((first, rest)) = keys.split_first() else { return Some(node) };
    let NodeKind::Map(items) = &node.kind else { return None };
    value(&items.iter().find(|it| it.0.value == *first)?.1, rest)
}

/// What the reader of typed values says, without what it expected and without the place.
fn plain(error: &serde_yaml::Error) -> String {
    let text = error.to_string();
    let ends = [", expected one of", " at line "].into_iter();
    let end = ends.filter_map(|it| text.find(it)).min().unwrap_or(text.len());
    text[..end].to_owned()
}

/// The word at a byte offset.
fn word_at(text: &str, offset: usize) -> Span {
    let mut start = offset.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let end = text[start..].find([' ', ':', '\n', '\r']).unwrap_or(text.len() - start);
    Span::new(start, start + end)
}
