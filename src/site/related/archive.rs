//! The news of one language in order of time, with all that comparing two of them needs.

use jiff::civil::Date;
use rayon::prelude::*;

use super::{
    labels::{self, LINKS, Labels, STORY},
    text::Text,
    vectors::MOST,
    words::{Reader, Words},
};
use crate::site::{EntryId, LangId, Site};

/// How many texts one reader reads at the least.
const READ_TOGETHER: usize = 2048;
/// How many texts are kept together at the most.
const KEPT_TOGETHER: usize = 4096;

/// The news of one language, oldest first; what was withdrawn is not among them.
#[derive(Debug, Default)]
pub(super) struct Archive {
    /// Which, by day and then by path.
    pub(super) members: Vec<EntryId>,
    /// Days since 1970, in the zone of the site.
    pub(super) days: Vec<i32>,
    /// Their texts.
    pub(super) text: Text,
    /// What a text as near as can be counts.
    pub(super) text_weight: f64,
    /// Their labels, and what labels of each kind as near as can be count.
    pub(super) labels: Vec<(f64, Labels)>,
    /// What is left of a score after so many days.
    nearness: Vec<f64>,
}

impl Archive {
    /// The archive of a language, with all but the texts.
    pub(super) fn of(site: &Site, lang: LangId) -> Self {
        let news = site.news[usize::from(lang.0)].iter().copied();
        let mut dated: Vec<_> = news.map(|it| (day(site, it), it)).collect();
        dated.sort_unstable();
        let excess = dated.len().saturating_sub(MOST);
        let (days, members): (Vec<_>, Vec<_>) = dated.into_iter().skip(excess).unzip();
        let labels = labels::of(site, &members, &days).into_iter();
        Self {
            text: Text::default(),
            text_weight: weight(site, "text"),
            labels: labels.map(|it| (weight(site, &it.signal), it)).collect(),
            nearness: nearness(site, &days),
            members,
            days,
        }
    }

    /// Whether all but the texts is as in another one.
    #[expect(clippy::float_cmp, reason = "the same settings give the same numbers")]
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.days == other.days
            && self.text_weight == other.text_weight
            && self.labels == other.labels
            && self.nearness == other.nearness
    }

    /// All members, by their places.
    pub(super) fn places(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }

    /// What is left of a score between two members that are apart in time: between 1 less
    /// the weight of time and 1; half of that weight is gone after the half-life.
    #[inline]
    pub(super) fn nearness(&self, a: u32, b: u32) -> f64 {
        self.nearness[self.days_between(a, b)]
    }

    /// How many days lie between two members.
    #[inline]
    pub(super) fn days_between(&self, a: u32, b: u32) -> usize {
        self.days[a as usize].abs_diff(self.days[b as usize]) as usize
    }
}

/// What a signal counts: as the settings say, else what measured well on archives with
/// related links of their editors.
pub(super) fn weight(site: &Site, signal: &str) -> f64 {
    let standard = match signal {
        "text" => 1.0,
        "time" => 0.3,
        "topics" | "countries" => 0.05,
        STORY | LINKS => 0.1,
        _ => 0.03,
    };
    site.config.related.weights.get(signal).copied().unwrap_or(standard)
}

fn nearness(site: &Site, days: &[i32]) -> Vec<f64> {
    let span = days.first().zip(days.last()).map_or(0, |(a, b)| b.abs_diff(*a));
    let (time, half_life) = (weight(site, "time"), site.config.related.half_life_days);
    let left = |days: u32| 1.0 - time + time * (-f64::from(days) / half_life).exp2();
    (0..=span).map(left).collect()
}

/// The words of news of one language, in their order.
pub(super) fn words(site: &Site, lang: LangId, members: &[EntryId]) -> Vec<Words> {
    let tag = &site.config.languages[usize::from(lang.0)].tag;
    // A reader knows the words it has read: few readers read faster than many.
    let read = |ids: &[EntryId]| {
        let mut reader = Reader::of(tag);
        let read = |ids| Words::of(site, ids, &mut reader);
        ids.chunks(KEPT_TOGETHER).flat_map(read).collect::<Vec<_>>()
    };
    let share = members.len().div_ceil(2 * rayon::current_num_threads());
    members.par_chunks(share.max(READ_TOGETHER)).flat_map_iter(read).collect()
}

fn day(site: &Site, id: EntryId) -> i32 {
    let document = site.entry(id).document.as_ref();
    let date = document.and_then(|it| it.fields.moment("date"));
    let day = date.map(|it| it.day(&site.config.timezone));
    day.and_then(|it| it.since(Date::constant(1970, 1, 1)).ok())
        .map_or(0, |it| it.get_days())
}
