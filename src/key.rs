//! Content keys: what a value is known by between two builds. Knows nothing of what it hashes.

use std::{
    fmt,
    io::{self, Read},
};

use serde::{Deserialize, Serialize, Serializer};
use twox_hash::{XxHash3_64, XxHash3_128};

/// The XXH3-64 of some bytes, the same on every platform: for tables, where two of one hash
/// do no harm.
pub fn hash(bytes: &[u8]) -> u64 {
    XxHash3_64::oneshot(bytes)
}

/// The XXH3-128 of some bytes, the same on every platform
/// (<https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md>).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
)]
pub struct Key([u8; 16]);

impl Key {
    /// The key of nothing in particular.
    pub const NONE: Self = Self([0; 16]);

    /// The key of raw bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(XxHash3_128::oneshot(bytes).to_be_bytes())
    }

    /// The key of all bytes that a reader gives, which are never held together.
    ///
    /// # Errors
    /// When the reader fails.
    pub fn of_reader(mut reader: impl Read) -> io::Result<Self> {
        let mut key = Running::default();
        let mut buffer = vec![0; 64 << 10];
        loop {
            match reader.read(&mut buffer)? {
                0 => return Ok(key.key()),
                n => key.add(&buffer[..n]),
            }
        }
    }

    /// The key of a value: that of its postcard bytes.
    ///
    /// # Panics
    /// Never for derived `Serialize` implementations: postcard refuses only sequences of
    /// unknown length, which no view has.
    #[expect(clippy::expect_used, reason = "postcard fails on no derived type")]
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        let bytes = postcard::to_stdvec(value).expect("a view serialises");
        Self::of_bytes(&bytes)
    }

    /// The key written as 32 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 32 && text.bytes().all(|it| it.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).ok().filter(|_| digits)?;
        Some(Self(number.to_be_bytes()))
    }

    /// One key for two, order mattering.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let mut both = [0; 32];
        both[..16].copy_from_slice(&self.0);
        both[16..].copy_from_slice(&other.0);
        Self::of_bytes(&both)
    }

    /// What is left of it, taken as a number, by `n`; 0 for 0.
    pub fn remainder(self, n: u32) -> u32 {
        let rest = u128::from_be_bytes(self.0).checked_rem(u128::from(n));
        rest.and_then(|it| u32::try_from(it).ok()).unwrap_or(0)
    }

    /// The first `n` hexadecimal digits (at most 32), for names of files.
    pub fn short(self, n: usize) -> String {
        let mut text = self.to_string();
        text.truncate(n);
        text
    }
}

/// The key of bytes that come one piece after another.
#[derive(Clone, Default)]
pub struct Running(XxHash3_128);

impl Running {
    /// Adds a piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.write(piece);
    }

    /// The key of all pieces: that of the same bytes in one.
    pub fn key(&self) -> Key {
        Key(self.0.finish_128().to_be_bytes())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A value that is hashed by a key found earlier and shown to templates whole.
///
/// In a binary format (the key of a view) only the key is written, in a readable one
/// (a template's context, JSON) only the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyed<T> {
    /// What stands for the value when it is hashed.
    pub key: Key,
    /// The value itself.
    pub value: T,
}

impl<T: Serialize> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            self.value.serialize(serializer)
        } else {
            self.key.serialize(serializer)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyed_value_is_hashed_by_its_key_alone() {
        let key = Key::of_bytes(b"body");
        let (a, b) = (Keyed { key, value: "one" }, Keyed { key, value: "two" });
        assert_eq!(Key::of(&a), Key::of(&b));
        assert_eq!(serde_json::to_string(&a).ok().as_deref(), Some("\"one\""));
    }

    #[test]
    fn pieces_have_the_key_of_the_whole() {
        let mut running = Running::default();
        running.add(b"one ");
        running.add(b"two");
        assert_eq!(running.key(), Key::of_bytes(b"one two"));
        let bytes = vec![7; 100_000];
        assert_eq!(Key::of_reader(&*bytes).ok(), Some(Key::of_bytes(&bytes)));
    }

    #[test]
    fn order_matters_when_keys_are_joined() {
        let (a, b) = (Key::of_bytes(b"a"), Key::of_bytes(b"b"));
        assert_ne!(a.with(b), b.with(a));
        assert_eq!(a.short(8).len(), 8);
        assert_eq!(Key::parse(&a.to_string()), Some(a));
    }
}
