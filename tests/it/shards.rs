//! Several builds, each of a part, make the site that one build makes.

use std::{fs, thread};

use expect_test::expect;

use crate::workshop::{Workshop, tree};

const PARTS: usize = 4;

fn part(n: usize) -> String {
    format!("part-{n}")
}

/// The seed site, its parts built by processes that run at the same time.
fn parts() -> Workshop {
    let workshop = Workshop::seed();
    thread::scope(|scope| {
        for n in 1..=PARTS {
            let (workshop, shard) = (&workshop, format!("{n}/{PARTS}"));
            scope.spawn(move || {
                let output = part(n);
                let run = workshop.run(&["build", "--shard", &shard, "-o", &output]);
                assert!(run.status.success(), "{}", said(&run));
            });
        }
    });
    workshop
}

fn merge(workshop: &Workshop, parts: &[String]) -> std::process::Output {
    let mut arguments = vec!["publish", "-o", "merged", "--merge"];
    arguments.extend(parts.iter().map(String::as_str));
    workshop.run(&arguments)
}

fn said(run: &std::process::Output) -> String {
    String::from_utf8_lossy(&run.stderr).into_owned()
}

#[test]
fn the_parts_of_a_site_are_the_site() {
    let workshop = parts();
    let all: Vec<String> = (1..=PARTS).map(part).collect();
    let sizes = all.iter().map(|it| tree(&workshop.path(it)).len());
    assert!(sizes.clone().all(|it| it > 10), "{:?}", sizes.collect::<Vec<_>>());
    let run = merge(&workshop, &all);
    assert!(run.status.success(), "{}", said(&run));
    workshop.run(&["build", "-o", "whole"]);
    assert!(tree(&workshop.path("merged")) == tree(&workshop.path("whole")));
    let run = workshop.run(&["build", "-o", "merged"]);
    assert!(said(&run).contains("0 files written"), "{}", said(&run));
}

#[test]
fn a_part_takes_the_place_of_no_whole_and_parts_stay_where_they_are() {
    let workshop = Workshop::seed();
    let run = |arguments: &[&str]| said(&workshop.run(arguments));
    run(&["build"]);
    let whole = tree(&workshop.path("public"));
    let mut text = run(&["build", "--shard", "1/1"]);
    assert!(tree(&workshop.path("public")) == whole);
    run(&["build", "--shard", "1/1", "-o", "part"]);
    text += &run(&["build", "--shard", "1/1", "--dry-run"]);
    let part = tree(&workshop.path("part"));
    text += &run(&["publish", "--merge", "part", "-o", "part"]);
    assert!(tree(&workshop.path("part")) == part);
    workshop.write("theirs/notes.txt", b"mine");
    text += &run(&["publish", "--merge", "part", "-o", "theirs"]);
    run(&["publish", "--merge", "part", "-o", "theirs", "--force"]);
    let forced = tree(&workshop.path("theirs"));
    assert!(forced.contains_key("notes.txt") && forced.contains_key("index.html"));
    let home = workshop.path("").to_string_lossy().into_owned();
    expect![[r#"
        error[E313]: `public` has a whole site in it
          help: give the part a folder of its own with `--output-dir`, or add `--force` to put it in the place of the site

        error: nothing was published: 1 error; `dateline explain CODE` says more about each
        error[E313]: `public` has a whole site in it
          help: give the part a folder of its own with `--output-dir`, or add `--force` to put it in the place of the site

        error: nothing was published: 1 error; `dateline explain CODE` says more about each
        error: cannot merge `part`: the site goes there: name another folder with `--output-dir`
        error[E310]: `theirs` has files in it and was not made by Dateline
          help: choose another folder with `--output-dir`, or add `--force`, which keeps the files that are in it; if it was, and its list `.dateline` is lost, remove it

    "#]].assert_eq(&text.replace(&home, ""));
}

#[test]
fn what_is_not_all_of_one_site_is_not_merged() {
    let workshop = parts();
    let all: Vec<String> = (1..=PARTS).map(part).collect();
    let why = |parts: &[String]| {
        let run = merge(&workshop, parts);
        assert!(!run.status.success());
        assert!(!workshop.path("merged").exists());
        said(&run).lines().next().unwrap_or_default().to_owned() + "\n"
    };
    let mut text = why(&all[..3]);
    text += &why(&[all.clone(), vec![part(2)]].concat());
    workshop.run(&["build", "-o", "whole"]);
    text += &why(&["whole".into()]);
    let file = workshop.path("part-1").join("page-of-somebody.html");
    fs::write(&file, "not in the list").unwrap();
    let spoilt = tree(&workshop.path("part-3"));
    let page = spoilt.keys().find(|it| it.ends_with("index.html")).unwrap();
    fs::remove_file(workshop.path("part-3").join(page)).unwrap();
    fs::write(workshop.path("part-3").join(page), "spoilt").unwrap();
    text += &why(&all);
    workshop.run(&["build", "--shard", "2/4", "-o", "second"]);
    text += &why(&["part-1".into(), part(2), "second".into()]);
    workshop.run(&["build", "--shard", "3/3", "-o", "part-of-3"]);
    text += &why(&["part-1".into(), "part-of-3".into()]);
    text += &why(&["nowhere".into()]);
    workshop.add("-- content/topics/another.md --\n---\ntitle: Another\n---\n");
    workshop.run(&["build", "--shard", "3/4", "-o", "part-3"]);
    text += &why(&all);
    let home = workshop.path("").to_string_lossy().into_owned();
    expect![[r#"
        error: cannot merge `part-1`: part 4/4 is missing beside it
        error: cannot merge `part-2`: it is named twice
        error: cannot merge `whole`: it is no part of a site: build it with `--shard`
        error: cannot merge `part-3`: its files are not those that its build has left
        error: cannot merge `second`: it is part 2/4, and so is `part-2`
        error: cannot merge `part-of-3`: it is part 3/3, and `part-1` is part 1/4
        error: cannot merge `nowhere`: there is no such folder
        error: cannot merge `part-3`: it was made of another site, by another program, with other options or for another time than `part-1`
    "#]].assert_eq(&text.replace(&home, ""));
}
