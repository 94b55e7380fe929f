//! Home, menus, indexes and the pages of topics, countries and own types.

use expect_test::expect;

use super::*;

const SITE: &str = "\
-- site.yaml --
types:
  operation:
    folder: operations
    label: Operations
    fields:
      lead: { type: organisation, label: Led by, inverse: { name: operations, label: Operations } }
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
topics: [phishing, fraud]
featured: true
---
-- content/news/c.md --
---
title: Third
date: 2020-02-13
countries: [kr, sg]
---
-- content/topics/fraud.md --
---
title: Fraud
order: 2
---
-- content/topics/phishing.md --
---
title: Phishing
parent: fraud
order: 1
---
-- content/topics/arson.md --
---
title: Arson
order: 1
---
-- content/organisations/interpol.md --
---
title: INTERPOL
---
-- content/operations/first-light.md --
---
title: First Light
lead: interpol
---
-- content/pages/about.md --
---
title: About us
nav: main
---
-- content/pages/imprint.md --
---
title: Imprint
nav: { menu: footer, label: Legal }
---
";

#[test]
fn the_home_page_leads_with_what_is_featured() {
    let page = planned(SITE).sound().page("/");
    assert_eq!(text(&page, "head.og.title"), "Newsroom");
    assert_eq!(text(&page, "lead.link.title"), "Second");
    assert_eq!(texts(&page, "latest", "link.title"), ["Third", "First"]);
    assert_eq!(at(&page, "all_news.count"), 3);
    assert_eq!(texts(&page, "topics", "topic.link.title"), ["Phishing", "Fraud"]);
    let countries = texts(&page, "coverage.rows", "link.title");
    assert_eq!(countries, ["South Korea", "Singapore", "France"]);
}

#[test]
fn menus_hold_the_sections_that_exist_and_the_pages_that_ask() {
    let site = planned(SITE).sound();
    let frame = serde_json::to_value(&site.plan.frames[0]).expect("JSON");
    expect!["/news/ /countries/ /topics/ /organisations/ /operations/ /pages/about/"]
        .assert_eq(&texts(&frame, "menu", "url").join(" "));
    expect!["Legal archive corrections feeds"]
        .assert_eq(&texts(&frame, "footer", "label").join(" "));
}

