//! What a build says about itself.

use jiff::Timestamp;
use serde::Serialize;

use super::Clock;
use crate::site::Withheld;

/// The figures of a build; serialised, the one line of `--format json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "event", rename = "built")]
pub struct BuildReport {
    /// HTML pages of the site.
    pub pages: usize,
    /// Outputs that were rendered.
    pub rendered: usize,
    /// Files that were written.
    pub written: usize,
    /// Files that were removed.
    pub removed: usize,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// The size of the site in bytes.
    pub bytes: u64,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// How many files of the site are hidden; for people only.
    #[serde(skip)]
    pub withheld: Withheld,
    /// When the output changes by itself.
    pub next_change: Option<Timestamp>,
    /// Where the time went.
    pub ms: Millis,
}

/// Milliseconds of each stage, to a tenth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Millis {
    /// Finding and reading files.
    pub scan: f64,
    /// Understanding each by itself.
    pub parse: f64,
    /// The graph and house style.
    pub resolve: f64,
    /// Related news.
    pub relate: f64,
    /// Planning and rendering, writing to the stage included.
    pub render: f64,
    /// The rest of publishing.
    pub write: f64,
    /// All.
    pub total: f64,
}

/// Tells how long each stage took.
#[derive(Debug)]
pub struct Stopwatch {
    clock: Clock,
    start: f64,
    last: f64,
}

impl Stopwatch {
    /// Starts now.
    pub fn start(clock: Clock) -> Self {
        let now = clock();
        Self { clock, start: now, last: now }
    }

    /// Milliseconds since the last lap.
    pub fn lap(&mut self) -> f64 {
        let now = (self.clock)();
        let lap = now - self.last;
        self.last = now;
        tenths(lap)
    }

    /// Milliseconds since the start.
    pub fn total(&self) -> f64 {
        tenths((self.clock)() - self.start)
    }
}

/// Milliseconds to a tenth.
pub fn tenths(ms: f64) -> f64 {
    (ms * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn a_report_is_one_line_of_json() {
        let report = BuildReport {
            pages: 1,
            rendered: 2,
            written: 3,
            removed: 4,
            unchanged: 5,
            bytes: 6,
            errors: 0,
            warnings: 7,
            withheld: Withheld::default(),
            next_change: "2020-02-11T09:00:00Z".parse().ok(),
            ms: Millis { scan: 0.5, total: 10.0, ..Millis::default() },
        };
        let line = expect![[
            r#"{"event":"built","pages":1,"rendered":2,"written":3,"removed":4,"unchanged":5,"bytes":6,"errors":0,"warnings":7,"next_change":"2020-02-11T09:00:00Z","ms":{"scan":0.5,"parse":0.0,"resolve":0.0,"relate":0.0,"render":0.0,"write":0.0,"total":10.0}}"#
        ]];
        line.assert_eq(&serde_json::to_string(&report).unwrap());
    }
}
