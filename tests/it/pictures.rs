//! Pictures on their way from the site to the reader: in several sizes, upright, and without
//! what they say of the place where they were taken.

use std::{collections::BTreeMap, fs, io::Cursor};

use expect_test::{Expect, expect};
use image::{ImageFormat, RgbImage};

use crate::workshop::{Workshop, tree};

/// EXIF that says: turn it clockwise; and where it was taken.
const EXIF: &[u8] = b"\xff\xe1\x00\x39Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 48.8566 N, 2.3522 E";

const ARTICLE: &str = "
-- content/news/2020/night/index.md --
---
title: A night at the harbour
date: 2020-02-11
countries: [kr]
image: { src: boat.jpg, alt: A boat, focus: 20% 90% }
---

Lead.

![A crane](crane.png)

[The plan](plan.jpg)
";

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, y| {
        let level = |it: u32| u8::try_from(it % 256).unwrap();
        image::Rgb([level(x / 7), level(y / 5), level(x + y)])
    });
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A photograph as a telephone makes it: on its side, and it knows where it was taken.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let bytes = picture(width, height, ImageFormat::Jpeg);
    [&bytes[..2], EXIF, &bytes[2..]].concat()
}

fn site() -> Workshop {
    let site = Workshop::new(ARTICLE);
    site.write("content/news/2020/night/boat.jpg", &photograph(900, 1600));
    site.write("content/news/2020/night/plan.jpg", &photograph(500, 300));
    let crane = picture(900, 600, ImageFormat::Png);
    site.write("content/news/2020/night/crane.png", &crane);
    site
}

fn is_picture(name: &str) -> bool {
    name.starts_with("news/") && [".jpg", ".png"].iter().any(|it| name.ends_with(it))
}

fn sizes(output: &BTreeMap<String, Vec<u8>>) -> String {
    let pictures = output.iter().filter(|it| is_picture(it.0));
    let lines = pictures.map(|(name, bytes)| {
        let image = image::load_from_memory(bytes).expect("a picture");
        format!(
            "{} {}×{}\n",
            &name["news/2020/night/".len()..],
            image.width(),
            image.height()
        )
    });
    lines.collect()
}

