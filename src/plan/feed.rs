//! What stands in a feed. A feed shows cards, so that a change of a text touches none, and
//! has no date but those of its entries.

use std::cmp::Reverse;

use jiff::{Timestamp, Zoned};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{FeedOf, dates, publisher, url};
use crate::{
    config::FeedFormat,
    site::{EntryId, LangId, Site},
    view::{
        FeedLink,
        feed::{FeedAuthor, FeedCategory, FeedItem, FeedView},
    },
};

/// What is escaped in the name of an entry within its id.
const NAME: AsciiSet =
    NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// The relations whose targets are the categories of an entry.
const CATEGORIES: [&str; 2] = ["countries", "topics"];

/// The feeds of a site, each in all the formats of its settings. One of an entry that no
/// news name does not exist.
pub fn all(site: &Site) -> Vec<(FeedOf, LangId)> {
    let feeds = &site.config.feeds;
    let languages = (0..).map(LangId).take(site.config.languages.len());
    let own = languages.filter(|_| feeds.site).map(|lang| (FeedOf::Site, lang));
    let entries = site.ids().filter(|id| has_feed(site, *id));
    own.chain(entries.map(|id| (FeedOf::Entry(id), site.entry(id).lang))).collect()
}

/// Whether an entry has feeds.
pub fn has_feed(site: &Site, id: EntryId) -> bool {
    let named = site.config.feeds.per.iter().any(|it| it == site.type_name(id));
    named
        && has_page(site, id)
        && site.inverse_of(id, "news").iter().any(|it| fit(site, *it))
}

/// The address of a feed, below the base.
pub fn address(site: &Site, of: FeedOf, lang: LangId, format: FeedFormat) -> String {
    format!("{}{}", page(site, of, lang), names(format).0)
}

/// The links to a feed in all formats, as pages write them.
pub fn links(site: &Site, of: FeedOf, lang: LangId) -> Vec<FeedLink> {
    let formats = site.config.feeds.formats.iter();
    formats.map(|format| link(site, of, lang, *format)).collect()
}

/// What a feed holds.
pub fn view(site: &Site, of: FeedOf, lang: LangId, format: FeedFormat) -> FeedView<'_> {
    let config = &site.config;
    let publisher = publisher::of(site, lang);
    let items: Vec<_> = items(site, of, lang).iter().map(|id| item(site, *id)).collect();
    FeedView {
        format,
        title: title(site, of, lang),
        description: description(site, of, lang),
        lang: &config.languages[usize::from(lang.0)].tag,
        url: url::absolute(config, &address(site, of, lang, format)),
        page: url::absolute(config, &page(site, of, lang)),
        others: others(site, of, lang, format),
        author: FeedAuthor { name: publisher.name, url: publisher.url },
        updated: items
            .iter()
            .map(|it| &it.updated)
            .max()
            .map_or_else(epoch, Clone::clone),
        items,
    }
}

/// The newest entries of a feed.
fn items(site: &Site, of: FeedOf, lang: LangId) -> Vec<EntryId> {
    let limit = site.config.feeds.limit;
    if let FeedOf::Entry(id) = of {
        let news = site.inverse_of(id, "news").iter().copied();
        return news.filter(|id| fit(site, *id)).take(limit).collect();
    }
    let own = site.ids().filter(|id| site.entry(*id).lang == lang);
    let mut ids: Vec<EntryId> = own.filter(|id| fit(site, *id)).collect();
    ids.sort_by_key(|id| (Reverse(site.entry(*id).card.instant), *id));
    ids.truncate(limit);
    ids
}

// A stub without a page has no address to lead to; what was withdrawn is not news.
fn fit(site: &Site, id: EntryId) -> bool {
    let card = &site.entry(id).card;
    site.is(id, "news") && card.address.is_some() && !card.withdrawn
}

fn has_page(site: &Site, id: EntryId) -> bool {
    site.entry(id).card.address.as_ref().is_some_and(|it| it.starts_with('/'))
}

