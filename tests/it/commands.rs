//! What the program says, and how it ends, where a command is not the right one.

use expect_test::{Expect, expect};

use crate::workshop::Workshop;

const SITE: &str = "
-- content/topics/fraud.md --
---
title: Fraud
summary: Money taken by deceit.
---
";

fn check(archive: &str, arguments: &[&str], expected: &Expect) {
    let run = Workshop::new(archive).run(arguments);
    let said = String::from_utf8_lossy(&run.stderr);
    let code = run.status.code().expect("it ends by itself");
    expected.assert_eq(&format!("{said}exit {code}\n"));
}

#[test]
fn a_folder_without_a_site_is_said_to_be_none() {
    check(
        "-- notes.txt --\n",
        &["new", "topic", "Fraud"],
        &expect![[r#"
            error[E515]: there is no site here: no `site.yaml`, and nothing below `content/`
              help: go to the folder of the site, name it with `--root`, or make one: `dateline init my-site`

            exit 2
        "#]],
    );
    check(
        "-- notes.txt --\n",
        &["build"],
        &expect![[r#"
        error[E515]: there is no site here: no `site.yaml`, and nothing below `content/`
          help: go to the folder of the site, name it with `--root`, or make one: `dateline init my-site`

        error: nothing was published: 1 error; `dateline explain CODE` says more about each
        exit 2
    "#]],
    );
}

#[test]
fn only_news_have_related_news() {
    check(
        SITE,
        &["related", "fraud"],
        &expect![[r#"
        error: `fraud` names a topic: only news have related news
        exit 2
    "#]],
    );
    check(
        SITE,
        &["related", "fruad"],
        &expect![[r#"
            error: nothing is named `fruad`: did you mean `fraud`? (drafts are found with -D, embargoed ones with -F)
            exit 2
        "#]],
    );
}

#[test]
fn an_empty_list_of_related_news_is_explained() {
    let site = "
-- content/news/2020/first.md --
---
title: The first of all news
date: 2020-01-02
---
A text of its own.
-- content/news/2020/second.md --
---
title: Another one
date: 2020-01-03
related: { auto: 0 }
---
A text of its own, and more.
";
    check(
        site,
        &["related", "first"],
        &expect![[r#"
        nothing is related to `first`: no news of its language up to its day shares anything with it
        exit 0
    "#]],
    );
    check(
        site,
        &["related", "second", "--explain"],
        &expect![[r#"
        nothing is related to `second`: no news of its language up to its day shares anything with it
        exit 0
    "#]],
    );
}
