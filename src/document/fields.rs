//! Front matter read by the table of fields: each value as its field says, and all that is
//! wrong with any of them. Knows no other document: references stay names.

mod dates;
mod foreign;
mod free;
mod scalar;

use std::sync::Arc;

use super::{Item, Reading, Record, Value};
use crate::{
    problem::{Checked, Problem, nearest::nearest},
    schema::{Field, Kind, Type, TypeId},
    span::{Place, Span, Spanned},
    yaml::{Node, NodeKind},
};

/// A front matter and what it is read with.
#[derive(Clone, Copy, Debug)]
pub struct Front<'a> {
    /// The path of the file.
    pub path: &'a Arc<str>,
    /// The whole file as it is on disk.
    pub file: &'a str,
    /// Its first line, for what has no better place.
    pub head: Span,
    /// Types and languages.
    pub reading: Reading<'a>,
}

/// Reads the map of a front matter as an entry of a type; the ordinals of its references
/// follow the order of the record.
pub fn read(
    front: Front<'_>,
    pairs: &[(Spanned<String>, Node)],
    ty: &Type,
) -> Checked<Record> {
    let mut reader = Reader { front, problems: Vec::new() };
    let (own, foreign) = foreign::sort(pairs, ty);
    let shape = Shape {
        owner: &ty.name,
        fields: &ty.fields,
        one_of: &[],
        place: front.head,
        also: foreign.iter().map(|it| it.native).collect(),
    };
    let mut record = reader.record(&own, &shape);
    foreign::read(&mut reader, &foreign, &mut record, ty);
    reader.changes(&record, ty);
    record.assign_ordinals();
    Checked { value: record, problems: reader.problems }
}

// What a map may hold.
struct Shape<'a> {
    // What it belongs to, for messages.
    owner: &'a str,
    fields: &'a [Field],
    one_of: &'a [Vec<String>],
    // Where a message about what is missing points.
    place: Span,
    // Fields that are there under another name.
    also: Vec<&'a str>,
}

struct Reader<'a> {
    front: Front<'a>,
    problems: Vec<Problem>,
}

type Pair = (Spanned<String>, Node);

