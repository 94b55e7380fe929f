//! The declarations of a stylesheet with the blocks they stand in. A reader of what themes
//! are made of, not of all of CSS (<https://www.w3.org/TR/css-syntax-3/>): comments, quoted
//! texts, nested blocks.

use crate::{span::Span, theme::stylesheet::quoted};

/// A declaration: `--link: #0b5394`.
#[derive(Clone, Debug)]
pub struct Declaration<'a> {
    /// What stands before the blocks around it, the outermost first:
    /// `@layer theme`, `:root`.
    pub around: Vec<&'a str>,
    /// What is declared.
    pub name: &'a str,
    /// Its value, without space around it.
    pub value: &'a str,
    /// Where its name stands.
    pub span: Span,
}

/// All declarations, in their order.
pub fn declarations(css: &str) -> Vec<Declaration<'_>> {
    let mut found = Vec::new();
    let mut around: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(next) = css[at..].chars().next() {
        let end = at + length(&css[at..], next);
        if matches!(next, '{' | '}' | ';') {
            let part = trimmed(css, start, at);
            match next {
                '{' => around.push(&css[part.range()]),
                _ => found.extend(declaration(css, part, &around)),
            }
            if next == '}' {
                around.pop();
            }
            start = end;
        }
        at = end;
    }
    found
}

/// The tokens that a text asks for without saying what to take where they are not
/// declared: `--link` in `var(--link)`.
pub fn used(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = text.match_indices("var(").map(|it| it.0 + "var(".len());
    starts.filter_map(move |start| {
        let end = start + text[start..].find([')', ','])?;
        text[end..].starts_with(')').then(|| (start, text[start..end].trim()))
    })
}

/// The length of a comment, of a quoted text, or of one character.
fn length(rest: &str, first: char) -> usize {
    match first {
        '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |it| it + 2),
        '"' | '\'' => quoted(rest, first),
        other => other.len_utf8(),
    }
}

fn declaration<'a>(
    css: &'a str,
    part: Span,
    around: &[&'a str],
) -> Option<Declaration<'a>> {
    let text = &css[part.range()];
    let (name, value) = text.split_once(':')?;
    let start = part.range().start;
    let span = Span::new(start, start + name.trim_end().len());
    let (name, value) = (name.trim_end(), value.trim());
    Some(Declaration { around: around.to_vec(), name, value, span })
}

/// A part of a stylesheet without space and comments before it and space behind.
fn trimmed(css: &str, mut start: usize, end: usize) -> Span {
    loop {
        let rest = css[start..end].trim_start();
        start = end - rest.len();
        match rest.strip_prefix("/*").and_then(|it| it.find("*/")) {
            Some(close) => start += close + "/**/".len(),
            None => return Span::new(start, start + rest.trim_end().len()),
        }
    }
}
