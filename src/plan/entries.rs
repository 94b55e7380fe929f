//! Parts that pages of entries of several types have: notices, changes, sources, contacts,
//! facts, relations, listings of news.

use std::collections::BTreeMap;

use crate::{
    document::{Record, Value},
    plan::{FeedOf, context::Context, country_topics, feed, routes::LATEST},
    schema::Kind,
    site::{EntryId, association::Partner},
    view::{
        CardView, ChangeView, ContactView, CountedLink, CountryFact, Fact, FeedLink,
        Free, GroupView, Link, ListingView, Notice, RelationView, SourceView,
    },
};

/// How many entries that link to a page are named there.
const MENTIONS: usize = 20;

/// How many entries a page names that its news name most.
const MOST: usize = 12;

/// What a reader must know first: withdrawn, corrected, a preview, in another language.
pub fn notices(cx: Context<'_>, id: EntryId) -> Vec<Notice<'_>> {
    let found = [withdrawn(cx, id), corrected(cx, id), preview(cx, id), language(cx, id)];
    found.into_iter().flatten().collect()
}

fn withdrawn(cx: Context<'_>, id: EntryId) -> Option<Notice<'_>> {
    let record = cx.fields(id).record("withdrawn");
    let record = record.filter(|_| cx.entry(id).card.withdrawn)?;
    let reason = record.text("reason").unwrap_or_default();
    let date = record.moment("at").map(|it| cx.date(it).text);
    let text = match &date {
        Some(date) => {
            let values = [("date", &**date), ("reason", reason)];
            cx.words().fill("notice_withdrawn_on", &values)
        }
        None => cx.words().fill("notice_withdrawn", &[("reason", reason)]),
    };
    let link = cx.named_in(id, record, "replaced_by").map(|it| cx.link(it));
    Some(Notice { kind: "withdrawn", text, link })
}

fn corrected(cx: Context<'_>, id: EntryId) -> Option<Notice<'_>> {
    let changes = cx.fields(id).records("changes");
    let corrections = changes.filter(|it| it.text("kind") == Some("correction"));
    let zone = &cx.site.config.timezone;
    let last =
        corrections.filter_map(|it| it.moment("at")).max_by_key(|it| it.instant(zone))?;
    let text = cx.words().fill("notice_corrected", &[("date", &cx.date(last).text)]);
    Some(Notice { kind: "corrected", text, link: None })
}

/// What a preview lets in and the public site would not.
fn preview(cx: Context<'_>, id: EntryId) -> Option<Notice<'_>> {
    let (fields, config) = (cx.fields(id), &cx.site.config);
    let instant = |key| fields.moment(key).map(|it| (it.instant(&config.timezone), it));
    let dated = |key, it| cx.words().fill(key, &[("date", &cx.date(it).text)]);
    let start = ["publish_at", "date"].into_iter().filter_map(instant);
    let future = start.max_by_key(|it| it.0).filter(|it| it.0 > config.as_of);
    let expired = instant("expires_at").filter(|it| it.0 <= config.as_of);
    let text = match (fields.flag("draft"), future, expired) {
        (true, ..) => cx.words().text("notice_draft").to_owned(),
        (_, Some(future), _) => dated("notice_embargo", future.1),
        (_, _, Some(expired)) => dated("notice_expired", expired.1),
        _ => return None,
    };
    Some(Notice { kind: "preview", text, link: None })
}

fn language(cx: Context<'_>, id: EntryId) -> Option<Notice<'_>> {
    let entry = cx.entry(id);
    let tag = cx.tag_of_file(id)?;
    let text = entry.document.as_deref().is_some_and(|it| !it.body.text.is_empty());
    if !text && !entry.is_untranslated() {
        return None;
    }
    let values = [("language", cx.words().language(tag))];
    let text = cx.words().fill("notice_other_language", &values);
    Some(Notice { kind: "other-language", text, link: None })
}

/// The changes of an entry, newest first.
pub fn changes(cx: Context<'_>, id: EntryId) -> Vec<ChangeView<'_>> {
    let zone = &cx.site.config.timezone;
    let mut changes: Vec<_> = cx.fields(id).records("changes").collect();
    changes
        .sort_by_key(|it| std::cmp::Reverse(it.moment("at").map(|at| at.instant(zone))));
    changes.into_iter().filter_map(|it| change(cx, id, it)).collect()
}

/// A change of an entry.
pub fn change<'a>(
    cx: Context<'a>,
    id: EntryId,
    record: &'a Record,
) -> Option<ChangeView<'a>> {
    let kind = record.text("kind").unwrap_or("update");
    Some(ChangeView {
        date: cx.date(record.moment("at")?),
        kind,
        label: cx.words().text(&format!("change_{kind}")).to_owned(),
        note: record.text("note").unwrap_or_default(),
        lang: cx.tag_of_file(id),
    })
}

/// Where an entry is from.
pub fn sources<'a>(cx: Context<'a>, id: EntryId) -> Vec<SourceView<'a>> {
    let source = |it: &'a Record| {
        let publisher = cx.named_in(id, it, "publisher").map(|it| cx.link(it));
        SourceView {
            title: it.text("title").unwrap_or_default(),
            url: it.text("url").map(str::to_owned),
            publisher,
        }
    };
    cx.fields(id).records("sources").map(source).collect()
}

/// Whom to ask.
pub fn contacts(cx: Context<'_>, id: EntryId) -> Vec<ContactView<'_>> {
    cx.fields(id).records("contacts").map(|it| contact(cx, id, it)).collect()
}

/// A contact.
pub fn contact<'a>(cx: Context<'a>, id: EntryId, record: &'a Record) -> ContactView<'a> {
    ContactView {
        name: record.text("name").unwrap_or_default(),
        role: record.text("role"),
        lang: cx.tag_of_file(id),
        email: record.text("email"),
        phone: record.text("phone"),
        url: record.text("url"),
    }
}

/// The facts below a key of the front matter.
pub fn facts<'a>(cx: Context<'a>, id: EntryId, key: &str) -> Vec<Fact<'a>> {
    let fact = |it: &'a Record| Fact {
        label: it.text("label").unwrap_or_default(),
        value: it.text("value").unwrap_or_default(),
        lang: cx.tag_of_file(id),
        source: cx.named_in(id, it, "source").map(|it| cx.link(it)),
    };
    cx.fields(id).records(key).map(fact).collect()
}

