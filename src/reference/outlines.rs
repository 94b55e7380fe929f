//! The outlines of all countries on the globe, for maps of any projection.
//!
//! Natural Earth 1:50m by way of world-atlas; `data/world.mjs` made the file and says how its
//! lines are to be read. A border that two countries share is stored once, as an arc.

const WORLD: &str = include_str!("data/world.tsv");

/// A place on the globe: longitude and latitude in degrees. Longitudes go on beyond 180
/// where an outline crosses that meridian.
pub type Place = [f64; 2];

/// All outlines.
#[derive(Clone, Debug)]
pub struct Outlines {
    /// Lines that rings are made of.
    pub arcs: Vec<Vec<Place>>,
    /// The countries, by code; those without a code first.
    pub lands: Vec<Land>,
}

/// The outline of a country.
#[derive(Clone, Debug)]
pub struct Land {
    /// M49 code, three digits; empty for land that ISO 3166-1 counts for no country.
    pub m49: &'static str,
    /// A place that stands for the whole.
    pub at: Place,
    /// Closed lines, the widest first; none where it is too small.
    pub rings: Vec<Vec<Walk>>,
}

/// An arc as part of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Which arc.
    pub arc: usize,
    /// Whether it is walked from its end to its start.
    pub back: bool,
}

impl Outlines {
    /// Reads the outlines (about 22,000 places, two milliseconds).
    pub fn read() -> Self {
        let (mut arcs, mut lands) = (Vec::new(), Vec::new());
        for line in WORLD.lines() {
            match line.split_once('\t') {
                Some(("arc", rest)) => arcs.push(arc(rest)),
                Some((_, rest)) => lands.push(land(rest)),
                None => {}
            }
        }
        Self { arcs, lands }
    }

    /// The places of a ring made of these arcs, the first not said again at the end.
    /// Longitudes go on from one arc to the next.
    pub fn walk(ring: &[Walk], arcs: &[Vec<Place>]) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for step in ring {
            let arc = &arcs[step.arc];
            let mut add = |it: &Place| {
                let first = places.first().map_or(it[0], |it| it[0]);
                let turns = ((it[0] - first) / 360.0).round();
                places.push([it[0] - turns * 360.0, it[1]]);
            };
            // The first place of an arc is the last one of the arc before it.
            if step.back {
                arc.iter().rev().skip(1).for_each(&mut add);
            } else {
                arc.iter().skip(1).for_each(&mut add);
            }
        }
        places
    }
}

fn arc(line: &str) -> Vec<Place> {
    let mut numbers = line.split(' ').map(|it| it.parse::<f64>().unwrap_or_default());
    let mut at = [0.0, 0.0];
    let mut places = Vec::new();
    while let (Some(east), Some(north)) = (numbers.next(), numbers.next()) {
        at = [at[0] + east, at[1] + north];
        places.push(at.map(|it| it / 100.0));
    }
    places
}

fn land(line: &'static str) -> Land {
    let mut cells = line.split('\t');
    let mut next = || cells.next().unwrap_or_default();
    let (m49, at, rings) = (next(), next(), next());
    let mut degrees = at.split(' ').map(|it| it.parse().unwrap_or_default());
    let mut degree = || degrees.next().unwrap_or_default();
    let rings = rings.split(';').filter(|it| !it.is_empty());
    Land {
        m49,
        at: [degree(), degree()],
        rings: rings.map(|it| it.split(',').map(walk).collect()).collect(),
    }
}

fn walk(text: &str) -> Walk {
    let forward = text.strip_prefix('~');
    let arc = forward.unwrap_or(text).parse().unwrap_or_default();
    Walk { arc, back: forward.is_some() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::Countries;

    #[test]
    fn every_country_stands_there_once() {
        let (outlines, countries) = (Outlines::read(), Countries::read());
        for (_, country) in countries.iter() {
            let same = outlines.lands.iter().filter(|it| it.m49 == country.m49);
            assert_eq!(same.count(), 1, "{country:?}");
        }
        let known = |m49| countries.iter().any(|(_, it)| it.m49 == m49);
        assert!(outlines.lands.iter().all(|it| it.m49.is_empty() || known(it.m49)));
    }

    #[test]
    fn rings_are_closed_and_never_jump() {
        let outlines = Outlines::read();
        let rings = outlines.lands.iter().flat_map(|land| &land.rings);
        for places in rings.map(|it| Outlines::walk(it, &outlines.arcs)) {
            assert!(places.len() > 2, "{places:?}");
            let next = places.iter().skip(1).chain(places.first());
            let jump = |(a, b): &(&Place, &Place)| {
                (a[0] - b[0]).abs().max((a[1] - b[1]).abs()) > 13.0
            };
            assert_eq!(places.iter().zip(next).find(jump), None);
        }
    }
}
