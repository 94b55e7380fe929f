//! Countries by topic: the news that a country and a topic have in common, for the pairs that
//! have enough to fill a page.

use std::collections::BTreeMap;

use crate::{
    plan::url,
    site::{EntryId, Site},
};

/// How many news a country and a topic need for a page of their own.
const LEAST: usize = 3;

/// The news of a country and a topic, newest first.
pub type CountryTopics = BTreeMap<(EntryId, EntryId), Vec<EntryId>>;

/// All pairs that have a page; none where the settings ask for none.
pub fn of(site: &Site) -> CountryTopics {
    let mut lists = CountryTopics::new();
    if !site.config.pagination.country_topics {
        return lists;
    }
    for country in site.ids().filter(|it| site.is(*it, "country")) {
        for news in site.inverse_of(country, "news") {
            for topic in site.related_by(*news, "topics") {
                lists.entry((country, *topic)).or_default().push(*news);
            }
        }
    }
    lists.retain(|of, news| news.len() >= LEAST && address(site, *of).is_some());
    lists
}

/// Where the page of a country and a topic stands: `/countries/ke/topics/port-security/`.
/// None where one of them has no page.
pub fn address(site: &Site, (country, topic): (EntryId, EntryId)) -> Option<String> {
    let page = |it: EntryId| {
        let address = site.entry(it).card.address.as_deref();
        address.filter(|it| it.starts_with('/'))
    };
    let home = url::home(&site.config, site.entry(topic).lang);
    Some(format!("{}{}", page(country)?, page(topic)?.strip_prefix(&*home)?))
}
