//! Rules on whole sites.

use std::{collections::BTreeMap, sync::Arc};

use expect_test::{Expect, expect};
use include_dir::{Dir, include_dir};
use jiff::Timestamp;

use super::check;
use crate::{
    config::{self, Overrides, Preview},
    document::{self, Reading},
    site,
    source::{Source, Sources},
    span::line_column,
};

const LEAD: &str = "Police have arrested twelve people suspected of stealing card details from \
     thousands of travellers at railway stations, investigators announced after three days of \
     raids.";

/// What the style says of a site: code, file, line, column, words meant, message.
fn said(sources: &Sources) -> String {
    let as_of: Timestamp = "2020-06-01T00:00:00Z".parse().unwrap();
    let overrides = Overrides {
        variables: BTreeMap::new(),
        base_url: None,
        as_of,
        preview: Preview::default(),
        levels: Vec::new(),
        strict: false,
    };
    let mut problems = Vec::new();
    let config =
        config::parse(sources.config(), &overrides).unload(&mut problems).unwrap();
    let reading = Reading {
        schema: &config.schema,
        languages: &config.languages,
        smart_punctuation: config.smart_punctuation,
    };
    let texts = sources.below("content/");
    let documents: Vec<_> = texts
        .filter_map(|it| document::parse(it, &reading).unload(&mut problems))
        .map(Arc::new)
        .collect();
    let site = site::resolve(config, documents, sources).unload(&mut problems);
    assert_eq!(problems, [], "the site is sound but for its style");
    let line = |it: &crate::problem::Problem| {
        let place = it.place.as_ref().unwrap();
        let text =
            std::str::from_utf8(&sources.text(&place.path).unwrap().bytes).unwrap();
        let (line, column) = line_column(text, place.span.start as usize);
        let name = place.path.rsplit('/').next().unwrap();
        let words = &text[place.span.range()];
        let level = &format!("{:?}", it.severity).to_lowercase();
        format!("{level} {} {name}:{line}:{column} [{words}] {}\n", it.code.0, it.message)
    };
    check(&site, sources).iter().map(line).collect()
}

/// Checks a site: an archive, and all that the style says of it.
fn check_site(archive: &str, expect: &Expect) {
    expect.assert_eq(&said(&Sources::of_archive(archive)));
}

/// Checks a news item with more front matter and more text than the usual.
fn check_news(front: &str, body: &str, expect: &Expect) {
    check_site(&news(front, body), expect);
}

fn news(front: &str, body: &str) -> String {
    format!(
        "-- content/news/raids.md --\n---\ntitle: Twelve held after card fraud raids\n\
         standfirst: Officers searched homes and a call centre\ndate: 2020-05-20\n{front}\n\
         ---\n\n{LEAD}\n\n{body}\n"
    )
}

