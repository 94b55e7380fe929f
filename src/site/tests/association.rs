//! Topics and countries that go together.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::{paths, site};
use crate::site::{
    Site,
    association::{CHANCE, Counts, PARTNERS, partners},
};

/// News of these topics (and countries behind a `/`), one a line.
fn archive(news: &str) -> String {
    let mut archive = String::new();
    for name in ["a", "b", "c", "wide"] {
        archive += &format!("-- content/topics/{name}.md --\n---\ntitle: {name}\n---\n");
    }
    archive += "-- content/topics/narrow.md --\n---\ntitle: N\nparent: wide\n---\n";
    for (at, line) in news.lines().filter(|it| !it.is_empty()).enumerate() {
        let (topics, countries) = line.split_once('/').unwrap_or((line, ""));
        archive += &format!(
            "-- content/news/{at:04}.md --\n---\ntitle: News {at}\ndate: 2020-02-01\n\
             topics: [{topics}]\ncountries: [{countries}]\n---\nText.\n"
        );
    }
    archive
}

/// The partners of all entries of a type, a line an entry.
fn lines(site: &Site, ty: &str) -> String {
    let line = |(id, all): (_, Vec<crate::site::association::Partner>)| {
        let partner = |it: &crate::site::association::Partner| {
            format!("{} {} {:.2}", paths(site, &[it.entry]), it.count, it.score)
        };
        let all: Vec<_> = all.iter().map(partner).collect();
        format!("{}: {}\n", paths(site, &[id]), all.join(", "))
    };
    partners(site, ty).into_iter().map(line).collect()
}

fn check(news: &str, ty: &str, expected: &Expect) {
    expected.assert_eq(&lines(&site(&archive(news)), ty));
}

fn ratio(both: usize, one: usize, other: usize, all: usize) -> f64 {
    Counts { both, one, other, all }.log_likelihood_ratio()
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 0.005, "{a} is not {b}");
}

#[test]
fn the_ratio_is_that_of_the_paper() {
    // Dunning 1993, table 1: “the swiss” stands 110 times, “the” 2,442 times before another
    // word, “swiss” 111 times behind another one, 29,114 pairs have neither: 270.72.
    close(ratio(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114), 270.72);
    // By hand: 2 (4 ln(4·10 / 4·4) + 6 ln(6·10 / 6·6)) = 8 ln 2.5 + 12 ln (5/3).
    close(ratio(4, 4, 4, 10), 8.0 * 2.5_f64.ln() + 12.0 * (5.0_f64 / 3.0).ln());
    // By hand: cells 2, 1, 1, 4 of 8, expected 9/8, 15/8, 15/8, 25/8.
    let cells = [(2.0, 9.0), (1.0, 15.0), (1.0, 15.0), (4.0, 25.0)];
    let by_hand: f64 = cells.iter().map(|(k, e)| 2.0 * k * (k * 8.0_f64 / e).ln()).sum();
    close(by_hand, 1.76);
    close(ratio(2, 3, 3, 8), by_hand);
}

#[test]
fn independent_labels_have_none() {
    close(ratio(6, 12, 10, 20), 0.0);
    close(ratio(5, 20, 5, 20), 0.0);
    close(ratio(0, 0, 0, 0), 0.0);
    assert!(!Counts { both: 6, one: 12, other: 10, all: 20 }.attract());
}

