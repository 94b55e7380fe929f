//! Reference data: countries of ISO 3166-1 with their codes, regions and names in four
//! languages, and the shapes of their locator globes. Knows no site.
//!
//! Data: CLDR 48 (Unicode-3.0) and Natural Earth (public domain) by way of world-atlas
//! (ISC); the licences are beside the files in `reference/data/`. Short and long forms in
//! `aliases.tsv` follow the UN's list of member states, region codes and names UN M49.

pub mod globes;
pub mod outlines;
pub mod regions;
pub mod traps;

use serde::Serialize;

pub use self::{globes::Globes, outlines::Outlines, regions::Regions};

const TERRITORIES: &str = include_str!("reference/data/territories.tsv");
const ALIASES: &str = include_str!("reference/data/aliases.tsv");

/// The languages the data has names in, in the order of its columns.
pub const LANGUAGES: [&str; 4] = ["en", "fr", "es", "ar"];

/// Index of a country in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CountryId(pub u16);

/// A country or territory of ISO 3166-1.
#[derive(Clone, Debug)]
pub struct Country {
    /// Alpha-2 code, upper case: `KR`.
    pub iso2: &'static str,
    /// Alpha-3 code, upper case: `KOR`.
    pub iso3: &'static str,
    /// Numeric code, three digits: `410`.
    pub m49: &'static str,
    /// M49 code of the region it lies in: `030`; empty for uninhabited places.
    pub subregion: &'static str,
    /// Other English names in use: `Republic of Korea`, `USA`.
    pub aliases: Vec<&'static str>,
    names: [&'static str; 4],
}

/// All countries, by alpha-2 code, and the regions they lie in.
#[derive(Clone, Debug)]
pub struct Countries {
    list: Vec<Country>,
    /// The regions of M49.
    pub regions: Regions,
}

impl Country {
    /// Its name in a language (only the tag's first part counts), in English where the
    /// data has no other.
    pub fn name(&self, tag: &str) -> &'static str {
        self.names[column(tag)]
    }

    /// Its names in all languages of the data.
    pub fn names(&self) -> [&'static str; 4] {
        self.names
    }
}

impl Countries {
    /// Reads the table (about 0.1 ms).
    pub fn read() -> Self {
        let aliases = |iso2: &str| {
            let mut rows = ALIASES.lines().filter_map(|row| row.split_once('\t'));
            rows.find(|row| row.0 == iso2).map(|row| row.1.split('|').collect())
        };
        let country = |row: &'static str| {
            let mut cells = row.split('\t');
            let mut next = || cells.next().unwrap_or_default();
            let (iso2, iso3, m49) = (next(), next(), next());
            let (continent, subregion) = (next(), next());
            Country {
                iso2,
                iso3,
                m49,
                subregion: if subregion.is_empty() { continent } else { subregion },
                aliases: aliases(iso2).unwrap_or_default(),
                names: std::array::from_fn(|_| next()),
            }
        };
        let list = TERRITORIES.lines().skip(1).map(country).collect();
        Self { list, regions: Regions::read() }
    }

    /// The country at an index.
    pub fn get(&self, id: CountryId) -> &Country {
        &self.list[usize::from(id.0)]
    }

    /// All of them, by alpha-2 code.
    pub fn iter(&self) -> impl Iterator<Item = (CountryId, &Country)> {
        (0..).map(CountryId).zip(&self.list)
    }

    /// The country of an alpha-2 code, in any case.
    pub fn of_iso2(&self, code: &str) -> Option<CountryId> {
        self.iter().find(|(_, it)| it.iso2.eq_ignore_ascii_case(code)).map(|it| it.0)
    }

    /// Whether a country lies in the region of an M49 code, directly or further up.
    pub fn lies_in(&self, country: CountryId, region: &str) -> bool {
        self.regions.within(self.get(country).subregion, region)
    }
}

/// The column of a language in the tables: that of its tag's first part, else English.
fn column(tag: &str) -> usize {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().position(|it| it.eq_ignore_ascii_case(primary)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole_and_lies_in_the_world() {
        let countries = Countries::read();
        assert_eq!(countries.iter().count(), 249);
        for (id, it) in countries.iter() {
            assert_eq!((it.iso2.len(), it.iso3.len(), it.m49.len()), (2, 3, 3), "{it:?}");
            assert!(it.names().iter().all(|name| !name.is_empty()), "{it:?}");
            let nowhere = it.subregion.is_empty();
            assert!(nowhere || countries.lies_in(id, "001"), "{it:?}");
        }
    }

    #[test]
    fn names_fall_back_to_english() {
        let countries = Countries::read();
        let kr = countries.of_iso2("kr").map(|id| countries.get(id));
        let name = |tag| kr.map(|it| it.name(tag));
        assert_eq!(name("fr-CA"), Some("Corée du Sud"));
        assert_eq!(name("de"), Some("South Korea"));
    }

    #[test]
    fn every_alias_is_of_a_country() {
        let countries = Countries::read();
        let rows = ALIASES.lines().skip(1).count();
        let with = countries.iter().filter(|(_, it)| !it.aliases.is_empty()).count();
        assert_eq!(rows, with);
    }
}
