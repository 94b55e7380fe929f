//! Character counts, as the parser has them, to bytes of the file. Knows no YAML.

/// Finds the byte offset of a character by walking from the last one asked for; the parser
/// asks nearly in order, so all walks together are about as long as the text.
#[derive(Clone, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    base: usize,
    index: usize,
    byte: usize,
    ascii: bool,
}

impl<'a> Offsets<'a> {
    /// Offsets in `text`, which begins at byte `base` of its file.
    pub fn new(text: &'a str, base: usize) -> Self {
        Self { text, base, index: 0, byte: 0, ascii: text.is_ascii() }
    }

    /// The offset in the file of the character of this index; that of the end of the text
    /// for an index beyond it.
    pub fn byte(&mut self, index: usize) -> usize {
        if self.ascii {
            return self.base + index.min(self.text.len());
        }
        if index < self.index {
            self.back(index);
        } else {
            self.forth(index);
        }
        self.base + self.byte
    }

    fn forth(&mut self, index: usize) {
        for c in self.text[self.byte..].chars().take(index - self.index) {
            self.byte += c.len_utf8();
            self.index += 1;
        }
    }

    fn back(&mut self, index: usize) {
        for c in self.text[..self.byte].chars().rev().take(self.index - index) {
            self.byte -= c.len_utf8();
            self.index -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_found_in_any_order() {
        let mut offsets = Offsets::new("añ漢x", 100);
        let found: Vec<usize> =
            [3, 0, 2, 1, 4, 9].map(|index| offsets.byte(index)).to_vec();
        assert_eq!(found, [106, 100, 103, 101, 107, 107]);
    }
}
