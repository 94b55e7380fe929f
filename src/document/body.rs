//! The text of a document as HTML in pieces, with what others need to know of it. Knows no
//! other document: the addresses of its links are still missing.

mod anchors;
mod blocks;
mod buffer;
mod escape;
mod inline;
mod leftovers;
mod links;
mod notes;
pub mod prose;
mod raw;
mod raw_blocks;
mod text;
mod write;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::{prose::Prose, text::Text};
use super::{Reading, name};
use crate::{
    key::Key,
    problem::Checked,
    span::{Span, Spanned},
};

/// The text of a document, rendered but for the addresses of its links.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The key of its source text and of the settings it was read with.
    pub key: Key,
    /// The top-level blocks, in order.
    pub text: Text,
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Links whose address must be found, in order; their ordinals follow those of the
    /// front matter.
    pub links: Vec<BodyLink>,
    /// Links to other sites.
    pub external: Vec<Spanned<String>>,
    /// Pictures, in order.
    pub images: Vec<BodyImage>,
    /// Every `id` an anchor may name.
    pub anchors: Vec<String>,
    /// Number of words (Unicode Annex 29).
    pub words: u32,
}

/// A top-level block of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its HTML, in pieces around the addresses that are still missing. A paragraph's
    /// pieces do not hold its own `<p>` and `</p>`.
    pub parts: Vec<Part>,
    /// Its text without any markup; blocks within it are separated by `\n`.
    pub text: String,
    /// Where it is in the file.
    pub span: Span,
}

/// Kinds of top-level blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A paragraph of text.
    Paragraph,
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// A quotation, list, table, code, figure, footnotes …
    Other,
}

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Text as it goes out.
    Html(String),
    /// The text of the block, which has no markup.
    Text,
    /// The address of the link of this ordinal, without quotes.
    Href(u32),
    /// The text of the link of this ordinal: the title of its target (`[[kr]]`).
    Title(u32),
    /// A word in the language of the page: the string of the theme under this key (`note`,
    /// `tip`, `important`, `warning`, `caution`, `footnotes`, `back_to_text`).
    Word(String),
    /// The attributes of the picture of this ordinal that depend on its file: address and
    /// sizes.
    Picture(u32),
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its text without markup.
    pub text: String,
    /// Where it is.
    pub span: Span,
}

/// A picture of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyImage {
    /// The alternative text, without markup; may be empty.
    pub alt: String,
    /// The caption: the title in quotes behind the address.
    pub caption: Option<String>,
    /// Where it is.
    pub span: Span,
    /// The ordinal of the link to its file.
    pub ordinal: u32,
}

/// A link of a body that must lead somewhere on this site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyLink {
    /// Where it leads.
    pub to: LinkTo,
    /// The anchor, without `#`.
    pub anchor: Option<String>,
    /// Where its target is written.
    pub span: Span,
    /// Its number among the references of the document.
    pub ordinal: u32,
}

/// The forms a link within the site can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// `@/countries/kr.md`, or a relative path to a Markdown file: a path below `content/`,
    /// `..` resolved (`countries/kr.md`).
    File(String),
    /// `[[kr]]`, `[[country:KR]]`: the name, and the type where one is given.
    Wiki {
        /// The type before the colon.
        ty: Option<String>,
        /// The name.
        name: String,
    },
    /// `/news/2020/x/`: an address of this site.
    Address(String),
    /// `#history` alone.
    Here,
    /// A file beside the document or below `content/`: a picture or a download.
    Asset(String),
}

/// The text of a file, and what it is read with.
#[derive(Clone, Copy, Debug)]
pub struct Markdown<'a> {
    /// The path of the file.
    pub path: &'a Arc<str>,
    /// The whole file as it is on disk.
    pub file: &'a str,
    /// Where the text begins.
    pub start: usize,
    /// The ordinal of its first link.
    pub first: u32,
    /// Types, and whether punctuation is made typographic.
    pub reading: Reading<'a>,
}

impl<'a> Markdown<'a> {
    fn text(&self) -> &'a str {
        self.file.get(self.start..).unwrap_or_default()
    }

    fn folder(&self) -> &'a str {
        name::folder(self.path)
    }
}

impl Body {
    /// Gives back the room that it does not need: it is kept with those of all documents.
    fn shrink(&mut self) {
        self.headings.shrink_to_fit();
        self.links.shrink_to_fit();
        self.external.shrink_to_fit();
        self.images.shrink_to_fit();
        self.anchors.shrink_to_fit();
    }
}

/// Reads a text: Markdown as <https://spec.commonmark.org/0.31.2/> has it, with the tables,
/// footnotes, task lists, strikethrough and alerts of GitHub, attributes of headings and
/// `[[links]]` to entries.
pub fn parse(markdown: Markdown<'_>) -> Checked<Body> {
    let (mut body, problems) = write::write(markdown);
    let settings = Key::of(&(markdown.first, markdown.reading.smart_punctuation));
    body.key = Key::of_bytes(markdown.text().as_bytes()).with(settings);
    Checked { value: body, problems }
}

#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod tests;
