//! Dateline, a static knowledge-site generator.
//!
//! One pipeline of plain stages, each from one type to the next (see `ARCHITECTURE.md`):
//! [`source`] → [`config`] → [`document`] → [`site`] → [`plan`] → [`render`] → [`publish`].
//! All between the first and the last is pure: no disk (but for texts left aside: [`aside`]), no
//! clock, no environment.

pub mod aside;
pub mod build;
pub mod cli;
pub mod command;
pub mod config;
pub mod data;
pub mod date;
pub mod document;
pub mod drawing;
pub mod key;
pub mod picture;
pub mod plan;
pub mod problem;
pub mod publish;
pub mod reference;
pub mod render;
pub mod schema;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod span;
pub mod style;
pub mod terminal;
pub mod theme;
pub mod view;
pub mod yaml;
