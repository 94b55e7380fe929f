//! Every diagnostic of the catalogue: its example gives it, whole and word for word as in
//! `tests/golden/mistakes/CODE.txt`, and the repaired example does not.
//! `UPDATE_GOLDEN=1` writes the messages down anew.

use std::{collections::BTreeMap, fs, path::PathBuf};

use dateline::{
    command::explain,
    problem::{Problem, catalogue, catalogue::Entry},
    source::Sources,
    terminal::human,
};

use crate::workshop::tree;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/mistakes")
}

fn of(entry: &Entry, archive: &str) -> (Sources, Vec<Problem>) {
    let sources = Sources::of_archive(archive);
    let mut problems = explain::check(&sources, || 0.0);
    problems.retain(|it| it.code == entry.code);
    (sources, problems)
}

fn message(entry: &Entry) -> String {
    let (sources, problems) = of(entry, entry.wrong);
    human::all(&problems.iter().collect::<Vec<_>>(), &sources, false)
}

fn with_examples() -> impl Iterator<Item = &'static Entry> {
    catalogue::entries().filter(|it| !it.wrong.is_empty())
}

#[test]
fn every_example_gives_its_message() {
    let found: BTreeMap<String, Vec<u8>> = with_examples()
        .map(|it| (format!("{}.txt", it.code.0), message(it).into_bytes()))
        .collect();
    assert!(found.len() > 60, "only {} codes have examples", found.len());
    let silent: Vec<&String> =
        found.iter().filter(|it| it.1.is_empty()).map(|it| it.0).collect();
    assert!(silent.is_empty(), "these examples do not give their code: {silent:?}");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::remove_dir_all(folder()).ok();
        fs::create_dir_all(folder()).expect("a folder");
        for (name, bytes) in &found {
            fs::write(folder().join(name), bytes).expect("a file");
        }
    }
    let wanted = tree(&folder());
    let names: Vec<&String> = found
        .keys()
        .chain(wanted.keys())
        .filter(|it| found.get(*it) != wanted.get(*it))
        .collect();
    assert!(names.is_empty(), "other messages (UPDATE_GOLDEN=1 accepts them): {names:?}");
}

#[test]
fn every_message_says_what_to_do() {
    let silent: Vec<&str> = with_examples()
        .filter(|it| of(it, it.wrong).1.iter().any(|it| it.help.is_none()))
        .map(|it| it.code.0)
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn every_repaired_example_is_free_of_its_mistake() {
    let still: Vec<&str> = with_examples()
        .filter(|it| it.right.is_empty() || !of(it, it.right).1.is_empty())
        .map(|it| it.code.0)
        .collect();
    assert!(still.is_empty(), "{still:?}");
}

#[test]
fn every_code_is_explained() {
    let mut seen = std::collections::BTreeSet::new();
    for entry in catalogue::entries() {
        assert!(seen.insert(entry.code), "{} is listed twice", entry.code.0);
        assert!(!entry.title.is_empty() && entry.text.len() > 40, "{}", entry.code.0);
        assert!(!entry.title.ends_with('.'), "{}", entry.code.0);
    }
}
