//! `build`, `check` and `clean`.

use super::options::{Context, exit_of};
use crate::{
    build::{self, BuildReport, Change, Changed, Millis, Step},
    cli::{
        Exit,
        args::{Build, Check, Clean, Publish},
    },
    command,
    problem::{Problem, Severity},
    publish::{Cache, Exchange, Merged, Stop, Strangers},
    source::Sources,
    terminal::{self, Channel, Format, Verbosity, human, progress::Progress},
};

/// `dateline build`.
pub fn build(context: &Context, arguments: &Build) -> Exit {
    let options = match options(context, arguments) {
        Ok(options) => options,
        Err(message) => return context.misused(&message),
    };
    let bar = Progress::new(context.terminal.interactive && !context.global.quiet);
    let step = |it: Step| bar.update(it.stage, it.done as u64, it.total as u64);
    let outcome = command::build::run(&options, &step);
    bar.finish();
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(failure) => return context.failed(&failure),
    };
    context.terminal.problems(&outcome.problems, &outcome.sources, Channel::Aside);
    match outcome.done {
        command::build::Done::Stopped => stopped(context, &outcome.problems),
        command::build::Done::Published { report, exchange } => {
            published(context, &report, exchange, &options);
            if arguments.timings {
                terminal::aside(&timings(&report.ms));
            }
            Exit::Ok
        }
        command::build::Done::Compared(changes) => {
            compared(context, &changes, options.mode)
        }
    }
}

fn options(context: &Context, it: &Build) -> Result<command::build::Options, String> {
    let mode = match (it.verify, it.dry_run) {
        (true, _) => command::build::Mode::Verify,
        (_, true) => command::build::Mode::DryRun,
        _ => command::build::Mode::Publish,
    };
    Ok(command::build::Options {
        root: context.root(),
        config: context.path(context.global.config.as_ref()),
        output: context.path(it.output_dir.as_ref()),
        overrides: context.overrides(&it.reading, &it.levels)?,
        jobs: it.reading.jobs,
        cache: if it.no_cache { Cache::Ignore } else { Cache::Use },
        strangers: if it.force { Strangers::Overrule } else { Strangers::Respect },
        mode,
        part: it.shard,
        tool: (context.around.tool)(),
        now: context.around.now,
        clock: context.around.clock,
    })
}

fn stopped(context: &Context, problems: &[Problem]) -> Exit {
    let errors = build::count(problems, Severity::Error);
    let warnings = build::count(problems, Severity::Warning);
    context.terminal.fail(&format!(
        "nothing was published: {}; `dateline explain CODE` says more about each",
        human::count(errors, warnings)
    ));
    exit_of(problems)
}

fn published(
    context: &Context,
    report: &BuildReport,
    exchange: Option<Exchange>,
    options: &command::build::Options,
) {
    if context.global.format.is_some_and(|it| it.of_problems() == Format::Json) {
        let line = serde_json::to_string(report).unwrap_or_default();
        terminal::result(&(line + "\n"));
        return;
    }
    let output = options.output.clone().unwrap_or_else(|| options.root.join("public"));
    let shown = output.strip_prefix(&context.around.directory).unwrap_or(&output);
    context.terminal.say(&format!(
        "{} pages in {} in {}: {} files written, {} unchanged, {} removed{}",
        report.pages,
        shown.display(),
        duration(report.ms.total),
        report.written,
        report.unchanged,
        report.removed,
        warned(report.warnings),
    ));
    if let Some(line) = human::withheld(report.withheld) {
        context.terminal.say(&line);
    }
    if let Some(next) = report.next_change {
        context.terminal.say(&format!("the output changes by itself at {next}"));
    }
    if context.terminal.verbosity == Verbosity::Verbose {
        let ms = serde_json::to_string(&report.ms).unwrap_or_default();
        context.terminal.say(&format!("{} bytes; milliseconds: {ms}", report.bytes));
        if exchange == Some(Exchange::TwoRenames) {
            context
                .terminal
                .say("the file system knows no exchange: two renames were used");
        }
    }
}

fn timings(ms: &Millis) -> String {
    let stages = [
        ("read", ms.scan),
        ("parse", ms.parse),
        ("resolve", ms.resolve),
        ("related", ms.relate),
        ("render", ms.render),
        ("publish", ms.write),
        ("all", ms.total),
    ];
    stages.iter().map(|(name, ms)| format!("{name:>12} {ms:>10.1} ms\n")).collect()
}

