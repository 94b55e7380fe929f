//! An index that a reader's browser searches by itself: small files, of which a query needs a
//! few. Knows texts and weights, no entry and no page. Its other half is `search/script.js`; the
//! format of both is in [docs/search.md](../docs/search.md).

mod pieces;
mod postings;
mod words;

use std::borrow::Cow;

use rayon::prelude::*;
use serde::Serialize;

use self::{
    pieces::{Piece, pieces},
    postings::Terms,
};
use crate::key::Key;

/// What searches the index, in a browser.
const SCRIPT: &str = include_str!("search/script.js");

/// How many cards stand in a file.
const CARDS: usize = 64;

/// How many digits of its key name a file.
const DIGITS: usize = 12;

/// Terms that fewer letters have are not offered for a misspelt word.
const SPELT: usize = 4;

/// What a page is found by, and what is shown of it when it is.
pub struct Item<'a> {
    /// What is shown.
    pub card: Card<'a>,
    /// All that it is called: a search for one of these, whole, finds it before others.
    pub names: Vec<&'a str>,
    /// Makes its texts, and says how much a word in each tells of it: those of all items at
    /// once take much room.
    pub texts: Box<dyn Fn() -> Texts<'a> + Send + Sync + 'a>,
}

/// Texts of an item.
pub type Texts<'a> = Vec<(Weight, Cow<'a, str>)>;

/// What is shown of a page that was found.
#[derive(Debug, Serialize)]
pub struct Card<'a> {
    /// Its title.
    pub title: Cow<'a, str>,
    /// Its address, as pages link to it.
    pub url: String,
    /// What kind of page it is, in words.
    pub kind: Cow<'a, str>,
    /// A sentence about it; empty where there is none.
    pub summary: &'a str,
    /// Its date, for machines and in words; empty where it has none.
    pub date: (&'a str, &'a str),
    /// The tag of the language of title and summary where that is not the page's, else empty.
    pub lang: &'a str,
}

/// How much a word tells of the page it stands on, least first. The numbers stand in the
/// index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It is in the text.
    Text,
    /// It is in the sentence below the title.
    Standfirst,
    /// It is in the title.
    Title,
    /// It is in a name.
    Name,
}

/// What results can be narrowed to: those of a value in a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facet {
    /// The group: `topic`, `year`.
    pub group: &'static str,
    /// What the value is called in an address: `cybercrime`, `2020`.
    pub id: String,
    /// What readers call it.
    pub label: String,
    /// The numbers of the items that have it, in order, each once.
    pub items: Vec<u32>,
}

/// A file of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, beside the other ones.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// The key of that.
    pub key: Key,
}

/// What a browser reads first: which files there are.
#[derive(Debug, Serialize)]
struct Head {
    /// How many items there are.
    items: usize,
    /// How many cards stand in a file.
    per: usize,
    /// The files of terms.
    terms: Row,
    /// The files of the words that a misspelt one may be meant for.
    words: Row,
    /// The files of facets.
    facets: Row,
    /// The files of cards.
    cards: Vec<String>,
}

/// Files of sorted terms: the first term of each, and its name.
#[derive(Debug, Default, Serialize)]
struct Row {
    first: Vec<String>,
    name: Vec<String>,
}

/// The script that searches an index in a browser.
pub fn script() -> File {
    File::new("search.js".into(), SCRIPT.into())
}

/// The files of an index, `index.json` first. Items stand in the order in which those that
/// match equally well are shown.
pub fn files(items: &[Item], facets: &[Facet]) -> Vec<File> {
    let terms = Terms::of(items);
    let spelt = terms.spelt(SPELT).map(|it| (it, Vec::new()));
    let mut facets: Vec<_> = facets.iter().map(facet).collect();
    facets.sort();
    let facets = facets.iter().map(|it| (&*it.0, it.1.clone()));
    let mut files = Vec::new();
    let head = Head {
        items: items.len(),
        per: CARDS,
        terms: row(pieces(terms.encoded()), &mut files),
        words: row(pieces(spelt), &mut files),
        facets: row(pieces(facets), &mut files),
        cards: cards(items, &mut files),
    };
    // Two files of one name hold the same.
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files.dedup();
    files.insert(0, File::new("index.json".into(), json(&head)));
    files
}

/// A facet as a term: group, id and label, with a tab between them.
fn facet(facet: &Facet) -> (String, Vec<u8>) {
    let term = [facet.group, &facet.id, &facet.label].join("\t");
    (term, postings::encoded(facet.items.iter().map(|it| (*it, Weight::Text))))
}

fn row(pieces: Vec<Piece>, files: &mut Vec<File>) -> Row {
    let mut row = Row::default();
    for piece in pieces {
        row.first.push(piece.first);
        row.name.push(add(files, piece.bytes, "bin"));
    }
    row
}

fn cards(items: &[Item], files: &mut Vec<File>) -> Vec<String> {
    let chunk = |it: &[Item]| json(&it.iter().map(|it| &it.card).collect::<Vec<_>>());
    let made: Vec<Vec<u8>> = items.par_chunks(CARDS).map(chunk).collect();
    made.into_iter().map(|it| add(files, it, "json")).collect()
}

/// Adds a file that is named by what it holds; gives the name.
fn add(files: &mut Vec<File>, bytes: Vec<u8>, suffix: &str) -> String {
    let name = format!("{}.{suffix}", Key::of_bytes(&bytes).short(DIGITS));
    files.push(File::new(name.clone(), bytes));
    name
}

impl File {
    fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, key: Key::of_bytes(&bytes), bytes }
    }
}

fn json<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::json!(value).to_string().into_bytes()
}

#[cfg(test)]
mod tests;
