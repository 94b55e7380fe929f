//! The only printer: problems, tables, results, progress. Results go to standard output,
//! everything else to standard error.

pub mod explained;
pub mod github;
pub mod human;
pub mod json;
pub mod progress;
pub mod sarif;
pub mod table;

use std::io::{self, Write};

use crate::{
    problem::{Problem, Severity},
    source::Sources,
};

/// How problems and results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people, as rustc does it.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
    /// GitHub workflow commands (annotations).
    Github,
    /// SARIF 2.1.0, one document.
    Sarif,
}

/// Which stream problems go to: where they are the result of a command, standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// Standard output, for formats that programs read.
    Result,
    /// Standard error.
    Aside,
}

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors and results alone.
    Quiet,
    /// Errors, warnings and a summary.
    Normal,
    /// All that is known, `info` included.
    Verbose,
}

/// Where and how to print.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// The format of problems.
    pub format: Format,
    /// Whether standard error shows colours.
    pub color: bool,
    /// Whether standard error is a terminal, for progress.
    pub interactive: bool,
    /// How much to say.
    pub verbosity: Verbosity,
}

impl Terminal {
    /// Prints problems, with excerpts from `sources`; `channel` says what they are to the
    /// command.
    pub fn problems(&self, problems: &[Problem], sources: &Sources, channel: Channel) {
        let mut shown: Vec<&Problem> =
            problems.iter().filter(|it| self.shows(it.severity)).collect();
        if self.format == Format::Human {
            // What must be mended stands above the prompt, and not among many hints.
            shown.sort_by_key(|it| it.severity == Severity::Error);
        }
        let text = match self.format {
            Format::Human => human::all(&shown, sources, self.color),
            Format::Json => json::all(&shown, sources),
            Format::Github => github::all(&shown, sources),
            Format::Sarif => sarif::document(&shown, sources),
        };
        match (self.format, channel) {
            (Format::Human, _) | (_, Channel::Aside) => aside(&text),
            (_, Channel::Result) => result(&text),
        }
    }

    /// Prints a line about what was done, unless asked to be quiet.
    pub fn say(&self, line: &str) {
        if self.verbosity > Verbosity::Quiet && self.format != Format::Sarif {
            aside(&format!("{line}\n"));
        }
    }

    /// Prints an error that has no place in the site.
    pub fn fail(&self, message: &str) {
        aside(&format!("{}: {message}\n", human::title(Severity::Error, self.color)));
    }

    fn shows(self, severity: Severity) -> bool {
        match severity {
            Severity::Error => true,
            Severity::Warning => self.verbosity > Verbosity::Quiet,
            Severity::Info => self.verbosity == Verbosity::Verbose,
        }
    }
}

/// Writes to standard output. A reader who hangs up (`| head`) is no failure.
pub fn result(text: &str) {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).ok();
}

/// Writes to standard error.
pub fn aside(text: &str) {
    io::stderr().lock().write_all(text.as_bytes()).ok();
}
