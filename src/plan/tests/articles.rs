//! News entries: notices, changes, datelines, stories.

use expect_test::expect;

use super::*;

#[test]
fn notices_say_what_a_reader_must_know() {
    let site = planned(
        "\
-- content/news/old.md --
---
title: Old
date: 2020-02-11
withdrawn: { at: 2020-03-01, reason: It was wrong, replaced_by: new }
---
-- content/news/new.md --
---
title: New
date: 2020-02-12
updated: 2020-02-14
changes:
  - { at: 2020-02-13, kind: correction, note: A figure }
  - { at: 2020-02-14, kind: update, note: More }
---
-- content/news/draft.md --
---
title: Draft
date: 2020-02-13
draft: true
---
",
    )
    .sound();
    let old = site.page("/news/old/");
    assert_eq!(texts(&old, "notices", "kind"), ["withdrawn"]);
    assert_eq!(text(&old, "notices.0.link.url"), "/news/new/");
    let new = site.page("/news/new/");
    assert_eq!(texts(&new, "notices", "kind"), ["corrected"]);
    assert_eq!(texts(&new, "changes", "note"), ["More", "A figure"]);
    assert_eq!(texts(&site.page("/news/draft/"), "notices", "kind"), ["preview"]);
    let corrections = site.page("/corrections/");
    assert_eq!(texts(&corrections, "items", "change.note"), ["A figure"]);
    // What was withdrawn keeps its page and is listed nowhere.
    assert!(!site.page("/news/").to_string().contains("/news/old/"));
}

#[test]
fn a_withdrawal_is_a_change_once_it_is_there() {
    let site = planned(
        "\
-- content/news/gone.md --
---
title: Gone
date: 2020-02-11
withdrawn: { at: 2020-03-01, reason: It was wrong }
---
-- content/news/going.md --
---
title: Going
date: 2020-02-12
changes: [{ at: 2020-02-14, kind: update, note: More }]
withdrawn: { at: 2035-05-01, reason: It will be wrong }
---
",
    )
    .sound();
    let [gone, going] = ["/news/gone/", "/news/going/"].map(|it| site.page(it));
    assert_eq!(text(&gone, "head.og.modified"), "2020-03-01");
    assert_eq!(text(&going, "head.og.modified"), "2020-02-14");
    assert_eq!(texts(&going, "notices", "kind"), [""; 0]);
}

#[test]
fn a_dateline_names_the_place_and_the_official_name() {
    let site = planned(
        "\
-- content/news/a.md --
---
title: A
date: 2020-02-11
dateline: { place: Seoul, country: kr }
---
The *lead*.

More.
-- content/news/b.md --
---
title: B
date: 2020-02-11
---
No dateline.
-- content/countries/kr.md --
---
title: Korea
name_official: Republic of Korea
---
",
    )
    .sound();
    let page = site.page("/news/a/");
    assert_eq!(text(&page, "dateline"), "SEOUL, Republic of Korea");
    assert_eq!(text(&page, "body.lead"), "The <em>lead</em>.");
    assert_eq!(text(&page, "body.sections.0.html"), "<p>More.</p>\n");
    let plain = site.page("/news/b/");
    assert!(at(&plain, "body.lead").is_null());
    assert_eq!(text(&plain, "body.sections.0.html"), "<p>No dateline.</p>\n");
}

#[test]
fn a_story_lists_its_members_oldest_first_and_links_no_page_to_itself() {
    let member = |at: i32| {
        format!(
            "-- content/news/{at}.md --\n---\ntitle: Part {at}\ndate: 2020-02-1{at}\nstory: big-case\n---\n"
        )
    };
    let site = planned(&(1..4).map(member).collect::<String>()).sound();
    let page = site.page("/news/2/");
    assert_eq!(text(&page, "story.title"), "Part 1");
    let titles = texts(&page, "story.members", "link.title");
    assert_eq!(titles, ["Part 1", "Part 2", "Part 3"]);
    let urls = texts(&page, "story.members", "link.url");
    assert_eq!(urls, ["/news/1/", "", "/news/3/"]);
}

