//! Drawings within pages: numbers and path data that templates make SVG of.

use serde::Serialize;

use crate::{
    key::Keyed,
    view::parts::{CountedLink, Link},
};

/// A map of how many news there are from where, and the same as rows of a table.
#[derive(Debug, Serialize)]
pub struct CoverageMap<'a> {
    /// Units from left to right.
    pub width: u32,
    /// Units from top to bottom.
    pub height: u32,
    /// Path data of land that is not counted here.
    pub around: Keyed<&'a str>,
    /// Path data of countries without news.
    pub plain: Keyed<String>,
    /// The countries with news, those that are dots last; empty where none is on the map.
    pub marks: Vec<MapMark<'a>>,
    /// Radius of the dots.
    pub radius: i32,
    /// The classes of counts, the least first.
    pub legend: Vec<MapClass>,
    /// The countries with news and how many, most first.
    pub rows: Vec<CountedLink<'a>>,
}

/// A country on a map.
#[derive(Debug, Serialize)]
pub struct MapMark<'a> {
    /// Its name in lists and its page.
    pub link: Link<'a>,
    /// How many news.
    pub count: usize,
    /// Its class, from 1 for the least counts.
    pub level: usize,
    /// Path data of its outline; none for a dot.
    pub shape: Option<Keyed<&'a str>>,
    /// The middle of the dot it is, where it is too small for an outline.
    pub dot: Option<(i32, i32)>,
}

/// A class of counts.
#[derive(Debug, Serialize)]
pub struct MapClass {
    /// Its number, from 1.
    pub level: usize,
    /// Which counts: `2–4`.
    pub label: String,
}

/// What an entry is connected with, as a tree that grows to both sides, and as lists.
#[derive(Debug, Serialize)]
pub struct NeighbourhoodView<'a> {
    /// Units from left to right.
    pub width: i32,
    /// Units from top to bottom.
    pub height: i32,
    /// The entry itself, in the middle.
    pub root: (i32, i32),
    /// Its neighbours by what they are.
    pub groups: Vec<NeighbourGroup<'a>>,
}

/// Neighbours of one kind.
#[derive(Debug, Serialize)]
pub struct NeighbourGroup<'a> {
    /// What they are.
    pub label: String,
    /// The knot they hang on.
    pub at: (i32, i32),
    /// Path data of the line that leads there.
    pub path: String,
    /// Whether they stand left of the middle.
    pub left: bool,
    /// The neighbours, those of the most news first.
    pub items: Vec<Neighbour<'a>>,
}

/// A neighbour.
#[derive(Debug, Serialize)]
pub struct Neighbour<'a> {
    /// Its name in lists and its page.
    pub link: Link<'a>,
    /// How many news name both.
    pub count: usize,
    /// The name, as much of it as has room.
    pub name: String,
    /// The class of the count, from 1 for the least.
    pub level: usize,
    /// Its dot.
    pub at: (i32, i32),
    /// Path data of the line that leads there.
    pub path: String,
}