/// The facts of an entry, in the form that computed ones have.
pub fn own_facts<'a>(cx: Context<'a>, id: EntryId) -> Vec<CountryFact<'a>> {
    let facts = facts(cx, id, "facts").into_iter();
    let fact = |it: Fact<'a>| CountryFact {
        label: it.label.to_owned(),
        value: it.value.to_owned(),
        lang: it.lang,
        url: None,
        source: it.source,
    };
    facts.map(fact).collect()
}

/// A computed fact: the label is a key of the theme's strings.
pub fn fact<'a>(
    cx: Context<'a>,
    label: &str,
    value: impl Into<String>,
) -> CountryFact<'a> {
    let label = cx.words().text(label).to_owned();
    CountryFact { label, value: value.into(), lang: None, url: None, source: None }
}

/// A computed fact that leads to an entry.
pub fn fact_link<'a>(cx: Context<'a>, label: &str, id: EntryId) -> CountryFact<'a> {
    let link = cx.link(id);
    CountryFact { url: link.url, ..fact(cx, label, link.title) }
}

/// The relations and inverses that a page prints as lists of links: all but those that its
/// view has a place for.
pub fn relations<'a>(
    cx: Context<'a>,
    id: EntryId,
    known: &[&str],
) -> Vec<RelationView<'a>> {
    let relations = &cx.site.relations[id.0 as usize];
    let forward = relations.forward.iter().map(|it| (it, forward_label(cx, id, &it.0)));
    let inverse = relations.inverse.iter().map(|it| (it, inverse_label(cx, id, &it.0)));
    let mut found: BTreeMap<&str, RelationView<'a>> = BTreeMap::new();
    let mut order = Vec::new();
    for ((name, ids), label) in forward.chain(inverse) {
        let (Some(label), false) = (label, ids.is_empty() || known.contains(&&**name))
        else {
            continue;
        };
        // A relation that is its own inverse is printed once.
        let links = ids.iter().map(|it| cx.list_link(*it));
        if let Some(both) = found.get_mut(&**name) {
            both.links.extend(links);
        } else {
            order.push(&**name);
            let label = cx.words().text(label).to_owned();
            found.insert(name, RelationView { name, label, links: links.collect() });
        }
    }
    order.into_iter().filter_map(|name| found.remove(name)).collect()
}

