//! What holds for any text and any file, however odd.

use proptest::prelude::*;

use super::{Block, Body, Part};
use crate::{
    document::{self, tests::reading},
    problem::Problem,
    schema::Schema,
    source::Source,
    span::Span,
};

const FRONT: &str = "---\ntitle: é\n---\n";
const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];

const PIECES: &str = "# |- |> |1. |```|    |\n|\n\n|*|**|_|~~|[|](|)|![|[[|]]|`|<kbd>|</kbd>|<div>|</div>|\
<details>|</details>|<b id=\"a\">|</b>|<script>|<img src=x onerror=y>|<!--|-->|<br>|\
javascript:x|java&#115;cript:x|https://a.b|\" onclick=\"y|[^a]|[^a]: |\\|&quot;|&lt;|é|\u{0}|\r\n|\t|\
: --|= =|{#a}|[!NOTE]|@/pages/x.md|%|#|[x] |a b";

fn markdown() -> impl Strategy<Value = String> {
    let pieces: Vec<&'static str> = PIECES.split('|').chain(["|"]).collect();
    let piece = prop_oneof![
        4 => prop::sample::select(pieces).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|it| it.concat())
}

fn spans(body: &Body, problems: &[Problem]) -> Vec<Span> {
    let mut spans: Vec<Span> = body.text.blocks().iter().map(|it| it.span).collect();
    spans.extend(body.headings.iter().map(|it| it.span));
    spans.extend(body.links.iter().map(|it| it.span));
    spans.extend(body.external.iter().map(|it| it.span));
    spans.extend(body.images.iter().map(|it| it.span));
    spans.extend(problems.iter().filter_map(|it| Some(it.place.as_ref()?.span)));
    spans.extend(problems.iter().filter_map(|it| Some(it.fix.as_ref()?.span)));
    spans
}

fn html(body: &Body) -> String {
    let show = |block: &Block, part: &Part| match part {
        Part::Html(html) => html.clone(),
        Part::Text => block.text.clone(),
        Part::Picture(_) => String::new(),
        _ => "?".to_owned(),
    };
    let shown = |block: &Block| block.parts.iter().map(|it| show(block, it)).collect();
    body.text.blocks().iter().map(shown).collect::<Vec<String>>().concat()
}

// Whether HTML is nothing but text and tags that are closed in order, with attributes in
// double quotes, none of which is a script.
fn sound(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some((_, tail)) = rest.split_once('<') {
        let (tag, next) = tail.split_once('>').ok_or_else(|| format!("open: {tail}"))?;
        rest = next;
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("</{name}> closes {last:?}"));
            }
            continue;
        }
        let (name, given) = tag.split_once(' ').unwrap_or((tag, ""));
        let name = name.trim_end_matches('/');
        if name == "script" || !name.chars().all(|it| it.is_ascii_alphanumeric()) {
            return Err(format!("<{tag}>"));
        }
        harmless(given)?;
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("not closed: {open:?}")) }
}

fn harmless(mut given: &str) -> Result<(), String> {
    while let Some((name, tail)) = given.split_once("=\"") {
        let (value, rest) = tail.split_once('"').ok_or_else(|| tail.to_owned())?;
        let name = name.trim();
        let address = matches!(name, "href" | "src");
        if name.starts_with("on")
            || name.contains(|c: char| !(c.is_ascii_lowercase() || c == '-'))
            || address
                && value.to_ascii_lowercase().contains("script:")
                && !value.starts_with("http")
                && !value.starts_with("mailto:")
        {
            return Err(format!("{name}=\"{value}\""));
        }
        given = rest;
    }
    if matches!(given.trim(), "" | "/") { Ok(()) } else { Err(given.to_owned()) }
}

fn holds(file: &[u8]) -> Result<(), TestCaseError> {
    let schema = Schema::builtin();
    let source = Source::new("content/pages/x.md", file);
    let checked = document::parse(&source, &reading(&schema));
    let body = checked.value.map(|it| it.body).unwrap_or_default();
    if let Ok(text) = std::str::from_utf8(file) {
        for span in spans(&body, &checked.problems) {
            prop_assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
        }
    }
    let html = html(&body);
    let result = sound(&html);
    prop_assert!(result.is_ok(), "{result:?}\n{html}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 512, failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn any_text_becomes_sound_html_with_spans_inside_the_file(text in markdown()) {
        holds(format!("{FRONT}{text}").as_bytes())?;
    }

    #[test]
    fn any_bytes_are_read_without_panic(file in prop::collection::vec(any::<u8>(), 0..200)) {
        holds(&file)?;
        holds(&[FRONT.as_bytes(), &file].concat())?;
    }
}

#[test]
fn the_judge_of_html_sees_what_is_not_sound() {
    for bad in [
        "<b><i></b></i>",
        "<b>",
        "<script></script>",
        "<b onclick=\"x\"></b>",
        "<b x=y></b>",
        "<a href=\"javascript:x\">x</a>",
        "a < b",
    ] {
        assert!(sound(bad).is_err(), "{bad}");
    }
    assert_eq!(sound("<p><a href=\"x\">a</a><br></p>"), Ok(()));
}
