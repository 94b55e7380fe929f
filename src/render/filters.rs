//! What templates can do beyond Tera's own filters. Every filter refuses an argument it
//! does not know, since Tera itself lets a misspelt one pass in silence.

use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value, value::Key};

use crate::theme::strings::{Strings, TextError};

/// Registers all filters but `text`.
pub fn register(engine: &mut Tera) {
    engine.register_filter("json", |value: &Value, kwargs: Kwargs, _: &State| {
        json(value, &kwargs)
    });
    engine.register_filter("group_by", |values: &[Value], kwargs: Kwargs, _: &State| {
        group_by(values, &kwargs)
    });
}

/// Registers the filter `text`, which prints a text of the theme in one language:
/// `{{ "news_count" | text(n=page.total) }}`.
pub fn register_text(engine: &mut Tera, strings: Strings) {
    // Most texts have no places, and are asked for again and again.
    let plain: Map =
        strings.plain().map(|(key, it)| (key.to_owned().into(), it.into())).collect();
    engine.register_filter(
        "text",
        move |key: &str, places: Kwargs, _: &State| match plain.get(&Key::Str(key)) {
            Some(text) if places.iter().next().is_none() => Ok(text.clone()),
            _ => text(&strings, key, &places).map(Value::from),
        },
    );
}

/// The names of the filters registered here.
pub const OWN: [&str; 3] = ["group_by", "json", "text"];

fn text(strings: &Strings, key: &str, places: &Kwargs) -> TeraResult<String> {
    let values: Vec<(String, String)> = places
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    let places: Vec<(&str, &str)> = values.iter().map(|(a, b)| (&**a, &**b)).collect();
    strings.text(key, &places).map_err(|reason| {
        let like = strings.like(key).filter(|_| reason == TextError::Unknown);
        let like = like.map(|it| format!("; did you mean `{it}`?")).unwrap_or_default();
        Error::message(format!("text `{key}`: {reason}{like}"))
    })
}

/// A value as JSON that may stand in a `<script>`: `<`, `>`, `&` and the two line ends that
/// JavaScript knows beyond JSON are written as escapes.
fn json(value: &Value, kwargs: &Kwargs) -> TeraResult<Value> {
    only(kwargs, "json", &[])?;
    let json = serde_json::to_string(value).map_err(Error::message)?;
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                safe.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            _ => safe.push(c),
        }
    }
    Ok(Value::safe_string(&safe))
}

/// Values by an attribute, in the order in which each group's first one comes. (Tera's own
/// filter of this name puts the groups in another order at every run.)
fn group_by(values: &[Value], kwargs: &Kwargs) -> TeraResult<Map> {
    only(kwargs, "group_by", &["attribute"])?;
    let attribute = kwargs.must_get::<&str>("attribute")?;
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    for value in values {
        let key = value.get_from_path(attribute).filter(|it| !it.is_none());
        let Some(key) = key.map(ToString::to_string) else { continue };
        match groups.iter_mut().find(|it| it.0 == key) {
            Some((_, group)) => group.push(value.clone()),
            None => groups.push((key, vec![value.clone()])),
        }
    }
    Ok(groups.into_iter().map(|(key, it)| (key.into(), it.into())).collect())
}

fn only(kwargs: &Kwargs, filter: &str, known: &[&str]) -> TeraResult<()> {
    let strange =
        kwargs.iter().find(|(key, _)| !known.contains(&key.as_str().unwrap_or("")));
    match strange {
        None => Ok(()),
        Some((key, _)) => {
            Err(Error::message(format!("`{filter}` has no argument `{key}`")))
        }
    }
}
