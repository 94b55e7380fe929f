//! Problems as JSON, one object a line.

use serde_json::{Value, json};

use crate::{
    problem::{Problem, catalogue},
    source::Sources,
    span::{Place, line_column},
    theme::builtin,
};

/// Lines and columns of a place, from 1, the end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Of the first character.
    pub start: (usize, usize),
    /// Behind the last one.
    pub end: (usize, usize),
}

impl Lines {
    /// Those of a place, where the file can be read.
    pub fn of(place: &Place, sources: &Sources) -> Option<Self> {
        let text = builtin::text_of(sources, &place.path)?;
        let at = |offset: u32| line_column(&text, offset as usize);
        Some(Self { start: at(place.span.start), end: at(place.span.end) })
    }

    /// As properties of a workflow command.
    pub fn github(self) -> String {
        let ((line, column), (last, end)) = (self.start, self.end);
        let columns = if line == last && end > column {
            format!(",endColumn={end}")
        } else {
            String::new()
        };
        format!("line={line},endLine={last},col={column}{columns}")
    }
}

/// All problems.
pub fn all(problems: &[&Problem], sources: &Sources) -> String {
    problems.iter().map(|it| format!("{}\n", one(it, sources))).collect()
}

fn one(problem: &Problem, sources: &Sources) -> Value {
    let notes: Vec<Value> = problem
        .notes
        .iter()
        .map(|it| json!({ "place": place(&it.place, sources), "text": it.text }))
        .collect();
    json!({
        "event": "problem",
        "code": problem.code.0,
        "group": catalogue::group(problem.code),
        "severity": problem.severity.word(),
        "message": problem.message,
        "place": problem.place.as_ref().map(|it| place(it, sources)),
        "label": problem.label,
        "notes": notes,
        "help": problem.help,
        "fixable": problem.fix.is_some(),
    })
}

fn place(place: &Place, sources: &Sources) -> Value {
    let lines = Lines::of(place, sources);
    json!({
        "path": &*place.path,
        "line": lines.map(|it| it.start.0),
        "column": lines.map(|it| it.start.1),
        "end_line": lines.map(|it| it.end.0),
        "end_column": lines.map(|it| it.end.1),
    })
}
