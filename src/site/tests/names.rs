//! References by every name an entry has.

use expect_test::expect;

use super::{check_problems, entry, paths, resolved, site};

#[test]
fn all_names_of_a_country_are_one_page() {
    for name in [
        "kr",
        "KR",
        "kor",
        "410",
        "korea",
        "Korea (Rep. of)",
        "KOREA, REP. OF",
        "South Korea",
        "south-korea",
        "Corée du Sud",
        "coree du sud",
        "Corea del Sur",
        "كوريا الجنوبية",
        "ROK",
        "Land of the Morning Calm",
    ] {
        let archive = format!(
            "
-- site.yaml --
countries: {{ names: {{ KR: Land of the Morning Calm }} }}
-- content/countries/south-korea.md --
---
title: Korea
alt_names: [ROK]
---
-- content/news/a.md --
---
title: A
date: 2020-01-01
countries: [\"{name}\"]
---
"
        );
        let site = site(&archive);
        let a = entry(&site, "news/a");
        assert_eq!(
            paths(&site, site.related_by(a, "countries")),
            "countries/kr",
            "{name}"
        );
    }
}

#[test]
fn a_country_file_keeps_an_id_it_says() {
    let site = site(
        "
-- content/countries/kr.md --
---
id: korea
title: Korea
---
-- content/news/a.md --
---
title: A
date: 2020-01-01
countries: [KOR, jp]
---
",
    );
    let a = entry(&site, "news/a");
    let named = site.related_by(a, "countries");
    assert_eq!(paths(&site, named), "countries/korea, countries/jp");
    let address = site.entry(named[0]).card.address.as_deref();
    assert_eq!(address, Some("/countries/korea/"));
}

#[test]
fn an_id_wins_over_the_title_of_another_entry() {
    let site = site(
        "
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/topics/fraud-online.md --
---
title: Internet fraud
synonyms: [fraud, e-fraud]
---
-- content/news/a.md --
---
title: A
date: 2020-01-01
topics: [Fraud, E-Fraud]
---
",
    );
    let a = entry(&site, "news/a");
    let topics = paths(&site, site.related_by(a, "topics"));
    assert_eq!(topics, "topics/fraud, topics/fraud-online");
}

#[test]
fn a_name_of_two_entries_is_an_error_that_says_both() {
    check_problems(
        "
-- content/topics/a.md --
---
title: A
synonyms: [Cheating]
---
-- content/topics/b.md --
---
title: B
synonyms: [cheating]
---
-- content/news/x.md --
---
title: X
date: 2020-01-01
topics: cheating
---
",
        &expect![[r#"
            E202 content/news/x.md:4 `cheating`: more than one topic is named `cheating`
              help: write `a` (A) or `b` (B)
        "#]],
    );
}

#[test]
fn a_type_in_front_of_a_name_tells_two_apart() {
    let archive = |by: &str| {
        format!(
            "
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/organisations/fraud.md --
---
title: Bureau against Fraud
---
-- content/pages/old.md --
---
title: Old
withdrawn: {{ reason: Moved, replaced_by: {by} }}
---
"
        )
    };
    check_problems(
        &archive("fraud"),
        &expect![[r#"
        E202 content/pages/old.md:3 `fraud`: more than one entry is named `fraud`
          help: write `topic:fraud` (Fraud) or `organisation:fraud` (Bureau against Fraud)
    "#]],
    );
    let site = site(&archive("organisation:fraud"));
    let target = site.target(entry(&site, "pages/old"), 0);
    let bureau = entry(&site, "organisations/fraud");
    assert_eq!(*target, crate::site::Target::Entry(bureau));
}

#[test]
fn unknown_names_are_reported_with_the_nearest() {
    check_problems(
        "
-- content/topics/cybercrime.md --
---
title: Cybercrime
---
-- content/organisations/knpa.md --
---
title: Korean National Police Agency
acronym: KNPA
---
-- content/news/x.md --
---
title: X
date: 2020-01-01
countries: [Koera, kor x, Atlantis, Republic of Koera]
topics: [cybercrmie, KNPA]
people: [knpa]
---
",
        &expect![[r#"
            E201 content/news/x.md:4 `Koera`: no country is named `Koera`
              help: did you mean `kr` (South Korea)?
            E201 content/news/x.md:4 `kor x`: no country is named `kor x`
              help: did you mean `kr` (South Korea)?
            E201 content/news/x.md:4 `Atlantis`: no country is named `Atlantis`
              help: correct the name, or add the country that is missing
            E201 content/news/x.md:4 `Republic of Koera`: no country is named `Republic of Koera`
              help: did you mean `kr` (South Korea)?
            E201 content/news/x.md:5 `cybercrmie`: no topic is named `cybercrmie`
              help: did you mean `cybercrime` (Cybercrime)?
            E209 content/news/x.md:5 `KNPA`: `knpa` names an organisation, and this takes a topic
              help: name it in the field of its type, or correct the name
            E209 content/news/x.md:6 `knpa`: `knpa` names an organisation, and this takes a person
              help: name it in the field of its type, or correct the name
        "#]],
    );
}

#[test]
fn suggestions_name_nothing_hidden() {
    let problems = resolved(
        "
-- content/topics/operation-lynx.md --
---
title: Operation Lynx
draft: true
---
-- content/news/x.md --
---
title: X
date: 2020-01-01
topics: [operation-lyn]
---
",
    )
    .problems;
    assert!(!format!("{problems:?}").contains("lynx"), "{problems:?}");
}

#[test]
fn the_publisher_of_the_site_is_a_reference_too() {
    let archive = |publisher| {
        format!(
            "
-- site.yaml --
publisher: {publisher}
-- content/organisations/interpol.md --
---
title: INTERPOL
acronym: ICPO
---
"
        )
    };
    let found = site(&archive("ICPO")).config.publisher;
    assert_eq!(found.as_deref(), Some("interpol"));
    check_problems(
        &archive("interpool"),
        &expect![[r#"
        E201 site.yaml:1 `interpool`: no organisation is named `interpool`
          help: did you mean `interpol` (INTERPOL)?
    "#]],
    );
}

#[test]
fn entries_of_one_id_in_two_folders_are_named_by_their_paths() {
    let news = |path: &str, more: &str| {
        let head = format!("title: The award, {path}\ndate: 2020-01-01\n{more}");
        format!("-- content/news/{path}.md --\n---\n{head}---\n")
    };
    let both = news("2023/award", "") + &news("2024/award", "");
    let by_path = both.clone() + &news("more", "related: news/2023/award\n");
    let site = site(&by_path);
    let more = entry(&site, "news/more");
    assert_eq!(
        paths(&site, &[site.related[more.0 as usize].earlier[0].entry]),
        "news/2023/award"
    );
    check_problems(
        &(both + &news("more", "related: award\n")),
        &expect![[r#"
        E202 content/news/more.md:4 `award`: more than one news is named `award`
          help: write `news/2023/award` (The award, 2023/award) or `news/2024/award` (The award, 2024/award)
    "#]],
    );
}