#[test]
fn topics_are_a_tree_in_the_editors_order() {
    let page = planned(SITE).sound().page("/topics/");
    let items = at(&page, "letters.0.items").as_array().cloned().unwrap_or_default();
    let line = |it: &Value| {
        let indent = usize::try_from(at(it, "depth").as_u64().unwrap_or(0)).unwrap_or(0);
        format!("{}{} {}\n", "  ".repeat(indent), text(it, "link.title"), at(it, "count"))
    };
    expect![[r#"
        Arson 0
        Fraud 2
          Phishing 2
    "#]]
    .assert_eq(&items.iter().map(line).collect::<String>());
}

#[test]
fn countries_without_a_page_are_plain_text() {
    let page = planned(SITE).sound().page("/countries/");
    let letters = texts(&page, "letters", "letter");
    assert_eq!(letters.concat(), "ABCDEFGHIJKLMNOPQRSTUVWYZ");
    assert_eq!(at(&page, "total"), 3);
    let items = at(&page, "letters").as_array().into_iter().flatten();
    let items: Vec<&Value> =
        items.flat_map(|it| at(it, "items").as_array().into_iter().flatten()).collect();
    assert_eq!(items.len(), 249);
    let linked = items.iter().filter(|it| !at(it, "link.url").is_null());
    let linked: Vec<&str> = linked.map(|it| text(it, "link.url")).collect();
    assert_eq!(linked, ["/countries/fr/", "/countries/sg/", "/countries/kr/"]);
}

#[test]
fn what_is_named_together_is_counted() {
    let other = |at: u8| {
        format!(
            "-- content/news/x{at}.md --\n---\ntitle: Other {at}\ndate: 2020-01-0{at}\n---\n"
        )
    };
    let site =
        planned(&(SITE.to_owned() + &(1..6).map(other).collect::<String>())).sound();
    let counted = |page: &Value, list: &str| {
        let items = at(page, list).as_array().cloned().unwrap_or_default();
        let line = |it: &Value| format!("{} {}", text(it, "link.title"), at(it, "count"));
        items.iter().map(line).collect::<Vec<_>>().join(", ")
    };
    let korea = site.page("/countries/kr/");
    assert_eq!(counted(&korea, "together"), "Singapore 2", "one news of both is chance");
    assert_eq!(counted(&site.page("/countries/sg/"), "together"), "South Korea 2");
    assert_eq!(counted(&korea, "topics"), "Phishing 2, Fraud 1");
    let fraud = site.page("/topics/fraud/");
    assert_eq!(at(&fraud, "latest.total"), 2, "a wider topic inherits");
    assert_eq!(
        counted(&fraud["coverage"], "rows"),
        "South Korea 2, France 1, Singapore 1"
    );
}

#[test]
fn own_types_have_a_list_and_both_sides_of_their_relations() {
    let site = planned(SITE).sound();
    assert!(site.plan.page_at("/operations/").is_some());
    let page = site.page("/operations/first-light/");
    assert_eq!(texts(&page, "relations", "label"), ["Led by"]);
    assert_eq!(text(&page, "relations.0.links.0.url"), "/organisations/interpol/");
    let other = site.page("/organisations/interpol/");
    assert_eq!(texts(&other, "relations", "label"), ["Operations"]);
    assert_eq!(text(&other, "relations.0.links.0.title"), "First Light");
}

#[test]
fn empty_sections_have_no_pages() {
    let site = planned("-- content/topics/fraud.md --\n---\ntitle: Fraud\n---\n").sound();
    let paths: String = site.plan.pages.iter().map(|it| it.path.clone() + "\n").collect();
    expect![[r#"
        404.html
        api/graph.json
        index.html
        robots.txt
        search/en/03cc6efc2a12.bin
        search/en/058ea4dae184.bin
        search/en/4dd8697f1346.bin
        search/en/c9082c86511f.json
        search/en/index.json
        search/index.html
        search/search.js
        share.png
        site.webmanifest
        sitemap.xml
        topics/fraud/index.html
        topics/fraud/index.json
        topics/fraud/share.png
        topics/index.html
    "#]]
    .assert_eq(&paths);
}

#[test]
fn the_base_theme_has_every_string_that_views_are_made_with() {
    let options = serde_json::Map::new();
    let choice = config::ThemeChoice { name: "base".into(), options };
    let theme = crate::theme::load(&Sources::default(), &choice).value.expect("a theme");
    let types = planned("").site.config.schema.types;
    let labels = types.iter().flat_map(|it| {
        let own =
            it.fields.iter().filter(|it| it.is_relation() && it.name != "translation_of");
        let own = own.map(|it| &it.label);
        own.chain([&it.label]).cloned().collect::<Vec<_>>()
    });
    let keys: Vec<String> = labels
        .filter(|it| !it.is_empty())
        .chain(words::KEYS.iter().map(|it| (*it).to_owned()))
        .collect();
    for tag in ["en", "fr", "es", "ar"] {
        let strings = &theme.strings[tag];
        let missing: Vec<_> =
            keys.iter().filter(|it| strings.get(it).is_none()).collect();
        assert!(missing.is_empty(), "{tag}: {missing:?}");
    }
}

#[test]
fn menus_of_the_site_s_own_take_the_place_of_those_of_the_theme() {
    let own = "
-- site.yaml --
languages: { en: {}, fr: {} }
menu:
  - { label: News, url: /news/ }
  - { label: Elsewhere, url: https://example.com/ }
footer: [{ label: Nowhere, url: /nowhere/ }]
-- content/news/a.fr.md --
---
title: Une nouvelle
date: 2020-01-01
---
";
    let site = planned(own);
    let menu = |at: usize| {
        let frame = serde_json::to_value(&site.plan.frames[at]).expect("JSON");
        texts(&frame, "menu", "url").join(" ")
    };
    expect!["/news/ https://example.com/"].assert_eq(&menu(0));
    expect!["/fr/news/ https://example.com/"].assert_eq(&menu(1));
    let said: Vec<&str> = site.problems.iter().map(|it| &*it.message).collect();
    expect![[r#"
        the site has no address `/news/`
        the site has no address `/nowhere/`"#]]
    .assert_eq(&said.join("\n"));
}
