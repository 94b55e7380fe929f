//! Footnotes: numbered as the text refers to them, printed below it.

use std::{collections::BTreeMap, ops::Range};

use super::{BlockKind, Part, buffer::Buffer, write::Writer};
use crate::problem::Problem;

/// The footnotes of a text.
#[derive(Debug, Default)]
pub struct Notes {
    // By label: the number, and how often the text refers to it.
    numbers: BTreeMap<String, (usize, usize)>,
    open: Vec<String>,
    written: Vec<Note>,
}

#[derive(Debug)]
struct Note {
    label: String,
    buffer: Buffer,
    range: Range<usize>,
}

impl Writer<'_> {
    pub(super) fn note_reference(&mut self, label: &str) {
        let next = self.notes.numbers.len() + 1;
        let entry = self.notes.numbers.entry(label.to_owned()).or_insert((next, 0));
        entry.1 += 1;
        let (number, times) = *entry;
        let id = match times {
            1 => format!("fnref:{number}"),
            _ => format!("fnref:{number}-{times}"),
        };
        self.out.html(&format!(
            "<sup id=\"{id}\"><a href=\"#fn:{number}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
        self.anchors.add(id);
    }

    pub(super) fn start_note(&mut self, label: &str) {
        self.notes.open.push(label.to_owned());
        self.outer.push(std::mem::take(&mut self.out));
    }

    pub(super) fn end_note(&mut self, range: &Range<usize>) {
        let outer = self.outer.pop().unwrap_or_default();
        let buffer = std::mem::replace(&mut self.out, outer);
        let label = self.notes.open.pop().unwrap_or_default();
        self.notes.written.push(Note { label, buffer, range: range.clone() });
    }

    /// Writes the notes that the text refers to, in the order it does so.
    pub(super) fn write_notes(&mut self) {
        let mut notes: Vec<(usize, Note)> = Vec::new();
        for note in std::mem::take(&mut self.notes.written) {
            if let Some((number, _)) = self.notes.numbers.get(&note.label) {
                notes.push((*number, note));
            } else {
                let place = self.place(&note.range);
                self.problems.push(Problem::loose_note(&note.label, &place));
            }
        }
        notes.sort_by_key(|it| it.0);
        let Some(range) = notes.first().map(|it| it.1.range.clone()) else { return };
        self.out.html("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.out.part(Part::Word("footnotes".to_owned()));
        self.out.html("\">\n<ol>\n");
        for (number, note) in notes {
            self.write_note(number, note);
        }
        self.out.html("</ol>\n</section>\n");
        self.block(BlockKind::Other, &range);
    }

    fn write_note(&mut self, number: usize, note: Note) {
        let id = format!("fn:{number}");
        self.out.html(&format!("<li id=\"{id}\">\n"));
        self.anchors.add(id);
        let mut buffer = note.buffer;
        // The way back stands in the last paragraph, where there is one.
        let in_paragraph = buffer.strip("</p>\n");
        buffer.html(&format!(
            " <a href=\"#fnref:{number}\" role=\"doc-backlink\" aria-label=\""
        ));
        buffer.part(Part::Word("back_to_text".to_owned()));
        buffer.html(&format!(" {number}\">↩</a>"));
        buffer.html(if in_paragraph { "</p>\n" } else { "\n" });
        buffer.end_of_block();
        self.out.append(buffer);
        self.out.html("</li>\n");
    }
}
