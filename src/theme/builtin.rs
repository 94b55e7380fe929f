//! The themes that are compiled into the program. (The compiler notices a changed file of
//! `themes/`, but a new one only when this file is touched.)

use std::borrow::Cow;

use include_dir::{Dir, File, include_dir};

use crate::source::Sources;

static THEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The names of the built-in themes, sorted.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> =
        THEMES.dirs().filter_map(|it| it.path().to_str()).collect();
    names.sort_unstable();
    names
}

/// The files of a built-in theme, by their path below its folder (`templates/news.html`).
/// None where there is no such theme.
pub fn files(name: &str) -> Option<Vec<(&'static str, &'static [u8])>> {
    let mut files = Vec::new();
    collect(THEMES.get_dir(name)?, &mut files);
    let below = |it: &&'static File<'static>| {
        let path = it.path().to_str()?.strip_prefix(name)?.strip_prefix('/')?;
        Some((path, it.contents()))
    };
    Some(files.iter().filter_map(below).collect())
}

/// The text of a file that a message points at: one of the site, else one of a built-in
/// theme (`themes/base/templates/news.html`).
pub fn text_of<'a>(sources: &'a Sources, path: &str) -> Option<Cow<'a, str>> {
    if let Some(source) = sources.text(path) {
        return Some(String::from_utf8_lossy(&source.bytes));
    }
    let file = THEMES.get_file(path.strip_prefix("themes/")?)?;
    file.contents_utf8().map(Cow::Borrowed)
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<&'static File<'static>>) {
    files.extend(dir.files());
    dir.dirs().for_each(|it| collect(it, files));
}
