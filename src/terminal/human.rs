//! Problems for people: the code, the place, the excerpt underlined, what to do.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::{
    problem::{Problem, Severity},
    site::Withheld,
    source::Sources,
    span::{Place, line_column},
    theme::builtin,
};

// A line longer than this is cut to a window around what is underlined: a paragraph is
// usually one line of the file.
const WINDOW: usize = 100;
const TAB: &str = "    ";

/// All problems, an empty line between them.
pub fn all(problems: &[&Problem], sources: &Sources, color: bool) -> String {
    problems.iter().map(|it| one(it, sources, color) + "\n").collect()
}

/// One problem, with a final line break.
pub fn one(problem: &Problem, sources: &Sources, color: bool) -> String {
    let paint = Paint { color };
    let mut out = format!(
        "{}: {}\n",
        paint.level(problem.severity, &format!("[{}]", problem.code.0)),
        paint.bold(&problem.message)
    );
    if let Some(place) = &problem.place {
        let mark = Mark { sign: '^', label: &problem.label, severity: problem.severity };
        out += &excerpt(place, sources, &mark, paint);
    }
    for note in &problem.notes {
        out += &format!("  {}\n", paint.bold("note:"));
        let mark = Mark { sign: '-', label: &note.text, severity: Severity::Info };
        out += &excerpt(&note.place, sources, &mark, paint);
    }
    if let Some(help) = &problem.help {
        let help = help.trim_end().replace('\n', "\n        ");
        out += &format!("  {} {help}\n", paint.bold("help:"));
    }
    out
}

/// `error`, `warning` or `info`, coloured.
pub fn title(severity: Severity, color: bool) -> String {
    Paint { color }.level(severity, "")
}

/// `3 errors and 1 warning`; empty where there is nothing.
pub fn count(errors: usize, warnings: usize) -> String {
    let part = |n: usize, what: &str| match n {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{n} {what}s")),
    };
    let parts: Vec<String> = [part(errors, "error"), part(warnings, "warning")]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" and ")
}

/// `left out: 2 drafts, 1 expired (…)`; nothing where nothing is.
pub fn withheld(withheld: Withheld) -> Option<String> {
    let Withheld { drafts, future, expired } = withheld;
    let plural = if drafts == 1 { "draft" } else { "drafts" };
    let parts = [
        (drafts, plural, "drafts"),
        (future, "not published yet", "future"),
        (expired, "expired", "expired"),
    ];
    let parts: Vec<_> = parts.iter().filter(|it| it.0 > 0).collect();
    let told: Vec<_> = parts.iter().map(|it| format!("{} {}", it.0, it.1)).collect();
    let lists: Vec<_> =
        parts.iter().map(|it| format!("`dateline list {}`", it.2)).collect();
    (!parts.is_empty())
        .then(|| format!("left out: {} ({})", told.join(", "), lists.join(", ")))
}

struct Mark<'a> {
    sign: char,
    label: &'a str,
    severity: Severity,
}

#[derive(Clone, Copy)]
struct Paint {
    color: bool,
}

