//! A part of a site, for builds that share the work. Which files belong to a part follows
//! from their paths alone: a file more or less moves no other.

use std::{fmt, str::FromStr};

use serde::Serialize;

use crate::key::Key;

/// Which part of a site, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Part {
    /// From 1.
    number: u32,
    of: u32,
}

/// A part of one site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Shard {
    /// Which part.
    pub part: Part,
    /// The key of all the site is made from: parts with equal keys make a whole.
    pub site: Key,
}

impl Part {
    /// Whether the file at `path` belongs to it.
    pub fn has(self, path: &str) -> bool {
        let number = Key::of_bytes(path.as_bytes()).remainder(self.of);
        number + 1 == self.number
    }

    /// Whether it is a part of as many as another one.
    pub fn is_beside(self, other: Self) -> bool {
        self.of == other.of
    }

    /// All parts that make a whole with it.
    pub fn all(self) -> impl Iterator<Item = Self> {
        (1..=self.of).map(move |number| Self { number, of: self.of })
    }
}

impl FromStr for Part {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let numbers = text.split_once('/');
        let read = |text: &str| text.parse().ok();
        let read = numbers.and_then(|it| Some((read(it.0)?, read(it.1)?)));
        let (number, of) = read.ok_or("write it like `2/4`: the second of four")?;
        if (1..=of).contains(&number) {
            Ok(Self { number, of })
        } else {
            Err("the parts are counted from 1: the last of four is `4/4`")
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_belongs_to_one_part() {
        let first: Part = "1/3".parse().unwrap();
        for path in (0..100).map(|n| format!("news/{n}/index.html")) {
            assert_eq!(first.all().filter(|it| it.has(&path)).count(), 1);
        }
        assert!(first.all().map(|it| it.to_string()).eq(["1/3", "2/3", "3/3"]));
    }

    #[test]
    fn parts_are_counted_from_one() {
        for wrong in ["", "1", "0/4", "5/4", "1/0", "a/b", "1/2/3"] {
            assert!(Part::from_str(wrong).is_err(), "{wrong}");
        }
    }
}
