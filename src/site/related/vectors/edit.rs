//! Another list of holders for a thing, in vectors that stand already: what comes of it is
//! what [`Vectors::new`] makes of the lists as they are now.
//!
//! A list cannot grow where it stands, nor can a span: they move to the end, and what they
//! leave behind is lost until all is made anew ([`Vectors::is_worn`]).

use std::{collections::BTreeMap, ops::Range};

use super::{
    AMOUNT, FIRST, Held, Holding, MOST_COUNTING, Span, Vectors, Weight, Window, square,
};

/// How much room a span gets that has to move.
const ROOM: u32 = 64;

/// Lists that stand elsewhere than they did.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Moved {
    /// Where each list stands now.
    lists: BTreeMap<u32, (u32, u32)>,
    /// Which thing each list at the end is of, by where it begins.
    starts: BTreeMap<u32, u32>,
}

/// What edits touch; a member may be named more than once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Touched {
    /// Members who share something else, or other amounts, with others than before.
    pub(in super::super) sharing: Vec<u32>,
    /// Members whose vectors have another length.
    pub(in super::super) lengths: Vec<u32>,
}

impl Touched {
    /// Names each member once.
    pub(in super::super) fn sort(&mut self) {
        for members in [&mut self.sharing, &mut self.lengths] {
            members.sort_unstable();
            members.dedup();
        }
    }
}

impl Vectors {
    /// The holders of a thing.
    pub(in super::super) fn holders(&self, thing: u32) -> &[Holding] {
        &self.holdings[self.list(thing)]
    }

    /// Where the holders of a thing stand; nowhere for one not known yet.
    fn list(&self, thing: u32) -> Range<usize> {
        if let Some((start, end)) = self.moved.lists.get(&thing) {
            return *start as usize..*end as usize;
        }
        let thing = thing as usize;
        let end = self.ends.get(thing).map_or(0, |it| *it as usize);
        let before = thing.checked_sub(1).and_then(|it| self.ends.get(it));
        before.map_or(0, |it| *it as usize).min(end)..end
    }

    /// Which thing a holding is of.
    pub(in super::super) fn thing(&self, holding: u32) -> u32 {
        let moved = self.moved.starts.range(..=holding).next_back();
        moved.map_or_else(
            || {
                let before = self.ends.partition_point(|it| *it <= holding);
                u32::try_from(before).unwrap_or(u32::MAX)
            },
            |it| *it.1,
        )
    }

    /// Whether so much was left behind that all had better be made anew.
    pub(in super::super) fn is_worn(&self) -> bool {
        let settled = self.ends.last().map_or(0, |it| *it as usize);
        self.holdings.len() > 2 * settled + usize::from(u16::MAX)
    }

    /// Replaces what a member holds of a thing by an amount, or by nothing; `factor` is what
    /// multiplies the weight of the thing then. A thing not known yet is the next one. Adds
    /// to what is touched; those lengths are to be measured afterwards.
    pub(in super::super) fn edit(
        &mut self,
        (thing, factor): (u32, u8),
        (member, amount): (u32, Option<u8>),
        days: &[i32],
        touched: &mut Touched,
    ) {
        let list = self.list(thing);
        let old = self.holdings[list.clone()].to_vec();
        let at = old.binary_search_by_key(&member, |it| it.member());
        let mut new = old.clone();
        let weights = match (at, amount) {
            (Ok(at), Some(amount)) => self.set(list.start + at, amount),
            (Err(at), Some(amount)) => {
                new.insert(at, Holding::new(member, amount));
                self.put(thing, factor, &new, days)
            }
            (Ok(at), None) => {
                new.remove(at);
                self.put(thing, factor, &new, days)
            }
            (Err(_), None) => return,
        };
        if weights == [Weight::NONE; 2] {
            return;
        }
        touched.sharing.push(member);
        touched.sharing.extend(around(&old, at.ok(), days));
        touched.sharing.extend(around(&new, at.err(), days));
        touched.lengths.push(member);
        if weights[0] != weights[1] {
            touched.sharing.extend(new.iter().map(|it| it.member()));
            touched.lengths.extend(new.iter().map(|it| it.member()));
        }
    }

    /// Measures the lengths of vectors again.
    pub(in super::super) fn measure(&mut self, members: &[u32]) {
        for member in members {
            let span = self.spans[*member as usize].range();
            let held = self.held[span].iter();
            let sum =
                held.map(|it| square(self.holdings[it.at as usize], it.weight)).sum();
            self.set_length(*member as usize, sum);
        }
    }

    /// Sets an amount where it stands; gives the weight of the thing before and after.
    fn set(&mut self, at: usize, amount: u8) -> [Weight; 2] {
        let holding = &mut self.holdings[at];
        holding.0 = holding.0 & !AMOUNT | u32::from(amount) & AMOUNT;
        let member = holding.member();
        let place = self.place(member, &(at..at + 1));
        [place.map_or(Weight::NONE, |it| self.held[it].weight); 2]
    }

