//! What an entry can share with others, and what each of it weighs.

use crate::site::{EntryId, Site};

/// The relations that count: field, name of the reason, weight where none is set.
const RELATIONS: [(&str, &str, f64); 4] = [
    ("countries", "country", 1.0),
    ("topics", "topic", 1.0),
    ("organisations", "organisation", 0.5),
    ("people", "person", 0.7),
];
/// The weight of a shared story, where none is set.
const STORY: f64 = 3.0;
/// What a wider topic weighs beside the topic itself.
const WIDER: f64 = 0.5;

/// Something that an entry shares with others.
pub(super) struct Signal<'a> {
    /// `story country topic organisation person`.
    pub(super) kind: &'static str,
    /// The name of the story, or the id of what is shared.
    pub(super) value: &'a str,
    /// What sharing it adds to a score.
    pub(super) weight: f64,
    /// Who else has it, sorted by date; newest first, but for a story.
    pub(super) holders: &'a [EntryId],
}

/// All signals of a news entry, in a fixed order.
pub(super) fn of(site: &Site, id: EntryId) -> Vec<Signal<'_>> {
    let total = site.news[usize::from(site.entry(id).lang.0)].len();
    let mut signals = Vec::new();
    if let Some((value, holders)) = site.story(id) {
        let weight = weight(site, "story", STORY) * rarity(total, holders.len());
        signals.push(Signal { kind: "story", value, weight, holders });
    }
    for (field, kind, standard) in RELATIONS {
        let weight = weight(site, field, standard);
        for (target, share) in targets(site, id, field) {
            let holders = holders(site, id, field, target);
            let weight = weight * share * rarity(total, holders.len());
            let value = &*site.entry(target).id;
            signals.push(Signal { kind, value, weight, holders });
        }
    }
    signals
}

fn weight(site: &Site, name: &str, standard: f64) -> f64 {
    site.config.related.weights.get(name).copied().unwrap_or(standard)
}

/// What a relation leads to, wider topics included, each with the share it counts.
fn targets(site: &Site, id: EntryId, field: &str) -> Vec<(EntryId, f64)> {
    let own = site.related_by(id, field);
    let mut targets: Vec<_> = own.iter().map(|it| (*it, 1.0)).collect();
    let mut next = 0;
    // The list grows by each parent that is not in it yet, so that circles end.
    while let Some((target, _)) = targets.get(next).copied() {
        next += 1;
        for parent in
            site.related_by(target, "parent").iter().filter(|_| field == "topics")
        {
            if targets.iter().all(|it| it.0 != *parent) {
                targets.push((*parent, WIDER));
            }
        }
    }
    targets
}

fn holders<'a>(
    site: &'a Site,
    id: EntryId,
    field: &str,
    target: EntryId,
) -> &'a [EntryId] {
    let ty = site.config.schema.get(site.entry(id).ty);
    let inverse = ty.field(field).and_then(|it| it.inverse.as_ref());
    inverse.map_or(&[], |it| site.inverse_of(target, &it.name))
}

/// How much it says that two of `total` entries share what `holders` of them have; never
/// below 0, and near 0 for what all have.
#[expect(clippy::cast_precision_loss, reason = "no site has 2^52 entries")]
fn rarity(total: usize, holders: usize) -> f64 {
    let (total, holders) = (total.max(holders) as f64, holders as f64);
    (1.0 + (total - holders + 0.5) / (holders + 0.5)).ln()
}
