//! `dateline theme`.

use super::options::{Context, exit_of};
use crate::{
    build,
    cli::{
        Exit,
        args::{Levels, Reading, Theme, ThemeTask},
    },
    command,
    problem::Severity,
    terminal::{Channel, human},
};

/// `dateline theme check` and `dateline theme new`.
pub fn run(context: &Context, arguments: &Theme) -> Exit {
    match &arguments.task {
        ThemeTask::Check { name, levels } => check(context, name.as_deref(), levels),
        ThemeTask::New { name, extends } => new(context, name, extends),
    }
}

fn check(context: &Context, name: Option<&str>, levels: &Levels) -> Exit {
    let overrides = match context.overrides(&Reading::default(), levels) {
        Ok(overrides) => overrides,
        Err(message) => return context.misused(&message),
    };
    let options = command::theme::Options {
        root: context.root(),
        config: context.path(context.global.config.as_ref()),
        overrides,
        name: name.map(str::to_owned),
    };
    let outcome = match command::theme::check(&options) {
        Ok(outcome) => outcome,
        Err(failure) => return context.failed(&failure),
    };
    context.terminal.problems(&outcome.problems, &outcome.sources, Channel::Result);
    if let Some(name) = &outcome.name {
        let errors = build::count(&outcome.problems, Severity::Error);
        let warnings = build::count(&outcome.problems, Severity::Warning);
        let found = human::count(errors, warnings);
        let found = if found.is_empty() { "nothing is wrong" } else { &found };
        context.terminal.say(&format!("theme `{name}` checked: {found}"));
    }
    exit_of(&outcome.problems)
}

fn new(context: &Context, name: &str, extends: &str) -> Exit {
    match command::theme::new(&context.root(), name, extends) {
        Ok(made) => {
            let lines: String = made.iter().map(|it| format!("  {it}\n")).collect();
            context.terminal.say(lines.trim_end());
            context.terminal.say(&format!(
                "Made a theme. To use it, write `theme: {{ name: {name} }}` in site.yaml; \
                 `dateline theme check` says what is wrong with it."
            ));
            Exit::Ok
        }
        Err(failure) => context.failed(&failure),
    }
}
