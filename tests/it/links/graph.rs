//! What `export graph` prints.

use expect_test::expect;

use super::check;
use crate::workshop::Workshop;

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
