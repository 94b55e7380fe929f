//! What the reference data calls the countries.

use std::sync::Arc;

use super::{CODE, NAME, fold};
use crate::reference::{Countries, Country, CountryId};

/// All names and codes of the reference data, folded.
#[derive(Clone, Debug)]
pub struct CountryNames {
    countries: Arc<Countries>,
    /// By name.
    sorted: Vec<(String, u8, CountryId)>,
    /// Of each country.
    own: Vec<Vec<(String, u8)>>,
}

impl CountryNames {
    /// Collects the names (about 3,000, in about 1 ms).
    pub fn new(countries: &Arc<Countries>) -> Self {
        let own: Vec<_> = countries.iter().map(|(_, it)| names(it)).collect();
        let country = |(id, names): (u16, &Vec<(String, u8)>)| {
            let name = |(text, rank): &(String, u8)| (text.clone(), *rank, CountryId(id));
            names.iter().map(name).collect::<Vec<_>>()
        };
        let mut sorted: Vec<_> = (0..).zip(&own).flat_map(country).collect();
        sorted.sort();
        Self { countries: countries.clone(), sorted, own }
    }

    /// The one country of a name or code.
    pub fn find(&self, text: &str) -> Option<CountryId> {
        let text = fold(text);
        let start = self.sorted.partition_point(|it| it.0 < text);
        let equal = self.sorted[start..].iter().take_while(|it| it.0 == text);
        let mut ids = equal.map(|it| it.2);
        let first = ids.next()?;
        ids.all(|it| it == first).then_some(first)
    }

    /// The names and codes of a country, each with its rank.
    pub(super) fn of(&self, id: CountryId) -> Vec<(String, u8)> {
        self.own[usize::from(id.0)].clone()
    }

    /// The alpha-2 code of a country in lower case.
    pub fn code(&self, id: CountryId) -> String {
        self.countries.get(id).iso2.to_lowercase()
    }
}

fn names(country: &Country) -> Vec<(String, u8)> {
    let codes = [country.iso2, country.iso3, country.m49].map(|it| (fold(it), CODE));
    let names = country.names().into_iter().chain(country.aliases.iter().copied());
    codes.into_iter().chain(names.map(|it| (fold(it), NAME))).collect()
}