fn forward_label<'a>(cx: Context<'a>, id: EntryId, field: &str) -> Option<&'a str> {
    let field = cx.site.config.schema.get(cx.entry(id).ty).field(field)?;
    field.is_relation().then_some(&*field.label)
}

fn inverse_label<'a>(cx: Context<'a>, id: EntryId, name: &str) -> Option<&'a str> {
    let ty = cx.site.type_name(id);
    let fields =
        cx.site.config.schema.types.iter().flat_map(crate::schema::Type::relations);
    let leads_here = |kind: &Kind| match kind {
        Kind::Reference(types) => types.is_empty() || types.iter().any(|it| it == ty),
        _ => false,
    };
    let inverses =
        fields.filter(|it| leads_here(&it.kind)).filter_map(|it| it.inverse.as_ref());
    let mut named = inverses.filter(|it| it.name == name);
    named.next().map(|it| &*it.label)
}

/// The entries whose texts link to an entry, those shown elsewhere on its page left out.
pub fn backlinks<'a>(
    cx: Context<'a>,
    id: EntryId,
    shown: &[EntryId],
) -> Vec<CardView<'a>> {
    let links = cx.site.backlinks[id.0 as usize].iter();
    let new = links.filter(|it| **it != id && !shown.contains(it));
    new.take(MENTIONS).map(|it| cx.card(*it)).collect()
}

/// The latest news that name an entry, by month, or by day where a month has them all.
pub fn latest(cx: Context<'_>, id: EntryId) -> ListingView<'_> {
    let news = cx.news_of(id);
    let shown = &news[..news.len().min(LATEST)];
    let address = cx.entry(id).card.address.as_deref().unwrap_or_default();
    let all = (news.len() > LATEST).then(|| cx.href(&format!("{address}news/")));
    ListingView { groups: groups(cx, shown), total: news.len(), all }
}

/// News in groups, each of a month; of a day where all of many are of one month.
pub fn groups<'a>(cx: Context<'a>, news: &[EntryId]) -> Vec<GroupView<'a>> {
    let date = |id: &EntryId| cx.entry(*id).card.date.as_deref().unwrap_or_default();
    let month = |id: &EntryId| date(id).get(..7).unwrap_or_default();
    let one_month = news.iter().all(|id| month(id) == month(&news[0]));
    let busy = one_month && news.len() >= LATEST;
    let key = |id: &EntryId| if busy { date(id) } else { month(id) };
    let groups: Vec<_> = news.chunk_by(|a, b| key(a) == key(b)).collect();
    let alone = groups.len() == 1;
    let group = |ids: &[EntryId]| GroupView {
        title: if alone { String::new() } else { title(cx, key(&ids[0])) },
        id: format!("t{}", key(&ids[0])),
        items: cx.cards(ids),
    };
    groups.into_iter().map(group).collect()
}

