//! The members most like one of them: a first look at all that share anything with it.
//!
//! Term at a time: what each shared thing counts is added up in one cell a member. A thing
//! that many have counts only for the holders nearest in time ([`Vectors::shared`]), which
//! bounds the cost of a member whatever the size of the archive.

use std::cmp::{Ordering, Reverse};

use super::{
    archive::Archive,
    vectors::{Holding, Vectors},
};

/// How many candidates are looked at twice; few in tests, so that small archives have more.
pub(super) const CANDIDATES: usize = if cfg!(test) { 8 } else { 64 };
/// One, in millionths.
pub(super) const ONE: f64 = 1_000_000.0;
/// How many texts tell how original one is.
const NEIGHBOURS: usize = 4;

/// A member that may be related to another, and what they share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its place among the members.
    pub(super) member: u32,
    /// How near the texts are, in millionths.
    pub(super) text: u32,
    /// What the labels count together, in millionths.
    pub(super) labels: u32,
}

/// What a first look finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The [`CANDIDATES`] best, in no order that means anything.
    pub(super) candidates: Vec<Candidate>,
    /// The nearest texts, the nearest first.
    pub(super) nearest: [Near; NEIGHBOURS],
}

/// A text near another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Near {
    /// How near, in millionths; 0 where there is none.
    pub(super) text: u32,
    /// Whose it is.
    pub(super) member: u32,
}

impl Found {
    /// How near the [`NEIGHBOURS`] nearest texts are, on average, in millionths.
    pub(super) fn crowd(&self) -> u32 {
        let sum: u64 = self.nearest.iter().map(|it| u64::from(it.text)).sum();
        u32::try_from(sum / NEIGHBOURS as u64).unwrap_or(u32::MAX)
    }

    /// Takes in that a candidate is so near now; `score` is how its first score compares to
    /// that of the last candidate. Gives whether that is all there is to say: not where one
    /// may come or go, here or among the nearest.
    pub(super) fn mend(&mut self, now: Candidate, score: Ordering) -> bool {
        let known = self.candidates.iter_mut().find(|it| it.member == now.member);
        let as_before = if known.is_some() { Ordering::Greater } else { Ordering::Less };
        known.into_iter().for_each(|it| it.text = now.text);
        let last = self.nearest[NEIGHBOURS - 1].text;
        let near =
            self.nearest.iter_mut().find(|it| it.text > 0 && it.member == now.member);
        let stays = match near {
            Some(near) => {
                near.text = now.text;
                now.text >= last
            }
            None => now.text <= last,
        };
        self.nearest.sort_unstable_by_key(|it| Reverse(it.text));
        score == as_before && stays
    }
}

/// Room to add up in, a cell a member: all zero but while one member is worked on.
pub(super) struct Scratch {
    products: Sums,
    labels: Sums,
    gathered: Gathered,
    scored: Vec<(f64, Candidate)>,
}

/// The holders of all that a member has, side by side. They stand far apart in the archive:
/// gone through where they stand, each is waited for; copied first, many are fetched at once.
#[derive(Default)]
struct Gathered {
    holders: Vec<Holding>,
    /// Where those of each thing end, and what every amount of it counts.
    things: Vec<(usize, u32)>,
}

/// Cells, and which lines of them may not be all zero.
struct Sums {
    cells: Vec<[u32; LINE]>,
    used: Vec<bool>,
}

/// How many cells are emptied together: what a processor fetches at once.
pub(super) const LINE: usize = 16;
/// What a cell holds at the most.
const MOST: u32 = u32::MAX / 2;
/// How many lines are passed over together where none was used.
const BLOCK: usize = 64;
/// What is left for the errors of single precision.
const ROOM: f32 = 1.0 + 1e-5;

impl Archive {
    pub(super) fn scratch(&self) -> Scratch {
        let sums = || Sums::of(self.members.len());
        Scratch {
            products: sums(),
            labels: sums(),
            gathered: Gathered::default(),
            scored: Vec::new(),
        }
    }

    /// The best candidates for a member among those that are not later.
    pub(super) fn find(&self, member: u32, scratch: &mut Scratch) -> Found {
        let Scratch { products, labels, gathered, scored } = scratch;
        for (weight, kind) in &self.labels {
            gathered.gather(&kind.vectors, member, &self.days);
            products.add_up(gathered, member);
            products.drain(|other, products| {
                let cosine = kind.vectors.cosine(products, member, other);
                labels.add(other, millionths(weight * cosine));
            });
        }
        gathered.gather(&self.text.vectors, member, &self.days);
        products.add_up(gathered, member);
        let mut best = Best::new(self, member, scored);
        // The newest first: they are near in time, and leave the rest little room.
        for block in (0..products.used.len() / BLOCK).rev() {
            if products.is_used(block) || labels.is_used(block) {
                best.sift_block(block, products, labels);
            }
        }
        best.found()
    }

