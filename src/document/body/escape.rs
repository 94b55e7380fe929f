//! Text as HTML. Control characters, which HTML does not allow, become U+FFFD.

/// How many bytes are looked at in one go.
const CHUNK: usize = 32;

/// Text between tags.
pub fn text(text: &str, out: &mut String) {
    escape(text, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    });
}

/// The value of an attribute, without its quotes.
pub fn attribute(text: &str, out: &mut String) {
    escape(text, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    });
}

/// An address in an attribute: what may not stand in one is percent-encoded
/// (<https://www.rfc-editor.org/rfc/rfc3986#section-2>).
pub fn address(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-_.!~*();/?:@=+$,#%".contains(&byte) => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

fn escape(text: &str, out: &mut String, entity: impl Fn(u8) -> Option<&'static str>) {
    if !text.as_bytes().chunks(CHUNK).any(has_special) {
        out.push_str(text);
        return;
    }
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let instead = match byte {
            b'\t' | b'\n' | b'\r' => None,
            0..=0x1f | 0x7f => Some("\u{fffd}"),
            _ => entity(byte),
        };
        if let Some(instead) = instead {
            out.push_str(&text[from..at]);
            out.push_str(instead);
            from = at + 1;
        }
    }
    out.push_str(&text[from..]);
}

// Written so that a chunk is looked at in a few instructions.
fn has_special(chunk: &[u8]) -> bool {
    let special = |it: u8| (it < 0x20) | matches!(it, b'&' | b'<' | b'>' | b'"' | 0x7f);
    chunk.iter().fold(false, |found, it| found | special(*it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(write: impl Fn(&str, &mut String), input: &str) -> String {
        let mut out = String::new();
        write(input, &mut out);
        out
    }

    #[test]
    fn nothing_of_a_text_is_markup() {
        let input = "<a b=\"c\">&\u{1}é\n";
        assert_eq!(with(text, input), "&lt;a b=\"c\"&gt;&amp;\u{fffd}é\n");
        assert_eq!(with(attribute, input), "&lt;a b=&quot;c&quot;&gt;&amp;\u{fffd}é\n");
        assert_eq!(with(address, "/a b?c&d='é'"), "/a%20b?c&amp;d=&#39;%C3%A9&#39;");
    }
}
