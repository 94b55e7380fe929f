//! Levels of diagnostics: what the site and the command line make of them. Knows codes and
//! groups, and no message.

use super::{Config, LevelRule, Which, file::LintsRow, read::Desk};
use crate::problem::{
    Code, Problem, Severity,
    catalogue::{self, GROUPS},
    nearest::nearest,
    settings::Origin,
};

/// The code or group of a name, codes in any case.
pub fn which(name: &str) -> Option<Which> {
    if let Some(group) = GROUPS.into_iter().find(|it| *it == name) {
        return Some(Which::Group(group));
    }
    catalogue::find(name).map(|it| Which::Code(it.code))
}

/// The code or group that a name is nearest to.
pub fn suggestion(name: &str) -> Option<&'static str> {
    let codes = catalogue::entries().map(|it| it.code.0);
    nearest(name, GROUPS.into_iter().chain(codes))
}

/// Whether a code stays an error whatever is set: with what it finds, pages would be broken.
pub fn firm(code: Code) -> bool {
    let error = catalogue::entry(code).level == Severity::Error;
    error && catalogue::group(code) != "style"
}

/// Gives every problem its level and leaves out what is silenced.
pub fn apply(config: &Config, problems: Vec<Problem>) -> Vec<Problem> {
    problems.into_iter().filter_map(|it| levelled(config, it)).collect()
}

/// Whether every code of a group is silenced, so that nobody need look for what it is about.
pub fn silences(config: &Config, group: &str) -> bool {
    let silent = |code| rule(config, code).is_some_and(|it| it.level.is_none());
    let mut codes = catalogue::entries().map(|it| it.code);
    codes.all(|it| catalogue::group(it) != group || silent(it))
}

fn rule(config: &Config, code: Code) -> Option<&LevelRule> {
    config.levels.iter().rev().find(|it| matches(it, code))
}

fn levelled(config: &Config, mut problem: Problem) -> Option<Problem> {
    let rule = rule(config, problem.code);
    let old = problem.severity;
    let new = rule.map_or(Some(old), |it| it.level);
    problem.severity =
        if firm(problem.code) { new.unwrap_or(old).min(old) } else { new? };
    if config.strict && problem.severity == Severity::Warning {
        problem.severity = Severity::Error;
    }
    Some(problem)
}

fn matches(rule: &LevelRule, code: Code) -> bool {
    match rule.what {
        Which::Code(known) => known == code,
        Which::Group(group) => catalogue::group(code) == group,
    }
}

impl Desk<'_> {
    /// Rules of the file, groups before codes so that a code can differ from its group; then
    /// those of the command line, in their order.
    pub(super) fn levels(&mut self, row: &LintsRow) -> Vec<LevelRule> {
        let lists = [
            ("deny", Some(Severity::Error), &row.deny),
            ("warn", Some(Severity::Warning), &row.warn),
            ("allow", None, &row.allow),
        ];
        let mut rules = Vec::new();
        for (key, level, names) in lists {
            for (at, name) in names.iter().enumerate() {
                let from = self.origin(&["lints", key, &at.to_string()]);
                rules.extend(self.level(name, level, &from));
            }
        }
        rules.sort_by_key(|it: &LevelRule| matches!(it.what, Which::Code(_)));
        for (name, level) in &self.overrides.levels {
            let from = Origin::Name(option_of(*level).into());
            rules.extend(self.level(name, *level, &from));
        }
        rules
    }

    fn level(
        &mut self,
        name: &str,
        level: Option<Severity>,
        from: &Origin,
    ) -> Option<LevelRule> {
        let Some(what) = which(name) else {
            let near = suggestion(name);
            self.problems.push(Problem::unknown_code(from, name, near));
            return None;
        };
        if let Which::Code(code) = what
            && firm(code)
            && level != Some(Severity::Error)
        {
            self.problems.push(Problem::firm_code(from, code));
            return None;
        }
        Some(LevelRule { what, level })
    }
}

fn option_of(level: Option<Severity>) -> &'static str {
    match level {
        Some(Severity::Error) => "--deny",
        Some(_) => "--warn",
        None => "--allow",
    }
}
