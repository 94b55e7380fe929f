//! Entries by the path of their files, for links that name a file.

use super::{
    LangId,
    census::{Census, SubjectId},
};
use crate::config::Config;

/// Path below `content/` without suffixes → subject, sorted.
#[derive(Clone, Debug, Default)]
pub struct Stems(Vec<(String, SubjectId)>);

impl Stems {
    /// The paths of a census.
    pub fn of(census: &Census) -> Self {
        let pairs = census.documents.iter().zip(&census.subject_of);
        let mut stems: Vec<_> = pairs.map(|(it, id)| (it.stem.clone(), *id)).collect();
        stems.sort();
        Self(stems)
    }

    /// The subject of a path.
    pub fn find(&self, stem: &str) -> Option<SubjectId> {
        let at = self.0.binary_search_by(|it| it.0.as_str().cmp(stem)).ok()?;
        self.0.get(at).map(|it| it.1)
    }

    /// All paths, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|it| it.0.as_str())
    }
}

/// The stem of a path to a Markdown file (`news/2020/x.fr.md`, `news/2020/x/index.md`) and
/// the language its suffix names.
pub fn split(path: &str, config: &Config) -> (String, Option<LangId>) {
    let path = path.strip_suffix(".md").unwrap_or(path);
    let suffix = path.rsplit_once('.').and_then(|(stem, tag)| {
        let at = config.languages.iter().position(|it| it.tag == tag)?;
        Some((stem, LangId(u8::try_from(at).ok()?)))
    });
    let (stem, lang) = suffix.map_or((path, None), |(stem, lang)| (stem, Some(lang)));
    (stem.strip_suffix("/index").unwrap_or(stem).to_owned(), lang)
}
