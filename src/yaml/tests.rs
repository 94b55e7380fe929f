//! Mistakes that editors make in front matter, with the whole of what is said about them.

use expect_test::{Expect, expect};

use super::*;
use crate::problem::shown;

fn check(yaml: &str, expect: &Expect) {
    let checked = parse(&Yaml::whole(&"a.md".into(), yaml));
    expect.assert_eq(&shown::all(&checked.problems, yaml));
}

#[test]
fn an_unquoted_colon_is_explained_where_it_stands() {
    check(
        "title: Airline ticket fraud: worldwide crackdown leads to 79 arrests\nb: c\n",
        &expect![[r#"
            E101 1:28 ":"
            the title contains “: ” and is not in quotes
            YAML reads this colon as a new key
            title: "Airline ticket fraud: worldwide crackdown leads to 79 arrests"
            "title: \"Airline ticket fraud: worldwide crackdown leads to 79 arrests\"\nb: c\n"
        "#]],
    );
    check(
        "summary: In brief:\n",
        &expect![[r#"
            E101 1:18 ":"
            the value of `summary` contains “: ” and is not in quotes
            YAML reads this colon as a new key
            summary: "In brief:"
            "summary: \"In brief:\"\n"
        "#]],
    );
    check(
        "x:\n  - { title: a: b, c: d }\n",
        &expect![[r#"
            E101 2:15 ":"
            the title contains “: ” and is not in quotes
            YAML reads this colon as a new key
            title: "a: b"
            "x:\n  - { title: \"a: b\", c: d }\n"
        "#]],
    );
}

#[test]
fn quotes_that_do_not_match_are_explained_at_the_first() {
    check(
        "title: \"Foo\" bar\n",
        &expect![[r#"
        E020 1:14 "bar"
        the value goes on behind its closing “"”
        the value has ended before this
        title: '"Foo" bar'
    "#]],
    );
    check(
        "summary: 漢字🎉\ntitle: \"He said\": no\n",
        &expect![[r#"
            E020 2:17 ": no"
            the value goes on behind its closing “"”
            the value has ended before this
            title: '"He said": no'
        "#]],
    );
    check(
        "title: 'INTERPOL's work'\n",
        &expect![[r#"
        E020 1:18 "s work'"
        the value goes on behind its closing “'”
        the value has ended before this
        title: "INTERPOL's work"
    "#]],
    );
    check(
        "title: \"Foo bar\nb: \"c\"\n",
        &expect![[r#"
        E008 1:8 "\""
        the quotation mark is never closed
        opened here
        title: "Foo bar"
    "#]],
    );
    check(
        "a: \"C:\\path\"\n",
        &expect![[r#"
        E021 1:7 "\\p"
        the backslash begins something that YAML does not know
        not known
        write `\\` for a backslash, or put the value in single quotes
    "#]],
    );
}

#[test]
fn brackets_that_do_not_match_are_explained_at_the_opening() {
    check(
        "t: [a, b\nb: c\n",
        &expect![[r#"
        E007 1:4 "["
        the bracket `[` is never closed
        opened here
        write `]` at the end, or put the value in quotes if it is text
    "#]],
    );
    check(
        "t: {a: b\n",
        &expect![[r#"
        E007 1:4 "{"
        the bracket `{` is never closed
        opened here
        write `}` at the end, or put the value in quotes if it is text
    "#]],
    );
    check(
        "t: [Updated] news\n",
        &expect![[r#"
        E020 1:14 "news"
        the value goes on behind its closing “]”
        the value has ended before this
        t: "[Updated] news"
    "#]],
    );
    check(
        "a: [b, c],\n",
        &expect![[r#"
        E020 1:10 ","
        the value goes on behind its closing “]”
        the value has ended before this
        remove the comma
    "#]],
    );
    check(
        "t: [a, b]]\n",
        &expect![[r#"
        E020 1:10 "]"
        the value goes on behind its closing “]”
        the value has ended before this
        remove one `]`
    "#]],
    );
}

#[test]
fn signs_of_yaml_go_in_quotes() {
    check(
        "t: @foo\n",
        &expect![[r#"
        E010 1:4 "@"
        the value begins with “@” and is not in quotes
        a sign that means something to YAML
        t: "@foo"
    "#]],
    );
    check(
        "t: [`foo`, b]\n",
        &expect![[r#"
        E010 1:5 "`"
        the value begins with “`” and is not in quotes
        a sign that means something to YAML
        t: ["`foo`", b]
    "#]],
    );
    check(
        "t: > 100 arrests\n",
        &expect![[r#"
        E010 1:4 ">"
        the value begins with “>” and is not in quotes
        a sign that means something to YAML
        t: "> 100 arrests"
    "#]],
    );
    check(
        "t:\n  - *foo\n",
        &expect![[r#"
        E010 2:5 "*"
        the value begins with “*” and is not in quotes
        a sign that means something to YAML
        - "*foo"
    "#]],
    );
    check(
        "t: &foo bar\n",
        &expect![[r#"
        E011 1:4 "&foo bar"
        front matter has no anchors and aliases
        YAML reads `&` and `*` as signs of its own here
        if this is text, put it in quotes: `"&foo bar"`
    "#]],
    );
    check(
        "t: !foo bar\n",
        &expect![[r#"
        E012 1:4 "!foo bar"
        front matter has no tags
        YAML reads `!` as a sign of its own here
        if this is text, put it in quotes: `"!foo bar"`
    "#]],
    );
}

#[test]
fn a_line_that_begins_with_a_percent_sign_is_refused() {
    check(
        "%é: 漢\ntitle: a\n",
        &expect![[r#"
        E010 1:1 "%"
        the value begins with “%” and is not in quotes
        a sign that means something to YAML
        "%é: 漢"
    "#]],
    );
    check(
        "title: a\r\n%TAG 漢 é\r\n%\r\n",
        &expect![[r#"
        E010 2:1 "%"
        the value begins with “%” and is not in quotes
        a sign that means something to YAML
        "%TAG 漢 é"
        E010 3:1 "%"
        the value begins with “%” and is not in quotes
        a sign that means something to YAML
        "%"
    "#]],
    );
}

#[test]
fn white_space_is_explained() {
    check(
        "a: b\n\tc: d\n",
        &expect![[r#"
        E006 2:1 "\t"
        there is a tab where YAML wants spaces
        a tab
        replace the tab by spaces, as many as in the lines around
    "#]],
    );
    check(
        "a:\tb\n",
        &expect![[r#"
        E006 1:3 "\t"
        there is a tab where YAML wants spaces
        a tab
        replace the tab by spaces, as many as in the lines around
    "#]],
    );
    check(
        "title: foo\n  date: 2020\n",
        &expect![[r#"
        E009 2:3 "date: 2020"
        the line is indented differently from those around it
        2 spaces in front of it; the line above has 0
        begin it exactly below the field it stands beside
    "#]],
    );
    check(
        "a:\n  b: c\n d: e\n",
        &expect![[r#"
        E009 3:2 "d: e"
        the line is indented differently from those around it
        1 space in front of it; the line above has 2
        begin it exactly below the field it stands beside
    "#]],
    );
}

#[test]
fn a_line_that_is_no_field_is_explained() {
    check(
        "title:Korea\ndate: 2020\n",
        &expect![[r#"
        E018 1:6 ":"
        a space is missing behind the colon
        a space belongs behind this
        title: Korea
    "#]],
    );
    check(
        "date: 2020\ntitle:Korea\n",
        &expect![[r#"
        E018 2:6 ":"
        a space is missing behind the colon
        a space belongs behind this
        title: Korea
    "#]],
    );
    check(
        "date: 2020\njust words\nb: c\n",
        &expect![[r#"
        E019 2:1 "just words"
        this line is neither `name: value` nor an item of a list
        no colon with a space behind it
        if it goes on with the line above, begin it with two spaces
    "#]],
    );
}

#[test]
fn what_is_no_front_matter_is_explained() {
    check(
        "just words\n",
        &expect![[r#"
        E016 1:1 "just words"
        the front matter is not made of fields
        no `name: value` here
        write each field as `name: value`, beginning with `title: …`
    "#]],
    );
    check(
        "a: b\n---\nc: d\n",
        &expect![[r#"
        E013 2:1 "---"
        a second document begins here
        nothing below this line would be read
        remove the line
    "#]],
    );
    check(
        "[x]: y\n",
        &expect![[r#"
        E014 1:1 "[x]"
        a key must be a word
        this is not one
        write `name: value`; put a text that begins with `[` or `{` in quotes
    "#]],
    );
    check(
        "a: b\nc: d\na: e\n",
        &expect![[r#"
        E015 3:1 "a"
        `a` is there twice
        the second one
        keep one of the two
    "#]],
    );
    check(
        "t: Korea #1 in Asia\nu: v # a comment\n",
        &expect![[r##"
        W022 1:10 "#1 in Asia"
        the value ends before “ #”
        YAML reads this as a comment
        t: "Korea #1 in Asia"
    "##]],
    );
}

#[test]
fn all_mistakes_of_a_text_are_reported() {
    check(
        "\u{feff}a: @漢\r\nb: \"y\r\nc: é: w\r\nd: ok\r\n",
        &expect![[r#"
            E010 1:4 "@"
            the value begins with “@” and is not in quotes
            a sign that means something to YAML
            a: "@漢"
            E008 2:4 "\""
            the quotation mark is never closed
            opened here
            b: "y"
            E101 3:5 ":"
            the value of `c` contains “: ” and is not in quotes
            YAML reads this colon as a new key
            c: "é: w"
            "\u{feff}a: @漢\r\nb: \"y\r\nc: \"é: w\"\r\nd: ok\r\n"
        "#]],
    );
}

fn tree(node: &Node) -> String {
    match &node.kind {
        NodeKind::Text { text, plain: true } => text.clone(),
        NodeKind::Text { text, plain: false } => format!("{text:?}"),
        NodeKind::List(items) => {
            format!("[{}]", items.iter().map(tree).collect::<Vec<_>>().join(", "))
        }
        NodeKind::Map(pairs) => {
            let pair =
                |it: &(Spanned<String>, Node)| format!("{}: {}", it.0.value, tree(&it.1));
            format!("{{{}}}", pairs.iter().map(pair).collect::<Vec<_>>().join(", "))
        }
        NodeKind::Lost => "(lost)".to_owned(),
    }
}

#[test]
fn a_text_keeps_its_words_and_whether_it_was_quoted() {
    let yaml = "a: no # c\nb:\n- 'x'\n- 030\nc: |\n  d\n  e\nf: {g: \"h\"}\ni:\n";
    let node = parse(&Yaml::whole(&"a".into(), yaml)).value.expect("it is a map");
    let expected = "{a: no, b: [\"x\", 030], c: \"d\\ne\\n\", f: {g: \"h\"}, i: }";
    assert_eq!(tree(&node), expected);
}

#[test]
fn places_are_bytes_of_the_file() {
    let file = "\u{feff}é: 漢字\r\nb: [ñ, \"x\" ]\r\nc:\r\n  - d\r\n";
    let node = parse(&Yaml::whole(&"a".into(), file)).value.expect("it is a map");
    let NodeKind::Map(pairs) = node.kind else { panic!("it is a map") };
    let found: Vec<&str> = pairs
        .iter()
        .flat_map(|it| [&file[it.0.span.range()], &file[it.1.span.range()]])
        .collect();
    assert_eq!(found, ["é", "漢字", "b", "[ñ, \"x\" ]", "c", "- d"]);
}

#[test]
fn a_comment_behind_quotes_is_no_part_of_the_text() {
    let file = "a: \"x\\\" # y\"  # it's\n# z\nb: 'it''s' # \"c\"\nc: [\"d\" # e\n ]\n";
    let node = parse(&Yaml::whole(&"a".into(), file)).value.expect("it is a map");
    let NodeKind::Map(pairs) = node.kind else { panic!("it is a map") };
    let found: Vec<&str> = pairs.iter().map(|it| &file[it.1.span.range()]).collect();
    assert_eq!(found, [r#""x\" # y""#, "'it''s'", "[\"d\" # e\n ]"]);
}

#[test]
fn a_lost_field_is_known_to_be_there() {
    let yaml = "title: a: b\ndate: 2020\n";
    let checked = parse(&Yaml::whole(&"a".into(), yaml));
    let found = checked.value.as_ref().map(tree);
    assert_eq!(found.as_deref(), Some("{date: 2020, title: (lost)}"));
}
