//! The shapes of locator globes: what the world looks like with one country in the middle.

use std::collections::BTreeMap;

use serde::Deserialize;

const GLOBES: &str = include_str!("data/globes.json");

/// The globe of one country, an orthographic projection.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Shape {
    /// Longitude of the middle, in degrees east.
    pub lon: f64,
    /// Latitude of the middle, in degrees north.
    pub lat: f64,
    /// Path data of all land, in a square of 200 units around (100, 100).
    pub land: &'static str,
    /// Path data of the country, in tenths of a unit: 1000 is the middle; empty where it
    /// is too small to be drawn.
    pub shape: &'static str,
}

/// The globes of all countries; reading them takes milliseconds, so do it once a build.
#[derive(Clone, Debug)]
pub struct Globes {
    by_m49: BTreeMap<&'static str, Shape>,
}

impl Globes {
    /// Reads the shapes.
    pub fn read() -> Self {
        // The file is ours, and a test reads it: there is nobody to tell of an error.
        Self { by_m49: serde_json::from_str(GLOBES).unwrap_or_default() }
    }

    /// The globe of the country of an M49 code; tiny islands have none.
    pub fn of(&self, m49: &str) -> Option<&Shape> {
        self.by_m49.get(m49)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_countries_have_a_globe() {
        let globes = Globes::read();
        assert_eq!(globes.by_m49.len(), 234);
        let korea = globes.of("410").map(|it| (it.lon, it.land.is_empty()));
        assert_eq!(korea, Some((127.9, false)));
    }
}
