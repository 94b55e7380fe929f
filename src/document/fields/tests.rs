//! Mistakes in fields, with the whole of what is said about them, and what becomes of values.

use expect_test::{Expect, expect};

use super::*;
use crate::{
    document::{Document, parse, tests::reading},
    problem::shown,
    schema::Schema,
    source::Source,
};

fn document(folder: &str, front: &str) -> (String, Checked<Option<Document>>) {
    let file = format!("---\n{front}---\n");
    let source = Source::new(&format!("content/{folder}/x.md"), file.as_bytes());
    let checked = parse(&source, &reading(&Schema::builtin()));
    (file, checked)
}

fn check(folder: &str, front: &str, expect: &Expect) {
    let (file, checked) = document(folder, front);
    expect.assert_eq(&shown::all(&checked.problems, &file));
}

#[test]
fn unknown_keys_are_reported_with_what_they_resemble() {
    check(
        "pages",
        "\
darft: true
publishAt: 2020-01-01
colour: red
nav: { menue: main }
",
        &expect![[r#"
            E102 2:1 "darft"
            `page` has no field `darft`
            not a field
            did you mean `draft`?
            E102 3:1 "publishAt"
            `page` has no field `publishAt`
            not a field
            did you mean `publish_at`?
            E102 4:1 "colour"
            `page` has no field `colour`
            not a field
            the fields are `id`, `title`, `short_title`, `summary`, `lang`, `translation_of`, `draft`, `publish_at`, `expires_at`, `withdrawn`, `aliases`, `slug`, `image`, `facts`, `contacts`, `sources`, `changes`, `review_by`, `noindex`, `template`, `extra`, `lint`, `nav`, `toc`
            E102 5:8 "menue"
            `nav` has no field `menue`
            not a field
            did you mean `menu`?
            E103 1:1 "---"
            `page` needs the field `title`
            `title` is missing
            add a line `title: "…"`
        "#]],
    );
}

#[test]
fn what_is_missing_or_too_much_is_reported() {
    check(
        "news",
        "\
date: ~
updated: 2020-02-12
image: { src: a.jpg }
pull_quotes:
\x20 - { text: a, person: b, name: c }
",
        &expect![[r#"
            E110 4:8 "{ src: a.jpg }"
            `image` needs `alt` or `decorative`
            neither is there
            add one of them
            E110 6:27 "name"
            `pull_quotes` has both `person` and `name`
            one too many
            keep one of them
            E103 1:1 "---"
            `news` needs the field `title`
            `title` is missing
            add a line `title: "…"`
            E103 2:1 "date"
            the field `date` is empty
            needs a value
            write a value behind it: `date: 2020-02-11`
            E111 3:1 "updated"
            `updated` needs an entry in `changes`
            readers would not know what is different
            changes:
              - { at: 2020-02-12, kind: update, note: "what was changed" }
        "#]],
    );
}

#[test]
fn truth_values_are_true_and_false_alone() {
    check(
        "pages",
        "\
title: a
draft: yes
noindex: \"true\"
toc: maybe
",
        &expect![[r#"
            E104 3:8 "yes"
            `yes` is neither `true` nor `false`
            YAML reads this as a text
            draft: true
            "---\ntitle: a\ndraft: true\nnoindex: \"true\"\ntoc: maybe\n---\n"
            E104 4:10 "\"true\""
            `true` is in quotes, and so a text
            YAML reads this as a text
            noindex: true
            "---\ntitle: a\ndraft: yes\nnoindex: true\ntoc: maybe\n---\n"
            E104 5:6 "maybe"
            `maybe` is neither `true` nor `false`
            YAML reads this as a text
            write `true` or `false`, without quotes
        "#]],
    );
}

#[test]
fn dates_are_written_in_one_way() {
    check(
        "news",
        "\
title: a
date: 11 February 2020
publish_at: 2020-02-30
expires_at: 03/04/2020
",
        &expect![[r#"
            E105 3:7 "11 February 2020"
            `11 February 2020` is no date
            a date is written `2020-02-11`
            date: 2020-02-11
            E105 4:13 "2020-02-30"
            there is no 2020-02-30 in the calendar
            no such day
            write year, month and day in this order: `2020-02-11`
            E105 5:13 "03/04/2020"
            `03/04/2020` is no date
            a date is written `2020-02-11`
            write year, month and day: `2020-02-11`; with a time, the offset too: `2020-02-11T09:30:00+01:00`
        "#]],
    );
    check(
        "organisations",
        "\
title: a
founded: Aug 1991
",
        &expect![[r#"
            E106 3:10 "Aug 1991"
            `Aug 1991` is no year, month or day
            written `1964`, `1964-09` or `1964-09-17`
            founded: 1991-08
        "#]],
    );
}

#[test]
fn choices_numbers_and_languages_are_checked() {
    check(
        "news",
        "\
title: a
date: 2020-01-01
kind: press release
related: { auto: 13 }
",
        &expect![[r#"
            E107 4:7 "press release"
            `kind` cannot be `press release`
            none of the words that are allowed
            did you mean `press-release`?
            E109 5:18 "13"
            `auto` is out of range
            too small or too large
            write a number from 0 to 12
        "#]],
    );
    check(
        "topics",
        "\
title: a
order: 030
lang: german
",
        &expect![[r#"
            E109 3:8 "030"
            `order` should be a number, not `030`
            not a whole number
            write it in digits, without quotes and without a zero in front
            E116 4:7 "german"
            `german` is no language of the site
            not among `languages` in `site.yaml`
            the languages are `en`, `fr`
        "#]],
    );
    check(
        "countries",
        "\
title: a
names: { french: b, fr: Corée, x: y }
kind: nation
",
        &expect![[r#"
            E116 3:10 "french"
            `french` is no language
            not the code of a language
            write the code of a language, such as `fr` or `pt-br`
            E116 3:32 "x"
            `x` is no language
            not the code of a language
            write the code of a language, such as `fr` or `pt-br`
            E107 4:7 "nation"
            `kind` cannot be `nation`
            none of the words that are allowed
            write one of `country`, `territory`, `entity`
        "#]],
    );
}

#[test]
fn addresses_and_files_are_checked() {
    check(
        "pages",
        "\
title: a
slug: About Us
aliases: [old, https://x.org/a b/?c, /fine/]
template: page.html
image: { src: \"https://x.org/a.jpg\", alt: a }
",
        &expect![[r#"
            E113 3:7 "About Us"
            `About Us` cannot be part of an address
            only lower-case letters, digits and `-`
            slug: about-us
            E114 4:11 "old"
            `old` is no address on this site
            begins with a slash: `/old/place/`
            write `/old`
            E114 4:16 "https://x.org/a b/?c"
            `https://x.org/a b/?c` is no address on this site
            begins with a slash: `/old/place/`
            write `/a-b/`
            E122 5:11 "page.html"
            `page.html` is no name of a template
            the name of its file, without `.html`
            template: page
            E121 6:15 "\"https://x.org/a.jpg\""
            `https://x.org/a.jpg` is no file of the site
            not a file beside the entry or below `static/`
            put the file beside the entry, or into `static/`, and write its name
        "#]],
    );
    check(
        "pages",
        "title: a\nslug: '***'\n",
        &expect![[r#"
        E113 3:7 "'***'"
        `***` cannot be part of an address
        only lower-case letters, digits and `-`
        write it in plain letters: `slug: korean-police`
    "#]],
    );
    check(
        "organisations",
        "\
title: a
url: www.police.go.kr
",
        &expect![[r#"
            E115 3:6 "www.police.go.kr"
            `www.police.go.kr` is no address of a site
            begins with `https://`, `http://` or `mailto:`
            write `https://www.police.go.kr`
        "#]],
    );
}

#[test]
fn values_have_the_shape_of_their_fields() {
    check(
        "pages",
        "\
title: [a, b]
summary: { a: b }
facts: none
withdrawn: true
",
        &expect![[r#"
            E108 2:8 "[a, b]"
            `title` is a list; it should be one text
            this is a list
            keep one of them: `title: a`
            E108 3:10 "{ a: b }"
            `summary` is a set of fields; it should be one text
            this is a set of fields
            write it as `summary: "…"`
            E108 4:8 "none"
            `facts` is a single value; it should be a list of sets of fields
            this is a single value
            the fields of `facts` are `label`, `value`, `source`
            E108 5:12 "true"
            `withdrawn` is a single value; it should be a set of fields
            this is a single value
            the fields of `withdrawn` are `at`, `reason`, `replaced_by`
        "#]],
    );
    check(
        "countries",
        "\
title: |
\x20 a
\x20 b
names: Corée
",
        &expect![[r#"
            E125 3:3 "a"
            `title` has more than one line
            printed in one line
            write it in one line
            E108 5:8 "Corée"
            `names` is a single value; it should be a name for each language: `{ fr: Corée }`
            this is a single value
            write it as `names: { fr: "…" }`
        "#]],
    );
}

#[test]
fn a_list_in_one_text_is_reported_where_each_part_is_an_id() {
    check(
        "news",
        "\
title: a
date: 2020-01-01
topics: fraud, theft
countries: Korea, Republic of
people: KR,FR
",
        &expect![[r#"
            E112 4:9 "fraud, theft"
            `topics` is one text with commas in it
            read as a single name
            topics: [fraud, theft]
            "---\ntitle: a\ndate: 2020-01-01\ntopics: [fraud, theft]\ncountries: Korea, Republic of\npeople: KR,FR\n---\n"
            E112 6:9 "KR,FR"
            `people` is one text with commas in it
            read as a single name
            people: [KR, FR]
            "---\ntitle: a\ndate: 2020-01-01\ntopics: fraud, theft\ncountries: Korea, Republic of\npeople: [KR, FR]\n---\n"
        "#]],
    );
}

#[test]
fn names_of_other_generators_are_understood_and_reported_once() {
    check(
        "news",
        "\
title: a
date: 2020-01-01
tags: fraud
published: false  # yet
description: b
",
        &expect![[r#"
            W120 4:1 "tags"
            `tags` is what another generator calls this field
            understood
            write `topics` instead of `tags`, `draft: true` instead of `published`, `summary` instead of `description`
            "---\ntitle: a\ndate: 2020-01-01\ntopics: fraud\ndraft: true  # yet\nsummary: b\n---\n"
        "#]],
    );
    check(
        "news",
        "\
title: a
date: 2020-01-01
tags: [a]
categories: [b]
topics: [c]
summary: d
excerpt: e
",
        &expect![[r#"
            E124 8:1 "excerpt"
            `excerpt` and `summary` say the same thing
            understood as `summary`
            keep one of the two
            W120 4:1 "tags"
            `tags` is what another generator calls this field
            understood
            write `topics` instead of `tags`, `topics` instead of `categories`, `summary` instead of `excerpt`
        "#]],
    );
}

fn record(folder: &str, front: &str) -> Record {
    document(folder, front).1.value.expect("it has a type").fields
}

#[test]
fn one_value_is_a_list_and_shorthands_are_records() {
    let news = record("news", "topics: fraud\nrelated: [a, b]\nimage: a.jpg\n");
    assert_eq!(news.names("topics").map(|it| &*it.text).collect::<Vec<_>>(), ["fraud"]);
    let related = news.record("related").expect("a record");
    assert_eq!(related.names("pin").count(), 2);
    let image = news.record("image").and_then(|it| it.text("src"));
    assert_eq!(image, Some("a.jpg"));
    let more = record("news", "sources: [a, { title: b }]\nrelated: a\n");
    let titles: Vec<_> =
        more.records("sources").filter_map(|it| it.text("title")).collect();
    assert_eq!(titles, ["a", "b"]);
    assert_eq!(more.record("related").map(|it| it.names("pin").count()), Some(1));
}

#[test]
fn references_are_numbered_in_the_order_of_the_record() {
    let news = record(
        "news",
        "tags: [a]\npeople: [b]\ndateline: { country: kr }\ntopics: [c]\n",
    );
    let found: Vec<String> = news
        .references()
        .iter()
        .map(|it| format!("{} {}", it.ordinal, it.text))
        .collect();
    assert_eq!(found, ["0 b", "1 kr", "2 c", "3 a"]);
}

#[test]
fn free_values_keep_their_types() {
    let page = record("pages", "extra: { a: [1, no], b: { c: 'x' } }\n");
    let json = r#"{"a":[1,"no"],"b":{"c":"x"}}"#;
    assert_eq!(page.get("extra"), Some(&Value::Free(json.to_owned())));
}
