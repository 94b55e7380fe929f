//! Scores of all that shares anything with an entry.

use std::cmp::Reverse;

use super::signals::{self, Signal};
use crate::{
    date::Moment,
    site::{EntryId, LangId, Reason, Site, Suggestion},
};

/// Scores below this are chance: one country that every second entry has.
const MINIMUM: f64 = 0.05;
/// The part of a score that does not depend on time.
const TIMELESS: f64 = 0.7;
/// How many holders of each signal are scored, the nearest in time first: exact counts
/// over a topic of 40,000 items would cost seconds and change nothing a reader sees.
const NEAREST: usize = 64;
/// How many candidates are kept.
const KEPT: usize = 64;
const DAY: i64 = 86_400_000;

/// A site, with what scoring needs of each entry side by side in memory.
pub(super) struct Desk<'a> {
    /// The site.
    pub(super) site: &'a Site,
    facts: Vec<Fact>,
}

#[derive(Clone, Copy)]
struct Fact {
    /// Days since 1970 in the site's zone.
    day: i64,
    lang: LangId,
    /// Whether it has a page to lead to.
    shown: bool,
}

/// Room to add up scores in, one cell an entry: zero but while one entry is worked on.
pub(super) struct Scratch {
    sums: Vec<f64>,
    touched: Vec<EntryId>,
}

/// What shares something with an entry.
pub(super) struct Candidates<'a> {
    windows: Vec<Window<'a>>,
    /// Scores, the best first.
    pub(super) scored: Vec<(f64, EntryId)>,
}

/// A signal and the holders of it that are scored.
struct Window<'a> {
    signal: Signal<'a>,
    near: &'a [EntryId],
}

impl<'a> Desk<'a> {
    pub(super) fn new(site: &'a Site) -> Self {
        let fact = |id: EntryId| {
            let entry = site.entry(id);
            let date = entry.document.as_ref().and_then(|it| it.fields.moment("date"));
            Fact {
                day: date.map_or(0, |it| day(it, site)),
                lang: entry.lang,
                shown: entry.card.address.is_some(),
            }
        };
        Self { site, facts: site.ids().map(fact).collect() }
    }

    pub(super) fn scratch(&self) -> Scratch {
        Scratch { sums: vec![0.0; self.facts.len()], touched: Vec::new() }
    }

    fn fact(&self, id: EntryId) -> Fact {
        self.facts[id.0 as usize]
    }

    /// What shares the most with a news entry and is not later, best first.
    pub(super) fn candidates(
        &self,
        id: EntryId,
        scratch: &mut Scratch,
    ) -> Candidates<'a> {
        let signals = signals::of(self.site, id).into_iter();
        let windows: Vec<_> = signals.map(|it| self.window(id, it)).collect();
        // The weights of one candidate are added up in the order of the signals, and so to
        // the same last bit every time.
        for Window { signal, near } in &windows {
            near.iter().for_each(|it| scratch.add(*it, signal.weight));
        }
        let own = self.fact(id);
        let fits = |it: EntryId| {
            let other = self.fact(it);
            it != id && other.shown && other.lang == own.lang
        };
        let score = |(it, sum)| (sum * self.nearness(id, it), it);
        let fitting = scratch.drain().filter(|it| fits(it.0)).map(score);
        let scored = fitting.filter(|it| it.0 >= MINIMUM).collect();
        Candidates { windows, scored: self.best(scored) }
    }

    fn best(&self, mut scored: Vec<(f64, EntryId)>) -> Vec<(f64, EntryId)> {
        let order = |a: &(f64, EntryId), b: &(f64, EntryId)| {
            let rest = |it: EntryId| (Reverse(self.fact(it).day), it);
            b.0.total_cmp(&a.0).then_with(|| rest(a.1).cmp(&rest(b.1)))
        };
        if scored.len() > KEPT {
            scored.select_nth_unstable_by(KEPT, order);
            scored.truncate(KEPT);
        }
        scored.sort_unstable_by(order);
        scored
    }

    /// The holders of a signal nearest in time to an entry, later ones left out.
    fn window(&self, id: EntryId, signal: Signal<'a>) -> Window<'a> {
        let day = self.fact(id).day;
        let holders = signal.holders;
        let later = |it: &EntryId| self.fact(*it).day > day;
        // One more than is wanted: the entry itself is among them.
        let near = if signal.kind == "story" {
            // Oldest first: what is nearest stands before the first later one.
            let end = holders.partition_point(|it| !later(it));
            &holders[end.saturating_sub(NEAREST + 1)..end]
        } else {
            let start = holders.partition_point(later);
            &holders[start..holders.len().min(start + NEAREST + 1)]
        };
        Window { signal, near }
    }

    /// Between [`TIMELESS`] and 1: half of the rest is gone after the half-life of the site.
    fn nearness(&self, a: EntryId, b: EntryId) -> f64 {
        let half_life = self.site.config.related.half_life_days;
        let past =
            if half_life > 0.0 { self.days(a, b) / half_life } else { f64::INFINITY };
        TIMELESS + (1.0 - TIMELESS) * (-past).exp2()
    }

    #[expect(clippy::cast_precision_loss, reason = "days since 1970 are few")]
    fn days(&self, a: EntryId, b: EntryId) -> f64 {
        (self.fact(a).day - self.fact(b).day).abs() as f64
    }

    /// A suggestion with its reasons: what each shared thing adds, and what distance in
    /// time takes away.
    pub(super) fn explain(
        &self,
        id: EntryId,
        (score, entry): (f64, EntryId),
        candidates: &Candidates,
    ) -> Suggestion {
        let shared = candidates.windows.iter().filter(|it| it.near.contains(&entry));
        let reason = |Window { signal, .. }: &Window| Reason {
            kind: signal.kind,
            value: signal.value.to_owned(),
            score: signal.weight,
        };
        let mut reasons: Vec<_> = shared.map(reason).collect();
        let sum: f64 = reasons.iter().map(|it| it.score).sum();
        let value = self.days(id, entry).to_string();
        reasons.push(Reason { kind: "time", value, score: score - sum });
        Suggestion { entry, score, reasons }
    }
}

impl Scratch {
    fn add(&mut self, id: EntryId, weight: f64) {
        let sum = &mut self.sums[id.0 as usize];
        // A weight of 0 may list an entry twice: the second time its sum is 0 again.
        if *sum == 0.0 {
            self.touched.push(id);
        }
        *sum += weight;
    }

    fn drain(&mut self) -> impl Iterator<Item = (EntryId, f64)> {
        let Self { sums, touched } = self;
        touched.drain(..).map(|id| (id, std::mem::take(&mut sums[id.0 as usize])))
    }
}

fn day(date: &Moment, site: &Site) -> i64 {
    let start = date.day(&site.config.timezone).to_zoned(jiff::tz::TimeZone::UTC);
    start.map_or(0, |it| it.timestamp().as_millisecond().div_euclid(DAY))
}
