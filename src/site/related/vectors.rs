//! Vectors of entries and, turned round, the holders of each thing: words, or labels of one
//! kind. Knows numbers only: members by their place in time, things by theirs in the list.

use super::{search::LINE, steps};

/// One holder of a thing: 24 bits of member, one that says whether it is the first holder,
/// 7 of how much of the thing it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Holding(u32);

/// How many members there can be at most.
pub(super) const MOST: usize = 1 << 24;
/// How many holders of a thing count for one of them: those nearest before it in time.
const NEAREST: usize = 64;
/// And the others of a day that would be told apart otherwise, as long as they are no more.
const SAME_DAY: usize = 255;
const FIRST: u32 = 1 << 7;
const AMOUNT: u32 = FIRST - 1;

/// Things and those that have them.
#[derive(Debug, Default)]
pub(super) struct Things {
    /// Where the holders of each thing end.
    pub(super) ends: Vec<u32>,
    /// The holders of all things, each thing's in order of time.
    pub(super) holdings: Vec<Holding>,
    /// What multiplies the weight of each thing.
    pub(super) factors: Vec<u8>,
}

/// What entries have of one kind, weighted by rarity, and who has it.
#[derive(Debug, Default)]
pub(super) struct Vectors {
    /// Where the holders of each thing end.
    ends: Vec<u32>,
    /// The holders of all things, each thing's in order of time.
    holdings: Vec<Holding>,
    /// Where what each member has begins in the two lists below; one more for the end.
    held_from: Vec<u32>,
    /// The holdings of each member; those of things that weigh nothing left out.
    held: Vec<u32>,
    /// How many holders of the thing come before each, up to [`SAME_DAY`].
    before: Vec<u8>,
    /// What two amounts of the thing multiplied count: the square of its rarity times its
    /// factor.
    weights: Vec<u16>,
    /// One through the length of each member's vector; 0 for one that has nothing.
    inverse_lengths: Vec<f64>,
    /// The same in single precision, filled up to whole lines.
    rough_lengths: Vec<f32>,
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
    /// Adds a thing with its holders, in order of time.
    pub(super) fn add(&mut self, holders: &[Holding], factor: u8) {
        self.holdings.extend_from_slice(holders);
        self.ends.push(u32::try_from(self.holdings.len()).unwrap_or(u32::MAX));
        self.factors.push(factor);
    }
}

impl Vectors {
    /// The vectors of members who have these things.
    pub(super) fn new(members: usize, things: Things) -> Self {
        let Things { ends, mut holdings, factors } = things;
        let starts = || std::iter::once(0).chain(ends.iter().copied());
        let weight = |((start, end), factor): ((u32, &u32), u8)| {
            let rarity = u16::from(steps::rarity(members, (end - start) as usize));
            (start, *end, rarity * rarity * u16::from(factor))
        };
        let weighed: Vec<_> =
            starts().zip(&ends).zip(factors).map(weight).filter(|it| it.2 > 0).collect();
        for start in starts() {
            if let Some(first) = holdings.get_mut(start as usize) {
                first.0 |= FIRST;
            }
        }
        let mut vectors = Self { ends, holdings, ..Self::default() };
        vectors.turn_round(members, &weighed);
        vectors
    }

    /// From who has what to what each has, for things that weigh something.
    fn turn_round(&mut self, members: usize, weighed: &[(u32, u32, u16)]) {
        let mut squares = vec![0_u64; members];
        let mut from = vec![0_u32; members + 1];
        for (start, end, weight) in weighed {
            for holding in &self.holdings[*start as usize..*end as usize] {
                let member = holding.member() as usize;
                from[member + 1] += 1;
                squares[member] +=
                    u64::from(holding.amount().pow(2)) * u64::from(*weight);
            }
        }
        (1..from.len()).for_each(|it| from[it] += from[it - 1]);
        let all = from.last().map_or(0, |it| *it as usize);
        (self.held, self.before) = (vec![0; all], vec![0; all]);
        self.weights = vec![0; all];
        let mut next = from.clone();
        for (start, end, weight) in weighed {
            for at in *start..*end {
                let next = &mut next[self.holdings[at as usize].member() as usize];
                let place = *next as usize;
                self.held[place] = at;
                self.before[place] = u8::try_from(at - start).unwrap_or(u8::MAX);
                self.weights[place] = *weight;
                *next += 1;
            }
        }
        let inverse = |it: &u64| if *it == 0 { 0.0 } else { whole(*it).sqrt().recip() };
        self.inverse_lengths = squares.iter().map(inverse).collect();
        self.rough_lengths = self.inverse_lengths.iter().map(|it| rough(*it)).collect();
        self.rough_lengths.resize(members.next_multiple_of(LINE), 0.0);
        self.held_from = from;
    }

    /// What a member has, with the others that have it too and count for this member.
    ///
    /// Of the holders of a thing count the [`NEAREST`] before the member in time; of a day
    /// that the last of them shares with others, or the member itself, up to [`SAME_DAY`].
    pub(super) fn shared<'a>(
        &'a self,
        member: u32,
        days: &'a [i32],
    ) -> impl Iterator<Item = Shared<'a>> {
        let from = self.held_from[member as usize] as usize;
        let to = self.held_from[member as usize + 1] as usize;
        let (held, before) = (&self.held[from..to], &self.before[from..to]);
        let day = days[member as usize];
        held.iter().zip(before).zip(&self.weights[from..to]).map(
            move |((own, before), weight)| {
                let at = *own as usize;
                let start = self.first_that_counts(at, usize::from(*before), days);
                let later = self.holdings[at + 1..].iter().take(SAME_DAY);
                let later = later
                    .take_while(|it| !it.is_first() && days[it.member() as usize] == day);
                Shared {
                    holding: *own,
                    weight: u32::from(*weight) * self.holdings[at].amount(),
                    earlier: &self.holdings[start..at],
                    later: &self.holdings[at + 1..at + 1 + later.count()],
                }
            },
        )
    }

    /// Where the holders begin that count for one, of which so many come before it.
    fn first_that_counts(&self, own: usize, before: usize, days: &[i32]) -> usize {
        let mut first = own - before.min(NEAREST);
        if before > NEAREST {
            let day = |it: usize| days[self.holdings[it].member() as usize];
            let least = own - before;
            while first > least && day(first - 1) == day(first) {
                first -= 1;
            }
        }
        first
    }

    /// Which thing a holding is of.
    pub(super) fn thing(&self, holding: u32) -> u32 {
        u32::try_from(self.ends.partition_point(|it| *it <= holding)).unwrap_or(u32::MAX)
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
    #[expect(clippy::cast_precision_loss, reason = "rough")]
    pub(super) fn rough_cosines(
        &self,
        products: [u32; LINE],
        member: u32,
        first: u32,
    ) -> [f32; LINE] {
        let own = rough(self.inverse_lengths[member as usize]);
        let lengths = &self.rough_lengths[first as usize..first as usize + LINE];
        let mut cosines = [0.0; LINE];
        for ((cosine, products), length) in cosines.iter_mut().zip(products).zip(lengths)
        {
            *cosine = products as f32 * own * length;
        }
        cosines
    }
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
    /// The others before it that count.
    pub(super) earlier: &'a [Holding],
    /// Those after it, on the same day.
    pub(super) later: &'a [Holding],
}
