//! A map: every country as a shape or, where that would be too small to be seen, as a dot.

use std::collections::BTreeMap;

use super::{
    Point,
    clip::{self, Frame},
    path,
    projection::Projection,
    simplify, spread,
};
use crate::{
    key::Key,
    reference::outlines::{Land, Outlines, Place},
};

/// The radius of a dot, in units of a map.
pub const DOT: i32 = 4;

/// What is left out of a line lies within this many units of it.
const TOLERANCE: f64 = 1.0;
/// Islands smaller than this many square units are left out, but for a country's largest.
const ISLAND: f64 = 3.0;
/// A country whose largest part is smaller than this many square units is a dot: that covers
/// as many.
const SMALL: f64 = 50.0;

/// A map in units of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Units from left to right.
    pub width: u32,
    /// Units from top to bottom.
    pub height: u32,
    /// Path data of land that the map does not count: around a region, or no country's.
    pub backdrop: String,
    /// What it counts, by M49 code.
    pub forms: BTreeMap<&'static str, Form>,
    /// The key of all this.
    pub key: Key,
}

/// How a country is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Path data of its outline.
    Shape(String),
    /// The middle of a dot of radius [`DOT`].
    Dot(i32, i32),
}

/// How the globe comes onto a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// The projection.
    pub(super) projection: Projection,
    /// What of the plane is shown, in radii of the globe.
    pub(super) shown: Frame,
    /// Units from left to right.
    pub(super) width: f64,
}

impl Sheet {
    /// Where a place lies on the sheet.
    fn point(&self, place: Place) -> Point {
        let point = self.projection.point(place);
        [0, 1].map(|axis| (point[axis] - self.shown.from[axis]) * self.scale())
    }

    fn scale(&self) -> f64 {
        self.width / self.shown.size()[0]
    }

    fn frame(&self) -> Frame {
        Frame { from: [0.0; 2], to: self.shown.size().map(|it| it * self.scale()) }
    }
}

/// Draws a map. `counted` says which countries it counts; `rings` gives the rings of a land
/// as the projection needs them, made of the arcs it is given.
pub(super) fn draw(
    outlines: &Outlines,
    sheet: &Sheet,
    counted: impl Fn(&str) -> bool,
    rings: impl Fn(&Land, &[Vec<Place>]) -> Vec<Vec<Place>>,
) -> Map {
    let arcs: Vec<Vec<Place>> = outlines.arcs.iter().map(|it| fewer(it, sheet)).collect();
    let frame = sheet.frame();
    let (mut backdrop, mut forms, mut dots) =
        (String::new(), BTreeMap::new(), Vec::new());
    for land in &outlines.lands {
        let counts = !land.m49.is_empty() && counted(land.m49);
        match shape(&rings(land, &arcs), sheet, &frame) {
            Some(data) if counts => {
                forms.insert(land.m49, Form::Shape(data));
            }
            Some(data) => backdrop.push_str(&data),
            None if counts => {
                let at = sheet.projection.turned(land.at);
                dots.push((land.m49, sheet.point(at)));
            }
            None => {}
        }
    }
    forms.extend(placed(&dots, &frame));
    let size = frame.to.map(whole).map(i32::unsigned_abs);
    let key = Key::of(&(&backdrop, forms.values().map(keyed).collect::<Vec<_>>()));
    Map { width: size[0], height: size[1], backdrop, forms, key }
}

fn keyed(form: &Form) -> (&str, i32, i32) {
    match form {
        Form::Shape(data) => (data, 0, 0),
        Form::Dot(x, y) => ("", *x, *y),
    }
}

/// An arc without the places that the sheet is too coarse for.
fn fewer(arc: &[Place], sheet: &Sheet) -> Vec<Place> {
    let line: Vec<Point> = arc.iter().map(|it| sheet.point(*it)).collect();
    simplify::kept(&line, TOLERANCE).into_iter().map(|at| arc[at]).collect()
}

/// The outline of a land where it is large enough to be one.
fn shape(rings: &[Vec<Place>], sheet: &Sheet, frame: &Frame) -> Option<String> {
    let on_sheet = |ring: &Vec<Place>| {
        let points = frame.cut(ring.iter().map(|it| sheet.point(*it)).collect());
        (clip::area(&points), points)
    };
    let cut: Vec<(f64, Vec<Point>)> = rings.iter().map(on_sheet).collect();
    let largest = cut.iter().map(|it| it.0).fold(0.0, f64::max);
    if largest < SMALL {
        return None;
    }
    let mut data = String::new();
    let seen = cut.iter().filter(|it| it.0 >= ISLAND);
    seen.for_each(|it| path::add(&mut data, &it.1));
    Some(data).filter(|it| !it.is_empty())
}

/// Dots where they do not lie on each other.
fn placed(
    dots: &[(&'static str, Point)],
    frame: &Frame,
) -> impl Iterator<Item = (&'static str, Form)> {
    let radius = f64::from(DOT);
    let room = Frame {
        from: frame.from.map(|it| it + radius),
        to: frame.to.map(|it| it - radius),
    };
    let mut points: Vec<Point> = dots.iter().map(|it| room.nearest(it.1)).collect();
    spread::apart(&mut points, 2.0 * radius, &room);
    let dot = |(code, point): (&'static str, Point)| {
        let [x, y] = point.map(whole);
        (code, Form::Dot(x, y))
    };
    let placed: Vec<_> = dots.iter().map(|it| it.0).zip(points).map(dot).collect();
    placed.into_iter()
}

#[expect(clippy::cast_possible_truncation, reason = "a map is some thousand units wide")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests;
