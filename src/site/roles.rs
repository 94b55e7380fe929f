//! The role a person held at a date.

use jiff::civil::Date;

use super::{EntryId, Site};
use crate::document::Record;

impl Site {
    /// The role of a person at a day: the one whose time holds the day, else the last one
    /// known to be held before it. A role is a record with `title`, `organisation` …
    pub fn role_at(&self, person: EntryId, day: Date) -> Option<&Record> {
        let document = self.entry(person).document.as_ref()?;
        let roles = document.fields.records("roles");
        let rank = |role: &Record| Some((fit(role, day)?, role.partial("from")));
        let ranked = roles.filter_map(|role| Some((rank(role)?, role)));
        // Of two that fit alike the one begun later; of two begun together the first.
        ranked.reduce(|best, it| if it.0 > best.0 { it } else { best }).map(|it| it.1)
    }
}

/// How well a role fits a day: by its time, or by the nearest day it is known of.
///
/// The first part says whether its time is known to hold the day.
pub fn fit(role: &Record, day: Date) -> Option<(bool, Date)> {
    let (from, to) = (role.partial("from"), role.partial("to"));
    let as_of = role.partial("as_of");
    if from.is_some_and(|it| day < it.first_day())
        || to.is_some_and(|it| day > it.last_day())
    {
        return None;
    }
    if from.is_some() || to.is_some() || as_of.is_none() {
        return Some((true, Date::MIN));
    }
    let known = as_of.map(crate::date::PartialDate::first_day)?;
    (known <= day).then_some((false, known))
}
