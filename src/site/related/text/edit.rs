//! Another text for a member, in vectors that stand already: what comes of it is what
//! [`Text::of`] makes of the texts as they are now.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{FACTORS, Key, Text, grams, key, weighted};
use crate::site::related::{
    steps,
    vectors::{Holding, Touched},
    words::Words,
};

/// How many lower bits of a hash are looked at first.
const SIEVE: u32 = 16;

impl Text {
    /// Replaces the text of a member: the one it has among `texts` by `new`; gives what that
    /// touches.
    pub(in super::super) fn edit(
        &mut self,
        texts: &[Words],
        (member, new): (u32, &Words),
        days: &[i32],
    ) -> Touched {
        let changes = changes(&texts[member as usize], new);
        let mut things = self.find(&changes.keys().copied().collect());
        let gained = changes.iter().filter(|it| it.1.is_some()).map(|it| *it.0);
        let lone = gained.filter(|it| !things.contains_key(it)).collect();
        let mut touched = Touched::default();
        // What only one other has is no thing yet.
        for (gram, holding) in holders(texts, member, &lone) {
            let thing = *things.entry(gram).or_insert_with(|| self.add(gram));
            self.set(thing, (holding.member(), amount(holding)), days, &mut touched);
        }
        for (gram, amount) in changes {
            if let Some(thing) = things.get(&gram) {
                self.set(*thing, (member, amount), days, &mut touched);
            }
        }
        touched.sort();
        self.vectors.measure(&touched.lengths);
        touched
    }

    fn add(&mut self, gram: Key) -> u32 {
        self.new.push(gram);
        u32::try_from(self.grams.len() + self.new.len() - 1).unwrap_or(u32::MAX)
    }

    fn set(
        &mut self,
        thing: u32,
        held: (u32, Option<u8>),
        days: &[i32],
        touched: &mut Touched,
    ) {
        let others =
            self.vectors.holders(thing).iter().filter(|it| it.member() != held.0);
        // A thing of one alone tells no texts apart.
        let shared = others.count() + usize::from(held.1.is_some()) > 1;
        let factor = if shared { FACTORS[(self.key(thing).1 & 1) as usize] } else { 0 };
        self.vectors.edit((thing, factor), held, days, touched);
    }

    /// The things that grams are, of those that are things.
    fn find(&self, wanted: &BTreeSet<Key>) -> BTreeMap<Key, u32> {
        let settled = wanted.iter().filter_map(|it| Some((*it, self.settled(*it)?)));
        let first = u32::try_from(self.grams.len()).unwrap_or(u32::MAX);
        let new = self.new.iter().copied().zip(first..);
        settled.chain(new.filter(|it| wanted.contains(&it.0))).collect()
    }

    /// The thing that a gram was when all was made.
    fn settled(&self, (part, gram): Key) -> Option<u32> {
        let (start, end) = (*self.parts.get(part)?, *self.parts.get(part + 1)?);
        let at = self.grams[start as usize..end as usize].binary_search(&gram).ok()?;
        Some(start + u32::try_from(at).ok()?)
    }
}

fn amount(holding: Holding) -> Option<u8> {
    u8::try_from(holding.amount()).ok()
}

/// What of each gram one text has another amount of than an older one: the amount, or
/// nothing.
fn changes(old: &Words, new: &Words) -> BTreeMap<Key, Option<u8>> {
    let (old, new) = (amounts(old), amounts(new));
    let lost = old.keys().filter(|it| !new.contains_key(it)).map(|it| (*it, None));
    let set = new.iter().filter(|it| old.get(it.0) != Some(it.1));
    lost.chain(set.map(|it| (*it.0, Some(*it.1)))).collect()
}

/// How much of each gram a text has.
fn amounts(words: &Words) -> BTreeMap<Key, u8> {
    let mut times: BTreeMap<Key, Holding> = BTreeMap::new();
    for (words, each) in weighted(words) {
        for gram in grams(words) {
            let none = Holding::new(0, 0);
            times.entry(key(gram)).or_insert(none).add(u32::from(each));
        }
    }
    times.into_iter().map(|it| (it.0, steps::frequency(it.1.amount()))).collect()
}

/// Who else has grams, and how much of them.
fn holders(texts: &[Words], but: u32, wanted: &BTreeSet<Key>) -> Vec<(Key, Holding)> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let sieve = Sieve::of(wanted);
    let is_wanted = |gram| {
        let key = key(gram);
        sieve.lets_by(key.1) && wanted.contains(&key)
    };
    let held = |(member, words): (usize, &Words)| {
        let member = u32::try_from(member).unwrap_or(u32::MAX);
        let any = weighted(words).iter().any(|it| grams(it.0).any(is_wanted));
        let amounts = if any && member != but { amounts(words) } else { BTreeMap::new() };
        let held = amounts.into_iter().filter(|it| wanted.contains(&it.0));
        held.map(|(key, it)| (key, Holding::new(member, it))).collect::<Vec<_>>()
    };
    texts.par_iter().enumerate().flat_map_iter(held).collect()
}

/// A quick look at whether a hash may be among some.
struct Sieve(Vec<u64>);

impl Sieve {
    fn of(grams: &BTreeSet<Key>) -> Self {
        let mut bits = vec![0; 1 << (SIEVE - 6)];
        for (_, gram) in grams {
            let (at, bit) = Self::place(*gram);
            bits[at] |= bit;
        }
        Self(bits)
    }

    fn lets_by(&self, gram: u32) -> bool {
        let (at, bit) = Self::place(gram);
        self.0[at] & bit != 0
    }

    fn place(gram: u32) -> (usize, u64) {
        let bits = gram & ((1 << SIEVE) - 1);
        ((bits >> 6) as usize, 1 << (bits & 63))
    }
}
