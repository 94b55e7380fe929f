//! Which colours of a theme must stand out from which, and by how much.

use std::collections::BTreeMap;

use super::{
    colour::{Colour, colour, contrast},
    tokens::{Tokens, Value, held},
};
use crate::problem::Problem;

/// Text (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;
/// Rules, shapes, the mark around what has the focus (WCAG 2.2, 1.4.11).
const SHAPE: f64 = 3.0;

/// What stands on what. A theme may lack the tokens that base does not have.
const PAIRS: [(&str, &str, f64); 19] = [
    ("--ink", "--bg", TEXT),
    ("--ink", "--surface", TEXT),
    ("--muted", "--bg", TEXT),
    ("--muted", "--surface", TEXT),
    ("--link", "--bg", TEXT),
    ("--link", "--surface", TEXT),
    ("--visited", "--bg", TEXT),
    ("--visited", "--surface", TEXT),
    ("--on-accent", "--accent", TEXT),
    ("--on-band", "--band", TEXT),
    ("--rule", "--bg", SHAPE),
    ("--rule", "--surface", SHAPE),
    ("--accent", "--bg", SHAPE),
    ("--accent", "--surface", SHAPE),
    ("--mark", "--bg", SHAPE),
    ("--mark", "--surface", SHAPE),
    ("--mark", "--sea", SHAPE),
    ("--land", "--sea", SHAPE),
    ("--focus", "--focus-ink", SHAPE),
];
/// What has the focus stands on one of these; one of its two colours is seen on each.
const UNDER_FOCUS: [&str; 4] = ["--bg", "--surface", "--accent", "--band"];

/// Contrasts that are too low, by day and in the dark.
pub fn check(tokens: &Tokens) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (mode, values) in [("by day", &tokens.light), ("in the dark", &tokens.dark)] {
        let palette = Palette { values, mode };
        problems.extend(PAIRS.iter().filter_map(|(over, under, least)| {
            palette.low((over, under), palette.between(over, under)?, *least)
        }));
        problems.extend(UNDER_FOCUS.iter().filter_map(|under| {
            let outer = palette.between("--focus-ink", under)?;
            let best = palette.between("--focus", under)?.max(outer);
            palette.low(("--focus", under), best, SHAPE)
        }));
        problems.extend(palette.unmeasured());
    }
    problems
}

struct Palette<'a> {
    values: &'a BTreeMap<String, Value>,
    mode: &'static str,
}

impl Palette<'_> {
    /// The colour of a token, through those it refers to.
    fn colour(&self, name: &str) -> Option<Colour> {
        colour(held(self.values, name)?)
    }

    fn between(&self, one: &str, other: &str) -> Option<f64> {
        Some(contrast(self.colour(one)?, self.colour(other)?))
    }

    fn low(&self, tokens: (&str, &str), found: f64, least: f64) -> Option<Problem> {
        let place = self.values.get(tokens.0).map(|it| it.place.clone());
        (found < least)
            .then(|| Problem::low_contrast(tokens, (self.mode, found, least), place))
    }

    /// Tokens of pairs that are there and are no colour that can be read.
    fn unmeasured(&self) -> Vec<Problem> {
        let mut names: Vec<&str> = PAIRS.iter().flat_map(|it| [it.0, it.1]).collect();
        names.sort_unstable();
        names.dedup();
        let there = names.into_iter().filter_map(|it| Some((it, self.values.get(it)?)));
        there
            .filter(|(name, _)| self.colour(name).is_none())
            .map(|(name, it)| {
                Problem::unmeasured_colour(name, &it.text, Some(it.place.clone()))
            })
            .collect()
    }
}
