//! What a score is made of: parts that add up to it to the last digit.

use std::{
    borrow::Cow,
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    archive::Archive,
    labels::{Labels, Name},
    score::{Points, originality, points},
    search::{Candidate, ONE, millionths},
    text,
    vectors::Vectors,
    words::{self, Reader},
};
use crate::site::{Site, fold::fold};

/// How many words and phrases of a text are named.
const TOLD: usize = 5;
/// How many are looked at for them: phrases say again what words say.
const LOOKED_AT: usize = 4 * TOLD;

/// One part of a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The name of a relation, `story`, `links`, `text`, `original` or `time`.
    pub kind: String,
    /// What is shared: an id, a story, words; how near the candidate's own predecessors are;
    /// days apart.
    pub value: String,
    /// What it adds, in ten-thousandths.
    pub score: Points,
}

/// Parts of a sum in millionths, told in points so that they add up to the points of the sum.
#[derive(Default)]
struct Parts {
    sum: f64,
    told: Points,
    reasons: Vec<Reason>,
}

/// Two members, by their places.
#[derive(Clone, Copy)]
struct Pair {
    member: u32,
    other: u32,
}

impl Parts {
    fn add(&mut self, kind: &str, value: String, millionths: f64) {
        self.sum += millionths;
        self.push(kind, value, points(self.sum) - self.told);
    }

    fn push(&mut self, kind: &str, value: String, score: Points) {
        self.told += score;
        self.reasons.push(Reason { kind: kind.to_owned(), value, score });
    }
}

impl Archive {
    /// The parts of the scores of candidates for a member; each with how crowded it is.
    pub(super) fn explain(
        &self,
        site: &Site,
        member: u32,
        candidates: &[(Candidate, u32)],
    ) -> Vec<Vec<Reason>> {
        let pair = |it: &(Candidate, u32)| Pair { member, other: it.0.member };
        let shared: Vec<_> = candidates.iter().map(|it| self.telling(pair(it))).collect();
        let spelt = self.spelt(site, member, shared.iter().flatten().copied().collect());
        let explain = |(it, shared): (&(Candidate, u32), &Vec<u32>)| {
            self.parts(site, pair(it), it, told(shared, &spelt).join(", "))
        };
        candidates.iter().zip(&shared).map(explain).collect()
    }

    fn parts(
        &self,
        site: &Site,
        pair: Pair,
        it: &(Candidate, u32),
        words: String,
    ) -> Vec<Reason> {
        let (candidate, crowd) = it;
        let mut parts = Parts::default();
        for (weight, labels) in &self.labels {
            for (name, part) in self.label_shares(*weight, labels, pair) {
                parts.add(&labels.signal, self.written(site, name, pair), part);
            }
        }
        if candidate.text > 0 {
            let text = f64::from(candidate.text) * self.text_weight;
            parts.add("text", words, text);
            let near = format!("{:.2}", f64::from(*crowd) / ONE);
            parts.add("original", near, text * (originality(*crowd) - 1.0));
        }
        let days = self.days_between(pair.member, pair.other).to_string();
        let score = self.score(pair.member, candidate, *crowd);
        parts.push("time", days, score - parts.told);
        parts.reasons
    }

    /// What a label that two members share is called. That one leads to the other is told by
    /// the name of the other.
    fn written(&self, site: &Site, name: &Name, pair: Pair) -> String {
        let entry = |member: u32| Name::Entry(self.members[member as usize]);
        if *name == entry(pair.member) {
            return written(site, &entry(pair.other));
        }
        written(site, name)
    }

