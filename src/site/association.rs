//! Which topics, and which countries, go together: pairs that news have in common more often
//! than chance would have it. Knows pairs and counts; shows nothing.
//!
//! Raw counts would put the topic that every second news has beside every other topic. The
//! log-likelihood ratio (Dunning, "Accurate Methods for the Statistics of Surprise and
//! Coincidence", Computational Linguistics 19(1), 1993) weighs a pair against how often its
//! two sides occur at all, and holds for the small counts that labels have.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{EntryId, LangId, Site};

/// The 95 % point of χ² with one degree of freedom, which the ratio follows where two labels
/// have nothing to do with each other: below it, a pair may well be chance.
pub const CHANCE: f64 = 3.84;

/// How many news a pair must have in common.
pub const MINIMUM: usize = 2;

/// How many partners an entry has of its own. It also has those whose own partner it is, so
/// that a pair stands on both pages or on neither.
pub const PARTNERS: usize = 12;

/// How often two labels occur among some news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// News that have both.
    pub both: usize,
    /// News that have the one.
    pub one: usize,
    /// News that have the other.
    pub other: usize,
    /// All news.
    pub all: usize,
}

/// An entry that goes together with another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partner {
    /// Which.
    pub entry: EntryId,
    /// How many news have both.
    pub count: usize,
    /// The log-likelihood ratio of the pair.
    pub score: f64,
}

/// The partners of every entry, those most closely tied first.
pub type Partners = BTreeMap<EntryId, Vec<Partner>>;

impl Counts {
    /// Dunning's −2 log λ for independence: 2 Σ k ln(k n / (row · column)) over the four cells
    /// of the table of the two labels. 0 where they are independent or one of them says
    /// nothing; the same with the two exchanged, to the last bit.
    pub fn log_likelihood_ratio(self) -> f64 {
        let Self { both, one, other, all } = self;
        let (without_one, without_other) = (all - one, all - other);
        let neither = all + both - one - other;
        let cell = |count, row, column| term(count, row, column, all);
        let same = cell(both, one, other) + cell(neither, without_one, without_other);
        let differ =
            cell(one - both, one, without_other) + cell(other - both, without_one, other);
        2.0 * (same + differ)
    }

    /// Whether the two occur together more often than if they were independent.
    pub fn attract(self) -> bool {
        self.both * self.all > self.one * self.other
    }

    /// The ratio, where the pair is worth showing: the two attract each other, and neither
    /// chance nor a single news explains it.
    fn tie(self) -> Option<f64> {
        let tied = self.both >= MINIMUM && self.attract();
        Some(self.log_likelihood_ratio()).filter(|it| tied && *it >= CHANCE)
    }
}

#[expect(clippy::cast_precision_loss, reason = "no site has 2^52 news")]
fn term(count: usize, row: usize, column: usize, all: usize) -> f64 {
    if count == 0 {
        return 0.0;
    }
    let (count, expected) = (count as f64, row as f64 * column as f64 / all as f64);
    count * (count / expected).ln()
}

/// The partners of all entries of a type that news name (`topic`, `country`). The news of an
/// entry are those its page lists, inherited ones included; a wider topic is no partner of a
/// narrower one, whose news it has by inheritance.
// Only pairs that occur are counted: the work grows with the sum, over all news, of the
// square of their few labels, and never with the square of the site.
pub fn partners(site: &Site, ty: &str) -> Partners {
    let labels: Vec<EntryId> = site.ids().filter(|id| site.is(*id, ty)).collect();
    let of_news = labels_of_news(site, &labels);
    let totals = totals(site, &labels);
    let tied = labels.par_iter().map(|id| (*id, tied(site, *id, &of_news, &totals)));
    mutual(tied.collect())
}

/// For each entry, the labels whose pages list it.
fn labels_of_news(site: &Site, labels: &[EntryId]) -> Vec<Vec<EntryId>> {
    let mut found = vec![Vec::new(); site.entries.len()];
    for label in labels {
        let news = site.inverse_of(*label, "news").iter();
        news.for_each(|it| found[it.0 as usize].push(*label));
    }
    found
}

/// How many news there are for each language: its own, and what else its labels list, such as
/// news that exist in another language only.
fn totals(site: &Site, labels: &[EntryId]) -> Vec<usize> {
    let mut more: Vec<BTreeSet<EntryId>> = vec![BTreeSet::new(); site.news.len()];
    for label in labels {
        let lang = site.entry(*label).lang;
        let listed = site.inverse_of(*label, "news").iter().copied();
        let own = |it: &EntryId| {
            let entry = site.entry(*it);
            entry.lang == lang && !entry.is_lent() && site.is(*it, "news")
        };
        more[usize::from(lang.0)].extend(listed.filter(|it| !own(it)));
    }
    more.iter().zip(&site.news).map(|(more, own)| more.len() + own.len()).collect()
}

fn tied(
    site: &Site,
    id: EntryId,
    of_news: &[Vec<EntryId>],
    totals: &[usize],
) -> Vec<Partner> {
    let LangId(lang) = site.entry(id).lang;
    let own = site.inverse_of(id, "news");
    let mut together: BTreeMap<EntryId, usize> = BTreeMap::new();
    for label in own.iter().flat_map(|it| &of_news[it.0 as usize]) {
        *together.entry(*label).or_default() += 1;
    }
    let partner = |(entry, count): (EntryId, usize)| {
        let other = site.inverse_of(entry, "news").len();
        let all = totals[usize::from(lang)];
        let score = Counts { both: count, one: own.len(), other, all }.tie()?;
        Some(Partner { entry, count, score })
    };
    let fits = |it: EntryId| {
        it != id
            && site.entry(it).lang.0 == lang
            && !is_above(site, it, id)
            && !is_above(site, id, it)
    };
    let pairs = together.into_iter().filter(|it| fits(it.0));
    let mut partners: Vec<Partner> = pairs.filter_map(partner).collect();
    // Entries are numbered by path, which settles what is equal otherwise.
    partners.sort_by(|a, b| {
        let rest = || b.count.cmp(&a.count).then(a.entry.cmp(&b.entry));
        b.score.total_cmp(&a.score).then_with(rest)
    });
    partners
}

/// Whether an entry is a parent of another, directly or further up.
fn is_above(site: &Site, upper: EntryId, lower: EntryId) -> bool {
    let mut seen = vec![lower];
    let mut next = 0;
    // The list grows by each parent that is not in it yet, so that circles end.
    while let Some(id) = seen.get(next).copied() {
        next += 1;
        for parent in site.related_by(id, "parent") {
            if *parent == upper {
                return true;
            }
            if !seen.contains(parent) {
                seen.push(*parent);
            }
        }
    }
    false
}

/// Keeps the first [`PARTNERS`] of each entry, and what has the entry among its own first.
fn mutual(mut tied: Partners) -> Partners {
    let first = |(id, partners): (&EntryId, &Vec<Partner>)| {
        let own = partners.iter().take(PARTNERS).map(|it| (*id, it.entry));
        own.collect::<Vec<_>>()
    };
    let kept: BTreeSet<(EntryId, EntryId)> = tied.iter().flat_map(first).collect();
    for (id, partners) in &mut tied {
        let is_kept = |it: &Partner| {
            kept.contains(&(*id, it.entry)) || kept.contains(&(it.entry, *id))
        };
        partners.retain(is_kept);
    }
    tied.retain(|_, it| !it.is_empty());
    tied
}
