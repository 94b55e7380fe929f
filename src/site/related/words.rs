//! The words of a text as numbers: cut by the rules of Unicode, without case, accents and
//! endings. Knows languages, no site and no weights.
//!
//! Chinese, Japanese and Thai do without spaces: there every character is a word of its own,
//! and it is the pairs of them that tell texts apart.

use std::{
    borrow::Cow,
    hash::{BuildHasherDefault, Hasher},
    sync::Arc,
};

use snowball_stemmers_rs::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    key::hash,
    site::{EntryId, Site, fold::fold},
};

/// The words of one news entry, in the order they stand in; each a hash of its stem.
///
/// Those of many entries are kept in one piece: many small ones, made by one thread and dropped
/// by another, are not soon given back.
#[derive(Clone, Debug)]
pub(super) struct Words {
    all: Arc<[u32]>,
    /// Where they begin, and where those of the title, the standfirst and the body end.
    ends: [u32; 4],
}

impl Words {
    /// Those of some news entries.
    pub(super) fn of(site: &Site, ids: &[EntryId], reader: &mut Reader) -> Vec<Self> {
        let mut all = Vec::new();
        let ends: Vec<_> =
            ids.iter().map(|it| reader.add_entry(site, *it, &mut all)).collect();
        let all: Arc<[u32]> = all.into();
        ends.into_iter().map(|ends| Self { all: all.clone(), ends }).collect()
    }

    /// Those of the title, of the standfirst and of the body.
    pub(super) fn fields(&self) -> [&[u32]; 3] {
        let [start, title, standfirst, end] = self.ends.map(|it| it as usize);
        [start..title, title..standfirst, standfirst..end].map(|it| &self.all[it])
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        (self.ends[3] - self.ends[0]) as usize
    }
}

/// The title and the standfirst of an entry.
pub(super) fn head(site: &Site, id: EntryId) -> [&str; 2] {
    let card = &site.entry(id).card;
    [&card.title, card.standfirst.as_deref().unwrap_or_default()]
}

/// The texts of the blocks of an entry's body.
pub(super) fn blocks(site: &Site, id: EntryId) -> impl Iterator<Item = Cow<'_, str>> {
    let document = site.entry(id).document.as_deref();
    document.into_iter().flat_map(|it| it.body.text.plain())
}

/// Turns texts of one language into numbers; remembers the words it has seen.
pub(super) struct Reader {
    stemmer: Option<Stemmer>,
    known: Known,
    lower: String,
    /// Whether `ı` is the small letter of `I`, as in Turkish.
    has_dotless: bool,
}

#[expect(clippy::disallowed_types, reason = "looked up in, never gone through")]
type Known = std::collections::HashMap<u64, u32, BuildHasherDefault<Hashed>>;

impl Reader {
    /// For a language, by its BCP 47 tag; words of one without a stemmer are kept whole.
    pub(super) fn of(tag: &str) -> Self {
        let stemmer = algorithm(tag).map(Stemmer::create);
        let has_dotless = ["tr", "az"].contains(&language(tag));
        Self { stemmer, known: Known::default(), lower: String::new(), has_dotless }
    }

    /// The words of a text.
    pub(super) fn numbers(&mut self, text: &str) -> Vec<u32> {
        let mut numbers = Vec::new();
        self.add_numbers(text, &mut numbers);
        numbers
    }

    /// Adds the words of an entry to others; gives where each field of it begins and ends.
    fn add_entry(&mut self, site: &Site, id: EntryId, all: &mut Vec<u32>) -> [u32; 4] {
        let place = |all: &Vec<u32>| u32::try_from(all.len()).unwrap_or(u32::MAX);
        let [title, standfirst] = head(site, id);
        let mut ends = [place(all); 4];
        self.add_numbers(title, all);
        ends[1] = place(all);
        self.add_numbers(standfirst, all);
        ends[2] = place(all);
        blocks(site, id).for_each(|it| self.add_numbers(&it, all));
        ends[3] = place(all);
        ends
    }

    /// Adds the words of a text to others.
    fn add_numbers(&mut self, text: &str, numbers: &mut Vec<u32>) {
        numbers.extend(words(text).map(|it| self.number(it)));
    }

    /// The words of a text as they are written, in the same order.
    pub(super) fn written(text: &str) -> impl Iterator<Item = &str> {
        words(text).map(longest_part)
    }

