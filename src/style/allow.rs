//! Exceptions: `lint: {allow: [{rule, value, reason}]}` in front matter, `W390`, `W391`.

use crate::{
    document::{Record, Value},
    problem::{Problem, catalogue},
};

use super::{Finding, article::Article};

/// The problems that no exception of the article covers, and the exceptions that cover
/// nothing.
pub fn apply(article: &Article, found: Vec<Finding>) -> Vec<Problem> {
    let exceptions = exceptions(article);
    let mut used = vec![false; exceptions.len()];
    let mut problems = Vec::new();
    for finding in found {
        let mut allowed = false;
        for (_, used) in
            exceptions.iter().zip(&mut used).filter(|it| covers(it.0, &finding))
        {
            *used = true;
            allowed = true;
        }
        if !allowed {
            problems.push(finding.problem);
        }
    }
    let idle = exceptions.iter().zip(used).filter(|it| !it.1).map(|it| *it.0);
    problems.extend(idle.filter_map(|it| idle_problem(article, it)));
    problems
}

fn exceptions<'a>(article: &Article<'a>) -> Vec<&'a Record> {
    let lint = article.document.fields.record("lint");
    lint.into_iter().flat_map(|it| it.records("allow")).collect()
}

fn covers(exception: &Record, finding: &Finding) -> bool {
    let rule = exception.text("rule").unwrap_or_default().trim();
    let value = exception.text("value");
    let same = |it: &str| finding.value.as_deref().is_some_and(|own| eq(own, it));
    eq(finding.problem.code.0, rule) && value.is_none_or(same)
}

fn eq(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.trim().to_lowercase()
}

fn idle_problem(article: &Article, exception: &Record) -> Option<Problem> {
    let item = exception.item("rule")?;
    let Value::Text(rule) = &item.value else { return None };
    let at = article.at(item.span);
    let known =
        catalogue::find(rule.trim()).filter(|it| catalogue::group(it.code) == "style");
    let value = exception.text("value");
    match known {
        None => Some(Problem::exception_unknown(&at, rule)),
        Some(entry) if may_wait(entry.code.0, value) => None,
        Some(entry) => Some(Problem::exception_idle(&at, entry, value)),
    }
}

/// Whether time alone sets a rule off, so that an exception from it may be waiting.
fn may_wait(rule: &str, value: Option<&str>) -> bool {
    matches!((rule, value), ("W341", _) | ("W361", None | Some("review")))
}
