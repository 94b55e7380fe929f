//! Values that are shown to templates in one form and hashed in another: HTML of a body,
//! and free values. The only logic among views, and it looks at nothing but the value.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::document::{Block, BlockKind, Part};

/// How wide a picture stands in a text: as the column on a large screen, else as the screen.
/// A browser that knows `auto` measures it.
const BODY_SIZES: &str = "auto, (min-width: 48em) 44rem, 100vw";

/// Free values (`extra`, JSON-LD, strings): templates see them as they are, a key is made
/// of their JSON text, so that `0`, `""` and `false` differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Free(pub serde_json::Value);

impl Serialize for Free {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            self.0.serialize(serializer)
        } else {
            serializer.serialize_str(&self.0.to_string())
        }
    }
}

/// HTML of some blocks of a body; the text is only made when it is serialised.
#[derive(Clone, Debug)]
pub struct Html<'a> {
    /// The blocks.
    pub blocks: &'a [Block],
    /// Whether paragraphs are printed without their own `<p>` and `</p>`.
    pub inner: bool,
    /// What the links of the body lead to, in order.
    pub links: Arc<Vec<BodyTarget>>,
    /// The ordinal of the first of them.
    pub first: u32,
    /// The strings of the theme in the language of the page.
    pub words: &'a serde_json::Value,
}

/// What a link of a body leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BodyTarget {
    /// The address, not escaped.
    pub href: String,
    /// The title of the target, not escaped.
    pub title: String,
    /// How it is shown, where it is a picture.
    pub picture: Option<BodyPicture>,
}

/// How a picture of a body is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BodyPicture {
    /// The address of the size to show where a browser does not choose, not escaped.
    pub src: String,
    /// Width and height of that size.
    pub size: (u32, u32),
    /// All sizes, as `srcset` has them, not escaped; empty where there is only one.
    pub srcset: String,
}

impl Html<'_> {
    /// The HTML, safe to print as it is.
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.blocks.iter().for_each(|block| self.block(block, &mut out));
        out
    }

    fn block(&self, block: &Block, out: &mut String) {
        let wrap = block.kind == BlockKind::Paragraph && !self.inner;
        out.push_str(if wrap { "<p>" } else { "" });
        block.parts.iter().for_each(|part| self.part(block, part, out));
        out.push_str(if wrap { "</p>\n" } else { "" });
    }

    fn part(&self, block: &Block, part: &Part, out: &mut String) {
        match part {
            Part::Text => out.push_str(&block.text),
            Part::Html(html) => out.push_str(html),
            Part::Href(at) => escape(self.link(*at).map_or("", |it| &it.href), out),
            Part::Title(at) => escape(self.link(*at).map_or("", |it| &it.title), out),
            Part::Word(key) => escape(self.word(key), out),
            Part::Picture(at) => self.picture(*at, out),
        }
    }

    fn picture(&self, at: u32, out: &mut String) {
        let Some(link) = self.link(at) else { return };
        let picture = link.picture.as_ref();
        *out += "src=\"";
        escape(picture.map_or(&link.href, |it| &it.src), out);
        *out += "\"";
        let Some(BodyPicture { size: (width, height), srcset, .. }) = picture else {
            return;
        };
        if !srcset.is_empty() {
            *out += " srcset=\"";
            escape(srcset, out);
            *out += &format!("\" sizes=\"{BODY_SIZES}\"");
        }
        *out += &format!(" width=\"{width}\" height=\"{height}\"");
    }

    fn word<'b>(&'b self, key: &'b str) -> &'b str {
        self.words.get(key).and_then(|it| it.as_str()).unwrap_or(key)
    }

    fn link(&self, ordinal: u32) -> Option<&BodyTarget> {
        self.links.get(usize::try_from(ordinal.checked_sub(self.first)?).ok()?)
    }
}

impl Serialize for Html<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{key::Key, span::Span};

    fn block(kind: BlockKind, parts: Vec<Part>) -> Block {
        Block { kind, parts, text: String::new(), span: Span::default() }
    }

    #[test]
    fn addresses_and_titles_are_filled_in_and_escaped() {
        let parts = vec![
            Part::Html("<a href=\"".into()),
            Part::Href(3),
            Part::Html("\">".into()),
            Part::Title(3),
            Part::Html("</a>".into()),
        ];
        let link =
            BodyTarget { href: "/a?b&c".into(), title: "<T>".into(), picture: None };
        let blocks = [block(BlockKind::Paragraph, parts)];
        let (links, words) = (Arc::new(vec![link]), serde_json::Value::Null);
        let html = Html { blocks: &blocks, inner: false, links, first: 3, words: &words };
        assert_eq!(html.text(), "<p><a href=\"/a?b&amp;c\">&lt;T&gt;</a></p>\n");
    }

    #[test]
    fn a_key_tells_empty_values_apart() {
        let values = ["0", "false", "\"\"", "[]", "{}", "null"];
        let mut keys: Vec<Key> = values
            .iter()
            .map(|it| Key::of(&Free(serde_json::from_str(it).expect("JSON"))))
            .collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), values.len());
    }
}
