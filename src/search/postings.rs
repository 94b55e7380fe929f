//! Which items have which terms, and how much each tells of them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Item, Weight, words};

/// How many items are taken together, for terms that are put together afterwards.
const CHUNK: usize = 1024;

/// What stands before a whole name among the terms; no word has it.
const WHOLE: char = '=';

/// All terms of an index, sorted by their bytes.
#[derive(Debug, Default)]
pub(super) struct Terms(BTreeMap<Box<str>, Postings>);

/// The items that have a term, in order: for each four times the distance from the one before
/// it, and its weight, as a number of bytes of 7 bits, the lowest first.
#[derive(Debug)]
struct Postings {
    first: (u32, Weight),
    last: u32,
    /// All but the first.
    bytes: Vec<u8>,
    count: usize,
    best: Weight,
}

impl Terms {
    /// Those of some items.
    pub(super) fn of(items: &[Item]) -> Self {
        let chunk = |(at, items): (usize, &[Item])| {
            let mut terms = Self::default();
            for (number, item) in (at * CHUNK..).zip(items) {
                // An index of four thousand million pages is none that a browser reads.
                terms.add(u32::try_from(number).unwrap_or(u32::MAX), item);
            }
            terms
        };
        let chunks: Vec<Self> = items.par_chunks(CHUNK).enumerate().map(chunk).collect();
        let mut all = Self::default();
        chunks.into_iter().for_each(|it| all.append(it));
        all
    }

    fn add(&mut self, number: u32, item: &Item) {
        let folded = |(weight, text): (Weight, &str)| (weight, words::fold(text));
        let texts = (item.texts)();
        let texts: Vec<_> = texts.iter().map(|it| folded((it.0, &it.1))).collect();
        let names = item.names.iter().map(|it| (Weight::Name, *it));
        let names: Vec<_> = names.map(folded).collect();
        let whole: Vec<String> =
            names.iter().map(|it| format!("{WHOLE}{}", it.1)).collect();
        let mut found: Vec<(&str, Weight)> =
            whole.iter().map(|it| (&**it, Weight::Name)).collect();
        for (weight, text) in texts.iter().chain(&names) {
            words::each(text, |word| found.push((word, *weight)));
        }
        found.sort_unstable_by(|a, b| a.0.cmp(b.0).then(b.1.cmp(&a.1)));
        found.dedup_by_key(|it| it.0);
        found.into_iter().for_each(|(term, weight)| self.push(term, number, weight));
    }

    fn push(&mut self, term: &str, number: u32, weight: Weight) {
        match self.0.get_mut(term) {
            Some(known) => known.push(number, weight),
            None => {
                self.0.insert(term.into(), Postings::new(number, weight));
            }
        }
    }

    /// Adds the terms of later items.
    fn append(&mut self, other: Self) {
        for (term, later) in other.0 {
            match self.0.get_mut(&term) {
                Some(known) => known.append(&later),
                None => {
                    self.0.insert(term, later);
                }
            }
        }
    }

    /// Each with the bytes of its postings.
    pub(super) fn encoded(&self) -> impl Iterator<Item = (&str, Vec<u8>)> {
        self.0.iter().map(|(term, it)| (&**term, it.encoded()))
    }

    /// The words of so many letters that are spelt as they should be: those of titles and
    /// names, and what more than one item has.
    pub(super) fn spelt(&self, letters: usize) -> impl Iterator<Item = &str> {
        let is_long = move |term: &str| term.chars().count() >= letters;
        let is_known = |it: &Postings| it.count > 1 || it.best >= Weight::Title;
        let words = self.0.iter().filter(move |it| is_long(it.0) && is_known(it.1));
        words.map(|it| &**it.0).filter(|it| !it.starts_with(WHOLE))
    }
}

impl Postings {
    fn new(number: u32, weight: Weight) -> Self {
        let bytes = Vec::new();
        Self { first: (number, weight), last: number, bytes, count: 1, best: weight }
    }

    fn push(&mut self, number: u32, weight: Weight) {
        write(&mut self.bytes, number - self.last, weight);
        self.last = number;
        self.count += 1;
        self.best = self.best.max(weight);
    }

    fn append(&mut self, later: &Self) {
        self.push(later.first.0, later.first.1);
        self.bytes.extend_from_slice(&later.bytes);
        self.last = later.last;
        self.count += later.count - 1;
        self.best = self.best.max(later.best);
    }

    fn encoded(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.bytes.len() + 5);
        write(&mut bytes, self.first.0, self.first.1);
        bytes.extend_from_slice(&self.bytes);
        bytes
    }
}

/// The postings of items, in order.
pub(super) fn encoded(items: impl Iterator<Item = (u32, Weight)>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut last = 0;
    for (number, weight) in items {
        write(&mut bytes, number - last, weight);
        last = number;
    }
    bytes
}

fn write(bytes: &mut Vec<u8>, distance: u32, weight: Weight) {
    number(bytes, u64::from(distance) << 2 | weight as u64);
}

/// A number in bytes of 7 bits, the lowest first; the highest bit of a byte says that there is
/// another one (LEB128, <https://dwarfstd.org/doc/DWARF5.pdf>, 7.6).
pub(super) fn number(bytes: &mut Vec<u8>, mut number: u64) {
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}