    /// Puts a list in the place of that of a thing; gives its weight before and after.
    fn put(
        &mut self,
        thing: u32,
        factor: u8,
        new: &[Holding],
        days: &[i32],
    ) -> [Weight; 2] {
        let mut left = self.places(&self.list(thing));
        let old_weight = left.first().map_or(Weight::NONE, |it| self.held[it.1].weight);
        let weight = Weight::of(days.len(), new.len(), factor);
        let start = self.append(thing, new);
        let before = Window::of(new.len(), days).counting(new, days);
        let weighed =
            (start..).zip(new.iter().zip(before)).filter(|_| weight != Weight::NONE);
        for (at, (holding, before)) in weighed {
            let member = holding.member();
            let place = match left.binary_search_by_key(&member, |it| it.0) {
                Ok(at) => std::mem::replace(&mut left[at].1, usize::MAX),
                Err(_) => self.new_place(member),
            };
            self.held[place] = Held { at, weight, before };
        }
        for (member, place) in left.into_iter().filter(|it| it.1 != usize::MAX) {
            self.free(member, place);
        }
        [old_weight, weight]
    }

    /// Who holds something of a list, and where.
    fn places(&self, list: &Range<usize>) -> Vec<(u32, usize)> {
        let members = self.holdings[list.clone()].iter().map(|it| it.member());
        members.filter_map(|it| Some((it, self.place(it, list)?))).collect()
    }

    fn append(&mut self, thing: u32, list: &[Holding]) -> u32 {
        let place = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let start = self.holdings.len();
        self.holdings.extend_from_slice(list);
        for (at, holding) in self.holdings[start..].iter_mut().enumerate() {
            holding.0 = holding.0 & !FIRST | if at == 0 { FIRST } else { 0 };
        }
        self.moved.lists.insert(thing, (place(start), place(self.holdings.len())));
        self.moved.starts.insert(place(start), thing);
        place(start)
    }

    /// Where a member holds something of a list.
    fn place(&self, member: u32, list: &Range<usize>) -> Option<usize> {
        let span = self.spans[member as usize].range();
        let mut held = self.held[span.clone()].iter();
        Some(span.start + held.position(|it| list.contains(&(it.at as usize)))?)
    }

    /// A new place in the span of a member.
    fn new_place(&mut self, member: u32) -> usize {
        let span = self.spans[member as usize];
        let span = if span.to < span.room { span } else { self.move_span(span) };
        self.spans[member as usize] = Span { to: span.to + 1, ..span };
        span.to as usize
    }

    fn move_span(&mut self, span: Span) -> Span {
        let from = u32::try_from(self.held.len()).unwrap_or(u32::MAX);
        let to = from + span.to - span.from;
        let room = to + ROOM;
        self.held.extend_from_within(span.range());
        self.held.resize(room as usize, Held::default());
        Span { from, to, room }
    }

    fn free(&mut self, member: u32, place: usize) {
        let span = &mut self.spans[member as usize];
        span.to -= 1;
        self.held.swap(place, span.to as usize);
    }

    /// Tells, thing by thing, what every amount of others counts that a member counts for:
    /// the reverse of [`Vectors::shared`].
    pub(in super::super) fn counting(
        &self,
        member: u32,
        days: &[i32],
        mut tell: impl FnMut(u32, &[Holding]),
    ) {
        for place in self.spans[member as usize].range() {
            let own = self.held[place];
            let list = &self.holdings[self.list(self.thing(own.at))];
            let Ok(at) = list.binary_search_by_key(&member, |it| it.member()) else {
                continue;
            };
            let weight = own.weight.whole() * list[at].amount();
            for part in counts_for(list, at, days) {
                tell(weight, &list[part]);
            }
        }
    }
}

/// The members for whom the holder of a list counts that stands `at` a place.
fn around<'a>(
    list: &'a [Holding],
    at: Option<usize>,
    days: &'a [i32],
) -> impl Iterator<Item = u32> + use<'a> {
    let parts = at.map(|it| counts_for(list, it, days));
    parts.into_iter().flatten().flat_map(|it| &list[it]).map(|it| it.member())
}

/// Where the holders of a list stand for whom one of them counts: those before it, on the
/// same day, and those after it.
fn counts_for(list: &[Holding], at: usize, days: &[i32]) -> [Range<usize>; 2] {
    let day = |it: &Holding| days[it.member() as usize];
    let same_day = |it: &&Holding| day(it) == day(&list[at]);
    let earlier = list[..at].iter().rev().take(MOST_COUNTING);
    let window = Window::of(list.len(), days);
    let later = list[at + 1..].iter().take(MOST_COUNTING);
    let start = at - earlier.take_while(same_day).count();
    let end = at + 1 + later.take_while(|it| window.spans(list[at], **it, days)).count();
    [start..at, at + 1..end]
}
