//! The texts of a theme compared across its languages: none missing, each with the places
//! and the plural forms it must have.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{
    problem::Problem,
    span::Place,
    theme::{
        i18n::{self, TextFile},
        layers::Layers,
        strings::categories,
    },
};

/// A text as the topmost layer has it.
struct Text {
    value: Value,
    place: Place,
}

type Texts = BTreeMap<String, Text>;

/// What is wrong with the texts of a theme. What only `overrides/` has counts for the
/// languages it is written in.
pub fn check(layers: &Layers) -> Vec<Problem> {
    let mut languages: BTreeMap<String, Texts> = BTreeMap::new();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for TextFile { path, lang, texts } in i18n::files(layers, &mut Vec::new()) {
        let own = path.starts_with("overrides/");
        let language = languages.entry(lang).or_default();
        for (key, value) in texts {
            if !own {
                wanted.insert(key.value.clone());
            }
            let place = Place { path: path.clone(), span: key.span };
            language.insert(key.value, Text { value, place });
        }
    }
    let english = languages.get("en");
    let each = languages.iter().flat_map(|(lang, texts)| {
        let missing = missing(lang, &languages, &wanted);
        missing.into_iter().chain(malformed(lang, texts, english))
    });
    each.collect()
}

/// The texts that a language lacks, shown where another one has the first of them.
fn missing(
    lang: &str,
    languages: &BTreeMap<String, Texts>,
    wanted: &BTreeSet<String>,
) -> Option<Problem> {
    let lost = wanted.iter().filter(|it| !languages[lang].contains_key(*it));
    let lost: Vec<&str> = lost.map(String::as_str).collect();
    let first = lost.first()?;
    let place =
        languages.values().find_map(|it| it.get(*first)).map(|it| it.place.clone());
    Some(Problem::missing_texts(lang, &lost, place))
}

fn malformed<'a>(
    lang: &'a str,
    texts: &'a Texts,
    english: Option<&'a Texts>,
) -> impl Iterator<Item = Problem> + 'a {
    let forms: BTreeSet<&str> = categories(lang).into_iter().collect();
    texts.iter().filter_map(move |(key, text)| {
        let model = english?.get(key)?;
        let reason = fault(&text.value, &model.value, &forms)?;
        Some(Problem::text_of_another_form(key, &text.place, &reason))
    })
}

/// What a text lacks or has beyond its English model.
fn fault(text: &Value, model: &Value, forms: &BTreeSet<&str>) -> Option<String> {
    if let (Value::Object(own), Value::Object(_)) = (text, model) {
        let lost = forms.iter().find(|it| !own.contains_key(**it));
        if let Some(lost) = lost {
            return Some(format!("the plural form `{lost}` is missing"));
        }
    }
    let (own, wanted) = (places(text), places(model));
    if let Some(lost) = wanted.difference(&own).next() {
        return Some(format!("the place `{{{lost}}}` is missing"));
    }
    let more = own.difference(&wanted).next();
    more.map(|it| format!("the English text has no place `{{{it}}}`"))
}

/// The places of a text or of its plural forms; a form may leave out the number.
fn places(text: &Value) -> BTreeSet<&str> {
    let forms: Vec<&str> = match text {
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        other => other.as_str().into_iter().collect(),
    };
    let starts = forms.into_iter().flat_map(|it| it.split('{').skip(1));
    starts.filter_map(|it| Some(it.split_once('}')?.0)).collect()
}
