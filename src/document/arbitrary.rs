//! Anything at all as front matter: nothing panics, and every place is in the file and
//! between two characters. What holds for bodies is in `body/arbitrary.rs`.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{tests::reading, *};
use crate::problem::Problem;

// What YAML is made of, fields of news, and what has two bytes or more.
const PIECES: [&str; 47] = [
    "---\n",
    "...\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    ":",
    ": ",
    "title: ",
    "a",
    "date: 2020-02-11\n",
    "tags: ",
    "countries: ",
    "related:\n",
    "image: { src: ",
    "extra:",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    " #1",
    "|\n",
    ">",
    "&a ",
    "*a",
    "!t ",
    "@",
    "`",
    "%",
    "\n%YAML 1.2\n",
    "\n%TAG é ",
    "?",
    "\\",
    "\\u00e9",
    "é",
    "漢",
    "\u{feff}",
    "\u{0}",
    "\u{2028}",
    "\u{301}",
];

fn check(file: &str) {
    let schema = Schema::builtin();
    let checked =
        parse(&Source::new("content/news/2020/x.md", file.as_bytes()), &reading(&schema));
    checked.problems.iter().for_each(|it| check_problem(file, it));
    let Some(document) = checked.value else { return };
    check_place(file, document.head);
    check_record(file, &document.fields);
}

fn check_problem(file: &str, problem: &Problem) {
    problem.place.iter().for_each(|it| check_place(file, it.span));
    problem.notes.iter().for_each(|it| check_place(file, it.place.span));
    problem.fix.iter().for_each(|it| check_place(file, it.span));
}

fn check_record(file: &str, record: &Record) {
    for item in &record.items {
        check_place(file, item.key.span);
        check_place(file, item.span);
        check_value(file, &item.value);
    }
}

fn check_value(file: &str, value: &Value) {
    match value {
        Value::Name(name) => check_place(file, name.span),
        Value::Record(record) => check_record(file, record),
        Value::List(list) => list.iter().for_each(|it| {
            check_place(file, it.span);
            check_value(file, &it.value);
        }),
        _ => {}
    }
}

fn check_place(file: &str, span: Span) {
    assert!(file.get(span.range()).is_some(), "{span:?} of {file:?}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1024, failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn places_of_any_front_matter_are_in_the_file(pieces in vec(select(&PIECES[..]), 0..30)) {
        check(&format!("---\n{}\n---\n", pieces.concat()));
    }
}

#[test]
fn a_key_above_a_line_that_begins_with_a_sign_does_no_harm() {
    check("---\ntags: |\n \t\n%TAG é related:\n|\n---\n\n---\n");
}
