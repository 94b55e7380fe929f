//! What the commands about links print: `list orphans`, `list unlinked`, and below `suggest`
//! and `export graph`.

mod graph;
mod suggest;

use expect_test::{Expect, expect};

use super::workshop::Workshop;

/// Checks what a command prints about a site, which must succeed.
fn check(site: &Workshop, arguments: &[&str], expected: &Expect) {
    let run = site.run(arguments);
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    // Lines of CSV end as RFC 4180 has it.
    let printed = String::from_utf8_lossy(&run.stdout).replace("\r\n", "\n");
    expected.assert_eq(&printed);
}

const ORPHANS: &str = "\
-- site.yaml --
languages: { en: {}, fr: {} }
footer: [{ label: Imprint, url: /pages/imprint/ }]
-- content/news/2020/a.md --
---
title: A news entry is in the list of news
date: 2020-01-02
topics: [named]
---
See [the report](@/documents/report.md).
-- content/topics/named.md --
---
title: News name it
documents: [listed]
---
-- content/topics/child.md --
---
title: Its parent lists it
parent: named
---
-- content/topics/alone.md --
---
title: Nothing leads to it
---
See [itself](@/topics/alone.md).
-- content/topics/alone.fr.md --
---
title: Rien n’y mène
---
-- content/topics/one-way.md --
---
title: It leads somewhere, nothing leads to it
---
See [[named]].
-- content/topics/seen.md --
---
title: What it sees also shows it
see_also: [named]
---
-- content/topics/french.md --
---
title: Its translation is linked
---
-- content/topics/french.fr.md --
---
title: On y mène
---
-- content/pages/about.md --
---
title: It is in the menu
nav: main
---
-- content/pages/imprint.md --
---
title: It is in the footer
---
-- content/pages/lost.md --
---
title: It is in no menu
---
-- content/pages/notes.fr.md --
---
title: Elle mène à une page française
nav: footer
---
Voir [[french]].
-- content/documents/report.md --
---
title: A text links to it
kind: report
date: 2020-01-01
files: report.pdf
---
-- content/documents/listed.md --
---
title: A topic names it
kind: report
date: 2020-01-01
files: report.pdf
---
-- content/countries/kr.md --
---
title: Korea
---
-- content/topics/draft.md --
---
title: Hidden entries are no pages
draft: true
---
";

const NAMES: &str = "\
-- site.yaml --
languages: { en: {}, fr: {} }
-- content/news/first.md --
---
title: South Korea and Kim Min
date: 2020-01-02
countries: [kr, fr, tr, mu, ge, us]
people: [kim]
---
# South Korea

A turkey for Turkey, Türkiye; `Fiji`, [Fiji](https://example.org) and Fiji, which has no page.

| Côte d’Ivoire | money | Fraud |
|---|---|---|
| 한국 | Kim Min’s | **South**
 Korea |

- Maurice, Georgia and Michael Jordan
- in France, Korea’s US and us, [[kr]]

\u{201c}ICPO and the **Korean** *Police* about money laundering\u{201d}, said KIM MIN.
-- content/news/second.md --
---
title: Twice
date: 2020-01-03
topics: [money-laundering]
organisations: [police]
---
See [Kim Min](@/people/kim.md) and Kim Min.
-- content/news/second.fr.md --
---
title: Deux fois
date: 2020-01-03
topics: [money-laundering]
countries: [ci]
---
La police de la Cote d'Ivoire et le blanchiment d'argent, selon l’INTERPOL.
-- content/topics/money-laundering.md --
---
title: Money laundering
---
Money laundering is no fraud.
-- content/topics/money-laundering.fr.md --
---
title: Blanchiment d’argent
---
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/organisations/fraud.md --
---
title: Fraud Office
---
-- content/organisations/police.md --
---
title: Korean Police
---
-- content/organisations/interpol.md --
---
title: INTERPOL
acronym: ICPO
---
-- content/people/kim.md --
---
title: Kim Min
sort_name: Kim Min
roles: [{ title: President, organisation: interpol, as_of: 2020 }]
---
-- content/people/lee.md --
---
title: Lee Fraud
sort_name: Lee
roles: []
---
The Fraud Office and fraud, after the award for harbour police dogs.
-- content/news/2018/award.md --
---
title: The award for brave sailors
date: 2018-01-03
---
-- content/news/2019/award.md --
---
title: The award for harbour police dogs
date: 2019-01-03
---
";

/// The file of a site in which places are looked up.
fn lines(site: &Workshop, name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(site.path(name)).expect("a file");
    text.split('\n').map(|it| it.trim_end_matches('\r').to_owned()).collect()
}

#[test]
fn names_without_a_link_are_listed_with_the_link() {
    let site = Workshop::new(NAMES);
    check(
        &site,
        &["list", "unlinked"],
        &expect![[r#"
            PLACE                                    NAME                               ID                       LINK
            content/news/first.md:9:14               Turkey                             countries/tr             [[tr|Turkey]]
            content/news/first.md:11:3               Côte d’Ivoire                      countries/ci             [Côte d’Ivoire](@/countries/ci.md)
            content/news/first.md:11:27              Fraud                              topics/fraud             [Fraud](@/topics/fraud.md)
            content/news/first.md:13:8               Kim Min                            people/kim               [Kim Min](@/people/kim.md)
            content/news/first.md:17:6               France                             countries/fr             [[fr|France]]
            content/news/first.md:17:22              US                                 countries/us             [[us|US]]
            content/news/first.md:19:2               ICPO                               organisations/interpol   [[interpol|ICPO]]
            content/news/first.md:19:17              Korean Police                      organisations/police     [[police|Korean Police]]
            content/news/first.md:19:41              money laundering                   topics/money-laundering  [[money-laundering|money laundering]]
            content/news/second.fr.md:7:17           Cote d'Ivoire                      countries/ci             [[ci|Cote d'Ivoire]]
            content/news/second.fr.md:7:37           blanchiment d'argent               topics/money-laundering  [[money-laundering|blanchiment d'argent]]
            content/news/second.fr.md:7:67           INTERPOL                           organisations/interpol   [[interpol|INTERPOL]]
            content/people/lee.md:6:5                Fraud Office                       organisations/fraud      [Fraud Office](@/organisations/fraud.md)
            content/people/lee.md:6:22               fraud                              topics/fraud             [fraud](@/topics/fraud.md)
            content/people/lee.md:6:35               the award for harbour police dogs  news/2019/award          [the award for harbour police dogs](@/news/2019/award.md)
            content/topics/money-laundering.md:4:24  fraud                              topics/fraud             [fraud](@/topics/fraud.md)
        "#]],
    );
}

