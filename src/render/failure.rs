//! What the template engine reports, in an editor's words and at its place in a file.

use std::sync::Arc;

use tera::{Error, ErrorKind, ReportError};

use crate::{
    problem::{Problem, nearest::nearest},
    render::filters,
    span::{Place, Span},
    theme::{Template, Theme},
};

/// The filters that the engine brings along, for suggestions.
const FILTERS: [&str; 35] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
];

/// The templates of a theme, for messages about them.
#[derive(Debug)]
pub struct Templates {
    all: Vec<Template>,
    names: Vec<String>,
}

impl Templates {
    /// Those of a theme.
    pub fn of(theme: &Theme) -> Self {
        Self { all: theme.templates.clone(), names: theme.template_names() }
    }

    fn named(&self, name: &str) -> Option<&Template> {
        self.all.iter().find(|it| it.name == name)
    }

    fn place(&self, name: &str, span: Span) -> Place {
        let path = self.named(name).map_or_else(|| Arc::from(name), |it| it.path.clone());
        Place { path, span }
    }

    /// Where a template first says `word`.
    fn place_of(&self, name: &str, word: &str) -> Place {
        let at = self.named(name).and_then(|it| it.text.find(word));
        let span = at.map_or(Span::default(), |at| Span::new(at, at + word.len()));
        self.place(name, span)
    }

    /// Everything that stands behind a word such as `{% block` in any template.
    fn defined(&self, tag: &str) -> Vec<&str> {
        let name_end = |c: char| !c.is_alphanumeric() && !"_.".contains(c);
        let texts = self.all.iter().flat_map(|it| it.text.split(tag).skip(1));
        texts.filter_map(|it| it.trim_start().split(name_end).next()).collect()
    }
}

/// What is wrong with templates that could not be compiled.
pub fn of_compiling(error: &Error, templates: &Templates) -> Vec<Problem> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let place = templates.place(report.filename(), span(report));
            vec![Problem::template_syntax(&place, &lower(report.message()))]
        }
        ErrorKind::MissingParent { current, parent } => {
            let place = templates.place_of(current, parent);
            let help = like("template", parent, templates);
            vec![Problem::template_reference(&place, "template", parent, help)]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain: chain }
        | ErrorKind::CircularInclude { tpl, include_chain: chain } => {
            let place = templates.place_of(tpl, first_tag(tpl, templates));
            vec![Problem::template_circle(&place, chain)]
        }
        other => reports(&other.to_string(), templates),
    }
}

/// What is wrong with a template that failed on the page at `address`.
pub fn of_rendering(error: &Error, templates: &Templates, address: &str) -> Problem {
    let ErrorKind::RenderingError(report) = error.kind() else {
        return Problem::rendering_failed(&lower(&error.to_string()), address);
    };
    let (reason, help) = plain(report.message());
    let place = templates.place(report.filename(), span(report));
    Problem::template_failed(&place, &reason, address, help)
}

fn span(report: &ReportError) -> Span {
    Span::new(report.span().range.start, report.span().range.end)
}

/// The tag that extends or includes, for a message about a circle.
fn first_tag(name: &str, templates: &Templates) -> &'static str {
    let text = templates.named(name).map_or("", |it| &it.text);
    let tags = ["extends", "include"].into_iter();
    tags.filter(|tag| text.contains(tag)).min_by_key(|tag| text.find(tag)).unwrap_or("")
}

/// The problems in a text of several reports, each of which begins with
/// `error: <what>` and ` --> <template>:<line>:<column>`; or of something without a place.
fn reports(text: &str, templates: &Templates) -> Vec<Problem> {
    let blocks = text.split("\n\n").filter_map(|it| it.strip_prefix("error: "));
    let found: Vec<Problem> = blocks
        .filter_map(|block| {
            let mut lines = block.lines();
            let what = lines.next()?;
            let place = lines.next()?.trim_start().strip_prefix("--> ")?;
            Some(reference(what, place, templates))
        })
        .collect();
    if !found.is_empty() {
        return found;
    }
    let last = text.rsplit('`').nth(1).unwrap_or("");
    vec![Problem::template_syntax(&templates.place(last, Span::default()), &lower(text))]
}

/// ``Unknown filter `x` `` or ``Block `x` is not defined …`` at `template:line:column`.
fn reference(what: &str, place: &str, templates: &Templates) -> Problem {
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next().and_then(|it| it.parse().ok()).unwrap_or(1);
    let (column, line) = (number(), number());
    let template = parts.next().unwrap_or("");
    let name = what.split('`').nth(1).unwrap_or("");
    let kind = match what.strip_prefix("Unknown ") {
        Some(rest) => rest.split(' ').next().unwrap_or("thing"),
        None => "block",
    };
    let text = templates.named(template).map_or("", |it| &it.text);
    let from = offset(text, line, column);
    let at = text[from..].find(name).map_or(from, |it| from + it);
    let place = templates.place(template, Span::new(at, at + name.len()));
    Problem::template_reference(&place, kind, name, like(kind, name, templates))
}

/// `did you mean …` for the kind of thing that is unknown.
fn like(kind: &str, word: &str, templates: &Templates) -> Option<String> {
    let other = |it: &&str| *it != word;
    let found = match kind {
        "filter" => nearest(word, FILTERS.into_iter().chain(filters::OWN))?.to_owned(),
        "component" => nearest(word, templates.defined("component "))?.to_owned(),
        "block" => nearest(word, templates.defined("block ").into_iter().filter(other))?
            .to_owned(),
        "template" => {
            let word = word.trim_end_matches(".html");
            nearest(word, templates.names.iter().map(String::as_str))?.to_owned()
                + ".html"
        }
        _ => return None,
    };
    Some(format!("did you mean `{found}`?"))
}

/// A message of a page being rendered, in plain words, and what may have been meant.
fn plain(message: &str) -> (String, Option<String>) {
    let word = message.split('`').nth(1).unwrap_or("");
    let known = message.split_once("Available ").and_then(|it| it.1.split_once(": "));
    let known: Vec<&str> = known.map_or(Vec::new(), |it| it.1.split(", ").collect());
    let help = match nearest(word, known.iter().copied()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if known.is_empty() => None,
        None => Some(format!("what there is: {}", known.join(", "))),
    };
    if message.starts_with("Variable `") {
        return (format!("there is no `{word}` here"), help);
    }
    if message.starts_with("Field `") {
        return (format!("it has no `{word}`"), help);
    }
    if message.starts_with("Tried to render a variable that is undefined") {
        let help = "write `or \"\"` behind it, or ask with `{% if … %}` first";
        return ("this has no value here".into(), Some(help.into()));
    }
    (lower(message), help)
}

/// A message with a small first letter and no full stop.
fn lower(message: &str) -> String {
    let mut chars = message.trim_end().trim_end_matches('.').chars();
    let first = chars.next().map(|it| it.to_lowercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

/// The byte offset of a line and column, both from 1, the column in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    let rest = &text[start..];
    start
        + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |it| it.0)
}
