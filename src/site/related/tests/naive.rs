//! Scoring everything, as it is defined and without an index, finds the same.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::random;
use crate::site::{
    EntryId, Site,
    related::{
        Points, Ranking, Wanted,
        archive::{Archive, weight},
        labels,
        score::{originality, points},
        search::{CANDIDATES, millionths},
        steps,
        vectors::{MOST_COUNTING, USUAL, whole},
        words::{Reader, Words},
    },
    tests::lenient,
};

/// How much of each thing every member has.
type Amounts<T> = Vec<BTreeMap<T, (u64, u64)>>;

/// An archive and all that is compared, thing by thing.
struct Naive<'a> {
    site: &'a Site,
    members: Vec<EntryId>,
    days: Vec<i32>,
    text: Amounts<Vec<u32>>,
    labels: Vec<(f64, Amounts<labels::Name>)>,
}

/// Amount and what it counts: `(amount, rarity² · factor)`.
fn weighed<T: Ord + Clone>(
    have: Vec<BTreeMap<T, u32>>,
    amount: impl Fn(u32) -> u64,
    factor: impl Fn(&T) -> u64,
    least: usize,
) -> Amounts<T> {
    let mut holders: BTreeMap<T, usize> = BTreeMap::new();
    have.iter()
        .flat_map(BTreeMap::keys)
        .for_each(|it| *holders.entry(it.clone()).or_default() += 1);
    let members = have.len();
    let weigh = |(thing, times): (T, u32)| {
        let count = holders[&thing];
        let rarity = u64::from(steps::rarity(members, count));
        let weight = rarity * rarity * factor(&thing);
        (count >= least && weight > 0).then(|| (thing, (amount(times), weight)))
    };
    have.into_iter().map(|it| it.into_iter().filter_map(weigh).collect()).collect()
}

fn grams(words: &Words) -> BTreeMap<Vec<u32>, u32> {
    let mut grams = BTreeMap::new();
    for (words, times) in words.fields().into_iter().zip([3, 2, 1]) {
        let single = words.iter().map(|it| vec![*it]);
        let pairs = words.windows(2).map(<[u32]>::to_vec);
        single.chain(pairs).for_each(|it| *grams.entry(it).or_insert(0) += times);
    }
    grams
}

impl<'a> Naive<'a> {
    fn of(site: &'a Site, archive: &Archive) -> Self {
        let members = archive.members.clone();
        let tag = &site.config.languages[usize::from(site.entry(members[0]).lang.0)].tag;
        let mut reader = Reader::of(tag);
        let words = Words::of(site, &members, &mut reader);
        let texts = words.iter().map(grams);
        let phrase = |it: &Vec<u32>| if it.len() == 2 { 1 } else { 2 };
        let frequency = |it: u32| u64::from(steps::frequency(it.min(127)));
        let text = weighed(texts.collect(), frequency, phrase, 2);
        let kinds = labels::kinds(site).into_iter().map(|kind| {
            let have = members.iter().map(|it| {
                let labels = labels::of_entry(site, *it, &kind).into_iter();
                labels.map(|(name, amount)| (name, u32::from(amount))).collect()
            });
            let have = weighed(have.collect(), u64::from, |_| 1, 1);
            (weight(site, &kind), have)
        });
        Self { labels: kinds.collect(), text, days: archive.days.clone(), members, site }
    }

    /// Whether a holder of a thing counts for another.
    fn counts<T: Ord>(
        &self,
        have: &Amounts<T>,
        thing: &T,
        of: usize,
        other: usize,
    ) -> bool {
        let holders: Vec<usize> =
            (0..have.len()).filter(|it| have[*it].contains_key(thing)).collect();
        let place = |it: usize| holders.iter().position(|at| *at == it);
        let (Some(own), Some(other)) = (place(of), place(other)) else { return false };
        let day = |at: usize| self.days[holders[at]];
        let apart = day(own) - day(other);
        if own.abs_diff(other) > MOST_COUNTING {
            return false;
        }
        if other > own { apart == 0 } else { apart <= self.window(holders.len()) }
    }

