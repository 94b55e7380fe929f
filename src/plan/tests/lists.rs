//! Lists: their pages never renumber, and a new entry changes as few as it can.

use std::collections::BTreeSet;

use expect_test::expect;
use proptest::prelude::*;

use super::*;

const TOPICS: &str = "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/topics/piracy.md --
---
title: Piracy
---
";

fn site_of(count: usize) -> Planned {
    planned(&format!("{TOPICS}{}", news(count, "topics: fraud"))).sound()
}

#[test]
fn lists_and_the_lists_of_topics_have_pages() {
    let site = site_of(95);
    let lists =
        site.plan.pages.iter().filter(|it| matches!(it.route, Route::List { .. }));
    expect![[r#"
        news/2020/01/index.html
        news/2020/02/index.html
        news/2020/03/index.html
        news/2020/04/index.html
        news/index.html
        news/page/1/index.html
        news/page/2/index.html
        news/page/3/index.html
        topics/fraud/news/index.html
        topics/fraud/news/page/1/index.html
        topics/fraud/news/page/2/index.html
        topics/fraud/news/page/3/index.html
    "#]]
    .assert_eq(&lists.map(|it| it.path.clone() + "\n").collect::<String>());
}

#[test]
fn an_older_page_says_where_it_stands() {
    let page = site_of(95).page("/topics/fraud/news/page/1/");
    assert_eq!(text(&page, "head.title"), "news about Fraud (1)");
    expect!["latest … 2 1"].assert_eq(&texts(&page, "pages", "label").join(" "));
    expect!["news about Fraud (1) January 1, 2020 to January 20, 2020"]
        .assert_eq(text(&page, "summary"));
    expect!["home / topics / Fraud / news about Fraud / page"]
        .assert_eq(&texts(&page, "head.breadcrumb", "title").join(" / "));
    assert!(at(&page, "total").is_null());
    assert_eq!(text(&page, "head.previous"), "/topics/fraud/news/page/2/");
    assert!(at(&page, "head.next").is_null());
}

#[test]
fn a_topic_with_few_news_has_no_list() {
    let site = site_of(20);
    let page = site.page("/topics/fraud/");
    assert_eq!(at(&page, "latest.total"), 20);
    assert!(at(&page, "latest.all").is_null());
    assert!(site.plan.page_at("/topics/fraud/news/").is_none());
    let more = site_of(21).page("/topics/fraud/");
    assert_eq!(text(&more, "latest.all"), "/topics/fraud/news/");
}

#[test]
fn news_are_grouped_by_month_and_by_day_when_busy() {
    let page = site_of(35).page("/topics/fraud/");
    expect!["February 2020, January 2020"]
        .assert_eq(&texts(&page, "latest.groups", "title").join(", "));
    let busy = site_of(25).page("/topics/fraud/");
    let days = texts(&busy, "latest.groups", "title");
    assert_eq!((days.len(), &*days[0]), (20, "January 25, 2020"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 8, failure_persistence: None, ..Default::default()
    })]

    // Of the lists, a new entry changes their own addresses, its month and what an added
    // page stands next to; no other page of a list has to be rendered again.
    #[test]
    fn a_new_entry_leaves_older_pages_as_they_are(count in 55_usize..125) {
        let (before, after) = (site_of(count), site_of(count + 1));
        let (old, new) = (before.keys(), after.keys());
        let added: Vec<&&str> = new.keys().filter(|it| !old.contains_key(*it)).collect();
        let changed: BTreeSet<&str> = old
            .iter()
            .filter(|it| it.0.contains("/page/") && new.get(it.0) != Some(it.1))
            .map(|it| *it.0)
            .collect();
        let full = (count + 1) % before.site.config.pagination.per_page == 0;
        prop_assert!(full || changed.is_empty(), "{:?} changed", changed);
        prop_assert!(changed.len() <= 2, "{:?} changed", changed);
        let pages = added.iter().filter(|it| it.contains("/page/")).count();
        prop_assert_eq!(pages, if full { 2 } else { 0 });
    }
}
