//! What the commands about links print: `list orphans`, `export graph`.

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

const GRAPH: &str = "\
-- site.yaml --
languages: { en: {}, fr: {} }
-- content/news/a.md --
---
title: Three \"big\" <raids> & more
date: 2020-01-02
topics: [fraud]
---
See [[kr]].
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/topics/fraud.fr.md --
---
title: Fraude
---
";

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

#[test]
fn a_graph_is_for_graphviz() {
    let site = Workshop::new(GRAPH);
    check(
        &site,
        &["export", "graph", "--format", "dot"],
        &expect![[r#"
        digraph site {
          "countries/kr" [label="South Korea", type="country", lang="en", URL="https://example.org/countries/kr/"];
          "news/a" [label="Three \"big\" <raids> & more", type="news", lang="en", date="2020-01-02", URL="https://example.org/news/a/"];
          "topics/fraud" [label="Fraud", type="topic", lang="en", URL="https://example.org/topics/fraud/"];
          "topics/fraud.fr" [label="Fraude", type="topic", lang="fr", URL="https://example.org/fr/topics/fraud/"];
          "news/a" -> "countries/kr" [label="mentions"];
          "news/a" -> "topics/fraud" [label="topics"];
          "topics/fraud.fr" -> "topics/fraud" [label="translation_of"];
        }
    "#]],
    );
    site.run(&["--format", "dot", "export", "graph", "-o", "graph.dot"]);
    let dot = site.run(&["export", "graph", "--format", "dot"]).stdout;
    assert_eq!(std::fs::read(site.path("graph.dot")).expect("a file"), dot);
}

#[test]
fn a_graph_is_as_it_is_published() {
    let site = Workshop::new(GRAPH);
    let later = "---\ntitle: Raids again\ndate: 2020-03-02\nrelated: a\n---\n";
    site.write("content/news/b.md", later.as_bytes());
    let built = site.build(&[]);
    let json = site.run(&["export", "graph", "--format", "json"]).stdout;
    assert_eq!(json, built["api/graph.json"]);
    assert_eq!(json, site.run(&["export", "graph"]).stdout);
}

#[test]
fn a_graph_is_graphml() {
    let site = Workshop::new(GRAPH);
    check(
        &site,
        &["export", "graph", "--format", "graphml"],
        &expect![[r#"
        <?xml version="1.0" encoding="utf-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
         <key id="id" for="node" attr.name="id" attr.type="string"/>
         <key id="title" for="node" attr.name="title" attr.type="string"/>
         <key id="type" for="node" attr.name="type" attr.type="string"/>
         <key id="lang" for="node" attr.name="lang" attr.type="string"/>
         <key id="date" for="node" attr.name="date" attr.type="string"/>
         <key id="url" for="node" attr.name="url" attr.type="string"/>
         <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
         <graph id="site" edgedefault="directed">
          <node id="n0">
           <data key="id">countries/kr</data>
           <data key="title">South Korea</data>
           <data key="type">country</data>
           <data key="lang">en</data>
           <data key="url">https://example.org/countries/kr/</data>
          </node>
          <node id="n1">
           <data key="id">news/a</data>
           <data key="title">Three &quot;big&quot; &lt;raids&gt; &amp; more</data>
           <data key="type">news</data>
           <data key="lang">en</data>
           <data key="date">2020-01-02</data>
           <data key="url">https://example.org/news/a/</data>
          </node>
          <node id="n2">
           <data key="id">topics/fraud</data>
           <data key="title">Fraud</data>
           <data key="type">topic</data>
           <data key="lang">en</data>
           <data key="url">https://example.org/topics/fraud/</data>
          </node>
          <node id="n3">
           <data key="id">topics/fraud.fr</data>
           <data key="title">Fraude</data>
           <data key="type">topic</data>
           <data key="lang">fr</data>
           <data key="url">https://example.org/fr/topics/fraud/</data>
          </node>
          <edge source="n1" target="n0">
           <data key="relation">mentions</data>
          </edge>
          <edge source="n1" target="n2">
           <data key="relation">topics</data>
          </edge>
          <edge source="n3" target="n2">
           <data key="relation">translation_of</data>
          </edge>
         </graph>
        </graphml>
    "#]],
    );
}

#[test]
fn a_format_that_a_command_has_not_is_refused() {
    let site = Workshop::new(GRAPH);
    let refused = |arguments: &[&str]| {
        let run = site.run(arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        assert!(run.stdout.is_empty());
        String::from_utf8_lossy(&run.stderr).into_owned()
    };
    expect![[r#"
        error: `--format csv` is no format of graphs: these are json, graphml and dot
    "#]]
    .assert_eq(&refused(&["export", "graph", "--format", "csv"]));
    expect![[r#"
        error: `--format graphml` is for `dateline export graph` only
    "#]]
    .assert_eq(&refused(&["export", "schema", "--format", "graphml"]));
    expect![[r#"
        error: `--format dot` is for `dateline export graph` only
    "#]]
    .assert_eq(&refused(&["list", "--format", "dot"]));
}
