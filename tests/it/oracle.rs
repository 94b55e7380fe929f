//! The promise that incremental building rests on: after any series of edits, what is
//! published is byte for byte what a clean build would publish.

mod edits;
mod site;

use std::{collections::BTreeMap, path::Path};

use dateline::{
    build::{self, Delivered, Ready, Work},
    config::{Overrides, Preview},
    key::Key,
    problem::Severity,
    publish::{Cache, Folders, Front, Strangers},
    source::{self, Sources},
};
use expect_test::expect;
use proptest::{
    collection::vec,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use tempfile::TempDir;

use self::{
    edits::{Edit, any_edit},
    site::Site,
};
use crate::workshop::tree;

/// Sequences of each of the tests below, which run side by side.
const SEQUENCES: u32 = 2;
const EDITS: usize = 20;

const WORK: Work = Work { tool: Key::NONE, clock: || 0.0, progress: &|_| () };

/// A site on disk and what it should be.
struct Bench {
    folder: TempDir,
    site: Site,
}

impl Bench {
    fn new() -> Self {
        // Where there is a file system in memory nothing waits for a disk.
        let folder = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap();
        let site = Site::new();
        site.write(folder.path(), &Site::default());
        Self { folder, site }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn apply(&mut self, edit: &Edit) {
        let old = self.site.clone();
        edit.apply(&mut self.site, self.folder.path());
        self.site.write(self.path(), &old);
    }

    /// The site as a build sees it: its files, and what they say where nothing is wrong.
    fn understand(&self) -> (Sources, Option<Ready>) {
        let overrides = Overrides {
            variables: BTreeMap::new(),
            base_url: None,
            as_of: self.site.now(),
            preview: Preview::default(),
            levels: Vec::new(),
            strict: false,
        };
        let read = source::read(self.path(), None).unwrap();
        let understood = build::understand(&read, &overrides, || 0.0);
        let mut problems = understood.problems;
        let ready = build::prepare(understood.site.unwrap(), &read.value, || 0.0);
        let ready = ready.unload(&mut problems);
        let errors = build::count(&problems, Severity::Error);
        assert_eq!(errors > 0, self.site.broken, "{problems:#?}");
        (read.value, ready.filter(|_| errors == 0))
    }

    fn deliver(&self, to: &str, (sources, ready): (&Sources, &Ready)) -> Delivered {
        let folders = Folders::find(self.path(), Some(to.as_ref())).unwrap();
        let lock = folders.lock().unwrap();
        folders.recover(&lock).unwrap();
        let front = Front::read(&folders, Cache::Use, Strangers::Respect).unwrap();
        build::deliver(ready, sources, &front, Strangers::Respect, WORK).unwrap()
    }

    /// Builds after an edit: nothing may differ from what is rendered without any memory.
    /// Nothing is done where the content has errors.
    fn build(&self) -> Option<Delivered> {
        let (sources, ready) = self.understand();
        let ready = ready?;
        let delivered = self.deliver("public", (&sources, &ready));
        let folders = Folders::find(self.path(), None).unwrap();
        let front = Front::read(&folders, Cache::Ignore, Strangers::Respect).unwrap();
        let differences = build::verify(&ready, &front, WORK).unwrap();
        assert_eq!(differences, []);
        Some(delivered)
    }

    /// Compares the whole tree with one that is published to an empty folder.
    fn compare(&self) {
        let (sources, Some(ready)) = self.understand() else { return };
        self.deliver("public", (&sources, &ready));
        self.deliver("clean", (&sources, &ready));
        let mut published = tree(&self.path().join("public"));
        published.retain(|it, _| !self.site.strangers.contains(it.as_str()));
        let clean = tree(&self.path().join("clean"));
        assert!(published.keys().eq(clean.keys()));
        assert!(published == clean);
    }
}

fn sequences(seed: u8) {
    let config =
        Config { cases: SEQUENCES, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(&vec(any_edit(), EDITS), |edits| {
        let mut bench = Bench::new();
        bench.build();
        for edit in &edits {
            bench.apply(edit);
            bench.build();
        }
        bench.compare();
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn incremental_is_clean_first_quarter() {
    sequences(1);
}

#[test]
fn incremental_is_clean_second_quarter() {
    sequences(2);
}

#[test]
fn incremental_is_clean_third_quarter() {
    sequences(3);
}

#[test]
fn incremental_is_clean_last_quarter() {
    sequences(4);
}

#[test]
fn what_each_edit_costs() {
    let mut bench = Bench::new();
    let mut table = String::new();
    let mut add = |what: &str, done: Option<Delivered>| {
        let line = done.map_or("stopped".into(), |it| {
            let Delivered { rendered, written, removed, unchanged, .. } = it;
            format!("{rendered} rendered, {written} written, {removed} removed, {unchanged} unchanged")
        });
        table += &format!("{what}: {line}\n");
    };
    add("first build", bench.build());
    add("no edit", bench.build());
    for (what, edit) in [
        ("body of a news", Edit::Body(0)),
        ("title of a news", Edit::Retitle(0)),
        ("title of a topic", Edit::Topic(0)),
        ("a news more", Edit::Add),
        ("a news less", Edit::Remove(0)),
        ("another template", Edit::Template),
        ("another stylesheet", Edit::Style),
        ("a draft", Edit::Draft(1)),
        ("a broken reference", Edit::Break),
        ("it is mended", Edit::Break),
        ("a lost output", Edit::Lose(0)),
        ("a lost cache", Edit::Forget),
        ("a day later", Edit::Clock(1)),
    ] {
        bench.apply(&edit);
        add(what, bench.build());
    }
    expect![[r#"
        first build: 88 rendered, 89 written, 0 removed, 0 unchanged
        no edit: 0 rendered, 0 written, 0 removed, 89 unchanged
        body of a news: 2 rendered, 2 written, 0 removed, 87 unchanged
        title of a news: 27 rendered, 27 written, 0 removed, 62 unchanged
        title of a topic: 24 rendered, 24 written, 0 removed, 65 unchanged
        a news more: 44 rendered, 44 written, 0 removed, 47 unchanged
        a news less: 41 rendered, 41 written, 2 removed, 48 unchanged
        another template: 46 rendered, 3 written, 0 removed, 86 unchanged
        another stylesheet: 31 rendered, 31 written, 1 removed, 58 unchanged
        a draft: 34 rendered, 34 written, 9 removed, 46 unchanged
        a broken reference: stopped
        it is mended: 0 rendered, 0 written, 0 removed, 80 unchanged
        a lost output: 1 rendered, 1 written, 0 removed, 79 unchanged
        a lost cache: 79 rendered, 0 written, 0 removed, 80 unchanged
        a day later: 0 rendered, 0 written, 0 removed, 80 unchanged
    "#]]
    .assert_eq(&table);
}
