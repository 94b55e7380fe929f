//! One kind of apostrophe in a text: `W343`.

use crate::{problem::Problem, span::Span};

use super::{Finding, article::Article};

/// Straight and curly apostrophes in one text.
// The file is read, not the text: typographic punctuation may have made all of them curly.
pub fn mixed(article: &Article, found: &mut Vec<Finding>) {
    if !article.is_news() {
        return;
    }
    let (mut straight, mut curly) = (Vec::new(), Vec::new());
    for block in article.paragraphs() {
        let Some(slice) = article.source.get(block.span.range()) else { continue };
        let start = block.span.range().start;
        straight.extend(apostrophes(slice, '\'').map(|at| start + at));
        curly.extend(apostrophes(slice, '’').map(|at| start + at));
    }
    let (rare, length) =
        if straight.len() <= curly.len() { (&straight, 1) } else { (&curly, 3) };
    let (Some(first), false) = (rare.first(), straight.is_empty() || curly.is_empty())
    else {
        return;
    };
    let at = article.at(Span::new(*first, first + length));
    found.push(Problem::apostrophes_mixed(&at, straight.len(), curly.len()).into());
}

fn apostrophes(text: &str, mark: char) -> impl Iterator<Item = usize> {
    let behind_letter = |at: &usize| text[..*at].ends_with(char::is_alphabetic);
    text.match_indices(mark).map(|it| it.0).filter(behind_letter)
}
