//! `dateline list`: entries by their state.

use jiff::Timestamp;

use crate::{
    command::{Table, rows},
    document::Record,
    site::{EntryId, Site, orphans},
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
    /// Their review is overdue.
    Stale,
    /// Headline and date are all that is held.
    Stubs,
}

/// The entries in that state, in the order of the site; `site` must have been resolved with
/// everything hidden let in where hidden entries are asked for.
pub fn run(site: &Site, state: State) -> Table {
    rows::table(site, rows::all(site).filter(|id| is(site, *id, state)))
}

/// The pages that no other page leads to, but for the list of all entries of their type; news,
/// which have lists of their own, are none.
pub fn orphans(site: &Site) -> Table {
    let led_to = orphans::led_to(site);
    let alone = site.ids().zip(led_to).filter(|it| !it.1).map(|it| it.0);
    rows::table(site, alone.filter(|id| is_page(site, *id)))
}

/// Whether somebody wrote an entry as a page to be found through others.
fn is_page(site: &Site, id: EntryId) -> bool {
    let entry = site.entry(id);
    let own = entry.document.is_some() && !entry.is_lent();
    own && entry.card.address.is_some() && !site.is(id, "news")
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
