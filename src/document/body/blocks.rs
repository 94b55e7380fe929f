//! Headings, lists, tables, quotations.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Tag, TagEnd};

use super::{BlockKind, Heading, Part, buffer::Mark, escape, write::Writer};
use crate::{document::slug::slug, problem::Problem, span::Span};

/// A heading that has begun; its anchor is made of its words.
pub struct OpenHeading {
    mark: Mark,
    text: usize,
    level: u8,
    id: Option<String>,
    class: String,
}

/// The table that is being written.
#[derive(Debug, Default)]
pub struct Table {
    alignment: Vec<Alignment>,
    column: usize,
    in_head: bool,
    // Where its first tag ends, and where its text begins.
    start: Option<(Mark, usize)>,
}

impl<'a> Writer<'a> {
    pub(super) fn start_block(&mut self, tag: &Tag<'a>) {
        match tag {
            Tag::Paragraph if self.is_top() => {}
            Tag::Paragraph => self.opening("<p>"),
            Tag::Heading { level, id, classes, .. } => {
                self.start_heading(*level as u8, id.as_deref(), classes);
            }
            Tag::BlockQuote(None) => self.opening("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.alert(*kind),
            Tag::CodeBlock(kind) => self.code(kind),
            Tag::List(None) => self.opening("<ul>\n"),
            Tag::List(Some(1)) => self.opening("<ol>\n"),
            Tag::List(Some(number)) => {
                self.opening(&format!("<ol start=\"{number}\">\n"));
            }
            Tag::Item => self.opening("<li>"),
            Tag::FootnoteDefinition(label) => self.start_note(label),
            Tag::Table(alignment) => self.start_table(alignment),
            Tag::TableHead | Tag::TableRow => {
                self.start_row(matches!(tag, Tag::TableHead));
            }
            Tag::TableCell => self.start_cell(),
            _ => {}
        }
    }

    pub(super) fn end_block(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph if self.is_top() => {}
            TagEnd::Paragraph => self.out.html("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::BlockQuote(None) => self.out.html("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.out.html("</div>\n"),
            TagEnd::CodeBlock => self.out.html("</code></pre>\n"),
            TagEnd::List(true) => self.out.html("</ol>\n"),
            TagEnd::List(false) => self.out.html("</ul>\n"),
            TagEnd::Item => self.out.html("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_note(range),
            TagEnd::Table => self.out.html("</tbody></table></div>\n"),
            TagEnd::TableHead => self.end_head(),
            TagEnd::TableRow => self.out.html("</tr>\n"),
            TagEnd::TableCell => {
                self.out.html(if self.table.in_head { "</th>" } else { "</td>" });
            }
            _ => {}
        }
    }

    pub(super) fn opening(&mut self, tag: &str) {
        self.out.end_of_block();
        self.out.line();
        self.out.html(tag);
    }

    fn start_heading(&mut self, level: u8, id: Option<&str>, classes: &[CowStr<'_>]) {
        self.out.end_of_block();
        self.out.line();
        let (mark, text) = (self.out.mark(), self.out.text.len());
        let classes: Vec<String> = classes.iter().map(|it| slug(it)).collect();
        let class = classes.join(" ");
        self.heading =
            Some(OpenHeading { mark, text, level, id: id.map(str::to_owned), class });
    }

    fn end_heading(&mut self, range: &Range<usize>) {
        let Some(open) = self.heading.take() else { return };
        let text = self.out.text[open.text..].trim().to_owned();
        let span = self.span(range);
        if open.level == 1 {
            self.second_title(&text, range);
        }
        let level = open.level.max(2);
        let id = self.heading_id(open.id, &text, span);
        let mut tag = format!("<h{level} id=\"");
        escape::attribute(&id, &mut tag);
        if !open.class.is_empty() {
            tag += &format!("\" class=\"{}", open.class);
        }
        tag += "\">";
        self.out.insert(open.mark, &tag);
        self.out.html(&format!("</h{level}>\n"));
        self.set_kind(BlockKind::Heading(level));
        self.body.headings.push(Heading { level, id, text, span });
    }

    fn heading_id(&mut self, given: Option<String>, text: &str, span: Span) -> String {
        let Some(given) = given else { return self.anchors.of_words(text, span) };
        let sound = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let id = if given.chars().all(sound) { given } else { slug(&given) };
        if id.is_empty() {
            return self.anchors.of_words(text, span);
        }
        self.claim(&id, span);
        id
    }

    fn second_title(&mut self, text: &str, range: &Range<usize>) {
        let place = self.place(range);
        let start = place.span.start as usize;
        let written = self.markdown.file.get(start..).unwrap_or_default();
        let fix = written.starts_with('#').then(|| Span::new(start, start));
        self.problems.push(Problem::second_title(text, &place, fix));
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let word = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        };
        self.opening(&format!("<div class=\"alert {word}\" role=\"note\">\n<p><strong>"));
        self.out.part(Part::Word(word.to_owned()));
        self.out.html("</strong></p>\n");
    }

    // A block of code scrolls sideways, so the keyboard must reach it.
    fn code(&mut self, kind: &CodeBlockKind<'_>) {
        self.opening("<pre tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split(' ').next().filter(|it| !it.is_empty())
        {
            self.out.html(" class=\"language-");
            self.out.attribute(language);
            self.out.html("\"");
        }
        self.out.html(">");
    }

    // A wide table scrolls in a region of its own, named after its columns.
    fn start_table(&mut self, alignment: &[Alignment]) {
        self.opening("<div class=\"table\" tabindex=\"0\"");
        let start = Some((self.out.mark(), self.out.text.len()));
        self.table = Table { alignment: alignment.to_vec(), start, ..Table::default() };
        self.out.html("><table>");
    }

    fn start_row(&mut self, in_head: bool) {
        self.out.html(if in_head { "<thead><tr>" } else { "<tr>" });
        self.table.column = 0;
        self.table.in_head = in_head;
    }

    fn start_cell(&mut self) {
        let class = match self.table.alignment.get(self.table.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            _ => "",
        };
        self.table.column += 1;
        self.out.html(if self.table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.html(class);
        self.out.html(">");
    }

    fn end_head(&mut self) {
        self.out.html("</tr></thead><tbody>\n");
        let Some((mark, from)) = self.table.start.take() else { return };
        let columns: Vec<&str> = self.out.text[from..].split_terminator('\n').collect();
        let columns = columns.join(", ");
        if !columns.is_empty() {
            let mut name = " role=\"region\" aria-label=\"".to_owned();
            escape::attribute(&columns, &mut name);
            name.push('"');
            self.out.insert(mark, &name);
        }
    }
}
