//! The built-in themes as a reader gets them: what they weigh, which fonts a page asks for,
//! and what their stylesheets must not say.

use std::{collections::BTreeMap, io::Write};

use dateline::{reference::Countries, theme::builtin};
use flate2::{Compression, write::GzEncoder};

use crate::workshop::Workshop;

const SITE: &str = "
-- content/news/2020/a.md --
---
title: A
date: 2020-02-11
---

Text.
-- content/news/2020/a.ar.md --
---
title: أ
date: 2020-02-11
---

نص.
";
const CSS: usize = 10 * 1024;
const PAGE: usize = 14 * 1024;
const MAP: usize = 15 * 1024;
const FONTS: usize = 70 * 1024;

fn built(theme: &str) -> BTreeMap<String, Vec<u8>> {
    let site = Workshop::new(SITE);
    let settings = format!(
        "title: N\nbase_url: https://example.org/\ndefault_language: en\n\
         languages: {{ en: {{ locale: en }}, ar: {{ locale: ar }} }}\n\
         theme: {{ name: {theme} }}\n"
    );
    site.write("site.yaml", settings.as_bytes());
    site.build(&[])
}

fn zipped(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory").len()
}

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    std::str::from_utf8(&files[path]).expect("UTF-8")
}

fn sheet(files: &BTreeMap<String, Vec<u8>>) -> &str {
    let is_css = |it: &&String| it.rsplit_once('.').is_some_and(|it| it.1 == "css");
    text(files, files.keys().find(is_css).expect("a stylesheet"))
}

/// The paths of the fonts that a page asks for early.
fn preloaded(page: &str) -> Vec<&str> {
    let links = page.split("<link rel=\"preload\" href=\"/").skip(1);
    links.map(|it| &it[..it.find('"').expect("a quote")]).collect()
}

/// The repository's own site in another theme.
fn seed(theme: &str) -> BTreeMap<String, Vec<u8>> {
    let site = Workshop::seed();
    let settings = std::fs::read_to_string(site.path("site.yaml")).expect("settings");
    let others = settings.lines().filter(|it| !it.starts_with("theme:"));
    let all: Vec<&str> = others.collect();
    let settings = format!("{}\ntheme: {{ name: {theme} }}\n", all.join("\n"));
    site.write("site.yaml", settings.as_bytes());
    site.build(&[])
}

#[test]
fn stylesheets_and_pages_are_light() {
    for theme in builtin::names() {
        let files = seed(theme);
        let css = zipped(sheet(&files).as_bytes());
        assert!(css <= CSS, "{theme}: {css} bytes of CSS");
        for (path, bytes) in files.iter().filter(|it| it.0.ends_with("index.html")) {
            let size = zipped(bytes);
            assert!(size <= PAGE, "{theme}: {size} bytes in {path}");
        }
    }
}

#[test]
fn a_map_with_news_from_everywhere_is_light() {
    let countries = Countries::read();
    let codes: Vec<&str> = countries.iter().map(|it| it.1.iso2).collect();
    let news = format!(
        "-- content/news/a.md --\n---\ntitle: A\ndate: 2020-02-11\ncountries: [{}]\n---\n",
        codes.join(", ")
    );
    let site = Workshop::new(&news);
    site.write("site.yaml", b"title: N\nbase_url: https://example.org/\n");
    let files = site.build(&[]);
    let home = text(&files, "index.html");
    let start = home.find("<svg viewBox=\"0 0 1000 ").expect("a map");
    let map = &home[start..start + home[start..].find("</svg>").expect("its end")];
    assert_eq!(map.matches("<title>").count(), codes.len());
    let size = zipped(map.as_bytes());
    assert!(size <= MAP, "{size} bytes of map");
}

#[test]
fn no_page_asks_for_more_than_two_fonts_and_70_kb_early() {
    for theme in builtin::names() {
        let files = built(theme);
        for (path, arabic) in
            [("news/2020/a/index.html", false), ("ar/news/2020/a/index.html", true)]
        {
            let fonts = preloaded(text(&files, path));
            let weight: usize = fonts.iter().map(|it| files[*it].len()).sum();
            assert!(
                fonts.len() <= 2 && weight <= FONTS,
                "{theme} {path}: {fonts:?} {weight}"
            );
            let has_arabic = fonts.iter().any(|it| it.contains("arabic"));
            assert_eq!(
                has_arabic,
                arabic && theme != "base",
                "{theme} {path}: {fonts:?}"
            );
        }
    }
}

#[test]
fn every_font_comes_with_its_licence_and_never_hides_text() {
    for theme in builtin::names() {
        let files = built(theme);
        let fonts: Vec<&String> =
            files.keys().filter(|it| it.contains(".woff2")).collect();
        let licensed = files.contains_key("assets/fonts/OFL.txt");
        assert_eq!(licensed, !fonts.is_empty(), "{theme}: {fonts:?}");
        for face in sheet(&files).split("@font-face").skip(1) {
            let face = &face[..face.find('}').expect("an end")];
            let far = face.contains("url(");
            assert_eq!(far, face.contains("font-display: swap"), "{theme}: {face}");
            let adjusted = face.contains("size-adjust");
            assert_eq!(far, !adjusted, "{theme}: {face}");
        }
        for font in fonts {
            let name = font.trim_start_matches("assets/");
            assert!(sheet(&files).contains(name), "{theme}: {font} is used by no rule");
        }
    }
}

/// Sides are named by the direction of the text, so that a page in Arabic is mirrored; and
/// nothing stays in place where it could cover what has the focus.
#[test]
fn stylesheets_know_no_left_and_right_and_pin_nothing() {
    let physical = [
        "left",
        "right",
        "width",
        "height",
        "top",
        "bottom",
        "margin-left",
        "margin-right",
        "margin-top",
        "margin-bottom",
        "padding-left",
        "padding-right",
        "padding-top",
        "padding-bottom",
        "border-left",
        "border-right",
        "border-top",
        "border-bottom",
        "min-width",
        "max-width",
        "min-height",
        "max-height",
        "float",
        "clear",
    ];
    for theme in builtin::names() {
        let files = built(theme);
        let css = sheet(&files);
        for name in physical {
            for start in ["{", ";"] {
                let declared = format!("{start}{name}:");
                assert!(!css.contains(&declared), "{theme}: {declared}");
            }
        }
        for value in ["text-align: left", "text-align: right", ": fixed", ": sticky"] {
            assert!(!css.contains(value), "{theme}: {value}");
        }
        assert!(css.contains("prefers-reduced-motion"), "{theme}");
        assert!(css.contains("prefers-color-scheme: dark"), "{theme}");
    }
}

#[test]
fn related_news_say_what_they_share_where_a_site_wants_it() {
    let site = Workshop::new(
        "
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/news/2020/a.md --
---
title: A
date: 2020-02-11
topics: [fraud]
---

Text.
-- content/news/2020/b.md --
---
title: B
date: 2020-02-12
topics: [fraud]
---

Text.
-- content/news/2020/c.md --
---
title: C
date: 2020-02-10
---

Another matter.
",
    );
    let said = |options: &str| {
        let theme = format!("theme: {{ name: bureau, options: {{ {options} }} }}");
        let settings = format!("title: N\nbase_url: https://example.org/\n{theme}\n");
        site.write("site.yaml", settings.as_bytes());
        let files = site.build(&[]);
        text(&files, "news/2020/b/index.html").contains("<p class=\"reason\">Fraud</p>")
    };
    assert!(said("related_reasons: true"));
    assert!(!said(""));
}
