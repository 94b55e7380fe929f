//! Running text and its places.

use std::sync::Arc;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{GAP, Prose, of};
use crate::{
    document::{Markdown, Reading},
    schema::Schema,
};

/// What is read of a file whose text begins after its first line.
fn read(file: &str) -> Vec<Prose> {
    let schema = Schema::builtin();
    let reading = Reading { schema: &schema, languages: &[], smart_punctuation: true };
    let path: Arc<str> = "content/pages/x.md".into();
    let start = file.find('\n').map_or(0, |it| it + 1);
    of(Markdown { path: &path, file, start, first: 0, reading })
}

fn check(text: &str, expected: &Expect) {
    let line = |it: &Prose| {
        let cell = if it.in_table { "cell: " } else { "" };
        format!("{cell}{}\n", it.text.replace(GAP, "|"))
    };
    expected
        .assert_eq(&read(&format!("---\n{text}")).iter().map(line).collect::<String>());
}

#[test]
fn links_code_headings_and_pictures_are_left_out() {
    check(
        "\
# Korea

In [Korea](@/countries/kr.md), `Korea`, [[kr|Korea]] and
**South** Korea[^1] ![Korea](a.jpg) <https://example.org/korea>.

```
Korea
```

    Korea

> Quoted Korea

<div>Korea</div>

<kbd>Korea</kbd> and <b>Korea</b>

[^1]: The note on Korea.
",
        &expect![[r#"
            In |, |, | and South Korea| | |.
            Quoted Korea
            | and |Korea|
            The note on Korea.
        "#]],
    );
}

#[test]
fn every_item_and_every_cell_stands_alone() {
    check(
        "- South\n- Korea\n  - inner\n\n1. one\n\n   two\n\n| a | b *c* |\n|---|---|\n| d | e |\n",
        &expect![[r#"
            South
            Korea
            inner
            one
            two
            cell: a
            cell: b c
            cell: d
            cell: e
        "#]],
    );
}

#[test]
fn what_is_written_otherwise_than_it_is_shown_has_its_place() {
    let file = "\u{feff}é---\r\nLe « Japon » et\r\n*l'Iran* &amp; C\\*o \"Oman\"\r\n";
    let found = read(file);
    let text = &found[0].text;
    assert_eq!(text, "Le « Japon » et l’Iran & C*o “Oman”");
    let written = |name: &str| {
        let at = text.find(name).expect("it is there");
        &file[found[0].span(at..at + name.len()).range()]
    };
    assert_eq!(written("Japon"), "Japon");
    assert_eq!(written("et l’Iran"), "et\r\n*l'Iran");
    assert_eq!(written("Iran"), "Iran");
    assert_eq!(written("&"), "&amp;");
    assert_eq!(written("C*o"), "C\\*o");
    assert_eq!(written("“Oman”"), "\"Oman\"");
}

proptest! {
    #[test]
    fn plain_words_are_where_they_are_written(
        parts in prop::collection::vec("(한국|Korea|d’Ivoire|—|`x`|\\*\\*|- |\\| |> |# |é|\\[a\\]\\(b\\)|&lt;|\r\n|\n\n| )", 0..40),
    ) {
        let file = format!("---\n{}", parts.concat());
        for prose in read(&file) {
            for name in ["한국", "Korea", "Ivoire"] {
                for (at, _) in prose.text.match_indices(name) {
                    let span = prose.span(at..at + name.len());
                    prop_assert_eq!(&file[span.range()], name);
                }
            }
        }
    }
}