fn title(cx: Context, key: &str) -> String {
    let mut parts = key.splitn(3, '-');
    let mut number = || parts.next().and_then(|it| it.parse::<i16>().ok());
    match (number(), number(), number()) {
        (Some(year), Some(month), None) => {
            cx.words().month(year, i8::try_from(month).unwrap_or(1))
        }
        _ => key.parse().map_or_else(|_| key.to_owned(), |day| cx.words().day(day)),
    }
}

/// What the news that name an entry name by one of their relations, with the number of
/// news, most first, then in the order of names.
pub fn named_in_news<'a>(
    cx: Context<'a>,
    id: EntryId,
    field: &str,
) -> Vec<CountedLink<'a>> {
    let mut counts = counts_in_news(cx, id, field);
    cx.sort_counts(&mut counts);
    counts.truncate(MOST);
    let counted = |(id, count)| CountedLink { link: cx.list_link(id), count };
    counts.into_iter().map(counted).collect()
}

/// The topics of the news that name a country; each leads to what both have in common, where
/// that has a page.
pub fn topics_of_country(cx: Context<'_>, id: EntryId) -> Vec<CountedLink<'_>> {
    let counted = |(topic, count)| {
        let mut link = cx.list_link(topic);
        if cx.plan.tables.country_topics.contains_key(&(id, topic)) {
            link.url =
                country_topics::address(cx.site, (id, topic)).map(|it| cx.href(&it));
        }
        CountedLink { link, count }
    };
    let mut counts = counts_in_news(cx, id, "topics");
    cx.sort_counts(&mut counts);
    let listed = |it: EntryId| cx.plan.tables.country_topics.contains_key(&(id, it));
    let shown = counts.into_iter().enumerate();
    let shown = shown.filter(|(at, it)| *at < MOST || listed(it.0));
    shown.map(|(_, it)| counted(it)).collect()
}

/// What the news that name an entry name by one of their relations, with the number of news.
pub fn counts_in_news(cx: Context, id: EntryId, field: &str) -> Vec<(EntryId, usize)> {
    let mut counts: BTreeMap<EntryId, usize> = BTreeMap::new();
    for news in cx.news_of(id) {
        for other in cx.site.related_by(*news, field).iter().filter(|it| **it != id) {
            *counts.entry(*other).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

/// What goes together with an entry, with the number of news that have both, most first.
pub fn together(cx: Context<'_>, id: EntryId) -> Vec<CountedLink<'_>> {
    let partners = cx.plan.tables.partners.get(&id).into_iter().flatten();
    let link =
        |it: &Partner| CountedLink { link: cx.list_link(it.entry), count: it.count };
    let mut links: Vec<CountedLink> = partners.map(link).collect();
    links.sort_by_key(|it| std::cmp::Reverse(it.count));
    links
}

/// The news that an editor set on top.
pub fn featured(cx: Context<'_>, id: EntryId) -> Vec<CardView<'_>> {
    cx.cards(cx.site.related_by(id, "featured_news"))
}

/// See also: what an entry names and what names it, each once.
pub fn see_also(cx: Context<'_>, id: EntryId) -> Vec<Link<'_>> {
    let mut ids = cx.site.related_by(id, "see_also").to_vec();
    for other in cx.site.inverse_of(id, "see_also") {
        if !ids.contains(other) {
            ids.push(*other);
        }
    }
    cx.links(&ids)
}

/// The feeds of an entry, where it has any.
pub fn feeds(cx: Context, id: EntryId) -> Vec<FeedLink> {
    if feed::has_feed(cx.site, id) {
        feed::links(cx.site, FeedOf::Entry(id), cx.entry(id).lang)
    } else {
        Vec::new()
    }
}

/// `extra` of an entry.
pub fn extra(cx: Context, id: EntryId) -> Free {
    match cx.fields(id).get("extra") {
        Some(Value::Free(json)) => Free(serde_json::from_str(json).unwrap_or_default()),
        _ => Free::default(),
    }
}
