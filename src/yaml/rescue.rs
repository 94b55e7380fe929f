//! Reading on behind an error: the field that cannot be read is blanked out and the rest
//! read again, so that one slip does not hide the others. Knows no field's meaning.

use std::borrow::Cow;

use super::{
    Node, NodeKind, Yaml, mishap,
    tree::{self, Fault},
};
use crate::{
    problem::{Checked, Problem},
    span::{Span, Spanned},
};

// A text with more slips than this is no front matter.
const ROUNDS: usize = 20;

/// Reads a YAML text that is within the limits.
pub fn read(yaml: &Yaml<'_>) -> Checked<Option<Node>> {
    let mut text = Cow::Borrowed(yaml.text());
    let mut problems = Vec::new();
    let mut lost = Vec::new();
    for at in directives(yaml) {
        problems.push(mishap::directive(yaml, at));
        blank(yaml, &mut text, at, &mut lost);
    }
    for _ in 0..ROUNDS {
        let mut found = Vec::new();
        match tree::build(yaml, &text, &mut found) {
            Ok(mut node) => {
                problems.extend(found);
                add_lost(&mut node, lost);
                return Checked { value: Some(node), problems };
            }
            Err(fault) => {
                let problem = explain(yaml, &fault);
                let at = problem.place.as_ref().map(|it| it.span.start as usize);
                problems.push(problem);
                let mut blank = |at| blank(yaml, &mut text, at, &mut lost);
                if !at.is_some_and(&mut blank) && !blank(fault.at) {
                    break;
                }
            }
        }
    }
    Checked { value: None, problems }
}

// Lines that begin with `%` would speak to the parser, which also loses count in them.
fn directives(yaml: &Yaml<'_>) -> Vec<usize> {
    let text = yaml.text();
    let lines = text.match_indices('%').map(|it| it.0);
    let first = |at: &usize| *at == 0 || text[..*at].ends_with(['\n', '\r']);
    lines.filter(first).map(|at| yaml.part.start + at).take(ROUNDS).collect()
}

fn explain(yaml: &Yaml<'_>, fault: &Fault) -> Problem {
    if fault.why.is_empty() {
        return Problem::too_deep(&yaml.place(fault.at, fault.at + 1));
    }
    mishap::explain(yaml, fault)
}

fn add_lost(node: &mut Node, lost: Vec<Spanned<String>>) {
    let NodeKind::Map(pairs) = &mut node.kind else { return };
    for key in lost {
        if pairs.iter().all(|it| it.0.value != key.value) {
            let node = Node { span: key.span, kind: NodeKind::Lost };
            pairs.push((key, node));
        }
    }
}

/// Blanks the field around the byte `at` of the file, character for character, and keeps its
/// key, where it has one, among the lost. False where all of it is blank already.
fn blank(
    yaml: &Yaml<'_>,
    text: &mut Cow<'_, str>,
    at: usize,
    lost: &mut Vec<Spanned<String>>,
) -> bool {
    let original = yaml.text();
    let at = at.saturating_sub(yaml.part.start).min(original.len());
    let (start, end) = field_around(original, at);
    // What was blanked before is shorter in bytes, but not in characters.
    let from = original[..start].chars().count();
    let count = original[start..end].chars().count();
    let before = text.chars().skip(from).take(count);
    if before.clone().all(char::is_whitespace) {
        return false;
    }
    let blanked = before.map(|c| if matches!(c, '\r' | '\n') { c } else { ' ' });
    let head = text.chars().take(from);
    let tail = text.chars().skip(from + count);
    *text = Cow::Owned(head.chain(blanked).chain(tail).collect());
    let key = key_of(&original[start..end]);
    lost.extend(key.map(|it| Spanned {
        value: it.to_owned(),
        span: Span::new(yaml.part.start + start, yaml.part.start + start + it.len()),
    }));
    true
}

// From the last line before `at` that begins a field to the next one that does.
fn field_around(text: &str, at: usize) -> (usize, usize) {
    let (mut start, mut end) = (0, text.len());
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if begins_field(line) {
            if offset <= at {
                start = offset;
            } else {
                end = offset;
                break;
            }
        }
        offset += line.len();
    }
    (start, end)
}

fn begins_field(line: &str) -> bool {
    !line.starts_with([' ', '\t', '#', '-', ']', '}', '\r', '\n'])
}

fn key_of(field: &str) -> Option<&str> {
    let line = field.lines().next()?;
    let key = line.split(':').next()?.trim_end();
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    (!key.is_empty() && key.chars().all(word)).then_some(key)
}
