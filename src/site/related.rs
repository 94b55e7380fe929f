//! Related news: pinned ones, then those an editor would have chosen.
//!
//! A score is the sum of what two entries share, times how near they are in time:
//!
//! | signal | what it is | where |
//! | --- | --- | --- |
//! | text | cosine of words and phrases of two, weighted by rarity | `text.rs`, `vectors.rs` |
//! | labels | the same of topics, countries … of running stories and of links | `labels.rs` |
//! | originality | a text counts less the more it follows up on others | `score.rs` |
//! | time | what is lost with the years | `archive.rs` |
//!
//! No later news are related; each leads on to the later ones that name it. What is
//! written in a language is an archive of its own; what is lent to it has the lists of its
//! original. All is counted in whole numbers and coarse steps
//! (`steps.rs`), so that no number of threads and no rounding changes a list. Knows relations,
//! links and the text of bodies, no HTML.

mod archive;
mod choose;
mod explain;
mod labels;
mod score;
mod search;
mod shared;
mod standing;
mod steps;
mod text;
mod titles;
pub mod tune;
mod vectors;
mod wish;
mod words;

use std::{borrow::Cow, cmp::Reverse};

use rayon::prelude::*;

use self::{
    archive::Archive,
    choose::Scored,
    search::{Candidate, Found},
    wish::Wish,
};
pub use self::{
    choose::{Choice, LeftOut},
    explain::Reason,
    score::{POINTS, Points},
    shared::shared,
    standing::Standing,
};
use super::{EntryId, Related, Site, Suggestion};

/// Whether editors' own choices count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pins {
    /// As the page shows it: pinned news first; `hide` and `auto` count.
    Count,
    /// As if the file said nothing of related news.
    Ignored,
    /// As if the site did not either: what is near, whether it is shown or not.
    Overruled,
}

/// How lists are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// How many, pinned ones included, where an entry does not say it.
    pub limit: usize,
    /// How many at most, whatever an entry says.
    pub most: usize,
    /// Whether editors' own choices count.
    pub pins: Pins,
    /// Whether even pinned ones are left out that are dated after the day of the entry.
    pub earlier_only: bool,
}

impl Wanted {
    /// As pages show them.
    pub fn of(site: &Site) -> Self {
        let limit = site.config.related.limit;
        Self { limit, most: usize::MAX, pins: Pins::Count, earlier_only: false }
    }
}

/// A site, ready to rank its news.
pub struct Ranking<'a> {
    site: &'a Site,
    standing: Standing,
}

/// A list with its arithmetic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// The list, and the best that is not on it.
    pub choice: Choice,
    /// What each score of the list is made of, then that of the one left out; nothing for
    /// pinned ones.
    pub reasons: Vec<Vec<Reason>>,
}

/// Related news of every entry, and the later ones that name it; `standing` is what an
/// earlier round left, and then what this one does.
pub fn find(site: &Site, standing: &mut Standing) -> Vec<Related> {
    if wants_any(site) {
        standing.follow(site);
    } else {
        standing.forget();
    }
    let ranking = Ranking { site, standing: std::mem::take(standing) };
    let earlier = ranking.lists(Wanted::of(site));
    *standing = ranking.standing;
    let mut later = vec![Vec::new(); earlier.len()];
    let day = |id: EntryId| &site.entry(id).card.date;
    for id in site.news.iter().flatten() {
        let named = earlier[id.0 as usize].iter().map(|it| it.entry);
        let older = named.filter(|it| day(*it) < day(*id));
        let older = older.filter(|it| leads_on(site, *it, *id));
        older.for_each(|it| later[it.0 as usize].push(*id));
    }
    let both = |(earlier, later)| Related { earlier, later };
    let found: Vec<_> = earlier.into_iter().zip(later).map(both).collect();
    site.ids().map(|id| lent(site, id, &found)).collect()
}

/// The related news of an entry; a lent one has those of its original, in its own language.
fn lent(site: &Site, id: EntryId, found: &[Related]) -> Related {
    let related = &found[site.original(id).0 as usize];
    let own = |it: EntryId| site.version(it, site.entry(id).lang).unwrap_or(it);
    let earlier = related.earlier.iter();
    Related {
        earlier: earlier.map(|it| Suggestion { entry: own(it.entry), ..*it }).collect(),
        later: related.later.iter().map(|it| own(*it)).collect(),
    }
}

