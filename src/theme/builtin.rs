//! The themes that are compiled into the program. (The compiler notices a changed file of
//! `themes/`, but a new one only when this file is touched.)

use include_dir::{Dir, File, include_dir};

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

/// The text of a file of a built-in theme (`themes/base/templates/news.html`), for excerpts
/// in messages.
pub fn text(path: &str) -> Option<&'static str> {
    THEMES.get_file(path.strip_prefix("themes/")?)?.contents_utf8()
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<&'static File<'static>>) {
    files.extend(dir.files());
    dir.dirs().for_each(|it| collect(it, files));
}
