//! Graphs as other programs read them.

use std::borrow::Cow;

use expect_test::expect;
use proptest::prelude::*;
use quick_xml::{Reader, events::Event};

use super::{dot, graphml, quoted};
use crate::view::api::{EdgeView, EntryRef, GraphView, VERSION};

fn node<'a>(id: &'a str, title: &'a str) -> EntryRef<'a> {
    let url = (!title.is_empty()).then(|| format!("https://example.org/{id}/"));
    EntryRef { id: Cow::Borrowed(id), ty: "topic", title, url, lang: "en", date: None }
}

fn graph<'a>(
    nodes: &[(&'a str, &'a str)],
    edges: &[(&'a str, &'a str)],
) -> GraphView<'a> {
    let edge = |(source, target): &(&'a str, &'a str)| EdgeView {
        source: Cow::Borrowed(*source),
        target: Cow::Borrowed(*target),
        relation: "see_also",
    };
    GraphView {
        version: VERSION,
        nodes: nodes.iter().map(|(id, title)| node(id, title)).collect(),
        edges: edges.iter().map(edge).collect(),
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("text")
}

#[test]
fn graphml_numbers_nodes_and_keeps_their_ids() {
    let graph = graph(
        &[("topics/a", "A & “B” <c>"), ("topics/b", "")],
        &[("topics/b", "topics/a")],
    );
    expect![[r#"
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
           <data key="id">topics/a</data>
           <data key="title">A &amp; “B” &lt;c&gt;</data>
           <data key="type">topic</data>
           <data key="lang">en</data>
           <data key="url">https://example.org/topics/a/</data>
          </node>
          <node id="n1">
           <data key="id">topics/b</data>
           <data key="title"></data>
           <data key="type">topic</data>
           <data key="lang">en</data>
          </node>
          <edge source="n1" target="n0">
           <data key="relation">see_also</data>
          </edge>
         </graph>
        </graphml>
    "#]]
    .assert_eq(&text(graphml(&graph)));
}

#[test]
fn dot_quotes_whatever_a_title_has() {
    let graph = graph(
        &[("topics/a", "Say \"no\" \\"), ("topics/b", "two\nlines\u{7}")],
        &[("topics/a", "topics/b")],
    );
    expect![[r#"
        digraph site {
          "topics/a" [label="Say \"no\" \\", type="topic", lang="en", URL="https://example.org/topics/a/"];
          "topics/b" [label="two\nlines ", type="topic", lang="en", URL="https://example.org/topics/b/"];
          "topics/a" -> "topics/b" [label="see_also"];
        }
    "#]].assert_eq(&text(dot(&graph)));
}

/// The values of an attribute of all elements of a name, in a document that must be well
/// formed.
fn attributes(xml: &str, element: &str, attribute: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut found = Vec::new();
    loop {
        let event = reader.read_event().expect("well-formed XML");
        match event {
            Event::Start(it) | Event::Empty(it) if it.name().as_ref() == element => {
                let value = it.try_get_attribute(attribute).expect("attributes");
                let value = value.expect("the attribute is there").value;
                found.push(value.into_owned());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// A quoted string of Graphviz, read as its lexer and then its labels read it.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut chars = inner.chars();
    let mut read = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => read.push(chars.next().map(|it| if it == 'n' { '\n' } else { it })?),
            c => read.push(c),
        }
    }
    Some(read)
}

proptest! {
    #[test]
    fn graphml_is_whole_whatever_the_titles(
        titles in prop::collection::vec("[\\PC\u{0}-\u{1f}<&\"]{0,12}", 1..5),
    ) {
        let ids: Vec<String> = (0..titles.len()).map(|it| format!("topics/{it}")).collect();
        let nodes: Vec<_> = ids.iter().zip(&titles).map(|it| (&**it.0, &**it.1)).collect();
        let edges: Vec<_> = ids.iter().rev().zip(&ids).map(|it| (&**it.0, &**it.1)).collect();
        let xml = text(graphml(&graph(&nodes, &edges)));
        let names = attributes(&xml, "node", "id");
        prop_assert_eq!(names.len(), titles.len());
        for end in ["source", "target"] {
            let ends = attributes(&xml, "edge", end);
            prop_assert_eq!(ends.len(), edges.len());
            prop_assert!(ends.iter().all(|it| names.contains(it)));
        }
        let keys = attributes(&xml, "key", "id");
        prop_assert!(attributes(&xml, "data", "key").iter().all(|it| keys.contains(it)));
    }

    #[test]
    fn any_title_is_one_string_of_dot(title in "[\\PC\n\"\\\\]{0,20}") {
        prop_assert_eq!(unquoted(&quoted(&title)), Some(title));
    }
}
