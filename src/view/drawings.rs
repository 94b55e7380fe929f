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
