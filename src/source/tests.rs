//! Sites on disk, read.

#![expect(clippy::disallowed_methods, reason = "tests make files to read")]

use std::{fs, path::Path};

use expect_test::{Expect, expect};

use super::*;

fn site(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    folder
}

fn check(root: &Path, expected: &Expect) {
    let read = read(root, None).unwrap();
    let texts = read.value.texts.iter().map(|it| format!("text {}\n", it.path));
    let assets = read.value.assets.iter().map(|it| {
        let pixels = match &it.picture {
            None => String::new(),
            Some(Ok(it)) => format!(" {}×{}", it.pixels.0, it.pixels.1),
            Some(Err(trouble)) => format!(" {trouble:?}"),
        };
        let pages = it.pages.map_or(String::new(), |it| format!(" {it} pages"));
        format!("asset {}{pixels}{pages}\n", it.path)
    });
    let problems =
        read.problems.iter().map(|it| format!("{} {}\n", it.code.0, it.message));
    let all: String = texts.chain(assets).chain(problems).collect();
    expected.assert_eq(&all);
}

// A GIF of 3 × 2 pixels, as far as anyone looks.
const GIF: &[u8] = b"GIF89a\x03\x00\x02\x00\x00\x00\x00";

#[test]
fn each_folder_has_its_rule() {
    let root = site(&[
        ("site.yaml", b"title: x"),
        ("README.md", b"not content"),
        ("content/news/2020/x/index.md", b"text"),
        ("content/news/2020/x/photo.GIF", GIF),
        (
            "content/documents/report.pdf",
            b"%PDF-1.7 1 0 obj <</Type/Pages/Count 7>> endobj",
        ),
        ("content/news/_later/y.md", b"left out"),
        ("content/news/.y.md.swp", b"left out"),
        ("content/news/y.md~", b"left out"),
        ("data/a.csv", b"1,2"),
        ("static/_headers", b"/*"),
        ("static/.well-known/security.txt", b"Contact:"),
        ("static/.DS_Store", b""),
        ("static/page.md", b"copied"),
        ("themes/mine/_part.html", b"<p>"),
        ("overrides/.hidden", b""),
    ]);
    check(
        root.path(),
        &expect![[r"
            text content/news/2020/x/index.md
            text data/a.csv
            text site.yaml
            text themes/mine/_part.html
            asset content/documents/report.pdf 7 pages
            asset content/news/2020/x/photo.GIF 3×2
            asset static/.well-known/security.txt
            asset static/_headers
            asset static/page.md
        "]],
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_site_and_no_further() {
    use std::os::unix::fs::symlink;
    let root = site(&[("content/a/x.md", b"x"), ("static/x.txt", b"x")]);
    let content = root.path().join("content");
    symlink("../../static/x.txt", content.join("a/inside.txt")).unwrap();
    symlink("/etc", content.join("outside")).unwrap();
    symlink("nowhere.md", content.join("dead.md")).unwrap();
    symlink("itself.md", content.join("itself.md")).unwrap();
    symlink("..", content.join("a/loop")).unwrap();
    check(
        root.path(),
        &expect![[r"
            text content/a/x.md
            asset content/a/inside.txt
            asset static/x.txt
            E307 `content/a/loop` is a link to a folder it is in
            E307 `content/dead.md` is a link to nowhere
            E307 `content/itself.md` is a link to nowhere
            E307 `content/outside` is a link that leads out of the site
        "]],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_cannot_be_addresses_are_reported() {
    use std::os::unix::ffi::OsStrExt;
    let root = site(&[
        ("content/Sa\u{303}o.md", b"decomposed"),
        ("content/one/e\u{301}.md", b"decomposed"),
        ("content/one/\u{e9}.md", b"composed"),
        ("static/line\nbreak", b""),
        ("static/back\\slash", b""),
    ]);
    let bad = std::ffi::OsStr::from_bytes(b"content/caf\xe9.md");
    fs::write(root.path().join(bad), "x").unwrap();
    check(
        root.path(),
        &expect![[r"
            text content/São.md
            text content/one/é.md
            E305 the name of `content/caf�.md` is not valid UTF-8
            E305 the name of `static/back\slash` has a `\` in it
            E305 the name of `static/line�break` has a control character in it
            E306 there are two files that read `content/one/é.md`
        "]],
    );
    let sources = read(root.path(), None).unwrap().value;
    let on_disk = sources.file_name("content/São.md");
    assert!(root.path().join(on_disk).exists());
}

#[test]
fn texts_that_become_no_page_are_reported() {
    let root = site(&[
        ("content/news/_index.md", b"a section"),
        ("content/news/_notes.md", b"left out"),
        ("content/news/_notes.markdown", b"left out"),
        ("content/news/a.md", b"a"),
        ("content/news/b.markdown", b"b"),
        ("content/news/c.MD", b"c"),
        ("content/news/photo.JPG", b"photo"),
        ("static/readme.markdown", b"copied"),
    ]);
    check(
        root.path(),
        &expect![[r#"
        text content/news/a.md
        asset content/news/b.markdown
        asset content/news/c.MD
        asset content/news/photo.JPG Damaged
        asset static/readme.markdown
        W309 `content/news/_index.md` becomes no page: its name begins with `_`
        W309 `content/news/b.markdown` becomes no page: its name does not end in `.md`
        W309 `content/news/c.MD` becomes no page: its name does not end in `.md`
    "#]],
    );
}

#[test]
fn a_file_of_absurd_size_is_reported_and_not_read() {
    let root = site(&[("content/large.md", b""), ("content/small.md", b"x")]);
    let large = fs::File::create(root.path().join("content/large.md")).unwrap();
    large.set_len(5 << 20).unwrap();
    check(
        root.path(),
        &expect![[r"
            text content/small.md
            E308 `content/large.md` has 5 MiB
        "]],
    );
}

#[test]
fn another_configuration_is_known_by_its_path() {
    let root = site(&[("site.yaml", b"title: x"), ("conf/live.yaml", b"title: live")]);
    let file = root.path().join("conf/live.yaml");
    let sources = read(root.path(), Some(&file)).unwrap().value;
    assert_eq!(sources.config().map(|it| &*it.path), Some("conf/live.yaml"));
    let missing = read(root.path(), Some(&root.path().join("none.yaml")));
    let text = missing.unwrap_err().to_string();
    assert_eq!(text, "cannot read `none.yaml`: no such file or directory");
}

fn paths(paths: &[&str]) -> Touched {
    Touched::Paths(paths.iter().map(Into::into).collect())
}

/// What a reader finds that is told of these paths.
fn again(reader: &mut Reader, touched: &[&str]) -> String {
    let changed = reader.again(&paths(touched)).unwrap().unwrap_or_default();
    changed.iter().map(|it| &**it).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_reader_finds_what_has_changed_and_is_as_one_that_reads_all() {
    let root = site(&[
        ("site.yaml", b"title: x"),
        ("content/a.md", b"a"),
        ("content/b/c.md", b"c"),
        ("static/d.txt", b"d"),
    ]);
    let file = |path: &str| root.path().join(path);
    let mut reader = Reader::open(root.path(), None).unwrap();
    assert_eq!(again(&mut reader, &["content/a.md"]), "", "it is as it was");
    fs::write(file("content/a.md"), "other").unwrap();
    fs::write(file("static/d.txt"), "other").unwrap();
    fs::write(file("content/a.md~"), "a").unwrap();
    fs::write(file("README.md"), "no part of the site").unwrap();
    let touched = ["content/a.md", "content/a.md~", "README.md", "content/4913"];
    assert_eq!(again(&mut reader, &touched), "content/a.md", "only where it is told");
    assert_eq!(again(&mut reader, &["static/d.txt"]), "static/d.txt");
    fs::rename(file("content/b"), file("content/e")).unwrap();
    let moved = again(&mut reader, &["content/b", "content/e"]);
    assert_eq!(moved, "content/b/c.md content/e/c.md");
    fs::remove_file(file("content/e/c.md")).unwrap();
    assert_eq!(again(&mut reader, &["content/e/c.md"]), "content/e/c.md");
    fs::write(file("site.yaml"), "title: y").unwrap();
    let all = reader.again(&Touched::Everything).unwrap();
    assert_eq!(all, Some(vec!["site.yaml".into()]));
    assert_eq!(reader.again(&Touched::Everything).unwrap(), None);
    let (last, whole) = (reader.last(), read(root.path(), None).unwrap());
    assert_eq!(format!("{:?}", last.value), format!("{:?}", whole.value));
}

#[test]
fn a_file_that_becomes_none_is_noticed() {
    let root = site(&[("content/a.md", b"a"), ("content/b.md", b"b")]);
    let mut reader = Reader::open(root.path(), None).unwrap();
    fs::write(root.path().join("content/a.md"), vec![b' '; (4 << 20) + 1]).unwrap();
    assert_eq!(again(&mut reader, &["content/a.md"]), "content/a.md");
    assert_eq!(reader.last().problems[0].code.0, "E308", "it is too large");
    fs::remove_file(root.path().join("content/b.md")).unwrap();
    fs::create_dir(root.path().join("content/b.md")).unwrap();
    assert_eq!(again(&mut reader, &["content/b.md"]), "content/b.md");
}
