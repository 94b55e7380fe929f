//! `serve`: a server in this process, browsers made of sockets, and files that are saved the
//! way editors save them. Nothing here waits for a time to pass, only for what is announced.

mod client;

use std::fs;

use dateline::serve::Seen;
use expect_test::expect;

use self::client::{ALL_IS_WELL, Event, Preview, RELOAD, Round};
use crate::workshop::Workshop;

const SITE: &str = "\
-- site.yaml --
title: Harbour
base_url: https://example.org/
languages: { en: {}, fr: {} }
lints: { allow: [style] }
-- content/news/2020/one.md --
---
title: First things
date: 2020-02-11
aliases: [/old/]
---
The first text.
-- content/news/2020/two.md --
---
title: Second thoughts
date: 2020-02-12
---
The second text.
-- content/news/2020/three.fr.md --
---
title: Trois
date: 2020-02-13
---
Le texte.
-- content/pages/about.md --
---
title: About
---
About us.
-- content/news/2020/later.md --
---
title: Not yet
date: 2999-01-01
---
Under embargo.
";

fn one(text: &str) -> Vec<u8> {
    entry("First things\naliases: [/old/]", text)
}

fn entry(title: &str, text: &str) -> Vec<u8> {
    format!("---\ntitle: {title}\ndate: 2020-02-11\n---\n{text}\n").into()
}

#[test]
fn a_part_of_a_file_is_read_where_it_is_asked_for() {
    let site = Workshop::new(SITE);
    site.write("static/film.mp4", b"0123456789");
    let preview = Preview::at(site);
    let ask = |method: &str, fields: &str| {
        let port = preview.port();
        let request = format!(
            "{method} /film.mp4 HTTP/1.1\r\nHost: localhost:{port}\r\n{fields}\r\n"
        );
        let answer = preview.say(&request);
        format!("{} {}", answer.status, answer.body)
    };
    assert_eq!(ask("GET", ""), "200 0123456789");
    assert_eq!(ask("GET", "Range: bytes=2-4\r\n"), "206 234");
    assert_eq!(ask("GET", "Range: bytes=-3\r\n"), "206 789");
    assert_eq!(ask("GET", "Range: bytes=0-0,2-2\r\n"), "200 0123456789");
    assert_eq!(ask("GET", "Range: bytes=2-4\r\nIf-Range: \"old\"\r\n"), "200 0123456789");
    assert!(ask("GET", "Range: bytes=10-\r\n").starts_with("416 "));
    assert!(ask("HEAD", "Range: bytes=2-4\r\n").starts_with("200 "));
}