    /// The members for whom the text of one counts, and what it shares with each.
    pub(super) fn counting(
        &self,
        member: u32,
        scratch: &mut Scratch,
    ) -> Vec<(u32, Candidate)> {
        let Scratch { products, labels, .. } = scratch;
        for (weight, kind) in &self.labels {
            self.add_up_counting(&kind.vectors, member, products);
            products.drain(|other, products| {
                let cosine = kind.vectors.cosine(products, other, member);
                labels.add(other, millionths(weight * cosine));
            });
        }
        let vectors = &self.text.vectors;
        self.add_up_counting(vectors, member, products);
        let mut found = Vec::new();
        products.drain(|other, products| {
            let text = millionths(vectors.cosine(products, other, member));
            let labels = labels.at(other);
            found.push((other, Candidate { member, text, labels }));
        });
        labels.drain(|_, _| {});
        found
    }

    fn add_up_counting(&self, vectors: &Vectors, member: u32, sums: &mut Sums) {
        vectors.counting(member, &self.days, |weight, holders| {
            for holding in holders {
                sums.add(holding.member(), weight * holding.amount());
            }
        });
    }
}

impl Gathered {
    fn gather(&mut self, vectors: &Vectors, member: u32, days: &[i32]) {
        self.holders.clear();
        self.things.clear();
        for shared in vectors.shared(member, days) {
            self.holders.extend_from_slice(shared.holders);
            self.things.push((self.holders.len(), shared.weight));
        }
    }
}

/// The best candidates for a member so far.
struct Best<'a> {
    archive: &'a Archive,
    member: u32,
    scored: &'a mut Vec<(f64, Candidate)>,
    /// What is not above it need not be kept.
    floor: f64,
    /// The nearest texts, the nearest first.
    nearest: [Near; NEIGHBOURS],
}

impl<'a> Best<'a> {
    fn new(
        archive: &'a Archive,
        member: u32,
        scored: &'a mut Vec<(f64, Candidate)>,
    ) -> Self {
        let nearest = [Near::default(); NEIGHBOURS];
        scored.clear();
        Self { archive, member, scored, floor: 0.0, nearest }
    }

    /// Looks through a block of sums, and empties it.
    fn sift_block(&mut self, block: usize, products: &mut Sums, labels: &mut Sums) {
        for line in (block * BLOCK..(block + 1) * BLOCK).rev() {
            let labelled = labels.used[line];
            if !labelled && !products.used[line] {
                continue;
            }
            let products = products.take(line);
            let labels = if labelled { labels.take(line) } else { [0; LINE] };
            if labelled || self.may_be_near(line, products) {
                self.sift(line, products, labels);
            }
        }
    }

    /// Whether any text of a line may come near the best, if the one that shares most is the
    /// shortest.
    fn may_be_near(&self, line: usize, products: [u32; LINE]) -> bool {
        let most = products.into_iter().map(u32::cast_signed).fold(0, i32::max);
        let vectors = &self.archive.text.vectors;
        let near = vectors.roughly_at_most(most.cast_unsigned(), self.member, line);
        self.may_matter(line, [near], [0])
    }

    /// Looks through a line of sums.
    fn sift(&mut self, line: usize, products: [u32; LINE], labels: [u32; LINE]) {
        let vectors = &self.archive.text.vectors;
        let near = vectors.rough_cosines(products, self.member, line);
        if !self.may_matter(line, near, labels) {
            return;
        }
        for ((other, products), labels) in members(line).zip(products).zip(labels) {
            if products > 0 || labels > 0 {
                let text = millionths(vectors.cosine(products, self.member, other));
                self.offer(Candidate { member: other, text, labels });
            }
        }
    }

