//! What entries share besides words: labels of several kinds, each kind turned into vectors.

use std::collections::{BTreeMap, BTreeSet};

use super::vectors::{Holding, Things, Vectors};
use crate::{
    schema::Type,
    site::{EntryId, Site},
};

/// What an entry's own label counts, beside one that comes with it, such as a wider topic.
const OWN: u8 = 2;
const WIDER: u8 = 1;

/// The labels of one kind that the members of an archive have.
#[derive(Debug, PartialEq)]
pub(super) struct Labels {
    /// The name of the relation, [`STORY`] or [`LINKS`].
    pub(super) signal: String,
    /// Who has which.
    pub(super) vectors: Vectors,
    names: Vec<Name>,
}

/// Running stories as a kind of label.
pub(super) const STORY: &str = "story";
/// Pages that an entry links to or that link to it, and itself, as a kind of label. Two
/// entries share one where one links to the other, where a page links to both (Small 1973,
/// "Co-citation in the scientific literature") and where both link to a page (Kessler 1963,
/// "Bibliographic coupling between scientific papers").
pub(super) const LINKS: &str = "links";

/// A label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    /// An entry of the site.
    Entry(EntryId),
    /// A running story.
    Story(String),
}

/// The labels of all kinds that members of an archive have, whose days these are.
pub(super) fn of(site: &Site, members: &[EntryId], days: &[i32]) -> Vec<Labels> {
    let kinds = kinds(site).into_iter();
    let mut all: Vec<_> = kinds.map(|it| Labels::of(site, it, members, days)).collect();
    all.retain(|it| !it.names.is_empty());
    all
}

/// The kinds there are: every relation of news, stories, links.
pub(super) fn kinds(site: &Site) -> Vec<String> {
    relations(site).chain([STORY, LINKS]).map(str::to_owned).collect()
}

/// The names of the relations of news.
pub(super) fn relations(site: &Site) -> impl Iterator<Item = &str> {
    let news = site.config.schema.named("news").map(|it| site.config.schema.get(it));
    news.into_iter().flat_map(Type::relations).map(|it| it.name.as_str())
}

/// The labels of one kind that an entry has, and how much of each.
pub(super) fn of_entry(site: &Site, id: EntryId, kind: &str) -> BTreeMap<Name, u8> {
    match kind {
        STORY => story(site, id),
        LINKS => neighbours(site, id),
        relation => targets(site, id, relation),
    }
}

impl Labels {
    fn of(site: &Site, signal: String, members: &[EntryId], days: &[i32]) -> Self {
        let mut holders: BTreeMap<Name, Vec<Holding>> = BTreeMap::new();
        for (member, id) in (0..).zip(members) {
            for (name, amount) in of_entry(site, *id, &signal) {
                holders.entry(name).or_default().push(Holding::new(member, amount));
            }
        }
        let mut things = Things::default();
        for holders in holders.values() {
            things.add(holders, 1);
        }
        let vectors = Vectors::new(days, things);
        Self { signal, vectors, names: holders.into_keys().collect() }
    }

    /// The label that a thing of the vectors is.
    pub(super) fn name(&self, thing: u32) -> &Name {
        &self.names[thing as usize]
    }
}

/// What a relation leads to, and what is above it.
fn targets(site: &Site, id: EntryId, field: &str) -> BTreeMap<Name, u8> {
    let own = site.related_by(id, field);
    let mut above = BTreeSet::new();
    let mut next = own.to_vec();
    // Each is gone up from once, so that circles end.
    while let Some(it) = next.pop() {
        let parents = site.related_by(it, "parent").iter();
        next.extend(parents.filter(|it| above.insert(**it)));
    }
    let mut labels: BTreeMap<_, _> =
        above.into_iter().map(|it| (Name::Entry(it), WIDER)).collect();
    labels.extend(own.iter().map(|it| (Name::Entry(*it), OWN)));
    labels
}

fn story(site: &Site, id: EntryId) -> BTreeMap<Name, u8> {
    let name = site.story(id).map(|it| Name::Story(it.0.to_owned()));
    name.into_iter().map(|it| (it, OWN)).collect()
}

/// The pages written in the language of an entry that it links to or that link to it, and
/// itself.
fn neighbours(site: &Site, id: EntryId) -> BTreeMap<Name, u8> {
    let linking = site.backlinks[id.0 as usize].iter().copied();
    let all = site.linked(id).chain(linking);
    let lang = site.entry(id).lang;
    let written =
        |it: &EntryId| site.entry(*it).lang == lang && !site.entry(*it).is_lent();
    let near: BTreeSet<_> = all.filter(written).collect();
    let own = (!near.is_empty()).then_some(id);
    near.into_iter().chain(own).map(|it| (Name::Entry(it), OWN)).collect()
}
