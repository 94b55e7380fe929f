//! The way from the text of `site.yaml` to its rows, and from what the reader of YAML says is
//! wrong to words for editors.

use std::sync::Arc;

use serde_json::Value;

use super::{file::File, places::Places};
use crate::{
    problem::{Checked, Problem, Severity, nearest::nearest},
    schema::json_schema,
    source::Source,
    span::{Place, Span, Spanned},
    yaml::{self, Node, NodeKind, Yaml},
};

/// Reads the file; none where something in it has not the right shape. All keys that are no
/// settings are reported, and the first value of the wrong kind.
pub fn read(source: &Source) -> Checked<Option<(File, Places)>> {
    let path = &source.path;
    let text = match std::str::from_utf8(&source.bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let place = Place { path: path.clone(), span: Span::new(at, at + 1) };
            let problem = Problem::settings_unreadable(place, "this is not UTF-8 text");
            return Checked { value: None, problems: vec![problem] };
        }
    };
    let mut problems = Vec::new();
    let tree = yaml::parse(&Yaml::whole(path, text)).unload(&mut problems);
    problems = problems.into_iter().map(Problem::in_settings).collect();
    let Some(tree) =
        tree.filter(|_| problems.iter().all(|it| it.severity != Severity::Error))
    else {
        return Checked { value: None, problems };
    };
    problems.extend(strangers(path, &tree));
    let file = rows(path, text).unload(&mut problems);
    Checked { value: file.map(|it| (it, Places::of(path, &tree))), problems }
}

/// Reads a text that is known to be YAML into rows.
fn rows(path: &Arc<str>, text: &str) -> Checked<Option<File>> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let skipped = text.len() - plain.len();
    let error = match serde_yaml::from_str(plain) {
        Ok(file) => return Checked::clean(Some(file)),
        Err(error) => error,
    };
    let location = error.location();
    let at = location.map_or(0, |it| offset(plain, it.line(), it.column()));
    let end = at + word(&plain[at..]);
    let place =
        Place { path: path.clone(), span: Span::new(skipped + at, skipped + end) };
    Checked {
        value: None,
        problems: reworded(place, &error.to_string()).into_iter().collect(),
    }
}

/// The keys that are no settings.
fn strangers(path: &Arc<str>, tree: &Node) -> Vec<Problem> {
    let schema = json_schema::of_site();
    let mut search = Search { path, schema: &schema, problems: Vec::new() };
    search.look(tree, &schema);
    search.problems
}

struct Search<'a> {
    path: &'a Arc<str>,
    schema: &'a Value,
    problems: Vec<Problem>,
}

impl Search<'_> {
    fn look(&mut self, node: &Node, rule: &Value) {
        let named = rule["$ref"].as_str().and_then(|it| it.strip_prefix('#'));
        let schema = self.schema;
        let rule = named.and_then(|it| schema.pointer(it)).unwrap_or(rule);
        match &node.kind {
            NodeKind::Map(items) => {
                for (key, node) in items {
                    self.key(key, node, rule);
                }
            }
            NodeKind::List(items) => {
                for item in items {
                    self.look(item, &rule["items"]);
                }
            }
            NodeKind::Text { .. } | NodeKind::Lost => {}
        }
    }

    fn key(&mut self, key: &Spanned<String>, node: &Node, rule: &Value) {
        let known = rule["properties"].as_object();
        match known.and_then(|it| it.get(&key.value)) {
            Some(rule) => self.look(node, rule),
            None if rule["additionalProperties"] == Value::Bool(false) => {
                let known =
                    known.into_iter().flat_map(|it| it.keys().map(String::as_str));
                let known: Vec<&str> = known.collect();
                let near = nearest(&key.value, known.iter().copied());
                let place = Place { path: self.path.clone(), span: key.span };
                let problem = Problem::unknown_setting(place, &key.value, near, &known);
                self.problems.push(problem);
            }
            None => self.look(node, &rule["additionalProperties"]),
        }
    }
}

/// The byte at a line and column, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column - 1).map_or(rest.len(), |it| it.0)
}

/// How long the word is that a text begins with; a byte at least, if there is any.
fn word(text: &str) -> usize {
    let quoted = text.strip_prefix('"').and_then(|it| it.find(['"', '\n']));
    let end = quoted.map(|it| it + 2).filter(|it| *it <= text.len());
    let plain = || text.find([' ', ':', ',', '\n', '\r', ']', '}']);
    let first = text.chars().next().map_or(0, char::len_utf8);
    end.or_else(plain).unwrap_or(text.len()).max(first)
}

/// The problem that an error of the reader is, by its message: a path of keys, what is
/// wrong, and the place again. None for a key that is no setting: those are found before.
fn reworded(place: Place, message: &str) -> Option<Problem> {
    let message = message.split(" at line ").next().unwrap_or_default();
    let kinds = ["unknown ", "invalid ", "duplicate ", "missing "];
    let start = kinds.iter().filter_map(|it| message.find(it)).min();
    let (path, said) = message.split_at(start.unwrap_or(message.len()));
    let path = path.trim_end_matches([':', ' ']);
    let mut quoted = said.split('`').skip(1).step_by(2);
    let word = quoted.next().unwrap_or_default();
    let known: Vec<&str> = quoted.collect();
    Some(match said.split(' ').next() {
        Some("unknown") if said.starts_with("unknown field") => return None,
        Some("unknown") => {
            let near = nearest(word, known.iter().copied());
            Problem::unknown_choice(place, word, near, &known)
        }
        Some("missing") => Problem::missing_setting(place, word),
        Some("invalid") => {
            let wanted = said.rsplit(", expected ").next().unwrap_or_default();
            let (wanted, example) = in_words(wanted);
            Problem::wrong_setting(place, path, wanted, example)
        }
        _ => Problem::settings_unreadable(place, message),
    })
}

/// What a setting must be, and an example of that, for what the reader calls it.
fn in_words(expected: &str) -> (&str, &'static str) {
    match expected {
        "a string" => ("a text", "\"…\""),
        "a boolean" => ("`true` or `false`", "true"),
        "usize" | "i64" => ("a whole number", "4"),
        "f64" => ("a number", "0.5"),
        "a sequence" => ("a list", "[…]"),
        it if it.starts_with("struct ") => ("a map of settings", "{ … }"),
        it => (it, "…"),
    }
}
