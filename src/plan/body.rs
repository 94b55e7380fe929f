//! Texts of entries: what their links lead to, the lead that follows a dateline, and where
//! pull quotes stand.

use std::{ops::Range, sync::Arc};

use crate::{
    document::{Block, BlockKind, Body, Record},
    key::{Key, Keyed},
    plan::{context::Context, links, people, url},
    site::EntryId,
    view::{BodySection, BodyView, Html, Link, Pieces, QuoteView, TocItem},
};

/// Whether the first paragraph stands apart, to follow a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// It does, where the text begins with one.
    Apart,
    /// It does not.
    Within,
}

/// The text of an entry.
pub fn view(cx: Context<'_>, id: EntryId, lead: Lead) -> BodyView<'_> {
    let entry = cx.entry(id);
    let Some(body) = entry.document.as_deref().map(|it| &it.body) else {
        return BodyView::default();
    };
    let apart = lead == Lead::Apart && body.text.opening() == Some(BlockKind::Paragraph);
    let located = Located::of(cx, id, body);
    let other = cx.other(entry.body_lang);
    let toc = body.headings.iter().filter(|it| it.level == 2);
    BodyView {
        lead: apart.then(|| located.lead()),
        sections: sections(cx, id, &located, usize::from(apart)),
        lang: other.map(|it| it.0),
        dir: other.map(|it| it.1),
        toc: toc.map(|it| TocItem { id: &it.id, title: &it.text }).collect(),
    }
}

/// A body with all its links found, and the key of both.
struct Located<'a> {
    pieces: Arc<Pieces<'a>>,
    count: usize,
    key: Key,
}

impl<'a> Located<'a> {
    fn of(cx: Context<'a>, id: EntryId, body: &'a Body) -> Self {
        let links = links::targets(cx.site, id, url::href);
        let first = cx.entry(id).document.as_deref().map_or(0, |it| it.references);
        let key = body.key.with(Key::of(&links));
        let lang = cx.entry(id).body_lang;
        let tag = &cx.site.config.languages[usize::from(lang.0)].tag;
        let pieces =
            Pieces::new(Some(&body.text), (first, links), cx.theme.strings_of(tag));
        Self { pieces: Arc::new(pieces), count: body.text.len(), key }
    }

    /// The inside of the first paragraph.
    fn lead(&self) -> Keyed<Html<'a>> {
        let Keyed { key, value } = self.section(0..1);
        Keyed {
            key: key.with(Key::of_bytes(b"lead")),
            value: Html { inner: true, ..value },
        }
    }

    /// Some blocks.
    fn section(&self, blocks: Range<usize>) -> Keyed<Html<'a>> {
        let key = self.key.with(Key::of(&(blocks.start, blocks.end)));
        Keyed { key, value: Html { pieces: self.pieces.clone(), blocks, inner: false } }
    }
}

fn sections<'a>(
    cx: Context<'a>,
    id: EntryId,
    located: &Located<'a>,
    from: usize,
) -> Vec<BodySection<'a>> {
    let count = located.count;
    let quotes = cx.fields(id).records("pull_quotes");
    let mut placed: Vec<(usize, &Record)> = quotes
        .map(|quote| {
            let text = quote.text("text").unwrap_or_default();
            let at = place(located.pieces.blocks(), text);
            (at.clamp(from.min(count), count), quote)
        })
        .collect();
    placed.sort_by_key(|it| it.0);
    let mut cuts: Vec<usize> = placed.iter().map(|it| it.0).collect();
    cuts.push(count);
    let mut sections = Vec::new();
    if from < cuts[0] {
        sections.push(BodySection { quote: None, html: located.section(from..cuts[0]) });
    }
    for (at, (start, quote)) in placed.into_iter().enumerate() {
        let html = located.section(start..cuts[at + 1]);
        sections.push(BodySection { quote: Some(quote_view(cx, id, quote)), html });
    }
    sections
}

