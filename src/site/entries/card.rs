//! What other entries show of an entry.

use std::sync::Arc;

use super::{Seed, language_of};
use crate::{
    document::{Document, Record},
    site::{
        Card, CardImage, Entry, addresses, census::Subject, files, gate, lookup::Lookup,
    },
};

/// The entry of a seed; the first of its countries is not known yet.
pub(super) fn entry(seed: &Seed, lookup: &Lookup) -> Entry {
    let census = &lookup.public.census;
    let subject = census.get(seed.subject);
    let document = seed.document.map(|at| &census.documents[at]);
    let body_lang = language_of(census, seed.document, seed.lang);
    let own = document.filter(|_| body_lang == seed.lang);
    Entry {
        ty: subject.ty,
        id: own.map_or_else(|| subject.id.clone(), |it| own_id(it, subject)),
        path: seed.path.clone(),
        lang: seed.lang,
        body_lang,
        card: card(seed, subject, lookup),
        document: document.cloned(),
        country: subject.country,
        aliases: own.map(|it| addresses::aliases(it).collect()).unwrap_or_default(),
    }
}

/// A translation may have an id of its own; a country's file has that of the country.
fn own_id(document: &Document, subject: &Subject) -> Arc<str> {
    match subject.country {
        Some(_) => subject.id.clone(),
        None => document.id.as_str().into(),
    }
}

fn card(seed: &Seed, subject: &Subject, lookup: &Lookup) -> Card {
    let (census, config) = (&lookup.public.census, lookup.config);
    let document = seed.document.map(|at| &*census.documents[at]);
    let body_lang = language_of(census, seed.document, seed.lang);
    let own = document.filter(|_| body_lang == seed.lang);
    let address = match own {
        Some(it) => addresses::of_document(it, &subject.id, seed.lang, config),
        None => addresses::of_lent(subject, census, seed.lang, config),
    };
    let known = known_name(seed, subject, document, lookup);
    let lang = if own.is_some() || known.is_some() { seed.lang } else { body_lang };
    let speaking = document.filter(|_| body_lang == lang);
    let house = house_name(seed, subject, lookup);
    let names = names(speaking, house, known.unwrap_or(&subject.id));
    let empty = Record::default();
    let fields = document.map_or(&empty, |it| &it.fields);
    let moment = fields.moment("date");
    let said = |field| speaking.and_then(|it| it.fields.text(field));
    let sort_key = said("sort_key").or_else(|| said("sort_name"));
    Card {
        sort_key: sort_key.unwrap_or(&names.list).to_owned(),
        title: names.title,
        list_title: names.list,
        official: names.official,
        address,
        date: moment.map(|it| it.day(&config.timezone).to_string()),
        instant: moment.map_or(0, |it| it.instant(&config.timezone).as_millisecond()),
        standfirst: speaking.and_then(standfirst),
        kind: fields.text("kind").map(ToOwned::to_owned),
        image: document.and_then(|it| image(it, lookup)),
        lang,
        primary_country: None,
        withdrawn: document.is_some_and(|it| gate::is_withdrawn(it, config)),
    }
}

fn standfirst(document: &Document) -> Option<String> {
    let fields = &document.fields;
    fields.text("standfirst").or_else(|| fields.text("summary")).map(ToOwned::to_owned)
}

/// The first picture of an entry.
fn image(document: &Document, lookup: &Lookup) -> Option<CardImage> {
    let mut fields = ["image", "photo"].into_iter();
    let picture = fields.find_map(|it| document.fields.record(it))?;
    let file = files::beside(lookup.sources, &document.path, picture.text("src")?)?;
    Some(CardImage {
        source: file.to_string(),
        alt: picture.text("alt").unwrap_or_default().to_owned(),
        focus: picture.text("focus").map(str::to_owned),
    })
}

struct NamesShown {
    title: String,
    list: String,
    official: String,
}

/// The name of an entry in its language that needs no file in that: what a file in another
/// one says it is called there, else the reference data.
fn known_name<'a>(
    seed: &Seed,
    subject: &Subject,
    document: Option<&'a Document>,
    lookup: &'a Lookup,
) -> Option<&'a str> {
    let tag = &lookup.config.languages[usize::from(seed.lang.0)].tag;
    let said = document.and_then(|it| it.fields.record("names"));
    let country = subject.country.map(|it| lookup.countries.get(it));
    said.and_then(|it| it.text(tag)).or_else(|| Some(country?.name(tag)))
}

/// What the settings call a country, in the first language of the site.
fn house_name<'a>(seed: &Seed, subject: &Subject, lookup: &'a Lookup) -> Option<&'a str> {
    let country = lookup.countries.get(subject.country.filter(|_| seed.lang.0 == 0)?);
    let name = lookup.config.country_names.get(&country.iso2.to_lowercase());
    name.map(String::as_str)
}

/// The names of an entry: what the file that speaks for it says, else what it is known by.
fn names(speaking: Option<&Document>, house: Option<&str>, known: &str) -> NamesShown {
    let said = |field| speaking.and_then(|it| it.fields.text(field));
    let title = said("title").unwrap_or(known);
    let list = said("name_list").or(house).unwrap_or(title);
    let official = said("name_official").unwrap_or(title);
    NamesShown {
        title: title.to_owned(),
        list: list.to_owned(),
        official: official.to_owned(),
    }
}
