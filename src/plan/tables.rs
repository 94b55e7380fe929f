//! What many pages need and only the whole site can say, found once, in time that grows as
//! the site does: entries by type in listing order, news by month, corrections, titles that
//! two pages would share, topics and countries that go together.

use std::{cmp::Reverse, collections::BTreeMap, ops::Range, str::FromStr};

use jiff::civil::Date;

use crate::{
    plan::{
        country_topics::{self, CountryTopics},
        words::Words,
    },
    schema::{Order, TypeId},
    site::{
        EntryId, LangId, Site,
        association::{self, Partners},
    },
};

/// The tables of a site.
#[derive(Debug)]
pub struct Tables {
    /// What there is in each language, by [`LangId`].
    pub shelves: Vec<Shelf>,
    /// Titles with a few words more, for entries whose title another page has too.
    pub titles: BTreeMap<EntryId, String>,
    /// The topics that go together with each topic, and the countries with each country.
    pub partners: Partners,
    /// The news of the countries and topics that have a page together.
    pub country_topics: CountryTopics,
}

/// What there is in one language.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Whether there is anything.
    pub filled: bool,
    /// Entries by [`TypeId`], in the order of their listing; withdrawn ones left out.
    pub types: Vec<Vec<EntryId>>,
    /// The months that have news, latest first.
    pub months: Vec<Month>,
    /// Corrections and clarifications, newest first: the entry and which of its changes.
    pub corrections: Vec<(EntryId, usize)>,
    /// The days of all entries of the site, by ISO date, in words: each is shown many times.
    pub days: BTreeMap<String, String>,
}

/// A month that has news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
    /// Which of the news, newest first, fall into it.
    pub news: Range<usize>,
}

impl Tables {
    /// Finds everything.
    pub fn of(site: &Site, words: &[Words]) -> Self {
        let languages =
            (0..words.len()).filter_map(|at| u8::try_from(at).ok().map(LangId));
        let mut shelves: Vec<Shelf> = languages
            .map(|lang| shelf(site, lang, &words[usize::from(lang.0)]))
            .collect();
        corrections(site, &mut shelves);
        let mut partners = association::partners(site, "topic");
        partners.extend(association::partners(site, "country"));
        Self {
            titles: titles(site, words),
            partners,
            country_topics: country_topics::of(site),
            shelves,
        }
    }

    /// What there is in a language.
    pub fn shelf(&self, lang: LangId) -> &Shelf {
        &self.shelves[usize::from(lang.0)]
    }
}

impl Shelf {
    /// Entries of a type, in the order of their listing.
    pub fn entries(&self, ty: TypeId) -> &[EntryId] {
        self.types.get(usize::from(ty.0)).map_or(&[], Vec::as_slice)
    }

    /// The years that have news, latest first, each with its months.
    pub fn years(&self) -> impl Iterator<Item = (i16, &[Month])> {
        self.months.chunk_by(|a, b| a.year == b.year).map(|it| (it[0].year, it))
    }
}

/// The day of a card that has one.
pub fn day(site: &Site, id: EntryId) -> Option<Date> {
    site.entry(id).card.date.as_deref().and_then(|it| Date::from_str(it).ok())
}

fn shelf(site: &Site, lang: LangId, words: &Words) -> Shelf {
    let mut types = vec![Vec::new(); site.config.schema.types.len()];
    let mut filled = false;
    for id in site.ids().filter(|id| site.entry(*id).lang == lang) {
        filled = true;
        if !site.entry(id).card.withdrawn {
            types[usize::from(site.entry(id).ty.0)].push(id);
        }
    }
    for (entries, ty) in types.iter_mut().zip(&site.config.schema.types) {
        sort(site, entries, ty.order, words);
    }
    let news = site.config.schema.named("news").map(|it| &types[usize::from(it.0)]);
    let months = news.map_or_else(Vec::new, |it| months(site, it));
    let days = days(site, words);
    Shelf { filled, types, months, corrections: Vec::new(), days }
}

