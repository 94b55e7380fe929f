//! Which pages search engines are told of, and when each of them last changed.

use jiff::Timestamp;

use super::{
    Plan, Route,
    context::Context,
    dates, head, pagination, publisher,
    routes::{LATEST, indexed},
    url,
};
use crate::{
    date::Moment,
    site::{EntryId, LangId, NEWS_SITEMAP, Site},
    view::sitemap::{
        NewsSitemapItem, NewsSitemapView, SitemapIndexView, SitemapUrl, SitemapView,
    },
};

/// How many addresses a sitemap may hold.
pub const SIZE: usize = 50_000;

/// How many entries a news sitemap may hold.
const NEWS: usize = 1000;

/// The sitemaps of so many pages, at most `size` in each: address → what stands there.
pub fn routes(pages: usize, size: usize) -> Vec<(String, Route)> {
    let whole = "/sitemap.xml".to_owned();
    if pages <= size {
        return vec![(whole, Route::Sitemap(0))];
    }
    let part = |at| (format!("/sitemap-{}.xml", at + 1), Route::Sitemap(at));
    let parts = (0..).take(pages.div_ceil(size)).map(part);
    std::iter::once((whole, Route::SitemapIndex)).chain(parts).collect()
}

/// The sitemap of a number, from 0.
pub fn view(cx: Context, number: u32) -> SitemapView {
    let pages = cx.plan.pages.iter().filter(|it| indexed(cx.site, it));
    let part = part(pages, number, SIZE);
    SitemapView { urls: part.map(|page| page_url(Context { page, ..cx })).collect() }
}

// What stands in the sitemap of a number.
fn part<T>(
    pages: impl Iterator<Item = T>,
    number: u32,
    size: usize,
) -> impl Iterator<Item = T> {
    pages.skip(number as usize * size).take(size)
}

/// The list of sitemaps.
pub fn index(cx: Context) -> SitemapIndexView {
    let parts = cx.plan.pages.iter().filter(|it| matches!(it.route, Route::Sitemap(_)));
    SitemapIndexView { sitemaps: parts.map(|it| absolute(cx.site, &it.path)).collect() }
}

/// The news sitemap.
pub fn news(site: &Site) -> NewsSitemapView<'_> {
    let items = recent(site).into_iter().filter_map(|id| news_item(site, id));
    NewsSitemapView { items: items.collect() }
}

/// The news of the two days before the instant the site is built for, newest first. A news
/// sitemap without any would not be valid, so that without them there is none.
pub fn recent(site: &Site) -> Vec<EntryId> {
    let as_of = site.config.as_of;
    let since =
        as_of.saturating_sub(NEWS_SITEMAP).unwrap_or(Timestamp::MIN).as_millisecond();
    let fits = |id: &EntryId| {
        let card = &site.entry(*id).card;
        (since + 1..=as_of.as_millisecond()).contains(&card.instant)
            && site.is(*id, "news")
            && !card.withdrawn
            && !site.entry(*id).is_lent()
            && !dates::fields(site, *id).flag("noindex")
            && card.address.as_ref().is_some_and(|it| it.starts_with('/'))
    };
    let mut ids: Vec<EntryId> = site.ids().filter(fits).collect();
    ids.sort_by_key(|id| (std::cmp::Reverse(site.entry(*id).card.instant), *id));
    ids.truncate(NEWS);
    ids
}

/// The absolute addresses of the sitemaps that `robots.txt` names.
pub fn entrances(plan: &Plan, site: &Site) -> Vec<String> {
    let whole = |path: &str| path == "sitemap.xml" || path == "sitemap-news.xml";
    let pages = plan.pages.iter().filter(|it| whole(&it.path));
    pages.map(|it| absolute(site, &it.path)).collect()
}

fn page_url(cx: Context) -> SitemapUrl {
    SitemapUrl {
        loc: url::absolute(&cx.site.config, &cx.page_address()),
        lastmod: changed(cx).map(|it| dates::iso(cx.site, it)),
        alternates: head::alternates(cx),
    }
}

/// When what a page shows last changed, as far as entries have dates.
fn changed(cx: Context<'_>) -> Option<&Moment> {
    let of = |ids: &[EntryId]| dates::newest(cx.site, ids.iter().copied().take(LATEST));
    match cx.page.route {
        Route::Entry(id) if cx.site.is(id, "news") => dates::last(cx.site, id),
        Route::Entry(id) => later(cx.site, dates::last(cx.site, id), of(cx.news_of(id))),
        Route::List { list, page } => {
            let list = cx.plan.lists.get(list as usize)?;
            let entries = cx.plan.listed(cx.site, list);
            of(pagination::shown(&cx.site.config, entries, page))
        }
        Route::Home | Route::Archive => of(cx.news()),
        Route::Year(year) => dates::newest(cx.site, news_of_year(cx, year)),
        _ => None,
    }
}

fn news_of_year(cx: Context<'_>, year: i16) -> impl Iterator<Item = EntryId> {
    let year = format!("{year:04}-");
    let date = move |id: &EntryId| cx.entry(*id).card.date.as_deref().unwrap_or_default();
    let news = cx.news().iter().copied();
    news.filter(move |id| date(id).starts_with(&year)).take(LATEST)
}

fn later<'a>(
    site: &Site,
    a: Option<&'a Moment>,
    b: Option<&'a Moment>,
) -> Option<&'a Moment> {
    a.into_iter().chain(b).max_by_key(|it| it.instant(&site.config.timezone))
}

fn news_item(site: &Site, id: EntryId) -> Option<NewsSitemapItem<'_>> {
    let (entry, config) = (site.entry(id), &site.config);
    Some(NewsSitemapItem {
        loc: url::absolute(config, entry.card.address.as_deref()?),
        publication: publisher::title(config, entry.lang),
        language: language(site, entry.lang),
        date: dates::iso(site, dates::published(site, id)?),
        title: &entry.card.title,
    })
}

// Of the tags with a region only these two are known to news sitemaps.
fn language(site: &Site, lang: LangId) -> String {
    let tag = site.config.languages[usize::from(lang.0)].tag.to_ascii_lowercase();
    match tag.as_str() {
        "zh-cn" | "zh-tw" => tag,
        _ => tag.split('-').next().unwrap_or_default().to_owned(),
    }
}

fn absolute(site: &Site, path: &str) -> String {
    url::absolute(&site.config, &format!("/{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(pages: usize, size: usize) -> Vec<(String, Vec<usize>)> {
        let held = |(address, route)| match route {
            Route::Sitemap(number) => (address, part(0..pages, number, size).collect()),
            _ => (address, Vec::new()),
        };
        routes(pages, size).into_iter().map(held).collect()
    }

    #[test]
    fn pages_beyond_the_limit_go_into_further_sitemaps() {
        let list = |name: &str, pages: &[usize]| (format!("/{name}.xml"), pages.to_vec());
        assert_eq!(parts(0, 3), [list("sitemap", &[])]);
        assert_eq!(parts(3, 3), [list("sitemap", &[0, 1, 2])]);
        let split = [
            list("sitemap", &[]),
            list("sitemap-1", &[0, 1, 2]),
            list("sitemap-2", &[3, 4, 5]),
            list("sitemap-3", &[6]),
        ];
        assert_eq!(parts(7, 3), split);
        assert_eq!(parts(6, 3), split[..3]);
        assert_eq!(routes(SIZE, SIZE).len(), 1);
        assert_eq!(routes(SIZE + 1, SIZE).len(), 3);
    }
}
