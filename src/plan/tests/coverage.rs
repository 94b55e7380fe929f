//! Maps of coverage: their tables are the counts, and every country of a table that is one
//! of ISO 3166-1 is on the map once.

use expect_test::expect;

use super::*;

const SITE: &str = "\
-- content/news/a.md --
---
title: First
date: 2020-02-11
countries: [kr, fr]
topics: phishing
---
-- content/news/b.md --
---
title: Second
date: 2020-02-12
countries: [kr, sg]
topics: phishing
---
-- content/news/c.md --
---
title: Third
date: 2020-02-13
countries: [kr, fj, ru]
---
-- content/topics/phishing.md --
---
title: Phishing
---
-- content/regions/asia.md --
---
title: Asia
m49: \"142\"
---
-- content/regions/moon.md --
---
title: The Moon
---
";

/// The marks, the legend and the table of a map in a line each.
fn said(page: &Value) -> String {
    let list = |key| at(page, key).as_array().cloned().unwrap_or_default();
    let mark = |it: &Value| {
        let kind = if it["dot"].is_null() { "shape" } else { "dot" };
        format!("{} {} {kind}{}", text(it, "link.title"), it["count"], it["level"])
    };
    let class = |it: &Value| format!("{}: {}", it["level"], text(it, "label"));
    let row = |it: &Value| format!("{} {}", text(it, "link.title"), it["count"]);
    let line = |key, show: &dyn Fn(&Value) -> String| {
        list(key).iter().map(show).collect::<Vec<_>>().join(", ") + "\n"
    };
    line("coverage.marks", &mark)
        + &line("coverage.legend", &class)
        + &line("coverage.rows", &row)
}

#[test]
fn the_table_is_the_counts_and_the_map_is_the_table() {
    let site = planned(SITE).sound();
    expect![[r#"
        South Korea 3 shape2, France 1 shape1, Russia 1 shape1, Fiji 1 dot1, Singapore 1 dot1
        1: 1, 2: 2–3
        South Korea 3, Fiji 1, France 1, Russia 1, Singapore 1
    "#]].assert_eq(&said(&site.page("/")));
    expect![[r#"
        South Korea 2 shape2, France 1 shape1, Singapore 1 dot1
        1: 1, 2: 2
        South Korea 2, France 1, Singapore 1
    "#]]
    .assert_eq(&said(&site.page("/topics/phishing/")));
    expect![[r#"
        South Korea 3 shape2, Singapore 1 dot1
        1: 1, 2: 2–3
        South Korea 3, Singapore 1
    "#]]
    .assert_eq(&said(&site.page("/regions/asia/")));
    assert!(at(&site.page("/regions/moon/"), "coverage").is_null());
}

#[test]
fn countries_with_news_are_not_drawn_among_those_without() {
    let site = planned(SITE).sound();
    let page = site.page("/");
    let marks = at(&page, "coverage.marks").as_array().cloned().expect("marks");
    let shapes = marks.iter().filter_map(|it| it["shape"].as_str());
    let plain = text(&page, "coverage.plain");
    for shape in shapes {
        assert!(!plain.contains(shape));
    }
    assert!(text(&site.page("/topics/phishing/"), "coverage.plain").len() > plain.len());
}

#[test]
fn news_without_countries_have_no_map() {
    let page = planned("-- content/news/a.md --\n---\ntitle: A\ndate: 2020-01-01\n---\n")
        .page("/");
    assert!(at(&page, "coverage").is_null());
}
