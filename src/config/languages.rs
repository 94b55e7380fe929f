//! Language tags (BCP 47, <https://www.rfc-editor.org/rfc/rfc5646>): their form, the way
//! they are written, and which languages are written from right to left.

use super::{
    Language,
    file::{Direction, LanguageRow},
    read::Desk,
};
use crate::problem::{Problem, settings::Origin};

/// Languages whose usual script runs from right to left.
const RIGHT_TO_LEFT: [&str; 10] =
    ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

impl Desk<'_> {
    /// The languages of the site, the default one first.
    pub(super) fn languages(
        &mut self,
        rows: &[(String, Option<LanguageRow>)],
        default: Option<String>,
    ) -> Vec<Language> {
        let mut found: Vec<Language> = Vec::new();
        for (name, row) in rows {
            let row = row.clone().unwrap_or_default();
            let from = Origin::of(self.places.key(&["languages", name]), &["languages"]);
            match tag(name) {
                None => self.problems.push(Problem::bad_language(&from, name)),
                Some(tag) if found.iter().any(|it| it.tag == tag) => {
                    self.problems.push(Problem::same_language(&from, name));
                }
                Some(tag) => found.push(language(&tag, &row)),
            }
        }
        self.default_first(&mut found, default);
        found
    }

    fn default_first(&mut self, found: &mut Vec<Language>, written: Option<String>) {
        let plain = |tag: &str| language(tag, &LanguageRow::default());
        let Some(said) = self.said("default_language", written) else {
            if found.is_empty() {
                found.push(plain("en"));
            }
            return;
        };
        let tag = tag(&said.text);
        let at = found.iter().position(|it| Some(&it.tag) == tag.as_ref());
        match (tag, at) {
            (_, Some(at)) => found[..=at].rotate_right(1),
            (Some(tag), None) if found.is_empty() => found.push(plain(&tag)),
            (None, _) => {
                self.problems.push(Problem::bad_language(&said.from, &said.text));
            }
            (Some(_), None) => {
                let tags: Vec<_> = found.iter().map(|it| it.tag.as_str()).collect();
                let problem = Problem::unlisted_language(&said.from, &said.text, &tags);
                self.problems.push(problem);
            }
        }
        if found.is_empty() {
            found.push(plain("en"));
        }
    }
}

/// The tag in lower case, as file names and addresses have it; none where the text has not
/// the form of a tag: a language of two or three letters, then parts of letters and digits.
pub fn tag(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let language = parts.next()?;
    let letters = language.bytes().all(|it| it.is_ascii_alphabetic());
    let part = |it: &str| {
        matches!(it.len(), 1..=8) && it.bytes().all(|it| it.is_ascii_alphanumeric())
    };
    let good = matches!(language.len(), 2..=3) && letters && parts.all(part);
    good.then(|| text.to_ascii_lowercase())
}

/// A language as its row says, the rest by default.
pub fn language(tag: &str, row: &LanguageRow) -> Language {
    let short = tag.split('-').next().unwrap_or_default();
    let rtl = RIGHT_TO_LEFT.contains(&short);
    Language {
        tag: tag.to_owned(),
        locale: canonical(row.locale.as_deref().unwrap_or(tag)),
        rtl: row.dir.map_or(rtl, |it| it == Direction::Rtl),
        title: row.title.clone(),
        description: row.description.clone(),
        disclaimer: row.disclaimer.clone(),
    }
}

/// The usual way to write a tag: `pt-BR`, `zh-Hant-TW`, `ar-EG-u-nu-latn`.
fn canonical(tag: &str) -> String {
    let mut plain = true;
    let part = |(at, part): (usize, &str)| {
        plain &= part.len() > 1;
        match part.len() {
            2 if at > 0 && plain => part.to_ascii_uppercase(),
            4 if at > 0 && plain => part[..1].to_ascii_uppercase() + &part[1..],
            _ => part.to_owned(),
        }
    };
    let lower = tag.to_ascii_lowercase();
    lower.split('-').enumerate().map(part).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_letters_then_parts() {
        for good in ["en", "pt-BR", "zh-Hant", "ckb", "ar-u-nu-latn"] {
            assert_eq!(tag(good), Some(good.to_lowercase()));
        }
        for bad in ["", "e", "english", "en_GB", "en-", "en--gb", "12", "é"] {
            assert_eq!(tag(bad), None, "{bad}");
        }
    }

    #[test]
    fn locale_and_direction_follow_from_the_tag() {
        let of = |tag| language(tag, &LanguageRow::default());
        assert_eq!(of("pt-br").locale, "pt-BR");
        assert_eq!(of("zh-hant-tw").locale, "zh-Hant-TW");
        assert_eq!(of("ar-eg-u-nu-latn").locale, "ar-EG-u-nu-latn");
        assert!(of("ar-eg").rtl && of("he").rtl && !of("en").rtl);
    }
}