#[test]
fn pages_are_found_by_their_addresses() {
    let preview = Preview::of(SITE);
    let mut seen = String::new();
    for address in [
        "/",
        "/news/2020/one/",
        "/news/2020/one",
        "/news/2020/one/index.html",
        "/old/",
        "/old",
        "/fr/",
        "/robots.txt",
        "/feed.xml",
        "/nothing/",
        "/fr/rien/",
        "//news",
        "/news/2020/later/",
    ] {
        let answer = preview.get(address);
        let lang =
            answer.body.split("lang=\"").nth(1).and_then(|it| it.split('"').next());
        let what =
            answer.field("location").or(answer.field("content-type")).unwrap_or("");
        let lang = lang.filter(|_| what.starts_with("text/html")).unwrap_or("");
        seen += &format!("{address} {} {what} {lang}\n", answer.status);
    }
    expect![[r#"
        / 200 text/html; charset=utf-8 en
        /news/2020/one/ 200 text/html; charset=utf-8 en
        /news/2020/one 302 /news/2020/one/ 
        /news/2020/one/index.html 200 text/html; charset=utf-8 en
        /old/ 302 /news/2020/one/ 
        /old 302 /old/ 
        /fr/ 200 text/html; charset=utf-8 fr
        /robots.txt 200 text/plain; charset=utf-8 
        /feed.xml 200 application/xml 
        /nothing/ 404 text/html; charset=utf-8 en
        /fr/rien/ 404 text/html; charset=utf-8 fr
        //news 404 text/html; charset=utf-8 en
        /news/2020/later/ 404 text/html; charset=utf-8 en
    "#]]
    .assert_eq(&seen);
}

#[test]
fn the_index_of_the_search_is_there_when_it_is_asked_for() {
    let preview = Preview::of(SITE);
    let head = preview.get("/search/en/index.json");
    let head: serde_json::Value = serde_json::from_str(&head.body).expect("the head");
    let cards = head["cards"][0].as_str().expect("a file of cards");
    let cards = preview.get(&format!("/search/en/{cards}"));
    assert!(cards.body.contains("First things"), "{}", cards.body);
    assert!(!cards.body.contains("Not yet"), "{}", cards.body);
    assert_eq!(preview.get("/search/en/nothing.bin").status, 404);
}

#[test]
fn no_request_is_a_path() {
    let preview = Preview::of(SITE);
    for address in [
        "/../site.yaml",
        "/%2e%2e/site.yaml",
        "/..%2fsite.yaml",
        "/news/../../site.yaml",
        "/site.yaml",
        "/content/news/2020/one.md",
        "/static/../site.yaml",
        "//etc/passwd",
        "/etc/passwd",
        "/..\\site.yaml",
        "/%00",
        "/%ff",
        "http://evil.org/",
        "*",
    ] {
        let answer = preview.get(address);
        assert_eq!(answer.status, 404, "{address}");
        assert!(!answer.body.contains("languages:"), "{address}");
    }
}

#[test]
fn only_what_reads_this_server_by_its_own_name_is_answered() {
    let preview = Preview::of(SITE);
    let port = preview.port();
    let status = |request: &str| preview.say(request).status;
    let get = |host: &str| status(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    assert_eq!(get(&format!("localhost:{port}")), 200);
    assert_eq!(get(&format!("127.0.0.1:{port}")), 200);
    assert_eq!(get(&format!("evil.org:{port}")), 421);
    assert_eq!(get("localhost"), 421);
    assert_eq!(status("GET / HTTP/1.1\r\n\r\n"), 400);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let request = format!("{method} / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
        let answer = preview.say(&request);
        assert_eq!((answer.status, answer.field("allow")), (405, Some("GET, HEAD")));
    }
    let live = |fields: &str| {
        status(&format!(
            "GET /.dateline/live?path=/ HTTP/1.1\r\nHost: localhost:{port}\r\n{fields}\r\n"
        ))
    };
    assert_eq!(live("Origin: http://evil.org\r\n"), 403);
    assert_eq!(live("Sec-Fetch-Site: cross-site\r\n"), 403);
    assert_eq!(live(&format!("Origin: http://localhost:{port}\r\n")), 200);
}

#[test]
fn files_are_kept_by_browsers_and_pages_are_not() {
    let site = Workshop::new(SITE);
    site.write("static/photo.png", b"not really a picture");
    let preview = Preview::at(site);
    let page = preview.get("/news/2020/one/");
    assert_eq!(page.field("cache-control"), Some("no-store"));
    assert!(page.field("content-security-policy").is_some());
    let photo = preview.get("/photo.png");
    assert_eq!((photo.status, photo.field("content-type")), (200, Some("image/png")));
    let (tag, port) = (photo.field("etag").unwrap(), preview.port());
    let head = format!("Host: localhost:{port}\r\nIf-None-Match: {tag}\r\n\r\n");
    let again = preview.say(&format!("GET /photo.png HTTP/1.1\r\n{head}"));
    assert_eq!((again.status, &*again.body), (304, ""));
    let head = preview.say(&format!("HEAD / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"));
    assert_eq!((head.status, &*head.body), (200, ""));
    assert!(head.field("content-length").is_some_and(|it| it != "0"));
}

#[test]
fn only_the_page_that_changed_reloads() {
    let preview = Preview::of(SITE);
    let (mut news, mut about) =
        (preview.open("/news/2020/one/"), preview.open("/pages/about/"));
    preview.site.write("content/news/2020/one.md", &one("Other words."));
    assert_eq!(preview.round().seen, Seen::Sound);
    assert_eq!(news.next(), RELOAD);
    assert!(preview.get("/news/2020/one/").body.contains("Other words."));
    preview.site.write("content/pages/about.md", b"---\ntitle: About\n---\nNew.\n");
    preview.round();
    assert_eq!(about.next(), RELOAD, "its first event");
}

#[test]
fn a_page_that_was_not_looking_catches_up() {
    let preview = Preview::of(SITE);
    let page = preview.get("/news/2020/one/").body;
    preview.site.write("content/news/2020/one.md", &one("Other words."));
    preview.round();
    let mut stream = preview.listen("/news/2020/one/", &page);
    assert_eq!(stream.next(), ALL_IS_WELL);
    assert_eq!(stream.next(), RELOAD);
}

#[test]
fn stylesheets_are_exchanged_without_a_reload() {
    let preview = Preview::of(SITE);
    let mut page = preview.open("/pages/about/");
    preview.site.write("overrides/style.css", b"h1 { color: teal }");
    preview.round();
    let Event(event, data) = page.next();
    assert_eq!(event, "sheets");
    let sheet = data.trim_matches(['[', ']', '"']).to_owned();
    assert!(preview.get(&sheet).body.contains("teal"), "{data}");
}

#[test]
fn a_mistake_is_shown_over_the_last_good_site_until_it_is_mended() {
    let preview = Preview::of(SITE);
    let mut page = preview.open("/news/2020/one/");
    let broken = one("See [[nobody-knows-this]] </script><b>.");
    preview.site.write("content/news/2020/one.md", &broken);
    assert_eq!(preview.round().seen, Seen::LastGood);
    let Event(event, data) = page.next();
    assert_eq!(event, "trouble");
    assert!(data.contains("nobody-knows-this"), "{data}");
    let html = preview.get("/news/2020/one/").body;
    assert!(html.contains("The first text.") && !html.contains("nobody-knows"), "{html}");
    preview.site.write("content/news/2020/one.md", &one("Mended."));
    assert_eq!(preview.round().seen, Seen::Sound);
    assert_eq!(page.next(), ALL_IS_WELL);
    assert_eq!(page.next(), RELOAD);
    assert!(preview.get("/news/2020/one/").body.contains("Mended."));
}

#[test]
fn a_site_that_is_broken_from_the_start_recovers() {
    let site = Workshop::new(SITE);
    site.write("content/news/2020/one.md", &one("[[<nobody>]]"));
    let config =
        "title: Harbour\nbase_url: https://example.org/\nlanguages: { en: {}, fr: {} }\n";
    site.write("site.yaml", config.as_bytes());
    let unnamed =
        "---\ntitle: A fair\ndate: 2019-01-02\ncountries: [fr]\n---\nNo name.\n";
    site.write("content/news/2019/early.md", unnamed.as_bytes());
    let preview = Preview::at(site);
    let page = preview.get("/news/2020/one/");
    assert_eq!(page.status, 503);
    assert!(page.body.contains("&lt;nobody>"), "{}", page.body);
    let [error, warning] = ["error[", "warning["].map(|it| page.body.find(it));
    assert!(error < warning && error.is_some(), "what keeps the site away comes first");
    let mut stream = preview.listen("/news/2020/one/", &page.body);
    assert_eq!(stream.next().0, "trouble");
    preview.site.write("content/news/2020/one.md", &one("Well."));
    preview.round();
    assert_eq!(stream.next(), ALL_IS_WELL);
    assert_eq!(stream.next(), RELOAD);
    assert_eq!(preview.get("/news/2020/one/").status, 200);
}

#[test]
fn a_template_that_fails_on_a_page_says_so_there() {
    let preview = Preview::of(SITE);
    let mut page = preview.open("/news/2020/one/");
    preview.site.write("overrides/news.html", b"<body>{{ page.nothing }}</body>");
    preview.round();
    assert_eq!(page.next().0, "reload");
    let answer = preview.get("/news/2020/one/");
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("overrides/news.html"), "{}", answer.body);
    assert!(answer.body.contains("/.dateline/live.js"), "{}", answer.body);
    assert_eq!(preview.get("/pages/about/").status, 200);
}

#[test]
fn editors_save_in_many_ways() {
    let preview = Preview::of(SITE);
    let path = preview.site.path("content/news/2020/one.md");
    let there = |word: &str| preview.get("/news/2020/one/").body.contains(word);
    // Written beside and renamed: Emacs, and many others.
    let beside = preview.site.path("content/news/2020/.one.md.tmp");
    fs::write(&beside, one("By renaming.")).unwrap();
    fs::rename(&beside, &path).unwrap();
    preview.until(|_| there("By renaming."));
    // The old one put aside, a new one written: vim.
    fs::rename(&path, preview.site.path("content/news/2020/one.md~")).unwrap();
    fs::write(&path, one("By replacing.")).unwrap();
    fs::remove_file(preview.site.path("content/news/2020/one.md~")).unwrap();
    preview.until(|_| there("By replacing."));
    // In place, in two writes.
    fs::write(&path, b"").unwrap();
    fs::write(&path, one("In place.")).unwrap();
    preview.until(|_| there("In place."));
}

#[test]
fn files_and_folders_come_move_and_go() {
    let preview = Preview::of(SITE);
    let status = |address: &str| preview.get(address).status;
    preview.site.write("content/news/2021/new.md", &entry("New", "New."));
    preview.until(|_| status("/news/2021/new/") == 200);
    let (old, new) = ("content/news/2021", "content/news/2022");
    fs::rename(preview.site.path(old), preview.site.path(new)).unwrap();
    preview
        .until(|_| status("/news/2022/new/") == 200 && status("/news/2021/new/") == 404);
    preview.site.write("content/news/2022/new.md", &entry("New", "Inside."));
    preview.until(|_| preview.get("/news/2022/new/").body.contains("Inside."));
    fs::remove_dir_all(preview.site.path(new)).unwrap();
    preview.until(|_| status("/news/2022/new/") == 404);
    preview.site.write("static/hello.txt", b"hello");
    preview.until(|_| preview.get("/hello.txt").body == "hello");
    preview.site.write("static/hello.txt", b"hello again");
    preview.until(|_| preview.get("/hello.txt").body == "hello again");
}

#[test]
fn where_the_system_tells_nothing_somebody_looks() {
    let preview = Preview::polling(Workshop::new(SITE));
    preview.site.write("content/news/2020/one.md", &one("Found."));
    preview.until(|_| preview.get("/news/2020/one/").body.contains("Found."));
}

#[test]
fn the_browser_follows_what_is_saved() {
    let preview = Preview::following(Workshop::new(SITE));
    let mut page = preview.open("/pages/about/");
    preview.site.write("content/news/2020/one.md", &one("Followed."));
    preview.round();
    assert_eq!(page.next(), ("jump", "\"/news/2020/one/\""));
}

#[test]
fn hidden_entries_are_shown_to_those_who_ask_and_say_what_they_are() {
    let preview = Preview::of(SITE);
    assert_eq!(preview.get("/news/2020/later/").status, 404);
    let preview = Preview::future(Workshop::new(SITE));
    let page = preview.get("/news/2020/later/");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Preview: under embargo until"), "{}", page.body);
}

#[test]
fn a_round_says_what_was_read_and_what_is_wrong() {
    let preview = Preview::of(SITE);
    preview.site.write("content/news/2020/one.md", &one("[[nobody]]"));
    let Round { changed, codes, seen } = preview.round();
    let changed = &*changed;
    assert_eq!(
        (changed, &*codes, seen),
        ("content/news/2020/one.md", "E201", Seen::LastGood)
    );
}

#[test]
fn a_site_that_begins_with_a_mistake_shows_it_alone() {
    let preview = Preview::of("-- content/pages/about.md --\n---\ntitle:\n---\n");
    let seen = ["title: ''", "title: About", "titel: About"].map(|line| {
        let text = format!("---\n{line}\n---\n");
        preview.site.write("content/pages/about.md", text.as_bytes());
        preview.round().seen
    });
    assert_eq!(seen, [Seen::Errors, Seen::Sound, Seen::LastGood]);
}
