//! The pipeline: the only module that names every stage.
//!
//! [`understand`] takes the files of a site to a resolved site, [`prepare`] on to all that
//! rendering needs, [`deliver`] to a published tree. Reads no clock: times come from the one
//! it is given.

mod compare;
mod darkroom;
mod deliver;
mod prepare;
mod rehearse;
mod render;
mod report;
mod show;
mod understand;

pub use self::{
    compare::{Change, Changed, compare, verify},
    darkroom::{Darkroom, Drawer},
    deliver::{Delivered, deliver},
    prepare::{Ready, prepare, prepare_with},
    rehearse::rehearse,
    report::{BuildReport, Millis, Stopwatch, tenths},
    show::Asked,
    understand::{
        Memo, Understood, count, next_change, sort, understand, understand_again,
        understand_at,
    },
};

use crate::{key::Key, publish::Shard};

/// Milliseconds on a clock that never goes back.
pub type Clock = fn() -> f64;

/// What rendering needs besides a site.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    /// The key of the program itself: another one may render the same view differently.
    pub tool: Key,
    /// The part of the site that is rendered; none for all of it.
    pub shard: Option<Shard>,
    /// Where pictures come from.
    pub darkroom: Darkroom<'a>,
    /// A clock for the report.
    pub clock: Clock,
    /// Told now and then how far the work is.
    pub progress: &'a (dyn Fn(Step) + Sync),
}

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is being done: `reading`, `rendering`, `publishing`.
    pub stage: &'static str,
    /// How much of it is done.
    pub done: usize,
    /// How much there is.
    pub total: usize,
}
