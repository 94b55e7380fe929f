//! What lies above an entry: wider topics and regions, and the regions of a country, by its
//! file, by a region's members and by the codes of M49.

use super::{EntryId, Lists, Site, list, trees};
use crate::reference::CountryId;

/// Gives every country whose file names no region the narrowest one that its M49 code lies
/// in, if the site has such a region.
pub(super) fn add_known(site: &Site, forward: &mut [Lists]) {
    let regions = coded(site);
    for id in site.ids() {
        let lists = &mut forward[id.0 as usize];
        let Some(country) = site.entry(id).country else { continue };
        if !list(lists, "region").is_empty() {
            continue;
        }
        let depth = |it: &EntryId| site.countries.regions.depth(code(site, *it));
        let narrowest = around(site, id, country, &regions).max_by_key(depth);
        lists.extend(narrowest.map(|it| ("region".into(), vec![it])));
    }
}

/// For each entry, what lists its news too: wider topics and regions for those, all regions
/// for a country.
pub(super) fn above(site: &Site, forward: &[Lists]) -> Vec<Vec<EntryId>> {
    let regions = coded(site);
    let mut above: Vec<Vec<EntryId>> = site.ids().map(|_| Vec::new()).collect();
    for id in site.ids() {
        let lists = &forward[id.0 as usize];
        match site.type_name(id) {
            "topic" => above[id.0 as usize] = trees::ancestors(forward, id),
            "region" => {
                above[id.0 as usize].extend(trees::ancestors(forward, id));
                for member in list(lists, "members") {
                    let versions = &site.translations[member.0 as usize];
                    let all = versions.iter().chain([member]);
                    let seen = all.filter(|it| is_seen(site, id, **it));
                    seen.for_each(|it| above[it.0 as usize].push(id));
                }
            }
            "country" => {
                let own = list(lists, "region").iter().chain(list(lists, "groupings"));
                above[id.0 as usize].extend(own);
                let country = site.entry(id).country;
                let coded = country.map(|it| around(site, id, it, &regions));
                above[id.0 as usize].extend(coded.into_iter().flatten());
            }
            _ => {}
        }
    }
    for id in site.ids().filter(|id| site.is(*id, "country")) {
        let direct = std::mem::take(&mut above[id.0 as usize]);
        let wider = direct.iter().flat_map(|it| trees::ancestors(forward, *it));
        let mut all: Vec<_> = wider.chain(direct.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        above[id.0 as usize] = all;
    }
    above
}

/// The regions that have an M49 code.
fn coded(site: &Site) -> Vec<EntryId> {
    let regions = site.ids().filter(|id| site.is(*id, "region"));
    regions.filter(|id| !code(site, *id).is_empty()).collect()
}

fn code(site: &Site, region: EntryId) -> &str {
    let document = site.entry(region).document.as_ref();
    document.and_then(|it| it.fields.text("m49")).unwrap_or_default()
}

/// The regions that a country lies in by its code, as seen from a page of it.
fn around<'a>(
    site: &'a Site,
    page: EntryId,
    country: CountryId,
    regions: &'a [EntryId],
) -> impl Iterator<Item = EntryId> + 'a {
    let inside = move |it: &EntryId| site.countries.lies_in(country, code(site, *it));
    regions.iter().copied().filter(inside).filter(move |it| is_seen(site, *it, page))
}

/// Whether a page links to this version of a region: it has the page's language, or no
/// version has and this one comes first.
fn is_seen(site: &Site, region: EntryId, page: EntryId) -> bool {
    let lang = site.entry(page).lang;
    let others = &site.translations[region.0 as usize];
    let mut others = others.iter().map(|it| site.entry(*it).lang);
    let own = site.entry(region).lang;
    own == lang || others.all(|it| it != lang && own < it)
}
