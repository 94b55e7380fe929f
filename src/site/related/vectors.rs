//! Vectors of entries and, turned round, the holders of each thing: words, or labels of one
//! kind. Knows numbers only: members by their place in time, things by theirs in the list.

mod edit;
mod window;

use std::ops::Range;

pub(super) use self::edit::Touched;
#[cfg(test)]
pub(super) use self::window::USUAL;
use self::window::Window;
use super::{search::LINE, steps};

/// One holder of a thing: 24 bits of member, one that says whether it is the first holder,
/// 7 of how much of the thing it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Holding(u32);

/// How many members there can be at most.
pub(super) const MOST: usize = 1 << 24;
/// How many holders count for one of them at most, before it and after it: what a byte
/// tells; few in tests, so that small archives have more.
pub(super) const MOST_COUNTING: usize = if cfg!(test) { 32 } else { 255 };
const FIRST: u32 = 1 << 7;
const AMOUNT: u32 = FIRST - 1;

/// Things and those that have them.
#[derive(Debug, Default)]
pub(super) struct Things {
    /// Where the holders of each thing end.
    pub(super) ends: Vec<u32>,
    /// The holders of all things, each thing's in order of time.
    pub(super) holdings: Vec<Holding>,
    /// What multiplies the weight of each thing: 0, 1 or 2.
    pub(super) factors: Vec<u8>,
}

/// What entries have of one kind, weighted by rarity, and who has it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Vectors {
    /// Where the holders of each thing end.
    ends: Vec<u32>,
    /// The holders of all things, each thing's in order of time.
    holdings: Vec<Holding>,
    /// The lists of holders that are other ones by now (`edit.rs`).
    moved: edit::Moved,
    /// Where what each member has stands in the list below.
    spans: Vec<Span>,
    /// What each member has; things that weigh nothing left out.
    held: Vec<Held>,
    /// One through the length of each member's vector; 0 for one that has nothing.
    inverse_lengths: Vec<f64>,
    /// The same in single precision, filled up to whole lines.
    rough_lengths: Vec<f32>,
    /// The highest of each line.
    highest_lengths: Vec<f32>,
}

/// Something that a member has. There are more of these than of anything else, so that they
/// take no more room than they need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(Rust, packed(2))]
struct Held {
    /// Which of the holdings it is.
    at: u32,
    /// What two amounts of the thing multiplied count.
    weight: Weight,
    /// How many holders of the thing right before this one count for it.
    before: u8,
}

/// The square of the rarity of a thing times a factor of 1 or 2, or 0: twice the rarity, the lowest
/// bit saying whether it is 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight(u8);

/// A part of a list, and the room behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Span {
    from: u32,
    to: u32,
    room: u32,
}

impl Span {
    fn range(self) -> Range<usize> {
        self.from as usize..self.to as usize
    }
}

impl Weight {
    /// That of nothing.
    const NONE: Self = Self(0);

    /// That of what so many of all members have.
    fn of(members: usize, holders: usize, factor: u8) -> Self {
        match (steps::rarity(members, holders), factor) {
            (0, _) | (_, 0) => Self::NONE,
            (rarity, _) => Self(rarity << 1 | u8::from(factor > 1)),
        }
    }

    fn whole(self) -> u32 {
        let rarity = u32::from(self.0 >> 1);
        (rarity * rarity) << (self.0 & 1)
    }
}

impl Holding {
    /// A member's, who has an amount of up to 127.
    pub(super) fn new(member: u32, amount: u8) -> Self {
        Self(member << 8 | u32::from(amount) & AMOUNT)
    }

    pub(super) fn member(self) -> u32 {
        self.0 >> 8
    }

    pub(super) fn amount(self) -> u32 {
        self.0 & AMOUNT
    }

    /// Adds to the amount, up to 127.
    pub(super) fn add(&mut self, amount: u32) {
        self.0 = self.0 & !AMOUNT | (self.amount() + amount).min(AMOUNT);
    }

    fn is_first(self) -> bool {
        self.0 & FIRST != 0
    }
}

impl Things {
    /// Makes room for so many things and holders.
    pub(super) fn reserve(&mut self, things: usize, holders: usize) {
        self.ends.reserve(things);
        self.factors.reserve(things);
        self.holdings.reserve(holders);
    }

    /// Adds a thing with its holders, in order of time.
    pub(super) fn add(&mut self, holders: &[Holding], factor: u8) {
        self.holdings.extend_from_slice(holders);
        self.ends.push(u32::try_from(self.holdings.len()).unwrap_or(u32::MAX));
        self.factors.push(factor);
    }
}

impl Vectors {
    /// The vectors of members of these days, in order of time, who have these things.
    pub(super) fn new(days: &[i32], things: Things) -> Self {
        let Things { ends, mut holdings, factors } = things;
        for start in std::iter::once(&0).chain(&ends) {
            if let Some(first) = holdings.get_mut(*start as usize) {
                first.0 |= FIRST;
            }
        }
        let mut vectors = Self { ends, holdings, ..Self::default() };
        vectors.turn_round(days, &factors);
        vectors
    }

