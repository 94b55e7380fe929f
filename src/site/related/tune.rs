//! Weights learnt from the editors' own choices: what they pinned, hid and linked to.
//!
//! Half of the choices decide on weights and the other half tells what these are worth, then
//! the other way round: what is reported was not looked at while searching.

use std::{cmp::Reverse, collections::BTreeMap};

use rayon::prelude::*;

use super::{
    Ranking,
    archive::weight,
    labels::{self, LINKS},
    score::originality,
    wish::Wish,
};
use crate::{
    key::hash,
    site::{EntryId, Site},
};

/// How many of a list are judged.
const JUDGED: usize = 4;
/// How many news must lead to earlier ones, to learn anything from them.
pub const LEAST: usize = 40;
/// What is tried for a weight, for that of time, and for the half-life in days.
const WEIGHTS: [f64; 9] = [0.0, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.4];
const TIMES: [f64; 6] = [0.0, 0.15, 0.3, 0.45, 0.6, 0.8];
const HALF_LIVES: [f64; 6] = [45.0, 90.0, 180.0, 365.0, 730.0, 1460.0];
/// A change that gains less is not made.
const GAIN: f64 = 0.001;
/// How many times each weight is gone through.
const ROUNDS: usize = 2;
/// Standard errors on each side of a 95 % confidence interval.
const NORMAL_95: f64 = 1.96;
const TIME: &str = "time";
/// The half-life among the weights.
pub const HALF_LIFE: &str = "half_life_days";

/// What is to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Truth {
    /// News that pin or link to earlier ones, or that earlier ones link to: what is learnt
    /// from.
    pub news: usize,
    /// Pinned related news.
    pub pinned: usize,
    /// Hidden ones: what is not to be found.
    pub hidden: usize,
    /// Links in texts from news to news.
    pub linked: usize,
}

/// What was found. Quality is nDCG@4: 1 where the first four are what editors chose, 0 where
/// none is (Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques").
#[derive(Clone, Debug, PartialEq)]
pub struct Tuning {
    /// With the weights that the site has.
    pub before: f64,
    /// With weights learnt from the other half.
    pub after: f64,
    /// Half the width of the 95 % confidence interval of the difference.
    pub margin: f64,
    /// The weights learnt from all choices, by signal, [`HALF_LIFE`] among them; only those
    /// that differ from what the site has.
    pub weights: BTreeMap<String, f64>,
}

/// A candidate in numbers.
struct Case {
    /// What text counts, and what labels of each kind count at a weight of one.
    text: f64,
    labels: Vec<f64>,
    days: f64,
    /// What finding it is worth: 1 for what editors chose, −1 for what they hid.
    gain: f64,
}

/// A news entry with its candidates.
struct Question {
    cases: Vec<Case>,
    /// The gain of the best list there can be.
    ideal: f64,
    half: bool,
}

/// All questions; and the names of what weighs: kinds of labels, time, half-life.
struct Exam {
    names: Vec<String>,
    questions: Vec<Question>,
}

/// A weight for each name of an exam.
type Weights = Vec<f64>;

/// Counts what editors chose, and learns weights from it; none where that is too little.
pub fn tune(site: &Site) -> (Truth, Option<Tuning>) {
    let exam = Exam::of(site);
    let news = exam.questions.len();
    let mut truth = Truth { news, ..Truth::default() };
    for id in site.news.iter().flatten() {
        let wish = Wish::of(site, *id);
        truth.pinned += wish.pinned.len();
        truth.hidden += wish.hidden.len();
        truth.linked += news_among(site, *id, site.linked(*id)).count();
    }
    (truth, (news >= LEAST).then(|| exam.tuning(site)))
}

impl Exam {
    /// What better weights are worth.
    fn tuning(&self, site: &Site) -> Tuning {
        let own = self.own(site);
        let [first, second] =
            [true, false].map(|half| self.learn(&own, |it| it.half == half));
        let differences = self.questions.iter().map(|it| {
            let learnt = if it.half { &second } else { &first };
            it.quality(learnt) - it.quality(&own)
        });
        let differences: Vec<_> = differences.collect();
        let before = self.mean(&own, |_| true);
        let learnt = self.learn(&own, |_| true);
        let changed = self
            .names
            .iter()
            .zip(learnt)
            .zip(own)
            .filter(|it| it.0.1.total_cmp(&it.1).is_ne());
        Tuning {
            before,
            after: before + mean(&differences),
            margin: NORMAL_95 * standard_error(&differences),
            weights: changed.map(|((name, it), _)| (name.clone(), it)).collect(),
        }
    }

    fn of(site: &Site) -> Self {
        let ranking = Ranking::all(site);
        let kinds = labels::kinds(site).into_iter();
        // Links are the answer, not a hint.
        let mut names: Vec<_> = kinds.filter(|it| it != LINKS).collect();
        let ids: Vec<_> = site.news.iter().flatten().copied().collect();
        let ask = |id: &EntryId| ranking.question(*id, &names);
        let questions = ids.par_iter().filter_map(ask).collect();
        names.extend([TIME, HALF_LIFE].map(str::to_owned));
        Self { names, questions }
    }

    fn own(&self, site: &Site) -> Weights {
        let own = |name: &String| match name.as_str() {
            HALF_LIFE => site.config.related.half_life_days,
            signal => weight(site, signal),
        };
        self.names.iter().map(own).collect()
    }

