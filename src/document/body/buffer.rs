//! HTML in the making, in pieces around what is not known yet, and its text without markup.

use super::{Part, escape};

/// What was written so far.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    /// The pieces that are complete.
    pub parts: Vec<Part>,
    /// The text without markup.
    pub text: String,
    html: String,
}

/// A place in the HTML of a buffer, to put something there later.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    part: usize,
    at: usize,
}

impl Buffer {
    /// Adds HTML as it is.
    pub fn html(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Adds text that readers see.
    pub fn words(&mut self, text: &str) {
        escape::text(text, &mut self.html);
        self.text.push_str(text);
    }

    /// Adds text to an attribute.
    pub fn attribute(&mut self, text: &str) {
        escape::attribute(text, &mut self.html);
    }

    /// Adds an address to an attribute.
    pub fn address(&mut self, text: &str) {
        escape::address(text, &mut self.html);
    }

    /// Adds what is not known yet.
    pub fn part(&mut self, part: Part) {
        self.flush();
        self.parts.push(part);
    }

    /// Begins a new line, unless one has just begun.
    pub fn line(&mut self) {
        let fresh = match (self.html.is_empty(), self.parts.last()) {
            (false, _) => self.html.ends_with('\n'),
            (true, None) => true,
            (true, Some(_)) => false,
        };
        if !fresh {
            self.html.push('\n');
        }
    }

    /// Ends a block of the text.
    pub fn end_of_block(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The place reached.
    pub fn mark(&self) -> Mark {
        Mark { part: self.parts.len(), at: self.html.len() }
    }

    /// Whether nothing was written since the mark was made.
    pub fn is_at(&self, mark: Mark) -> bool {
        mark.part == self.parts.len() && mark.at == self.html.len()
    }

    /// Puts HTML at a mark. Later marks are void.
    pub fn insert(&mut self, mark: Mark, html: &str) {
        self.replace(mark, 0, html);
    }

    /// Replaces `length` bytes behind a mark, which were written in one go. Later marks are
    /// void.
    pub fn replace(&mut self, mark: Mark, length: usize, html: &str) {
        if mark.part == self.parts.len() {
            self.html.replace_range(mark.at..mark.at + length, html);
            return;
        }
        match &mut self.parts[mark.part] {
            Part::Html(text) => text.replace_range(mark.at..mark.at + length, html),
            _ => self.parts.insert(mark.part, Part::Html(html.to_owned())),
        }
    }

    /// Takes back the end of the HTML, where it is there.
    pub fn strip(&mut self, end: &str) -> bool {
        let found = self.html.ends_with(end);
        if found {
            self.html.truncate(self.html.len() - end.len());
        }
        found
    }

    /// Adds all of another buffer.
    pub fn append(&mut self, mut other: Self) {
        other.flush();
        self.flush();
        self.parts.append(&mut other.parts);
        self.text.push_str(&other.text);
    }

    /// The pieces and the text. What is written next begins anew, in the same room: what is
    /// given has no more than it needs, since it is kept for all documents of a site.
    pub fn take(&mut self) -> (Vec<Part>, String) {
        let text = self.text.trim_end().to_owned();
        self.text.clear();
        if self.parts.is_empty() && !text.is_empty() && self.html == text {
            self.html.clear();
            return (vec![Part::Text], text);
        }
        self.flush();
        (self.parts.drain(..).collect(), text)
    }

    fn flush(&mut self) {
        if !self.html.is_empty() {
            self.parts.push(Part::Html(self.html.as_str().into()));
            self.html.clear();
        }
    }
}
