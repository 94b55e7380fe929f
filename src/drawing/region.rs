//! The map of a part of the world: some countries in the middle, what lies around them in
//! the background.

use super::{
    Map, Point,
    clip::{self, Frame},
    map::{self, Sheet},
    projection::{self, Projection},
};
use crate::reference::outlines::{Land, Outlines, Place};

/// Units from left to right.
const WIDTH: f64 = 720.0;
/// The least and the greatest height for a width of 1.
const RATIO: [f64; 2] = [0.6, 1.15];
/// What is left free around the countries, in parts of the width.
const MARGIN: f64 = 0.05;
/// The least width, in radii of the globe: what is known of coasts carries no nearer look.
const NARROW: f64 = 0.22;
/// A country without which the map would be less than this part of its area does not widen
/// it: Russia does not make a map of Europe one of Asia.
const OUTLIER: f64 = 0.65;
/// At most one country of so many is left out of account.
const OUTLIERS: usize = 4;
/// Parts of a country smaller than this part of its largest do not widen the map.
const PART: f64 = 0.2;
/// A ring that reaches this far from the middle, in degrees, is left out: the projection
/// turns it inside out.
const BEHIND: f64 = 150.0;
/// Countries farther from their middle than this, in degrees, are shown on the whole world.
const TOO_FAR: f64 = 100.0;

impl Map {
    /// The map of the countries with these M49 codes, in Lambert's azimuthal projection
    /// around their middle; of the world where they lie all over it. Nothing where there is
    /// none. A country beyond the edge is a dot there.
    pub fn region(outlines: &Outlines, members: &[&str]) -> Option<Self> {
        let inside = |m49: &str| members.contains(&m49);
        let lands: Vec<&Land> =
            outlines.lands.iter().filter(|it| inside(it.m49)).collect();
        let median = median(&lands)?;
        let near = near(outlines, &lands, median);
        let middle = middle(near.iter().flatten(), median)?;
        if near.iter().flatten().any(|it| projection::angle(*it, middle) > TOO_FAR) {
            return Some(Self::world(outlines));
        }
        let projection = Projection::Around(middle);
        let points = near.iter().flatten().map(|it| projection.point(*it));
        let shown = room(Frame::around(points)?);
        let sheet = Sheet { projection, shown, width: WIDTH };
        let rings = |land: &Land, arcs: &[Vec<Place>]| {
            let rings = land.rings.iter().map(|it| Outlines::walk(it, arcs));
            let faces = |it: &Vec<Place>| {
                it.iter().all(|it| projection::angle(*it, middle) < BEHIND)
            };
            rings.filter(faces).collect()
        };
        Some(map::draw(outlines, &sheet, inside, rings))
    }
}

/// The one of the places of some lands that is nearest to all others together: one far away
/// does not draw it off, as it would a mean.
fn median(lands: &[&Land]) -> Option<Place> {
    let sum =
        |at: Place| lands.iter().map(|it| projection::angle(it.at, at)).sum::<f64>();
    let sums = lands.iter().map(|it| (sum(it.at), it.at));
    sums.min_by(|a, b| a.0.total_cmp(&b.0)).map(|it| it.1)
}

/// The place half-way between the outermost of others, all taken on the side of the globe
/// that one of them is on.
fn middle<'a>(places: impl Iterator<Item = &'a Place>, side: Place) -> Option<Place> {
    let around = Projection::Around(side);
    let frame = Frame::around(places.map(|it| around.turned(*it)))?;
    Some([0, 1].map(|axis| f64::midpoint(frame.from[axis], frame.to[axis])))
}

/// The places of the lands that the map is to show whole: of all but outliers.
fn near(outlines: &Outlines, lands: &[&Land], middle: Place) -> Vec<Vec<Place>> {
    let projection = Projection::Around(middle);
    let mut extents: Vec<(Frame, Vec<Place>)> = Vec::new();
    for land in lands {
        let places = extent(outlines, land);
        let points = places.iter().map(|it| projection.point(*it));
        extents.extend(Frame::around(points).map(|it| (it, places)));
    }
    for _ in 0..lands.len() / OUTLIERS {
        let Some(at) = outlier(&extents) else { break };
        extents.remove(at);
    }
    extents.into_iter().map(|it| it.1).collect()
}

/// The extent without which the map would be the smallest, if it would be much smaller.
fn outlier(extents: &[(Frame, Vec<Place>)]) -> Option<usize> {
    let corners = |it: &(Frame, Vec<Place>)| [it.0.from, it.0.to];
    let area = |without: Option<usize>| {
        let rest = extents.iter().enumerate().filter(|it| Some(it.0) != without);
        let frame = Frame::around(rest.flat_map(|it| corners(it.1)));
        frame.map_or(0.0, |it| room(it).size().iter().product())
    };
    let whole: f64 = area(None);
    let areas = (0..extents.len()).map(|at| (area(Some(at)), at));
    let least = areas.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (least.0 < whole * OUTLIER).then_some(least.1)
}

/// The places that the map shows of a land: those of its large parts.
fn extent(outlines: &Outlines, land: &Land) -> Vec<Place> {
    let rings = land.rings.iter().map(|it| Outlines::walk(it, &outlines.arcs));
    let parts: Vec<(f64, Vec<Place>)> = rings.map(|it| (clip::area(&it), it)).collect();
    let largest = parts.iter().map(|it| it.0).fold(0.0, f64::max);
    let large = parts.into_iter().filter(|it| it.0 >= largest * PART);
    large.flat_map(|it| it.1).chain([land.at]).collect()
}

/// The frame with its margin, neither too small nor too long.
fn room(frame: Frame) -> Frame {
    let size = frame.size();
    let margin = size[0].max(size[1] / RATIO[1]) * MARGIN;
    let wide = size.map(|it| it + 2.0 * margin);
    let width = wide[0].max(wide[1] / RATIO[1]).max(NARROW);
    let height = wide[1].max(width * RATIO[0]);
    let middle = [0, 1].map(|axis| f64::midpoint(frame.from[axis], frame.to[axis]));
    let half: Point = [width / 2.0, height / 2.0];
    Frame {
        from: [0, 1].map(|axis| middle[axis] - half[axis]),
        to: [0, 1].map(|axis| middle[axis] + half[axis]),
    }
}
