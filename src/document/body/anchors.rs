//! The anchors of a text: each once.

use std::collections::BTreeMap;

use crate::{document::slug::slug, span::Span};

// The name that every page gives to its main part.
const MAIN: &str = "main";

/// The anchors given so far.
#[derive(Debug)]
pub struct Anchors {
    taken: BTreeMap<String, (Span, usize)>,
    /// All of them, in order.
    pub list: Vec<String>,
}

impl Anchors {
    /// No anchors but those that pages need themselves.
    pub fn new() -> Self {
        let taken = BTreeMap::from([(MAIN.to_owned(), (Span::default(), 1))]);
        Self { taken, list: Vec::new() }
    }

    /// An anchor made of the words of a heading; a number makes it unique.
    pub fn of_words(&mut self, words: &str, span: Span) -> String {
        let base = Some(slug(words)).filter(|it| !it.is_empty());
        let base = base.unwrap_or_else(|| "section".to_owned());
        let mut id = base.clone();
        while self.taken.contains_key(&id) {
            let number = self.taken.entry(base.clone()).or_insert((span, 1));
            id = format!("{base}-{}", number.1);
            number.1 += 1;
        }
        self.take(&id, span);
        id
    }

    /// Takes an anchor that the editor gave; the place of the one before, if it is taken.
    pub fn claim(&mut self, id: &str, span: Span) -> Result<(), Span> {
        if let Some((first, _)) = self.taken.get(id) {
            return Err(*first);
        }
        self.take(id, span);
        Ok(())
    }

    /// Adds an anchor that no other can have.
    pub fn add(&mut self, id: String) {
        self.list.push(id);
    }

    fn take(&mut self, id: &str, span: Span) {
        self.taken.insert(id.to_owned(), (span, 1));
        self.list.push(id.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_unique_whatever_the_headings_say() {
        let mut anchors = Anchors::new();
        let words = ["News", "News", "News 1", "News", "Main", "?", "Été"];
        let ids: Vec<String> =
            words.iter().map(|it| anchors.of_words(it, Span::default())).collect();
        let expected =
            ["news", "news-1", "news-1-1", "news-2", "main-1", "section", "été"];
        assert_eq!(ids, expected);
        assert!(anchors.claim("news-2", Span::default()).is_err());
    }
}
