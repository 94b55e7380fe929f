//! The one stylesheet of a theme: the sheets of base, of its parents and its own, then the
//! site's `overrides/tokens.css` and `overrides/style.css`, joined and made small.

use std::sync::Arc;

use crate::{
    key::Key,
    problem::Problem,
    theme::{ThemeAsset, layers::Layers},
};

/// The sheets of `overrides/`.
pub const OWN: [&str; 2] = ["tokens.css", "style.css"];

/// Joins the sheets of all layers, base first.
pub fn join(layers: &Layers, problems: &mut Vec<Problem>) -> ThemeAsset {
    for (folder, manifest) in layers.upwards() {
        let lost = |it: &&String| folder.file(&format!("css/{it}")).is_none();
        problems.extend(
            manifest
                .styles
                .iter()
                .filter(lost)
                .map(|name| Problem::missing_style(name, manifest.place_of("styles"))),
        );
    }
    let texts = sheets(layers).map(|it| shrink(&String::from_utf8_lossy(it.1)));
    let css: String = texts.collect();
    ThemeAsset { key: Key::of_bytes(css.as_bytes()), bytes: css.into_bytes().into() }
}

/// The sheets of all layers with their paths, in the order they are joined in.
pub fn sheets(layers: &Layers) -> impl Iterator<Item = (Arc<str>, &Arc<[u8]>)> {
    let of_themes = layers.upwards().flat_map(|(folder, manifest)| {
        manifest.styles.iter().map(move |it| (folder, format!("css/{it}")))
    });
    let own = OWN.into_iter().map(|it| (&layers.folders[0], it.to_owned()));
    of_themes
        .chain(own)
        .filter_map(|(folder, file)| Some((folder.path(&file), folder.file(&file)?)))
}

/// CSS without comments, and with every run of white space as one space or, around
/// brackets and separators where none is needed, as nothing. What stands in quotes stays.
fn shrink(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let taken = match first {
            '"' | '\'' => quoted(rest, first),
            '/' if rest.starts_with("/*") => {
                rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
                continue;
            }
            _ if first.is_ascii_whitespace() => {
                rest = rest.trim_start();
                let glued = out.is_empty() || out.ends_with(['{', '}', ';', ',', '>']);
                if !glued && !rest.starts_with(['{', '}', ';', ',', '>']) {
                    out.push(' ');
                }
                continue;
            }
            _ => first.len_utf8(),
        };
        if first == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// The length of a quoted text, quotes included.
pub fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shrunk_means_the_same() {
        let css = "/* a */\na > b,\n c:hover {\n  margin: 0 auto;\n  content: \"/* x  { */\";\n}\n@media (min-width: 62rem) and (color) { a { b: calc(1px + 2px); } }";
        let small = "a>b,c:hover{margin: 0 auto;content: \"/* x  { */\"}@media (min-width: 62rem) and (color){a{b: calc(1px + 2px)}}\n";
        assert_eq!(shrink(css), small);
    }

    #[test]
    fn an_unclosed_comment_or_quote_ends_with_the_file() {
        assert_eq!(shrink("a{} /* b"), "a{}\n");
        assert_eq!(shrink("a{b: 'c\\'d }"), "a{b: 'c\\'d }\n");
    }
}
