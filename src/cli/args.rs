//! Every command, option and help text.

mod asking;

use std::{net::IpAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub use asking::{Backlinks, List, Query, Related, Suggest, Which};

use crate::{
    command::export::GraphFormat,
    publish::Part,
    terminal::{Format, table::TableFormat},
};

const AFTER: &str = "\
Start a site:    dateline init my-site && cd my-site && dateline build
Exit codes:      0 ok, 1 the content has errors, 2 usage or configuration,
                 3 input or output failed, 4 --verify found a difference";

/// A static knowledge-site generator for newsrooms.
///
/// Editors write Markdown news, country and topic pages; Dateline checks every link
/// between them, finds related news and publishes a static site, all or nothing.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, after_help = AFTER, propagate_version = false)]
#[command(disable_help_subcommand = true, max_term_width = 100)]
pub struct Arguments {
    #[command(flatten)]
    /// Options of every command.
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// The folder of the site [default: the current one]
    #[arg(short, long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The configuration file [default: site.yaml in the root]
    #[arg(short, long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// How problems and results are written [default: human; github under GitHub Actions]
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    pub format: Option<AnyFormat>,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    pub color: When,
    /// Print errors and results only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print all there is to know
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// Formats of problems, tables and graphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnyFormat {
    /// For people
    Human,
    /// JSON
    Json,
    /// JSON, one object a line
    Jsonl,
    /// Comma-separated values (tables only)
    Csv,
    /// GitHub annotations (problems only)
    Github,
    /// SARIF 2.1.0 (problems only)
    Sarif,
    /// GraphML (`export graph` only)
    Graphml,
    /// The language of Graphviz (`export graph` only)
    Dot,
}

impl AnyFormat {
    /// As a format of problems.
    pub fn of_problems(self) -> Format {
        match self {
            Self::Human | Self::Csv | Self::Graphml | Self::Dot => Format::Human,
            Self::Json | Self::Jsonl => Format::Json,
            Self::Github => Format::Github,
            Self::Sarif => Format::Sarif,
        }
    }

    /// As a format of tables.
    pub fn of_tables(self) -> TableFormat {
        match self {
            Self::Json => TableFormat::Json,
            Self::Jsonl => TableFormat::Jsonl,
            Self::Csv => TableFormat::Csv,
            _ => TableFormat::Human,
        }
    }

    /// As a format of graphs, if it is one.
    pub fn of_graphs(self) -> Option<GraphFormat> {
        match self {
            Self::Json => Some(GraphFormat::Json),
            Self::Graphml => Some(GraphFormat::Graphml),
            Self::Dot => Some(GraphFormat::Dot),
            _ => None,
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |it| it.get_name().to_owned())
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands, in the order of `--help`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a small complete site to start from
    Init(Init),
    /// Make a new entry: a file in the right place with the right fields
    New(New),
    /// Render the site into `public/`
    Build(Build),
    /// Show the site in a browser while it is written
    Serve(Serve),
    /// Put a site together from parts that were built apart
    Publish(Publish),
    /// Say everything that `build` would say, writing nothing
    Check(Check),
    /// List entries by their state, or names in texts that have a page and no link
    List(List),
    /// Find entries, such as: dateline query 'country=kr date>=2020 topic=cybercrime'
    Query(Query),
    /// Show what links to an entry
    Backlinks(Backlinks),
    /// Show the news related to an entry, and why
    Related(Related),
    /// Suggest topics, countries, organisations and people that an entry calls for
    Suggest(Suggest),
    /// Check a theme, or make a new one
    Theme(Theme),
    /// Explain a diagnostic with an example
    Explain(Explain),
    /// Show the next instants at which the output will change by itself
    Schedule(Reading),
    /// Export the graph of the site, or a JSON Schema for each type
    Export(Export),
    /// Remove what Dateline made: the output and the cache
    Clean(Clean),
    /// Print a completion script for a shell
    Completion(Completion),
}

/// What is read, and as of when.
#[derive(Clone, Debug, Default, Args)]
pub struct Reading {
    /// Let drafts in
    #[arg(short = 'D', long)]
    pub drafts: bool,
    /// Let entries of the future in
    #[arg(short = 'F', long)]
    pub future: bool,
    /// Let expired entries in
    #[arg(short = 'E', long)]
    pub expired: bool,
    /// Build for this instant (RFC 3339 or a day) instead of now [env: `SOURCE_DATE_EPOCH`]
    #[arg(long, alias = "clock", value_name = "INSTANT")]
    pub as_of: Option<String>,
    /// The public address of the site
    #[arg(short = 'u', long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Threads to use [default: one a core]
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<usize>,
}

/// Levels of diagnostics.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Levels of diagnostics")]
pub struct Levels {
    /// Treat every warning as an error
    #[arg(long)]
    pub strict: bool,
    /// Make a code or group an error: syntax fields references addresses theme style
    #[arg(long, value_name = "CODE")]
    pub deny: Vec<String>,
    /// Make a code or group a warning
    #[arg(long, value_name = "CODE")]
    pub warn: Vec<String>,
    /// Silence a code or group
    #[arg(long, value_name = "CODE")]
    pub allow: Vec<String>,
}

/// `dateline init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Where to make the site
    #[arg(default_value = ".", value_name = "DIR")]
    pub directory: PathBuf,
}

/// `dateline new`.
#[derive(Debug, Args)]
pub struct New {
    /// The type: news, country, topic, region, organisation, person, document, page, or one
    /// of the site's own
    #[arg(value_name = "TYPE")]
    pub type_name: String,
    /// Its title
    pub title: String,
    /// A country involved: id, code or name; may be given several times
    #[arg(long, value_name = "COUNTRY")]
    pub country: Vec<String>,
    /// A topic; may be given several times
    #[arg(long, value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// Its date [default: today]
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Its language
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// Its id [default: made of the title]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
}

/// `dateline build`.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Debug, Args)]
pub struct Build {
    /// Where to put the site [default: public in the root]
    #[arg(short, long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
    /// Render everything, whatever the cache says
    #[arg(long)]
    pub no_cache: bool,
    /// Compare what is published with a clean build, byte for byte
    #[arg(long)]
    pub verify: bool,
    /// Publish into a folder that Dateline did not make, replacing the files in the way and
    /// keeping the others; put a part of a site in the place of a whole one
    #[arg(short, long)]
    pub force: bool,
    /// Say what would change and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Build a part only, such as 2/4: the second of four (see `publish --merge`)
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Part>,
    /// Say how long each stage took
    #[arg(long)]
    pub timings: bool,
    #[command(flatten)]
    /// What is read.
    pub reading: Reading,
    #[command(flatten)]
    /// Levels.
    pub levels: Levels,
}

/// `dateline publish`.
#[derive(Debug, Args)]
pub struct Publish {
    /// The folders that builds with `--shard` have made, one for each part
    #[arg(long, value_name = "DIR", num_args = 1.., required = true)]
    pub merge: Vec<PathBuf>,
    /// Where to put the site [default: public in the root]
    #[arg(short, long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
    /// Publish into a folder that Dateline did not make, replacing the files in the way and
    /// keeping the others
    #[arg(short, long)]
    pub force: bool,
}

/// `dateline serve`.
#[derive(Debug, Args)]
#[command(after_help = SERVE)]
pub struct Serve {
    /// The port [default: 1111, or the next one that is free]
    #[arg(short, long, value_name = "PORT")]
    pub port: Option<u16>,
    /// The address to listen at; 0.0.0.0 lets everybody in your network see the site
    #[arg(short, long, default_value = "127.0.0.1", value_name = "ADDRESS")]
    pub interface: IpAddr,
    /// Open the site in the browser
    #[arg(short, long)]
    pub open: bool,
    /// Let the browser go to the page that was saved last
    #[arg(long)]
    pub follow: bool,
    /// Look for changes every so many seconds, for folders that are mounted from elsewhere
    /// and tell of none
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "2")]
    pub poll: Option<f64>,
    #[command(flatten)]
    /// What is read.
    pub reading: Reading,
    #[command(flatten)]
    /// Levels.
    pub levels: Levels,
}

