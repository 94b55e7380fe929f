//! The promise that incremental building rests on: after any series of edits, what is
//! published is byte for byte what a clean build would publish.

mod edits;
mod site;

use std::{collections::BTreeMap, path::Path};

use dateline::{
    build::{self, BuildReport, Darkroom, Memo, Ready, Work},
    command::build::{Done, Mode, Options, Outcome, run},
    config::{Overrides, Preview},
    key::Key,
    problem::{Problem, Severity},
    publish::{Cache, Folders, Front, Prints, Strangers},
    source::{self, Sources},
};
use expect_test::expect;
use jiff::{SignedDuration, Timestamp};
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

/// What was read, what was wrong with it, and what can be rendered of it.
type Understood = (Sources, Vec<Problem>, Option<Ready>);

/// A site on disk and what it should be.
struct Bench {
    folder: TempDir,
    site: Site,
    /// How long ago all that is read seems to have been written: what has just been
    /// written is read again, whatever the disk says of it.
    age: SignedDuration,
}

impl Bench {
    fn new(age: SignedDuration) -> Self {
        // Where there is a file system in memory nothing waits for a disk.
        let folder = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap();
        let site = Site::new();
        site.write(folder.path(), &Site::default());
        Self { folder, site, age }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn apply(&mut self, edit: &Edit) {
        let old = self.site.clone();
        edit.apply(&mut self.site, self.folder.path());
        self.site.write(self.path(), &old);
    }

    fn overrides(&self) -> Overrides {
        Overrides {
            variables: BTreeMap::new(),
            base_url: None,
            as_of: self.site.now(),
            preview: Preview::default(),
            levels: Vec::new(),
            strict: false,
        }
    }

    /// The site without any memory, not even for its texts: its files, what is wrong with it,
    /// and what can be rendered where nothing is.
    fn understand(&self) -> Understood {
        let read = source::read(self.path(), None).unwrap();
        let mut memo = Memo::below(self.path(), 0);
        let overrides = self.overrides();
        let understood = build::understand_again(&read, &overrides, || 0.0, &mut memo);
        let mut problems = understood.problems;
        let ready = build::prepare(understood.site.unwrap(), &read.value, || 0.0);
        let ready = ready.unload(&mut problems);
        build::sort(&mut problems);
        let errors = build::count(&problems, Severity::Error);
        assert_eq!(errors > 0, self.site.broken, "{problems:#?}");
        (read.value, problems, ready.filter(|_| errors == 0))
    }

    fn run(&self, mode: Mode, output: &str) -> Outcome {
        let options = Options {
            root: self.path().to_path_buf(),
            config: None,
            output: Some(output.into()),
            overrides: self.overrides(),
            jobs: Some(1),
            cache: Cache::Use,
            strangers: Strangers::Respect,
            mode,
            part: None,
            tool: Key::NONE,
            now: Timestamp::now() + self.age,
            clock: || 0.0,
        };
        run(&options, &|_| ()).unwrap()
    }

    /// Builds after an edit: nothing may differ from what is rendered and said without any
    /// memory, and a second build repeats it without doing anything. Nothing is done where
    /// the content has errors.
    fn build(&self) -> Option<BuildReport> {
        let (sources, problems, ready) = self.understand();
        let outcome = self.run(Mode::Publish, "public");
        assert_eq!(outcome.problems, problems);
        for place in problems.iter().filter_map(|it| it.place.as_ref()) {
            let key = |it: &Sources| it.text(&place.path).map(|it| it.key);
            assert_eq!(key(&outcome.sources), key(&sources), "no excerpt: {place:?}");
        }
        let Done::Published { report, .. } = outcome.done else {
            assert!(ready.is_none());
            return None;
        };
        let ready = ready.unwrap();
        let folders = Folders::find(self.path(), None).unwrap();
        let front = Front::read(&folders, Cache::Ignore, Strangers::Respect).unwrap();
        let (root, prints) = (self.path(), &Prints::none());
        let darkroom = Darkroom { root, sources: &sources, prints };
        let (tool, clock, progress) = (Key::NONE, || 0.0, &|_| ());
        let work = Work { tool, shard: None, darkroom, clock, progress };
        assert_eq!(build::verify(&ready, &front, work).unwrap(), []);
        self.repeat(&problems, &report);
        Some(report)
    }

    fn repeat(&self, problems: &[Problem], report: &BuildReport) {
        let again = self.run(Mode::Publish, "public");
        assert_eq!(again.problems, problems);
        let files = report.written + report.unchanged;
        let nothing =
            BuildReport { rendered: 0, written: 0, removed: 0, ..report.clone() };
        let Done::Published { report: second, .. } = again.done else {
            panic!("not published");
        };
        assert_eq!(second, BuildReport { unchanged: files, ..nothing });
    }

    /// Compares the whole tree with one that is published to an empty folder.
    fn compare(&self) {
        if self.site.broken {
            return;
        }
        self.run(Mode::Publish, "public");
        self.run(Mode::Publish, "clean");
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
    let age = SignedDuration::from_secs(if seed.is_multiple_of(2) { 0 } else { 10 });
    let outcome = runner.run(&vec(any_edit(), EDITS), |edits| {
        let mut bench = Bench::new(age);
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
    let mut bench = Bench::new(SignedDuration::ZERO);
    let mut table = String::new();
    let mut add = |what: &str, done: Option<BuildReport>| {
        let line = done.map_or("stopped".into(), |it| {
            let BuildReport { rendered, written, removed, unchanged, .. } = it;
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
        ("another checkout", Edit::Restore),
    ] {
        bench.apply(&edit);
        add(what, bench.build());
    }
    expect![[r#"
        first build: 106 rendered, 107 written, 0 removed, 0 unchanged
        no edit: 0 rendered, 0 written, 0 removed, 107 unchanged
        body of a news: 4 rendered, 4 written, 1 removed, 103 unchanged
        title of a news: 31 rendered, 31 written, 3 removed, 76 unchanged
        title of a topic: 32 rendered, 32 written, 3 removed, 75 unchanged
        a news more: 50 rendered, 50 written, 4 removed, 59 unchanged
        a news less: 46 rendered, 46 written, 5 removed, 61 unchanged
        another template: 47 rendered, 3 written, 0 removed, 104 unchanged
        another stylesheet: 32 rendered, 32 written, 1 removed, 75 unchanged
        a draft: 40 rendered, 40 written, 14 removed, 57 unchanged
        a broken reference: stopped
        it is mended: 0 rendered, 0 written, 0 removed, 97 unchanged
        a lost output: 1 rendered, 1 written, 0 removed, 96 unchanged
        a lost cache: 96 rendered, 0 written, 0 removed, 97 unchanged
        a day later: 0 rendered, 0 written, 0 removed, 97 unchanged
        another checkout: 0 rendered, 0 written, 0 removed, 97 unchanged
    "#]]
    .assert_eq(&table);
}