/// Whether an entry leads on to a later one that names it: unless its editor has said of that
/// one where it stands, or that it does not.
fn leads_on(site: &Site, id: EntryId, later: EntryId) -> bool {
    let Wish { pinned, hidden, .. } = Wish::of(site, id);
    !pinned.contains(&later) && !hidden.contains(&later)
}

/// Whether any list can hold more than pinned news.
fn wants_any(site: &Site) -> bool {
    let mut news = site.news.iter().flatten();
    site.config.related.limit > 0 || news.any(|it| Wish::of(site, *it).auto > Some(0))
}

impl<'a> Ranking<'a> {
    /// Reads the texts and labels of all news, to rank some.
    pub fn some(site: &'a Site) -> Self {
        Self { site, standing: Standing::unlooked(site) }
    }

    /// The same, to rank all.
    pub fn all(site: &'a Site) -> Self {
        let mut standing = Standing::default();
        standing.follow(site);
        Self { site, standing }
    }

    /// The news related to one: pinned ones in the editor's order, even stubs, then the best.
    /// What was withdrawn leads on to pinned ones only, and what is no news to none.
    pub fn list(&self, id: EntryId, wanted: Wanted) -> Choice {
        if !self.site.is(id, "news") {
            return Choice::default();
        }
        let desk = self.desk(id);
        let scored = desk.map(|(desk, member)| desk.scored(member)).unwrap_or_default();
        choose::choose(self.site, id, wanted, &scored)
    }

    /// The same for every entry in turn.
    pub fn lists(&self, wanted: Wanted) -> Vec<Vec<Suggestion>> {
        let ids: Vec<_> = self.site.ids().collect();
        ids.par_iter().map(|it| self.list(*it, wanted).list).collect()
    }

    /// The news related to one, and what every score is made of.
    pub fn explain(&self, id: EntryId, wanted: Wanted) -> Explained {
        let choice = self.list(id, wanted);
        let left_out = choice.left_out.iter().map(|it| &it.0);
        let all: Vec<_> = choice.list.iter().chain(left_out).collect();
        let mut reasons = vec![Vec::new(); all.len()];
        if let Some((desk, member)) = self.desk(id) {
            let computed = |it: &&&Suggestion| !it.pinned;
            let places =
                all.iter().filter(computed).filter_map(|it| self.place(it.entry));
            let found = desk.explain(self.site, member, &places.collect::<Vec<_>>());
            let open = all.iter().zip(&mut reasons).filter(|it| !it.0.pinned);
            open.zip(found).for_each(|((_, open), found)| *open = found);
        }
        Explained { choice, reasons }
    }

    /// The place of an entry in the archive of its language.
    fn place(&self, id: EntryId) -> Option<u32> {
        self.standing.place(id)
    }

    fn desk(&self, id: EntryId) -> Option<(Desk<'_>, u32)> {
        let shelf = self.standing.shelf(self.site.entry(id).lang)?;
        let desk = Desk { archive: &shelf.archive, found: &shelf.found };
        Some((desk, self.place(id)?))
    }
}

/// An archive, and what was found for its members already.
#[derive(Clone, Copy)]
struct Desk<'a> {
    archive: &'a Archive,
    found: &'a [Option<Found>],
}

impl Desk<'_> {
    fn found(&self, member: u32) -> Cow<'_, Found> {
        match self.found.get(member as usize) {
            Some(Some(found)) => Cow::Borrowed(found),
            _ => Cow::Owned(self.archive.find(member, &mut self.archive.scratch())),
        }
    }

    /// The candidates of a member with their scores, the best first.
    fn scored(&self, member: u32) -> Vec<Scored> {
        let archive = self.archive;
        let score = |it: &Candidate| {
            let score = archive.score(member, it, self.found(it.member).crowd());
            (Reverse(score), archive.rank(it.member))
        };
        let found = self.found(member);
        let mut scored: Vec<_> = found.candidates.iter().map(score).collect();
        scored.sort_unstable();
        let entry = |it: u32| archive.members[it as usize];
        scored.into_iter().map(|(score, rank)| (score.0, entry(rank.1))).collect()
    }

    fn explain(&self, site: &Site, member: u32, others: &[u32]) -> Vec<Vec<Reason>> {
        let found = self.found(member);
        let candidate = |other: &u32| {
            let it = found.candidates.iter().find(|it| it.member == *other)?;
            Some((*it, self.found(*other).crowd()))
        };
        let candidates: Vec<_> = others.iter().filter_map(candidate).collect();
        self.archive.explain(site, member, &candidates)
    }
}

#[cfg(test)]
mod tests;
