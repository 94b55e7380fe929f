//! Pages of lists: news, documents and whatever is listed by date, and the archive.

use crate::{
    plan::{
        List, ListOf,
        context::Context,
        entries,
        head::{self, Subject},
        pagination,
        tables::{self, Month},
    },
    site::EntryId,
    view::{ArchiveMonth, ArchiveView, ArchiveYear, Crumb, ListView, MenuItem, PageLink},
};

/// A page of a paginated list; 0 is the list's own address.
pub fn view<'a>(cx: Context<'a>, list: &List, page: u32) -> ListView<'a> {
    let all = cx.plan.listed(cx.site, list);
    let shown = pagination::shown(&cx.site.config, all, page);
    let title = title(cx, list);
    ListView {
        head: head::of_list(cx, subject(cx, list, page, &title)),
        title,
        summary: summary(cx, list, page, shown),
        groups: entries::groups(cx, shown),
        total: (page == 0).then_some(all.len()),
        pages: links(cx, list, page, all),
        narrower: if page == 0 && is_all_news(cx, list) { years(cx) } else { Vec::new() },
    }
}

fn subject(cx: Context, list: &List, page: u32, title: &str) -> Subject {
    let all = cx.plan.listed(cx.site, list);
    let shown = pagination::shown(&cx.site.config, all, page);
    let address = |page| cx.href(&address(list, page));
    let mut trail = trail(cx, list);
    let mut subject = Subject {
        title: unique_title(cx, list),
        description: summary(cx, list, page, shown),
        name: title.to_owned(),
        section: section(cx, list),
        neighbours: (
            pagination::newer(all.len(), cx.site.config.pagination.per_page, page)
                .map(address),
            pagination::older(all.len(), cx.site.config.pagination.per_page, page)
                .map(address),
        ),
        ..Subject::default()
    };
    if let ListOf::NewsOf(id) = list.of {
        subject.feeds = entries::feeds(cx, id);
    }
    if page > 0 {
        let number = page.to_string();
        let words = [("title", &*subject.title), ("page", &*number)];
        subject.title = cx.words().fill("page_of_list", &words);
        let up = head::crumb(title.to_owned(), Some(address(0)));
        trail.push(up);
        subject.name = cx.words().fill("page", &[("page", &number)]);
    }
    Subject { trail, ..subject }
}

/// The address of a page of a list.
fn address(list: &List, page: u32) -> String {
    match page {
        0 => list.address.clone(),
        page => format!("{}page/{page}/", list.address),
    }
}

fn title(cx: Context, list: &List) -> String {
    let words = cx.words();
    match list.of {
        ListOf::Type(ty) => words.text(&cx.site.config.schema.get(ty).label).to_owned(),
        ListOf::NewsOf(id) => {
            words.fill("news_about", &[("name", &cx.entry(id).card.title)])
        }
        ListOf::CountryTopic(country, topic) => {
            about_both(cx, &cx.entry(country).card.title, topic)
        }
        ListOf::Month(year, month) => {
            words.fill("news_of", &[("time", &words.month(year, month))])
        }
    }
}

/// The title, told apart from that of an entry of the same name.
pub fn unique_title(cx: Context, list: &List) -> String {
    match list.of {
        ListOf::NewsOf(id) => match cx.plan.tables.titles.get(&id) {
            Some(name) => cx.words().fill("news_about", &[("name", name)]),
            None => title(cx, list),
        },
        ListOf::CountryTopic(country, topic) => match cx.plan.tables.titles.get(&country)
        {
            Some(name) => about_both(cx, name, topic),
            None => title(cx, list),
        },
        _ => title(cx, list),
    }
}

fn about_both(cx: Context, country: &str, topic: EntryId) -> String {
    let title = &cx.entry(topic).card.title;
    let topic = cx.plan.tables.titles.get(&topic).unwrap_or(title);
    cx.words().fill("news_about_both", &[("name", country), ("topic", topic)])
}

/// What the page of a list holds, in a sentence: for older pages with the days they span.
fn summary(cx: Context, list: &List, page: u32, shown: &[EntryId]) -> String {
    let title = unique_title(cx, list);
    if page == 0 {
        return cx.words().fill("described_list", &[("title", &title)]);
    }
    let (from, to) = span(cx, shown);
    let number = page.to_string();
    let words = [("title", &*title), ("page", &*number), ("from", &*from), ("to", &*to)];
    cx.words().fill("described_page", &words)
}

/// The first and the last day of some entries, newest first.
fn span(cx: Context, shown: &[EntryId]) -> (String, String) {
    let day = |id: Option<&EntryId>| id.and_then(|it| tables::day(cx.site, *it));
    let text = |id| day(id).map_or_else(String::new, |it| cx.words().day(it));
    (text(shown.last()), text(shown.first()))
}