impl Reader<'_> {
    fn record(&mut self, pairs: &[&Pair], shape: &Shape<'_>) -> Record {
        let mut items = Vec::with_capacity(pairs.len());
        let mut guesses = shape.also.clone();
        for (key, node) in pairs {
            match shape.fields.iter().find(|it| it.name == key.value) {
                Some(field) => items.extend(self.item(field, key, node)),
                None => guesses.extend(self.unknown(key, shape)),
            }
        }
        let required = shape.fields.iter().filter(|it| it.required);
        for field in required.filter(|it| !guesses.contains(&it.name.as_str())) {
            self.require(field, pairs, shape);
        }
        for group in shape.one_of {
            self.one_of(group, pairs, shape);
        }
        Record { items }
    }

    fn item(
        &mut self,
        field: &Field,
        key: &Spanned<String>,
        node: &Node,
    ) -> Option<Item> {
        let value = self.value(field, node)?;
        Some(Item { key: key.clone(), value, span: node.span })
    }

    fn value(&mut self, field: &Field, node: &Node) -> Option<Value> {
        match &node.kind {
            NodeKind::Lost => None,
            _ if is_empty(node) => None,
            NodeKind::List(nodes) if field.many => {
                let one = |it: &Node| {
                    let value = self.single(field, it)?;
                    Some(Spanned { value, span: it.span })
                };
                Some(Value::List(nodes.iter().filter_map(one).collect()))
            }
            _ if field.many => {
                if self.list_in_a_text(field, node) {
                    return None;
                }
                let value = self.single(field, node)?;
                Some(Value::List(vec![Spanned { value, span: node.span }]))
            }
            _ => self.single(field, node),
        }
    }

    fn single(&mut self, field: &Field, node: &Node) -> Option<Value> {
        match (&field.kind, &node.kind) {
            (_, NodeKind::Lost) => None,
            (Kind::Free, _) => Some(Value::Free(free::json(node).to_string())),
            (Kind::Record { fields, one_of, .. }, NodeKind::Map(pairs)) => {
                let pairs: Vec<&Pair> = pairs.iter().collect();
                let place = self.first_line(node.span);
                let owner = &field.name;
                let shape = Shape { owner, fields, one_of, place, also: Vec::new() };
                Some(Value::Record(self.record(&pairs, &shape)))
            }
            (Kind::Record { fields, one_of, shorthand: Some(short) }, _) => {
                let pair =
                    (Spanned { value: short.clone(), span: node.span }, node.clone());
                let place = self.first_line(node.span);
                let owner = &field.name;
                let shape = Shape { owner, fields, one_of, place, also: Vec::new() };
                Some(Value::Record(self.record(&[&pair], &shape)))
            }
            (Kind::Names, NodeKind::Map(pairs)) => Some(Value::Record(self.names(pairs))),
            (kind, NodeKind::Text { text, plain })
                if !matches!(kind, Kind::Record { .. } | Kind::Names) =>
            {
                let text = scalar::Text { text: text.trim(), plain: *plain };
                self.scalar(field, text, node.span)
            }
            _ => {
                self.shape(field, node);
                None
            }
        }
    }

    fn names(&mut self, pairs: &[Pair]) -> Record {
        let mut items = Vec::new();
        for (key, node) in pairs {
            if !scalar::is_language_tag(&key.value) {
                let place = self.place(key.span);
                self.problems.push(Problem::language_tag(&key.value, &place));
            } else if let NodeKind::Text { text, .. } = &node.kind {
                let value = Value::Text(text.trim().to_owned());
                items.push(Item { key: key.clone(), value, span: node.span });
            } else if node.kind != NodeKind::Lost {
                let place = self.place(self.first_line(node.span));
                let help = format!("write it as `{}: \"…\"`", key.value);
                let problem =
                    Problem::shape(&key.value, &place, found(&node.kind), "a name");
                self.problems.push(problem.help(help));
            }
        }
        Record { items }
    }

    // Gives the field that was meant.
    fn unknown<'b>(
        &mut self,
        key: &Spanned<String>,
        shape: &Shape<'b>,
    ) -> Option<&'b str> {
        let names = || shape.fields.iter().map(|it| it.name.as_str());
        let near = alike(&key.value, names()).or_else(|| nearest(&key.value, names()));
        let place = self.place(key.span);
        let known = list(shape.fields);
        let problem = Problem::unknown_key(shape.owner, &key.value, &place, near, &known);
        self.problems.push(problem);
        near
    }

    fn require(&mut self, field: &Field, pairs: &[&Pair], shape: &Shape<'_>) {
        let example = scalar::example(field);
        match pairs.iter().find(|it| it.0.value == field.name) {
            None => {
                let place = self.place(shape.place);
                let problem =
                    Problem::missing(shape.owner, &field.name, &place, &example);
                self.problems.push(problem);
            }
            Some((key, node)) if is_empty(node) => {
                let place = self.place(key.span);
                self.problems.push(Problem::empty(&field.name, &place, &example));
            }
            Some(_) => {}
        }
    }

    fn one_of(&mut self, group: &[String], pairs: &[&Pair], shape: &Shape<'_>) {
        let there = |it: &&&Pair| group.contains(&it.0.value) && !is_empty(&it.1);
        let found = pairs.iter().filter(there).count();
        if found != 1 {
            let last = pairs.iter().rev().find(there).map(|it| it.0.span);
            let place = self.place(last.unwrap_or(shape.place));
            self.problems.push(Problem::one_of(shape.owner, group, &place, found));
        }
    }

    fn changes(&mut self, record: &Record, ty: &Type) {
        let Some(updated) = record.item("updated") else { return };
        if ty.field("changes").is_some() && record.list("changes").is_empty() {
            let text = self.front.file.get(updated.span.range()).unwrap_or_default();
            let problem = Problem::no_changes(&self.place(updated.key.span), text);
            self.problems.push(problem);
        }
    }

    // `topics: fraud, theft`: every part could be an id, so it is hardly one name.
    fn list_in_a_text(&mut self, field: &Field, node: &Node) -> bool {
        let (Kind::Reference(_), NodeKind::Text { text, plain: true }) =
            (&field.kind, &node.kind)
        else {
            return false;
        };
        let id = |it: &str| {
            let it = it.trim();
            let code = it.len() <= 3 && it.chars().all(|c| c.is_ascii_uppercase());
            !it.is_empty() && (code || super::slug::is_slug(it))
        };
        let list = text.contains(',') && text.split(',').all(id);
        if list {
            let place = self.place(node.span);
            let parts: Vec<&str> = text.split(',').map(str::trim).collect();
            let list = format!("[{}]", parts.join(", "));
            self.problems.push(Problem::list_in_a_text(&field.name, &list, &place));
        }
        list
    }

    fn shape(&mut self, field: &Field, node: &Node) {
        let place = self.place(self.first_line(node.span));
        let wanted = scalar::wanted(field);
        let problem = Problem::shape(&field.name, &place, found(&node.kind), &wanted);
        self.problems.push(problem.help(self.shaped(field, node)));
    }

    // The first item of a list is a value as it should be.
    fn shaped(&self, field: &Field, node: &Node) -> String {
        let name = &field.name;
        let first = match &node.kind {
            NodeKind::List(items) if !field.many => items.first(),
            _ => None,
        };
        let is_text = |it: &&Node| matches!(it.kind, NodeKind::Text { .. });
        let text = |it: &Node| self.front.file.get(it.span.range());
        match (&field.kind, first.filter(is_text).and_then(text)) {
            (Kind::Record { fields, .. }, _) => {
                format!("the fields of `{name}` are {}", list(fields))
            }
            (_, Some(text)) => format!("keep one of them: `{name}: {text}`"),
            _ => format!("write it as `{}`", scalar::line(field)),
        }
    }

    fn first_line(&self, span: Span) -> Span {
        let text = self.front.file.get(span.range()).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default();
        Span::new(span.start as usize, span.start as usize + line.len())
    }

    fn place(&self, span: Span) -> Place {
        Place { path: self.front.path.clone(), span }
    }

    fn types(&self, names: &[String]) -> Vec<TypeId> {
        names.iter().filter_map(|it| self.front.reading.schema.named(it)).collect()
    }
}

// `title:` with nothing behind it, `~` and `null`: no value at all.
fn is_empty(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Text { text, plain: true } => matches!(&**text, "" | "~" | "null"),
        NodeKind::Text { text, .. } => text.trim().is_empty(),
        _ => false,
    }
}

fn found(kind: &NodeKind) -> &'static str {
    match kind {
        NodeKind::List(_) => "a list",
        NodeKind::Map(_) => "a set of fields",
        _ => "a single value",
    }
}

fn list(fields: &[Field]) -> String {
    let names: Vec<String> = fields.iter().map(|it| format!("`{}`", it.name)).collect();
    names.join(", ")
}

// `publishAt`, `publish-at` and `Publish_At` are all `publish_at`.
fn alike<'a>(key: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let bare = |text: &str| text.to_lowercase().replace(['-', '_', ' '], "");
    let key = bare(key);
    names.into_iter().find(|it| bare(it) == key)
}

#[cfg(test)]
mod tests;
