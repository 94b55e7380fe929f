//! The limits of a YAML text, found before the parser sees it: 64 KB and 32 levels.
//!
//! Levels are counted by a walk over the lines that knows indentation, hyphens, brackets,
//! quotes and block texts, and nothing else of YAML.

use super::Yaml;
use crate::problem::Problem;

const BYTES: usize = 64 * 1024;
const LEVELS: usize = 32;

/// The problem of a text that exceeds a limit.
pub fn exceeded(yaml: &Yaml<'_>) -> Option<Problem> {
    let text = yaml.text();
    let start = yaml.part.start;
    if text.len() > BYTES {
        let line = text.find(['\r', '\n']).unwrap_or(0).min(BYTES);
        return Some(Problem::too_long(&yaml.place(start, start + line), text.len()));
    }
    let at = start + too_deep(text)?;
    Some(Problem::too_deep(&yaml.place(at, at + 1)))
}

/// Where the level begins that is one too many.
fn too_deep(text: &str) -> Option<usize> {
    let mut walk = Walk::default();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if let Some(at) = walk.line(line) {
            return Some(offset + at);
        }
        offset += line.len();
    }
    None
}

/// How long the text in quotes is that `text` begins with, its quotes included. None where
/// it begins with no quote, or the quote does not end.
pub fn quoted_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.first().filter(|it| matches!(it, b'"' | b'\''))?;
    let mut walk = Walk { quote: Some(quote), ..Walk::default() };
    let mut at = 1;
    while walk.quote.is_some() && at < bytes.len() {
        at += walk.in_quote(bytes, at);
    }
    walk.quote.is_none().then_some(at)
}

#[derive(Default)]
struct Walk {
    indents: Vec<usize>,
    brackets: usize,
    quote: Option<u8>,
    // Lines further in than this belong to a block text.
    block: Option<usize>,
}

impl Walk {
    fn line(&mut self, line: &str) -> Option<usize> {
        let bytes = line.as_bytes();
        let mut at = bytes.iter().take_while(|it| **it == b' ').count();
        if self.brackets > 0 || self.quote.is_some() {
            return self.rest(bytes, 0);
        }
        if line.trim().is_empty() || bytes.get(at) == Some(&b'#') {
            return None;
        }
        if self.block.is_some_and(|block| at > block) {
            return None;
        }
        self.block = None;
        self.indents.retain(|indent| *indent < at);
        self.indents.push(at);
        while bytes[at..].starts_with(b"- ") {
            at += 2;
            at += bytes[at..].iter().take_while(|it| **it == b' ').count();
            self.indents.push(at);
        }
        if self.indents.len() > LEVELS {
            return Some(at.min(bytes.len() - 1));
        }
        let deep = self.rest(bytes, at);
        if self.brackets == 0 && self.quote.is_none() && ends_in_block(line) {
            self.block = self.indents.last().copied();
        }
        deep
    }

    fn rest(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut fresh = true;
        let mut at = from;
        while let Some(byte) = bytes.get(at) {
            if self.quote.is_some() {
                at += self.in_quote(bytes, at);
                continue;
            }
            match byte {
                b'"' | b'\'' if fresh => self.quote = Some(*byte),
                b'[' | b'{' if fresh || self.brackets > 0 => self.brackets += 1,
                b']' | b'}' => self.brackets = self.brackets.saturating_sub(1),
                b'#' if at == 0 || bytes[at - 1].is_ascii_whitespace() => return None,
                _ => {}
            }
            if self.indents.len() + self.brackets > LEVELS {
                return Some(at);
            }
            fresh = match byte {
                b' ' => fresh || (at > 0 && bytes[at - 1] == b':'),
                b'[' | b'{' | b',' | b':' => self.brackets > 0,
                _ => false,
            };
            at += 1;
        }
        None
    }

    // How many bytes to go on by; ends the quote where it ends.
    fn in_quote(&mut self, bytes: &[u8], at: usize) -> usize {
        let Some(quote) = self.quote else { return 1 };
        let next = bytes.get(at + 1);
        match bytes[at] {
            b'\\' if quote == b'"' => 2,
            b'\'' if quote == b'\'' && next == Some(&b'\'') => 2,
            byte if byte == quote => {
                self.quote = None;
                1
            }
            _ => 1,
        }
    }
}

// A line that ends in `|` or `>`, with or without `+`, `-`, a digit and a comment.
fn ends_in_block(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or(line).trim_end();
    let head =
        line.trim_end_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    head.strip_suffix(['|', '>']).is_some_and(|it| it.ends_with([' ', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_nest_is_counted() {
        let lines: String =
            (0..40).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
        let deep = [
            lines,
            format!("a: {}x{}", "[".repeat(40), "]".repeat(40)),
            format!("a: {}", "{a: ".repeat(40)),
            format!("{}x", "- ".repeat(40)),
            format!("a: [\n{}", "[\n".repeat(40)),
        ];
        for text in deep {
            assert!(too_deep(&text).is_some(), "{text}");
        }
    }

    #[test]
    fn brackets_in_texts_are_no_levels() {
        let flat = [
            format!("a: \"{}\"", "[".repeat(40)),
            format!("a: 'it''s {}'", "[".repeat(40)),
            format!("a: text {}", "[".repeat(40)),
            format!("a: |\n  {}\nb: [[c]]", "[".repeat(40)),
            format!("a: b # {}", "[".repeat(40)),
            "- a: [x]\n- b: {y: z}\n".repeat(40),
        ];
        for text in flat {
            assert_eq!(too_deep(&text), None, "{text}");
        }
    }
}
