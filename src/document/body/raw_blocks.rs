//! Blocks of HTML: whole ones, and the two halves of an element around Markdown.
//!
//! A block of HTML ends at an empty line (`CommonMark`, section 4.6), so that what stands
//! around paragraphs comes as two blocks, each of which is no whole.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    BlockKind, raw,
    write::{Located, Writer},
};
use crate::problem::Problem;

const REFUSED: &str = "not one of the tags that are allowed, or not closed in this block";
const HALF: &str = "its closing tag does not stand alone between empty lines";

/// Elements within each other beyond this are no text.
const DEEPEST: usize = 32;

/// An element of HTML that is open around Markdown.
#[derive(Debug)]
pub struct Around {
    name: String,
    // Where it begins, and how many elements were open before it.
    start: usize,
    depth: usize,
}

impl<'a> Writer<'a> {
    /// Writes a block of HTML, or shows it as text; gives how many events belong to it.
    pub(super) fn html_block(&mut self, events: &[Located<'a>]) -> usize {
        let (html, end) = html(events);
        let (lines, range) = (&events[..end], &events[0].1);
        if self.ends_around(&html) {
            self.end_around(range);
            return end + 1;
        }
        match raw::block(&html) {
            Ok(raw::Block { around: Some((name, place)), .. })
                if !is_closed(name, &events[end + 1..]) =>
            {
                self.show_block(&html, place, lines, HALF);
            }
            Ok(block) => self.put_block(&block, range),
            Err(bad) => self.show_block(&html, bad, lines, REFUSED),
        }
        self.out.end_of_block();
        if self.depth == 0 {
            self.block(BlockKind::Other, range);
        }
        end + 1
    }

    fn put_block(&mut self, block: &raw::Block<'_>, range: &Range<usize>) {
        self.out.end_of_block();
        self.out.line();
        self.out.html(block.html.trim_start_matches('\n'));
        self.out.text.push_str(block.text.trim());
        let span = self.span(range);
        block.ids.iter().for_each(|id| self.claim(id, span));
        if let Some((name, _)) = &block.around {
            let (name, start) = ((*name).to_owned(), range.start);
            self.around.push(Around { name, start, depth: self.depth });
            self.depth += 1;
        }
    }

    fn ends_around(&self, html: &str) -> bool {
        let last = self.around.last().filter(|it| it.depth + 1 == self.depth);
        last.is_some_and(|it| closes(html, &it.name))
    }

    fn end_around(&mut self, range: &Range<usize>) {
        let Some(around) = self.around.pop() else { return };
        self.out.line();
        self.out.html(&format!("</{}>\n", around.name));
        self.out.end_of_block();
        self.depth = around.depth;
        if self.depth == 0 {
            self.block(BlockKind::Other, &(around.start..range.end));
        }
    }

    fn show_block(
        &mut self,
        html: &str,
        bad: Range<usize>,
        events: &[Located<'a>],
        why: &'static str,
    ) {
        self.opening("<p>");
        self.out.words(html.trim_end());
        self.out.html("</p>\n");
        let place = self.place(&located(bad.clone(), events));
        let tag = html[bad].lines().next().unwrap_or_default();
        self.problems.push(Problem::raw_html(tag, &place, why));
    }
}

// The text of the block that begins with the first event, and the event it ends with.
fn html(events: &[Located<'_>]) -> (String, usize) {
    let is_end = |it: &Located<'_>| matches!(it.0, Event::End(TagEnd::HtmlBlock));
    let end = events.iter().position(is_end).unwrap_or(events.len() - 1);
    let line = |it: &Located<'_>| match &it.0 {
        Event::Html(line) | Event::Text(line) => line.to_string(),
        _ => String::new(),
    };
    (events[..end].iter().map(line).collect(), end)
}

fn closes(html: &str, name: &str) -> bool {
    let inner = html.trim().strip_prefix("</").and_then(|it| it.strip_suffix('>'));
    inner == Some(name)
}

// Whether an element that was opened is closed again among its siblings. The writer decides
// in the same way for those within it: one that closes nothing is passed over.
fn is_closed(name: &str, mut events: &[Located<'_>]) -> bool {
    let mut open = vec![name.to_owned()];
    let mut level = 0_usize;
    while let Some((event, _)) = events.first() {
        let mut used = 1;
        match event {
            Event::Start(Tag::HtmlBlock) if level == 0 => {
                let (html, end) = html(events);
                used = end + 1;
                if open.last().is_some_and(|it| closes(&html, it)) {
                    open.pop();
                } else if let Ok(raw::Block { around: Some((name, _)), .. }) =
                    raw::block(&html)
                {
                    open.push(name.to_owned());
                }
                if open.is_empty() || open.len() > DEEPEST {
                    return open.is_empty();
                }
            }
            Event::Start(_) => level += 1,
            Event::End(_) if level == 0 => return false,
            Event::End(_) => level -= 1,
            _ => {}
        }
        events = &events[used..];
    }
    false
}

// The bytes of the text that a part of the lines of some events comes from.
fn located(part: Range<usize>, events: &[Located<'_>]) -> Range<usize> {
    let mut from = 0;
    for (event, range) in events {
        let (Event::Html(line) | Event::Text(line)) = event else { continue };
        if part.start < from + line.len() {
            let start = (range.start + part.start - from).min(range.end);
            return start..(start + part.len()).min(range.end);
        }
        from += line.len();
    }
    events.first().map_or(0..0, |it| it.1.clone())
}
