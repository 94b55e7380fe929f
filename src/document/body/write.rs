//! From the parser's events to blocks of HTML. What an event of a kind becomes stands in
//! [`super::blocks`], [`super::raw_blocks`] and [`super::inline`].

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Block, BlockKind, Body, Markdown, Text,
    anchors::Anchors,
    blocks::{OpenHeading, Table},
    buffer::Buffer,
    inline::{self, OpenLink, OpenTag},
    notes::Notes,
    raw_blocks::Around,
};
use crate::{
    problem::Problem,
    span::{Place, Span},
};

/// Few texts have more events than one in so many bytes.
const BYTES_AN_EVENT: usize = 24;

/// An event with the bytes of the text it comes from.
pub type Located<'a> = (Event<'a>, Range<usize>);

/// A body in the making.
pub struct Writer<'a> {
    pub(super) markdown: Markdown<'a>,
    pub(super) body: Body,
    pub(super) problems: Vec<Problem>,
    /// What is written into.
    pub(super) out: Buffer,
    /// What was written into before a footnote began.
    pub(super) outer: Vec<Buffer>,
    /// How many elements are open.
    pub(super) depth: usize,
    /// Open links; they nest only by way of pictures.
    pub(super) links: Vec<OpenLink>,
    /// Open tags of raw HTML.
    pub(super) tags: Vec<OpenTag>,
    /// Elements of raw HTML that are open around blocks.
    pub(super) around: Vec<Around>,
    pub(super) heading: Option<OpenHeading>,
    pub(super) table: Table,
    pub(super) anchors: Anchors,
    pub(super) notes: Notes,
    blocks: Vec<Block>,
    kind: BlockKind,
}

/// Writes the whole text.
pub fn write(markdown: Markdown<'_>) -> (Body, Vec<Problem>) {
    let text = markdown.text();
    let parser = Parser::new_ext(text, options(markdown.reading.smart_punctuation));
    let mut events: Vec<Located<'_>> = Vec::with_capacity(text.len() / BYTES_AN_EVENT);
    events.extend(parser.into_offset_iter());
    let mut writer = Writer {
        markdown,
        body: Body::default(),
        problems: Vec::new(),
        out: Buffer::default(),
        outer: Vec::new(),
        depth: 0,
        links: Vec::new(),
        tags: Vec::new(),
        around: Vec::new(),
        heading: None,
        table: Table::default(),
        anchors: Anchors::new(),
        notes: Notes::default(),
        blocks: Vec::new(),
        kind: BlockKind::Other,
    };
    writer.leftovers(&events);
    let mut at = 0;
    while at < events.len() {
        at += writer.step(&events[at..]);
    }
    writer.finish()
}

pub(super) fn options(smart_punctuation: bool) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    options.set(Options::ENABLE_SMART_PUNCTUATION, smart_punctuation);
    options
}

