//! Key facts: every figure is in the text or has a source: `E324`.

use crate::{
    document::{Record, Value},
    problem::Problem,
};

use super::{Finding, article::Article, fold::spoken};

/// Key facts that neither the text nor a source bears out.
pub fn key_facts(article: &Article, found: &mut Vec<Finding>) {
    let fields = &article.document.fields;
    if !fields.has("key_facts") {
        return;
    }
    let body = spoken(&article.text());
    let unsourced = |it: &&Record| !it.has("source");
    for item in
        fields.records("key_facts").filter(unsourced).filter_map(|it| it.item("value"))
    {
        let Value::Text(value) = &item.value else { continue };
        if !says(&body, value) {
            let at = article.at(item.span);
            found.push(Finding::of(value, Problem::fact_unsupported(&at, value)));
        }
    }
}

/// Whether a text holds a value, and not only as a part of a longer number or word.
fn says(body: &str, value: &str) -> bool {
    let value = spoken(value);
    let part = |c: char| c.is_alphanumeric();
    let whole = |at: usize| {
        let rest = &body[at + value.len()..];
        let goes_on = |it: &str| it.starts_with(part);
        let before = &body[..at];
        let began = before.strip_suffix(['.', ',']).unwrap_or(before).ends_with(part);
        let ended = !goes_on(rest) && !rest.strip_prefix(['.', ',']).is_some_and(goes_on);
        !began && ended
    };
    !value.is_empty() && body.match_indices(&value).any(|(at, _)| whole(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_there_as_a_whole() {
        let body =
            spoken("Some EUR\u{a0}2.1 million will go there in 2015, and 12,500 more.");
        for value in ["EUR 2.1 million", "2015", "12,500", "eur 2.1 million"] {
            assert!(says(&body, value), "{value}");
        }
        for value in ["EUR 2.1 billion", "201", "12", "500", "2", ""] {
            assert!(!says(&body, value), "{value}");
        }
    }
}
