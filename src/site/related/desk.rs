//! Scores of all that shares anything with an entry.

use std::cmp::Reverse;

use super::signals::{self, Signal};
use crate::site::{EntryId, LangId, Reason, Site, Suggestion};

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

impl<'a> Desk<'a> {
    pub(super) fn new(site: &'a Site) -> Self {
        let zone = &site.config.timezone;
        let fact = |id: EntryId| {
            let entry = site.entry(id);
            let date = entry.document.as_ref().and_then(|it| it.fields.moment("date"));
            let days = |it: &crate::date::Moment| {
                let day = it.day(zone).to_zoned(jiff::tz::TimeZone::UTC);
                day.map_or(0, |it| it.timestamp().as_millisecond() / DAY)
            };
            Fact {
                day: date.map_or(0, days),
                lang: entry.lang,
                shown: entry.card.address.is_some(),
            }
        };
        Self { site, facts: site.ids().map(fact).collect() }
    }

    fn fact(&self, id: EntryId) -> Fact {
        self.facts[id.0 as usize]
    }

    /// What shares the most with a news entry and is not later, best first.
    pub(super) fn candidates(&self, id: EntryId) -> Vec<(f64, EntryId)> {
        let signals = signals::of(self.site, id);
        let mut shared: Vec<(EntryId, f64)> = Vec::new();
        for signal in &signals {
            shared.extend(self.near(id, signal).map(|it| (it, signal.weight)));
        }
        // Stable: the weights of one candidate are added up in the order of the signals,
        // and so to the same last bit every time.
        shared.sort_by_key(|it| it.0);
        let groups = shared.chunk_by(|a, b| a.0 == b.0);
        let score = |group: &[(EntryId, f64)]| {
            let sum: f64 = group.iter().map(|it| it.1).sum();
            (sum * self.nearness(id, group[0].0), group[0].0)
        };
        let mut scored: Vec<_> = groups.map(score).filter(|it| it.0 >= MINIMUM).collect();
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

    /// The holders of a signal nearest in time to an entry, itself and later ones left out.
    fn near<'b>(
        &'b self,
        id: EntryId,
        signal: &Signal<'b>,
    ) -> impl Iterator<Item = EntryId> {
        let Fact { day, lang, .. } = self.fact(id);
        let holders = signal.holders;
        let later = |it: &EntryId| self.fact(*it).day > day;
        let window = if signal.kind == "story" {
            // Oldest first: what is nearest stands before the first later one.
            let end = holders.partition_point(|it| !later(it));
            &holders[end.saturating_sub(NEAREST + 1)..end]
        } else {
            let start = holders.partition_point(later);
            &holders[start..holders.len().min(start + NEAREST + 1)]
        };
        let window = window.iter().copied();
        window.filter(move |it| {
            let fact = self.fact(*it);
            *it != id && fact.shown && fact.lang == lang
        })
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
    pub(super) fn explain(&self, id: EntryId, entry: EntryId, score: f64) -> Suggestion {
        let signals = signals::of(self.site, id);
        let shared = signals.iter().filter(|it| self.near(id, it).any(|it| it == entry));
        let reason = |it: &Signal| Reason {
            kind: it.kind,
            value: it.value.to_owned(),
            score: it.weight,
        };
        let mut reasons: Vec<_> = shared.map(reason).collect();
        let sum: f64 = reasons.iter().map(|it| it.score).sum();
        let value = self.days(id, entry).to_string();
        reasons.push(Reason { kind: "time", value, score: score - sum });
        Suggestion { entry, score, reasons }
    }
}
