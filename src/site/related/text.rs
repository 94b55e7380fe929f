//! Words and phrases of many texts, turned into vectors. Knows numbers only.
//!
//! Phrases are two words that stand side by side in at least two entries. Most pairs stand in
//! one, and which do is told by sorting all: a part of them at a time, by their hashes, so
//! that neither memory nor the way to it grows with the archive.

mod edit;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use rayon::prelude::*;

use super::{
    steps,
    vectors::{Holding, Things, Vectors},
    words::Words,
};

/// What a word in the title counts for, beside one in the body.
const TITLE: u8 = 3;
/// The same in the standfirst.
const STANDFIRST: u8 = 2;
/// What the product of two amounts of a word counts, and that of a phrase: its weight is
/// 1/√2 of that of a word as rare.
const FACTORS: [u8; 2] = [2, 1];
/// Parts that words are dealt out to by their hash, each of which is worked on by itself.
const PARTS: usize = 1024;
/// How many words and phrases are dealt out together, more or less: bounds the memory that
/// takes.
const TOGETHER: usize = 1 << 23;
/// Members dealt out by one thread at a time.
const BLOCK: usize = 512;
/// Fewer are sorted one by one: there are more digits than that.
const FEW: usize = 1 << DIGIT;
/// How many bits of a hash are sorted by at once: three times those are all of them.
const DIGIT: u32 = 11;

/// A word or phrase: its hash, the lowest bit of which says that it is a phrase.
type Gram = u64;

/// An occurrence: the lower half of the hash, and who has it how many times.
type Seen = (u32, Holding);

/// The vectors of texts, and which gram each thing of them is.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) vectors: Vectors,
    /// The gram that each thing is, in order in each part.
    grams: Vec<u32>,
    /// Where the grams of each part end, and before them 0.
    parts: Vec<u32>,
    /// The grams of things that have come by edits.
    new: Vec<Key>,
}

/// What a gram is known by: its part and its hash.
pub(super) type Key = (usize, u32);

impl Text {
    /// The vectors of the texts of all members, whose days these are, in their order.
    pub(super) fn of(words: impl AsRef<[Words]>, days: &[i32]) -> Self {
        let all: usize = words.as_ref().iter().map(Words::count).sum();
        let rounds = (2 * all / TOGETHER + 1).next_power_of_two().min(PARTS / 2);
        let amounts = std::array::from_fn(|it| {
            steps::frequency(u32::try_from(it).unwrap_or_default())
        });
        let (mut words, mut things) = (Some(words), Things::default());
        let (mut grams, mut ends) = (Vec::new(), vec![0]);
        for round in 0..rounds {
            let parts = PARTS / rounds * round..PARTS / rounds * (round + 1);
            let dealt = deal(words.as_ref().map_or(&[], AsRef::as_ref), &parts);
            if round + 1 == rounds {
                // Where nobody else needs them, they make room for the vectors.
                words = None;
            }
            let part = |at| Part::of(dealt.iter().map(|it| &it[at]), &amounts);
            let made: Vec<_> = (0..parts.len()).into_par_iter().map(part).collect();
            drop(dealt);
            if round == 0 {
                // The others find about as much, and some of them more: lists that grow are
                // copied.
                let rounds = rounds + (rounds - 1).div_ceil(32);
                let count = |of: fn(&Part) -> usize| made.iter().map(of).sum::<usize>();
                let found = rounds * count(|it| it.grams.len());
                things.reserve(found, rounds * count(|it| it.holdings.len()));
                grams.reserve(found);
            }
            for part in made {
                part.join(&mut things, &mut grams);
                ends.push(u32::try_from(grams.len()).unwrap_or(u32::MAX));
            }
        }
        let vectors = Vectors::new(days, things);
        Self { vectors, grams, parts: ends, new: Vec::new() }
    }

    /// The grams that things are, by their [`key`].
    pub(super) fn known(&self, things: BTreeSet<u32>) -> BTreeMap<Key, u32> {
        things.into_iter().map(|it| (self.key(it), it)).collect()
    }

    fn key(&self, thing: u32) -> Key {
        let at = thing as usize;
        match self.grams.get(at) {
            Some(gram) => (self.parts.partition_point(|it| *it <= thing) - 1, *gram),
            None => self.new[at - self.grams.len()],
        }
    }
}

/// Deals some parts their grams: of each block of members, in their order, those of each.
fn deal(texts: &[Words], parts: &Range<usize>) -> Vec<Vec<Vec<Seen>>> {
    let blocks = texts.par_chunks(BLOCK).enumerate();
    blocks.map(|(at, texts)| deal_block(at * BLOCK, texts, parts)).collect()
}

fn deal_block(first: usize, texts: &[Words], parts: &Range<usize>) -> Vec<Vec<Seen>> {
    let all: usize = texts.iter().map(Words::count).sum();
    // Half as many again as of one that has its share of words and phrases.
    let room = |_| Vec::with_capacity(3 * all / PARTS);
    let mut dealt: Vec<_> = parts.clone().map(room).collect();
    for (at, words) in texts.iter().enumerate() {
        let member = u32::try_from(first + at).unwrap_or(u32::MAX);
        for (words, times) in weighted(words) {
            deal_words(words, Holding::new(member, times), parts.start, &mut dealt);
        }
    }
    dealt
}

fn deal_words(words: &[u32], holding: Holding, first: usize, dealt: &mut [Vec<Seen>]) {
    for gram in grams(words) {
        if let Some(part) = dealt.get_mut(part(gram).wrapping_sub(first)) {
            part.push((low(gram), holding));
        }
    }
}

