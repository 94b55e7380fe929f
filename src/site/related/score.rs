//! The score of a candidate and what it is made of.

use super::{
    archive::Archive,
    search::{Candidate, ONE},
};

/// How much a text counts less for one twice as crowded: 2^-0.2 as much.
const CROWDING: f64 = 0.2;
/// Crowding is told in steps of a quarter of a doubling, from 1/32 to 1; 1/8 is neither much
/// nor little.
const STEPS: f64 = 4.0;
const LEAST: f64 = 1.0 / 32.0;
const NEUTRAL: f64 = 1.0 / 8.0;
/// How many points there are to one: a score is told in ten-thousandths.
pub const POINTS: f64 = 10_000.0;

/// A part of a score, or a score, in ten-thousandths.
pub type Points = i32;

/// What the text of a candidate is multiplied with, from how near the texts are that are
/// nearest to its own and not later, in millionths.
///
/// Among articles about one thing those that follow up on others crowd, and what they have in
/// common is told best by the one that was there first: a text counts less the nearer its
/// own predecessors are (scaling by the neighbourhood: Zelnik-Manor and Perona 2004,
/// "Self-tuning spectral clustering"; Schnitzer et al. 2012, "Local and global scaling
/// reduce hubs in space").
pub(super) fn originality(crowd: u32) -> f64 {
    let crowd = (f64::from(crowd) / ONE).max(LEAST);
    let step = (STEPS * (crowd / NEUTRAL).log2()).round() / STEPS;
    (-CROWDING * step).exp2()
}

impl Archive {
    /// The score of a candidate at a first look, which knows nothing of its originality.
    #[inline]
    pub(super) fn first_score(&self, member: u32, it: &Candidate) -> f64 {
        let sum = f64::from(it.text) * self.text_weight + f64::from(it.labels);
        sum * self.nearness(member, it.member)
    }

    /// The score of a candidate for a member, in ten-thousandths, cut to whole ones.
    pub(super) fn score(&self, member: u32, it: &Candidate, crowd: u32) -> Points {
        let text = f64::from(it.text) * self.text_weight * originality(crowd);
        points((text + f64::from(it.labels)) * self.nearness(member, it.member))
    }
}

/// Millionths as points, cut to whole ones.
#[expect(clippy::cast_possible_truncation, reason = "0 to 10,000,000")]
pub(super) fn points(millionths: f64) -> Points {
    (millionths / (ONE / POINTS)) as Points
}