    /// How many days before a holder of a thing others count for it.
    fn window(&self, holders: usize) -> i32 {
        let step = |it: usize| i32::from(steps::halves(it));
        if step(holders) <= step(USUAL) {
            return i32::MAX;
        }
        let quarter = |it: usize| self.days[self.days.len() * it / 4];
        let days = usize::try_from(2 * (quarter(3) - quarter(1)) + 1).expect("some days");
        let doublings = step(days) - (step(holders) - step(USUAL));
        (0..1 << 16)
            .find(|it| (it + 1) * (it + 1) > 1 << doublings.max(0))
            .expect("a root")
    }

    fn cosine<T: Ord + Clone>(&self, have: &Amounts<T>, of: usize, other: usize) -> f64 {
        let shared = have[of].iter().filter(|it| self.counts(have, it.0, of, other));
        let products = shared.map(|(it, (amount, weight))| {
            amount * weight * have[other].get(it).map_or(0, |it| it.0)
        });
        let length = |of: usize| {
            let squares: u64 =
                have[of].values().map(|(it, weight)| it * it * weight).sum();
            if squares == 0 { 0.0 } else { whole(squares).sqrt().recip() }
        };
        whole(products.sum::<u64>()) * length(of) * length(other)
    }

    fn text(&self, of: usize, other: usize) -> u32 {
        millionths(self.cosine(&self.text, of, other))
    }

    fn fits(&self, of: usize) -> impl Iterator<Item = usize> {
        let day = self.days[of];
        (0..self.members.len()).filter(move |it| *it != of && self.days[*it] <= day)
    }

    fn crowd(&self, of: usize) -> u32 {
        let mut near: Vec<u64> =
            self.fits(of).map(|it| u64::from(self.text(of, it))).collect();
        near.sort_unstable_by(|a, b| b.cmp(a));
        u32::try_from(near.iter().take(4).sum::<u64>() / 4).expect("a mean")
    }

    fn list(&self, of: usize, limit: usize) -> Vec<(Points, EntryId)> {
        let time = weight(self.site, "time");
        let half_life = self.site.config.related.half_life_days;
        let mut scored: Vec<_> = self
            .fits(of)
            .map(|it| {
                let labels: u32 = self
                    .labels
                    .iter()
                    .map(|(weight, have)| millionths(weight * self.cosine(have, of, it)))
                    .sum();
                let days = f64::from(self.days[of] - self.days[it]);
                let near = 1.0 - time + time * (-days / half_life).exp2();
                (self.text(of, it), labels, near, it)
            })
            .collect();
        let order = |it: usize| (std::cmp::Reverse(self.days[it]), it);
        let first =
            |it: &(u32, u32, f64, usize)| (f64::from(it.0) + f64::from(it.1)) * it.2;
        scored.retain(|it| first(it) > 0.0);
        scored.sort_by(|a, b| {
            first(b).total_cmp(&first(a)).then(order(a.3).cmp(&order(b.3)))
        });
        scored.truncate(CANDIDATES);
        let mut list: Vec<_> = scored
            .into_iter()
            .map(|(text, labels, near, it)| {
                let text = f64::from(text) * originality(self.crowd(it));
                (points((text + f64::from(labels)) * near), it)
            })
            .collect();
        list.sort_by_key(|it| (std::cmp::Reverse(it.0), order(it.1)));
        let entries = list.into_iter().map(|(score, it)| (score, self.members[it]));
        let mut titles = BTreeSet::new();
        let wanted = entries.filter(|it| titles.insert(it.1) && it.0 > 0);
        wanted.take(limit).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, rng_seed: prop::test_runner::RngSeed::Fixed(4), ..Default::default() })]

    #[test]
    fn the_index_finds_what_scoring_everything_finds(archive in random::archive(), at in any::<prop::sample::Index>()) {
        let site = lenient(&random::site(&archive));
        let ranking = Ranking::some(&site);
        let naive = Naive::of(&site, &ranking.standing.shelves()[0].archive);
        let of = at.index(naive.members.len());
        let (desk, member) = ranking.desk(naive.members[of]).expect("a member");
        let scored: Vec<_> = desk.scored(member).into_iter().filter(|it| it.0 > 0).collect();
        prop_assert_eq!(scored, naive.list(of, CANDIDATES));
        let all = Ranking::all(&site);
        let wanted = Wanted { limit: 4, ..Wanted::of(&site) };
        for id in &naive.members {
            prop_assert_eq!(all.list(*id, wanted), ranking.list(*id, wanted));
        }
    }
}
