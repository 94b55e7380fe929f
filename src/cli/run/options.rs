//! What several commands need of their arguments and surroundings.

use std::path::PathBuf;

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    build::{self, Understood},
    cli::{
        Exit, Surroundings,
        args::{Global, Levels, Reading},
    },
    command::Table,
    config::{Overrides, Preview},
    date::Moment,
    problem::{Problem, Severity, catalogue, machine::Failure},
    site::Site,
    source::{self, Sources},
    terminal::{self, Terminal, human, table::render},
};

const PREFIX: &str = "DATELINE_";

/// All that a command is carried out with.
pub struct Context<'a> {
    /// Where to print.
    pub terminal: Terminal,
    /// Options of every command.
    pub global: &'a Global,
    /// What `main` found.
    pub around: &'a Surroundings,
}

impl Context<'_> {
    /// The folder of the site.
    pub fn root(&self) -> PathBuf {
        let directory = &self.around.directory;
        self.global
            .root
            .as_ref()
            .map_or_else(|| directory.clone(), |it| directory.join(it))
    }

    /// A path of the command line, seen from the current directory.
    pub fn path(&self, path: Option<&PathBuf>) -> Option<PathBuf> {
        path.map(|it| self.around.directory.join(it))
    }

    /// What the command line and the environment change of the configuration.
    ///
    /// # Errors
    /// When an instant cannot be read, in words.
    pub fn overrides(
        &self,
        reading: &Reading,
        levels: &Levels,
    ) -> Result<Overrides, String> {
        let variables = self.around.variables.iter().filter_map(|(name, value)| {
            Some((name.strip_prefix(PREFIX)?.to_lowercase(), value.clone()))
        });
        let level = |names: &[String], level: Option<Severity>| {
            names.iter().map(|it| (it.clone(), level)).collect::<Vec<_>>()
        };
        // `--allow style --deny W310`: what is said of one code is said after its group.
        let mut all = level(&levels.allow, None);
        all.extend(level(&levels.warn, Some(Severity::Warning)));
        all.extend(level(&levels.deny, Some(Severity::Error)));
        all.sort_by_key(|it| catalogue::find(&it.0).is_some());
        Ok(Overrides {
            variables: variables.collect(),
            base_url: reading.base_url.clone(),
            as_of: self.as_of(reading.as_of.as_deref())?,
            preview: Preview {
                drafts: reading.drafts,
                future: reading.future,
                expired: reading.expired,
            },
            levels: all,
            strict: levels.strict,
        })
    }

    fn as_of(&self, text: Option<&str>) -> Result<Timestamp, String> {
        if let Some(text) = text {
            let moment = Moment::parse(text).ok_or_else(|| {
                format!(
                    "`--as-of {text}` is no instant: write a day (2020-02-11) or RFC 3339 \
                     (2020-02-11T09:30:00Z)"
                )
            })?;
            return Ok(moment.instant(&TimeZone::UTC));
        }
        let Some(epoch) = self.around.variables.get("SOURCE_DATE_EPOCH") else {
            return Ok(self.around.now);
        };
        let seconds = epoch.parse().ok().and_then(|it| Timestamp::from_second(it).ok());
        seconds
            .ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{epoch}`, no count of seconds"))
    }

    /// Reads and resolves a site for a command that looks at it, and gives its files, too; says
    /// how many errors it has, for what is looked at may then be incomplete.
    ///
    /// # Errors
    /// How to end, where there is no site to look at; what is wrong was printed.
    pub fn site(&self, overrides: &Overrides) -> Result<(Site, Sources, Exit), Exit> {
        let (understood, sources) =
            self.understand(overrides).map_err(|it| self.failed(&it))?;
        let errors = build::count(&understood.problems, Severity::Error);
        let Some(site) = understood.site else {
            self.terminal.problems(
                &understood.problems,
                &sources,
                terminal::Channel::Aside,
            );
            return Err(exit_of(&understood.problems));
        };
        if errors == 0 {
            return Ok((site, sources, Exit::Ok));
        }
        let count = human::count(errors, 0);
        self.terminal.fail(&format!("the site has {count}: see `dateline check`"));
        Ok((site, sources, Exit::Content))
    }

    fn understand(
        &self,
        overrides: &Overrides,
    ) -> Result<(Understood, Sources), Failure> {
        let config = self.path(self.global.config.as_ref());
        let read = source::read(&self.root(), config.as_deref())?;
        let understood = build::understand(&read, overrides, self.around.clock);
        Ok((understood, read.value))
    }

    /// Prints a table as the command line wants it.
    pub fn table(&self, table: &Table) {
        let format = self.global.format.map(crate::cli::args::AnyFormat::of_tables);
        terminal::result(&render(table, format.unwrap_or_default()));
    }

    /// Says that the call was wrong.
    pub fn misused(&self, message: &str) -> Exit {
        self.terminal.fail(message);
        Exit::Usage
    }

    /// Says that the machine refused.
    pub fn failed(&self, failure: &Failure) -> Exit {
        self.terminal.fail(&failure.to_string());
        Exit::System
    }
}

/// How a run ends that found these problems.
pub fn exit_of(problems: &[Problem]) -> Exit {
    let mut errors =
        problems.iter().filter(|it| it.severity == Severity::Error).peekable();
    if errors.peek().is_none() {
        return Exit::Ok;
    }
    let settings = |it: &Problem| catalogue::group(it.code) == "settings";
    if errors.any(settings) { Exit::Usage } else { Exit::Content }
}
