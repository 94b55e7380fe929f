//! Arguments: the only module that knows clap.

pub mod args;
pub mod run;

use std::{collections::BTreeMap, path::PathBuf};

use jiff::Timestamp;

use crate::key::Key;

/// What a run of the program is surrounded by; only `main` looks.
#[derive(Debug)]
pub struct Surroundings {
    /// The current directory.
    pub directory: PathBuf,
    /// The environment, where it is Unicode.
    pub variables: BTreeMap<String, String>,
    /// The instant the program started.
    pub now: Timestamp,
    /// Milliseconds on a clock that never goes back.
    pub clock: fn() -> f64,
    /// Reads the key of the program itself.
    pub tool: fn() -> Key,
    /// Whether standard error is a terminal.
    pub terminal: bool,
}

/// How a run ended; the number is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Ok = 0,
    /// The content has errors.
    Content = 1,
    /// The call or the configuration is wrong.
    Usage = 2,
    /// Reading or writing failed.
    System = 3,
    /// `--verify` found a difference.
    Difference = 4,
}