impl<'a> Writer<'a> {
    // Gives how many events were used up.
    fn step(&mut self, events: &[Located<'a>]) -> usize {
        let (event, range) = &events[0];
        match event {
            Event::Start(Tag::Image { .. }) => return self.image(events),
            Event::Start(Tag::HtmlBlock) => return self.html_block(events),
            Event::Start(tag) => {
                let figure = matches!(tag, Tag::Paragraph) && inline::is_figure(events);
                if figure {
                    return self.figure(events);
                }
                self.open(tag);
                self.start(tag, range);
            }
            Event::End(end) => {
                self.close_tags(self.depth);
                self.end(*end, range);
                self.close(range);
            }
            _ => self.leaf(event, range),
        }
        1
    }

    fn open(&mut self, tag: &Tag<'_>) {
        if self.depth == 0 {
            self.kind = match tag {
                Tag::Paragraph => BlockKind::Paragraph,
                _ => BlockKind::Other,
            };
        }
        self.depth += 1;
    }

    fn close(&mut self, range: &Range<usize>) {
        self.depth -= 1;
        if self.depth == 0 {
            let kind = self.kind;
            self.block(kind, range);
        }
    }

    /// Ends a top-level block.
    pub(super) fn block(&mut self, kind: BlockKind, range: &Range<usize>) {
        let (parts, text) = self.out.take();
        if parts.is_empty() {
            return;
        }
        self.body.words += words(&text);
        let span = self.span(range);
        self.blocks.push(Block { kind, parts, text, span });
    }

    fn leaf(&mut self, event: &Event<'a>, range: &Range<usize>) {
        match event {
            Event::Text(text) => self.words(text),
            Event::Code(text) => {
                self.out.html("<code>");
                self.words(text);
                self.out.html("</code>");
            }
            Event::InlineHtml(html) => self.inline_html(html, range),
            Event::FootnoteReference(label) => self.note_reference(label),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => {
                self.out.line();
                self.out.html("<hr>\n");
                if self.depth == 0 {
                    self.block(BlockKind::Other, range);
                }
            }
            Event::TaskListMarker(done) => {
                let sign = if *done { "☑" } else { "☐" };
                self.out.html("<span class=\"task\">");
                self.out.html(sign);
                self.out.html("</span> ");
            }
            // HTML in blocks is taken whole; formulas are not switched on.
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        match self.links.last() {
            Some(link) if link.shows_title => self.out.text.push_str(text),
            _ => self.out.words(text),
        }
    }

    fn line_break(&mut self, html: &str) {
        self.out.html(html);
        self.out.text.push(' ');
    }

    fn start(&mut self, tag: &Tag<'a>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis => self.out.html("<em>"),
            Tag::Strong => self.out.html("<strong>"),
            Tag::Strikethrough => self.out.html("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(*link_type, dest_url, title, range);
            }
            tag => {
                self.close_tags(self.depth - 1);
                self.start_block(tag);
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Emphasis => self.out.html("</em>"),
            TagEnd::Strong => self.out.html("</strong>"),
            TagEnd::Strikethrough => self.out.html("</del>"),
            TagEnd::Link => self.end_link(range),
            tag => {
                self.end_block(tag, range);
                self.out.end_of_block();
            }
        }
    }

    /// Whether what is written now is a block of the body itself.
    pub(super) fn is_top(&self) -> bool {
        self.depth == 1 && self.outer.is_empty()
    }

    /// Makes the top-level block a heading.
    pub(super) fn set_kind(&mut self, kind: BlockKind) {
        if self.is_top() {
            self.kind = kind;
        }
    }

    fn finish(mut self) -> (Body, Vec<Problem>) {
        self.write_notes();
        self.body.anchors = self.anchors.list;
        self.body.text = Text::of(self.blocks);
        self.body.shrink();
        (self.body, self.problems)
    }

    /// The bytes of the file of a range of the text, white space at its end left out.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let text = self.markdown.text().get(range.clone()).unwrap_or_default();
        let start = self.markdown.start + range.start;
        Span::new(start, start + text.trim_end().len())
    }

    /// The place in the file of a range of the text.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        Place { path: self.markdown.path.clone(), span: self.span(range) }
    }
}

// Split at spaces first: a space always ends a word. Most pieces are a word of ASCII letters
// with a mark behind it, and need no look at the tables.
fn words(text: &str) -> u32 {
    let mark =
        |it: char| matches!(it, ',' | '.' | ';' | ':' | '!' | '?' | '"' | '(' | ')');
    let count = text.split([' ', '\n']).map(|piece| {
        let core = piece.trim_matches(mark);
        let plain = core.bytes().all(|it| it.is_ascii_alphanumeric());
        if plain { usize::from(!core.is_empty()) } else { piece.unicode_words().count() }
    });
    u32::try_from(count.sum::<usize>()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_those_of_unicode(text in "([a-z0-9,.;:!?()\"'’é_-]|[ \n])*") {
            prop_assert_eq!(words(&text) as usize, text.unicode_words().count());
        }
    }
}
