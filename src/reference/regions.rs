//! The geographic regions of UN M49 (<https://unstats.un.org/unsd/methodology/m49/>): codes,
//! what lies in what, and names in four languages.

use crate::reference::column;

const REGIONS: &str = include_str!("data/regions.tsv");

/// A region of M49.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its code, three digits: `142`.
    pub m49: &'static str,
    /// The codes of the regions it lies in; two where the M49 has two ways of dividing.
    pub within: Vec<&'static str>,
    names: [&'static str; 4],
}

/// All regions, wider ones before those within them.
#[derive(Clone, Debug)]
pub struct Regions {
    list: Vec<Region>,
}

impl Region {
    /// Its name in a language, in English where the data has no other.
    pub fn name(&self, tag: &str) -> &'static str {
        self.names[column(tag)]
    }
}

impl Regions {
    pub(super) fn read() -> Self {
        let region = |row: &'static str| {
            let mut cells = row.split('\t');
            let mut next = || cells.next().unwrap_or_default();
            Region {
                m49: next(),
                within: next().split_whitespace().collect(),
                names: std::array::from_fn(|_| next()),
            }
        };
        Self { list: REGIONS.lines().skip(1).map(region).collect() }
    }

    /// The region of a code.
    pub fn get(&self, m49: &str) -> Option<&Region> {
        self.list.iter().find(|it| it.m49 == m49)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Region> {
        self.list.iter()
    }

    /// Whether `inner` is `outer` or lies in it.
    pub fn within(&self, inner: &str, outer: &str) -> bool {
        let up = |it: &Region| it.within.iter().any(|next| self.within(next, outer));
        inner == outer && !inner.is_empty() || self.get(inner).is_some_and(up)
    }

    /// How far a region is from the world: 0 for the world itself, 1 for continents.
    pub fn depth(&self, m49: &str) -> usize {
        let up = self.get(m49).into_iter().flat_map(|it| &it.within);
        up.map(|next| self.depth(next) + 1).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use crate::reference::Countries;

    #[test]
    fn the_caribbean_is_in_two_wider_regions() {
        let regions = Countries::read().regions;
        for outer in ["029", "003", "419", "019", "001"] {
            assert!(regions.within("029", outer), "{outer}");
        }
        assert!(!regions.within("029", "005"));
        assert_eq!(regions.depth("029"), 3);
    }

    #[test]
    fn every_region_but_the_world_is_in_a_region_and_has_four_names() {
        let regions = Countries::read().regions;
        for region in regions.iter() {
            assert!(region.m49 == "001" || regions.within(region.m49, "001"));
            assert!(region.names.iter().all(|name| !name.is_empty()), "{region:?}");
        }
    }
}