/// The fields of a text, and how many times each word of them counts.
fn weighted(words: &Words) -> [(&[u32], u8); 3] {
    let [title, standfirst, body] = words.fields();
    [(title, TITLE), (standfirst, STANDFIRST), (body, 1)]
}

/// What a gram is known by.
pub(super) fn key(gram: Gram) -> Key {
    (part(gram), low(gram))
}

/// The words of a field, then its phrases of two.
pub(super) fn grams(words: &[u32]) -> impl Iterator<Item = Gram> {
    let phrases = words.windows(2).map(|it| phrase(it[0], it[1]));
    words.iter().map(|it| word(*it)).chain(phrases)
}

/// A word.
fn word(word: u32) -> Gram {
    mix(u64::from(word)) & !1
}

/// Two words side by side.
fn phrase(first: u32, second: u32) -> Gram {
    mix(u64::from(first) << 32 | u64::from(second)) | 1
}

/// Spreads the bits of a number over all of it: both halves of a product with a number
/// without pattern, one over the other (folded multiplication, as in `wyhash`).
fn mix(number: u64) -> u64 {
    let product = u128::from(number ^ 0x9e37_79b9_7f4a_7c15) * 0xd1b5_4a32_d192_ed03;
    halves_of(product)
}

#[expect(clippy::cast_possible_truncation, reason = "both halves are taken")]
fn halves_of(product: u128) -> u64 {
    (product >> 64) as u64 ^ product as u64
}

fn part(gram: Gram) -> usize {
    (gram >> 54) as usize
}

#[expect(clippy::cast_possible_truncation, reason = "a hash is cut to size")]
fn low(gram: Gram) -> u32 {
    gram as u32
}

/// The things of one part.
#[derive(Default)]
struct Part {
    /// The gram that each is, in order.
    grams: Vec<u32>,
    /// Where the holders of each end.
    ends: Vec<u32>,
    /// The holders of all, and what it counts how many times each has it.
    holdings: Vec<Holding>,
}

impl Part {
    /// Those of grams seen; `amounts` is what so many times of one count.
    fn of<'a>(
        seen: impl Iterator<Item = &'a Vec<Seen>> + Clone,
        amounts: &[u8; 128],
    ) -> Self {
        let mut part = Self::default();
        for same in sorted(seen).chunk_by(|a, b| a.0 == b.0) {
            // What one alone has tells no texts apart.
            if same[0].1.member() != same[same.len() - 1].1.member() {
                part.add(same, amounts);
            }
        }
        part
    }

    fn add(&mut self, seen: &[Seen], amounts: &[u8; 128]) {
        for same in seen.chunk_by(|a, b| a.1.member() == b.1.member()) {
            let mut holding = same[0].1;
            same[1..].iter().for_each(|it| holding.add(it.1.amount()));
            let amount = amounts[holding.amount() as usize];
            self.holdings.push(Holding::new(holding.member(), amount));
        }
        self.grams.push(seen[0].0);
        self.ends.push(u32::try_from(self.holdings.len()).unwrap_or(u32::MAX));
    }

    fn join(self, things: &mut Things, grams: &mut Vec<u32>) {
        let before = things.ends.last().copied().unwrap_or(0);
        things.ends.extend(self.ends.iter().map(|it| before + it));
        things.factors.extend(self.grams.iter().map(|it| FACTORS[(it & 1) as usize]));
        things.holdings.extend(self.holdings);
        grams.extend(self.grams);
    }
}

/// What was seen, by gram and then in order: by one digit of the hash after the other, the
/// lowest first, each time without moving what has the same one out of its order.
fn sorted<'a>(seen: impl Iterator<Item = &'a Vec<Seen>> + Clone) -> Vec<Seen> {
    let all = seen.clone().map(Vec::len).sum();
    if all < FEW {
        let mut sorted: Vec<_> = seen.flatten().copied().collect();
        sorted.sort_by_key(|it| it.0);
        return sorted;
    }
    let mut sorted = vec![(0, Holding::new(0, 0)); all];
    scatter(seen.flatten(), 0, &mut sorted);
    let mut other = sorted.clone();
    scatter(sorted.iter(), 1, &mut other);
    scatter(other.iter(), 2, &mut sorted);
    sorted
}

/// Puts what was seen in the order of a digit of the hash.
fn scatter<'a>(
    seen: impl Iterator<Item = &'a Seen> + Clone,
    digit: u32,
    to: &mut [Seen],
) {
    let bucket = |it: &Seen| (it.0 >> (digit * DIGIT)) as usize % (1 << DIGIT);
    let mut places = [0; 1 << DIGIT];
    seen.clone().for_each(|it| places[bucket(it)] += 1);
    let mut start = 0;
    for place in &mut places {
        start += std::mem::replace(place, start);
    }
    seen.for_each(|it| {
        let place = &mut places[bucket(it)];
        to[*place] = *it;
        *place += 1;
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_are_sorted_alike() {
        let seen = |it: u32| {
            let hash = low(mix(u64::from(it)));
            // Every other one has only a hundred to be.
            let hash = if it.is_multiple_of(2) { hash } else { hash % 100 };
            (hash, Holding::new(it / 10, 1))
        };
        for count in [0, 10, FEW - 1, FEW, 5 * FEW] {
            let all: Vec<_> = (0..).map(seen).take(count).collect();
            let blocks: Vec<_> = all.chunks(1000).map(<[Seen]>::to_vec).collect();
            let mut expected = all;
            expected.sort_by_key(|it| it.0);
            assert_eq!(sorted(blocks.iter()), expected);
        }
    }
}
