//! The running text of a body that a link could be put into, with the way back to its bytes.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Markdown, write::options};
use crate::span::Span;

/// What stands where something is that is no text: a link, a picture, code, a footnote.
pub const GAP: char = '\u{fffc}';

/// Tags of HTML whose content is code.
const CODE: [&str; 3] = ["code", "kbd", "samp"];

/// The running text of one block: links, pictures and code are a [`GAP`], and a line break is
/// a space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The text.
    pub text: String,
    /// Whether it is a cell of a table, where `|` ends a cell even in a link.
    pub in_table: bool,
    pieces: Vec<Piece>,
}

/// A piece of a text and the bytes of the file it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    at: usize,
    file: Range<usize>,
    /// Whether the file has the same bytes; `&amp;` is another text than it shows.
    same: bool,
}

/// The running text of a body, a block after the other; headings and code are left out.
pub fn of(markdown: Markdown<'_>) -> Vec<Prose> {
    let options = options(markdown.reading.smart_punctuation);
    let parser = Parser::new_ext(markdown.text(), options).into_offset_iter();
    let mut reader = Reader::new(markdown);
    for (event, range) in parser {
        reader.take(&event, range);
    }
    reader.flush();
    reader.found
}

impl Prose {
    /// The bytes of the file that a range of the text comes from.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.start(range.start), self.end(range.end))
    }

    fn start(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|it| it.at <= at);
        let piece = next.checked_sub(1).and_then(|it| self.pieces.get(it));
        piece.map_or(0, |it| it.file.start + if it.same { at - it.at } else { 0 })
    }

    fn end(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|it| it.at < at);
        let piece = next.checked_sub(1).and_then(|it| self.pieces.get(it));
        piece.map_or(
            0,
            |it| if it.same { it.file.start + at - it.at } else { it.file.end },
        )
    }
}

struct Reader<'a> {
    markdown: Markdown<'a>,
    found: Vec<Prose>,
    open: Prose,
    /// How many elements are open whose text is left out.
    hidden: usize,
    in_table: bool,
}

impl<'a> Reader<'a> {
    fn new(markdown: Markdown<'a>) -> Self {
        let (found, open) = (Vec::new(), Prose::default());
        Self { markdown, found, open, hidden: 0, in_table: false }
    }

    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) => self.push(text, range),
            Event::SoftBreak | Event::HardBreak => self.push(" ", range),
            Event::InlineHtml(tag) => self.tag(tag, range),
            Event::Code(_) | Event::FootnoteReference(_) => self.gap(range),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => return,
            Tag::Link { .. } | Tag::Image { .. } => {
                self.gap(range);
                self.hidden += 1;
                return;
            }
            Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock => self.hidden += 1,
            Tag::Table(_) => self.in_table = true,
            _ => {}
        }
        self.flush();
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => return,
            TagEnd::Link | TagEnd::Image => {
                self.hidden = self.hidden.saturating_sub(1);
                return;
            }
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.open = Prose::default();
                self.hidden = 0;
            }
            _ => {}
        }
        self.flush();
        if tag == TagEnd::Table {
            self.in_table = false;
        }
    }

    fn tag(&mut self, tag: &str, range: Range<usize>) {
        let name = tag.trim_start_matches(['<', '/']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next();
        let code =
            name.is_some_and(|it| CODE.contains(&it.to_ascii_lowercase().as_str()));
        match (code, tag.starts_with("</")) {
            (true, true) => self.hidden = self.hidden.saturating_sub(1),
            (true, false) => {
                self.gap(range);
                self.hidden += 1;
            }
            _ => self.gap(range),
        }
    }

    fn gap(&mut self, range: Range<usize>) {
        self.push(GAP.encode_utf8(&mut [0; 4]), range);
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        if self.hidden > 0 {
            return;
        }
        let same = self.markdown.text().get(range.clone()) == Some(text);
        let start = self.markdown.start;
        let file = start + range.start..start + range.end;
        self.open.pieces.push(Piece { at: self.open.text.len(), file, same });
        self.open.text.push_str(text);
    }

    fn flush(&mut self) {
        let mut prose = std::mem::take(&mut self.open);
        prose.in_table = self.in_table;
        if !prose.text.is_empty() {
            self.found.push(prose);
        }
    }
}

#[cfg(test)]
mod tests;
