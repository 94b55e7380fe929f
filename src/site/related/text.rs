//! Words and phrases of many texts, turned into vectors. Knows numbers only.
//!
//! Phrases are two words that stand side by side in at least two entries. Most pairs stand in
//! one, and at a hundred thousand entries there are too many to keep: a first look only marks
//! what was seen twice, a second one counts that.

mod edit;

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::BuildHasherDefault,
};

use rayon::prelude::*;

use super::{
    steps,
    vectors::{Holding, Things, Vectors},
    words::{Hashed, Words},
};

/// What a word in the title counts for, beside one in the body.
const TITLE: u8 = 3;
/// The same in the standfirst.
const STANDFIRST: u8 = 2;
/// What the product of two amounts of a word counts, and that of a phrase: its weight is
/// 1/√2 of that of a word as rare.
const FACTORS: [u8; 2] = [2, 1];
/// Parts that words are dealt out to by their hash, each of which is worked on by itself.
const PARTS: usize = 64;
/// Members whose words are dealt out together: bounds the memory that takes.
const WAVE: usize = 2048;
/// Members dealt out by one thread at a time.
const BLOCK: usize = 128;

/// A word or phrase: its hash, the lowest bit of which says that it is a phrase.
type Gram = u64;

/// An occurrence: the lower half of the hash, and who has it how many times.
type Seen = (u32, Holding);

/// The vectors of texts, and which gram each thing of them is.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) vectors: Vectors,
    /// The gram that each thing is, part by part.
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
    pub(super) fn of(texts: &[Words], days: &[i32]) -> Self {
        let mut parts: Vec<_> =
            (0..PARTS).map(|_| Part::for_members(texts.len())).collect();
        let mut dealer = Dealer::new(texts);
        dealer.deal(&mut parts, Part::mark);
        dealer.deal(&mut parts, Part::count);
        parts.par_iter_mut().for_each(Part::make_room);
        dealer.deal(&mut parts, Part::fill);
        parts.par_iter_mut().for_each(Part::weigh);
        Self::join(days, parts)
    }

    fn join(days: &[i32], joined: Vec<Part>) -> Self {
        let mut things = Things::default();
        let (mut grams, mut parts) = (Vec::new(), vec![0]);
        for part in joined {
            let before = things.ends.last().copied().unwrap_or(0);
            for (gram, end) in
                part.grams.iter().zip(&part.rooms).filter(|it| it.1.1 > it.1.0)
            {
                things.ends.push(before + end.1);
                things.factors.push(FACTORS[(gram & 1) as usize]);
                grams.push(*gram);
            }
            things.holdings.extend(part.holdings);
            parts.push(u32::try_from(grams.len()).unwrap_or(u32::MAX));
        }
        let vectors = Vectors::new(days, things);
        Self { vectors, grams, parts, new: Vec::new() }
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

/// Deals grams out to parts; keeps the room for them from wave to wave.
struct Dealer<'a> {
    texts: &'a [Words],
    /// The grams of each block of a wave, part by part.
    blocks: Vec<Vec<Vec<Seen>>>,
}

impl<'a> Dealer<'a> {
    fn new(texts: &'a [Words]) -> Self {
        Self { texts, blocks: vec![vec![Vec::new(); PARTS]; WAVE / BLOCK] }
    }

    /// Gives each part its grams of all members, wave by wave, in the order of the members.
    fn deal<P: Send>(&mut self, parts: &mut [P], take: fn(&mut P, &[Seen])) {
        for (wave, texts) in self.texts.chunks(WAVE).enumerate() {
            let work = texts.par_chunks(BLOCK).zip(&mut self.blocks).enumerate();
            work.for_each(|(at, (texts, block))| {
                deal_block(wave * WAVE + at * BLOCK, texts, block);
            });
            let blocks = &self.blocks[..texts.len().div_ceil(BLOCK)];
            parts.par_iter_mut().enumerate().for_each(|(at, part)| {
                blocks.iter().for_each(|it| take(part, &it[at]));
            });
        }
    }
}

fn deal_block(first: usize, texts: &[Words], parts: &mut [Vec<Seen>]) {
    parts.iter_mut().for_each(Vec::clear);
    for (at, words) in texts.iter().enumerate() {
        let member = u32::try_from(first + at).unwrap_or(u32::MAX);
        for (words, times) in weighted(words) {
            let holding = Holding::new(member, times);
            grams(words).for_each(|it| parts[part(it)].push((low(it), holding)));
        }
    }
}

