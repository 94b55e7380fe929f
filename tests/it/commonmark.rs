//! The examples of the `CommonMark` specification, read as the bodies of pages: which of them
//! come out as it says, and why the others do not.

use std::{borrow::Cow, collections::BTreeMap};

use dateline::{
    document::{self, Block, BlockKind, BodyLink, Document, LinkTo, Part, Reading},
    schema::Schema,
    source::Source,
};
use expect_test::expect;
use percent_encoding::percent_decode_str;

/// See `tests/data/commonmark/LICENSE`.
const SPECIFICATION: &str = include_str!("../data/commonmark/spec.txt");
const FRONT: &str = "---\ntitle: Example\n---\n";

/// Attributes that Dateline adds.
const ADDED: [&str; 3] = ["tabindex", "loading", "decoding"];

/// Elements that space around them does not separate from what is beside them.
const IN_LINE: [&str; 9] =
    ["a", "code", "em", "strong", "img", "kbd", "del", "span", "b"];

struct Example {
    number: usize,
    markdown: String,
    html: String,
}

/// What became of an example: its HTML and the codes of its problems.
struct Outcome {
    html: String,
    codes: Vec<&'static str>,
}

fn examples() -> Vec<Example> {
    let fence = "`".repeat(32);
    let open = format!("\n{fence} example\n");
    let close = format!("\n{fence}\n");
    let parts = SPECIFICATION.split(open.as_str()).skip(1).enumerate();
    let read = |(at, part): (usize, &str)| {
        let text = format!("\n{}", part.split(close.as_str()).next().unwrap_or_default());
        let text = text.replace('→', "\t") + "\n";
        let (markdown, html) = text.split_once("\n.\n").expect("a line with a dot");
        let markdown = format!("{}\n", markdown.strip_prefix('\n').unwrap_or_default());
        Example { number: at + 1, markdown, html: html.to_owned() }
    };
    parts.map(read).collect()
}

fn outcome(markdown: &str, schema: &Schema) -> Outcome {
    let file = format!("{FRONT}{markdown}");
    let source = Source::new("content/pages/example.md", file.as_bytes());
    let reading = Reading { schema, languages: &[], smart_punctuation: false };
    let checked = document::parse(&source, &reading);
    let document = checked.value.expect("a page");
    let html =
        document.body.text.blocks().iter().map(|it| block(it, &document)).collect();
    Outcome { html, codes: checked.problems.iter().map(|it| it.code.0).collect() }
}

fn block(block: &Block, document: &Document) -> String {
    let html: String = block.parts.iter().map(|it| part(it, block, document)).collect();
    match block.kind {
        BlockKind::Paragraph => format!("<p>{html}</p>\n"),
        _ => html,
    }
}

fn part(part: &Part, block: &Block, document: &Document) -> String {
    let link = |at: u32| &document.body.links[(at - document.references) as usize];
    match part {
        Part::Html(html) => html.clone(),
        Part::Text => block.text.clone(),
        Part::Href(at) | Part::Title(at) => address(link(*at)),
        Part::Word(word) => word.clone(),
        Part::Picture(at) => format!("src=\"{}\"", address(link(*at))),
    }
}