#[test]
fn the_place_of_a_name_is_exact_with_any_line_ends() {
    for (mark, end) in [("", "\n"), ("\u{feff}", "\r\n")] {
        let site = Workshop::new(NAMES);
        let name = "content/news/first.md";
        let text = lines(&site, name).join(end);
        site.write(name, (mark.to_owned() + &text).as_bytes());
        let run = site.run(&["list", "unlinked", "--format", "jsonl"]);
        let printed = String::from_utf8(run.stdout).expect("text");
        let lines = lines(&site, name);
        let mut found = 0;
        for row in printed.lines() {
            let row: serde_json::Value = serde_json::from_str(row).expect("JSON");
            let place = row["place"].as_str().expect("a place");
            let Some(place) = place.strip_prefix("content/news/first.md:") else {
                continue;
            };
            let (line, column) = place.split_once(':').expect("line and column");
            let number = |it: &str| it.parse::<usize>().expect("a number") - 1;
            let line = lines[number(line)].trim_start_matches('\u{feff}');
            let rest: String = line.chars().skip(number(column)).collect();
            let first = row["name"].as_str().and_then(|it| it.split(' ').next());
            assert!(rest.starts_with(first.expect("a word")), "{row}: {rest}");
            found += 1;
        }
        assert!(found > 5, "{printed}");
    }
}

#[test]
fn what_is_pasted_is_a_sound_link() {
    let site = Workshop::new(NAMES);
    let printed = site.run(&["list", "unlinked", "--format", "json"]).stdout;
    let rows: serde_json::Value = serde_json::from_slice(&printed).expect("JSON");
    for row in rows.as_array().expect("rows") {
        let (place, link) = (&row["place"], row["link"].as_str().expect("a link"));
        let text = format!("---\ntitle: T\n---\n{link}\n\n| {link} | a |\n|---|---|\n");
        site.write("content/pages/pasted.md", text.as_bytes());
        let run = site.run(&["backlinks", row["id"].as_str().expect("an id")]);
        let said = String::from_utf8_lossy(&run.stdout).into_owned();
        assert!(said.contains("pages/pasted"), "{place} {link}: {said}");
    }
}

#[test]
fn orphans_are_pages_that_no_other_page_leads_to() {
    let site = Workshop::new(ORPHANS);
    site.write("content/documents/report.pdf", b"%PDF-1.4");
    check(
        &site,
        &["list", "orphans", "--format", "csv"],
        &expect![[r#"
        id,type,lang,date,title,url
        countries/kr,country,en,,Korea,https://example.org/countries/kr/
        pages/lost,page,en,,It is in no menu,https://example.org/pages/lost/
        topics/alone,topic,en,,Nothing leads to it,https://example.org/topics/alone/
        topics/alone,topic,fr,,Rien n’y mène,https://example.org/fr/topics/alone/
        topics/one-way,topic,en,,"It leads somewhere, nothing leads to it",https://example.org/topics/one-way/
    "#]],
    );
}
