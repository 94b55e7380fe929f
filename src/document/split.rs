//! Where the front matter of a file is and where its text begins.

use std::{ops::Range, sync::Arc};

use crate::{
    problem::{Checked, Problem},
    span::{Place, Span},
};

const MARK: &str = "---";

/// The two parts of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The first line, `---`.
    pub head: Span,
    /// The bytes between the two marks.
    pub front: Range<usize>,
    /// Where the text begins; it ends with the file.
    pub body: usize,
}

/// Splits a file at its two lines `---`, as well as that can be done where one is missing.
pub fn split(path: &Arc<str>, file: &str) -> Checked<Split> {
    let start = if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first = Line::at(file, start);
    if first.is_mark() {
        return close(path, file, first);
    }
    let blank = file[start..].len() - file[start..].trim_start().len();
    let written = Line::at(file, start + blank);
    let mut checked = unopened(path, file, written);
    let place = first.place(path);
    let help = match () {
        () if written.is_mark() => "remove the empty lines above `---`",
        () if written.text.starts_with("+++") => {
            "write the fields as YAML, `title: …`, between two lines of `---`"
        }
        () if written.is_field() => "write a line `---` above the fields",
        () => {
            "begin the file with a line `---`, a line `title: …` and another line `---`"
        }
    };
    let problem = Problem::no_opening(&place, help);
    checked.problems.insert(0, problem);
    checked
}

// What can be read of a file that does not begin as it should.
fn unopened(path: &Arc<str>, file: &str, first: Line<'_>) -> Checked<Split> {
    if first.is_mark() {
        return close(path, file, first);
    }
    let end = if first.is_field() { mark_from(file, first.start) } else { None };
    let head = Span::new(first.start, first.end());
    let split = match end {
        Some(mark) => Split { head, front: first.start..mark.start, body: mark.next },
        None if first.is_field() => Split {
            head,
            front: first.start..end_of_fields(file, first.start),
            body: end_of_fields(file, first.start),
        },
        None => Split { head, front: first.start..first.start, body: first.start },
    };
    Checked::clean(split)
}

fn close(path: &Arc<str>, file: &str, first: Line<'_>) -> Checked<Split> {
    let head = Span::new(first.start, first.end());
    if let Some(mark) = mark_from(file, first.next) {
        return Checked::clean(Split {
            head,
            front: first.next..mark.start,
            body: mark.next,
        });
    }
    let end = end_of_fields(file, first.next);
    let place = Line::at(file, end).place(path);
    let problems = vec![Problem::no_closing(&place, head)];
    Checked { value: Split { head, front: first.next..end, body: end }, problems }
}

fn mark_from(file: &str, start: usize) -> Option<Line<'_>> {
    lines(file, start).find(Line::is_mark)
}

// The first line that can be no part of fields.
fn end_of_fields(file: &str, start: usize) -> usize {
    let front =
        |it: &Line<'_>| it.is_field() || it.text.starts_with([' ', '\t', '#', '-']);
    lines(file, start).find(|it| !front(it)).map_or(file.len(), |it| it.start)
}

fn lines(file: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    let mut at = start;
    std::iter::from_fn(move || {
        let line = (at < file.len()).then(|| Line::at(file, at))?;
        at = line.next;
        Some(line)
    })
}

#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    next: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    fn at(file: &'a str, start: usize) -> Self {
        let rest = file.get(start..).unwrap_or_default();
        let length = rest.find('\n').map_or(rest.len(), |it| it + 1);
        Self { start, next: start + length, text: rest[..length].trim_end() }
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is_mark(&self) -> bool {
        self.text == MARK
    }

    // `name:` at the very left.
    fn is_field(&self) -> bool {
        let name = self.text.split(':').next().unwrap_or_default();
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        self.text.len() > name.len() && !name.is_empty() && name.chars().all(word)
    }

    fn place(&self, path: &Arc<str>) -> Place {
        Place { path: path.clone(), span: Span::new(self.start, self.end()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(file: &str) -> (String, String, Vec<&'static str>) {
        let checked = split(&"content/a.md".into(), file);
        let codes = checked.problems.iter().map(|it| it.code.0).collect();
        let Split { front, body, .. } = checked.value;
        (file[front].to_owned(), file[body..].to_owned(), codes)
    }

    #[test]
    fn line_endings_and_byte_order_marks_are_no_matter() {
        for file in ["---\na: b\n---\nc\n", "\u{feff}---\na: b\n--- \nc\n"] {
            assert_eq!(parts(file), ("a: b\n".into(), "c\n".into(), vec![]), "{file:?}");
        }
        let windows = parts("\u{feff}---\r\na: b\r\n---\r\nc\r\n");
        assert_eq!(windows, ("a: b\r\n".into(), "c\r\n".into(), vec![]));
        assert_eq!(parts("---\n---"), (String::new(), String::new(), vec![]));
    }

    #[test]
    fn a_missing_mark_loses_neither_fields_nor_text() {
        let (a, c) = ("a: b\n".to_owned(), "\nc: d e\n".to_owned());
        assert_eq!(parts("---\na: b\n\nc: d e\n"), (a.clone(), c, vec!["E003"]));
        assert_eq!(parts("a: b\n---\nc\n"), (a.clone(), "c\n".into(), vec!["E002"]));
        assert_eq!(parts("\n\n---\na: b\n---\nc"), (a.clone(), "c".into(), vec!["E002"]));
        assert_eq!(parts("a: b\n\nc"), (a, "\nc".into(), vec!["E002"]));
        assert_eq!(parts("Text\n"), (String::new(), "Text\n".into(), vec!["E002"]));
        assert_eq!(parts(""), (String::new(), String::new(), vec!["E002"]));
        let both = parts("\n---\na: b");
        assert_eq!(both, ("a: b".into(), String::new(), vec!["E002", "E003"]));
    }
}