#[test]
fn what_is_everywhere_goes_with_nothing() {
    // `c` is in all news, so that it says nothing of `a` and `b`, with which it stands most.
    let news = "a,b,c\na,b,c\na,b,c\na,c\nc\nc\nc\nc\n";
    check(
        news,
        "topic",
        &expect![[r#"
        topics/a: topics/b 3 6.09
        topics/b: topics/a 3 6.09
    "#]],
    );
}

#[test]
fn countries_go_together_on_both_pages() {
    let news = "/kr,sg\n/kr,sg\n/kr,sg\n/fr,us\n/fr\n/us\n/us\n/kr,us\n";
    check(
        news,
        "country",
        &expect![[r#"
        countries/kr: countries/sg 3 6.09
        countries/sg: countries/kr 3 6.09
    "#]],
    );
}

#[test]
fn a_wider_topic_is_no_partner_of_a_narrower_one() {
    let news = "narrow,a\nnarrow,a\nnarrow,a\nb\nb\nc\nc\nc\n";
    check(
        news,
        "topic",
        &expect![[r#"
        topics/a: topics/narrow 3 10.59, topics/wide 3 10.59
        topics/narrow: topics/a 3 10.59
        topics/wide: topics/a 3 10.59
    "#]],
    );
}

#[test]
fn one_news_of_both_is_chance() {
    let mut news = "a,b\n".to_owned();
    (0..400).for_each(|_| news += "c\n");
    assert!(ratio(1, 1, 1, 401) > CHANCE);
    check(&news, "topic", &expect![[""]]);
}

#[test]
fn what_is_not_translated_counts_in_every_language() {
    let settings = "-- site.yaml --\nlanguages: { en: {}, fr: {} }\n";
    let french = |it: String| it.replace(".md --", ".fr.md --").replace("/0", "/1");
    let english = archive("a,b\na,b\na,b\nc\nc\nc\nc\n");
    let archive = settings.to_owned() + &english + &french(archive("c\nc\nc\nc\n"));
    expect![[r#"
        topics/a: topics/b 3 12.89
        fr:topics/a: fr:topics/b 3 12.89
        topics/b: topics/a 3 12.89
        fr:topics/b: fr:topics/a 3 12.89
    "#]]
    .assert_eq(&lines(&site(&archive), "topic"));
}

#[test]
fn news_that_another_type_lists_as_news_break_nothing() {
    let types = "-- site.yaml --\ntypes:\n  raid:\n    folder: raids\n    label: Raids\n    \
                 fields:\n      topics: { type: topic, many: true, label: T, inverse: { name: \
                 news, label: news } }\n";
    let raid = |at: usize| {
        format!("-- content/raids/{at}.md --\n---\ntitle: R{at}\ntopics: [a, b]\n---\n")
    };
    let raids: String = (0..5).map(raid).collect();
    let archive = types.to_owned() + &raids + &archive("c\nc\n");
    expect![[r#"
        topics/a: topics/b 5 8.38
        topics/b: topics/a 5 8.38
    "#]]
    .assert_eq(&lines(&site(&archive), "topic"));
}

#[test]
fn a_pair_stands_on_both_pages_however_many_there_are() {
    // A hub with more partners than a page has of its own: each has the hub for its only one.
    let mut news = String::new();
    let codes = "ad ae af ag al am ao ar at au az ba bb bd be bf bg bh bi bj";
    for code in codes.split(' ') {
        (0..3).for_each(|_| news += &format!("/kr,{code}\n"));
    }
    (0..200).for_each(|_| news += "c\n");
    let site = site(&archive(&news));
    let partners = partners(&site, "country");
    let most = partners.values().map(Vec::len).max();
    assert_eq!(most, Some(codes.split(' ').count()));
    assert!(most > Some(PARTNERS));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn both_sides_say_the_same(
        news in prop::collection::vec(
            prop::collection::btree_set(0_usize..16, 0..5), 1..60,
        ),
    ) {
        let codes = "kr sg fr us de es it pt br ar cl pe ke ng za eg";
        let codes: Vec<&str> = codes.split(' ').collect();
        let line = |it: &std::collections::BTreeSet<usize>| {
            let names: Vec<_> = it.iter().map(|at| codes[*at]).collect();
            format!("/{}\n", names.join(","))
        };
        let site = site(&archive(&news.iter().map(line).collect::<String>()));
        let partners = partners(&site, "country");
        for (id, own) in &partners {
            for it in own {
                let other = partners.get(&it.entry).into_iter().flatten();
                let back = other.clone().find(|back| back.entry == *id);
                let back = back.map(|it| (it.count, it.score.to_bits()));
                prop_assert_eq!(back, Some((it.count, it.score.to_bits())));
                prop_assert!(it.score >= CHANCE && it.count >= 2);
            }
        }
    }

    #[test]
    fn the_ratio_is_never_negative(
        (all, one, other) in (1_usize..5000).prop_flat_map(|all| (Just(all), 0..=all, 0..=all)),
        part in 0.0_f64..=1.0,
    ) {
        let (low, high) = ((one + other).saturating_sub(all), one.min(other));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss,
            clippy::cast_precision_loss, reason = "counts of a test")]
        let both = low + (part * (high - low) as f64) as usize;
        let ratio = ratio(both, one, other, all);
        prop_assert!(ratio > -1e-6, "{}", ratio);
    }
}
