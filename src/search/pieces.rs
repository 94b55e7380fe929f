//! Sorted terms in files that a browser reads whole.

use super::postings::number;

/// How many bytes a file has at least, if it is not the last.
const SIZE: usize = 48 * 1024;

/// A file of terms. A term is written as how many bytes it shares with the one before it, how
/// many follow, those, how many bytes its postings have, and those.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// Its first term.
    pub(super) first: String,
    /// All of them.
    pub(super) bytes: Vec<u8>,
}

/// Sorted terms, each with its postings, in files.
pub(super) fn pieces<'a>(terms: impl Iterator<Item = (&'a str, Vec<u8>)>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last = "";
    for (term, postings) in terms {
        if pieces.last().is_none_or(|it| it.bytes.len() >= SIZE) {
            pieces.push(Piece { first: term.to_owned(), bytes: Vec::new() });
            last = "";
        }
        if let Some(piece) = pieces.last_mut() {
            add(&mut piece.bytes, shared(last, term), term, &postings);
        }
        last = term;
    }
    pieces
}

fn shared(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|it| it.0 == it.1).count()
}

fn add(bytes: &mut Vec<u8>, shared: usize, term: &str, postings: &[u8]) {
    number(bytes, shared as u64);
    number(bytes, (term.len() - shared) as u64);
    bytes.extend_from_slice(&term.as_bytes()[shared..]);
    number(bytes, postings.len() as u64);
    bytes.extend_from_slice(postings);
}
