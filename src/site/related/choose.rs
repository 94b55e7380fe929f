//! Which candidates are shown: what editors said comes first, then the best that differ.

use super::{Pins, Points, Wanted, titles::Titles, wish::Wish};
use crate::site::{EntryId, Site, Suggestion};

/// A candidate with its score.
pub(super) type Scored = (Points, EntryId);

/// Scores below this are chance: half of what the fourth best has at the least in archives
/// that were measured.
const MINIMUM: Points = 150;

/// Related news of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Those shown, in order.
    pub list: Vec<Suggestion>,
    /// The best that is not shown, and why.
    pub left_out: Option<(Suggestion, LeftOut)>,
}

/// Why a candidate is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The editor hid it.
    Hidden,
    /// Its title says the same as that of the entry itself or of one that is shown.
    SameTitle(EntryId),
    /// None are computed here: the site or the entry says so.
    Unwanted,
    /// There is no room for more.
    NoRoom,
    /// It shares next to nothing.
    TooLittle,
}

/// Chooses from candidates, the best first.
pub(super) fn choose(
    site: &Site,
    id: EntryId,
    wanted: Wanted,
    candidates: &[Scored],
) -> Choice {
    let mut wish = match wanted.pins {
        Pins::Count => Wish::of(site, id),
        Pins::Ignored => Wish::of_site(site, id),
        Pins::Overruled => Wish::default(),
    };
    if wanted.earlier_only {
        let day = |it: EntryId| &site.entry(it).card.date;
        wish.pinned.retain(|it| day(*it) <= day(id));
    }
    let is_off = wish.auto.map_or(wanted.limit == 0, |it| it == 0);
    let limit = wish.auto.map_or(wanted.limit, |auto| wish.pinned.len() + auto);
    let limit = limit.min(wanted.most);
    let mut titles = Titles::of(site, id, &wish.pinned);
    let mut choice = Choice {
        list: wish
            .pinned
            .iter()
            .take(wanted.most)
            .map(|it| Suggestion::pin(*it))
            .collect(),
        left_out: None,
    };
    let new = candidates.iter().filter(|it| !wish.pinned.contains(&it.1));
    for (score, entry) in new {
        let suggestion = Suggestion { entry: *entry, score: *score, pinned: false };
        let why = if wish.hidden.contains(entry) {
            Some(LeftOut::Hidden)
        } else if *score < MINIMUM {
            Some(LeftOut::TooLittle)
        } else if is_off {
            Some(LeftOut::Unwanted)
        } else if choice.list.len() >= limit {
            Some(LeftOut::NoRoom)
        } else {
            titles.add(*entry).map(LeftOut::SameTitle)
        };
        if let Some(why) = why {
            choice.left_out = choice.left_out.or(Some((suggestion, why)));
        } else {
            choice.list.push(suggestion);
        }
        if choice.list.len() >= limit && choice.left_out.is_some() {
            break;
        }
    }
    choice
}

impl Suggestion {
    /// One that an editor chose.
    fn pin(entry: EntryId) -> Self {
        Self { entry, score: 0, pinned: true }
    }
}
