//! The texts of a theme in one language, with plural forms and named places.
//!
//! A text is `Related news`, or one a plural category
//! (<https://cldr.unicode.org/index/cldr-spec/plural-rules>) that `n` chooses between;
//! `{n}`, `{title}` … are filled in.

use std::{collections::BTreeMap, fmt, str::FromStr};

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use serde_json::Value;

use crate::problem::nearest::nearest;

/// The plural categories, as they are written.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The texts of a language.
#[derive(Debug, Default)]
pub struct Strings {
    texts: BTreeMap<String, Text>,
    rules: BTreeMap<String, PluralRules>,
}

#[derive(Debug)]
enum Text {
    One(String),
    Plural { lang: String, forms: BTreeMap<String, String> },
}

/// Why a text cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextError {
    /// There is none of that key.
    Unknown,
    /// It chooses by a number, and `n` was not given or is none.
    NoNumber,
    /// It has a place that nothing was given for.
    Unfilled(String),
    /// Something was given that it has no place for.
    Unused(String),
}

impl Strings {
    /// The texts in a map of `Theme::strings` or of a frame.
    pub fn of(map: &Value) -> Self {
        let mut strings = Self::default();
        for (key, value) in map.as_object().into_iter().flatten() {
            let text = match value {
                Value::Object(forms) => strings.plural(forms),
                other => Text::One(other.as_str().unwrap_or_default().to_owned()),
            };
            strings.texts.insert(key.clone(), text);
        }
        strings
    }

    fn plural(&mut self, forms: &serde_json::Map<String, Value>) -> Text {
        let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
        let mut forms: BTreeMap<String, String> =
            forms.iter().map(|(key, it)| (key.clone(), text(it))).collect();
        let lang = forms.remove("lang").unwrap_or_else(|| "en".to_owned());
        if !self.rules.contains_key(&lang) {
            self.rules.extend(rules(&lang).map(|it| (lang.clone(), it)));
        }
        Text::Plural { lang, forms }
    }

    /// The text of a key with its places filled; `n` among them chooses the plural form.
    pub fn text(&self, key: &str, places: &[(&str, &str)]) -> Result<String, TextError> {
        let pattern = match self.texts.get(key).ok_or(TextError::Unknown)? {
            Text::One(text) => text,
            Text::Plural { lang, forms } => self.form(lang, forms, places)?,
        };
        fill(pattern, places)
    }

    /// The texts that need nothing filled in, by their keys.
    pub fn plain(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().filter_map(|(key, text)| match text {
            Text::One(text) if !text.contains('{') => Some((&**key, &**text)),
            _ => None,
        })
    }

    /// The key that is nearest to one that is not there.
    pub fn like(&self, key: &str) -> Option<&str> {
        nearest(key, self.texts.keys().map(String::as_str))
    }

    fn form<'a>(
        &self,
        lang: &str,
        forms: &'a BTreeMap<String, String>,
        places: &[(&str, &str)],
    ) -> Result<&'a str, TextError> {
        let n = places.iter().find(|it| it.0 == "n").and_then(|it| it.1.parse().ok());
        let n: u64 = n.ok_or(TextError::NoNumber)?;
        let category =
            self.rules.get(lang).map_or("other", |it| word(it.category_for(n)));
        let form = forms.get(category).or_else(|| forms.get("other"));
        form.map(String::as_str).ok_or(TextError::Unknown)
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("the theme has no text of this name"),
            Self::NoNumber => f.write_str("this text counts something and needs `n`"),
            Self::Unfilled(place) => write!(f, "the text has a place `{{{place}}}`"),
            Self::Unused(place) => write!(f, "the text has no place `{{{place}}}`"),
        }
    }
}

/// The plural rules of a language; none for a tag that is no language.
fn rules(lang: &str) -> Option<PluralRules> {
    let locale = Locale::from_str(lang).ok()?;
    PluralRules::try_new_cardinal((&locale).into()).ok()
}

/// The plural categories a language has, as they are written.
pub fn categories(lang: &str) -> Vec<&'static str> {
    let mut words: Vec<&str> =
        rules(lang).iter().flat_map(|it| it.categories().map(word)).collect();
    words.sort_by_key(|it| CATEGORIES.iter().position(|known| known == it));
    words
}

fn word(category: PluralCategory) -> &'static str {
    CATEGORIES[match category {
        PluralCategory::Zero => 0,
        PluralCategory::One => 1,
        PluralCategory::Two => 2,
        PluralCategory::Few => 3,
        PluralCategory::Many => 4,
        PluralCategory::Other => 5,
    }]
}

/// Puts values into the places of a pattern. `n` may be left out by a form that says the
/// number in a word; everything else must be used.
fn fill(pattern: &str, places: &[(&str, &str)]) -> Result<String, TextError> {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut used = vec!["n"];
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        let place = places.iter().find(|it| it.0 == name);
        let (name, value) = place.ok_or_else(|| TextError::Unfilled(name.to_owned()))?;
        out.push_str(before);
        out.push_str(value);
        used.push(name);
        rest = after;
    }
    out.push_str(rest);
    let unused = places.iter().find(|it| !used.contains(&it.0));
    unused.map_or(Ok(out), |it| Err(TextError::Unused(it.0.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings() -> Strings {
        Strings::of(&serde_json::json!({
            "hello": "Hello {name}",
            "news": { "lang": "ar", "zero": "لا", "one": "خبر", "two": "خبران",
                      "few": "{n} أخبار", "many": "{n} خبرا", "other": "{n} خبر" },
            "pages": { "lang": "fr", "one": "{n} page", "other": "{n} pages" },
        }))
    }

    #[test]
    fn each_language_has_its_own_plural_forms() {
        let strings = strings();
        let count = |key, n: u32| strings.text(key, &[("n", &n.to_string())]);
        let ar = [0, 1, 2, 3, 11, 100].map(|n| count("news", n).unwrap_or_default());
        assert_eq!(ar, ["لا", "خبر", "خبران", "3 أخبار", "11 خبرا", "100 خبر"]);
        assert_eq!(count("pages", 0).as_deref(), Ok("0 page"));
        assert_eq!(categories("ar"), CATEGORIES);
        assert_eq!(categories("en"), ["one", "other"]);
    }

    #[test]
    fn a_place_left_empty_or_not_there_is_an_error() {
        let strings = strings();
        let unfilled = TextError::Unfilled("name".into());
        assert_eq!(strings.text("hello", &[]), Err(unfilled));
        let unused = TextError::Unused("nmae".into());
        assert_eq!(strings.text("hello", &[("name", "A"), ("nmae", "B")]), Err(unused));
        assert_eq!(strings.text("news", &[]), Err(TextError::NoNumber));
        assert_eq!(strings.text("nothing", &[]), Err(TextError::Unknown));
    }
}