const SERVE: &str = "\
Nothing is written but pictures made smaller, into `.dateline/`. Pages reload when what
they show has changed. While there are errors
the last good site is shown, with the errors over it.
Preview an embargoed entry with --future, or the whole site of a day with --as-of.";

/// `dateline check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Apply the fixes that are safe
    #[arg(long)]
    pub fix: bool,
    /// Only what concerns files changed since this git revision
    #[arg(long, value_name = "REF")]
    pub since: Option<String>,
    #[command(flatten)]
    /// What is read.
    pub reading: Reading,
    #[command(flatten)]
    /// Levels.
    pub levels: Levels,
}

/// `dateline theme`.
#[derive(Debug, Args)]
pub struct Theme {
    /// What to do.
    #[command(subcommand)]
    pub task: ThemeTask,
}

/// What `dateline theme` does.
#[derive(Debug, Subcommand)]
pub enum ThemeTask {
    /// Say what is wrong with a theme: templates, colours, contrast, texts, overrides
    Check {
        /// The theme [default: the one of the site]
        name: Option<String>,
        #[command(flatten)]
        /// Levels.
        levels: Levels,
    },
    /// Make a theme in `themes/` that works and extends another
    New {
        /// Its name: small letters, digits, hyphens
        name: String,
        /// The theme it extends
        #[arg(long, default_value = "base", value_name = "THEME")]
        extends: String,
    },
}

/// `dateline explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The code, such as E201 [default: a list of all codes]
    pub code: Option<String>,
}

/// `dateline export`.
#[derive(Debug, Args)]
#[command(after_help = EXPORT)]
pub struct Export {
    /// What to export
    #[arg(value_enum)]
    pub what: Exported,
    /// Where schemas are written [default: schema in the root]; the graph goes to standard
    /// output unless a file is given
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    /// What is read.
    pub reading: Reading,
}

const EXPORT: &str = "\
The graph is the one of api/graph.json, in one of three formats:
  --format json           as it is published (what is printed where no format is given)
  --format graphml        for Gephi, yEd, NetworkX: nodes say id, title, type and language
  --format dot            for Graphviz
Example: dateline export graph --format dot | dot -Tsvg > graph.svg";

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Exported {
    /// The graph: nodes and edges
    Graph,
    /// A JSON Schema for each type of front matter, for editors
    Schema,
}

/// `dateline clean`.
#[derive(Debug, Args)]
pub struct Clean {
    /// The output to remove [default: public in the root]
    #[arg(short, long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
}

/// `dateline completion`.
#[derive(Debug, Args)]
pub struct Completion {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}
