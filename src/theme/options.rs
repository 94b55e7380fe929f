//! The options of a theme: those a site sets are checked, the rest get their defaults.

use serde_json::{Map, Value};

use crate::{
    config::ThemeChoice,
    problem::Problem,
    source::Sources,
    theme::{
        layers::Layers,
        manifest::{OptionKind, ThemeOption, place_in_site},
    },
};

/// All options of a theme and its parents, each with the site's value or its default.
pub fn check(
    layers: &Layers,
    choice: &ThemeChoice,
    sources: &Sources,
    problems: &mut Vec<Problem>,
) -> Value {
    let mut values = Map::new();
    let declared =
        |name: &str| layers.manifests.iter().find_map(|it| it.options.get(name));
    for (name, option) in layers.upwards().flat_map(|(_, it)| &it.options) {
        values.insert(name.clone(), option.default.clone());
    }
    for (name, value) in &choice.options {
        let place = place_in_site(sources, &["options", name]);
        match declared(name) {
            None => {
                let known: Vec<String> = values.keys().cloned().collect();
                problems.push(Problem::unknown_option(&layers.name, name, &known, place));
            }
            Some(option) if !fits(option, value) => {
                problems.push(Problem::bad_option(
                    name,
                    value,
                    (&wanted(option), &option.help),
                    place,
                ));
            }
            Some(_) => {
                values.insert(name.clone(), value.clone());
            }
        }
    }
    Value::Object(values)
}

fn fits(option: &ThemeOption, value: &Value) -> bool {
    match option.kind {
        OptionKind::Bool => value.is_boolean(),
        OptionKind::Text => value.is_string(),
        OptionKind::Number => value.is_i64(),
        OptionKind::Choice => {
            value.as_str().is_some_and(|it| option.choices.iter().any(|word| word == it))
        }
    }
}

fn wanted(option: &ThemeOption) -> String {
    match option.kind {
        OptionKind::Bool => "`true` or `false`".into(),
        OptionKind::Text => "a text".into(),
        OptionKind::Number => "a whole number".into(),
        OptionKind::Choice => {
            let words: Vec<String> =
                option.choices.iter().map(|it| format!("`{it}`")).collect();
            format!("one of {}", words.join(", "))
        }
    }
}