/// `dateline publish`.
pub fn merge(context: &Context, arguments: &Publish) -> Exit {
    let path = |it| context.path(Some(it)).unwrap_or_default();
    let parts: Vec<_> = arguments.merge.iter().map(path).collect();
    let output = context.path(arguments.output_dir.as_ref());
    let strangers =
        if arguments.force { Strangers::Overrule } else { Strangers::Respect };
    let root = context.root();
    match command::publish::run(&root, output.as_deref(), &parts, strangers) {
        Ok(merged) => {
            let count = parts.len();
            let Merged { files, written } = merged;
            context
                .terminal
                .say(&format!("{files} files from {count} parts: {written} written"));
            Exit::Ok
        }
        Err(stop) => stopped_by(context, stop),
    }
}

fn stopped_by(context: &Context, stop: Stop) -> Exit {
    match stop {
        Stop::Failure(failure) => context.failed(&failure),
        Stop::Problems(problems) => {
            context.terminal.problems(&problems, &Sources::default(), Channel::Aside);
            exit_of(&problems)
        }
    }
}

fn warned(warnings: usize) -> String {
    if warnings == 0 { String::new() } else { format!("; {}", human::count(0, warnings)) }
}

/// A time for people.
pub(super) fn duration(ms: f64) -> String {
    if ms < 1000.0 { format!("{ms:.0} ms") } else { format!("{:.1} s", ms / 1000.0) }
}

fn compared(context: &Context, changes: &[Changed], mode: command::build::Mode) -> Exit {
    let sign = |it: &Changed| match it.change {
        Change::Added => '+',
        Change::Changed => '~',
        Change::Removed => '-',
    };
    let lines: String =
        changes.iter().map(|it| format!("{} {}\n", sign(it), it.path)).collect();
    terminal::result(&lines);
    let count = changes.len();
    let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
    match (mode, count) {
        (command::build::Mode::Verify, 0) => {
            context.terminal.say("what is published equals a clean build, byte for byte");
            Exit::Ok
        }
        (command::build::Mode::Verify, _) => {
            let what = "what is published differs from a clean build";
            context.terminal.fail(&format!("{what} in {files}"));
            Exit::Difference
        }
        _ => {
            context.terminal.say(&format!("{files} would change; nothing was written"));
            Exit::Ok
        }
    }
}

/// `dateline check`.
pub fn check(context: &Context, arguments: &Check) -> Exit {
    let overrides = match context.overrides(&arguments.reading, &arguments.levels) {
        Ok(overrides) => overrides,
        Err(message) => return context.misused(&message),
    };
    let fixes = if arguments.fix {
        command::check::Fixes::Apply
    } else {
        command::check::Fixes::Report
    };
    let options = command::check::Options {
        root: context.root(),
        config: context.path(context.global.config.as_ref()),
        overrides,
        jobs: arguments.reading.jobs,
        fixes,
        since: arguments.since.clone(),
        tool: (context.around.tool)(),
        clock: context.around.clock,
    };
    match command::check::run(&options) {
        Ok(outcome) => checked(context, &outcome),
        Err(failure) => context.failed(&failure),
    }
}

fn checked(context: &Context, outcome: &command::check::Outcome) -> Exit {
    let command::check::Outcome { sources, problems, fixed } = outcome;
    context.terminal.problems(problems, sources, Channel::Result);
    if *fixed > 0 {
        let problems = if *fixed == 1 { "problem" } else { "problems" };
        context.terminal.say(&format!("{fixed} {problems} fixed"));
    }
    let errors = build::count(problems, Severity::Error);
    let warnings = build::count(problems, Severity::Warning);
    let files = entries(sources);
    let found = human::count(errors, warnings);
    let found = if found.is_empty() { "nothing is wrong".to_owned() } else { found };
    let infos = build::count(problems, Severity::Info);
    let more = match infos {
        0 => String::new(),
        _ if context.terminal.verbosity == Verbosity::Verbose => String::new(),
        _ => format!(" ({infos} remarks with -v)"),
    };
    context.terminal.say(&format!("{files} entries checked: {found}{more}"));
    exit_of(problems)
}

fn entries(sources: &Sources) -> usize {
    sources.below("content/").count()
}

/// `dateline clean`.
pub fn clean(context: &Context, arguments: &Clean) -> Exit {
    let output = context.path(arguments.output_dir.as_ref());
    match command::clean::run(&context.root(), output.as_deref()) {
        Ok(removed) => {
            let names: Vec<String> =
                removed.iter().map(|it| it.display().to_string()).collect();
            let what = if names.is_empty() {
                "there was nothing to remove".to_owned()
            } else {
                format!("removed {}", names.join(", "))
            };
            context.terminal.say(&what);
            Exit::Ok
        }
        Err(stop) => stopped_by(context, stop),
    }
}