fn item(site: &Site, id: EntryId) -> FeedItem<'_> {
    let (entry, config) = (site.entry(id), &site.config);
    let card = &entry.card;
    let published = instant(site, card.instant);
    let updated = dates::updated(site, id).map(|it| dates::zoned(site, it));
    FeedItem {
        id: permanent(site, id),
        url: url::absolute(config, card.address.as_deref().unwrap_or_default()),
        title: &card.title,
        summary: card.standfirst.as_deref(),
        lang: &config.languages[usize::from(card.lang.0)].tag,
        updated: updated
            .filter(|it| *it > published)
            .unwrap_or_else(|| published.clone()),
        published,
        byline: dates::fields(site, id).text("byline"),
        image: card.image.as_ref().and_then(|it| url::file(site, &it.source)),
        categories: categories(site, id),
    }
}

fn categories(site: &Site, id: EntryId) -> Vec<FeedCategory<'_>> {
    let of = |field| site.related_by(id, field).iter();
    CATEGORIES.into_iter().flat_map(of).map(|id| category(site, *id)).collect()
}

fn category(site: &Site, id: EntryId) -> FeedCategory<'_> {
    let (entry, config) = (site.entry(id), &site.config);
    let home = url::home(config, entry.lang);
    let scheme = format!("{home}{}/", config.schema.get(entry.ty).folder);
    FeedCategory {
        term: &entry.id,
        scheme: url::absolute(config, &scheme),
        label: &entry.card.list_title,
    }
}

// RFC 4151. The year is that of the entry: the RFC asks for a date on which the authority
// held its name, and a new day within the year keeps the entry the same.
fn permanent(site: &Site, id: EntryId) -> String {
    let (entry, config) = (site.entry(id), &site.config);
    let parsed = ::url::Url::parse(&config.base_url).ok();
    let host = parsed.as_ref().and_then(|it| it.host_str()).unwrap_or("localhost");
    let year = entry.year().unwrap_or("1970");
    let lang = &config.languages[usize::from(entry.lang.0)].tag;
    let name = match entry.path.split_once('/') {
        Some((_, path)) if site.namesakes.contains(&id) => path,
        _ => &entry.id,
    };
    let name = utf8_percent_encode(name, &NAME);
    format!("tag:{host},{year}:{lang}/{}/{name}", site.type_name(id))
}

fn page(site: &Site, of: FeedOf, lang: LangId) -> String {
    match of {
        FeedOf::Site => url::home(&site.config, lang),
        FeedOf::Entry(id) => site.entry(id).card.address.clone().unwrap_or_default(),
    }
}

fn title(site: &Site, of: FeedOf, lang: LangId) -> String {
    let whole = publisher::title(&site.config, lang);
    match of {
        FeedOf::Site => whole.to_owned(),
        FeedOf::Entry(id) => format!("{} – {whole}", site.entry(id).card.title),
    }
}

fn description(site: &Site, of: FeedOf, lang: LangId) -> String {
    let own = match of {
        FeedOf::Site => Some(publisher::description(&site.config, lang)),
        FeedOf::Entry(id) => site.entry(id).card.standfirst.as_deref(),
    };
    let own = own.filter(|it| !it.is_empty()).map(str::to_owned);
    own.unwrap_or_else(|| title(site, of, lang))
}

fn others(site: &Site, of: FeedOf, lang: LangId, format: FeedFormat) -> Vec<FeedLink> {
    let formats = site.config.feeds.formats.iter().filter(|it| **it != format);
    let absolute = |format: &FeedFormat| {
        let url = url::absolute(&site.config, &address(site, of, lang, *format));
        FeedLink { url, ..link(site, of, lang, *format) }
    };
    formats.map(absolute).collect()
}

fn link(site: &Site, of: FeedOf, lang: LangId, format: FeedFormat) -> FeedLink {
    let (_, mime, name) = names(format);
    let url = url::href(&site.config, &address(site, of, lang, format));
    FeedLink { mime, title: title(site, of, lang), url, format: name }
}

fn instant(site: &Site, milliseconds: i64) -> Zoned {
    let instant =
        Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH);
    instant.to_zoned(site.config.timezone.clone())
}

fn epoch() -> Zoned {
    Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC)
}

/// The file, the media type and the name of a format.
fn names(format: FeedFormat) -> (&'static str, &'static str, &'static str) {
    match format {
        FeedFormat::Atom => ("atom.xml", "application/atom+xml", "Atom"),
        FeedFormat::Rss => ("feed.xml", "application/rss+xml", "RSS"),
        FeedFormat::Json => ("feed.json", "application/feed+json", "JSON"),
    }
}
