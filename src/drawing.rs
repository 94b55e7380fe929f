//! Drawings: maps, time lines and graphs as numbers and path data. Pure: the same input, the
//! same drawing; every coordinate is finite and within its box. Knows no site, no language
//! and no colour; templates make SVG of it.

pub mod classes;
mod clip;
pub mod line;
pub mod map;
mod path;
mod projection;
mod region;
mod simplify;
mod spread;
pub mod tree;
mod world;

/// A point of a drawing: right and down.
type Point = [f64; 2];

pub use self::{classes::Classes, map::Map};
