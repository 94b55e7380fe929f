//! Two outputs on one path.

use expect_test::{Expect, expect};

use super::*;

fn check(archive: &str, expected: &Expect) {
    let problems = planned(archive).problems;
    let line = |it: &Problem| {
        let path = it.place.as_ref().map_or("", |it| &it.path);
        format!("{} {path}: {}\n", it.code.0, it.message)
    };
    expected.assert_eq(&problems.iter().map(line).collect::<String>());
}

#[test]
fn an_entry_at_the_address_of_a_list_is_refused() {
    check(
        "\
-- content/news/a.md --
---
title: A
date: 2020-02-11
---
-- content/news/archive.md --
---
title: Archive
date: 2020-02-12
---
",
        &expect![[r#"
            E301 content/news/archive.md: the address `/news/archive/` belongs to the archive of the news
        "#]],
    );
}

#[test]
fn an_alias_at_an_address_of_the_site_is_refused() {
    check(
        "\
-- content/news/a.md --
---
title: A
date: 2020-02-11
aliases: [/news/2020/]
---
",
        &expect![[r#"
            E302 content/news/a.md: the alias `/news/2020/` is the address of the archive of the news
        "#]],
    );
}

#[test]
fn addresses_that_differ_only_in_capitals_are_refused() {
    check(
        "\
-- content/news/a.md --
---
title: A
date: 2020-02-11
aliases: [/Old/, /old/]
---
",
        &expect![[r#"
            E304 content/news/a.md: `old/index.html` and `Old/index.html` are one file on many computers
        "#]],
    );
}

#[test]
fn two_entries_on_one_address_are_reported_once() {
    check(
        "\
-- content/news/a.md --
---
title: A
date: 2020-02-11
---
-- content/news/b.md --
---
title: B
date: 2020-02-11
slug: a
---
",
        &expect![[r#"
            E301 content/news/b.md: the address `/news/a/` belongs to another entry
        "#]],
    );
}

#[test]
fn a_link_to_a_list_that_is_not_there_is_reported() {
    check(
        "\
-- content/news/a.md --
---
title: A
date: 2020-02-11
---
[Here](/news/2020/02/) and [there](/news/2020/03/).
",
        &expect![[r#"
            E203 content/news/a.md: the site has no address `/news/2020/03/`
        "#]],
    );
}

#[test]
fn years_and_entries_live_side_by_side() {
    let site = planned(
        "\
-- content/news/2020/02/x.md --
---
title: A
date: 2020-02-11
---
",
    );
    assert_eq!(site.problems, []);
    expect![[r#"
        corrections/index.html
        feeds/index.html
        index.html
        news/2020/02/index.html
        news/2020/02/x/index.html
        news/2020/index.html
        news/archive/index.html
        news/index.html
    "#]]
    .assert_eq(&site.paths());
}