fn section(cx: Context, list: &List) -> String {
    let schema = &cx.site.config.schema;
    let ty = match list.of {
        ListOf::Type(ty) => Some(ty),
        ListOf::NewsOf(id) | ListOf::CountryTopic(id, _) => Some(cx.entry(id).ty),
        ListOf::Month(..) => schema.named("news"),
    };
    ty.map_or_else(String::new, |it| schema.get(it).folder.clone())
}

fn trail(cx: Context, list: &List) -> Vec<Crumb> {
    match list.of {
        ListOf::Type(_) => Vec::new(),
        ListOf::NewsOf(id) | ListOf::CountryTopic(id, _) => {
            let mut trail = head::trail(cx, id);
            trail.push(head::entry_crumb(cx, id));
            trail
        }
        ListOf::Month(year, _) => vec![news_crumb(cx), head::year_crumb(cx, year)],
    }
}

fn news_crumb(cx: Context) -> Crumb {
    let title = cx.words().text("news").to_owned();
    head::crumb(title, cx.href_if_there("news/"))
}

fn links(cx: Context, list: &List, page: u32, all: &[EntryId]) -> Vec<PageLink> {
    let link = |number: Option<u32>| {
        let Some(number) = number else {
            let (label, description) = ("…".to_owned(), String::new());
            return PageLink { label, description, url: None, current: false };
        };
        // The days that the newest page spans change with every entry: left out.
        let (description, label) = if number == 0 {
            (String::new(), cx.words().text("latest").to_owned())
        } else {
            let (from, to) = span(cx, pagination::shown(&cx.site.config, all, number));
            (format!("{from} – {to}"), number.to_string())
        };
        let current = number == page;
        let url = (!current).then(|| cx.href(&address(list, number)));
        PageLink { label, description, url, current }
    };
    let links = pagination::links(all.len(), cx.site.config.pagination.per_page, page);
    if links.len() < 2 { Vec::new() } else { links.into_iter().map(link).collect() }
}

/// Whether it is the list of all news.
fn is_all_news(cx: Context, list: &List) -> bool {
    let news = cx.site.config.schema.named("news");
    matches!(list.of, ListOf::Type(ty) if Some(ty) == news)
}

/// The years of the news, the latest first.
pub fn years(cx: Context) -> Vec<MenuItem> {
    let years = cx.plan.tables.shelf(cx.lang()).years();
    let item = |year: i16| MenuItem {
        label: year.to_string(),
        url: cx.href(&cx.address(&format!("news/{year:04}/"))),
        section: String::new(),
    };
    years.map(|it| item(it.0)).collect()
}

/// The archive: all years with their months.
pub fn archive(cx: Context) -> ArchiveView {
    let title = cx.words().text("archive").to_owned();
    let subject = Subject {
        title: title.clone(),
        description: cx.words().text("described_archive").to_owned(),
        trail: vec![news_crumb(cx)],
        name: title.clone(),
        section: "news".into(),
        ..Subject::default()
    };
    let years = cx.plan.tables.shelf(cx.lang()).years();
    let years: Vec<_> =
        years.map(|(year, months)| archive_year(cx, year, months)).collect();
    let total = years.iter().map(|it| it.count).sum();
    ArchiveView { head: head::of_list(cx, subject), title, years, total }
}

/// The title of a year of the archive.
pub fn title_of_year(cx: Context, year: i16) -> String {
    cx.words().fill("news_of", &[("time", &year.to_string())])
}

/// A year of the archive, with its months.
pub fn year(cx: Context, year: i16) -> ArchiveView {
    let title = title_of_year(cx, year);
    let subject = Subject {
        title: title.clone(),
        description: cx.words().fill("described_list", &[("title", &title)]),
        trail: vec![news_crumb(cx)],
        name: year.to_string(),
        section: "news".into(),
        ..Subject::default()
    };
    let years = cx.plan.tables.shelf(cx.lang()).years();
    let years: Vec<_> = years
        .filter(|it| it.0 == year)
        .map(|(year, months)| archive_year(cx, year, months))
        .collect();
    let total = years.iter().map(|it| it.count).sum();
    ArchiveView { head: head::of_list(cx, subject), title, years, total }
}

fn archive_year(cx: Context, year: i16, months: &[Month]) -> ArchiveYear {
    let address = cx.address(&format!("news/{year:04}/"));
    let month = |it: &Month| ArchiveMonth {
        label: cx.words().month(it.year, it.month),
        url: cx.href(&format!("{address}{:02}/", it.month)),
        count: it.news.len(),
    };
    ArchiveYear {
        label: year.to_string(),
        url: cx.href(&address),
        count: months.iter().map(|it| it.news.len()).sum(),
        months: months.iter().map(month).collect(),
    }
}
