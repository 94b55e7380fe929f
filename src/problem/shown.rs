//! Problems in few lines, for tests: code, line, column and what is underlined; what is
//! wrong, why, what to do; and what the fix makes of the text.

use super::Problem;
use crate::span::line_column;

/// All of them; `text` is the file they are in.
pub fn all(problems: &[Problem], text: &str) -> String {
    problems.iter().map(|it| one(it, text)).collect()
}

fn one(problem: &Problem, text: &str) -> String {
    let span = problem.place.as_ref().map(|it| it.span).unwrap_or_default();
    let (line, column) = line_column(text, span.start as usize);
    let marked = &text[span.range()];
    let (code, message, label) = (problem.code.0, &problem.message, &problem.label);
    let help = problem.help.as_deref().unwrap_or("-");
    let fix = problem.fix.as_ref().map_or(String::new(), |fix| {
        let (before, after) =
            (&text[..fix.span.start as usize], &text[fix.span.end as usize..]);
        format!("{:?}\n", format!("{before}{}{after}", fix.text))
    });
    format!("{code} {line}:{column} {marked:?}\n{message}\n{label}\n{help}\n{fix}")
}
