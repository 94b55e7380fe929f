//! XML that is always well formed, whatever the text: escaped, and without the characters
//! that XML 1.0 forbids (<https://www.w3.org/TR/xml/#charsets>). Knows no format.

use std::borrow::Cow;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

/// Attributes: names and values, not escaped.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML document that is being written.
pub struct Xml(Writer<Vec<u8>>);

/// A document with one element, whose content `content` writes.
pub fn document(
    name: &str,
    attributes: Attributes,
    content: impl FnOnce(&mut Xml),
) -> Vec<u8> {
    let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 1));
    xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
    xml.element(name, attributes, content);
    let mut bytes = xml.0.into_inner();
    bytes.push(b'\n');
    bytes
}

impl Xml {
    /// An element, whose content `content` writes.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes,
        content: impl FnOnce(&mut Self),
    ) {
        self.event(Event::Start(start(name, attributes)));
        content(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element that holds a text.
    pub fn text(&mut self, name: &str, attributes: Attributes, text: &str) {
        let text = allowed(text);
        self.element(name, attributes, |xml| {
            xml.event(Event::Text(BytesText::new(&text)));
        });
    }

    #[expect(clippy::expect_used, reason = "writing to memory does not fail")]
    fn event(&mut self, event: Event) {
        self.0.write_event(event).expect("memory takes all");
    }
}

fn start<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, &*allowed(value)));
    }
    start
}

fn allowed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| is_allowed(*c)).collect())
}

// Surrogates, the only other characters that XML forbids, are no `char`.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_are_left_out() {
        let text = allowed("a\u{0}b\u{1}\u{b}c\u{fffe}\u{ffff}d\te\u{1F30D}");
        assert_eq!(text, "abcd\te\u{1F30D}");
    }

    #[test]
    fn texts_and_attributes_are_escaped() {
        let bytes = document("a", &[("b", "\"<&\u{1}>")], |xml| {
            xml.text("c", &[], "]]>&");
        });
        let expected = concat!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
            "<a b=\"&quot;&lt;&amp;&gt;\">\n <c>]]&gt;&amp;</c>\n</a>\n"
        );
        assert_eq!(String::from_utf8_lossy(&bytes), expected);
    }
}
