//! Maps of coverage: how many news name each country, on the world and on regions.
//!
//! The geometry is drawn once for all pages; a page joins what of it has no news.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    drawing::{
        Classes, Map,
        map::{DOT, Form},
    },
    key::{Key, Keyed},
    plan::context::Context,
    reference::Outlines,
    site::{EntryId, Site},
    view::{CountedLink, CoverageMap, MapClass, MapMark},
};

/// The maps that pages of a site need.
#[derive(Debug, Default)]
pub struct Maps {
    /// The world; none for a site whose news name no country.
    world: Option<Map>,
    /// The countries of regions, by their codes.
    regions: BTreeMap<Vec<&'static str>, Map>,
}

impl Maps {
    /// Draws what is needed.
    pub fn of(site: &Site) -> Self {
        let is_covered = |id: &EntryId| {
            site.entry(*id).country.is_some() && !site.inverse_of(*id, "news").is_empty()
        };
        if !site.ids().any(|id| is_covered(&id)) {
            return Self::default();
        }
        let outlines = Outlines::read();
        let regions = site.ids().filter(|id| site.is(*id, "region"));
        let mut groups: Vec<_> = regions.map(|id| members(site, id)).collect();
        groups.sort_unstable();
        groups.dedup();
        let drawn = groups.into_par_iter().filter_map(|codes| {
            let map = Map::region(&outlines, &codes)?;
            Some((codes, map))
        });
        Self { regions: drawn.collect(), world: Some(Map::world(&outlines)) }
    }
}

/// The codes of the countries of a region.
fn members(site: &Site, region: EntryId) -> Vec<&'static str> {
    let countries = site.inverse_of(region, "countries").iter();
    let countries = countries.filter_map(|id| site.entry(*id).country);
    let mut codes: Vec<_> = countries.map(|it| site.countries.get(it).m49).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// How many news name each country, on a map of the world. Counts of 0 are left out; nothing
/// where no other is.
pub fn world(cx: Context<'_>, counts: Vec<(EntryId, usize)>) -> Option<CoverageMap<'_>> {
    view(cx, cx.plan.maps.world.as_ref()?, counts)
}

/// How many news name each country of a region, on a map of it.
pub fn region(cx: Context<'_>, id: EntryId) -> Option<CoverageMap<'_>> {
    let map = cx.plan.maps.regions.get(&members(cx.site, id))?;
    view(cx, map, counts(cx, cx.site.inverse_of(id, "countries")))
}

/// How many news name each of some countries.
pub fn counts(cx: Context, countries: &[EntryId]) -> Vec<(EntryId, usize)> {
    countries.iter().map(|id| (*id, cx.news_of(*id).len())).collect()
}

fn view<'a>(
    cx: Context<'a>,
    map: &'a Map,
    mut counts: Vec<(EntryId, usize)>,
) -> Option<CoverageMap<'a>> {
    counts.retain(|it| it.1 > 0);
    cx.sort_counts(&mut counts);
    let classes = Classes::of(counts.first()?.1);
    let mut marks: Vec<MapMark> =
        counts.iter().filter_map(|it| mark(cx, map, it, &classes)).collect();
    marks.sort_by_key(|it| it.dot.is_some());
    Some(CoverageMap {
        width: map.width,
        height: map.height,
        around: Keyed { key: map.key, value: &map.backdrop },
        plain: plain(cx, map, &counts),
        marks,
        radius: DOT,
        legend: legend(&classes),
        rows: counts.into_iter().map(|it| counted(cx, it)).collect(),
    })
}

fn counted(cx: Context<'_>, (id, count): (EntryId, usize)) -> CountedLink<'_> {
    CountedLink { link: cx.list_link(id), count }
}

fn code(cx: Context, id: EntryId) -> Option<&'static str> {
    Some(cx.site.countries.get(cx.entry(id).country?).m49)
}

fn mark<'a>(
    cx: Context<'a>,
    map: &'a Map,
    &(id, count): &(EntryId, usize),
    classes: &Classes,
) -> Option<MapMark<'a>> {
    let code = code(cx, id)?;
    let (shape, dot) = match map.forms.get(code)? {
        Form::Shape(data) => (Some(data.as_str()), None),
        Form::Dot(x, y) => (None, Some((*x, *y))),
    };
    let key = map.key.with(Key::of(code));
    let shape = shape.map(|value| Keyed { key, value });
    Some(MapMark {
        link: cx.list_link(id),
        count,
        level: classes.level(count),
        shape,
        dot,
    })
}

/// The outlines of the countries without news.
fn plain(cx: Context, map: &Map, counts: &[(EntryId, usize)]) -> Keyed<String> {
    let mut covered: Vec<&str> = counts.iter().filter_map(|it| code(cx, it.0)).collect();
    covered.sort_unstable();
    let rest = map.forms.iter().filter(|it| covered.binary_search(it.0).is_err());
    let shapes = rest.filter_map(|it| match it.1 {
        Form::Shape(data) => Some(data.as_str()),
        Form::Dot(..) => None,
    });
    Keyed { key: map.key.with(Key::of(&covered)), value: shapes.collect() }
}

fn legend(classes: &Classes) -> Vec<MapClass> {
    let label = |(from, to)| {
        if from == to { format!("{from}") } else { format!("{from}–{to}") }
    };
    let labels = classes.ranges().map(label);
    (1..).zip(labels).map(|(level, label)| MapClass { level, label }).collect()
}
