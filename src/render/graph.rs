//! The graph of a site for programs that draw or measure graphs: GraphML
//! (<http://graphml.graphdrawing.org/specification.html>) and the language of Graphviz
//! (<https://graphviz.org/doc/info/lang.html>).

use std::collections::BTreeMap;

use super::xml::{self, Xml};
use crate::view::api::{EdgeView, EntryRef, GraphView};

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

/// What nodes and edges are described by: key, `node` or `edge`.
const KEYS: [(&str, &str); 7] = [
    ("id", "node"),
    ("title", "node"),
    ("type", "node"),
    ("lang", "node"),
    ("date", "node"),
    ("url", "node"),
    ("relation", "edge"),
];

/// A graph as GraphML.
// An `id` of GraphML is an NMTOKEN, which no path is: nodes are numbered, and say which entry
// they are in a key of their own.
pub fn graphml(graph: &GraphView) -> Vec<u8> {
    let names: BTreeMap<&str, String> =
        graph.nodes.iter().zip(0..).map(|(it, at)| (&*it.id, format!("n{at}"))).collect();
    xml::document("graphml", &[("xmlns", NAMESPACE)], |xml| {
        for (key, what) in KEYS {
            let attributes =
                [("id", key), ("for", what), ("attr.name", key), ("attr.type", "string")];
            xml.empty("key", &attributes);
        }
        xml.element("graph", &[("id", "site"), ("edgedefault", "directed")], |xml| {
            graph.nodes.iter().for_each(|it| node(xml, &names, it));
            graph.edges.iter().for_each(|it| edge(xml, &names, it));
        });
    })
}

fn node(xml: &mut Xml, names: &BTreeMap<&str, String>, entry: &EntryRef) {
    let Some(name) = names.get(&*entry.id) else { return };
    xml.element("node", &[("id", name)], |xml| {
        for (key, value) in data(entry) {
            xml.text("data", &[("key", key)], value);
        }
    });
}

fn edge(xml: &mut Xml, names: &BTreeMap<&str, String>, edge: &EdgeView) {
    let ends = (names.get(&*edge.source), names.get(&*edge.target));
    let (Some(source), Some(target)) = ends else { return };
    xml.element("edge", &[("source", source), ("target", target)], |xml| {
        xml.text("data", &[("key", "relation")], edge.relation);
    });
}

/// What is known of a node, by key.
fn data<'a>(entry: &'a EntryRef) -> impl Iterator<Item = (&'static str, &'a str)> {
    let always = [
        ("id", &*entry.id),
        ("title", entry.title),
        ("type", entry.ty),
        ("lang", entry.lang),
    ];
    let date = entry.date.map(|it| ("date", it));
    let url = entry.url.as_deref().map(|it| ("url", it));
    always.into_iter().chain(date).chain(url)
}

/// A graph in the language of Graphviz: a node is named by the id of its entry and labelled
/// with its title, an edge with its relation.
pub fn dot(graph: &GraphView) -> Vec<u8> {
    let mut text = "digraph site {\n".to_owned();
    for entry in &graph.nodes {
        let label = format!("label={}", quoted(entry.title));
        let known = data(entry).filter(|it| !matches!(it.0, "id" | "title"));
        let known =
            known.map(|(key, value)| format!("{}={}", attribute(key), quoted(value)));
        let all: Vec<String> = std::iter::once(label).chain(known).collect();
        text += &format!("  {} [{}];\n", quoted(&entry.id), all.join(", "));
    }
    for edge in &graph.edges {
        let (source, target) = (quoted(&edge.source), quoted(&edge.target));
        text += &format!("  {source} -> {target} [label={}];\n", quoted(edge.relation));
    }
    text += "}\n";
    text.into_bytes()
}

/// What Graphviz calls an attribute.
fn attribute(key: &str) -> &str {
    if key == "url" { "URL" } else { key }
}

/// A text as a quoted string. A backslash is doubled, for it begins an escape in a label and
/// would take the closing quotation mark with it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests;
