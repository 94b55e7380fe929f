//! The names nearest to one that leads nowhere.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Name, Names, SubjectId, TypeId, fold};
use crate::site::near::Near;

/// How many are suggested at most.
const SUGGESTIONS: usize = 3;

impl Names {
    /// The subjects of these types (of all, if there are none) whose names are nearest to
    /// a text, ids before codes before names; none where nothing is near.
    pub fn nearest(&self, text: &str, types: &[TypeId]) -> Vec<SubjectId> {
        let text = fold(text);
        let near = Near::new(&text);
        let near = |it: &Name| Some((near.distance(&it.text)?, it.rank, it.subject));
        let lists = self.types(types).map(|it| it.0.par_iter().filter_map(near));
        let mut found: Vec<_> = lists.flat_map(|it| it.collect::<Vec<_>>()).collect();
        found.sort_unstable();
        let nearest = found.first().map_or(0, |it| it.0);
        let mut seen = BTreeSet::new();
        let best = found.iter().filter(|it| it.0 == nearest).map(|it| it.2);
        best.filter(|it| seen.insert(*it)).take(SUGGESTIONS).collect()
    }
}
