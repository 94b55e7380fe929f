//! Two outputs on one path.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

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

/// Whether two paths cannot both be made on a file system that ignores capitals and forms.
fn one_file(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|it| it.to_lowercase().nfc().collect::<String>());
    a == b || b.starts_with(&format!("{a}/")) || a.starts_with(&format!("{b}/"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64, failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn paths_clash_exactly_when_they_would_be_one_file(
        paths in prop::collection::vec("(a|A|-|é|e\u{301}){1,2}(/(a|b|B)){0,2}", 1..7)
    ) {
        let site = planned("").site;
        let page = |it: &String| {
            Page { path: it.clone(), lang: LangId(0), route: Route::Robots }
        };
        let mut pages: Vec<Page> = paths.iter().map(page).collect();
        let found = collisions::settle(&site, &mut pages);
        let pair = |(at, a): (usize, &String)| paths[at + 1..].iter().any(|b| one_file(a, b));
        prop_assert_eq!(!found.is_empty(), paths.iter().enumerate().any(pair));
        prop_assert!(pages.is_sorted_by(|a, b| a.path <= b.path));
    }
}
