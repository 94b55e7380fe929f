//! Values that are shown to templates in one form and hashed in another: HTML of a body,
//! and free values. The only logic among views, and it looks at nothing but the value.

use std::{
    borrow::Cow,
    ops::Range,
    sync::{Arc, OnceLock},
};

use serde::{Serialize, Serializer};

use crate::document::{Block, BlockKind, Part, Text};

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
    /// The body.
    pub pieces: Arc<Pieces<'a>>,
    /// Which of its blocks.
    pub blocks: Range<usize>,
    /// Whether paragraphs are printed without their own `<p>` and `</p>`.
    pub inner: bool,
}

/// A body, and all that its HTML lacks.
#[derive(Debug)]
pub struct Pieces<'a> {
    /// What the links of the body lead to, in order.
    pub links: Vec<BodyTarget>,
    /// The ordinal of the first of them.
    first: u32,
    /// The strings of the theme in the language of the page.
    words: &'a serde_json::Value,
    text: Option<&'a Text>,
    /// Its blocks, once they are asked for.
    blocks: OnceLock<Cow<'a, [Block]>>,
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
        let blocks = self.pieces.blocks().get(self.blocks.clone()).unwrap_or_default();
        blocks.iter().for_each(|it| self.pieces.block(it, self.inner, &mut out));
        out
    }
}

impl<'a> Pieces<'a> {
    /// A body, if there is one, whose links, the first of which has the ordinal `first`, lead to
    /// these.
    pub fn new(
        text: Option<&'a Text>,
        (first, links): (u32, Vec<BodyTarget>),
        words: &'a serde_json::Value,
    ) -> Self {
        Self { links, first, words, text, blocks: OnceLock::new() }
    }

    /// The blocks of the body.
    pub fn blocks(&self) -> &[Block] {
        let read = || self.text.map(Text::blocks).unwrap_or_default();
        self.blocks.get_or_init(read)
    }

    fn block(&self, block: &Block, inner: bool, out: &mut String) {
        let wrap = block.kind == BlockKind::Paragraph && !inner;
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

/// The text of a body without markup, an empty line between its blocks.
#[derive(Clone, Debug)]
pub struct Plain<'a>(pub Arc<Pieces<'a>>);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let texts: Vec<&str> = self.0.blocks().iter().map(|it| &*it.text).collect();
        serializer.serialize_str(&texts.join("\n\n"))
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
        let text = Text::of(vec![block(BlockKind::Paragraph, parts)]);
        let pieces = Pieces::new(Some(&text), (3, vec![link]), &serde_json::Value::Null);
        let html = Html { pieces: Arc::new(pieces), blocks: 0..1, inner: false };
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
