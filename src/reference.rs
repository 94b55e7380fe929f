//! Reference data: countries of ISO 3166-1 with their codes, regions and names in four
//! languages, and the shapes of their locator globes. Knows no site.
//!
//! Data: CLDR 48 (Unicode-3.0) and Natural Earth (public domain) by way of world-atlas
//! (ISC); the licences are beside the files in `reference/data/`.

use serde::Serialize;

/// Index of a country in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CountryId(pub u16);
