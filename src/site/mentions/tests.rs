//! Names in texts.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{
    Lexicon, Mention, Named, boundaries, leftmost_longest,
    name::{Case, Name},
};
use crate::site::{EntryId, fold::Folded};

fn named(at: usize) -> Option<Named> {
    u32::try_from(at).ok().map(|it| Named::Entry(EntryId(it)))
}

/// A lexicon of proper names, those that begin with `~` only titles.
fn lexicon(names: &[&str]) -> Lexicon {
    let name = |(at, text): (usize, &&str)| match text.strip_prefix('~') {
        Some(title) => Name::new(title, Case::Title, named(at)),
        None => Name::new(text, Case::Proper, named(at)),
    };
    Lexicon::of_names(names.iter().enumerate().map(name).collect())
}

/// The names found in a text, in brackets.
fn check(names: &[&str], text: &str, expected: &str) {
    let mut marked = String::new();
    let mut done = 0;
    for Mention { range, .. } in lexicon(names).mentions(text) {
        marked += &format!("{}[{}]", &text[done..range.start], &text[range.clone()]);
        done = range.end;
    }
    assert_eq!(marked + &text[done..], expected);
}

#[test]
fn whole_words_are_found_in_any_accents_and_joints() {
    let names = ["South Korea", "Côte d’Ivoire", "Antigua & Barbuda", "INTERPOL"];
    check(&names, "South Koreans, South-Korea", "South Koreans, [South-Korea]");
    check(&names, "en Cote d'Ivoire", "en [Cote d'Ivoire]");
    check(&names, "Co\u{302}te d’Ivoire’s", "[Co\u{302}te d’Ivoire]’s");
    check(&names, "Antigua and Barbuda", "[Antigua and Barbuda]");
    check(&names, "d’INTERPOL, l'INTERPOL-led", "d’[INTERPOL], l'[INTERPOL]-led");
    check(&names, "SOUTH\u{a0}KOREA", "[SOUTH\u{a0}KOREA]");
}

#[test]
fn particles_of_arabic_are_no_part_of_a_name() {
    let names = ["المغرب", "مصر", "اليابان", "كندا"];
    check(&names, "وبالمغرب، ومصر", "وب[المغرب]، و[مصر]");
    check(&names, "في كندا واليابان", "في [كندا] و[اليابان]");
    check(&names, "المصري", "المصري");
}

#[test]
fn a_sentence_or_a_paragraph_ends_a_name() {
    let names = ["South Korea", "St. Lucia", "Korea (Rep. of)", "Stock, Jürgen"];
    check(&names, "in the South. Korea and", "in the South. Korea and");
    check(&names, "South, Korea / South\nKorea", "South, Korea / South\nKorea");
    check(&names, "St Lucia, St. Lucia", "[St Lucia], [St. Lucia]");
    check(&names, "Korea (Rep. of), Korea Rep of", "[Korea (Rep. of)], [Korea Rep of]");
    check(&["U.S."], "the U.S. police. U.S", "the [U.S.] police. [U.S]");
    check(&names, "Stock Jürgen; Stock, Jürgen", "[Stock Jürgen]; [Stock, Jürgen]");
}

#[test]
fn an_address_names_nothing() {
    let names = ["Interpol", "~https", "Korea"];
    let text = "https://interpol.int/Interpol www.Korea.net a@Korea.net Interpol@x.org";
    check(&names, text, text);
    check(&names, "Interpol (https)", "[Interpol] ([https])");
}

#[test]
fn capitals_of_a_name_are_capitals_of_the_text() {
    let names = ["Turkey", "US", "WHO", "Chad"];
    check(&names, "a turkey for us, who?", "a turkey for us, who?");
    check(&names, "Turkey, the US and WHO", "[Turkey], the [US] and [WHO]");
    check(&names, "TURKEY, Us and Who", "[TURKEY], Us and Who");
    check(&names, "In Chad, Chad Smith said", "In [Chad], Chad Smith said");
}

#[test]
fn titles_are_found_in_any_case_but_for_acronyms() {
    let names = ["~Financial crime", "~Human Trafficking", "~DNA", "~DarkNet"];
    check(
        &names,
        "financial crime, Financial Crime",
        "[financial crime], [Financial Crime]",
    );
    check(&names, "of human trafficking", "of [human trafficking]");
    check(&names, "DNA, dna, Dna", "[DNA], dna, Dna");
    check(&names, "darknet, darkNet, DarkNet", "darknet, [darkNet], [DarkNet]");
}

#[test]
fn scripts_without_spaces_need_none() {
    check(&["韩国", "日本"], "在韩国和日本国内", "在[韩国]和[日本]国内");
    check(&["タイ", "インド"], "タイとインドネシア", "[タイ]とインドネシア");
    check(&["كوريا"], "في كوريا، الكورية", "في [كوريا]، الكورية");
}

#[test]
fn the_longest_of_those_that_may_be_counts() {
    let names = ["Korea", "Korea National Police", "National Police Agency"];
    check(
        &names,
        "the Korea National Police Agency",
        "the [Korea National Police] Agency",
    );
    check(
        &names,
        "the Korea national Police Agency",
        "the [Korea] national Police Agency",
    );
}

#[test]
fn one_name_of_two_things_is_the_name_of_both() {
    let found = lexicon(&["Georgia", "~georgia"]).mentions("in Georgia, georgia");
    let named: Vec<_> = found.iter().map(|it| it.named.len()).collect();
    assert_eq!(named, [2, 1]);
}

/// What a lexicon should find: every name is tried at every place of the folded text.
fn naive(names: &[Name], text: &str) -> Vec<Mention> {
    let folded = Folded::new(text);
    let ends = boundaries(text);
    let mut found: BTreeMap<(usize, usize), BTreeSet<Named>> = BTreeMap::new();
    let long = |it: &&Name| it.folded().chars().count() > 1;
    let places =
        (0..folded.text.len()).flat_map(|at| names.iter().map(move |it| (at, it)));
    for (at, name) in places.filter(|it| long(&it.1)) {
        let there = folded.text.get(at..).is_some_and(|it| it.starts_with(name.folded()));
        let range = folded.origin(at..at + name.folded().len()).filter(|_| there);
        let whole = range.filter(|it| ends[it.start] && ends[it.end]);
        if let Some(range) = whole.filter(|_| name.fits(text, &folded, at)) {
            found.entry((range.start, range.end)).or_default().extend(name.named);
        }
    }
    let mention = |((start, end), named): ((usize, usize), BTreeSet<Named>)| Mention {
        range: start..end,
        named: named.into_iter().collect(),
    };
    leftmost_longest(found.into_iter().map(mention).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_automaton_finds_what_a_naive_search_finds(
        names in prop::collection::vec("(a|b|A|é|É|韩| |-|’|ﬁ|&|\\.){1,5}", 1..8),
        text in "(a|b|A|é|e\u{301}|É|韩|国| |-|’|'|ﬁ|&|\\.|\n|c|_|ب){0,40}",
    ) {
        let name = |(at, it): (usize, &String)| {
            let case = if at % 2 == 0 { Case::Proper } else { Case::Title };
            Name::new(it, case, named(at).filter(|_| at != 3))
        };
        let names: Vec<Name> = names.iter().enumerate().map(name).collect();
        let found = Lexicon::of_names(names.clone()).mentions(&text);
        prop_assert_eq!(found, naive(&names, &text));
    }
}
