//! Single values: what each kind of field accepts, and what is said about the rest.

use super::{Reader, dates};
use crate::{
    date::{Moment, PartialDate},
    document::{Named, Value, slug},
    picture::Focus,
    problem::{Problem, nearest::nearest},
    schema::{Field, Kind},
    span::Span,
};

/// A text of the front matter, white space around it removed.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// What it says.
    pub text: &'a str,
    /// Whether it stands without quotes.
    pub plain: bool,
}

impl Reader<'_> {
    /// Reads a text as its field says.
    pub(super) fn scalar(
        &mut self,
        field: &Field,
        Text { text, plain }: Text<'_>,
        span: Span,
    ) -> Option<Value> {
        let read = match &field.kind {
            Kind::Bool => truth(text, plain).map(Value::Bool),
            Kind::Number { min, max } => {
                return self
                    .number(field, text, plain, span)
                    .filter(|it| self.in_range(field, *it, (*min, *max), span))
                    .map(Value::Number);
            }
            Kind::Moment => Moment::parse(text).map(Value::Moment),
            Kind::Partial => PartialDate::parse(text).map(Value::Partial),
            Kind::Reference(types) => {
                let types = self.types(types);
                let text = text.to_owned();
                Some(Value::Name(Named { text, span, types, ordinal: 0 }))
            }
            kind => self.is_sound(kind, text).then(|| Value::Text(text.to_owned())),
        };
        if read.is_none() {
            let problem = self.refusal(field, text, span);
            self.problems.push(problem);
        }
        read
    }

    fn number(
        &mut self,
        field: &Field,
        text: &str,
        plain: bool,
        span: Span,
    ) -> Option<i64> {
        let number = text.parse::<i64>().ok().filter(|it| it.to_string() == text);
        if number.is_none() || !plain {
            let place = self.place(span);
            self.problems.push(Problem::number(&field.name, text, &place, !plain));
        }
        number
    }

    fn in_range(
        &mut self,
        field: &Field,
        number: i64,
        (min, max): (i64, i64),
        span: Span,
    ) -> bool {
        let fits = (min..=max).contains(&number);
        if !fits {
            let place = self.place(span);
            self.problems.push(Problem::range(&field.name, &place, min, max));
        }
        fits
    }

    fn is_sound(&self, kind: &Kind, text: &str) -> bool {
        match kind {
            Kind::Line => !text.contains('\n'),
            Kind::Choice(words) => words.iter().any(|it| it == text),
            Kind::Language => {
                self.front.reading.languages.iter().any(|it| it.tag == text)
            }
            Kind::Slug => slug::is_slug(text),
            Kind::Path => is_path(text),
            Kind::Url => is_url(text),
            Kind::File(_) => is_file(text),
            Kind::Template => is_template(text),
            Kind::Focus => Focus::parse(text).is_some(),
            _ => true,
        }
    }

    fn refusal(&self, field: &Field, text: &str, span: Span) -> Problem {
        let place = self.place(self.first_line(span));
        let key = field.name.as_str();
        match &field.kind {
            Kind::Bool => Problem::truth(key, text, &place, meant_truth(text)),
            Kind::Moment if dates::has_shape(text) => Problem::no_such_day(text, &place),
            Kind::Moment => {
                Problem::date(key, text, &place, dates::moment(text).as_deref())
            }
            Kind::Partial => {
                Problem::partial(key, text, &place, dates::partial(text).as_deref())
            }
            Kind::Choice(words) => {
                let near = nearest(text, words.iter().map(String::as_str));
                Problem::choice(key, text, &place, near, words)
            }
            Kind::Language => {
                let tags = self.front.reading.languages.iter();
                let tags: Vec<String> = tags.map(|it| format!("`{}`", it.tag)).collect();
                Problem::language(text, &place, &tags.join(", "))
            }
            Kind::Slug => Problem::slug(key, text, &place, &slug::slug(text)),
            Kind::Path => Problem::path(text, &place, &meant_path(text)),
            Kind::Url => Problem::url(text, &place),
            Kind::File(_) => Problem::file(text, &place),
            Kind::Template => Problem::template(text, &place, &meant_template(text)),
            Kind::Focus => Problem::focus(text, &place, meant_focus(text).as_deref()),
            _ => Problem::lines(key, &place),
        }
    }
}

