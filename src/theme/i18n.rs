//! The strings of a theme: `i18n/<language>.yaml` of every layer, joined into one flat map
//! a language. The value of a key is a text, or the plural forms of one.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Map, Value};

use crate::{
    problem::Problem,
    span::{Place, Spanned},
    theme::{layers::Layers, strings::CATEGORIES},
    yaml::{self, Node, NodeKind, Yaml},
};

/// One file of texts.
#[derive(Debug)]
pub struct TextFile {
    /// Its path, for messages.
    pub path: Arc<str>,
    /// The language tag that it is named by.
    pub lang: String,
    /// Its texts under their keys, in the order of the file: each a text, or a map of plural
    /// forms with the language whose rules choose between them.
    pub texts: Vec<(Spanned<String>, Value)>,
}

/// The strings of every language that any layer speaks: base's, then those of the layers
/// above it, and the English ones for what is missing.
pub fn merge(layers: &Layers, problems: &mut Vec<Problem>) -> BTreeMap<String, Value> {
    let mut languages: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for file in files(layers, problems) {
        let texts = file.texts.into_iter().map(|(key, text)| (key.value, text));
        languages.entry(file.lang).or_default().extend(texts);
    }
    with_english(languages)
}

/// The files of all layers, those of base first.
pub fn files(layers: &Layers, problems: &mut Vec<Problem>) -> Vec<TextFile> {
    let mut files = Vec::new();
    for folder in layers.folders.iter().rev() {
        for (file, bytes) in folder.below("i18n/") {
            let Some(lang) = file.strip_suffix(".yaml") else { continue };
            let path = folder.path(&format!("i18n/{file}"));
            let text = String::from_utf8_lossy(&bytes);
            let texts = read(&path, &text, lang, problems);
            files.push(TextFile { path, lang: lang.to_owned(), texts });
        }
    }
    files
}

fn with_english(
    mut languages: BTreeMap<String, Map<String, Value>>,
) -> BTreeMap<String, Value> {
    let english = languages.get("en").cloned().unwrap_or_default();
    for texts in languages.values_mut() {
        for (key, text) in &english {
            texts.entry(key.clone()).or_insert_with(|| text.clone());
        }
        texts.sort_keys();
    }
    languages.into_iter().map(|(tag, texts)| (tag, Value::Object(texts))).collect()
}

fn read(
    path: &Arc<str>,
    text: &str,
    tag: &str,
    problems: &mut Vec<Problem>,
) -> Vec<(Spanned<String>, Value)> {
    let node = yaml::parse(&Yaml::whole(path, text)).unload(problems);
    let Some(Node { kind: NodeKind::Map(items), .. }) = node else { return Vec::new() };
    let mut texts = Vec::new();
    for (key, node) in items {
        match value(node.kind, tag) {
            Ok(value) => texts.push((key, value)),
            Err(reason) => {
                let place = Place { path: path.clone(), span: key.span };
                problems.push(Problem::bad_text(&key.value, &place, &reason));
            }
        }
    }
    texts
}

/// A text, or a map of plural forms with the language whose rules choose between them.
fn value(kind: NodeKind, tag: &str) -> Result<Value, String> {
    match kind {
        NodeKind::Text { text, .. } => Ok(Value::String(text)),
        NodeKind::Map(forms) => forms_of(forms, tag),
        NodeKind::List(_) => Err("a list".into()),
        NodeKind::Lost => Err("not readable".into()),
    }
}

fn forms_of(forms: Vec<(Spanned<String>, Node)>, tag: &str) -> Result<Value, String> {
    let mut map = Map::new();
    for (category, node) in forms {
        let category = category.value;
        if !CATEGORIES.contains(&category.as_str()) {
            return Err(format!("`{category}` is no plural form"));
        }
        let NodeKind::Text { text, .. } = node.kind else {
            return Err(format!("`{category}` is no text"));
        };
        map.insert(category, Value::String(text));
    }
    if !map.contains_key("other") {
        return Err("the form `other` is missing".into());
    }
    map.insert("lang".into(), tag.into());
    Ok(Value::Object(map))
}
