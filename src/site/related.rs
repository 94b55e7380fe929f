//! Related news: pinned ones, then those that share the most with an entry.
//!
//! A shared country, topic, organisation, person or story counts by how rare it is (the
//! Robertson–Spärck Jones weight: Spärck Jones 1972; Robertson and Zaragoza 2009,
//! section 3.1), and the sum by nearness in time. Knows relations and titles, no text.

mod desk;
mod signals;
mod titles;
mod wish;

use rayon::prelude::*;

use self::{
    desk::{Desk, Scratch},
    titles::{Titles, Words},
    wish::Wish,
};
use super::{EntryId, Related, Site, Suggestion};

/// Whether editors' own choices count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pins {
    /// As the page shows it: pinned news first; `hide` and `auto` count.
    Count,
    /// As if the file said nothing of related news.
    Ignored,
}

/// Ranks the news related to one as its page shows them: pinned ones in the editor's order,
/// even stubs, then computed ones with their reasons, which sum to their score.
pub fn rank(site: &Site, id: EntryId) -> Vec<Suggestion> {
    rank_with(site, id, site.config.related.limit, Pins::Count)
}

/// The same with another limit, or without regard to what editors chose.
pub fn rank_with(site: &Site, id: EntryId, limit: usize, pins: Pins) -> Vec<Suggestion> {
    let ranking = Ranking::new(site, limit, pins);
    ranking.of(id, &mut ranking.desk.scratch())
}

/// The same for every news entry in turn; empty for what is no news.
pub fn rank_all(site: &Site, limit: usize, pins: Pins) -> Vec<Vec<Suggestion>> {
    let ranking = Ranking::new(site, limit, pins);
    let ids: Vec<_> = site.ids().collect();
    let rank = |scratch: &mut Scratch, id: &EntryId| {
        if site.is(*id, "news") { ranking.of(*id, scratch) } else { Vec::new() }
    };
    ids.par_iter().map_init(|| ranking.desk.scratch(), rank).collect()
}

/// Related news of every entry, and the later ones that name it.
pub fn find(site: &Site) -> Vec<Related> {
    let earlier = rank_all(site, site.config.related.limit, Pins::Count);
    let mut later = vec![Vec::new(); earlier.len()];
    let day = |id: EntryId| &site.entry(id).card.date;
    for id in site.news.iter().flatten() {
        let named = earlier[id.0 as usize].iter().map(|it| it.entry);
        let older = named.filter(|it| day(*it) < day(*id));
        older.for_each(|it| later[it.0 as usize].push(*id));
    }
    let both = |(earlier, later)| Related { earlier, later };
    earlier.into_iter().zip(later).map(both).collect()
}

/// What ranking needs at hand.
struct Ranking<'a> {
    desk: Desk<'a>,
    words: Words,
    limit: usize,
    pins: Pins,
}

impl<'a> Ranking<'a> {
    fn new(site: &'a Site, limit: usize, pins: Pins) -> Self {
        Self { desk: Desk::new(site), words: Words::of(site), limit, pins }
    }

    fn of(&self, id: EntryId, scratch: &mut Scratch) -> Vec<Suggestion> {
        let wish = match self.pins {
            Pins::Count => Wish::of(self.desk.site, id),
            Pins::Ignored => Wish::default(),
        };
        let limit = wish.auto.map_or(self.limit, |auto| wish.pinned.len() + auto);
        let mut titles = Titles::of(&self.words, id);
        for pinned in &wish.pinned {
            titles.add(*pinned);
        }
        let mut chosen: Vec<_> =
            wish.pinned.iter().map(|it| Suggestion::pin(*it)).collect();
        if chosen.len() >= limit {
            return chosen;
        }
        let candidates = self.desk.candidates(id, scratch);
        let fits = |it: EntryId| !wish.pinned.contains(&it) && !wish.hidden.contains(&it);
        let new = candidates.scored.iter().filter(|it| fits(it.1) && titles.add(it.1));
        let free = limit - chosen.len();
        chosen.extend(new.take(free).map(|it| self.desk.explain(id, *it, &candidates)));
        chosen
    }
}
