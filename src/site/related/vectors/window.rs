//! Which holders of a thing count for one of them.
//!
//! What many have is told from the few that had it last: this bounds the cost of a member
//! whatever the size of the archive. A fixed number of them would be another few for
//! thousands of members with each one that comes; a time before each stands still.

use super::{Holding, MOST_COUNTING};
use crate::site::related::steps;

/// How many holders a window has, more or less; all of what no more have. Few in tests, so
/// that small archives have more.
pub(in super::super) const USUAL: usize = if cfg!(test) { 16 } else { 64 };

/// How many days before a holder others count for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Window(i32);

impl Window {
    /// That of a thing which so many of the members have whose days these are, in order.
    ///
    /// Moves in steps, with the weight of the thing and with the time that the members span.
    pub(in super::super) fn of(holders: usize, days: &[i32]) -> Self {
        let more = steps::halves(holders).saturating_sub(steps::halves(USUAL));
        if more == 0 {
            return Self(i32::MAX);
        }
        Self(steps::count(steps::halves(span(days)).saturating_sub(more)))
    }

    /// How many right before each of a list count for it.
    pub(super) fn counting<'a>(
        self,
        list: &'a [Holding],
        days: &'a [i32],
    ) -> impl Iterator<Item = u8> + 'a {
        let mut first = 0;
        (0..list.len()).map(move |own| {
            while !self.spans(list[first], list[own], days) {
                first += 1;
            }
            u8::try_from((own - first).min(MOST_COUNTING)).unwrap_or(u8::MAX)
        })
    }

    /// Whether a holder and one before it are as near in time as counts.
    pub(super) fn spans(self, before: Holding, own: Holding, days: &[i32]) -> bool {
        let day = |it: Holding| days[it.member() as usize];
        day(own) - day(before) <= self.0
    }
}

/// How many days the middle half of the members spans, twice: a date that is wrong, or an
/// archive that begins with a few old pieces, does not count.
fn span(days: &[i32]) -> usize {
    let at = |quarter: usize| days.get(days.len() * quarter / 4).copied().unwrap_or(0);
    2 * at(3).abs_diff(at(1)) as usize + 1
}
