//! Commands that make files: `init new export`.

use super::options::{Context, exit_of};
use crate::{
    cli::{
        Exit,
        args::{AnyFormat, Export, Exported, Init, Levels, New, Reading},
    },
    command::{
        self,
        new::{Draft, Wish},
    },
    site::Site,
    terminal::{self, Channel},
};

/// `dateline init`.
pub fn init(context: &Context, arguments: &Init) -> Exit {
    let directory = context.around.directory.join(&arguments.directory);
    match command::init::run(&directory) {
        Ok(made) => {
            let lines: String = made.iter().map(|it| format!("  {it}\n")).collect();
            context.terminal.say(lines.trim_end());
            let shown = arguments.directory.to_string_lossy();
            context.terminal.say(command::init::next_steps(&shown).trim_end());
            Exit::Ok
        }
        Err(failure) => context.failed(&failure),
    }
}

/// `dateline new`.
pub fn new(context: &Context, arguments: &New) -> Exit {
    let overrides = match context.overrides(&Reading::default(), &Levels::default()) {
        Ok(overrides) => overrides,
        Err(message) => return context.misused(&message),
    };
    let wish = Wish {
        ty: arguments.type_name.clone(),
        title: arguments.title.clone(),
        countries: arguments.country.clone(),
        topics: arguments.topic.clone(),
        date: arguments.date.clone(),
        lang: arguments.lang.clone(),
        id: arguments.id.clone(),
    };
    let config = context.path(context.global.config.as_ref());
    let options = command::new::Options { root: context.root(), config, overrides, wish };
    let outcome = match command::new::run(&options) {
        Ok(outcome) => outcome,
        Err(failure) => return context.failed(&failure),
    };
    context.terminal.problems(&outcome.problems, &outcome.sources, Channel::Aside);
    match outcome.made {
        Some(Draft { path, lacks, .. }) => {
            terminal::result(&format!("{path}\n"));
            if !lacks.is_empty() {
                let fields: Vec<String> =
                    lacks.iter().map(|it| format!("`{it}`")).collect();
                let fields = fields.join(" and ");
                context.terminal.say(&format!("fill in {fields} before the next build"));
            }
            Exit::Ok
        }
        None => exit_of(&outcome.problems),
    }
}

/// `dateline export`.
pub fn export(context: &Context, arguments: &Export) -> Exit {
    let overrides = match context.overrides(&arguments.reading, &Levels::default()) {
        Ok(overrides) => overrides,
        Err(message) => return context.misused(&message),
    };
    let (site, _, exit) = match context.site(&overrides) {
        Ok(found) => found,
        Err(exit) => return exit,
    };
    let output = context.path(arguments.output.as_ref());
    let format = context.global.format.and_then(AnyFormat::of_graphs).unwrap_or_default();
    let graph = |site: Site| command::export::graph(&site.relate(), format);
    let done = match (arguments.what, output) {
        (Exported::Graph, None) => {
            terminal::result(&String::from_utf8_lossy(&graph(site)));
            Ok(())
        }
        (Exported::Graph, Some(path)) => command::export::write_file(&path, &graph(site)),
        (Exported::Schema, output) => {
            let folder = output.unwrap_or_else(|| context.root().join("schema"));
            let schemas = command::export::schemas(&site.config);
            command::export::write(&folder, &schemas).map(|written| {
                let shown = arguments.output.as_ref();
                let shown = shown.map_or("schema".into(), |it| it.to_string_lossy());
                let count = written.len();
                context
                    .terminal
                    .say(&format!("{count} schemas in {shown}; for VS Code:"));
                terminal::result(&command::export::settings(&site.config, &shown));
            })
        }
    };
    done.map_or_else(|failure| context.failed(&failure), |()| exit)
}