    fn number(&mut self, word: &str) -> u32 {
        let raw = hash(word.as_bytes());
        if let Some(number) = self.known.get(&raw) {
            return *number;
        }
        let number = self.stem(word);
        self.known.insert(raw, number);
        number
    }

    #[expect(clippy::cast_possible_truncation, reason = "a hash is cut to size")]
    fn stem(&mut self, word: &str) -> u32 {
        self.lower.clear();
        let dotless = |c| match c {
            'I' if self.has_dotless => 'ı',
            'İ' if self.has_dotless => 'i',
            _ => c,
        };
        let letters = longest_part(word).chars().map(dotless);
        self.lower.extend(letters.flat_map(char::to_lowercase));
        // Stemmers know endings by their accents: these go last.
        let stem = match &self.stemmer {
            Some(stemmer) => fold(&stemmer.stem(&self.lower)),
            None => fold(&self.lower),
        };
        hash(stem.as_bytes()) as u32
    }
}

/// The words of a text by the rules of Unicode (UAX 29). No word goes on after a space, and
/// what has nothing but ASCII letters and digits between two of them is one.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\n']).flat_map(|it| {
        let plain = it.trim_matches(|c: char| c.is_ascii_punctuation() && c != '_');
        let is_one = plain.bytes().all(|it| it.is_ascii_alphanumeric());
        let one = (is_one && !plain.is_empty()).then_some(plain);
        let others = (!is_one).then(|| it.unicode_words());
        one.into_iter().chain(others.into_iter().flatten())
    })
}

/// Of `agency's`, `l'agence` and `don't` what is left without the apostrophe and the shorter
/// side of it.
fn longest_part(word: &str) -> &str {
    if !word.contains(['\'', '’']) {
        return word;
    }
    let longer = |a: &'_ str, b: &'_ str| b.len() > a.len();
    let parts = word.split(['\'', '’']);
    parts.fold("", |best, it| if longer(best, it) { it } else { best })
}

fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The Snowball algorithm (<https://snowballstem.org/algorithms/>) of a language.
fn algorithm(tag: &str) -> Option<Algorithm> {
    Some(match language(tag) {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "eo" => Algorithm::Esperanto,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fa" => Algorithm::Persian,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "st" => Algorithm::Sesotho,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "uk" => Algorithm::Ukrainian,
        "yi" => Algorithm::Yiddish,
        _ => return None,
    })
}

/// Passes on what is a hash already.
#[derive(Default)]
pub(super) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|it| self.write_u64(self.0 << 8 | u64::from(*it)));
    }

    fn write_u32(&mut self, hash: u32) {
        // The table takes a bucket from the low bits and a tag from the high ones.
        self.0 = u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn texts_are_cut_as_unicode_cuts_them(
            text in "([ab1é中_.,:;'’“”()\u{301}\u{200d}🇫🇷 \n-]|.){0,24}",
        ) {
            // A space that a mark stands on is no part of a word here.
            let expected = text.unicode_words().map(|it| it.trim_start_matches(' '));
            prop_assert!(words(&text).eq(expected), "{text:?}");
        }
    }

    #[test]
    fn forms_of_one_word_are_one() {
        for (tag, text) in [
            ("en", "investigation investigations Investigation’s INVESTIGATION"),
            ("fr", "l’enquête enquêtes d'enquête ENQUÊTE"),
            ("es", "investigación investigaciones INVESTIGACIÓN"),
            ("ar", "الكتاب كتاب"),
            ("en-GB", "fraud frauds"),
            ("xx", "Straße STRAßE"),
        ] {
            let words = Reader::of(tag).numbers(text);
            assert!(words.iter().all(|it| *it == words[0]), "{tag} {text}: {words:?}");
        }
    }

    #[test]
    fn numbers_and_acronyms_are_words() {
        assert_eq!(Reader::of("en").numbers("In 2020, EU’s 5G: 1,250.50 €").len(), 5);
    }

    #[test]
    fn scripts_without_spaces_are_cut_into_characters() {
        for (tag, text) in [("zh", "网络犯罪"), ("ja", "さいばー"), ("th", "กขคง")]
        {
            assert_eq!(Reader::of(tag).numbers(text).len(), 4, "{tag}");
        }
    }

    #[test]
    fn the_letters_of_a_word_stand_where_its_number_stands() {
        let text = "The agency’s 3 new l'agence, naïve";
        let written: Vec<_> = Reader::written(text).collect();
        assert_eq!(written, ["The", "agency", "3", "new", "agence", "naïve"]);
        assert_eq!(Reader::of("en").numbers(text).len(), written.len());
    }
}
