//! Nodes of JSON-LD, written as the text that stands in a page: nothing empty in them, and
//! nothing that could end a `<script>`.

use std::fmt::Write as _;

/// A node in the making: its text without the closing brace.
#[derive(Debug)]
pub struct Node(String);

/// What a property of a node may be.
pub trait Property {
    /// Adds its JSON; says no, and adds nothing, where it is empty.
    fn put(&self, out: &mut String) -> bool;
}

impl Node {
    /// A node of a type.
    pub fn of(ty: &str) -> Self {
        Self::bare().with("@type", ty)
    }

    /// A node that stands elsewhere.
    pub fn reference(id: &str) -> Self {
        Self::bare().with("@id", id)
    }

    /// A node without a type.
    pub fn bare() -> Self {
        Self("{".to_owned())
    }

    /// The node with a property more, unless that is empty. `key` is printed as it is.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Property) -> Self {
        let text = &mut self.0;
        let before = text.len();
        text.push_str(if before > 1 { ",\"" } else { "\"" });
        text.push_str(key);
        text.push_str("\":");
        if !value.put(text) {
            text.truncate(before);
        }
        self
    }

    /// The whole node.
    pub fn text(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

impl Property for Node {
    fn put(&self, out: &mut String) -> bool {
        out.push_str(&self.0);
        out.push('}');
        true
    }
}

impl Property for str {
    fn put(&self, out: &mut String) -> bool {
        out.push('"');
        escape(self, out);
        out.push('"');
        !self.is_empty()
    }
}

impl Property for String {
    fn put(&self, out: &mut String) -> bool {
        self.as_str().put(out)
    }
}

impl Property for usize {
    fn put(&self, out: &mut String) -> bool {
        write!(out, "{self}").is_ok()
    }
}

impl Property for u32 {
    fn put(&self, out: &mut String) -> bool {
        write!(out, "{self}").is_ok()
    }
}

impl<T: Property + ?Sized> Property for &T {
    fn put(&self, out: &mut String) -> bool {
        (*self).put(out)
    }
}

impl<T: Property> Property for Option<T> {
    fn put(&self, out: &mut String) -> bool {
        self.as_ref().is_some_and(|it| it.put(out))
    }
}

impl<T: Property> Property for Vec<T> {
    fn put(&self, out: &mut String) -> bool {
        out.push('[');
        for (at, item) in self.iter().enumerate() {
            out.push_str(if at > 0 { "," } else { "" });
            item.put(out);
        }
        out.push(']');
        !self.is_empty()
    }
}

// Besides what JSON asks for (RFC 8259, section 7): `<`, `>`, `&` and the two line ends that
// JavaScript knows and JSON does not.
fn escape(text: &str, out: &mut String) {
    if is_plain(text) {
        return out.push_str(text);
    }
    let mut from = 0;
    for (at, c) in text.char_indices().filter(|it| is_special(it.1)) {
        out.push_str(&text[from..at]);
        escape_char(c, out);
        from = at + c.len_utf8();
    }
    out.push_str(&text[from..]);
}

fn is_special(c: char) -> bool {
    matches!(c, '"' | '\\' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}') || c < '\u{20}'
}

// Nearly no text has any of them; those of another script are looked at one by one.
fn is_plain(text: &str) -> bool {
    let plain = |it: u8| {
        (0x20..0x7f).contains(&it) & !matches!(it, b'"' | b'\\' | b'<' | b'>' | b'&')
    };
    text.bytes().fold(true, |all, it| all & plain(it))
}

fn escape_char(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ => drop(write!(out, "\\u{:04x}", u32::from(c))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn nothing_empty_is_written() {
        let empty: Vec<Node> = Vec::new();
        let node = Node::of("Thing")
            .with("@id", "y")
            .with("a", None::<&str>)
            .with("b", "")
            .with("c", empty)
            .with("d", 0_usize)
            .with("e", vec![Node::reference("x"), Node::reference("z")]);
        let expected = json!({ "@type": "Thing", "@id": "y", "d": 0,
            "e": [{ "@id": "x" }, { "@id": "z" }] });
        let value: Value = serde_json::from_str(&node.text()).unwrap();
        assert_eq!(value, expected);
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_and_cannot_end_a_script(text: String) {
            let node = Node::bare().with("x", format!("{text}</script>\u{2028}&")).text();
            let special = node.contains(['<', '>', '&', '\u{2028}']);
            prop_assert!(!special);
            let value: Value = serde_json::from_str(&node).unwrap();
            prop_assert_eq!(&value["x"], &json!(format!("{text}</script>\u{2028}&")));
        }
    }
}
