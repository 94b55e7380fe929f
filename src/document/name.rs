//! What the path of a file says: type, stem, language, bundle. Knows nothing of its content.

use std::sync::Arc;

use super::{Reading, slug};
use crate::{
    problem::{Checked, Problem},
    schema::TypeId,
};

const CONTENT: &str = "content/";

/// What has another meaning in an address.
const UNFIT: [char; 4] = ['?', '#', '%', '\\'];

/// What the path of a Markdown file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its type, from the first folder below `content/`.
    pub ty: TypeId,
    /// The path below `content/` without suffixes: `news/2020/x` for both
    /// `news/2020/x.fr.md` and `news/2020/x/index.fr.md`.
    pub stem: String,
    /// Whether it is `index.md` of a folder of its own.
    pub bundle: bool,
    /// The language in its name. A suffix that is no language of the site is part of the
    /// stem.
    pub lang: Option<String>,
}

impl Name {
    /// Reads the path of a file below `content/`; nothing where no type is to be found.
    pub fn of(path: &Arc<str>, reading: Reading<'_>) -> Checked<Option<Self>> {
        let refused = |problem| Checked { value: None, problems: vec![problem] };
        let below = path.strip_prefix(CONTENT).unwrap_or(path);
        let folder = below.split_once('/').map_or("", |it| it.0);
        let Some(ty) = reading.schema.of_folder(folder) else {
            return refused(Problem::no_type(path, &folders(reading)));
        };
        let stem = below.strip_suffix(".md").unwrap_or(below);
        let (stem, lang) = split_language(stem, reading);
        let folder_of = stem.strip_suffix("/index");
        if folder_of == Some(folder) {
            return refused(Problem::no_bundle(
                path,
                &path[..CONTENT.len() + folder.len()],
            ));
        }
        let bundle = folder_of.is_some();
        let stem = folder_of.unwrap_or(stem).to_owned();
        let unfit = stem.find(|c: char| UNFIT.contains(&c) || c.is_control());
        let meant = |at: usize| {
            let name = stem[..at].rfind('/').map_or(0, |it| it + 1)..;
            let name = stem[name].split('/').next().unwrap_or_default();
            (name.to_owned(), slug::slug(name))
        };
        let problem = unfit.map(meant).map(|it| Problem::file_name(path, &it.0, &it.1));
        let name = Self { ty, stem, bundle, lang };
        Checked { value: Some(name), problems: problem.into_iter().collect() }
    }

    /// The id where the front matter gives none: the last part of the stem.
    pub fn id(&self) -> &str {
        self.stem.rsplit('/').next().unwrap_or(&self.stem)
    }
}

/// The folder below `content/` that relative links of a file start from, without a final
/// slash: `news/2020`.
pub fn folder(path: &str) -> &str {
    let below = path.strip_prefix(CONTENT).unwrap_or(path);
    below.rsplit_once('/').map_or("", |it| it.0)
}

fn split_language<'a>(stem: &'a str, reading: Reading<'_>) -> (&'a str, Option<String>) {
    let is_tag = |tag: &str| reading.languages.iter().any(|it| it.tag == tag);
    match stem.rsplit_once('.') {
        Some((rest, tag)) if is_tag(tag) && !rest.is_empty() && !rest.ends_with('/') => {
            (rest, Some(tag.to_owned()))
        }
        _ => (stem, None),
    }
}

fn folders(reading: Reading<'_>) -> String {
    let types = reading.schema.types.iter();
    types.map(|it| format!("`{CONTENT}{}/`", it.folder)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::{document::tests::reading, schema::Schema};

    #[test]
    fn what_means_something_else_in_an_address_is_no_name() {
        let schema = Schema::builtin();
        let names = [
            "content/news/2020/what now?.md",
            "content/news/a#b/index.fr.md",
            "content/pages/100%.md",
        ];
        let said = names.map(|it| {
            let name = Name::of(&it.into(), reading(&schema));
            assert!(name.value.is_some());
            let problem = name.problems.first().expect(it);
            format!("{} / {}", problem.message, problem.help.as_deref().unwrap_or("-"))
        });
        expect![[r#"
            `what now?` cannot be part of an address / rename it: `what-now`
            `a#b` cannot be part of an address / rename it: `a-b`
            `100%` cannot be part of an address / rename it: `100`"#]]
        .assert_eq(&said.join("\n"));
    }

    #[test]
    fn a_path_says_type_stem_and_language() {
        let schema = Schema::builtin();
        let reading = reading(&schema);
        let name = |path: &str| {
            let name = Name::of(&path.into(), reading).value?;
            let lang = name.lang.as_deref().unwrap_or("-");
            Some(format!("{} {} {lang} {}", name.stem, name.id(), name.bundle))
        };
        let names = [
            ("content/news/2020/x.md", Some("news/2020/x x - false")),
            ("content/news/2020/x.fr.md", Some("news/2020/x x fr false")),
            ("content/news/2020/x/index.fr.md", Some("news/2020/x x fr true")),
            ("content/pages/v1.2.md", Some("pages/v1.2 v1.2 - false")),
            ("content/pages/a.de.md", Some("pages/a.de a.de - false")),
            ("content/pages/.fr.md", Some("pages/.fr .fr - false")),
            ("content/pages/index.md", None),
            ("content/about.md", None),
            ("content/strange/x.md", None),
        ];
        for (path, expected) in names {
            assert_eq!(name(path).as_deref(), expected, "{path}");
        }
        assert_eq!(folder("content/news/2020/x.md"), "news/2020");
    }
}
