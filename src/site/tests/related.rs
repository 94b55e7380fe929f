//! Related news.

use expect_test::{Expect, expect};

use super::{entry, paths, site};
use crate::site::{
    EntryId,
    related::{Pins, Ranking, Wanted},
};

/// Completes news that say only what matters to a test.
fn completed(news: &str) -> String {
    let topics = ["cybercrime", "financial-crime", "drugs", "fakes"];
    let topic =
        |it: &str| format!("-- content/topics/{it}.md --\n---\ntitle: {it}\n---\n");
    let mut archive: String = topics.iter().map(|it| topic(it)).collect();
    for file in news.split("-- ").filter(|it| !it.trim().is_empty()) {
        let (name, fields) = file.split_once(" --\n").expect("a name");
        let date = if fields.contains("date:") { "" } else { "date: 2020-02-01\n" };
        let title = if fields.contains("title:") { "" } else { "title: About NAME\n" };
        let title = title.replace("NAME", name);
        archive +=
            &format!("-- content/news/{name}.md --\n---\n{title}{date}{fields}---\n");
        archive += "Text.\n";
    }
    // Others, so that what some share is rare; later ones, so that none is related; in the
    // same words, so that no word is.
    for at in 0..20 {
        archive += &format!(
            "-- content/news/zz{at}.md --\n---\ntitle: About other {at}\ndate: 2025-02-01\n---\nText.\n"
        );
    }
    archive
}

fn check_related(news: &str, of: &str, expected: &Expect) {
    let site = site(&completed(news));
    let id = entry(&site, &format!("news/{of}"));
    let found = site.related[id.0 as usize].earlier.iter().map(|it| it.entry);
    let found = paths(&site, &found.collect::<Vec<_>>()).replace("news/", "");
    expected.assert_eq(&found);
}

#[test]
fn related_prefers_more_shared_topics() {
    check_related(
        "
-- a --
topics: [cybercrime, financial-crime]
-- b --
topics: [cybercrime]
-- c --
topics: [cybercrime, financial-crime]
",
        "a",
        &expect!["c, b"],
    );
}

#[test]
fn what_few_share_counts_more_and_the_near_in_time_comes_first() {
    check_related(
        "
-- a --
topics: [cybercrime]
countries: [fj]
-- fiji --
countries: [fj]
-- cyber-old --
topics: [cybercrime]
date: 2016-01-01
-- cyber-new --
topics: [cybercrime]
date: 2020-01-01
-- cyber-other --
topics: [cybercrime]
countries: [us]
date: 2019-01-01
-- drugs --
topics: [drugs]
",
        "a",
        &expect!["fiji, cyber-new, cyber-other, cyber-old"],
    );
}

#[test]
fn later_news_the_entry_itself_stubs_and_withdrawn_ones_are_left_out() {
    check_related(
        "
-- a --
topics: [cybercrime]
-- later --
topics: [cybercrime]
date: 2020-02-02
-- gone --
topics: [cybercrime]
withdrawn: { reason: Wrong }
-- same-day --
topics: [cybercrime]
date: 2020-02-01T23:00:00Z
-- hidden --
topics: [cybercrime]
draft: true
",
        "a",
        &expect!["same-day"],
    );
}

#[test]
fn pinned_ones_come_first_and_hidden_ones_never() {
    check_related(
        "
-- a --
topics: [cybercrime]
related: { pin: [z, y], hide: [c], auto: 1 }
-- b --
topics: [cybercrime]
date: 2019-01-01
-- c --
topics: [cybercrime]
-- d --
topics: [cybercrime]
date: 2018-01-01
-- y --
topics: [cybercrime]
-- z --
topics: [drugs]
",
        "a",
        &expect!["z, y, b"],
    );
}

#[test]
fn one_story_under_two_nearly_equal_headlines_is_shown_once() {
    check_related(
        "
-- a --
topics: [cybercrime]
title: Something else
-- b --
topics: [cybercrime]
title: Police arrest ten people in Fiji over fake tickets
-- c --
topics: [cybercrime]
title: Police arrest ten people in Fiji over fake tickets (updated)
",
        "a",
        &expect!["b"],
    );
}

#[test]
fn every_part_of_a_score_is_told() {
    let site = site(&completed(
        "
-- a --
topics: [cybercrime, drugs]
countries: [fj]
story: lynx
-- b --
topics: [drugs]
countries: [fj]
story: lynx
date: 2019-02-01
-- c --
topics: [fakes]
-- d --
topics: [drugs]
",
    ));
    let a = entry(&site, "news/a");
    let wanted = Wanted { limit: 5, pins: Pins::Ignored, ..Wanted::of(&site) };
    let found = Ranking::some(&site).explain(a, wanted);
    let mut text = String::new();
    for (it, reasons) in found.choice.list.iter().zip(&found.reasons) {
        text += &format!("{} {}:", paths(&site, &[it.entry]), it.score);
        for reason in reasons {
            text += &format!(" {} {} {},", reason.kind, reason.value, reason.score);
        }
        text += "\n";
    }
    expect![[r#"
        news/b 1510: countries fj 500, topics drugs 277, story lynx 1000, time 365 -267,
        news/d 277: topics drugs 277, time 0 0,
    "#]]
    .assert_eq(&text);
}

#[test]
fn later_coverage_is_the_other_side_of_earlier_news() {
    let site = site(&completed(
        "
-- a --
topics: [cybercrime]
-- b --
topics: [cybercrime]
date: 2020-03-01
-- c --
topics: [drugs]
date: 2020-04-01
related: [a]
",
    ));
    let later = |path| {
        let id: EntryId = entry(&site, path);
        paths(&site, &site.related[id.0 as usize].later)
    };
    assert_eq!(later("news/a"), "news/c, news/b");
    assert_eq!(later("news/c"), "");
}
