//! Headline and standfirst: `W301`, `W302`.

use unicode_segmentation::UnicodeSegmentation;

use crate::problem::{Problem, Severity};

use super::{Finding, article::Article, fold::spoken, sentences::has_spaces};

const TITLE: usize = 65;
const TITLE_AT_MOST: usize = 110;
const STANDFIRST: usize = 200;

/// A headline that lists, search engines and cards would cut.
pub fn headline(article: &Article, found: &mut Vec<Finding>) {
    let title = article.document.fields.text("title").unwrap_or_default();
    let length = title.graphemes(true).count();
    if !article.is_news() || length <= TITLE || !has_spaces(article.tag()) {
        return;
    }
    let at = article.place("title");
    let (limit, level) = match length {
        ..=TITLE_AT_MOST => (TITLE, Severity::Warning),
        _ => (TITLE_AT_MOST, Severity::Error),
    };
    found.push(Problem::title_long(&at, length, limit).level(level).into());
}

/// A standfirst that is missing, too long, or says what the headline says.
pub fn standfirst(article: &Article, found: &mut Vec<Finding>) {
    if !article.is_news() {
        return;
    }
    let fields = &article.document.fields;
    let title = fields.text("title").unwrap_or_default();
    let Some(text) = fields.text("standfirst").or_else(|| fields.text("summary")) else {
        let at = article.place("title");
        found.push(Finding::of("missing", Problem::standfirst_missing(&at)));
        return;
    };
    let key = if fields.has("standfirst") { "standfirst" } else { "summary" };
    let at = article.place(key);
    let length = text.graphemes(true).count();
    if length > STANDFIRST && has_spaces(article.tag()) {
        found.push(Finding::of("long", Problem::standfirst_long(&at, length)));
    }
    if repeats(text, title) {
        found.push(Finding::of("title", Problem::standfirst_repeats(&at)));
    }
}

/// Whether a standfirst holds the headline, or nearly all of its longer words.
fn repeats(standfirst: &str, title: &str) -> bool {
    let (standfirst, title) = (spoken(standfirst), spoken(title));
    let long = |word: &&str| word.chars().count() > 3;
    let words: Vec<&str> = title.unicode_words().filter(long).collect();
    let there = |word: &&&str| standfirst.unicode_words().any(|it| it == **word);
    let shared = words.iter().filter(there).count();
    standfirst.contains(&title) || words.len() >= 4 && shared * 5 >= words.len() * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standfirst_repeats_what_it_says_again() {
        let title = "Korea to fund INTERPOL projects combating cyber-enabled crime";
        assert!(repeats(title, title));
        assert!(repeats(
            "Seoul: “Korea to fund INTERPOL projects combating cyber-enabled crime”",
            title
        ));
        assert!(repeats(
            "Projects combating cyber-enabled crime: Korea will fund INTERPOL",
            title
        ));
        assert!(!repeats(
            "Focus will be on initiatives to tackle financial crimes",
            title
        ));
    }
}