/// The fields of a text, and how many times each word of them counts.
fn weighted(words: &Words) -> [(&[u32], u8); 3] {
    [(&words.title, TITLE), (&words.standfirst, STANDFIRST), (&words.body, 1)]
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
    (gram >> 58) as usize
}

#[expect(clippy::cast_possible_truncation, reason = "a hash is cut to size")]
fn low(gram: Gram) -> u32 {
    gram as u32
}

/// What is known of the grams of one part.
#[derive(Default)]
struct Part {
    marks: Marks,
    known: Known,
    grams: Vec<u32>,
    /// How many members have each gram, and which was the last.
    counts: Vec<(u32, u32)>,
    /// Where the holders of each gram begin and end; nowhere where there are fewer than two.
    rooms: Vec<(u32, u32)>,
    /// The holders of all grams; how many times each has it, then what that counts.
    holdings: Vec<Holding>,
}

/// Where a gram stands among all of its part.
#[expect(clippy::disallowed_types, reason = "looked up in, never gone through")]
type Known = std::collections::HashMap<u32, u32, BuildHasherDefault<Hashed>>;

impl Part {
    fn for_members(members: usize) -> Self {
        Self { marks: Marks::for_members(members), ..Self::default() }
    }

    fn mark(&mut self, seen: &[Seen]) {
        seen.iter().for_each(|it| self.marks.mark(it.0));
    }

    fn count(&mut self, seen: &[Seen]) {
        for (gram, holding) in seen.iter().filter(|it| self.marks.saw_twice(it.0)) {
            let next = u32::try_from(self.grams.len()).unwrap_or(u32::MAX);
            let at = *self.known.entry(*gram).or_insert(next);
            if at == next {
                self.grams.push(*gram);
                self.counts.push((0, u32::MAX));
            }
            let (count, last) = &mut self.counts[at as usize];
            if *last != holding.member() {
                (*count, *last) = (*count + 1, holding.member());
            }
        }
    }

    fn make_room(&mut self) {
        self.marks = Marks::default();
        let mut end = 0;
        let room = |(count, _)| {
            let start = end;
            end += if count > 1 { count } else { 0 };
            (start, start)
        };
        self.rooms = std::mem::take(&mut self.counts).into_iter().map(room).collect();
        self.holdings = vec![Holding::new(0, 0); end as usize];
    }

    fn fill(&mut self, seen: &[Seen]) {
        for (gram, holding) in seen {
            let Some(at) = self.known.get(gram) else { continue };
            let at = *at as usize;
            let next =
                self.rooms.get(at + 1).map_or(self.holdings.len(), |it| it.0 as usize);
            if next > self.rooms[at].0 as usize {
                self.hold(at, *holding);
            }
        }
    }

    fn hold(&mut self, at: usize, holding: Holding) {
        let (start, end) = &mut self.rooms[at];
        match self.holdings[*start as usize..*end as usize].last_mut() {
            Some(same) if same.member() == holding.member() => same.add(holding.amount()),
            _ => {
                self.holdings[*end as usize] = holding;
                *end += 1;
            }
        }
    }

    fn weigh(&mut self) {
        for it in &mut self.holdings {
            *it = Holding::new(it.member(), steps::frequency(it.amount()));
        }
    }
}

/// Which grams were seen once, and which twice: a bit each, so that now and then one that
/// was not seems to be; counting finds that out.
#[derive(Default)]
struct Marks {
    once: Vec<u64>,
    twice: Vec<u64>,
}

impl Marks {
    fn for_members(members: usize) -> Self {
        // Four bits a gram, where an entry has a thousand.
        let words = (members * 4_000 / PARTS / 64).next_power_of_two();
        Self { once: vec![0; words], twice: vec![0; words] }
    }

    fn mark(&mut self, gram: u32) {
        let (at, bit) = self.place(gram);
        self.twice[at] |= self.once[at] & bit;
        self.once[at] |= bit;
    }

    fn saw_twice(&self, gram: u32) -> bool {
        let (at, bit) = self.place(gram);
        self.twice[at] & bit != 0
    }

    fn place(&self, gram: u32) -> (usize, u64) {
        ((gram as usize >> 6) & (self.once.len() - 1), 1 << (gram & 63))
    }
}
