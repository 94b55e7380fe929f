//! The repository's own site, the demo: it is sound, it shows what a site can show, and
//! nothing of its hidden entries is published.

use std::{collections::BTreeMap, fs, sync::LazyLock};

use crate::workshop::Workshop;

/// Hidden entries, each with words that nothing else on the site has.
const HIDDEN: [(&str, &str); 2] = [
    ("content/news/2026/network-to-name-its-fourth-desk.md", "Halcyon"),
    (
        "content/news/2025/registration-open-for-summer-school.md",
        "Registration open for the summer school",
    ),
];

/// What the demo is there to show: a page, and words or marks of it.
const SHOWN: [(&str, &str); 12] = [
    ("news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime", "SEOUL"),
    (
        "news/2024/exercise-tidewater-day-one-nine-alarms-and-a-goat",
        "Exercise Tidewater to test twelve harbours in one week</h2>",
    ),
    ("news/2023/harbour-watch-review-counts-quieter-nights", "41 per cent"),
    ("news/2024/advisory-free-charging-cables", "This page was withdrawn on"),
    ("news/2024/write-it-down-before-you-are-sure", "</blockquote>"),
    (
        "news/2026/a-night-on-the-common-channel",
        "<bdi>the officer at desk 2</bdi></figcaption>",
    ),
    ("news/2024/twelve-harbours-in-seven-pictures", "gallery-two-ropes.png"),
    ("documents/exercise-tidewater-findings", "12 pages"),
    ("documents/harbour-watch-review-2024", "harbour-watch-review-2024.csv"),
    ("ar/news/2026/a-night-on-the-common-channel", "dir=\"rtl\""),
    ("es/topics/port-security", "Seguridad portuaria"),
    ("fr/news/2025/a-dakar-la-radio-cherche-les-murs", "papier peint"),
];

static OUTPUT: LazyLock<BTreeMap<String, Vec<u8>>> =
    LazyLock::new(|| Workshop::own().build(&["--strict"]));

fn page(name: &str) -> &'static str {
    let bytes = OUTPUT.get(&format!("{name}/index.html")).expect(name);
    std::str::from_utf8(bytes).expect("HTML")
}

#[test]
fn the_demo_shows_what_a_site_can_show() {
    for (name, words) in SHOWN {
        assert!(page(name).contains(words), "{name} shows “{words}”");
    }
}

#[test]
fn every_country_has_a_page_in_every_language_of_the_demo() {
    for tree in ["", "fr/", "es/", "ar/"] {
        let below = format!("{tree}countries/");
        let name =
            |path: &&str| path.strip_suffix("/index.html").map_or(0, str::len) == 2;
        let pages = OUTPUT.keys().filter_map(|it| it.strip_prefix(&below)).filter(name);
        assert_eq!(pages.count(), 249, "{below}");
    }
}

#[test]
fn no_byte_of_the_hidden_entries_of_the_demo_is_published() {
    let site = Workshop::own();
    let texts = OUTPUT.iter().map(|(path, bytes)| (path, String::from_utf8_lossy(bytes)));
    let output: Vec<_> = texts.collect();
    for (file, words) in HIDDEN {
        let text = fs::read_to_string(site.path(file)).expect(file);
        assert!(text.contains(words), "{file} has the words");
        let name = file.rsplit('/').next().and_then(|it| it.strip_suffix(".md"));
        for part in [name.expect(file), words] {
            let shown =
                output.iter().find(|it| it.0.contains(part) || it.1.contains(part));
            assert!(shown.is_none(), "{} has “{part}”", shown.expect("it is some").0);
        }
    }
}
