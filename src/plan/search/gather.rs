//! What readers can find in a language, and what they can narrow it to.

use std::{borrow::Cow, cmp::Reverse, collections::BTreeSet};

use rayon::prelude::*;

use crate::{
    plan::{ListOf, Plan, Route, context::Context, languages, lists, news, routes},
    search::{Card, Facet, Item, Texts, Weight},
    site::{EntryId, LangId, Site, names},
    theme::Theme,
};

/// The types of entries that results can be narrowed to.
const TYPES: [&str; 3] = ["topic", "country", "region"];

/// Types whose titles are sentences: a search that is one whole is none for a name.
const SENTENCES: [&str; 3] = ["news", "document", "page"];

/// What an index is made of.
pub(super) struct Gathered<'a> {
    /// In the order of their numbers.
    pub(super) items: Vec<Item<'a>>,
    pub(super) facets: Vec<Facet>,
}

/// Everything that has a page in a language: countries first, then what has no date, lists,
/// and what has one, the latest first.
pub(super) fn of<'a>(
    plan: &'a Plan,
    site: &'a Site,
    theme: &'a Theme,
    lang: LangId,
) -> Gathered<'a> {
    let pages = plan.pages.iter().filter(|it| it.lang == lang);
    let mut found: Vec<Context> =
        pages.map(|page| Context { plan, site, theme, page }).filter(is_found).collect();
    found.sort_by_key(|it| place(*it));
    let facets = facets(site, &found);
    Gathered { items: found.into_par_iter().map(item).collect(), facets }
}

/// Whether a page can be found: not what was withdrawn, what asks not to be, and the older
/// pages of a list.
fn is_found(cx: &Context) -> bool {
    match cx.page.route {
        Route::Entry(id) => {
            !cx.fields(id).flag("noindex") && !cx.entry(id).card.withdrawn
        }
        Route::List { list, page } => {
            let of = cx.plan.lists[list as usize].of;
            page == 0 && !matches!(of, ListOf::CountryTopic(..))
        }
        Route::Home => false,
        _ => routes::indexed(cx.site, cx.page),
    }
}

/// Where a page stands among those that match a search equally well.
fn place(cx: Context<'_>) -> (u8, Reverse<i64>, &str) {
    let path = cx.page.path.as_str();
    let Route::Entry(id) = cx.page.route else { return (2, Reverse(0), path) };
    let card = &cx.entry(id).card;
    match card.date {
        Some(_) => (3, Reverse(card.instant), path),
        None if cx.site.is(id, "country") => (0, Reverse(0), path),
        None => (1, Reverse(0), path),
    }
}

