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

/// The strings of every language that any layer speaks: base's, then those of the layers
/// above it, and the English ones for what is missing.
pub fn merge(layers: &Layers, problems: &mut Vec<Problem>) -> BTreeMap<String, Value> {
    let mut languages: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for folder in layers.folders.iter().rev() {
        for (file, bytes) in folder.below("i18n/") {
            let Some(tag) = file.strip_suffix(".yaml") else { continue };
            let path = folder.path(&format!("i18n/{file}"));
            let text = String::from_utf8_lossy(&bytes);
            let texts = read(&path, &text, tag, problems);
            languages.entry(tag.to_owned()).or_default().extend(texts);
        }
    }
    with_english(languages)
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
) -> Map<String, Value> {
    let node = yaml::parse(&Yaml::whole(path, text)).unload(problems);
    let Some(Node { kind: NodeKind::Map(items), .. }) = node else { return Map::new() };
    let mut texts = Map::new();
    for (key, node) in items {
        match value(node.kind, tag) {
            Ok(value) => {
                texts.insert(key.value, value);
            }
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
