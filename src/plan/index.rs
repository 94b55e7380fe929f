//! Indexes: all entries of a type on one page, by letter, or as a tree in the editor's
//! order; and the countries of the world, those without a page as plain text.

use std::collections::BTreeSet;

use crate::{
    plan::{
        context::Context,
        head::{self, Subject},
    },
    reference::CountryId,
    schema::{Order, TypeId},
    site::EntryId,
    view::{IndexItem, IndexView, Letter, Link, MenuItem},
};

/// The index of a type.
pub fn view(cx: Context<'_>, ty: TypeId) -> IndexView<'_> {
    let schema = cx.site.config.schema.get(ty);
    let title = cx.words().text(&schema.label).to_owned();
    let described = match schema.order {
        Order::Name => "described_index",
        Order::Order | Order::Date => "described_tree",
    };
    let summary = cx.words().fill(described, &[("title", &title)]);
    let entries = cx.plan.tables.shelf(cx.lang()).entries(ty);
    let letters = match schema.order {
        _ if schema.name == "country" => by_letter(cx, countries(cx, entries)),
        Order::Name => by_letter(cx, entries.iter().map(|id| named(cx, *id)).collect()),
        Order::Order | Order::Date => tree(cx, entries),
    };
    let subject = Subject {
        title: title.clone(),
        description: summary.clone(),
        name: title.clone(),
        section: schema.folder.clone(),
        ..Subject::default()
    };
    let head = head::of_list(cx, subject);
    IndexView { head, title, summary, letters, total: entries.len() }
}

/// The letters of the index of countries, each with the way to it; none where there is no such
/// index.
pub fn letters_of_countries(cx: Context) -> Vec<MenuItem> {
    let country = cx.site.config.schema.named("country");
    let Some((ty, url)) = country.zip(cx.href_if_there("countries/")) else {
        return Vec::new();
    };
    let entries = cx.plan.tables.shelf(cx.lang()).entries(ty);
    let item = |it: Letter| MenuItem {
        url: format!("{url}#{}", it.id),
        label: it.letter,
        section: String::new(),
    };
    by_letter(cx, countries(cx, entries)).into_iter().map(item).collect()
}

/// An item and what it is sorted by.
type Named<'a> = (&'a str, IndexItem<'a>);

fn named(cx: Context<'_>, id: EntryId) -> Named<'_> {
    (&*cx.entry(id).card.sort_key, item(cx, id, 0))
}

fn item(cx: Context<'_>, id: EntryId, depth: usize) -> IndexItem<'_> {
    IndexItem {
        link: cx.list_link(id),
        count: cx.news_of(id).len(),
        summary: cx.entry(id).card.standfirst.as_deref(),
        flag: cx.flag(id),
        depth,
    }
}

/// The countries that have a page, and the rest of the world without one.
fn countries<'a>(cx: Context<'a>, entries: &[EntryId]) -> Vec<Named<'a>> {
    let tag = cx.tag();
    let there: Vec<CountryId> =
        entries.iter().filter_map(|id| cx.entry(*id).country).collect();
    let absent = cx.site.countries.iter().filter(|(id, _)| !there.contains(id));
    let absent = absent.map(|(_, country)| {
        let own = cx.site.config.country_names.get(&country.iso2.to_ascii_lowercase());
        let title = own.map_or_else(|| country.name(tag), String::as_str);
        let link = Link { title, url: None, lang: None };
        (title, IndexItem { link, count: 0, summary: None, flag: None, depth: 0 })
    });
    let mut all: Vec<Named> =
        entries.iter().map(|id| named(cx, *id)).chain(absent).collect();
    all.sort_by(|a, b| cx.words().compare(a.0, b.0));
    all
}

fn by_letter<'a>(cx: Context<'a>, items: Vec<Named<'a>>) -> Vec<Letter<'a>> {
    let mut letters: Vec<Letter> = Vec::new();
    for (name, item) in items {
        let letter = cx.words().letter(name);
        if let Some(last) = letters.last_mut().filter(|it| it.letter == letter) {
            last.items.push(item);
        } else {
            let id = format!("letter-{}", letters.len() + 1);
            letters.push(Letter { letter, id, items: vec![item] });
        }
    }
    letters
}

/// Entries in the editor's order, each followed by what is part of it.
fn tree<'a>(cx: Context<'a>, entries: &[EntryId]) -> Vec<Letter<'a>> {
    let listed: BTreeSet<EntryId> = entries.iter().copied().collect();
    let parent = |id: EntryId| cx.site.related_by(id, "parent").first().copied();
    let roots =
        entries.iter().filter(|id| parent(**id).is_none_or(|it| !listed.contains(&it)));
    let mut items = Vec::new();
    let mut stack: Vec<(EntryId, usize)> = roots.rev().map(|it| (*it, 0)).collect();
    while let Some((id, depth)) = stack.pop() {
        items.push(item(cx, id, depth));
        let children = cx.site.inverse_of(id, "children").iter();
        let children = children.filter(|it| listed.contains(it));
        stack.extend(children.rev().map(|it| (*it, depth + 1)));
    }
    let (letter, id) = (String::new(), "all".to_owned());
    vec![Letter { letter, id, items }]
}
