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

use self::{desk::Desk, titles::Titles, wish::Wish};
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
    choose(&Desk::new(site), id, limit, pins)
}

/// The same for every news entry in turn; empty for what is no news.
pub fn rank_all(site: &Site, limit: usize, pins: Pins) -> Vec<Vec<Suggestion>> {
    let desk = Desk::new(site);
    let ids: Vec<_> = site.ids().collect();
    let is_news = |id: &EntryId| site.is(*id, "news");
    let rank = |id: &EntryId| is_news(id).then(|| choose(&desk, *id, limit, pins));
    ids.par_iter().map(|id| rank(id).unwrap_or_default()).collect()
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

fn choose(desk: &Desk, id: EntryId, limit: usize, pins: Pins) -> Vec<Suggestion> {
    let wish = match pins {
        Pins::Count => Wish::of(desk.site, id),
        Pins::Ignored => Wish::default(),
    };
    let limit = wish.auto.map_or(limit, |auto| wish.pinned.len() + auto);
    let mut titles = Titles::of(desk.site, id);
    for id in &wish.pinned {
        titles.add(*id);
    }
    let mut chosen: Vec<_> = wish.pinned.iter().map(|it| Suggestion::pin(*it)).collect();
    if chosen.len() >= limit {
        return chosen;
    }
    for (score, entry) in desk.candidates(id) {
        if !wish.pinned.contains(&entry)
            && !wish.hidden.contains(&entry)
            && titles.add(entry)
        {
            chosen.push(desk.explain(id, entry, score));
        }
        if chosen.len() >= limit {
            break;
        }
    }
    chosen
}
