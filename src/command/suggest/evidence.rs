//! The evidence for what an entry calls for, and how much it weighs.

use std::collections::{BTreeMap, BTreeSet};

use super::texts::{Found, Name};
use crate::site::{
    EntryId, Site,
    mentions::{Named, first},
    related::{POINTS, Pins, Ranking, Wanted},
};

/// How many of the nearest entries are asked.
const NEIGHBOURS: usize = 12;

/// What all of them say together, where they agree, in names: as much as the title.
const WORTH: f64 = 3.0;

/// How many of them must have what the text does not name, and the part of their nearness
/// that those must have: one neighbour is no pattern.
const AGREED: (usize, f64) = (2, 0.25);

/// What speaks for adding something.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What.
    pub named: Named,
    /// Where the text names it.
    pub names: Vec<Name>,
    /// The nearest entries that have it, and how near they are.
    pub neighbours: Vec<(EntryId, f64)>,
    /// The nearness of all that were asked.
    asked: f64,
}

impl Evidence {
    /// How much it weighs: each name the weight of its place, times 1 + ln of how often it
    /// stands there, and what the neighbours say by their nearness.
    #[expect(clippy::cast_precision_loss, reason = "a text has few names")]
    pub fn points(&self) -> f64 {
        let name = |it: &Name| it.place.weight() * (1.0 + (it.count as f64).ln());
        self.names.iter().map(name).sum::<f64>() + WORTH * self.agreement()
    }

    /// The part of the nearness of all neighbours that those have which have it.
    fn agreement(&self) -> f64 {
        let near: f64 = self.neighbours.iter().map(|it| it.1).sum();
        if self.asked > 0.0 { near / self.asked } else { 0.0 }
    }

    fn is_enough(&self) -> bool {
        let (count, part) = AGREED;
        let agreed = self.neighbours.len() >= count && self.agreement() >= part;
        !self.names.is_empty() || agreed
    }
}

/// The entries nearest to one, whatever its editors chose, and how near they are.
pub fn neighbours(site: &Site, id: EntryId) -> Vec<(EntryId, f64)> {
    let wanted = Wanted { limit: NEIGHBOURS, pins: Pins::Overruled, ..Wanted::of(site) };
    let near = Ranking::some(site).list(id, wanted).list;
    near.iter().map(|it| (it.entry, f64::from(it.score) / POINTS)).collect()
}

/// What speaks for each thing that a field of an entry could have more, that with the most
/// first: for what the entry has, and for what stands above it, nothing needs to speak.
pub fn weigh(
    site: &Site,
    id: EntryId,
    (field, types): (&str, &[String]),
    (names, neighbours): (&[Found], &[(EntryId, f64)]),
) -> Vec<Evidence> {
    let held = held(site, id, field);
    let asked = neighbours.iter().map(|it| it.1).sum();
    let mut all: BTreeMap<Named, Evidence> = BTreeMap::new();
    let new =
        |named| Evidence { named, names: Vec::new(), neighbours: Vec::new(), asked };
    for found in names {
        let mut fitting = found.named.iter().filter(|it| is_of(site, **it, types));
        if let (Some(named), None) = (fitting.next(), fitting.next()) {
            let evidence = all.entry(*named).or_insert_with(|| new(*named));
            evidence.names.push(found.name.clone());
        }
    }
    for neighbour in neighbours {
        for label in site.related_by(neighbour.0, field) {
            let named = Named::Entry(first(site, *label));
            all.entry(named).or_insert_with(|| new(named)).neighbours.push(*neighbour);
        }
    }
    let fits = |it: &Evidence| it.is_enough() && !held.contains(&it.named);
    let mut all: Vec<Evidence> = all.into_values().filter(fits).collect();
    // The order of the map settles what weighs the same: that of the paths.
    all.sort_by(|a, b| b.points().total_cmp(&a.points()));
    all
}

fn is_of(site: &Site, named: Named, types: &[String]) -> bool {
    let ty = match named {
        Named::Entry(id) => site.type_name(id),
        Named::Country(_) => "country",
    };
    types.iter().any(|it| it == ty)
}

/// What a field of an entry has, all that stands above it, and the entry itself.
fn held(site: &Site, id: EntryId, field: &str) -> BTreeSet<Named> {
    let mut held = site.related_by(id, field).to_vec();
    let mut next = 0;
    // The list grows by each parent that is not in it yet, so that circles end.
    while let Some(own) = held.get(next).copied() {
        next += 1;
        for parent in site.related_by(own, "parent") {
            if !held.contains(parent) {
                held.push(*parent);
            }
        }
    }
    held.into_iter().chain([id]).map(|it| Named::Entry(first(site, it))).collect()
}
