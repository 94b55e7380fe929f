//! People: their page, and the role that one held at a date.

use std::cmp::Reverse;

use crate::{
    date::PartialDate,
    document::Record,
    plan::{
        body::{self, Lead},
        context::Context,
        documents, entries, head, neighbours, tables,
    },
    site::EntryId,
    view::{PersonLink, PersonView, QuotedIn, RoleView},
};

/// Relations that the page has a place of its own for.
const KNOWN: &[&str] = &["news", "documents", "translation_of"];

/// How many quotations the page of a person has.
const QUOTES: usize = 20;

/// The page of a person.
pub fn view(cx: Context<'_>, id: EntryId) -> PersonView<'_> {
    let (entry, fields) = (cx.entry(id), cx.fields(id));
    PersonView {
        head: head::of_entry(cx, id),
        id: &entry.id,
        notices: entries::notices(cx, id),
        title: &entry.card.title,
        summary: entry.card.standfirst.as_deref(),
        photo: fields.record("photo").and_then(|it| cx.image(id, it)),
        roles: roles(cx, id),
        facts: entries::own_facts(cx, id),
        body: body::view(cx, id, Lead::Within),
        quotes: quotes(cx, id),
        latest: entries::latest(cx, id),
        neighbours: neighbours::view(cx, id),
        documents: documents::rows(cx, cx.site.inverse_of(id, "documents")),
        contacts: entries::contacts(cx, id),
        relations: entries::relations(cx, id, KNOWN),
        backlinks: entries::backlinks(cx, id, cx.news_of(id)),
        extra: entries::extra(cx, id),
    }
}

/// The people of an entry, each with the role held at its date.
pub fn at_date(cx: Context<'_>, id: EntryId) -> Vec<PersonLink<'_>> {
    let people = cx.site.related_by(id, "people").iter();
    let person = |it: &EntryId| {
        let role = role_at(cx, *it, id).map(|role| role_view(cx, *it, role));
        PersonLink { link: cx.link(*it), role }
    };
    people.map(person).collect()
}

/// The people that have a role in an organisation.
pub fn of_organisation(cx: Context<'_>, id: EntryId) -> Vec<PersonLink<'_>> {
    let people = cx.site.inverse_of(id, "people").iter();
    let person = |it: &EntryId| {
        let mut roles = sorted(cx, *it).into_iter();
        let role = roles.find(|role| cx.named_in(*it, role, "organisation") == Some(id));
        PersonLink { link: cx.link(*it), role: role.map(|role| role_view(cx, *it, role)) }
    };
    people.map(person).collect()
}

/// The role that `person` held on the day of the entry `at`.
pub fn role_at(cx: Context<'_>, person: EntryId, at: EntryId) -> Option<&Record> {
    cx.site.role_at(person, tables::day(cx.site, at)?)
}

/// The roles of a person, latest first.
fn roles(cx: Context<'_>, id: EntryId) -> Vec<RoleView<'_>> {
    sorted(cx, id).into_iter().map(|role| role_view(cx, id, role)).collect()
}

fn sorted(cx: Context<'_>, id: EntryId) -> Vec<&Record> {
    let mut roles: Vec<_> = cx.fields(id).records("roles").collect();
    roles.sort_by_key(|role| {
        let known = ["from", "as_of", "to"].into_iter().find_map(|key| role.partial(key));
        let open = role.partial("to").is_none();
        Reverse((open, known.map(PartialDate::first_day)))
    });
    roles
}

fn role_view<'a>(cx: Context<'a>, person: EntryId, role: &'a Record) -> RoleView<'a> {
    let organisation = cx.named_in(person, role, "organisation");
    RoleView {
        title: role.text("title").unwrap_or_default(),
        organisation: organisation.map(|it| cx.link(it)),
        dates: dates(cx, role),
    }
}

fn dates(cx: Context, role: &Record) -> String {
    let text = |it: PartialDate| cx.words().partial(it);
    // Some languages say it otherwise of a day than of a year.
    let one = |key: &str, name, date: PartialDate| {
        let day = if date.day.is_some() { "_day" } else { "" };
        cx.words().fill(&format!("{key}{day}"), &[(name, &*text(date))])
    };
    match ["from", "to", "as_of"].map(|it| role.partial(it)) {
        [Some(from), Some(to), _] => format!("{} – {}", text(from), text(to)),
        [Some(from), None, _] => one("role_since", "from", from),
        [None, Some(to), _] => one("role_until", "to", to),
        [None, None, Some(seen)] => one("role_as_of", "date", seen),
        [None, None, None] => String::new(),
    }
}

/// What a person said, newest first: pull quotes of the news that name the person.
fn quotes(cx: Context<'_>, id: EntryId) -> Vec<QuotedIn<'_>> {
    let said = |news: &EntryId| {
        let news = *news;
        let quotes = cx.fields(news).records("pull_quotes");
        let (lang, dir) = cx.other(cx.entry(news).body_lang).unzip();
        quotes
            .filter(move |it| cx.named_in(news, it, "person") == Some(id))
            .filter_map(|it| it.text("text"))
            .map(body::unquoted)
            .map(move |text| QuotedIn { text, lang, dir, from: cx.card(news) })
    };
    cx.news_of(id).iter().flat_map(said).take(QUOTES).collect()
}
