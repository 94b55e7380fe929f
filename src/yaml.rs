//! YAML as a tree of texts, lists and maps, every part with its place in the file: front
//! matter, and the places of settings.
//!
//! A strict reading of YAML 1.2 (<https://yaml.org/spec/1.2.2/>) without anchors, aliases and
//! tags; what a text means is for its field to say. Knows no field and no setting.

mod caps;
mod mishap;
mod offsets;
mod rescue;
mod tree;

use std::{ops::Range, sync::Arc};

use crate::{
    problem::{Checked, Problem},
    span::{Place, Span, Spanned},
};

/// A part of a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where it is; a map or list in lines ends with its last value.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// Kinds of nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A text; without quotes it is plain, and may mean a number or a truth value. An empty
    /// plain one is no value at all.
    Text {
        /// What it says, escapes resolved.
        text: String,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file, no key twice.
    Map(Vec<(Spanned<String>, Node)>),
    /// Something that cannot be read; a problem was reported.
    Lost,
}

/// A YAML text within a file.
#[derive(Clone, Debug)]
pub struct Yaml<'a> {
    /// The path of the file.
    pub path: &'a Arc<str>,
    /// The whole file as it is on disk.
    pub file: &'a str,
    /// The bytes of the file that are YAML.
    pub part: Range<usize>,
}

impl<'a> Yaml<'a> {
    /// A file that is YAML from beginning to end.
    pub fn whole(path: &'a Arc<str>, file: &'a str) -> Self {
        let start = if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { path, file, part: start..file.len() }
    }

    fn text(&self) -> &'a str {
        self.file.get(self.part.clone()).unwrap_or_default()
    }

    // Widened to whole characters: the counts of a parser are not to be trusted blindly.
    fn place(&self, start: usize, end: usize) -> Place {
        let inside = |at: &usize| self.file.is_char_boundary(*at);
        let start = (0..=start).rev().find(inside).unwrap_or(0);
        let end = (end..=self.file.len()).find(inside).unwrap_or(self.file.len());
        let span = Span::new(start, end);
        Place { path: self.path.clone(), span }
    }
}

/// Reads a YAML text whose top is a map (or nothing, which is an empty map).
///
/// A field that cannot be read is reported and stands in the map as [`NodeKind::Lost`]; the
/// others are read all the same. Nothing comes of a text that is no map or exceeds a limit
/// (64 KB, 32 levels).
pub fn parse(yaml: &Yaml<'_>) -> Checked<Option<Node>> {
    if let Some(problem) = caps::exceeded(yaml) {
        return Checked { value: None, problems: vec![problem] };
    }
    let mut checked = rescue::read(yaml);
    if let Some(node) = &checked.value
        && !matches!(node.kind, NodeKind::Map(_))
    {
        let place = Place { path: yaml.path.clone(), span: node.span };
        checked.problems.push(Problem::not_a_map(&place));
        checked.value = None;
    }
    checked
}

/// A text as a quoted YAML value of one line: in double quotes, or in single ones where that
/// saves escaping.
pub fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

#[cfg(test)]
mod tests;
