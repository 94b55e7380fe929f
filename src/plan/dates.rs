//! When an entry was published and last changed. Knows no page.

use jiff::Zoned;

use crate::{
    date::Moment,
    document::Record,
    site::{EntryId, Site},
};

static NO_FIELDS: Record = Record { items: Vec::new() };

/// When an entry was published: its `date`.
pub fn published(site: &Site, id: EntryId) -> Option<&Moment> {
    fields(site, id).moment("date")
}

/// When it was last changed as far as readers are told: `updated`, its latest change, or when
/// it was withdrawn.
pub fn updated(site: &Site, id: EntryId) -> Option<&Moment> {
    let fields = fields(site, id);
    let changes = fields.records("changes").filter_map(|it| it.moment("at"));
    let withdrawn = fields.record("withdrawn").filter(|_| site.entry(id).card.withdrawn);
    let withdrawn = withdrawn.and_then(|it| it.moment("at"));
    let all = changes.chain(fields.moment("updated")).chain(withdrawn);
    all.max_by_key(|it| it.instant(&site.config.timezone))
}

/// The later of the two.
pub fn last(site: &Site, id: EntryId) -> Option<&Moment> {
    let both = published(site, id).into_iter().chain(updated(site, id));
    both.max_by_key(|it| it.instant(&site.config.timezone))
}

/// The latest of the last changes of some entries.
pub fn newest(site: &Site, ids: impl IntoIterator<Item = EntryId>) -> Option<&Moment> {
    let all = ids.into_iter().filter_map(|id| last(site, id));
    all.max_by_key(|it| it.instant(&site.config.timezone))
}

/// A moment in the zone of the site; a day is its start.
pub fn zoned(site: &Site, moment: &Moment) -> Zoned {
    let zone = &site.config.timezone;
    moment.instant(zone).to_zoned(zone.clone())
}

/// A moment for machines: a day, or RFC 3339.
pub fn iso(site: &Site, moment: &Moment) -> String {
    moment.iso(&site.config.timezone)
}

/// The front matter of an entry; empty for a country without a file.
pub fn fields(site: &Site, id: EntryId) -> &Record {
    site.entry(id).document.as_deref().map_or(&NO_FIELDS, |it| &it.fields)
}