fn item(cx: Context<'_>) -> Item<'_> {
    match cx.page.route {
        Route::Entry(id) => entry(cx, id),
        _ => list(cx),
    }
}

fn list(cx: Context<'_>) -> Item<'_> {
    let title = title(cx);
    let card = Card {
        title: title.clone().into(),
        url: cx.href(&cx.page_address()),
        kind: cx.words().text("kind_list").into(),
        summary: "",
        date: ("", ""),
        lang: "",
    };
    let texts = move || vec![(Weight::Title, title.clone().into())];
    Item { card, names: Vec::new(), texts: Box::new(texts) }
}

/// The title of a page that lists.
fn title(cx: Context) -> String {
    let words = cx.words();
    match cx.page.route {
        Route::List { list, .. } => {
            lists::unique_title(cx, &cx.plan.lists[list as usize])
        }
        Route::Index(ty) => words.text(&cx.site.config.schema.get(ty).label).to_owned(),
        Route::Archive => words.text("archive").to_owned(),
        Route::Year(year) => lists::title_of_year(cx, year),
        Route::Corrections => words.text("corrections").to_owned(),
        _ => words.text("feeds").to_owned(),
    }
}

fn entry(cx: Context<'_>, id: EntryId) -> Item<'_> {
    let shown = &cx.entry(id).card;
    let standfirst = shown.standfirst.as_deref().unwrap_or_default();
    let iso = shown.date.as_deref().unwrap_or_default();
    let days = &cx.plan.tables.shelf(cx.lang()).days;
    let card = Card {
        title: (&*shown.list_title).into(),
        url: cx.href(&cx.page_address()),
        kind: cx.kind_of(id).1.into(),
        summary: standfirst,
        date: (iso, days.get(iso).map_or("", |it| it)),
        lang: cx.other_tag(shown.lang).unwrap_or_default(),
    };
    let is_sentence = is_sentence(cx, id);
    let called = || names::of_entry(cx.site, id).into_iter().collect();
    Item {
        card,
        texts: Box::new(move || texts(cx, id)),
        names: if is_sentence { Vec::new() } else { called() },
    }
}

fn is_sentence(cx: Context, id: EntryId) -> bool {
    SENTENCES.contains(&cx.site.type_name(id))
}

/// All that an entry is found by but for its names.
fn texts(cx: Context<'_>, id: EntryId) -> Texts<'_> {
    let is_sentence = is_sentence(cx, id);
    let standfirst = cx.entry(id).card.standfirst.as_deref().unwrap_or_default();
    let called = names::of_entry(cx.site, id);
    let titles = called.iter().filter(|_| is_sentence).copied();
    let titles = titles.chain(cx.plan.tables.titles.get(&id).map(String::as_str));
    let titles = titles.map(|it| (Weight::Title, it));
    let labels = cx.site.relations[id.0 as usize].forward.iter().flat_map(|it| &it.1);
    let labels = labels.map(|it| (Weight::Text, &*cx.entry(*it).card.list_title));
    let body = cx.entry(id).document.iter().flat_map(|it| it.body.text.plain());
    let others = of_countries(cx, id);
    let dateline = if is_sentence { news::dateline(cx, id) } else { None };
    let films = cx.fields(id).records("videos");
    let told = films.filter_map(|it| Some((Weight::Text, it.text("transcript")?)));
    let texts = titles.chain([(Weight::Standfirst, standfirst)]).chain(labels);
    let texts = texts.chain(told).map(|it| (it.0, Cow::Borrowed(it.1)));
    let texts = texts.chain(body.map(|it| (Weight::Text, it)));
    let texts = texts.chain(others.into_iter().map(|it| (Weight::Text, it.into())));
    texts.chain(dateline.map(|it| (Weight::Text, it.into()))).collect()
}

/// What else the countries of an entry are called: who asks for South Korea looks for news that
/// only say Korea, too.
fn of_countries(cx: Context<'_>, id: EntryId) -> BTreeSet<&str> {
    let tag = cx.tag();
    let countries = cx.site.related_by(id, "countries").iter();
    countries.flat_map(|it| names::in_language(cx.site, *it, tag)).collect()
}

/// What some pages, in the order of their numbers, can be narrowed to; what all of them have
/// narrows nothing.
fn facets(site: &Site, found: &[Context]) -> Vec<Facet> {
    let mut facets = by_label(site, found);
    let mut single: Vec<Facet> = (0..)
        .zip(found)
        .flat_map(|(number, cx)| {
            single(*cx).map(move |it| Facet { items: vec![number], ..it })
        })
        .collect();
    single.sort();
    for facet in single {
        let known = facets.last_mut();
        match known.filter(|it| (it.group, &it.id) == (facet.group, &facet.id)) {
            Some(it) => it.items.extend(facet.items),
            None => facets.push(facet),
        }
    }
    facets.iter_mut().for_each(|it| it.items.sort_unstable());
    facets.retain(|it| !it.items.is_empty() && it.items.len() < found.len());
    facets
}

/// What names topics, countries and regions, and these themselves.
fn by_label(site: &Site, found: &[Context]) -> Vec<Facet> {
    let mut numbers: Vec<Option<u32>> = vec![None; site.entries.len()];
    for (number, cx) in (0..).zip(found) {
        if let Route::Entry(id) = cx.page.route {
            numbers[id.0 as usize] = Some(number);
        }
    }
    let facet = |cx: &Context| {
        let Route::Entry(id) = cx.page.route else { return None };
        let group = *TYPES.iter().find(|it| site.is(id, it))?;
        let inverse = site.relations[id.0 as usize].inverse.iter();
        let holders = inverse.flat_map(|it| &it.1).chain([&id]);
        let mut items: Vec<u32> =
            holders.filter_map(|it| numbers[it.0 as usize]).collect();
        items.sort_unstable();
        items.dedup();
        let entry = site.entry(id);
        let label = entry.card.list_title.clone();
        Some(Facet { group, id: entry.id.to_string(), label, items })
    };
    found.iter().filter_map(facet).collect()
}

/// What a page has one of.
fn single(cx: Context<'_>) -> impl Iterator<Item = Facet> {
    let facet = |group, id: &str, label: String| Facet {
        group,
        id: id.to_owned(),
        label,
        items: Vec::new(),
    };
    let (kind, year, lang) = match cx.page.route {
        Route::Entry(id) => {
            let entry = cx.entry(id);
            let year = entry.card.date.as_deref().and_then(|it| it.split('-').next());
            (cx.kind_of(id), year, entry.body_lang)
        }
        _ => (("list", cx.words().text("kind_list").to_owned()), None, cx.lang()),
    };
    let tag = &*cx.site.config.languages[usize::from(lang.0)].tag;
    let kind = facet("kind", kind.0, kind.1);
    let year = year.map(|it| facet("year", it, it.to_owned()));
    let lang = facet("language", tag, languages::own_name(tag).to_owned());
    [Some(kind), year, Some(lang)].into_iter().flatten()
}