#[test]
fn titles_that_two_pages_would_share_are_told_apart() {
    let site = planned(
        "\
-- content/news/a.md --
---
title: Korea
date: 2020-02-11
---
-- content/news/b.md --
---
title: Korea
date: 2020-02-11
---
-- content/topics/korea.md --
---
title: Korea
---
-- content/pages/news.md --
---
title: news
---
",
    )
    .sound();
    expect![[r#"
        [
            "corrections",
            "feeds",
            "",
            "news of February 2020",
            "news of 2020",
            "Korea – February 11, 2020 (a)",
            "archive",
            "Korea – February 11, 2020 (b)",
            "news",
            "news – pages",
            "topics",
            "Korea – topics",
        ]
    "#]]
    .assert_debug_eq(&site.titles().into_iter().map(|it| it.1).collect::<Vec<_>>());
}

#[test]
fn links_keep_their_anchors_wherever_they_lead() {
    let links = [
        ("/files/a.pdf#page=2", "/files/a.pdf#page=2"),
        ("a%20b.pdf#page=2&zoom=50", "/pages/a%20b.pdf#page=2&amp;zoom=50"),
        ("/news/#archive", "/news/#archive"),
        ("/gone/#part", "/gone/#part"),
        ("gone.pdf#page=2", "/pages/gone.pdf#page=2"),
    ];
    for (written, expected) in links {
        let site = planned(&format!(
            "-- site.yaml --\nlinks: {{ internal: off }}\n-- static/files/a.pdf --\n\
             -- content/news/n.md --\n---\ntitle: N\ndate: 2020-02-11\n---\n\
             -- content/pages/a b.pdf --\n-- content/pages/p.md --\n---\ntitle: P\n---\n\
             [x]({written})\n"
        ));
        let html = texts(&site.page("/pages/p/"), "body.sections", "html").concat();
        assert!(html.contains(&format!("href=\"{expected}\"")), "{html}");
    }
}

#[test]
fn a_body_is_keyed_by_what_its_links_lead_to() {
    let site = |title: &str| {
        planned(&format!(
            "\
-- content/news/a.md --
---
title: A
date: 2020-02-11
---
See [[fraud]].
-- content/topics/fraud.md --
---
title: {title}
---
"
        ))
        .sound()
    };
    let (one, other) = (site("Fraud"), site("Fraud and deceit"));
    let html =
        |it: &Planned| text(&it.page("/news/a/"), "body.sections.0.html").to_owned();
    assert_eq!(html(&one), "<p>See <a href=\"/topics/fraud/\">Fraud</a>.</p>\n");
    assert_ne!(one.keys()["news/a/index.html"], other.keys()["news/a/index.html"]);
    assert_eq!(one.keys(), site("Fraud").keys());
}

#[test]
fn related_news_say_what_they_share_unless_an_editor_chose_them() {
    let entry = |name: &str, day: u8, more: &str| {
        format!(
            "-- content/news/{name}.md --\n---\ntitle: {name}\ndate: 2020-02-{day}\n\
             countries: [kr]\ntopics: [fraud]\n{more}---\n"
        )
    };
    let topic = "-- content/topics/fraud.md --\n---\ntitle: Fraud\n---\n";
    let pins = "related: { pin: pinned }\n";
    let site = [
        entry("own", 20, pins),
        entry("pinned", 10, ""),
        entry("other", 11, ""),
        topic.to_owned(),
        "-- content/news/later.md --\n---\ntitle: later\ndate: 2021-02-20\n---\n"
            .to_owned(),
    ];
    let page = planned(&site.concat()).sound().page("/news/own/");
    assert_eq!(texts(&page, "related", "link.title"), ["pinned", "other"]);
    let reasons = texts(&page, "related", "reason");
    assert_eq!(reasons, ["Fraud · South Korea"; 2]);
}
