//! The graph and `index.json`.

use expect_test::expect;

use super::{NEWS, SETTINGS, check, outputs};

#[test]
fn the_graph_has_every_entry_and_relation() {
    check(
        "api/graph.json",
        &expect![[r#"
        {"version":1,"nodes":[{"id":"countries/fr","type":"country","title":"France","url":"https://example.org/kb/countries/fr/","lang":"en","date":null},{"id":"countries/kr","type":"country","title":"South Korea","url":"https://example.org/kb/countries/kr/","lang":"en","date":null},{"id":"news/2020/stub","type":"news","title":"A stub","url":null,"lang":"en","date":"2020-02-01"},{"id":"news/2020/x","type":"news","title":"Fish & chips: 1 < 2","url":"https://example.org/kb/news/2020/x-slug/","lang":"en","date":"2020-02-12"},{"id":"people/kim","type":"person","title":"Kim","url":"https://example.org/kb/people/kim/","lang":"en","date":null},{"id":"topics/cybercrime","type":"topic","title":"Cybercrime","url":"https://example.org/kb/topics/cybercrime/","lang":"en","date":null}],"edges":[{"source":"news/2020/stub","target":"countries/kr","relation":"countries"},{"source":"news/2020/x","target":"countries/kr","relation":"countries"},{"source":"news/2020/x","target":"countries/fr","relation":"countries"},{"source":"news/2020/x","target":"people/kim","relation":"people"},{"source":"news/2020/x","target":"topics/cybercrime","relation":"topics"}]}
    "#]],
    );
}

#[test]
fn an_entry_in_json() {
    check(
        "news/2020/x-slug/index.json",
        &expect![[r#"
        {"version":1,"id":"news/2020/x","type":"news","title":"Fish & chips: 1 < 2","url":"https://example.org/kb/news/2020/x-slug/","lang":"en","date":"2020-02-12","list_title":"Fish & chips: 1 < 2","official_title":"Fish & chips: 1 < 2","standfirst":"A short standfirst","kind":null,"updated":"2020-02-13","withdrawn":false,"image":null,"translations":[],"relations":{"countries":[{"id":"countries/kr","type":"country","title":"South Korea","url":"https://example.org/kb/countries/kr/","lang":"en","date":null},{"id":"countries/fr","type":"country","title":"France","url":"https://example.org/kb/countries/fr/","lang":"en","date":null}],"people":[{"id":"people/kim","type":"person","title":"Kim","url":"https://example.org/kb/people/kim/","lang":"en","date":null}],"topics":[{"id":"topics/cybercrime","type":"topic","title":"Cybercrime","url":"https://example.org/kb/topics/cybercrime/","lang":"en","date":null}]},"inverse":{},"related":[],"later_coverage":[],"backlinks":{"total":0,"items":[]},"facts":[],"changes":[{"at":"2020-02-13","kind":"correction","note":"A name was wrong"}],"sources":[{"title":"A release","url":"https://other.org/"}],"word_count":0,"body":{"lang":"en","html":"","text":""}}
    "#]],
    );
}

#[test]
fn a_translation_has_the_language_in_its_id() {
    let french = "\n-- content/topics/cybercrime.fr.md --\n---\ntitle: Cyber\n---\n";
    let graph = outputs(&format!("{SETTINGS}{NEWS}{french}"), "api/graph.json");
    let edge = r#"{"source":"topics/cybercrime.fr","target":"topics/cybercrime","relation":"translation_of"}"#;
    assert!(graph[0].1.contains(edge), "{}", graph[0].1);
}

#[test]
fn every_field_is_documented() {
    let found = outputs(&format!("{SETTINGS}{NEWS}"), "x-slug/index.json");
    let json: serde_json::Value = serde_json::from_str(&found[0].1).expect("JSON");
    let guide = include_str!("../../../../docs/outputs.md");
    let (_, table) = guide.split_once("## `index.json`").expect("its part");
    for field in json.as_object().expect("an object").keys() {
        assert!(table.contains(&format!("`{field}`")), "{field}");
    }
}
