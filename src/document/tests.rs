//! Whole files: those of the seed, and what only a whole file can get wrong.

use std::sync::LazyLock;

use super::*;
use crate::problem::shown;

static LANGUAGES: LazyLock<[Language; 2]> = LazyLock::new(|| {
    ["en", "fr"].map(|tag| Language {
        tag: tag.to_owned(),
        locale: tag.to_owned(),
        ..Language::default()
    })
});

/// What files of a site in English and French are read with.
pub fn reading(schema: &Schema) -> Reading<'_> {
    Reading { schema, languages: &*LANGUAGES, smart_punctuation: false }
}

fn read(path: &str, file: &[u8]) -> Checked<Option<Document>> {
    parse(&Source::new(path, file), &reading(&Schema::builtin()))
}

const ARTICLE: &str = include_str!(
    "../../tests/golden/seed-site/content/news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime.md"
);

#[test]
fn the_article_of_the_seed_is_read_whole() {
    let checked = read("content/news/2020/korea.md", ARTICLE.as_bytes());
    assert_eq!(shown::all(&checked.problems, ARTICLE), "");
    let document = checked.value.expect("it has a type");
    let named: Vec<&str> =
        document.fields.references().iter().map(|it| &*it.text).collect();
    assert_eq!(
        &named[..5],
        ["kr", "kr", "crimes-against-children", "financial-crime", "cybercrime"]
    );
    assert_eq!(document.references, 16);
    assert_eq!(document.lang.as_ref().map(|it| it.value.as_str()), Some("en"));
    assert_eq!(
        document.fields.record("related").and_then(|it| it.number("auto")),
        Some(0)
    );
    assert_eq!(&ARTICLE[document.head.range()], "---");
}

#[test]
fn an_id_and_a_language_of_the_front_matter_win() {
    let file = "---\ntitle: a\nid: b\nlang: en\n---\n";
    let checked = read("content/pages/c.fr.md", file.as_bytes());
    let document = checked.value.expect("it has a type");
    assert_eq!((document.id.as_str(), document.stem.as_str()), ("b", "pages/c"));
    assert_eq!(checked.problems.iter().map(|it| it.code.0).collect::<Vec<_>>(), ["E126"]);
}

#[test]
fn a_file_that_cannot_be_read_is_still_a_document() {
    let files: [(&[u8], &str); 4] = [
        (b"\xff\xfe---", "E001"),
        (b"", "E002"),
        (b"---\n- a\n---\n", "E016"),
        (b"---\ntitle: a: b\n---\n", "E101"),
    ];
    for (file, expected) in files {
        let checked = read("content/pages/a.md", file);
        let codes: Vec<&str> = checked.problems.iter().map(|it| it.code.0).collect();
        assert_eq!(codes.join(" "), expected);
        assert_eq!(checked.value.map(|it| it.id).as_deref(), Some("a"));
    }
}
