//! Maps hold every country once, whole and within their edges.

use std::sync::LazyLock;

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::reference::Countries;

static OUTLINES: LazyLock<Outlines> = LazyLock::new(Outlines::read);
static WORLD: LazyLock<Map> = LazyLock::new(|| Map::world(&OUTLINES));

/// The rings of path data, as points.
fn rings(data: &str) -> Vec<Vec<[i32; 2]>> {
    let ring = |text: &str| {
        let spaced = text.trim_end_matches('z').replace('l', " ").replace('-', " -");
        let numbers: Vec<i32> =
            spaced.split_whitespace().map(|it| it.parse().expect("a number")).collect();
        let mut at = [0, 0];
        numbers
            .chunks(2)
            .map(|step| {
                at = [at[0] + step[0], at[1] + step[1]];
                at
            })
            .collect()
    };
    data.split('M').skip(1).map(ring).collect()
}

/// Where a form is: left, top, right, bottom.
fn bounds(form: &Form) -> [i32; 4] {
    match form {
        Form::Dot(x, y) => [x - DOT, y - DOT, x + DOT, y + DOT],
        Form::Shape(data) => {
            let points = rings(data).concat();
            let axis = |at: usize| points.iter().map(move |it| it[at]);
            let least = |at| axis(at).min().expect("points");
            let most = |at| axis(at).max().expect("points");
            [least(0), least(1), most(0), most(1)]
        }
    }
}

fn is_within(map: &Map, form: &Form) -> bool {
    let [left, top, right, bottom] = bounds(form);
    let edge = |it: u32| i32::try_from(it).expect("a small map");
    left >= 0 && top >= 0 && right <= edge(map.width) && bottom <= edge(map.height)
}

/// Whether any line of a path is longer than this.
fn has_line_over(data: &str, limit: i32) -> bool {
    let long = |pair: &[[i32; 2]]| {
        (pair[0][0] - pair[1][0]).abs() > limit || (pair[0][1] - pair[1][1]).abs() > limit
    };
    rings(data).iter().any(|it| it.windows(2).any(long))
}

#[test]
fn every_country_is_on_the_world_once_and_within_it() {
    let countries = Countries::read();
    assert_eq!(WORLD.forms.len(), countries.iter().count());
    for (_, country) in countries.iter() {
        let form = &WORLD.forms[country.m49];
        assert!(is_within(&WORLD, form), "{}: {:?}", country.iso2, bounds(form));
    }
}

#[test]
fn nothing_smears_across_the_world() {
    for (code, form) in &WORLD.forms {
        if let Form::Shape(data) = form {
            assert!(!has_line_over(data, 200), "{code}");
        }
    }
    assert!(!has_line_over(&WORLD.backdrop, 200));
}

#[test]
fn countries_stand_where_they_should() {
    // Russia in one piece up to the Bering Strait, France without its overseas parts, Fiji
    // and Singapore as dots.
    let at = |code: &str| format!("{:?}", bounds(&WORLD.forms[code]));
    let all: Vec<String> = ["643", "250", "254", "242", "702", "410"]
        .iter()
        .map(|it| format!("{it} {}", at(it)))
        .collect();
    expect![[r#"
        643 [519, 3, 852, 94]
        250 [464, 64, 496, 94]
        254 [318, 220, 326, 233]
        242 [949, 303, 957, 311]
        702 [754, 232, 762, 240]
        410 [789, 103, 799, 117]"#]]
    .assert_eq(&all.join("\n"));
    let dots = WORLD.forms.values().filter(|it| matches!(it, Form::Dot(..)));
    expect!["125"].assert_eq(&dots.count().to_string());
    expect!["1000 x 433"].assert_eq(&format!("{} x {}", WORLD.width, WORLD.height));
}

#[test]
fn regions_show_their_countries_and_what_lies_around() {
    let countries = Countries::read();
    let mut sizes = Vec::new();
    for region in countries.regions.iter() {
        let inside = |id| countries.lies_in(id, region.m49);
        let members: Vec<&str> =
            countries.iter().filter(|it| inside(it.0)).map(|it| it.1.m49).collect();
        let map = Map::region(&OUTLINES, &members).expect(region.m49);
        assert_eq!(map.forms.len(), members.len(), "{}", region.m49);
        assert!(map.forms.values().all(|it| is_within(&map, it)), "{}", region.m49);
        let dots = map.forms.values().filter(|it| matches!(it, Form::Dot(..))).count();
        let (name, count) = (region.name("en"), members.len());
        sizes.push(format!(
            "{name}: {} x {}, {count}, {dots} dots",
            map.width, map.height
        ));
    }
    expect![[r#"
        World: 1000 x 433, 249, 125 dots
        Africa: 720 x 692, 60, 11 dots
        Oceania: 720 x 555, 29, 26 dots
        Americas: 720 x 828, 57, 31 dots
        Asia: 720 x 491, 51, 11 dots
        Europe: 720 x 828, 52, 12 dots
        Northern Africa: 720 x 432, 7, 0 dots
        Sub-Saharan Africa: 720 x 626, 53, 11 dots
        Western Africa: 720 x 452, 17, 2 dots
        Eastern Africa: 720 x 662, 22, 7 dots
        Middle Africa: 720 x 828, 9, 1 dots
        Southern Africa: 720 x 654, 5, 0 dots
        North America: 720 x 828, 41, 25 dots
        Latin America and the Caribbean: 720 x 775, 52, 28 dots
        Northern America: 720 x 788, 5, 2 dots
        Central America: 720 x 566, 8, 0 dots
        Caribbean: 720 x 518, 28, 20 dots
        South America: 720 x 746, 16, 3 dots
        Eastern Asia: 720 x 487, 8, 2 dots
        Southern Asia: 720 x 770, 9, 1 dots
        South-eastern Asia: 720 x 602, 11, 1 dots
        Central Asia: 720 x 432, 5, 0 dots
        Western Asia: 720 x 773, 18, 1 dots
        Southern Europe: 720 x 432, 17, 5 dots
        Eastern Europe: 720 x 606, 10, 0 dots
        Northern Europe: 720 x 828, 16, 5 dots
        Western Europe: 720 x 629, 9, 2 dots
        Australia and New Zealand: 720 x 549, 6, 4 dots
        Melanesia: 720 x 507, 5, 0 dots
        Micronesia: 720 x 432, 8, 8 dots
        Polynesia: 720 x 432, 10, 10 dots"#]]
    .assert_eq(&sizes.join("\n"));
}

#[test]
fn a_region_without_countries_has_no_map() {
    assert!(Map::region(&OUTLINES, &[]).is_none());
    assert!(Map::region(&OUTLINES, &["999"]).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_countries_make_a_map(picked in prop::collection::btree_set(0_usize..249, 1..12)) {
        let countries = Countries::read();
        let all: Vec<&str> = countries.iter().map(|it| it.1.m49).collect();
        let members: Vec<&str> = picked.iter().filter_map(|it| all.get(*it).copied()).collect();
        let map = Map::region(&OUTLINES, &members).expect("a map");
        for member in &members {
            let form = map.forms.get(member).expect("a form");
            prop_assert!(is_within(&map, form), "{} {:?}", member, bounds(form));
        }
        prop_assert_eq!(Map::region(&OUTLINES, &members), Some(map));
    }
}
