//! The one gate that hidden entries end at: drafts, what is not published yet, what has
//! expired. Knows no relations; what is behind it never hears of what stayed outside.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Change;
use crate::{config::Config, date::Moment, document::Document};

/// How long a news sitemap lists an entry
/// (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>).
pub const NEWS_SITEMAP: SignedDuration = SignedDuration::from_hours(48);

/// The documents on both sides of the gate, each side sorted by path.
#[derive(Debug)]
pub struct Gate {
    /// What readers may see.
    pub public: Vec<Arc<Document>>,
    /// What they may not, and why; kept to name it to editors who link to it.
    pub hidden: Vec<(Arc<Document>, Hidden)>,
    /// When that changes by itself, soonest first.
    pub calendar: Vec<Change>,
}

/// Why an entry is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It is a draft.
    Draft,
    /// It is published at this instant.
    Until(Timestamp),
    /// It expired at this instant.
    Since(Timestamp),
}

/// How many files are hidden, by what keeps them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Drafts.
    pub drafts: usize,
    /// Those that are not published yet.
    pub future: usize,
    /// Those that have expired.
    pub expired: usize,
}

impl Gate {
    /// How many files end here.
    pub fn withheld(&self) -> Withheld {
        let mut withheld = Withheld::default();
        for (_, why) in &self.hidden {
            *match why {
                Hidden::Draft => &mut withheld.drafts,
                Hidden::Until(_) => &mut withheld.future,
                Hidden::Since(_) => &mut withheld.expired,
            } += 1;
        }
        withheld
    }
}

/// Lets through what is public at the instant the site is built for.
pub fn pass(mut documents: Vec<Arc<Document>>, config: &Config) -> Gate {
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    let (mut public, mut hidden, mut calendar) = (Vec::new(), Vec::new(), Vec::new());
    for document in documents {
        calendar.extend(changes(&document, config));
        match why_hidden(&document, config) {
            Some(why) => hidden.push((document, why)),
            None => public.push(document),
        }
    }
    calendar.sort();
    Gate { public, hidden, calendar }
}

fn why_hidden(document: &Document, config: &Config) -> Option<Hidden> {
    let (now, preview) = (config.as_of, config.preview);
    if document.fields.flag("draft") && !preview.drafts {
        return Some(Hidden::Draft);
    }
    let start = start(document, config).filter(|it| *it > now && !preview.future);
    let end = instant(document, "expires_at", config);
    let end = end.filter(|it| *it <= now && !preview.expired);
    start.map(Hidden::Until).or(end.map(Hidden::Since))
}

/// When an entry appears: `publish_at` or `date`, whichever is later.
fn start(document: &Document, config: &Config) -> Option<Timestamp> {
    let publish_at = instant(document, "publish_at", config);
    publish_at.max(instant(document, "date", config))
}

fn instant(document: &Document, field: &str, config: &Config) -> Option<Timestamp> {
    let moment: Option<&Moment> = document.fields.moment(field);
    moment.map(|it| it.instant(&config.timezone))
}

/// Whether an entry is withdrawn at the instant the site is built for.
pub fn is_withdrawn(document: &Document, config: &Config) -> bool {
    let Some(withdrawn) = document.fields.record("withdrawn") else { return false };
    withdrawn.moment("at").is_none_or(|it| it.instant(&config.timezone) <= config.as_of)
}

/// The changes ahead that an entry brings about; drafts and what has expired bring none.
fn changes(document: &Document, config: &Config) -> Vec<Change> {
    if matches!(why_hidden(document, config), Some(Hidden::Draft | Hidden::Since(_))) {
        return Vec::new();
    }
    let is_news = config.schema.get(document.ty).name == "news";
    let date = instant(document, "date", config).filter(|_| is_news);
    let leaves = date.and_then(|it| it.checked_add(NEWS_SITEMAP).ok());
    let withdrawn = document.fields.record("withdrawn").and_then(|it| it.moment("at"));
    let ahead = [
        (start(document, config), "published"),
        (instant(document, "expires_at", config), "expires"),
        (withdrawn.map(|it| it.instant(&config.timezone)), "withdrawn"),
        (leaves, "leaves the news sitemap"),
    ];
    let change = |(at, what): (Option<Timestamp>, &'static str)| {
        let at = at.filter(|it| *it > config.as_of)?;
        Some(Change { at, path: document.path.clone(), what })
    };
    ahead.into_iter().filter_map(change).collect()
}

impl std::fmt::Display for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Draft => f.write_str("is a draft"),
            Self::Until(at) => write!(f, "is not public before {at}"),
            Self::Since(at) => write!(f, "expired at {at}"),
        }
    }
}