    /// Whether any of some of a line comes near the best. Few do: that is seen for all of
    /// them at once, in single precision and with some room for its errors.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "rough"
    )]
    fn may_matter<const N: usize>(
        &self,
        line: usize,
        near: [f32; N],
        labels: [u32; N],
    ) -> bool {
        let scale = ONE as f32 * ROOM;
        let weight = self.archive.text_weight as f32;
        let nearest = self.nearest[NEIGHBOURS - 1].text as f32;
        // Time takes the least from the newest of a line.
        let newest = members(line).end.saturating_sub(1).min(self.member);
        let time = self.archive.nearness(self.member, newest) as f32 * ROOM;
        let floor = self.floor as f32;
        let mut any = false;
        for (near, labels) in near.iter().zip(labels) {
            let text = near * scale;
            any |= text > nearest || (text * weight + labels as f32) * time > floor;
        }
        any
    }

    #[inline]
    fn offer(&mut self, it: Candidate) {
        if it.text > self.nearest[NEIGHBOURS - 1].text {
            self.see(Near { text: it.text, member: it.member });
        }
        let sum = f64::from(it.text) * self.archive.text_weight + f64::from(it.labels);
        // Time only takes away.
        if sum > self.floor {
            let score = sum * self.archive.nearness(self.member, it.member);
            self.add(score, it);
        }
    }

    fn see(&mut self, near: Near) {
        let further = |it: &Near| it.text < near.text;
        let at = self.nearest.iter().position(further).unwrap_or_default();
        self.nearest[at..].rotate_right(1);
        self.nearest[at] = near;
    }

    fn add(&mut self, score: f64, candidate: Candidate) {
        if score > self.floor {
            self.scored.push((score, candidate));
        }
        if self.scored.len() == 3 * CANDIDATES {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.scored.len() > CANDIDATES {
            let order = |it: &(f64, Candidate)| self.archive.rank(it.1.member);
            self.scored.select_nth_unstable_by(CANDIDATES - 1, |a, b| {
                b.0.total_cmp(&a.0).then_with(|| order(a).cmp(&order(b)))
            });
            self.scored.truncate(CANDIDATES);
            // One as good as the last kept may still come before it in time or by path.
            self.floor = self.scored[CANDIDATES - 1].0.next_down();
        }
    }

    fn found(mut self) -> Found {
        self.cut();
        let candidates = self.scored.iter().map(|it| it.1).collect();
        Found { candidates, nearest: self.nearest }
    }
}

/// The members of a line.
fn members(line: usize) -> std::ops::Range<u32> {
    let place = |it| u32::try_from(it).unwrap_or(u32::MAX);
    place(line * LINE)..place((line + 1) * LINE)
}

impl Sums {
    fn of(members: usize) -> Self {
        let lines = members.div_ceil(LINE).next_multiple_of(BLOCK);
        Self { cells: vec![[0; LINE]; lines], used: vec![false; lines] }
    }

    /// Whether any line of a block was used.
    fn is_used(&self, block: usize) -> bool {
        self.used[block * BLOCK..(block + 1) * BLOCK] != [false; BLOCK]
    }

    /// Adds up what a member shares with each other one.
    fn add_up(&mut self, gathered: &Gathered, member: u32) {
        let mut start = 0;
        for (end, weight) in &gathered.things {
            for holding in &gathered.holders[start..*end] {
                self.add(holding.member(), weight * holding.amount());
            }
            start = *end;
        }
        self.cells[member as usize / LINE][member as usize % LINE] = 0;
    }

    /// What is in the cell of a member.
    fn at(&self, member: u32) -> u32 {
        self.cells[member as usize / LINE][member as usize % LINE]
    }

    /// Adds up to [`MOST`] at the most, so that the order does not matter.
    #[inline]
    fn add(&mut self, member: u32, value: u32) {
        let line = member as usize / LINE;
        let cell = &mut self.cells[line][member as usize % LINE];
        *cell = (*cell + value.min(MOST)).min(MOST);
        self.used[line] = true;
    }

    /// Empties a line.
    fn take(&mut self, line: usize) -> [u32; LINE] {
        self.used[line] = false;
        std::mem::take(&mut self.cells[line])
    }

    /// Tells what is in each cell that is not zero, and empties it.
    fn drain(&mut self, mut tell: impl FnMut(u32, u32)) {
        for block in 0..self.used.len() / BLOCK {
            if self.is_used(block) {
                self.drain_block(block, &mut tell);
            }
        }
    }

    fn drain_block(&mut self, block: usize, mut tell: impl FnMut(u32, u32)) {
        for line in block * BLOCK..(block + 1) * BLOCK {
            if self.used[line] {
                let full = members(line).zip(self.take(line)).filter(|it| it.1 > 0);
                full.for_each(|(member, sum)| tell(member, sum));
            }
        }
    }
}

impl Archive {
    /// Where a member stands among those of one score: the newest first, then by path.
    pub(super) fn rank(&self, member: u32) -> (Reverse<i32>, u32) {
        (Reverse(self.days[member as usize]), member)
    }
}

/// Cut to whole millionths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
pub(super) fn millionths(part: f64) -> u32 {
    (part * ONE) as u32
}
