//! Signs in a text that mean nothing here, so that readers would see them: footnotes that are
//! nowhere, and what other generators put in their place when they build.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::write::{Located, Writer};
use crate::problem::Problem;

/// What a shortcode or a tag of a template begins and ends with.
const SHORTCODES: [(&str, &str); 2] = [("{{", "}}"), ("{%", "%}")];

const NOTE: &str = "[^";

impl Writer<'_> {
    /// Reports what is left over in the words of a text; code may say what it wants.
    pub(super) fn leftovers(&mut self, events: &[Located<'_>]) {
        let text = self.markdown.text();
        let is_clean = SHORTCODES.iter().all(|it| !text.contains(it.0));
        if is_clean && !text.contains(NOTE) {
            return;
        }
        let mut in_code = false;
        for (event, range) in events {
            match event {
                Event::Start(Tag::CodeBlock(_)) => in_code = true,
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Text(_) if !in_code => {
                    self.shortcodes(range);
                    self.lost_notes(range);
                }
                _ => {}
            }
        }
    }

    fn shortcodes(&mut self, range: &Range<usize>) {
        let text = self.markdown.text();
        let words = text.get(range.clone()).unwrap_or_default();
        for (open, close) in SHORTCODES {
            let found = words.match_indices(open).map(|it| range.start + it.0);
            for start in found.filter(|it| !text[..*it].ends_with(['{', '\\'])) {
                let line = text[start..].lines().next().unwrap_or_default();
                let length = line.find(close).map_or(open.len(), |it| it + close.len());
                let place = self.place(&(start..start + length));
                self.problems.push(Problem::shortcode(&line[..length], &place));
            }
        }
    }

    // The parser finds no reference where there is no footnote.
    fn lost_notes(&mut self, range: &Range<usize>) {
        let text = self.markdown.text();
        let words = text.get(range.clone()).unwrap_or_default();
        for (at, _) in words.match_indices('^') {
            let start = range.start + at;
            let before = text[..start].strip_suffix('[');
            if before.is_none_or(|it| it.ends_with('\\')) {
                continue;
            }
            let Some((label, after)) = text[start + 1..].split_once(']') else {
                continue;
            };
            let is_label = !label.is_empty() && !label.contains(char::is_whitespace);
            let is_link = after.starts_with('(')
                || after.starts_with('[') && !after.starts_with(NOTE);
            if is_label && !is_link {
                let place = self.place(&(start - 1..start + label.len() + 2));
                self.problems.push(Problem::lost_note(label, &place));
            }
        }
    }
}

#[cfg(test)]
mod tests;
