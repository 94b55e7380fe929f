//! "Did you mean": the names nearest to one that leads nowhere.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Name, Names, SubjectId, TypeId, fold};

/// How many are suggested at most.
const SUGGESTIONS: usize = 3;

impl Names {
    /// The subjects of these types (of all, if there are none) whose names are nearest to
    /// a text, by edit distance, nearest first; none where nothing is near.
    pub fn nearest(&self, text: &str, types: &[TypeId]) -> Vec<SubjectId> {
        let text = fold(text);
        let reach = reach(&text);
        let pieces = pieces(&text, reach);
        let near = |name: &Name| {
            let far = name.text.len().abs_diff(text.len()) > reach * 2;
            if far || !pieces.iter().any(|piece| name.text.contains(piece)) {
                return None;
            }
            let distance = strsim::osa_distance(&text, &name.text);
            (distance <= reach).then_some((distance, name.rank, name.subject))
        };
        let lists = self
            .types(types)
            .flat_map(|it| it.0.par_iter().filter_map(near).collect::<Vec<_>>());
        let mut found: Vec<_> = lists.collect();
        found.sort_unstable();
        let nearest = found.first().map_or(0, |it| it.0);
        let mut seen = BTreeSet::new();
        let best = found.iter().filter(|it| it.0 == nearest).map(|it| it.2);
        best.filter(|it| seen.insert(*it)).take(SUGGESTIONS).collect()
    }
}

/// How many edits a slip may have: a third of the text, at most four.
fn reach(text: &str) -> usize {
    let length = text.chars().count();
    (length / 3).clamp(if length < 4 { 1 } else { 2 }, 4)
}

/// The text in one piece more than it may have edits, so that a near name holds one of
/// them whole: looking for a piece is far cheaper than measuring the distance.
fn pieces(text: &str, reach: usize) -> Vec<&str> {
    let length = text.len().div_ceil(reach + 1).max(1);
    let bounds: Vec<_> = text.char_indices().map(|it| it.0).collect();
    let start =
        |n: usize| bounds.iter().copied().find(|it| *it >= n).unwrap_or(text.len());
    let piece = |n: usize| &text[start(n * length)..start((n + 1) * length)];
    (0..=reach).map(piece).filter(|it| !it.is_empty()).collect()
}
