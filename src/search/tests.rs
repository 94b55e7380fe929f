//! What an index holds, read back the way a browser reads it.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// The terms of a file, each with its items and their weights.
fn terms(mut bytes: &[u8]) -> Vec<(String, Vec<(u64, u64)>)> {
    let mut found: Vec<(String, Vec<(u64, u64)>)> = Vec::new();
    while !bytes.is_empty() {
        let shared = length(&mut bytes);
        let rest = length(&mut bytes);
        let mut term =
            found.last().map_or(Vec::new(), |it| it.0.as_bytes()[..shared].to_vec());
        term.extend_from_slice(cut(&mut bytes, rest));
        let rest = length(&mut bytes);
        let mut postings = cut(&mut bytes, rest);
        let (mut items, mut at) = (Vec::new(), 0);
        while !postings.is_empty() {
            let next = number(&mut postings);
            at += next >> 2;
            items.push((at, next & 3));
        }
        found.push((String::from_utf8(term).expect("UTF-8"), items));
    }
    found
}

fn cut<'a>(bytes: &mut &'a [u8], length: usize) -> &'a [u8] {
    let (part, rest) = bytes.split_at(length);
    *bytes = rest;
    part
}

fn length(bytes: &mut &[u8]) -> usize {
    usize::try_from(number(bytes)).expect("a length")
}

fn number(bytes: &mut &[u8]) -> u64 {
    let mut number = 0;
    for shift in (0..).step_by(7) {
        let byte = cut(bytes, 1)[0];
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    number
}

fn item<'a>(names: &[&'a str], texts: &[(Weight, &'a str)]) -> Item<'a> {
    let texts: Vec<_> = texts.iter().map(|it| (it.0, it.1.into())).collect();
    Item {
        card: Card {
            title: "".into(),
            url: String::new(),
            kind: "".into(),
            summary: "",
            date: ("", ""),
            lang: "",
        },
        names: names.to_vec(),
        texts: Box::new(move || texts.clone()),
    }
}

/// The terms of one of the rows of the head.
fn row(files: &[File], row: &str) -> Vec<(String, Vec<(u64, u64)>)> {
    let head: serde_json::Value = serde_json::from_slice(&files[0].bytes).expect("JSON");
    let names = head[row]["name"].as_array().expect("names").iter();
    let first = head[row]["first"].as_array().expect("first terms").iter();
    let mut all = Vec::new();
    for (name, first) in names.zip(first) {
        let file = files.iter().find(|it| *name == *it.name).expect("the file");
        let found = terms(&file.bytes);
        assert_eq!(*first, found[0].0);
        all.extend(found);
    }
    all
}

#[test]
fn a_word_weighs_what_its_best_place_does() {
    let texts = [(Weight::Text, "Seoul police, police"), (Weight::Title, "Police!")];
    let files = files(&[item(&["KOR"], &[]), item(&[], &texts)], &[]);
    let terms = row(&files, "terms");
    let shown: Vec<String> = terms.iter().map(|it| format!("{it:?}")).collect();
    assert_eq!(
        shown,
        [
            r#"("=kor", [(0, 3)])"#,
            r#"("kor", [(0, 3)])"#,
            r#"("police", [(1, 2)])"#,
            r#"("seoul", [(1, 0)])"#,
        ]
    );
    let spelt: Vec<String> = row(&files, "words").into_iter().map(|it| it.0).collect();
    assert_eq!(spelt, ["police"]);
}

#[test]
fn facets_are_read_like_terms() {
    let facet = |group, id: &str, label: &str, items: &[u32]| Facet {
        group,
        id: id.into(),
        label: label.into(),
        items: items.to_vec(),
    };
    let facets =
        [facet("year", "2020", "2020", &[1, 200]), facet("topic", "a", "A topic", &[0])];
    let items: Vec<Item> = (0..201).map(|_| item(&[], &[])).collect();
    let found = row(&files(&items, &facets), "facets");
    let expected = [
        ("topic\ta\tA topic".to_owned(), vec![(0, 0)]),
        ("year\t2020\t2020".to_owned(), vec![(1, 0), (200, 0)]),
    ];
    assert_eq!(found, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn everything_put_in_is_read_back(
        texts in prop::collection::vec("[a-e ]{0,30}", 0..3000),
    ) {
        let items: Vec<Item> =
            texts.iter().map(|it| item(&[], &[(Weight::Text, it)])).collect();
        let mut expected: BTreeMap<String, Vec<(u64, u64)>> = BTreeMap::new();
        for (number, text) in (0..).zip(&texts) {
            let mut words: Vec<&str> = text.split_whitespace().collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                expected.entry(word.to_owned()).or_default().push((number, 0));
            }
        }
        let files = files(&items, &[]);
        prop_assert_eq!(row(&files, "terms"), Vec::from_iter(expected));
        prop_assert!(files.iter().skip(1).all(|it| it.name.starts_with(&it.key.short(12))));
    }
}
