//! `dateline explain`: a diagnostic, with an example and what is said about it. The message
//! is made by checking the example, so it is what an editor would see.

use std::{collections::BTreeMap, path::Path};

use jiff::Timestamp;
use serde_json::json;

use crate::{
    build::{self, Clock, Darkroom},
    command::Table,
    config::{Overrides, Preview},
    key::Key,
    problem::{
        Checked, Problem,
        catalogue::{self, Entry},
    },
    publish::Prints,
    source::Sources,
    theme,
};

/// A code explained.
#[derive(Debug)]
pub struct Explained {
    /// What the catalogue says.
    pub entry: &'static Entry,
    /// The files of the example.
    pub sources: Sources,
    /// What is said about it.
    pub problems: Vec<Problem>,
}

/// All codes.
pub fn list() -> Table {
    let rows = catalogue::entries()
        .map(|it| {
            let group = catalogue::group(it.code);
            vec![json!(it.code.0), json!(it.level.word()), json!(group), json!(it.title)]
        })
        .collect();
    Table { columns: super::columns(["code", "level", "group", "rule"]), rows }
}

/// A code explained; none where there is no such code.
pub fn run(code: &str, clock: Clock) -> Option<Explained> {
    let entry = catalogue::find(code)?;
    let sources = Sources::of_archive(entry.wrong);
    let problems = check(&sources, clock);
    let problems = problems.into_iter().filter(|it| it.code == entry.code).collect();
    Some(Explained { entry, sources, problems })
}

/// Everything that is wrong with a site held in memory, as of 24 November 2026.
pub fn check(sources: &Sources, clock: Clock) -> Vec<Problem> {
    let overrides = Overrides {
        variables: BTreeMap::new(),
        base_url: None,
        // Examples with dates in them stay as they are for ever.
        as_of: Timestamp::constant(1_795_521_600, 0),
        preview: Preview::default(),
        levels: Vec::new(),
        strict: false,
    };
    let read = Checked::clean(sources.clone());
    let understood = build::understand(&read, &overrides, clock);
    let mut problems = understood.problems;
    if let Some(site) = understood.site {
        problems.extend(theme::check(sources, &site.config.theme.name));
        let ready = build::prepare(site, sources, clock).unload(&mut problems);
        // Nothing is on a disk, and no picture is decoded.
        let (root, prints) = (Path::new(""), &Prints::none());
        let darkroom = Darkroom { root, sources, prints };
        let found = ready.map(|it| build::rehearse(&it, darkroom, Key::NONE));
        problems.extend(found.and_then(Result::ok).unwrap_or_default());
    }
    build::sort(&mut problems);
    problems
}
