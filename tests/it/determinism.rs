//! The output is a function of the inputs and `--as-of`: threads, the order of files, the
//! time zone, the locale, the folder and the clock change nothing.

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use dateline::key::Key;

use crate::workshop::{AS_OF, Workshop, tree};

/// The keys of all files.
fn keys(output: &BTreeMap<String, Vec<u8>>) -> BTreeMap<&str, Key> {
    output.iter().map(|(name, bytes)| (name.as_str(), Key::of_bytes(bytes))).collect()
}

fn build(workshop: &Workshop, arguments: &[&str], variables: &[(&str, &str)]) {
    let mut command = workshop.command();
    command.args(["build", "--as-of", AS_OF]).args(arguments);
    command.envs(variables.iter().copied());
    let run = command.output().expect("the program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn surroundings_change_nothing() {
    let first = Workshop::seed();
    build(&first, &["-j", "1"], &[("TZ", "UTC"), ("LANG", "C")]);
    let wanted = tree(&first.path("public"));
    assert!(wanted.len() > 50, "only {} files", wanted.len());

    // Another folder, whose files were made in another order, much later.
    let second = Workshop::new("");
    let source = tree(&first.path("content"));
    for (name, bytes) in source.iter().rev() {
        second.write(&format!("content/{name}"), bytes);
    }
    let settings = fs::read(first.path("site.yaml")).expect("settings");
    second.write("site.yaml", &settings);
    std::thread::sleep(Duration::from_millis(20));
    let strange =
        [("TZ", "Pacific/Kiritimati"), ("LANG", "ar_EG.UTF-8"), ("LC_ALL", "tr_TR")];
    build(&second, &["-j", "7"], &strange);
    assert_eq!(keys(&tree(&second.path("public"))), keys(&wanted));
}

#[test]
fn the_instant_is_an_input_like_any_other() {
    let workshop = Workshop::new(
        "\
-- content/news/2020/soon.md --
---
title: It will be public one day
date: 2020-02-11
publish_at: 2027-01-01
---
Text.
",
    );
    build(&workshop, &[], &[]);
    let page = Path::new("public/news/2020/soon/index.html");
    assert!(!workshop.path(&page.to_string_lossy()).exists());
    let run = workshop.run(&["build", "--as-of", "2027-01-01T00:00:00Z"]);
    assert!(run.status.success());
    assert!(workshop.path(&page.to_string_lossy()).exists());
}