fn address(link: &BodyLink) -> String {
    let place = match &link.to {
        LinkTo::File(path) | LinkTo::Asset(path) => {
            path.strip_prefix("pages/").unwrap_or(path)
        }
        LinkTo::Address(path) => path,
        LinkTo::Wiki { name, .. } => name,
        LinkTo::Here => "",
    };
    let anchor = link.anchor.as_deref().map(|it| format!("#{it}")).unwrap_or_default();
    let whole = format!("{place}{anchor}");
    whole.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// One tag or text a line, so that only what a reader could tell apart differs.
fn normal(html: &str) -> String {
    let mut out = Vec::new();
    let mut rest = html;
    let mut verbatim = false;
    while !rest.is_empty() {
        let end = tag_end(rest);
        let next = end.unwrap_or_else(|| {
            let from = rest.chars().next().map_or(0, char::len_utf8);
            rest[from..].find('<').map_or(rest.len(), |at| at + from)
        });
        let (piece, tail) = rest.split_at(next);
        rest = tail;
        if end.is_none() {
            out.push(words(piece, verbatim));
            continue;
        }
        let tag = normal_tag(piece);
        verbatim = (verbatim || tag == "<pre>") && tag != "</pre>";
        out.push(tag);
    }
    beside_blocks(&out)
}

/// The length of the tag that a text begins with.
fn tag_end(html: &str) -> Option<usize> {
    let name = html.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn normal_tag(tag: &str) -> String {
    let inner = tag.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    if tag.starts_with("</") {
        return tag.to_owned();
    }
    let (name, mut rest) = inner.split_once([' ', '\n']).unwrap_or((inner, ""));
    let heading = name.len() == 2 && name.starts_with('h') && name != "hr";
    let mut attributes = Vec::new();
    while let Some((key, tail)) = rest.split_once("=\"") {
        let (value, next) = tail.split_once('"').unwrap_or((tail, ""));
        let key = key.trim();
        if !(ADDED.contains(&key) || heading && key == "id") {
            let value = unescaped(value);
            let value = match key {
                "href" | "src" => {
                    percent_decode_str(value.trim_start_matches("./")).decode_utf8_lossy()
                }
                _ => Cow::Borrowed(value.as_str()),
            };
            attributes.push(format!(" {key}=\"{value}\""));
        }
        rest = next;
    }
    attributes.sort();
    format!("<{name}{}{}>", attributes.concat(), rest.trim_end())
}

fn words(text: &str, verbatim: bool) -> String {
    let text = unescaped(text);
    if verbatim { format!("{text:?}") } else { text }
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// White space beside the tag of a block means nothing.
fn beside_blocks(pieces: &[String]) -> String {
    let is_block = |at: Option<usize>| {
        let Some(piece) = at.map(|at| pieces.get(at)) else { return true };
        piece.is_none_or(|it| {
            let name = it.trim_start_matches(['<', '/']);
            let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(name.len());
            tag_end(it).is_some() && !IN_LINE.contains(&&name[..end])
        })
    };
    let mut out = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        let mut piece = piece.as_str();
        if is_block(at.checked_sub(1)) {
            piece = piece.trim_start();
        }
        if is_block(Some(at + 1)) {
            piece = piece.trim_end();
        }
        if !piece.is_empty() {
            out += &format!("{piece}\n");
        }
    }
    out
}

/// Why what came of an example is not what the specification says; none if it may not be so.
fn reason(example: &Example, outcome: &Outcome) -> Option<&'static str> {
    let told = |code: &str| outcome.codes.contains(&code);
    let html = &example.html;
    let has = normal(&outcome.html);
    if normal(&without_comments(html)) == has {
        return Some("comments are left out");
    }
    if told("W033") && normal(&html.replace("h1>", "h2>")) == has {
        return Some("the title of the page is its only heading of level 1");
    }
    if normal(html) == normal(&without_figure(&outcome.html)) {
        return Some("a picture alone is a figure, its title the caption");
    }
    if told("W032") && letters_follow(html, &outcome.html) {
        return Some("raw HTML that is not on the list is shown as text");
    }
    if example.markdown.contains("[[") {
        return Some("double brackets are a link to an entry");
    }
    if !letters_follow(html, &outcome.html) {
        return None;
    }
    match (told("E031"), told("E030")) {
        (true, _) => Some("a link must lead somewhere"),
        (_, true) => Some("a link has one of four schemes"),
        _ => None,
    }
}

fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|it| out += it.split_once("-->").map_or(it, |(_, rest)| rest));
    out
}

fn without_figure(html: &str) -> String {
    let html = html.replace("<figure>", "<p>").replace("</figure>", "</p>");
    match html.split_once("><figcaption>") {
        Some((image, rest)) => {
            let (caption, rest) = rest.split_once("</figcaption>").unwrap_or_default();
            format!("{image} title=\"{caption}\">{rest}")
        }
        None => html,
    }
}

/// Whether every letter that readers should see is there, in the same order.
fn letters_follow(wanted: &str, found: &str) -> bool {
    let mut found = letters(found).into_iter();
    letters(wanted).iter().all(|it| found.any(|other| other == *it))
}

fn letters(html: &str) -> Vec<char> {
    let (mut text, mut rest) = (String::new(), html);
    while let Some(c) = rest.chars().next() {
        let tag = tag_end(rest);
        if tag.is_none() {
            text.push(c);
        }
        rest = &rest[tag.unwrap_or(c.len_utf8())..];
    }
    unescaped(&text).chars().filter(|it| it.is_alphanumeric()).collect()
}

#[test]
fn examples_come_out_as_specified_or_differ_for_a_reason() {
    let schema = Schema::builtin();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for example in examples() {
        let outcome = outcome(&example.markdown, &schema);
        let (wants, has) = (normal(&example.html), normal(&outcome.html));
        let kind =
            if wants == has { Some("as specified") } else { reason(&example, &outcome) };
        if let Some(kind) = kind {
            *counts.entry(kind).or_default() += 1;
        } else {
            let Example { number, markdown, .. } = example;
            wrong.push(format!("{number}\n{markdown}\nwants\n{wants}has\n{has}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let lines: String = counts.iter().map(|(it, n)| format!("{n} {it}\n")).collect();
    expect![[r#"
        4 a link has one of four schemes
        5 a link must lead somewhere
        18 a picture alone is a figure, its title the caption
        534 as specified
        6 comments are left out
        3 double brackets are a link to an entry
        57 raw HTML that is not on the list is shown as text
        25 the title of the page is its only heading of level 1
    "#]]
    .assert_eq(&lines);
}
