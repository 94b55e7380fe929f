//! Carries a command out: from arguments to options, from outcomes to what is printed.

mod making;
mod options;
mod publishing;
mod reading;
mod serving;
mod theming;

use clap::{CommandFactory, Parser, error::ErrorKind};

use self::options::Context;
use super::{
    Exit, Surroundings,
    args::{AnyFormat, Arguments, Command, Exported, Global, When},
};
use crate::{
    command::export::GraphFormat,
    terminal::{self, Format, Terminal, Verbosity},
};

/// Runs the program with these arguments (the first is its own name).
pub fn run(arguments: Vec<std::ffi::OsString>, around: &Surroundings) -> Exit {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => go(arguments, around),
        Err(error) => refuse(&error),
    }
}

/// Help and version are results; anything else that clap says is a wrong call.
fn refuse(error: &clap::Error) -> Exit {
    let asked =
        matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    error.print().ok();
    if asked { Exit::Ok } else { Exit::Usage }
}

fn go(arguments: Arguments, around: &Surroundings) -> Exit {
    let Arguments { global, command } = arguments;
    let context =
        Context { terminal: terminal(&global, around), global: &global, around };
    if let Some(message) = misplaced(&global, &command) {
        return context.misused(&message);
    }
    match command {
        Command::Init(it) => making::init(&context, &it),
        Command::New(it) => making::new(&context, &it),
        Command::Build(it) => publishing::build(&context, &it),
        Command::Serve(it) => serving::serve(&context, &it),
        Command::Publish(it) => publishing::merge(&context, &it),
        Command::Check(it) => publishing::check(&context, &it),
        Command::Clean(it) => publishing::clean(&context, &it),
        Command::List(it) => reading::list(&context, &it),
        Command::Query(it) => reading::query(&context, &it),
        Command::Backlinks(it) => reading::backlinks(&context, &it),
        Command::Related(it) => reading::related(&context, &it),
        Command::Suggest(it) => reading::suggest(&context, &it),
        Command::Schedule(it) => reading::schedule(&context, &it),
        Command::Theme(it) => theming::run(&context, &it),
        Command::Explain(it) => reading::explain(&context, it.code.as_deref()),
        Command::Export(it) => making::export(&context, &it),
        Command::Completion(it) => {
            let mut script = Vec::new();
            clap_complete::generate(
                it.shell,
                &mut Arguments::command(),
                "dateline",
                &mut script,
            );
            terminal::result(&String::from_utf8_lossy(&script));
            Exit::Ok
        }
    }
}

/// What is wrong with a format that only graphs have and something else is to be printed in.
fn misplaced(global: &Global, command: &Command) -> Option<String> {
    let graph = matches!(command, Command::Export(it) if it.what == Exported::Graph);
    let format = global.format?;
    match (graph, format.of_graphs()) {
        (true, None) => Some(format!(
            "`--format {}` is no format of graphs: these are json, graphml and dot",
            format.name()
        )),
        (false, Some(GraphFormat::Graphml | GraphFormat::Dot)) => Some(format!(
            "`--format {}` is for `dateline export graph` only",
            format.name()
        )),
        _ => None,
    }
}

fn terminal(global: &Global, around: &Surroundings) -> Terminal {
    let has = |name: &str| around.variables.get(name).is_some_and(|it| !it.is_empty());
    let format = match global.format {
        Some(format) => format.of_problems(),
        None if has("GITHUB_ACTIONS") => Format::Github,
        None => AnyFormat::Human.of_problems(),
    };
    let color = match global.color {
        When::Always => true,
        When::Never => false,
        When::Auto => around.terminal && !has("NO_COLOR"),
    };
    let verbosity = match (global.quiet, global.verbose) {
        (true, _) => Verbosity::Quiet,
        (_, true) => Verbosity::Verbose,
        _ => Verbosity::Normal,
    };
    Terminal { format, color, interactive: around.terminal, verbosity }
}