#[test]
fn the_first_article_is_written_in_house_style() {
    static CONTENT: Dir =
        include_dir!("$CARGO_MANIFEST_DIR/tests/golden/seed-site/content");
    let mut texts = Vec::new();
    let mut folders = vec![&CONTENT];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        texts.extend(folder.files().map(|it| {
            Source::new(&format!("content/{}", it.path().display()), it.contents())
        }));
    }
    texts.push(Source::new(
        "site.yaml",
        include_bytes!("../../tests/golden/seed-site/site.yaml").as_slice(),
    ));
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    let sources = Sources { texts, ..Sources::default() };
    expect![[r#"
        info W304 korea-to-fund-interpol-projects-combating-cyber-enabled-crime.md:47:1 [The KNPA-supported element of the] a sentence has 47 words, over 40
        info W341 korea-to-fund-interpol-projects-combating-cyber-enabled-crime.md:53:206 [currently] “currently” stands in a text that is more than 30 days old
        info W343 korea-to-fund-interpol-projects-combating-cyber-enabled-crime.md:45:86 ['] apostrophes are mixed: 2 straight and 3 curly
    "#]].assert_eq(&said(&sources));
}

#[test]
fn countries_are_named_by_any_of_their_names_and_by_longer_ones_first() {
    check_news(
        "countries: [pg, us, de]",
        "Officers from Papua New Guinea, the USA and a German team met in New Jersey. Jordan \
         Smith and Michael Jordan came, too. In Jordan, talks go on. So they do in Niger.",
        &expect![[r#"
            info W311 raids.md:10:124 [Jordan] the text names Jordan (jo), but Jordan is not in `countries`
            warning W313 raids.md:10:159 [Niger] `Niger` alone may mean more than one country
        "#]],
    );
}

#[test]
fn an_untagged_country_weighs_more_when_named_twice_or_at_the_top() {
    check_news(
        "",
        "From Chad they went to Mali, and from Mali home.",
        &expect![[r#"
        warning W311 raids.md:10:24 [Mali] the text names Mali (ml), but Mali is not in `countries`
        info W311 raids.md:10:6 [Chad] the text names Chad (td), but Chad is not in `countries`
    "#]],
    );
    check_site(
        &news("", "").replace("Twelve held", "Twelve held in Peru"),
        &expect![[r#"
            warning W311 raids.md:2:23 [Peru] the text names Peru (pe), but Peru is not in `countries`
        "#]],
    );
}

#[test]
fn a_quotation_of_several_paragraphs_is_one() {
    check_news(
        "",
        "“These arrests show what we can do when all of us work together.\n\n\
         “And we will go on as long as there is work to do,” said the judge.\n\n\
         “These arrests show what we can do when all of us work together.”\n\n\
         A paragraph of its own.\n\n\
         “These arrests show what we can do when all of us work together.”",
        &expect![[r#"
            warning W320 raids.md:18:1 [“These arrests show what we] nobody says this quotation
        "#]],
    );
}

#[test]
fn quotation_marks_that_are_alone_are_shown_where_they_are() {
    check_news(
        "",
        "He said “one” and “two, and went.\n\nShe said three” and went.\n\n\"Four\" and \"five",
        &expect![[r#"
            warning W321 raids.md:10:19 [“] the quotation has no end
            warning W321 raids.md:12:15 [”] the quotation has no beginning
            warning W321 raids.md:14:12 ["] the quotation has no end
        "#]],
    );
}

#[test]
fn exceptions_cover_what_they_name_and_nothing_else() {
    check_news(
        "lint:\n  allow:\n    - { rule: w311, value: ML, reason: seat }\n    \
         - { rule: W311, value: fr, reason: gone }\n    - { rule: W341, reason: later }\n    \
         - { rule: E201, reason: no }",
        "They went to Mali and to Togo.",
        &expect![[r#"
            info W311 raids.md:15:26 [Togo] the text names Togo (tg), but Togo is not in `countries`
            warning W390 raids.md:8:15 [W311] W311 finds nothing about `fr` here to allow
            warning W391 raids.md:10:15 [E201] there is no rule `E201` to allow
        "#]],
    );
}

#[test]
fn acronyms_and_words_of_time_are_marked_once_each() {
    check_news(
        "",
        "The KNPA met the **NCB** today, and NCBs meet today. The Korean agency (ABC) did not.",
        &expect![[r#"
            info W340 raids.md:10:5 [KNPA] `KNPA` is not explained where it is first used
            info W340 raids.md:10:20 [NCB] `NCB` is not explained where it is first used
        "#]],
    );
    check_site(
        &news("", "The talks go on today and “today” and currently, today.")
            .replace("2020-05-20", "2020-01-20"),
        &expect![[r#"
            info W341 raids.md:10:17 [today] “today” stands in a text that is more than 30 days old
            info W341 raids.md:10:39 [currently] “currently” stands in a text that is more than 30 days old
        "#]],
    );
}

#[test]
fn pull_quotes_and_key_facts_are_in_the_text() {
    check_news(
        "pull_quotes:\n  - { text: \"We acted as one … team\", name: A }\n  \
         - { text: \"all of us will go on\", name: A }\n  - { text: We went on, name: A }\n\
         key_facts:\n  - { label: Sum, value: EUR 2.1 million }\n  - { label: Homes, value: '9' }",
        "“We acted as one\nmighty team and all of us\n\n“will go on,” he said: EUR\u{a0}2.1 \
         million, 19 homes.",
        &expect![[r#"
            error E323 raids.md:8:13 [We went on] the pull quote is not in the text word for word
            error E324 raids.md:11:28 ['9'] the key fact `9` is not in the text
        "#]],
    );
}

#[test]
fn a_role_is_that_of_the_day() {
    let person = "-- content/people/ana-sol.md --\n---\ntitle: Ana Sol\nsort_name: Sol, Ana\n\
                  roles:\n  - { title: Director, to: 2019 }\n  \
                  - { title: Chief Inspector, from: 2020-01 }\n---\n";
    let item = news(
        "people: [ana-sol]\npull_quotes: [{ text: Police have, person: ana-sol, role: Director }]",
        "Chief Inspector Ana Sol, a former Director, spoke. Director Ana Sol left.",
    );
    check_site(
        &(item + person),
        &expect![[r#"
        warning W322 raids.md:11:52 [Director] Ana Sol is called “Director” but was “Chief Inspector” on that day
        warning W322 raids.md:6:59 [Director] Ana Sol is called “Director” but was “Chief Inspector” on that day
    "#]],
    );
}

#[test]
fn related_news_stand_and_are_older() {
    let other = |name: &str, front: &str| {
        format!(
            "-- content/news/{name}.md --\n---\ntitle: Item {name}\nstub: true\n{front}\n---\n"
        )
    };
    let site = news("related: [raids, later, gone, older]", "")
        + &other("later", "date: 2020-05-21")
        + &other("older", "date: 2020-05-19")
        + &other("gone", "date: 2020-01-01\nwithdrawn: { reason: Wrong }");
    check_site(
        &site,
        &expect![[r#"
        error W350 raids.md:5:11 [raids] this news item is related to itself
        warning W350 raids.md:5:18 [later] related news are newer than this: “Item later”, 2020-05-21
        error W350 raids.md:5:25 [gone] related news were withdrawn: “Item gone”
    "#]],
    );
}

#[test]
fn a_translation_says_what_its_source_says() {
    let config = "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\n\
                  default_language: en\nlanguages: { en: {}, fr: {} }\n";
    let source = news(
        "updated: 2020-05-25\nchanges: [{ at: 2020-05-25, kind: update, note: More }]",
        "They took EUR 1,300 and 2.5 kg, in 9 homes.",
    );
    let french = "-- content/news/raids.fr.md --\n---\ntitle: Douze arrestations\nstandfirst: \
                  Des perquisitions ont eu lieu\ndate: 2020-05-20\n---\n\nLa police a arrêté \
                  douze personnes soupçonnées d’avoir volé les données de cartes de milliers \
                  de voyageurs dans des gares.\n\nIls ont pris 1\u{202f}300 euros et 2,5 kg \
                  dans 8 maisons.\n";
    check_site(
        &format!("{config}{source}{french}"),
        &expect![[r#"
        warning W353 raids.fr.md:4:7 [2020-05-20] the translation is older than its source
        warning W353 raids.fr.md:2:8 [Douze arrestations] the translation has other numbers than its source
    "#]],
    );
}

#[test]
fn pages_have_their_place() {
    check_site(
        "
-- content/topics/fraud.md --
---
title: Fraud
see_also: [theft]
review_by: 2020-05-01
---

#### Deep

## Good

### Better
-- content/topics/theft.md --
---
title: Theft
---
-- content/topics/lost.md --
---
title: theft
---
-- content/pages/about.md --
---
title: About
nav: main
---
[Fraud](../topics/fraud.md)
",
        &expect![[r#"
            warning W361 fraud.md:4:12 [2020-05-01] the review of this page is overdue
            warning W361 fraud.md:7:1 [#### Deep] a heading of level 4 follows the title
            warning W361 lost.md:2:8 [theft] nothing refers to this topic
            warning W361 theft.md:2:8 [Theft] another page has the same title
        "#]],
    );
}

#[test]
fn bodies_without_spaces_or_capitals_are_not_measured_by_them() {
    let config = "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\n\
                  default_language: zh\nlanguages: { zh: {}, ar: {dir: rtl} }\n";
    let item = |name: &str, [title, standfirst, text]: [&str; 3]| {
        let text = text.repeat(60);
        format!(
            "-- content/news/{name} --\n---\ntitle: {title}\nstandfirst: {standfirst}\n\
             date: 2020-05-20\ncountries: [ma]\n---\n\n{text}。\n"
        )
    };
    let chinese =
        item("a.md", ["警方逮捕十二人", "突击搜查", "摩洛哥警方在摩洛哥逮捕了人"]);
    let arabic = item("b.ar.md", ["اعتقال اثني عشر", "مداهمات", "شرطي بالمغرب "]);
    check_site(
        &format!("{config}{chinese}{arabic}"),
        &expect![[r#"
            warning W303 b.ar.md:8:1 [شرطي بالمغرب شرطي بالمغرب شرطي] the lead has 120 words with the dateline, over 45
            info W304 b.ar.md:8:1 [شرطي بالمغرب شرطي بالمغرب شرطي] a sentence has 120 words, over 40
            warning W305 b.ar.md:8:1 [شرطي بالمغرب شرطي بالمغرب شرطي] a paragraph has 120 words, over 90
        "#]],
    );
}

#[test]
fn pictures_say_what_they_show_and_nothing_else() {
    let item = |name: &str, image: &str| {
        format!(
            "-- content/pages/{name}.md --\n---\ntitle: Page {name}\nnav: main\n\
             image: {{ src: raid-at-dawn.jpg, {image} }}\n---\n"
        )
    };
    let pages = item("a", "alt: Two officers, credit: Ana Sol")
        + &item("b", "decorative: true")
        + &item("c", "alt: Raid at dawn, credit: Ana Sol")
        + &item("d", "alt: 'Image of a van', caption: A van, credit: Ana Sol")
        + &item("e", "alt: A van, caption: “A van”, credit: Ana Sol")
        + &item("f", &format!("alt: '{}', credit: Ana Sol", "A van. ".repeat(20)))
        + "-- content/pages/raid-at-dawn.jpg --\n";
    check_site(
        &pages,
        &expect![[r#"
        warning W330 b.md:4:15 [raid-at-dawn.jpg] the picture has no credit
        warning W330 c.md:4:38 [Raid at dawn] the alternative text is the name of the file, `raid-at-dawn.jpg`
        warning W330 d.md:4:38 ['Image of a van'] the alternative text begins with “image of”
        warning W330 e.md:4:38 [A van] the alternative text is the caption
        warning W330 f.md:4:38 ['A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. A van. '] the alternative text has 139 characters, over 125
    "#]],
    );
}
