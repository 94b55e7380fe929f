//! The way from the text of `site.yaml` to its rows, and from what the reader of YAML says is
//! wrong to words for editors.

use super::{file::File, places::Places};
use crate::{
    problem::{Checked, Problem, nearest::nearest},
    source::Source,
    span::{Place, Span},
};

/// Reads the file; none where something in it has not the right shape, which is reported.
pub fn read(source: &Source) -> Checked<Option<(File, Places)>> {
    let place = |span| Place { path: source.path.clone(), span };
    let text = match std::str::from_utf8(&source.bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let place = place(Span::new(at, at + 1));
            return failed(Problem::settings_unreadable(place, "this is not UTF-8 text"));
        }
    };
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let skipped = text.len() - plain.len();
    match serde_yaml::from_str::<File>(plain) {
        Ok(file) => Checked::clean(Some((file, Places::of(source)))),
        Err(error) => {
            let location = error.location();
            let at = location.map_or(0, |it| offset(plain, it.line(), it.column()));
            let end = at + word(&plain[at..]);
            let place = place(Span::new(skipped + at, skipped + end));
            failed(reworded(place, &error.to_string()))
        }
    }
}

fn failed<T>(problem: Problem) -> Checked<Option<T>> {
    Checked { value: None, problems: vec![problem] }
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
/// wrong, and the place again.
fn reworded(place: Place, message: &str) -> Problem {
    let message = message.split(" at line ").next().unwrap_or_default();
    let kinds =
        ["unknown field ", "unknown variant ", "invalid ", "duplicate ", "missing "];
    let start = kinds.iter().filter_map(|it| message.find(it)).min();
    let Some(start) = start else {
        return Problem::settings_unreadable(place, message);
    };
    let (path, said) = message.split_at(start);
    let path = path.trim_end_matches([':', ' ']);
    let mut quoted = said.split('`').skip(1).step_by(2);
    let word = quoted.next().unwrap_or_default();
    let known: Vec<&str> = quoted.collect();
    let near = nearest(word, known.iter().copied());
    if said.starts_with("unknown field") {
        Problem::unknown_setting(place, word, near, &known)
    } else if said.starts_with("unknown variant") {
        Problem::unknown_choice(place, word, near, &known)
    } else if said.starts_with("duplicate") {
        Problem::repeated_setting(place, word)
    } else if said.starts_with("missing") {
        Problem::missing_setting(place, word)
    } else {
        let wanted = said.rsplit(", expected ").next().unwrap_or_default();
        Problem::wrong_setting(place, path, in_words(wanted))
    }
}

/// What a setting must be, for what the reader calls it.
fn in_words(expected: &str) -> &str {
    match expected {
        "a string" => "a text",
        "a boolean" => "`true` or `false`",
        "usize" | "i64" => "a whole number",
        "f64" => "a number",
        "a sequence" => "a list",
        it if it.starts_with("struct ") => "a map of settings",
        it => it,
    }
}
