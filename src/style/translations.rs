//! Translations that say something else than their source: `W353`.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::{
    problem::Problem,
    site::{EntryId, LangId},
    span::Place,
};

use super::{Finding, article::Article};

/// Numbers that are shown in a message.
const SHOWN: usize = 4;

/// A translation that is older than its source, or that has other numbers or another date.
pub fn differences(article: &Article, found: &mut Vec<Finding>) {
    let Some(source) = source(article) else { return };
    let (own, original) = (last_change(article), last_change(&source));
    if own.zip(original).is_some_and(|(own, original)| own < original) {
        let key = if article.document.fields.has("updated") { "updated" } else { "date" };
        let problem = Problem::translation_older(&article.place(key), &changed(&source));
        found.push(Finding::of("older", problem));
    }
    if article.moment("date") != source.moment("date") {
        let problem =
            Problem::translation_date(&article.place("date"), &source.place("date"));
        found.push(Finding::of("date", problem));
    }
    numbers_differ(article, &source, found);
}

fn numbers_differ(article: &Article, source: &Article, found: &mut Vec<Finding>) {
    let (own, original) = (numbers_of(article), numbers_of(source));
    if own.is_empty() && article.blocks.is_empty() {
        return;
    }
    let missing: Vec<String> = original.difference(&own).take(SHOWN).cloned().collect();
    let added: Vec<String> = own.difference(&original).take(SHOWN).cloned().collect();
    if !missing.is_empty() || !added.is_empty() {
        let (at, there) = (article.place("title"), source.place("title"));
        let problem = Problem::translation_numbers(&at, &there, &missing, &added);
        found.push(Finding::of("numbers", problem));
    }
}

/// The article that this one translates: the one it says, else that of the site's own
/// language.
fn source<'a>(article: &Article<'a>) -> Option<Article<'a>> {
    let said = article.document.fields.name("translation_of");
    let said = said.and_then(|it| article.target(it.ordinal));
    let own = |id: &EntryId| article.site.entry(*id).lang == LangId(0);
    let translations = &article.site.translations[article.id.0 as usize];
    let id = said.or_else(|| translations.iter().copied().find(own))?;
    article.survey.article(id).filter(|it| it.id != article.id && article.is_news())
}

fn last_change(article: &Article) -> Option<Timestamp> {
    article.moment("updated").or_else(|| article.moment("date"))
}

fn changed(source: &Article) -> Place {
    let updated = source.document.fields.has("updated");
    source.place(if updated { "updated" } else { "date" })
}

fn numbers_of(article: &Article) -> BTreeSet<String> {
    article.paragraphs().flat_map(|it| numbers(&it.text)).collect()
}

/// The numbers of a text without what languages write differently: `1,300`, `1.300` and
/// `1 300` are one number, `2.1` and `2,1` another.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    let chars: Vec<char> = text.chars().map(western).collect();
    for (at, c) in chars.iter().enumerate() {
        if c.is_ascii_digit() {
            number.push(*c);
        } else if !number.is_empty() {
            match joint(&chars, at) {
                Joint::Group => {}
                Joint::Decimal => number.push('.'),
                Joint::None => found.push(std::mem::take(&mut number)),
            }
        }
    }
    found.extend(Some(number).filter(|it| !it.is_empty()));
    found
}

enum Joint {
    Group,
    Decimal,
    None,
}

/// What a sign between two digits is.
fn joint(chars: &[char], at: usize) -> Joint {
    let digits = chars[at + 1..].iter().take_while(|it| it.is_ascii_digit()).count();
    let before = chars[..at].iter().rev().take_while(|it| it.is_ascii_digit()).count();
    match chars[at] {
        '.' | ',' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '٬'
            if digits == 3 && before <= 3 =>
        {
            Joint::Group
        }
        ' ' if digits == 3 && before < 3 => Joint::Group,
        '.' | ',' | '٫' if digits > 0 => Joint::Decimal,
        _ => Joint::None,
    }
}

fn western(c: char) -> char {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        _ => return c,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_number_in_every_language() {
        let of = |text: &str| numbers(text).join(" ");
        assert_eq!(of("EUR 2.1 million, 1,300 people in 2015."), "2.1 1300 2015");
        assert_eq!(
            of("2,1 millions d’euros, 1\u{202f}300 personnes en 2015."),
            "2.1 1300 2015"
        );
        assert_eq!(of("2,1 millones, 1.300 personas en 2015"), "2.1 1300 2015");
        assert_eq!(of("٢٫١ مليون و١٬٣٠٠ شخص"), "2.1 1300");
        assert_eq!(of("10 300 and 2015 300"), "10300 2015 300");
        assert_eq!(of("none"), "");
    }
}
