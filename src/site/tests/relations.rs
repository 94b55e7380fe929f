//! Relations and their inverses.

use expect_test::{Expect, expect};

use super::{check_problems, entry, paths, site};
use crate::site::Site;

/// The relations of some entries, both ways.
fn lines(site: &Site, of: &[&str]) -> String {
    let mut text = String::new();
    for path in of {
        let id = entry(site, path);
        let relations = &site.relations[id.0 as usize];
        for (mark, lists) in [("→", &relations.forward), ("←", &relations.inverse)] {
            let mut lists: Vec<_> = lists.iter().collect();
            lists.sort();
            for (name, ids) in lists {
                text += &format!("{path} {mark} {name}: {}\n", paths(site, ids));
            }
        }
    }
    text
}

fn check(archive: &str, of: &[&str], expected: &Expect) {
    expected.assert_eq(&lines(&site(archive), of));
}

#[test]
fn countries_come_by_name_after_the_first_and_topics_as_written() {
    check(
        "
-- content/topics/b.md --
---
title: B
---
-- content/topics/a.md --
---
title: A
---
-- content/news/x.md --
---
title: X
date: 2020-01-01
countries: [us, jp, at, jp, ax]
topics: [b, a]
---
",
        &["news/x", "topics/a", "countries/at"],
        &expect![[r#"
            news/x → countries: countries/us, countries/ax, countries/at, countries/jp
            news/x → topics: topics/b, topics/a
            topics/a ← news: news/x
            countries/at ← news: news/x
        "#]],
    );
}

#[test]
fn wider_topics_inherit_news_and_list_them_newest_first() {
    check(
        "
-- content/topics/crime.md --
---
title: Crime
---
-- content/topics/fraud.md --
---
title: Fraud
parent: crime
---
-- content/topics/phishing.md --
---
title: Phishing
parent: fraud
---
-- content/news/a.md --
---
title: A
date: 2020-01-01
topics: [phishing, crime]
---
-- content/news/b.md --
---
title: B
date: 2020-01-02
topics: [crime]
---
-- content/news/c.md --
---
title: C
date: 2020-01-02
topics: [phishing]
---
-- content/news/gone.md --
---
title: Gone
date: 2020-01-02
topics: [phishing]
withdrawn: { reason: Wrong }
---
",
        &["topics/crime", "topics/fraud", "topics/phishing", "news/gone"],
        &expect![[r#"
            topics/crime ← children: topics/fraud
            topics/crime ← news: news/b, news/c, news/a
            topics/fraud → parent: topics/crime
            topics/fraud ← children: topics/phishing
            topics/fraud ← news: news/c, news/a
            topics/phishing → parent: topics/fraud
            topics/phishing ← news: news/c, news/a
            news/gone → topics: topics/phishing
        "#]],
    );
}

const REGIONS: &str = "
-- content/regions/asia.md --
---
title: Asia
m49: \"142\"
---
-- content/regions/eastern-asia.md --
---
title: Eastern Asia
m49: \"030\"
parent: asia
---
-- content/regions/asean.md --
---
title: ASEAN
kind: grouping
members: [sg]
---
-- content/regions/g20.md --
---
title: G20
kind: grouping
---
-- content/countries/kr.md --
---
title: Korea
region: asia
groupings: [g20]
---
-- content/news/x.md --
---
title: X
date: 2020-01-01
countries: [kr, jp, sg, fr]
---
";

#[test]
fn regions_have_the_countries_of_their_code_and_their_news() {
    check(
        REGIONS,
        &[
            "regions/asia",
            "regions/eastern-asia",
            "regions/asean",
            "regions/g20",
            "countries/jp",
            "countries/kr",
            "countries/sg",
        ],
        &expect![[r#"
            regions/asia ← children: regions/eastern-asia
            regions/asia ← countries: countries/jp, countries/kr, countries/sg
            regions/asia ← news: news/x
            regions/eastern-asia → parent: regions/asia
            regions/eastern-asia ← countries: countries/jp, countries/kr
            regions/eastern-asia ← news: news/x
            regions/asean → members: countries/sg
            regions/asean ← countries: countries/sg
            regions/asean ← news: news/x
            regions/g20 ← countries: countries/kr
            regions/g20 ← news: news/x
            countries/jp → region: regions/eastern-asia
            countries/jp ← news: news/x
            countries/kr → groupings: regions/g20
            countries/kr → region: regions/asia
            countries/kr ← news: news/x
            countries/sg → region: regions/asia
            countries/sg ← groupings: regions/asean
            countries/sg ← news: news/x
        "#]],
    );
}

#[test]
fn nested_references_have_inverses_and_see_also_goes_both_ways() {
    check(
        "
-- content/organisations/knpa.md --
---
title: KNPA
country: kr
see_also: [icpo]
---
-- content/organisations/icpo.md --
---
title: ICPO
---
-- content/people/kim.md --
---
title: Kim
sort_name: Kim
roles:
  - { title: President, organisation: icpo, as_of: 2020 }
  - { title: Commissioner, organisation: knpa, to: 2015 }
---
-- content/countries/kr.md --
---
title: Korea
membership: { organisation: icpo, bureau: { name: NCB Seoul, agency: knpa } }
---
",
        &["organisations/knpa", "organisations/icpo", "countries/kr"],
        &expect![[r#"
            organisations/knpa → country: countries/kr
            organisations/knpa → see_also: organisations/icpo
            organisations/knpa ← people: people/kim
            organisations/knpa ← see_also: organisations/icpo
            organisations/icpo → see_also: organisations/knpa
            organisations/icpo ← members: countries/kr
            organisations/icpo ← people: people/kim
            organisations/icpo ← see_also: organisations/knpa
            countries/kr ← organisations: organisations/knpa
        "#]],
    );
}

#[test]
fn a_page_lists_news_of_its_language_and_those_that_have_no_other() {
    check(
        "
-- site.yaml --
languages: { en: {}, fr: {} }
-- content/topics/crime.md --
---
title: Crime
---
-- content/news/both.md --
---
title: Both
date: 2020-01-01
topics: [crime]
---
-- content/news/both.fr.md --
---
title: Les deux
date: 2020-01-01
topics: [crime]
---
-- content/news/seulement.fr.md --
---
title: Seulement
date: 2020-01-02
topics: [crime]
---
",
        &["topics/crime"],
        &expect![[r#"
            topics/crime ← news: news/seulement, news/both
        "#]],
    );
}

#[test]
fn a_sites_own_types_have_relations_too() {
    check(
        "
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      lead: { type: organisation, inverse: { name: led, label: Operations led } }
      countries: { type: country, many: true, inverse: { name: operations, label: Operations } }
-- content/organisations/icpo.md --
---
title: ICPO
---
-- content/operations/lynx.md --
---
title: Lynx
lead: icpo
countries: [fj]
---
",
        &["operations/lynx", "organisations/icpo", "countries/fj"],
        &expect![[r#"
            operations/lynx → countries: countries/fj
            operations/lynx → lead: organisations/icpo
            organisations/icpo ← led: operations/lynx
            countries/fj ← operations: operations/lynx
        "#]],
    );
}

#[test]
fn nothing_is_above_itself() {
    check_problems(
        "
-- content/topics/a.md --
---
title: A
parent: c
---
-- content/topics/b.md --
---
title: B
parent: a
see_also: [b]
---
-- content/topics/c.md --
---
title: C
parent: b
---
-- content/topics/d.md --
---
title: D
parent: a
---
",
        &expect![[r#"
            E207 content/topics/a.md:3 `c`: `parent` goes round in a circle: `a` → `c` → `b` → `a`
              help: remove `parent` from one of them
            E206 content/topics/b.md:4 `b`: `see_also` names the entry itself
              help: remove it
        "#]],
    );
}