/// What a field holds, for messages: `one text`, `a list of dates`.
pub fn wanted(field: &Field) -> String {
    let one = match &field.kind {
        Kind::Bool => "`true` or `false`",
        Kind::Number { .. } => "a number",
        Kind::Moment | Kind::Partial => "a date",
        Kind::Choice(_) => "one word",
        Kind::Reference(_) => "the name of an entry",
        Kind::Record { .. } => "a set of fields",
        Kind::Names => "a name for each language: `{ fr: Corée }`",
        _ => "one text",
    };
    match (field.many, &field.kind) {
        (false, _) => one.to_owned(),
        (true, Kind::Record { .. }) => "a list of sets of fields".to_owned(),
        (true, _) => format!("{one}, or several in brackets"),
    }
}

/// What to do about a field that is missing, for messages.
pub fn example(field: &Field) -> String {
    match &field.kind {
        Kind::Record { .. } => format!("add `{}:` with its fields below it", field.name),
        _ => format!("add a line `{}`", line(field)),
    }
}

/// A line that gives a field one value, for messages.
pub fn line(field: &Field) -> String {
    let value = match &field.kind {
        Kind::Bool => "true",
        Kind::Number { .. } => "1",
        Kind::Moment => "2020-02-11",
        Kind::Partial => "1964",
        Kind::Choice(words) => words.first().map_or("…", String::as_str),
        Kind::Line | Kind::Text => "\"…\"",
        Kind::Names => "{ fr: \"…\" }",
        _ => "…",
    };
    format!("{}: {value}", field.name)
}

/// Whether a text could be the tag of a language (<https://www.rfc-editor.org/info/bcp47>).
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    matches!(first.len(), 2 | 3)
        && first.bytes().all(|it| it.is_ascii_alphabetic())
        && parts.all(|it| {
            matches!(it.len(), 2..=8) && it.bytes().all(|it| it.is_ascii_alphanumeric())
        })
}

fn truth(text: &str, plain: bool) -> Option<bool> {
    match text {
        "true" if plain => Some(true),
        "false" if plain => Some(false),
        _ => None,
    }
}

fn meant_truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "true" | "1" => Some(true),
        "no" | "n" | "off" | "false" | "0" => Some(false),
        _ => None,
    }
}

fn is_path(text: &str) -> bool {
    let parts = || text.split('/');
    text.starts_with('/')
        && !text.starts_with("//")
        && !text.contains(['?', '#', '\\', ' ', '\n', '\t'])
        && parts().all(|it| !matches!(it, "." | ".."))
}

fn meant_path(text: &str) -> String {
    let path = text
        .split_once("://")
        .map_or(text, |it| it.1.find('/').map_or("", |at| &it.1[at..]));
    let path = path.split(['?', '#']).next().unwrap_or_default().trim();
    let parts = path.split(['/', '\\']).filter(|it| !matches!(*it, "" | "." | ".."));
    let parts: Vec<String> = parts.map(|it| it.replace([' ', '\n', '\t'], "-")).collect();
    let end = if path.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    format!("/{}{end}", parts.join("/"))
}

fn is_url(text: &str) -> bool {
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return false;
    }
    if let Some(mail) = text.strip_prefix("mailto:") {
        return mail
            .split_once('@')
            .is_some_and(|it| !it.0.is_empty() && !it.1.is_empty());
    }
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|it| it.starts_with(char::is_alphanumeric))
}

fn is_file(text: &str) -> bool {
    let odd = text.chars().any(|c| c.is_control() || matches!(c, '\\' | ':' | '?' | '#'));
    !odd && !text.ends_with('/') && !text.starts_with("//")
}

fn is_template(text: &str) -> bool {
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/');
    text.chars().all(sound) && !text.starts_with('/') && !text.ends_with('/')
}

fn meant_template(text: &str) -> String {
    let name = text.strip_suffix(".html").unwrap_or(text);
    let name = name.trim_start_matches("templates/").trim_matches('/');
    slug::slug(name)
}

/// The point that two numbers up to 100 may mean: `70 30`, `70%, 30%`.
fn meant_focus(text: &str) -> Option<String> {
    let parts = text.split([' ', ',', ';', '/', '%']).filter(|it| !it.is_empty());
    let point: Vec<String> = parts.map(|it| format!("{it}%")).collect();
    let point = point.join(" ");
    Focus::parse(&point).map(|_| point)
}
