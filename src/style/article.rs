//! An entry as the rules read it: its document, its language and the way from a phrase of
//! its text to the bytes of its file.

use std::{borrow::Cow, ops::Range};

use jiff::{Timestamp, civil::Date};

use crate::{
    document::{Block, BlockKind, Document},
    site::{Entry, EntryId, Site, Target},
    span::{Place, Span},
};

use super::{
    fold::{Folded, fold},
    survey::Survey,
};

/// One entry with its file.
pub struct Article<'a> {
    /// What is known of the whole site.
    pub survey: &'a Survey<'a>,
    /// The site.
    pub site: &'a Site,
    /// Which entry.
    pub id: EntryId,
    /// The entry.
    pub entry: &'a Entry,
    /// Its file, understood.
    pub document: &'a Document,
    /// The blocks of its body.
    pub blocks: Cow<'a, [Block]>,
    /// Its file, as it is on disk.
    pub source: &'a str,
}

impl<'a> Article<'a> {
    /// The name of the entry's type.
    pub fn type_name(&self) -> &'a str {
        &self.site.config.schema.get(self.entry.ty).name
    }

    /// Whether the rules for news texts apply: news with a text of its own.
    // A stub is a headline that somebody else wrote.
    pub fn is_news(&self) -> bool {
        self.type_name() == "news"
            && !(self.document.body.text.is_empty() && self.document.fields.flag("stub"))
    }

    /// The tag of the language it is written in: `en`, `pt-br`.
    pub fn tag(&self) -> &'a str {
        let at = usize::from(self.entry.body_lang.0);
        self.site.config.languages.get(at).map_or("en", |it| it.tag.as_str())
    }

    /// The language without its region: `pt`.
    pub fn language(&self) -> &'a str {
        let tag = self.tag();
        tag.split('-').next().unwrap_or(tag)
    }

    /// The paragraphs of the body.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|it| it.kind == BlockKind::Paragraph)
    }

    /// Where the value of a field is; the front matter's first line where it is missing.
    pub fn field(&self, key: &str) -> Span {
        self.document.fields.item(key).map_or(self.document.head, |it| it.span)
    }

    /// A place in the file.
    pub fn at(&self, span: Span) -> Place {
        Place { path: self.document.path.clone(), span }
    }

    /// The place of the value of a field.
    pub fn place(&self, key: &str) -> Place {
        self.at(self.field(key))
    }

    /// The instant of a field.
    pub fn moment(&self, key: &str) -> Option<Timestamp> {
        let moment = self.document.fields.moment(key)?;
        Some(moment.instant(&self.site.config.timezone))
    }

    /// The day of its date.
    pub fn day(&self) -> Option<Date> {
        let moment = self.document.fields.moment("date")?;
        Some(moment.day(&self.site.config.timezone))
    }

    /// The text of the body.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.blocks.iter().map(|it| it.text.as_str()).collect();
        texts.join("\n")
    }

    /// The place of a quotation mark of a block, given where it is in the block's text.
    pub fn mark(&self, block: &Block, range: Range<usize>) -> Place {
        let before = fold(&block.text[..range.start]);
        self.at(self.find(block, "\"", before.matches('"').count()))
    }

    /// Where the `nth` (from 0) occurrence of a phrase of a block is in the file; all of
    /// the block where markup within the phrase hides it.
    pub fn find(&self, block: &Block, phrase: &str, nth: usize) -> Span {
        self.find_in(block.span, phrase, nth).unwrap_or(block.span)
    }

    /// Where the `nth` occurrence of a phrase is between the two ends of a span.
    pub fn find_in(&self, span: Span, phrase: &str, nth: usize) -> Option<Span> {
        let slice = self.source.get(span.range())?;
        let found = Folded::new(slice).find(phrase, nth)?.range();
        let start = span.range().start;
        Some(Span::new(start + found.start, start + found.end))
    }

    /// The entry that the reference of an ordinal leads to.
    pub fn target(&self, ordinal: u32) -> Option<EntryId> {
        match self.site.target(self.id, ordinal) {
            Target::Entry(id) | Target::Anchor(id, _) => Some(*id),
            _ => None,
        }
    }
}
