//! JSON Schema (draft-07, <https://json-schema.org/draft-07>, which VS Code's YAML extension
//! reads) of front matter and of `site.yaml`. Knows the table of types and nothing else.

use serde_json::{Map, Value, json};

use super::{Field, Kind, Schema, TypeId};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
const SITE: &str = include_str!("site.yaml");

// The forms of `date.rs`; the schema cannot say that a month has 30 days.
const DAY: &str = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const TIME: &str =
    r"[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:[0-9]{2})";
const PARTIAL: &str = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
const FOCUS: &str = r"^[0-9]{1,3}(\.[0-9])?% +[0-9]{1,3}(\.[0-9])?%$";

/// The schema of the front matter of a type, on a site with these languages.
pub fn of_type(schema: &Schema, ty: TypeId, languages: &[&str]) -> Value {
    let ty = schema.get(ty);
    let mut schema = Map::new();
    schema.insert("$schema".into(), DRAFT.into());
    schema.insert("title".into(), format!("Dateline: {}", ty.name).into());
    schema.insert("description".into(), ty.help.as_str().into());
    schema.append(&mut object(&ty.fields, languages));
    Value::Object(schema)
}

/// The schema of `site.yaml`.
///
/// # Panics
/// Never: a test reads the same text.
#[expect(clippy::expect_used, reason = "the text is part of the program and tested")]
pub fn of_site() -> Value {
    serde_yaml::from_str(SITE).expect("the schema of site.yaml is valid")
}

fn object(fields: &[Field], languages: &[&str]) -> Map<String, Value> {
    let property = |it: &Field| (it.name.clone(), property(it, languages));
    let required = fields.iter().filter(|it| it.required).map(|it| it.name.as_str());
    let mut object = Map::new();
    object.insert("type".into(), "object".into());
    object.insert("additionalProperties".into(), false.into());
    object.insert("required".into(), required.collect());
    object.insert("properties".into(), fields.iter().map(property).collect());
    object
}

fn property(field: &Field, languages: &[&str]) -> Value {
    let one = value(&field.kind, languages);
    let mut property = if field.many {
        json!({ "anyOf": [one, { "type": "array", "items": one }] })
    } else {
        one
    };
    property["description"] = description(field).into();
    property
}

fn description(field: &Field) -> String {
    match &field.kind {
        Kind::Reference(types) if types.is_empty() => {
            format!("{} (id of an entry)", field.help)
        }
        Kind::Reference(types) => format!("{} (id: {})", field.help, types.join(", ")),
        _ => field.help.clone(),
    }
}

fn value(kind: &Kind, languages: &[&str]) -> Value {
    match kind {
        Kind::Line | Kind::Reference(_) => json!({ "type": ["string", "number"] }),
        Kind::Text => json!({ "type": "string" }),
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Number { min, max } => {
            json!({ "type": "integer", "minimum": min, "maximum": max })
        }
        Kind::Moment => {
            json!({ "type": "string", "pattern": format!("^{DAY}({TIME})?$") })
        }
        Kind::Partial => json!({ "type": ["string", "integer"], "pattern": PARTIAL }),
        Kind::Choice(words) => json!({ "enum": words }),
        Kind::Language => json!({ "enum": languages }),
        Kind::Slug | Kind::Template => {
            json!({ "type": "string", "pattern": "^[^/\\s]+$" })
        }
        Kind::Focus => json!({ "type": "string", "pattern": FOCUS }),
        Kind::Path => json!({ "type": "string", "pattern": "^/" }),
        Kind::Url => json!({ "type": "string", "pattern": "^(https?://|mailto:)" }),
        Kind::File(_) => json!({ "type": "string", "minLength": 1 }),
        Kind::Record { fields, one_of, shorthand } => {
            let short = fields.iter().find(|it| Some(&it.name) == shorthand.as_ref());
            let short = short.map(|it| property(it, languages));
            record(object(fields, languages), one_of, short)
        }
        Kind::Names => {
            json!({ "type": "object", "additionalProperties": { "type": "string" } })
        }
        Kind::Free => json!({}),
    }
}

fn record(
    mut object: Map<String, Value>,
    one_of: &[Vec<String>],
    short: Option<Value>,
) -> Value {
    let one = |group: &Vec<String>| {
        let each: Vec<Value> =
            group.iter().map(|it| json!({ "required": [it] })).collect();
        json!({ "oneOf": each })
    };
    if !one_of.is_empty() {
        object.insert("allOf".into(), one_of.iter().map(one).collect());
    }
    match short {
        Some(short) => json!({ "anyOf": [object, short] }),
        None => Value::Object(object),
    }
}