    /// Goes through the weights one by one, and keeps of each what finds most.
    fn learn(&self, own: &Weights, of: impl Fn(&Question) -> bool + Sync) -> Weights {
        let mut best = (self.mean(own, &of), own.clone());
        for at in (0..ROUNDS).flat_map(|_| 0..self.names.len()) {
            let tried = self.tried(at).iter().map(|weight| {
                let mut weights = best.1.clone();
                weights[at] = *weight;
                (self.mean(&weights, &of), weights)
            });
            let better = tried.max_by(|a, b| a.0.total_cmp(&b.0));
            best = better.filter(|it| it.0 > best.0 + GAIN).unwrap_or(best);
        }
        best.1
    }

    fn tried(&self, at: usize) -> &'static [f64] {
        match self.names[at].as_str() {
            TIME => &TIMES,
            HALF_LIFE => &HALF_LIVES,
            _ => &WEIGHTS,
        }
    }

    fn mean(&self, weights: &Weights, of: impl Fn(&Question) -> bool + Sync) -> f64 {
        let some: Vec<_> = self.questions.iter().filter(|it| of(it)).collect();
        let quality = |it: &&Question| it.quality(weights);
        mean(&some.par_iter().map(quality).collect::<Vec<_>>())
    }
}

impl Question {
    /// nDCG@4 of the list that weights make.
    fn quality(&self, weights: &[f64]) -> f64 {
        let [labels @ .., time, half_life] = weights else { return 0.0 };
        let score = |it: &Case| {
            let labels: f64 = it.labels.iter().zip(labels).map(|it| it.0 * it.1).sum();
            let near = 1.0 - time + time * (-it.days / half_life).exp2();
            (it.text + labels) * near
        };
        let mut scored: Vec<_> =
            self.cases.iter().map(|it| (score(it), it.gain)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        let gains: Vec<_> = scored.into_iter().map(|it| it.1).collect();
        discounted(&gains).max(0.0) / self.ideal
    }
}

impl Ranking<'_> {
    /// What an entry's editors chose, among its candidates; none where they chose nothing
    /// earlier.
    fn question(&self, id: EntryId, kinds: &[String]) -> Option<Question> {
        let wish = Wish::of(self.site, id);
        let (desk, member) = self.desk(id)?;
        let archive = desk.archive;
        let day = |it: u32| archive.days[it as usize];
        let earlier =
            |it: &EntryId| self.place(*it).is_some_and(|it| day(it) <= day(member));
        let pinned = wish.pinned.iter().copied();
        let linking = self.site.backlinks[id.0 as usize].iter().copied();
        let linked = pinned.chain(self.site.linked(id)).chain(linking);
        let chosen = news_among(self.site, id, linked);
        let mut chosen: Vec<_> = chosen.filter(earlier).collect();
        chosen.sort_unstable();
        chosen.dedup();
        let ideal = discounted(&vec![1.0; chosen.len()]);
        let found = desk.found(member);
        let case = |it: &super::search::Candidate| {
            let other = archive.members[it.member as usize];
            let parts = archive.label_parts(member, it.member, kinds);
            let hidden = f64::from(u8::from(wish.hidden.contains(&other)));
            Case {
                text: f64::from(it.text)
                    * archive.text_weight
                    * originality(desk.found(it.member).crowd()),
                labels: parts,
                days: days(archive.days_between(member, it.member)),
                gain: if chosen.contains(&other) { 1.0 } else { -hidden },
            }
        };
        let mut cases: Vec<_> =
            found.candidates.iter().map(|it| (it.member, case(it))).collect();
        cases.sort_by_key(|it| (Reverse(archive.rank(it.0).0), it.0));
        let cases = cases.into_iter().map(|it| it.1).collect();
        let path = self.site.entry(id).path.as_bytes();
        let half = hash(path).is_multiple_of(2);
        (!chosen.is_empty()).then_some(Question { cases, ideal, half })
    }
}

/// The news written in the language of one among others: no list has any but them.
fn news_among(
    site: &Site,
    id: EntryId,
    others: impl Iterator<Item = EntryId>,
) -> impl Iterator<Item = EntryId> {
    let lang = site.entry(id).lang;
    let written =
        move |it: EntryId| site.entry(it).lang == lang && !site.entry(it).is_lent();
    others.filter(move |it| *it != id && site.is(*it, "news") && written(*it))
}

/// The gains of the first [`JUDGED`], each less the further down it is.
fn discounted(gains: &[f64]) -> f64 {
    let places = (2_u8..).map(f64::from).map(f64::log2);
    gains.iter().take(JUDGED).zip(places).map(|(gain, place)| gain / place).sum()
}

fn mean(all: &[f64]) -> f64 {
    all.iter().sum::<f64>() / count(all)
}

fn standard_error(all: &[f64]) -> f64 {
    let mean = mean(all);
    let squares: f64 = all.iter().map(|it| (it - mean).powi(2)).sum();
    (squares / (count(all) - 1.0).max(1.0) / count(all)).sqrt()
}

#[expect(clippy::cast_precision_loss, reason = "no site has 2^52 entries")]
fn count(all: &[f64]) -> f64 {
    all.len().max(1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "days between dates are few")]
fn days(count: usize) -> f64 {
    count as f64
}