impl Paint {
    fn wrap(self, codes: &str, text: &str) -> String {
        if self.color { format!("\x1b[{codes}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }

    fn severity(self, severity: Severity, text: &str) -> String {
        let codes = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Info => "1;36",
        };
        self.wrap(codes, text)
    }

    fn level(self, severity: Severity, code: &str) -> String {
        self.severity(severity, &format!("{}{code}", severity.word()))
    }
}

fn excerpt(place: &Place, sources: &Sources, mark: &Mark, paint: Paint) -> String {
    let Some(text) = builtin::text_of(sources, &place.path) else {
        let label = if mark.label.is_empty() { "" } else { ": " };
        return format!("  {}{label}{}\n", place.path, mark.label);
    };
    let (line, column) = line_column(&text, place.span.start as usize);
    let window = Window::around(&text, place.span.range());
    let gutter = line.to_string();
    let indent = " ".repeat(gutter.len());
    let bar = paint.dim("|");
    let signs =
        paint.severity(mark.severity, &mark.sign.to_string().repeat(window.marked));
    let under = format!("{}{signs} {}", " ".repeat(window.before), mark.label);
    format!(
        "  {}\n  {} {bar} {}\n  {indent} {bar} {}\n",
        paint.dim(&format!("{}:{line}:{column}", place.path)),
        paint.dim(&gutter),
        window.text,
        under.trim_end(),
    )
}

/// The part of a line that is shown.
struct Window {
    text: String,
    /// Cells before the mark.
    before: usize,
    /// Cells to mark, at least one.
    marked: usize,
}

impl Window {
    fn around(text: &str, range: std::ops::Range<usize>) -> Self {
        let start = floor(text, range.start);
        let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = floor(text, range.end).clamp(start, to);
        let (head, shown_from) = cut_front(&text[from..start], end - start);
        let marked = clean(&text[start..end]);
        let room = WINDOW.saturating_sub(head.width() + marked.width());
        let tail = cut_back(&clean(text[end..to].trim_end_matches('\r')), room);
        let head = format!("{shown_from}{head}");
        Self {
            before: head.width(),
            marked: marked.width().clamp(1, WINDOW),
            text: format!("{head}{}{tail}", cut_back(&marked, WINDOW)),
        }
    }
}

/// The end of what stands before the mark, and `…` where its start was cut off.
fn cut_front(head: &str, marked: usize) -> (String, &'static str) {
    let head = clean(head);
    let room = WINDOW.saturating_sub(marked.min(WINDOW / 2)) / 2 + WINDOW / 4;
    if head.width() <= room {
        return (head, "");
    }
    let mut cells = 0;
    let kept: Vec<char> = head
        .chars()
        .rev()
        .take_while(|c| {
            cells += c.width().unwrap_or(0);
            cells <= room
        })
        .collect();
    (kept.into_iter().rev().collect(), "…")
}

fn cut_back(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut cells = 1;
    let fits = |c: &char| {
        cells += c.width().unwrap_or(0);
        cells <= room
    };
    let kept: String = text.chars().take_while(fits).collect();
    kept + "…"
}

/// Tabs as four cells; no byte order mark, no control characters that move the cursor.
fn clean(text: &str) -> String {
    let text = text.replace('\t', TAB);
    text.chars().filter(|c| !c.is_control() && *c != '\u{feff}').collect()
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use expect_test::{Expect, expect};

    use super::*;
    use crate::{problem::Code, span::Span};

    fn check(text: &str, marked: &str, expect: &Expect) {
        let sources = Sources::of_archive(&format!("-- content/a.md --\n{text}\n"));
        let path: Arc<str> = "content/a.md".into();
        let start = text.find(marked).expect("the text holds it");
        let span = Span::new(start, start + marked.len());
        let problem = Problem {
            code: Code("E001"),
            severity: Severity::Error,
            message: "it is wrong".to_owned(),
            place: Some(Place { path, span }),
            label: "here".to_owned(),
            notes: Vec::new(),
            help: Some("mend it".to_owned()),
            fix: None,
        };
        expect.assert_eq(&one(&problem, &sources, false));
    }

    #[test]
    fn tabs_and_wide_characters_keep_the_mark_in_place() {
        check(
            "first\n\ttitle: 漢字 x",
            "x",
            &expect![[r"
                error[E001]: it is wrong
                  content/a.md:2:12
                  2 |     title: 漢字 x
                    |                 ^ here
                  help: mend it
            "]],
        );
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let some = Withheld { drafts: 2, future: 0, expired: 1 };
        let expected = "left out: 2 drafts, 1 expired \
                        (`dateline list drafts`, `dateline list expired`)";
        assert_eq!(withheld(some).as_deref(), Some(expected));
        assert_eq!(withheld(Withheld::default()), None);
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let line = format!("{}needle{}", "before ".repeat(40), " after".repeat(40));
        let sources = Sources::of_archive(&format!("-- a --\n{line}\n"));
        let text = String::from_utf8_lossy(&sources.texts[0].bytes).into_owned();
        let at = text.find("needle").expect("it is there");
        let window = Window::around(&text, at..at + 6);
        assert!(window.text.width() <= WINDOW + 2, "{}", window.text.width());
        assert!(window.text.starts_with('…') && window.text.ends_with('…'));
        assert!(window.text.contains("needle"));
    }
}