fn check_tags(html: &[u8], expected: &Expect) {
    let html = String::from_utf8_lossy(html);
    let tags = html.split("<img ").skip(1).filter_map(|it| it.split_once('>'));
    let night = tags.filter(|it| it.0.contains("night/"));
    let lines = night
        .map(|it| it.0.replace(", /", ",\n  /").replace(" sizes", "\n  sizes") + "\n");
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn each_picture_is_there_in_several_sizes_and_upright() {
    let output = site().build(&[]);
    expect![[r#"
        boat.1200w.jpg 1200×675
        boat.1200x630-0-60.jpg 1200×630
        boat.1200x800-0-0.jpg 1200×800
        boat.400w.jpg 400×225
        boat.400x267-0-0.jpg 400×267
        boat.800w.jpg 800×450
        boat.800x533-0-0.jpg 800×533
        boat.jpg 1600×900
        crane.400w.png 400×267
        crane.800w.png 800×533
        crane.png 900×600
        plan.jpg 500×300
    "#]]
    .assert_eq(&sizes(&output));
    check_tags(
        &output["news/2020/night/index.html"],
        &expect![[r#"
            src="/news/2020/night/boat.jpg" alt="A boat" srcset="/news/2020/night/boat.400w.jpg 400w,
              /news/2020/night/boat.800w.jpg 800w,
              /news/2020/night/boat.1200w.jpg 1200w,
              /news/2020/night/boat.jpg 1600w"
              sizes="(min-width: 48em) 44rem, 100vw" width="1600" height="900" fetchpriority="high" decoding="async"
            src="/news/2020/night/crane.png" srcset="/news/2020/night/crane.400w.png 400w,
              /news/2020/night/crane.800w.png 800w,
              /news/2020/night/crane.png 900w"
              sizes="auto, (min-width: 48em) 44rem, 100vw" width="900" height="600" alt="A crane" loading="lazy" decoding="async"
        "#]],
    );
    check_tags(
        &output["index.html"],
        &expect![[r#"
            src="/news/2020/night/boat.1200x800-0-0.jpg" alt="A boat" srcset="/news/2020/night/boat.400x267-0-0.jpg 400w,
              /news/2020/night/boat.800x533-0-0.jpg 800w,
              /news/2020/night/boat.1200x800-0-0.jpg 1200w"
              sizes="(min-width: 48em) 44rem, 100vw" width="1200" height="800" fetchpriority="high" decoding="async"
        "#]],
    );
}

#[test]
fn a_page_is_shared_with_its_picture_cropped() {
    let output = site().build(&[]);
    let html = String::from_utf8_lossy(&output["news/2020/night/index.html"]);
    let tags =
        html.lines().filter(|it| it.contains("og:image") || it.contains("twitter"));
    let tags: String = tags.map(|it| format!("{it}\n")).collect();
    expect![[r#"
        <meta property="og:image" content="https://example.org/news/2020/night/boat.1200x630-0-60.jpg">
        <meta property="og:image:alt" content="A boat">
        <meta property="og:image:width" content="1200">
        <meta property="og:image:height" content="630">
        <meta name="twitter:card" content="summary_large_image">
    "#]].assert_eq(&tags);
}

#[test]
fn no_picture_says_where_it_was_taken() {
    let site = site();
    site.write("content/news/2020/night/boat.jpg", &photograph(300, 200));
    let output = site.build(&[]);
    let pictures: Vec<_> = output.iter().filter(|it| is_picture(it.0)).collect();
    assert!(pictures.len() >= 4);
    for (name, bytes) in pictures {
        assert!(!bytes.windows(3).any(|it| it == b"GPS"), "{name}");
    }
    let boat = &output["news/2020/night/boat.jpg"];
    assert!(!boat.windows(4).any(|it| it == b"Exif"), "it was turned, not marked");
}

/// A film, told in a language of its own, with all that can stand beside it and with nothing.
const FILM: &str = r#"
-- content/news/2020/night/index.md --
---
title: A night at the harbour
date: 2020-02-11
countries: [kr]
videos:
  - src: quay.webm
    title: The quay <at night>
    credit: A. Person
    poster: quay.png
    captions: quay.vtt
    transcript: |
      A crane turns. "Slowly," says a voice.

      The light goes out.
  - { src: /films/dawn.mp4, title: Dawn, transcript: The sun comes up. }
---

Lead.
"#;

fn with_films(text: &str) -> Workshop {
    let site = Workshop::new(text);
    let poster = picture(1000, 500, ImageFormat::Png);
    site.write("content/news/2020/night/quay.png", &poster);
    site.write("content/news/2020/night/quay.webm", b"film");
    site.write("content/news/2020/night/quay.vtt", b"WEBVTT");
    site.write("static/films/dawn.mp4", b"film");
    site
}

#[test]
fn a_film_is_shown_told_and_loaded_by_who_plays_it() {
    let output = with_films(FILM).build(&[]);
    for name in ["quay.webm", "quay.vtt", "quay.png"] {
        assert!(output.contains_key(&format!("news/2020/night/{name}")), "{name}");
    }
    let html = String::from_utf8_lossy(&output["news/2020/night/index.html"]);
    let (start, end) = ("<section class=\"block videos\">", "</section>");
    let section = html.split_once(start).expect("a section").1;
    expect![[r#"

        <h2>Video</h2>
        <figure class="picture">
        <video controls preload="none" src="/news/2020/night/quay.webm" poster="/news/2020/night/quay.png" width="1000" height="500" aria-label="The quay &lt;at night&gt;"><track kind="captions" src="/news/2020/night/quay.vtt" srclang="en"><a href="/news/2020/night/quay.webm">The quay &lt;at night&gt;</a></video>
        <figcaption><bdi>The quay &lt;at night&gt;</bdi> <span class="credit">Video: A. Person</span></figcaption>
        </figure>
        <details>
        <summary>Transcript<span class="vh">: <bdi>The quay &lt;at night&gt;</bdi></span></summary>
        <div class="body">
        <p>A crane turns. &quot;Slowly,&quot; says a voice.</p>
        <p>The light goes out.</p>
        </div>
        </details>
        <figure class="picture">
        <video controls preload="none" src="/films/dawn.mp4" width="1280" height="720" aria-label="Dawn"><a href="/films/dawn.mp4">Dawn</a></video>
        <figcaption><bdi>Dawn</bdi></figcaption>
        </figure>
        <details>
        <summary>Transcript<span class="vh">: <bdi>Dawn</bdi></span></summary>
        <div class="body">
        <p>The sun comes up.</p>
        </div>
        </details>
    "#]].assert_eq(section.split_once(end).expect("its end").0);
    let graph = html.split("\"video\":").nth(1).expect("in the graph");
    expect![[r#"[{"@type":"VideoObject","name":"The quay \u003cat night\u003e","description":"A crane turns. \"Slowly,\" says a voice.","contentUrl":"https://example.org/news/2020/night/quay.webm","thumbnailUrl":"https://example.org/news/2020/night/quay.png","uploadDate":"2020-02-11","transcript":"A crane turns. \"Slowly,\" says a voice.\n\nThe light goes out."},{"@type":"VideoObject","name":"Dawn","description":"The sun comes up.","contentUrl":"https://example.org/films/dawn.mp4","thumbnailUrl":"https://example.org/share.png","uploadDate":"2020-02-11","transcript":"The sun comes up."}"#]].assert_eq(graph.split_once(']').expect("its end").0);
    let json: serde_json::Value =
        serde_json::from_slice(&output["news/2020/night/index.json"]).unwrap();
    assert_eq!(json["videos"][1]["url"], "https://example.org/films/dawn.mp4");
}

#[test]
fn a_film_without_its_transcript_is_not_published() {
    let site = with_films(&FILM.replace(", transcript: The sun comes up.", ""));
    let run = site.run(&["build"]);
    assert_eq!(run.status.code(), Some(1));
    let said = String::from_utf8_lossy(&run.stderr);
    let error = said.split("error[").nth(1).and_then(|it| it.split("\n\n").next());
    let error = error.expect("an error");
    expect![[r#"
        E103]: `videos` needs the field `transcript`
          content/news/2020/night/index.md:15:5
          15 |   - { src: /films/dawn.mp4, title: Dawn }
             |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `transcript` is missing
          help: add a line `transcript: "…"`"#]]
    .assert_eq(error);
}

fn figures(site: &Workshop, arguments: &[&str]) -> serde_json::Value {
    let all: Vec<&str> =
        ["build", "--format", "json"].iter().chain(arguments).copied().collect();
    let run = site.run(&all);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).expect("one line of JSON")
}

#[test]
fn nothing_is_made_twice_not_even_for_another_folder_or_after_damage() {
    let site = site();
    let first = site.build(&[]);
    assert_eq!(figures(&site, &[])["rendered"], 0);
    let kept = tree(&site.path(".dateline/prints"));
    assert!(kept.len() > 5, "{:?}", kept.keys());
    // What is kept is used: a build elsewhere shows what stands there …
    let stamps = |site: &Workshop| {
        let files = fs::read_dir(site.path(".dateline/prints")).unwrap();
        let stamp = |it: std::io::Result<fs::DirEntry>| it.unwrap().metadata().unwrap();
        let mut all: Vec<_> = files.map(|it| stamp(it).modified().unwrap()).collect();
        all.sort_unstable();
        all
    };
    let before = stamps(&site);
    figures(&site, &["-o", "elsewhere"]);
    assert_eq!(stamps(&site), before);
    assert!(tree(&site.path("elsewhere")) == first);
    // … unless it was damaged: then it is made anew.
    for name in kept.keys() {
        site.write(&format!(".dateline/prints/{name}"), b"damaged");
    }
    figures(&site, &["-o", "third"]);
    assert!(tree(&site.path("third")) == first);
    assert!(tree(&site.path(".dateline/prints")) == kept);
    assert!(site.run(&["build", "--verify"]).status.success());
}

#[test]
fn what_no_page_shows_any_more_is_not_kept() {
    let site = site();
    site.build(&[]);
    site.add("-- content/news/2020/night/index.md --\n---\ntitle: A night\ndate: 2020-02-11\ncountries: [kr]\n---\nLead.\n");
    let output = site.build(&[]);
    assert_eq!(sizes(&output), "");
    // Those of the site and of the country are drawn.
    assert_eq!(tree(&site.path(".dateline/prints")).len(), 2);
}

#[test]
fn parts_of_a_site_share_its_pictures() {
    let site = site();
    let whole = site.build(&[]);
    for part in ["1/2", "2/2"] {
        figures(&site, &["--shard", part, "-o", &format!("part-{}", &part[..1])]);
    }
    let merge = ["publish", "-o", "merged", "--merge", "part-1", "part-2"];
    assert!(site.run(&merge).status.success());
    assert!(tree(&site.path("merged")) == whole);
}

fn check_refused(bytes: &[u8], command: &str, expected: &Expect) {
    let site = site();
    site.write("content/news/2020/night/crane.png", bytes);
    let run = site.run(&[command]);
    assert_eq!(run.status.code(), Some(1));
    let said = [run.stdout, run.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    let error = said.split("\n\n").find(|it| it.starts_with("error"));
    expected.assert_eq(error.unwrap_or_default());
    assert!(!site.path("public").exists());
}

#[test]
fn a_damaged_picture_is_reported_where_it_is_named() {
    let good = picture(900, 600, ImageFormat::Png);
    check_refused(
        &good[..good.len() / 2],
        "build",
        &expect![[r#"
            error[E220]: the picture `crane.png` is damaged
              content/news/2020/night/index.md:10:12
              10 | ![A crane](crane.png)
                 |            ^^^^^^^^^ this file cannot be read as a picture
              help: save it again in a program for pictures, or get it anew"#]],
    );
    check_refused(
        b"no picture at all",
        "check",
        &expect![[r#"
            error[E220]: the picture `crane.png` is damaged
              content/news/2020/night/index.md:10:12
              10 | ![A crane](crane.png)
                 |            ^^^^^^^^^ this file cannot be read as a picture
              help: save it again in a program for pictures, or get it anew"#]],
    );
}

#[test]
fn one_whose_pixels_are_damaged_is_reported_by_its_name() {
    let mut bytes = picture(900, 600, ImageFormat::Png);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    check_refused(
        &bytes,
        "build",
        &expect![[r#"
        error[E220]: the picture `crane.png` is damaged
          content/news/2020/night/crane.png
          help: save it again in a program for pictures, or get it anew"#]],
    );
    check_refused(
        &bytes,
        "check",
        &expect![[r#"
        error[E220]: the picture `crane.png` is damaged
          content/news/2020/night/crane.png
          help: save it again in a program for pictures, or get it anew"#]],
    );
}

#[test]
fn a_picture_that_would_fill_the_memory_is_not_decoded() {
    let mut bytes = picture(9, 6, ImageFormat::Png);
    // Width and height stand at the beginning of the first chunk.
    bytes[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    check_refused(
        &bytes,
        "build",
        &expect![[r#"
            error[E221]: the picture `crane.png` has 65535 × 65535 pixels
              content/news/2020/night/index.md:10:12
              10 | ![A crane](crane.png)
                 |            ^^^^^^^^^ over 64 million
              help: make it smaller: 2400 pixels are as wide as any page shows it"#]],
    );
}

const POSTERS: &str = "
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/news/2020/a.md --
---
title: A night at the harbour
date: 2020-02-11
countries: [kr]
topics: [fraud]
---
";

fn posters(output: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    let posters = output.keys().filter(|it| it.ends_with("share.png"));
    posters.map(String::as_str).collect()
}

fn shared(output: &BTreeMap<String, Vec<u8>>, page: &str) -> String {
    let html = String::from_utf8_lossy(&output[page]).into_owned();
    let start = "<meta property=\"og:image\" content=\"https://example.org/";
    let tag = html.lines().find_map(|it| it.strip_prefix(start)).expect("a picture");
    tag.trim_end_matches("\">").to_owned()
}

#[test]
fn countries_and_topics_are_shared_with_a_picture_drawn_for_them() {
    let site = Workshop::new(POSTERS);
    let output = site.build(&[]);
    let all = ["countries/kr/share.png", "share.png", "topics/fraud/share.png"];
    assert_eq!(posters(&output), all);
    for poster in all {
        let image = image::load_from_memory(&output[poster]).expect("a picture");
        assert_eq!((image.width(), image.height()), (1200, 630), "{poster}");
        assert!(output[poster].len() < 40_000, "{poster}");
    }
    assert_eq!(shared(&output, "countries/kr/index.html"), all[0]);
    assert_eq!(shared(&output, "topics/fraud/index.html"), all[2]);
    assert_eq!(shared(&output, "news/2020/a/index.html"), "share.png");
    // Drawn once: another title draws one anew, and that alone.
    assert_eq!(figures(&site, &[])["rendered"], 0);
    let before = tree(&site.path(".dateline/prints"));
    site.add("-- content/topics/fraud.md --\n---\ntitle: Swindle\n---\n");
    site.build(&[]);
    let after = tree(&site.path(".dateline/prints"));
    let kept = after.iter().filter(|it| before.get(it.0) == Some(it.1)).count();
    assert_eq!((after.len(), kept), (3, 2));
    assert!(site.run(&["build", "--verify"]).status.success());
}

#[test]
fn a_site_says_what_pictures_are_drawn_for() {
    let site = Workshop::new(POSTERS);
    let with = |settings: &str| {
        let settings = format!("base_url: https://example.org/\n{settings}\n");
        site.write("site.yaml", settings.as_bytes());
        site.build(&[])
    };
    let output = with("outputs: { social: [news] }");
    assert_eq!(posters(&output), ["news/2020/a/share.png"]);
    assert_eq!(shared(&output, "news/2020/a/index.html"), "news/2020/a/share.png");
    assert_eq!(shared(&output, "index.html"), "assets/icon-512.png");
    let page = String::from_utf8_lossy(&output["index.html"]).into_owned();
    assert!(page.contains("<meta name=\"twitter:card\" content=\"summary\">"));
    assert_eq!(posters(&with("outputs: { social: [] }")), [""; 0]);
    // The site's own picture stands in for that of the site.
    site.write("overrides/assets/share.png", &picture(1200, 630, ImageFormat::Png));
    let output = with("");
    assert_eq!(shared(&output, "index.html"), "assets/share.png");
    assert!(!output.contains_key("share.png"));
}
