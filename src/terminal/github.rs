//! Problems as GitHub workflow commands: annotations in the diff of a pull request
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).

use crate::{
    problem::{Problem, Severity},
    source::Sources,
    terminal::json::Lines,
};

/// All problems, one command a line.
pub fn all(problems: &[&Problem], sources: &Sources) -> String {
    problems.iter().map(|it| one(it, sources)).collect()
}

fn one(problem: &Problem, sources: &Sources) -> String {
    let level = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut properties = vec![format!("title={}", property(problem.code.0))];
    if let Some(place) = &problem.place {
        let lines = Lines::of(place, sources);
        properties.insert(0, format!("file={}", property(&place.path)));
        properties.extend(lines.map(Lines::github));
    }
    let mut text = problem.message.clone();
    let more = [problem.label.as_str(), problem.help.as_deref().unwrap_or_default()];
    for part in more.into_iter().filter(|it| !it.is_empty()) {
        text = format!("{text}\n{part}");
    }
    format!("::{level} {}::{}\n", properties.join(","), data(&text))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
        assert_eq!(data("a,b:c%\n"), "a,b:c%25%0A");
    }
}
