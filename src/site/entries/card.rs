//! What other entries show of an entry.

use std::sync::Arc;

use super::{Seed, language_of};
use crate::{
    document::{Document, Record},
    reference::Country,
    site::{Card, Entry, addresses, census::Subject, files, gate, lookup::Lookup},
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
    let own =
        document.filter(|_| language_of(census, seed.document, seed.lang) == seed.lang);
    let address = match own {
        Some(it) => addresses::of_document(it, &subject.id, seed.lang, config),
        None => Some(addresses::of_country(subject, census, seed.lang, config)),
    };
    let names = names(seed, subject, lookup, own);
    let empty = Record::default();
    let fields = document.map_or(&empty, |it| &it.fields);
    let text = |field: &str| fields.text(field).map(ToOwned::to_owned);
    let moment = fields.moment("date");
    let own_text = |field| own.and_then(|it| it.fields.text(field));
    let sort_key = own_text("sort_key").or_else(|| own_text("sort_name"));
    Card {
        sort_key: sort_key.unwrap_or(&names.list).to_owned(),
        title: names.title,
        list_title: names.list,
        official: names.official,
        address,
        date: moment.map(|it| it.day(&config.timezone).to_string()),
        instant: moment.map_or(0, |it| it.instant(&config.timezone).as_millisecond()),
        standfirst: own.and_then(standfirst),
        kind: text("kind"),
        image: document.and_then(|it| image(it, lookup)),
        lang: seed.lang,
        primary_country: None,
        withdrawn: document.is_some_and(|it| gate::is_withdrawn(it, config)),
    }
}

fn standfirst(document: &Document) -> Option<String> {
    let fields = &document.fields;
    fields.text("standfirst").or_else(|| fields.text("summary")).map(ToOwned::to_owned)
}

/// The first picture of an entry: its file and what it shows.
fn image(document: &Document, lookup: &Lookup) -> Option<(String, String)> {
    let mut fields = ["image", "photo"].into_iter();
    let picture = fields.find_map(|it| document.fields.record(it))?;
    let file = files::beside(lookup.sources, &document.path, picture.text("src")?)?;
    Some((file.to_string(), picture.text("alt").unwrap_or_default().to_owned()))
}

struct NamesShown {
    title: String,
    list: String,
    official: String,
}

/// The names of an entry: what its file says, else what the site says, else the reference
/// data. `own` is its document, if that is written in its language.
fn names(
    seed: &Seed,
    subject: &Subject,
    lookup: &Lookup,
    own: Option<&Document>,
) -> NamesShown {
    let config = lookup.config;
    let tag = &config.languages[usize::from(seed.lang.0)].tag;
    let own_text = |field| own.and_then(|it| it.fields.text(field));
    let lent = seed.document.map(|at| &lookup.public.census.documents[at].fields);
    let translated = lent.and_then(|it| it.record("names")).and_then(|it| it.text(tag));
    let country: Option<&Country> = subject.country.map(|it| lookup.countries.get(it));
    let known = country.map(|it| it.name(tag));
    let house = country.and_then(|it| config.country_names.get(&it.iso2.to_lowercase()));
    let house = house.map(String::as_str).filter(|_| seed.lang.0 == 0);
    let title = own_text("title").or(translated).or(known).unwrap_or(&subject.id);
    let list = own_text("name_list").or(house).unwrap_or(title);
    let official = own_text("name_official").unwrap_or(title);
    NamesShown {
        title: title.to_owned(),
        list: list.to_owned(),
        official: official.to_owned(),
    }
}
