//! What stands in a line of text: links, pictures, raw HTML.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{
    BlockKind, BodyImage, BodyLink, LinkTo, Part,
    buffer::Mark,
    links::{self, Target},
    raw::{self, Where},
    write::{Located, Writer},
};
use crate::{
    problem::Problem,
    span::{Place, Span, Spanned},
};

/// A link that has begun.
pub struct OpenLink {
    /// Whether its text is the title of its target.
    pub shows_title: bool,
    // Whether there is an `<a>` to close.
    written: bool,
    start: Mark,
}

/// A tag of raw HTML that has begun.
pub struct OpenTag {
    name: String,
    written: String,
    mark: Mark,
    depth: usize,
    range: Range<usize>,
}

/// A caption, and who made the picture: what stands behind a bar at its end.
fn credited(caption: &str) -> (&str, Option<&str>) {
    let parts =
        caption.rsplit_once('|').map(|(text, credit)| (text.trim(), credit.trim()));
    let named = parts.filter(|(text, credit)| !text.is_empty() && !credit.is_empty());
    named.map_or((caption, None), |(text, credit)| (text, Some(credit)))
}

/// Whether a paragraph holds one picture and nothing else.
pub fn is_figure(events: &[Located<'_>]) -> bool {
    let image =
        events.get(1).is_some_and(|it| matches!(it.0, Event::Start(Tag::Image { .. })));
    let end = image.then(|| 1 + length(&events[1..]));
    let next = end.and_then(|end| events.get(end));
    next.is_some_and(|it| matches!(it.0, Event::End(TagEnd::Paragraph)))
}

// How many events belong to the element that the first one begins.
fn length(events: &[Located<'_>]) -> usize {
    let mut depth = 0_usize;
    for (at, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    events.len()
}

impl<'a> Writer<'a> {
    pub(super) fn link(
        &mut self,
        kind: LinkType,
        address: &str,
        title: &str,
        range: &Range<usize>,
    ) {
        let span = self.address_span(kind, address, range);
        let mut shows_title = false;
        let written = match self.target(kind, address) {
            Target::Site(to, anchor) => {
                shows_title = matches!(kind, LinkType::WikiLink { has_pothole: false });
                let ordinal = self.site_link(to, anchor, span);
                self.out.html("<a href=\"");
                self.out.part(Part::Href(ordinal));
                self.end_of_opening(title);
                if shows_title {
                    self.out.part(Part::Title(ordinal));
                }
                true
            }
            target @ (Target::Out | Target::Person) => {
                self.foreign_link(kind, address, title);
                if target == Target::Out {
                    self.body.external.push(Spanned { value: address.to_owned(), span });
                }
                true
            }
            target => {
                self.refuse(&target, span);
                false
            }
        };
        let start = self.out.mark();
        self.links.push(OpenLink { shows_title, written, start });
    }

    pub(super) fn end_link(&mut self, range: &Range<usize>) {
        let Some(link) = self.links.pop() else { return };
        if !link.written {
            return;
        }
        if self.out.is_at(link.start) && !link.shows_title {
            let place = self.place(range);
            self.problems.push(Problem::no_link_text(&place));
        }
        self.out.html("</a>");
    }

    fn target(&self, kind: LinkType, address: &str) -> Target {
        match kind {
            LinkType::WikiLink { .. } => {
                links::wiki(address, self.markdown.reading.schema)
            }
            LinkType::Email => Target::Person,
            _ => links::target(address, self.markdown.folder()),
        }
    }

    fn site_link(&mut self, to: LinkTo, anchor: Option<String>, span: Span) -> u32 {
        let count = u32::try_from(self.body.links.len()).unwrap_or(u32::MAX);
        let ordinal = self.markdown.first.saturating_add(count);
        self.body.links.push(BodyLink { to, anchor, span, ordinal });
        ordinal
    }

    fn foreign_link(&mut self, kind: LinkType, address: &str, title: &str) {
        self.out.html("<a href=\"");
        if kind == LinkType::Email {
            self.out.html("mailto:");
        }
        self.out.address(address);
        self.end_of_opening(title);
    }

    fn end_of_opening(&mut self, title: &str) {
        if !title.is_empty() {
            self.out.html("\" title=\"");
            self.out.attribute(title);
        }
        self.out.html("\">");
    }

    fn refuse(&mut self, target: &Target, span: Span) {
        let place = self.place_of(span);
        self.problems.push(match target {
            Target::Refused(scheme) => Problem::scheme(scheme, &place),
            _ => Problem::no_address(&place),
        });
    }

    fn place_of(&self, span: Span) -> Place {
        Place { path: self.markdown.path.clone(), span }
    }

    // Where the address of a link is written; the whole link, where that is elsewhere.
    fn address_span(&self, kind: LinkType, address: &str, range: &Range<usize>) -> Span {
        let text = self.markdown.text().get(range.clone()).unwrap_or_default();
        let from = match kind {
            LinkType::Inline => text.rfind("](").map(|it| it + 2),
            LinkType::WikiLink { .. } => text.find("[[").map(|it| it + 2),
            LinkType::Autolink | LinkType::Email => Some(1),
            _ => None,
        };
        let at = from.and_then(|from| Some(from + text.get(from..)?.find(address)?));
        match at.filter(|_| !address.is_empty()) {
            Some(at) => self.span(&(range.start + at..range.start + at + address.len())),
            None => self.span(range),
        }
    }

    /// Writes a picture; gives how many events belong to it.
    pub(super) fn image(&mut self, events: &[Located<'a>]) -> usize {
        let used = length(events);
        if let Some(image) = self.read_image(&events[..used]) {
            self.write_image(&image, true);
        }
        used
    }

    /// Writes a paragraph that is one picture; gives how many events belong to it.
    pub(super) fn figure(&mut self, events: &[Located<'a>]) -> usize {
        let used = length(events);
        self.out.end_of_block();
        self.out.line();
        if let Some(image) = self.read_image(&events[1..used - 1]) {
            self.out.html("<figure>");
            self.write_image(&image, false);
            image.caption.iter().for_each(|it| self.caption(it));
            self.out.html("</figure>\n");
            self.out.end_of_block();
        }
        if self.depth == 0 {
            self.block(BlockKind::Other, &events[0].1);
        }
        used
    }

    fn caption(&mut self, caption: &str) {
        let (caption, credit) = credited(caption);
        self.out.html("<figcaption>");
        self.out.words(caption);
        if let Some(credit) = credit {
            self.out.words(" ");
            self.out.html("<span class=\"credit\">");
            self.out.words(credit);
            self.out.html("</span>");
        }
        self.out.html("</figcaption>");
    }

    fn read_image(&mut self, events: &[Located<'a>]) -> Option<BodyImage> {
        let (Event::Start(Tag::Image { link_type, dest_url, title, .. }), range) =
            &events[0]
        else {
            return None;
        };
        let span = self.address_span(*link_type, dest_url, range);
        let target = match link_type {
            LinkType::WikiLink { .. } => links::target(dest_url, self.markdown.folder()),
            _ => self.target(*link_type, dest_url),
        };
        match target {
            Target::Site(to, anchor) => {
                let image = BodyImage {
                    alt: alt(*link_type, &events[1..]),
                    caption: Some(title.to_string()).filter(|it| !it.is_empty()),
                    span: self.span(range),
                    ordinal: self.site_link(to, anchor, span),
                };
                self.body.images.push(image.clone());
                Some(image)
            }
            Target::Out => {
                let place = self.place_of(span);
                self.problems.push(Problem::distant_picture(&place));
                None
            }
            target => {
                self.refuse(&target, span);
                None
            }
        }
    }

    fn write_image(&mut self, image: &BodyImage, with_title: bool) {
        self.out.html("<img ");
        self.out.part(Part::Picture(image.ordinal));
        self.out.html(" alt=\"");
        self.out.attribute(&image.alt);
        if let Some(caption) = image.caption.as_ref().filter(|_| with_title) {
            self.out.html("\" title=\"");
            self.out.attribute(caption);
        }
        self.out.html("\" loading=\"lazy\" decoding=\"async\">");
    }

    /// Writes a tag of raw HTML, or shows it as text.
    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        match raw::tag(html, Where::Line) {
            Some(raw::Tag::Comment) => {}
            Some(raw::Tag::Open { name, void, id }) => {
                let mark = self.out.mark();
                self.out.html(html);
                if let Some(id) = id {
                    self.claim(id, self.span(range));
                }
                if !void {
                    let (name, written) = (name.to_owned(), html.to_owned());
                    let (depth, range) = (self.depth, range.clone());
                    self.tags.push(OpenTag { name, written, mark, depth, range });
                }
            }
            Some(raw::Tag::Close(name))
                if self
                    .tags
                    .last()
                    .is_some_and(|it| it.name == name && it.depth == self.depth) =>
            {
                self.tags.pop();
                self.out.html(html);
            }
            Some(raw::Tag::Close(_)) => {
                self.show_html(html, range, "closes nothing that was opened before it");
            }
            None => self.show_html(html, range, "not one of the tags that are allowed"),
        }
    }

    fn show_html(&mut self, html: &str, range: &Range<usize>, why: &'static str) {
        self.out.words(html);
        let place = self.place(range);
        self.problems.push(Problem::raw_html(html, &place, why));
    }

    /// Turns tags into text that were opened at this depth or deeper and not closed.
    pub(super) fn close_tags(&mut self, depth: usize) {
        while let Some(tag) = self.tags.pop_if(|it| it.depth >= depth) {
            let mut shown = String::new();
            super::escape::text(&tag.written, &mut shown);
            self.out.replace(tag.mark, tag.written.len(), &shown);
            let place = self.place(&tag.range);
            let why = "not closed where it was opened";
            self.problems.push(Problem::raw_html(&tag.written, &place, why));
        }
    }

    /// Takes an anchor that the editor gave.
    pub(super) fn claim(&mut self, id: &str, span: Span) {
        if let Err(first) = self.anchors.claim(id, span) {
            let place = self.place_of(span);
            self.problems.push(Problem::same_anchor(id, &place, first));
        }
    }
}

// The text of a picture without markup. `![[photo.jpg]]` has none of its own.
fn alt(kind: LinkType, events: &[Located<'_>]) -> String {
    let mut alt = String::new();
    if matches!(kind, LinkType::WikiLink { has_pothole: false }) {
        return alt;
    }
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) => alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            _ => {}
        }
    }
    alt
}