fn quote_view<'a>(cx: Context<'a>, id: EntryId, quote: &'a Record) -> QuoteView<'a> {
    let person = cx.named_in(id, quote, "person");
    let lang = cx.entry(id).body_lang;
    let named = person.map(|it| cx.site.version(it, lang).unwrap_or(it));
    let role = named.and_then(|it| people::role_at(cx, it, id)?.text("title"));
    QuoteView {
        text: unquoted(quote.text("text").unwrap_or_default()),
        person: person.zip(named).map(|it| speaker(cx, it.0, it.1)),
        name: quote.text("name"),
        role: quote.text("role").or(role),
    }
}

/// A person by the name that another version, in the language of the text, has.
fn speaker(cx: Context<'_>, person: EntryId, named: EntryId) -> Link<'_> {
    Link { title: &cx.entry(named).card.title, lang: None, ..cx.link(person) }
}

/// The block a pull quote stands before: the paragraph that introduces the quotation it is
/// from, that is the one before the run of quoted paragraphs (each opening with a quotation
/// mark, only the last one closing it); the quoted paragraph itself where another quotation
/// or no paragraph precedes it. The end of the text, if it is not from the text.
///
/// A quotation is never torn, and the quote never comes before the first block.
pub fn place(blocks: &[Block], quote: &str) -> usize {
    let wanted = folded(unquoted(quote));
    let found = blocks.iter().position(|it| folded(&it.text).contains(&wanted));
    let Some(mut start) = found.filter(|_| !wanted.is_empty()) else {
        return blocks.len();
    };
    while start > 0 && goes_on(&blocks[start - 1]) {
        start -= 1;
    }
    let introduced = start > 1
        && blocks[start].kind == BlockKind::Paragraph
        && blocks[start - 1].kind == BlockKind::Paragraph
        && !opens(&blocks[start - 1].text);
    if introduced { start - 1 } else { start.max(1).min(blocks.len()) }
}

/// Whether a paragraph opens a quotation that the next one goes on with.
fn goes_on(block: &Block) -> bool {
    let text = folded(&block.text);
    block.kind == BlockKind::Paragraph
        && opens(&text)
        && text.matches('"').count() % 2 == 1
}

fn opens(text: &str) -> bool {
    folded(text).starts_with('"')
}

/// A text with one kind of quotation marks, apostrophes and spaces.
fn folded(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

pub fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(|c| matches!(c, '“' | '”' | '„' | '«' | '»' | '"')).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn check(paragraphs: &[&str], quote: &str, expected: usize) {
        let block = |text: &&str| Block {
            kind: match text.strip_prefix('#') {
                Some(_) => BlockKind::Heading(2),
                None => BlockKind::Paragraph,
            },
            parts: Vec::new(),
            text: (*text).to_owned(),
            span: Span::default(),
        };
        let blocks: Vec<Block> = paragraphs.iter().map(block).collect();
        assert_eq!(place(&blocks, quote), expected, "{paragraphs:?}");
    }

    #[test]
    fn a_pull_quote_stands_before_the_paragraph_that_introduces_it() {
        let run = [
            "Lead.",
            "More.",
            "“One,” said A.",
            "B agreed.",
            "“Two.",
            "“Three,” B said.",
        ];
        check(&run, "Two.", 3);
        check(&run, "“Three,”", 3);
        check(&run, "One", 1);
    }

    #[test]
    fn it_never_comes_first_and_never_tears_a_quotation() {
        check(&["“One.", "“Two,” said A."], "Two", 1);
        check(&["Lead.", "“One,” said A.", "“Two,” said B."], "Two", 2);
        check(&["Lead.", "# Heading", "“One,” said A."], "One", 2);
        check(&["One"], "One", 1);
    }

    #[test]
    fn marks_and_spaces_do_not_matter_and_a_strange_quote_comes_last() {
        check(
            &["Lead.", "Says.", "“EUR\u{a0}2 for the child’s good,” A said."],
            "\"EUR 2 for the child's good\"",
            1,
        );
        check(&["Lead.", "Says."], "Never said", 2);
    }
}
