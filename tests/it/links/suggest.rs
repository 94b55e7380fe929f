//! What `suggest` prints.

use expect_test::expect;

use super::check;
use crate::workshop::Workshop;

/// An entry that calls for what it has not, and others near to it.
fn calling() -> Workshop {
    let near = |at: u8, more: &str| {
        format!(
            "-- content/news/near-{at}.md --\n---\ntitle: Near {at} {more}\ndate: 2020-02-0{at}\n\
             topics: [drugs, {more}]\ncountries: [br, pe]\n---\nText.\n"
        )
    };
    let site = Workshop::new(CALLING);
    site.add(&[near(1, "ports"), near(2, "ports"), near(3, "planes")].concat());
    (4..9).for_each(|it| {
        let other = format!("-- content/news/other-{it}.md --\n---\ntitle: Other {it}\ndate: 2020-02-0{it}\n---\n");
        site.add(&other);
    });
    site
}

const CALLING: &str = "\
-- content/news/raids.md --
---
title: Money laundering raids in Brazil
standfirst: Lee Min of the World Police praises Colombia
date: 2020-02-09
topics: [\"drugs\", ships]
countries: [Brazil]
---
The World Police and South Korea spoke of money laundering. South Korea and [Peru](/countries/pe/)
paid; Korea did not. \u{201c}Money laundering\u{201d} is crime, the WP says.
-- content/topics/crime.md --
---
title: Crime
---
-- content/topics/drugs.md --
---
title: Drugs
parent: crime
---
-- content/topics/ships.md --
---
title: Ships
---
-- content/topics/ports.md --
---
title: Ports
---
-- content/topics/planes.md --
---
title: Planes
---
-- content/topics/money-laundering.md --
---
title: Dirty money
synonyms: [money laundering]
---
-- content/organisations/world-police.md --
---
title: World Police
acronym: WP
---
-- content/people/lee.md --
---
title: Lee Min
sort_name: Lee Min
roles: []
---
";

#[test]
fn an_entry_is_told_what_its_text_calls_for() {
    check(
        &calling(),
        &["suggest", "news/raids"],
        &expect![[r#"
            FIELD          ID                TITLE         SHARE  NAMES                                                                                NEIGHBOURS
            topics         money-laundering  Dirty money   0.71   “Money laundering” in title, “Money laundering” in body, “money laundering” in body
            topics         ports             Ports         0.29                                                                                        news/near-2, news/near-1
            countries      pe                Peru          0.58   “Peru” in body, “countries/pe” in link                                               news/near-2, news/near-1, news/near-3
            countries      co                Colombia      0.23   “Colombia” in standfirst
            countries      kr                South Korea   0.19   “South Korea” 2 times in body
            organisations  world-police      World Police  1.0    “World Police” in standfirst, “WP” in body, “World Police” in body
            people         lee               Lee Min       1.0    “Lee Min” in standfirst

            topics: [drugs, ships, money-laundering, ports]
            countries: [Brazil, pe, co, kr]
            organisations: [world-police]
            people: [lee]
        "#]],
    );
}

#[test]
fn suggestions_are_for_programs_too() {
    let site = Workshop::new(CALLING);
    let run = site.run(&["suggest", "raids", "--limit", "1", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&run.stdout).expect("JSON");
    assert_eq!(json["id"], "news/raids");
    let fields = json["fields"].as_object().expect("fields").keys();
    let fields: Vec<&str> = fields.map(String::as_str).collect();
    assert_eq!(fields, ["topics", "countries", "organisations", "people"]);
    let countries = format!("{:#}\n", json["fields"]["countries"]);
    expect![[r#"
        {
          "yaml": "countries: [Brazil, pe]",
          "suggestions": [
            {
              "id": "pe",
              "title": "Peru",
              "share": 0.3513,
              "names": [
                {
                  "name": "Peru",
                  "in": "body",
                  "count": 1
                },
                {
                  "name": "countries/pe",
                  "in": "link",
                  "count": 1
                }
              ],
              "neighbours": []
            }
          ]
        }
    "#]]
    .assert_eq(&countries);
}

#[test]
fn a_limit_holds_for_each_field() {
    let site = Workshop::new(CALLING);
    let csv = ["suggest", "raids", "--limit=1", "--format=csv"];
    check(
        &site,
        &csv,
        &expect![[r#"
        field,id,title,share,names,neighbours
        topics,money-laundering,Dirty money,1.0,"“Money laundering” in title, “Money laundering” in body, “money laundering” in body",
        countries,pe,Peru,0.35,"“Peru” in body, “countries/pe” in link",
        organisations,world-police,World Police,1.0,"“World Police” in standfirst, “WP” in body, “World Police” in body",
        people,lee,Lee Min,1.0,“Lee Min” in standfirst,
    "#]],
    );
}

#[test]
fn whom_nothing_can_be_suggested_for_is_said() {
    let site = calling();
    let refused = |id: &str| {
        let run = site.run(&["suggest", id]);
        assert_eq!(run.status.code(), Some(2), "{id}");
        String::from_utf8_lossy(&run.stderr).into_owned()
    };
    expect![[r#"
        error: nothing is named `news/raid`: did you mean `news/raids`? (drafts are found with -D, embargoed ones with -F)
    "#]]
    .assert_eq(&refused("news/raid"));
    expect![[r#"
        error: nothing is named `something else`: `dateline list` shows every entry (drafts are found with -D, embargoed ones with -F)
    "#]]
    .assert_eq(&refused("something else"));
    expect![[r#"
        error: an entry of type `topic` has none of the fields topics, countries, organisations, people
    "#]].assert_eq(&refused("topics/drugs"));
    let nothing = site.run(&["suggest", "other-4"]);
    assert_eq!(nothing.status.code(), Some(0));
    expect![[r#"
        the text and its neighbours call for nothing more
    "#]]
    .assert_eq(&String::from_utf8_lossy(&nothing.stderr));
}
