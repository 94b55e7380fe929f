//! Names that other generators give to fields: understood, reported once a file, and used.

use super::{Pair, Reader};
use crate::{
    document::{Item, Record, Value},
    problem::Problem,
    schema::{Field, Type},
    span::{Span, Spanned},
    yaml::{Node, NodeKind},
};

const NAMES: [(&str, &str); 13] = [
    ("lastmod", "updated"),
    ("modified", "updated"),
    ("publishDate", "publish_at"),
    ("expiryDate", "expires_at"),
    ("embargo", "publish_at"),
    ("redirect_from", "aliases"),
    ("permalink", "aliases"),
    ("published", "draft"),
    ("is_draft", "draft"),
    ("tags", "topics"),
    ("categories", "topics"),
    ("excerpt", "summary"),
    ("description", "summary"),
];

/// A field under a foreign name.
pub struct Foreign<'a> {
    /// The name here.
    pub native: &'static str,
    key: &'a Spanned<String>,
    // The value in the terms of the field here.
    node: Node,
    // Both as they should be written, where that differs from the value as it is.
    instead: Option<String>,
}

/// Sets fields under foreign names apart. A name that the type declares itself is its own.
pub fn sort<'a>(pairs: &'a [Pair], ty: &Type) -> (Vec<&'a Pair>, Vec<Foreign<'a>>) {
    let (mut own, mut foreign) = (Vec::with_capacity(pairs.len()), Vec::new());
    for pair in pairs {
        match foreign_of(pair, ty) {
            Some(it) => foreign.push(it),
            None => own.push(pair),
        }
    }
    (own, foreign)
}

fn foreign_of<'a>((key, node): &'a Pair, ty: &Type) -> Option<Foreign<'a>> {
    if ty.field(&key.value).is_some() {
        return None;
    }
    let native = NAMES.iter().find(|it| it.0 == key.value)?.1;
    ty.field(native)?;
    let negated = if key.value == "published" { negate(node) } else { None };
    let instead = negated.as_ref().map(|it| format!("draft: {it}"));
    let node = match negated {
        Some(text) => {
            let kind = NodeKind::Text { text: text.to_owned(), plain: true };
            Node { span: node.span, kind }
        }
        None => node.clone(),
    };
    Some(Foreign { native, key, node, instead })
}

fn negate(node: &Node) -> Option<&'static str> {
    match &node.kind {
        NodeKind::Text { text, plain: true } if text == "true" => Some("false"),
        NodeKind::Text { text, plain: true } if text == "false" => Some("true"),
        _ => None,
    }
}

/// Reads fields under foreign names into the record, and says what to write instead.
pub fn read(
    reader: &mut Reader<'_>,
    foreign: &[Foreign<'_>],
    record: &mut Record,
    ty: &Type,
) {
    for it in foreign {
        let Some(field) = ty.field(it.native) else { continue };
        add(reader, it, field, record);
    }
    if let Some(first) = foreign.first() {
        let problem = report(reader, first, foreign, record);
        reader.problems.push(problem);
    }
}

fn add(reader: &mut Reader<'_>, it: &Foreign<'_>, field: &Field, record: &mut Record) {
    let Some(value) = reader.value(field, &it.node) else { return };
    let there = record.items.iter_mut().find(|other| other.key.value == it.native);
    match (there, value) {
        (None, value) => {
            let key = Spanned { value: it.native.to_owned(), span: it.key.span };
            record.items.push(Item { key, value, span: it.node.span });
        }
        (Some(Item { value: Value::List(list), .. }), Value::List(more)) => {
            list.extend(more);
        }
        (Some(other), _) => {
            let place = reader.place(it.key.span);
            let (key, other) = (&it.key.value, other.key.span);
            reader.problems.push(Problem::said_twice(key, it.native, &place, other));
        }
    }
}

fn report(
    reader: &Reader<'_>,
    first: &Foreign<'_>,
    all: &[Foreign<'_>],
    record: &Record,
) -> Problem {
    let words: Vec<String> = all.iter().map(instruction).collect();
    let help = format!("write {}", words.join(", "));
    let place = reader.place(first.key.span);
    let mut problem = Problem::foreign(&place, &first.key.value, help);
    for it in &all[1..] {
        let text = format!("and this is `{}`", it.native);
        problem = problem.note(reader.front.path, it.key.span, text);
    }
    match rewritten(reader.front.file, all, record) {
        Some((span, text)) => problem.fix(span, text),
        None => problem,
    }
}

fn instruction(it: &Foreign<'_>) -> String {
    match &it.instead {
        Some(instead) => format!("`{instead}` instead of `{}`", it.key.value),
        None => format!("`{}` instead of `{}`", it.native, it.key.value),
    }
}

// From the first foreign name to the last, with the names replaced; not where two would
// become one.
fn rewritten(file: &str, all: &[Foreign<'_>], record: &Record) -> Option<(Span, String)> {
    let alone = |it: &Foreign<'_>| {
        let place = record.item(it.native).map(|it| it.key.span);
        place == Some(it.key.span)
    };
    let (first, last) = (all.first()?, all.last()?);
    if !all.iter().all(alone) {
        return None;
    }
    let start = first.key.span.start as usize;
    let mut text = String::new();
    let mut at = start;
    for it in all {
        text.push_str(file.get(at..it.key.span.start as usize)?);
        text.push_str(it.instead.as_deref().unwrap_or(it.native));
        let end = if it.instead.is_some() { it.node.span.end } else { it.key.span.end };
        at = end as usize;
    }
    let end = at.max(last.key.span.end as usize);
    Some((Span::new(start, end), text))
}