    /// From who has what to what each has, for things that weigh something.
    fn turn_round(&mut self, days: &[i32], factors: &[u8]) {
        let members = days.len();
        self.make_spans(members, factors);
        let all = self.spans.last().map_or(0, |it| it.room as usize);
        let mut held = vec![Held::default(); all];
        let mut spans = std::mem::take(&mut self.spans);
        let mut squares = vec![0; members];
        for (holders, weight) in self.weighed(members, factors) {
            let window = Window::of(holders.len(), days);
            let list = &self.holdings[holders.clone()];
            let at = u32::try_from(holders.start).unwrap_or(u32::MAX)..;
            for ((at, holding), before) in at.zip(list).zip(window.counting(list, days)) {
                let span = &mut spans[holding.member() as usize];
                held[span.to as usize] = Held { at, weight, before };
                span.to += 1;
                squares[holding.member() as usize] += square(*holding, weight);
            }
        }
        (self.spans, self.held) = (spans, held);
        self.inverse_lengths = vec![0.0; members];
        self.rough_lengths = vec![0.0; members.next_multiple_of(LINE)];
        self.highest_lengths = vec![0.0; members.div_ceil(LINE)];
        for (member, square) in squares.into_iter().enumerate() {
            self.set_length(member, square);
        }
    }

    /// The holders of each thing that weighs something, and its weight.
    fn weighed(
        &self,
        members: usize,
        factors: &[u8],
    ) -> impl Iterator<Item = (Range<usize>, Weight)> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|it| *it as usize));
        let lists = starts.zip(&self.ends).map(|(start, end)| start..*end as usize);
        let weigh = move |(list, factor): (Range<usize>, &u8)| {
            let weight = Weight::of(members, list.len(), *factor);
            (list, weight)
        };
        lists.zip(factors).map(weigh).filter(|it| it.1 != Weight::NONE)
    }

    /// Makes an empty span for each member, with room for all that it has.
    fn make_spans(&mut self, members: usize, factors: &[u8]) {
        let mut spans = vec![Span::default(); members];
        for (holders, _) in self.weighed(members, factors) {
            for holding in &self.holdings[holders] {
                spans[holding.member() as usize].room += 1;
            }
        }
        let mut end = 0;
        for span in &mut spans {
            let from = end;
            end += span.room;
            *span = Span { from, to: from, room: end };
        }
        self.spans = spans;
    }

    fn set_length(&mut self, member: usize, square: u64) {
        let inverse = if square == 0 { 0.0 } else { whole(square).sqrt().recip() };
        self.inverse_lengths[member] = inverse;
        self.rough_lengths[member] = rough(inverse);
        let line = member / LINE * LINE..(member / LINE + 1) * LINE;
        let highest = self.rough_lengths[line].iter().copied().fold(0.0, f32::max);
        self.highest_lengths[member / LINE] = highest;
    }

    /// What a member has, with the others that have it too and count for this member: those
    /// before it in a [`Window`], and those of its day.
    pub(super) fn shared<'a>(
        &'a self,
        member: u32,
        days: &'a [i32],
    ) -> impl Iterator<Item = Shared<'a>> {
        let day = days[member as usize];
        let tomorrow = days.partition_point(|it| *it <= day);
        self.held[self.spans[member as usize].range()].iter().map(move |held| {
            let at = held.at as usize;
            let later = self.holdings[at + 1..].iter().take(MOST_COUNTING);
            let later = later
                .take_while(|it| (it.member() as usize) < tomorrow && !it.is_first());
            let end = at + 1 + later.count();
            Shared {
                holding: held.at,
                weight: held.weight.whole() * self.holdings[at].amount(),
                holders: &self.holdings[at - usize::from(held.before)..end],
            }
        })
    }

    /// How near the directions of two vectors are whose products of what both have sum to
    /// `products`: the cosine of the angle between them, 0 to 1 (Salton, Wong and Yang 1975,
    /// "A vector space model for automatic indexing").
    #[inline]
    pub(super) fn cosine(&self, products: u32, a: u32, b: u32) -> f64 {
        let inverse_length = |it: u32| self.inverse_lengths[it as usize];
        f64::from(products) * inverse_length(a) * inverse_length(b)
    }

    /// The cosines of one member with those of a line, in single precision.
    pub(super) fn rough_cosines(
        &self,
        products: [u32; LINE],
        member: u32,
        line: usize,
    ) -> [f32; LINE] {
        let own = self.rough_lengths[member as usize];
        let lengths = &self.rough_lengths[line * LINE..(line + 1) * LINE];
        let mut cosines = [0.0; LINE];
        for ((cosine, products), length) in cosines.iter_mut().zip(products).zip(lengths)
        {
            *cosine = rough_product(products) * own * length;
        }
        cosines
    }

    /// What the cosine is at the most, in single precision, of one member with any of a line
    /// that shares no more than so much with it.
    pub(super) fn roughly_at_most(&self, products: u32, member: u32, line: usize) -> f32 {
        let own = self.rough_lengths[member as usize];
        rough_product(products) * own * self.highest_lengths[line]
    }
}

#[expect(clippy::cast_precision_loss, reason = "rough")]
fn rough_product(products: u32) -> f32 {
    // Signed numbers are turned quicker, and there are none so high.
    products.cast_signed() as f32
}

/// What a holding adds to the square of the length.
fn square(holding: Holding, weight: Weight) -> u64 {
    u64::from(holding.amount().pow(2) * weight.whole())
}

#[expect(clippy::cast_possible_truncation, reason = "rough")]
fn rough(number: f64) -> f32 {
    number as f32
}

#[expect(clippy::cast_precision_loss, reason = "rounded alike on every machine")]
pub(super) fn whole(number: u64) -> f64 {
    number as f64
}

/// Something that a member shares with others.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a> {
    /// The member's own holding.
    pub(super) holding: u32,
    /// What every amount of it that another has counts.
    pub(super) weight: u32,
    /// The holders that count, in order of time, and the member itself among them.
    pub(super) holders: &'a [Holding],
}
