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

const NEWS: &str = "
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
topics: [fraud]
---
A text of its own, and more.
-- content/news/2020/third.md --
---
title: A third about fakes
date: 2020-01-03
topics: [fraud]
---
Words that no other has.
-- content/news/2020/fourth.md --
---
title: The fourth and last
date: 2020-01-04
topics: [fraud]
related: { auto: 0 }
---
A text of its own, and less.
-- content/news/2020/fifth.md --
---
title: Withdrawn
date: 2020-01-05
topics: [fraud]
withdrawn: { at: 2020-01-06, reason: It was wrong. }
---
-- content/topics/fraud.md --
---
title: Fraud
summary: Money taken by deceit.
---
";

#[test]
fn an_empty_list_of_related_news_is_explained() {
    check(
        NEWS,
        &["related", "first"],
        &expect![[r#"
        nothing is related to `first`: no news of its language up to its day shares anything with it
        exit 0
    "#]],
    );
    check(
        NEWS,
        &["related", "fourth"],
        &expect![[r#"
        nothing is related to `fourth`: the best is news/2020/first: none are computed here: `auto`, `limit` or `off` says so
        exit 0
    "#]],
    );
    check(
        NEWS,
        &["related", "fifth", "--explain"],
        &expect![[r#"
        nothing is related to `fifth`: it was withdrawn, and leads on to pinned news only
        exit 0
    "#]],
    );
}

#[test]
fn errors_stand_below_all_hints() {
    let site = "
-- content/topics/a.md --
---
title: Led to by nobody
parent: nothing
---
-- content/topics/b.md --
---
title: Without a summary
---
";
    let run = Workshop::new(site).run(&["check"]);
    let said =
        String::from_utf8_lossy(&run.stderr) + String::from_utf8_lossy(&run.stdout);
    let [error, hint] = ["error[", "[W"].map(|it| said.rfind(it));
    assert!(hint.is_some() && error > hint, "{said}");
}
