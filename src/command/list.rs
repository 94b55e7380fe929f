//! `dateline list`: entries by their state.

use jiff::Timestamp;

use crate::{
    command::{Table, rows},
    document::Record,
    site::{EntryId, Site},
};

/// Which entries a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// All of them.
    All,
    /// Drafts.
    Drafts,
    /// Not yet published.
    Future,
    /// No longer published.
    Expired,
    /// Nothing refers to them, and they are in no list of news.
    Orphans,
    /// Their review is overdue.
    Stale,
    /// Headline and date are all that is held.
    Stubs,
}

/// The entries in that state, in the order of the site; `site` must have been resolved with
/// everything hidden let in where hidden entries are asked for.
pub fn run(site: &Site, state: State) -> Table {
    rows::table(site, site.ids().filter(|id| is(site, *id, state)))
}

fn is(site: &Site, id: EntryId, state: State) -> bool {
    let Some(document) = &site.entry(id).document else {
        return state == State::All;
    };
    let fields = &document.fields;
    let now = site.config.as_of;
    match state {
        State::All => true,
        State::Drafts => fields.flag("draft"),
        State::Future => {
            after(site, fields, "publish_at", now) || after(site, fields, "date", now)
        }
        State::Expired => before(site, fields, "expires_at", now),
        State::Orphans => is_orphan(site, id),
        State::Stale => before(site, fields, "review_by", now),
        State::Stubs => fields.flag("stub"),
    }
}

fn after(site: &Site, fields: &Record, name: &str, now: Timestamp) -> bool {
    fields.moment(name).is_some_and(|it| it.instant(&site.config.timezone) > now)
}

fn before(site: &Site, fields: &Record, name: &str, now: Timestamp) -> bool {
    fields.moment(name).is_some_and(|it| it.instant(&site.config.timezone) <= now)
}

fn is_orphan(site: &Site, id: EntryId) -> bool {
    let at = id.0 as usize;
    !site.is(id, "news")
        && site.backlinks[at].is_empty()
        && site.relations[at].inverse.iter().all(|it| it.1.is_empty())
}
