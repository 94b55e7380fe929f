//! Lines of stories and trees of connections: what they hold is what stands beside them.

use expect_test::expect;

use super::*;

const STORY: &str = "\
-- site.yaml --
languages: { en: { locale: en-GB }, ar: { dir: rtl } }
default_language: en
-- content/news/a.md --
---
title: It begins
date: 2019-02-11
story: harbour
---
-- content/news/b.md --
---
title: It goes on
date: 2019-02-12
story: harbour
---
-- content/news/c.md --
---
title: It ends
date: 2021-06-01
story: harbour
---
-- content/pages/about.ar.md --
---
title: عن الموقع
---
";

/// The dots with their titles, and the marks, of the line of a story.
fn line(page: &Value) -> String {
    let titles = texts(page, "story.members", "link.title");
    let dots = texts(page, "story.dots", "at").into_iter().zip(titles);
    let dots: String = dots.map(|(at, title)| format!("{at} {title}\n")).collect();
    let marks = at(page, "story.marks").as_array().cloned().unwrap_or_default();
    let mark =
        |it: &Value| ["at", "anchor", "label"].map(|key| text(it, key)).join(" ") + "\n";
    dots + &marks.iter().map(mark).collect::<String>()
}

#[test]
fn a_story_is_a_line_from_its_first_month_to_its_last() {
    let site = planned(STORY).sound();
    expect![[r#"
        3.0% It begins
        7.2% It goes on
        97.0% It ends
        3.0% start February 2019
        97.0% end June 2021
        41.7% middle 2020
    "#]]
    .assert_eq(&line(&site.page("/news/b/")));
}

#[test]
fn a_line_runs_from_the_right_where_texts_do() {
    let site = planned(STORY).sound();
    let page = site.page("/ar/news/b/");
    assert_eq!(texts(&page, "story.dots", "at"), ["97.0%", "92.8%", "3.0%"]);
    let anchors = texts(&page, "story.marks", "anchor");
    assert_eq!(anchors, ["end", "start", "middle"]);
}

const CONNECTED: &str = "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/topics/money.md --
---
title: Money and whatever else has a name that is far too long
---
-- content/organisations/bank.md --
---
title: The Bank
---
-- content/news/a.md --
---
title: First
date: 2020-02-11
countries: [kr, fr]
topics: [fraud, money]
organisations: bank
---
-- content/news/b.md --
---
title: Second
date: 2020-02-12
countries: kr
topics: fraud
---
";

#[test]
fn what_the_same_news_name_is_connected() {
    let site = planned(CONNECTED).sound();
    let page = site.page("/topics/fraud/");
    let groups = at(&page, "neighbours.groups").as_array().cloned().unwrap_or_default();
    let item = |it: &Value| {
        format!("  {} {} {}\n", text(it, "link.title"), it["count"], text(it, "name"))
    };
    let group = |it: &Value| {
        let items = it["items"].as_array().cloned().unwrap_or_default();
        let items: String = items.iter().map(item).collect();
        format!("{} {}\n{items}", text(it, "label"), it["left"])
    };
    expect![[r#"
        topics true
          Money and whatever else has a name that is far too long 1 Money and whatever else has a…
        countries false
          South Korea 2 South Korea
          France 1 France
        organisations true
          The Bank 1 The Bank
    "#]]
    .assert_eq(&groups.iter().map(group).collect::<String>());
}

#[test]
fn few_connections_are_not_drawn_and_many_are_at_most_24_nodes() {
    let site = planned(CONNECTED).sound();
    assert!(site.page("/countries/fr/")["neighbours"].is_object());
    let few = CONNECTED.replace("organisations: bank\n", "");
    assert!(planned(&few).sound().page("/topics/money/")["neighbours"].is_null());
    let all = |kind: &str| (0..30).map(|at| format!("{kind}{at}")).collect::<Vec<_>>();
    let entries = |folder: &str, kind: &str| -> String {
        let one = |id| format!("-- content/{folder}/{id}.md --\n---\ntitle: {id}\n---\n");
        all(kind).iter().map(one).collect()
    };
    let news = format!(
        "-- content/news/a.md --\n---\ntitle: A\ndate: 2020-02-11\ncountries: [kr, fr, sg, fj, ru]\n\
         topics: [{}]\norganisations: [{}]\n---\n",
        all("t").join(", "),
        all("o").join(", ")
    );
    let site =
        planned(&(entries("topics", "t") + &entries("organisations", "o") + &news));
    let page = site.sound().page("/countries/kr/");
    let groups = at(&page, "neighbours.groups").as_array().cloned().unwrap_or_default();
    let items = |it: &Value| it["items"].as_array().map_or(0, Vec::len);
    let nodes = 1 + groups.len() + groups.iter().map(items).sum::<usize>();
    assert!((18..=24).contains(&nodes), "{nodes}");
}
