//! The commands that ask a site something: their options and help texts.

use clap::{Args, ValueEnum};

use super::Reading;

/// `dateline list`.
#[derive(Debug, Args)]
#[command(after_help = LIST)]
pub struct List {
    /// Which entries
    #[arg(value_enum, default_value = "all")]
    pub which: Which,
    /// For this instant instead of now
    #[arg(long, alias = "clock", value_name = "INSTANT")]
    pub as_of: Option<String>,
}

/// Which entries a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Which {
    /// All that are public
    All,
    /// Drafts
    Drafts,
    /// Entries not yet published
    Future,
    /// Entries that have expired
    Expired,
    /// Pages that no other page leads to
    Orphans,
    /// Entries whose review is overdue
    Stale,
    /// News of which only headline and date are held
    Stubs,
    /// Names in texts that have a page and no link to it, with the link to paste
    Unlinked,
}

const LIST: &str = "\
Examples:  dateline list orphans
           dateline list unlinked --format csv > unlinked.csv";

/// `dateline query`.
#[derive(Debug, Args)]
#[command(after_help = QUERY)]
pub struct Query {
    /// The expression
    #[arg(required = true, value_name = "EXPR")]
    pub expression: Vec<String>,
    #[command(flatten)]
    /// What is read.
    pub reading: Reading,
}

const QUERY: &str = "\
An expression is a row of conditions that must all hold; `or` between two rows takes either.
  country=kr              a relation: an id, a code or a name (quote names with spaces)
  country!=kr             not so
  date>=2020-02           a date or part of one: < <= = >= >
  kind=statement          a field; type= id= lang= title= are there too
  title~fund              contains, in any case, with or without accents
Example: dateline query 'type=news topic=cybercrime date>=2020 or country=\"South Korea\"'";

/// `dateline backlinks`.
#[derive(Debug, Args)]
pub struct Backlinks {
    /// The entry: an id, a path (news/2020/x), a code or a name
    pub id: String,
    #[command(flatten)]
    /// What is read.
    pub reading: Reading,
}

/// `dateline related`.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Debug, Args)]
pub struct Related {
    /// The entry: an id or a path (news/2020/x)
    #[arg(required_unless_present_any = ["all", "tune"])]
    pub id: Option<String>,
    /// Show what every score is made of
    #[arg(long)]
    pub explain: bool,
    /// For all news, one a line
    #[arg(long, conflicts_with = "id")]
    pub all: bool,
    /// Learn weights from the site's own pins, hides and links between news; print what they
    /// are worth and the lines for site.yaml
    #[arg(long, conflicts_with_all = ["id", "all", "explain", "limit"])]
    pub tune: bool,
    /// How many at most [default: the site's own limit]
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Leave out what editors chose by hand
    #[arg(long)]
    pub ignore_pins: bool,
    /// Leave out even pinned ones that are dated after the day of the entry itself; others
    /// always are
    #[arg(long)]
    pub earlier_only: bool,
    #[command(flatten)]
    /// What is read.
    pub reading: Reading,
}

/// `dateline suggest`.
#[derive(Debug, Args)]
#[command(after_help = SUGGEST)]
pub struct Suggest {
    /// The entry: an id or a path (news/2020/x)
    pub id: String,
    /// How many at most for each field
    #[arg(long, value_name = "N", default_value = "5")]
    pub limit: usize,
    #[command(flatten)]
    /// What is read.
    pub reading: Reading,
}

const SUGGEST: &str = "\
The evidence is what the text names (in the title 3, in the standfirst 2, in the body 1, times
1 + ln of how often) and what the nearest news have (together up to 3). A share is the part of
the evidence for all that the field could have more.
Example: dateline suggest news/2020/x -D";