fn days(site: &Site, words: &Words) -> BTreeMap<String, String> {
    let mut all: Vec<&str> =
        site.entries.iter().filter_map(|it| it.card.date.as_deref()).collect();
    all.sort_unstable();
    all.dedup();
    let dates = all.into_iter().filter_map(|it| Some((it, Date::from_str(it).ok()?)));
    dates.map(|(iso, date)| (iso.to_owned(), words.day(date))).collect()
}

fn sort(site: &Site, entries: &mut [EntryId], order: Order, words: &Words) {
    let card = |id: &EntryId| &site.entry(*id).card;
    let number = |id: &EntryId| {
        let document = site.entry(*id).document.as_deref();
        document.and_then(|it| it.fields.number("order")).unwrap_or(0)
    };
    let by_name = |a: &EntryId, b: &EntryId| {
        words.compare(&card(a).sort_key, &card(b).sort_key).then(a.cmp(b))
    };
    match order {
        Order::Date => newest_first(site, entries),
        Order::Name => entries.sort_by(by_name),
        Order::Order => {
            entries.sort_by(|a, b| number(a).cmp(&number(b)).then_with(|| by_name(a, b)));
        }
    }
}

/// Sorts by date, newest first, then by path (which entries are numbered by).
fn newest_first(site: &Site, entries: &mut [EntryId]) {
    entries.sort_by_key(|id| (Reverse(site.entry(*id).card.instant), *id));
}

fn months(site: &Site, news: &[EntryId]) -> Vec<Month> {
    let month = |id: &EntryId| day(site, *id).map(|it| (it.year(), it.month()));
    let mut from = 0;
    let mut months = Vec::new();
    for same in news.chunk_by(|a, b| month(a) == month(b)) {
        let to = from + same.len();
        months.extend(month(&same[0]).map(|(year, month)| Month {
            year,
            month,
            news: from..to,
        }));
        from = to;
    }
    months
}

fn corrections(site: &Site, shelves: &mut [Shelf]) {
    let mut found = Vec::new();
    for id in site.ids() {
        let Some(document) = site.entry(id).document.as_deref() else { continue };
        for (at, change) in document.fields.records("changes").enumerate() {
            let told =
                matches!(change.text("kind"), Some("correction" | "clarification"));
            if let (true, Some(moment)) = (told, change.moment("at")) {
                found.push((Reverse(moment.instant(&site.config.timezone)), id, at));
            }
        }
    }
    found.sort();
    for (_, id, at) in found {
        shelves[usize::from(site.entry(id).lang.0)].corrections.push((id, at));
    }
}

fn titles(site: &Site, words: &[Words]) -> BTreeMap<EntryId, String> {
    let mut same: BTreeMap<(LangId, &str), Vec<EntryId>> = BTreeMap::new();
    for id in site.ids() {
        let entry = site.entry(id);
        if entry.card.address.as_deref().is_some_and(|it| it.starts_with('/')) {
            same.entry((entry.lang, &entry.card.title)).or_default().push(id);
        }
    }
    let mut titles = BTreeMap::new();
    for ((lang, title), ids) in same {
        let words = &words[usize::from(lang.0)];
        if ids.len() > 1 || is_of_list(site, words, title) {
            titles.extend(ids.iter().copied().zip(told_apart(site, words, &ids)));
        }
    }
    titles
}

/// Whether a page that is no entry has this title.
fn is_of_list(site: &Site, words: &Words, title: &str) -> bool {
    let own = ["archive", "corrections", "feeds", "not_found"];
    let types = site.config.schema.types.iter().map(|it| &*it.label);
    own.into_iter().chain(types).any(|key| words.text(key) == title)
}

/// Titles with their date or type behind them; with their id, where that is not enough.
fn told_apart(site: &Site, words: &Words, ids: &[EntryId]) -> Vec<String> {
    let title = |id: &EntryId| {
        let label = &site.config.schema.get(site.entry(*id).ty).label;
        let context = day(site, *id)
            .map_or_else(|| words.text(label).to_owned(), |date| words.day(date));
        format!("{} – {context}", site.entry(*id).card.title)
    };
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    ids.iter().for_each(|id| *same.entry(title(id)).or_default() += 1);
    let told = |id: &EntryId| match title(id) {
        title if same[&title] == 1 => title,
        title => format!("{title} ({})", site.entry(*id).id),
    };
    ids.iter().map(told).collect()
}