    /// The labels of a kind that two members share, and what each counts, in millionths.
    fn label_shares<'a>(
        &self,
        weight: f64,
        labels: &'a Labels,
        pair: Pair,
    ) -> Vec<(&'a Name, f64)> {
        let Pair { member, other } = pair;
        let shared = self.shared(&labels.vectors, pair);
        let products: u32 = shared.iter().map(|it| it.1).sum();
        let cosine = labels.vectors.cosine(products, member, other);
        let all = f64::from(millionths(weight * cosine));
        let share = |product| labels.vectors.cosine(product, member, other) / cosine;
        let part = |it: (u32, u32)| (labels.name(it.0), all * share(it.1));
        shared.into_iter().map(part).collect()
    }

    /// What labels of each of some kinds count at a weight of one, in millionths.
    pub(super) fn label_parts(
        &self,
        member: u32,
        other: u32,
        kinds: &[String],
    ) -> Vec<f64> {
        let part = |kind: &String| {
            let labels = self.labels.iter().find(|it| it.1.signal == *kind);
            labels.map_or(0.0, |(_, it)| {
                let shared = self.shared(&it.vectors, Pair { member, other });
                let products = shared.iter().map(|it| it.1).sum();
                ONE * it.vectors.cosine(products, member, other)
            })
        };
        kinds.iter().map(part).collect()
    }

    /// The things that two members share, and what each counts.
    fn shared(&self, vectors: &Vectors, pair: Pair) -> Vec<(u32, u32)> {
        let shared = vectors.shared(pair.member, &self.days).filter_map(|it| {
            let other = it.holders.iter().find(|it| it.member() == pair.other)?;
            Some((vectors.thing(it.holding), it.weight * other.amount()))
        });
        shared.collect()
    }

    /// The words and phrases that count most for the nearness of two texts.
    fn telling(&self, pair: Pair) -> Vec<u32> {
        let mut shared = self.shared(&self.text.vectors, pair);
        shared.sort_unstable_by_key(|it| (Reverse(it.1), it.0));
        shared.into_iter().take(LOOKED_AT).map(|it| it.0).collect()
    }

    /// Words and phrases of a member as they are written where they come first.
    fn spelt(
        &self,
        site: &Site,
        member: u32,
        things: BTreeSet<u32>,
    ) -> BTreeMap<u32, String> {
        let id = self.members[member as usize];
        let lang = usize::from(site.entry(id).lang.0);
        let mut reader = Reader::of(&site.config.languages[lang].tag);
        let known = self.text.known(things);
        let mut spelt = BTreeMap::new();
        let fields = words::head(site, id).into_iter().map(Cow::Borrowed);
        for field in fields.chain(words::blocks(site, id)) {
            let written: Vec<_> = Reader::written(&field).collect();
            let singles = written.iter().map(|it| (*it).to_owned());
            let pairs = written.windows(2).map(|it| side_by_side(&field, it[0], it[1]));
            let numbers = reader.numbers(&field);
            let grams = text::grams(&numbers).zip(singles.chain(pairs));
            let told = grams.filter_map(|it| Some((*known.get(&text::key(it.0))?, it.1)));
            for (thing, words) in told {
                spelt.entry(thing).or_insert(words);
            }
        }
        spelt
    }
}

/// Two words as they stand in a text, which has spaces between them or not.
fn side_by_side(text: &str, first: &str, second: &str) -> String {
    let joined = format!("{first}{second}");
    if text.contains(&joined) { joined } else { format!("{first} {second}") }
}

/// Words and phrases, the most telling first; of those that say the same the longest.
fn told(things: &[u32], spelt: &BTreeMap<u32, String>) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for words in things.iter().filter_map(|it| spelt.get(it)) {
        let same = |it: &&mut String| holds(it, words) || holds(words, it);
        match told.iter_mut().find(same) {
            Some(it) if it.len() < words.len() => it.clone_from(words),
            Some(_) => {}
            None => told.push(words.clone()),
        }
    }
    told.truncate(TOLD);
    told
}

/// Whether words stand side by side among others.
fn holds(all: &str, some: &str) -> bool {
    let words = |it: &str| -> Vec<String> { it.split(' ').map(fold).collect() };
    let (all, some) = (words(all), words(some));
    all.windows(some.len()).any(|it| it == some)
}

fn written(site: &Site, name: &Name) -> String {
    match name {
        Name::Entry(id) if site.is(*id, "news") => site.entry(*id).path.to_string(),
        Name::Entry(id) => site.entry(*id).id.to_string(),
        Name::Story(name) => name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_stands_for_its_words_and_no_word_for_another() {
        let words = ["art", "party", "labour party", "Party", "Labour Party", "fine art"];
        let spelt = (0..).zip(words.map(str::to_owned)).collect();
        let told = told(&[0, 1, 2, 3, 4, 5], &spelt);
        assert_eq!(told, ["fine art", "labour party"]);
    }
}
