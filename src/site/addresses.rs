//! Addresses: of entries by the pattern of their type, of aliases, and those that the site
//! has of itself. Knows no output files.

use jiff::civil::Date;
use rayon::prelude::*;

use super::{
    LangId,
    census::{Census, Subject, SubjectId},
};
use crate::{config::Config, document::Document};

/// Every address an entry can be reached at: address → subject and version, sorted.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    list: Vec<(String, SubjectId, LangId)>,
    years: Vec<i16>,
}

const FEEDS: [&str; 3] = ["atom.xml", "feed.xml", "feed.json"];
const ALONE: [&str; 11] = [
    "",
    "404.html",
    "corrections/",
    "feeds/",
    "news/archive/",
    "search/",
    "sitemap.xml",
    "sitemap-news.xml",
    "robots.txt",
    "site.webmanifest",
    "api/graph.json",
];

impl Addresses {
    /// The addresses and aliases of all entries that have a page, and those that countries
    /// have or would have.
    pub fn of(census: &Census, config: &Config) -> Self {
        let subjects: Vec<_> = census.iter().collect();
        let own = |(id, subject): &(SubjectId, &Subject)| {
            let addresses = of_subject(subject, census, config);
            let id = *id;
            addresses.into_iter().map(move |(address, lang)| (address, id, lang))
        };
        let mut list: Vec<_> = subjects.par_iter().flat_map_iter(own).collect();
        list.par_sort_unstable();
        list.extend(lent(&subjects, &list, census, config));
        list.par_sort_unstable();
        let days = census.documents.iter().filter_map(|it| it.fields.moment("date"));
        let mut years: Vec<_> = days.map(|it| it.day(&config.timezone).year()).collect();
        years.sort_unstable();
        years.dedup();
        Self { list, years }
    }

    /// The entry at an address; the final `/` may be missing.
    pub fn find(&self, address: &str) -> Option<(SubjectId, LangId)> {
        let look = |address: &str| {
            let at = self.list.partition_point(|it| *it.0 < *address);
            self.list.get(at).filter(|it| it.0 == address).map(|it| (it.1, it.2))
        };
        look(address).or_else(|| look(&format!("{address}/")))
    }

    /// All addresses of entries, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|it| it.0.as_str())
    }

    /// Whether the site may make a page or file of its own at an address: a list, an
    /// archive, a feed, a sitemap. Whether it does is said when outputs are planned.
    pub fn is_made(&self, address: &str, config: &Config) -> bool {
        let path = address.strip_prefix('/').unwrap_or(address);
        let path = without_language(path, config);
        let (folder, file) = path.rsplit_once('/').map_or(("", path), |it| it);
        let page = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let beside =
            FEEDS.contains(&file) || file == "index.json" || file == "index.html";
        ALONE.contains(&path)
            || file.is_empty() && self.is_list(folder, config)
            || file.is_empty() && self.is_news_of_entry(&page)
            || beside && (page.is_empty() || self.is_list(folder, config))
            || beside && self.find(&format!("/{page}")).is_some()
    }

    /// `countries/kr/news/`, `countries/kr/news/page/2/`.
    fn is_news_of_entry(&self, page: &str) -> bool {
        let entry = page.rsplit_once("news/").filter(|it| it.1.is_empty());
        let entry = entry.or_else(|| page.rsplit_once("news/page/"));
        entry.is_some_and(|it| self.find(&format!("/{}", it.0)).is_some())
    }

    /// `news`, `news/2020`, `news/2020/02`, `news/page/2`, `topics`.
    fn is_list(&self, folder: &str, config: &Config) -> bool {
        let (first, rest) = folder.split_once('/').unwrap_or((folder, ""));
        let parts: Vec<_> = rest.split('/').collect();
        let number = |text: &str| text.parse::<i16>().ok();
        let is_year =
            |text: &str| number(text).is_some_and(|it| self.years.contains(&it));
        config.schema.of_folder(first).is_some()
            && match parts.as_slice() {
                [""] => true,
                ["page", page] => number(page).is_some(),
                [year] => is_year(year),
                [year, month] => {
                    is_year(year)
                        && number(month).is_some_and(|it| (1..=12).contains(&it))
                }
                _ => false,
            }
    }
}

/// The addresses and aliases of a subject, with the language of each.
fn of_subject(
    subject: &Subject,
    census: &Census,
    config: &Config,
) -> Vec<(String, LangId)> {
    let mut list = Vec::new();
    for (lang, at) in &subject.variants {
        let document = &census.documents[*at];
        let own = of_document(document, &subject.id, *lang, config);
        list.extend(own.into_iter().chain(aliases(document)).map(|it| (it, *lang)));
    }
    if subject.country.is_some() {
        let lent = languages(config).filter(|it| !subject.has(*it));
        list.extend(lent.map(|it| (of_country(subject, census, it, config), it)));
    }
    list
}

/// The addresses that subjects have in languages no file of them is written in, those taken
/// by others left out.
fn lent(
    subjects: &[(SubjectId, &Subject)],
    taken: &[(String, SubjectId, LangId)],
    census: &Census,
    config: &Config,
) -> Vec<(String, SubjectId, LangId)> {
    let is_free = |address: &String| {
        address.starts_with('/')
            && taken.binary_search_by(|it| it.0.cmp(address)).is_err()
    };
    let others = subjects.par_iter().filter(|it| it.1.country.is_none());
    let lacking = others.flat_map_iter(|(id, subject)| {
        let lacking = languages(config).filter(|it| !subject.has(*it));
        lacking.map(move |lang| (*id, *subject, lang))
    });
    let address = |(id, subject, lang): (SubjectId, &Subject, LangId)| {
        let address = of_lent(subject, census, lang, config).filter(is_free)?;
        Some((address, id, lang))
    };
    lacking.filter_map(address).collect()
}

fn without_language<'a>(path: &'a str, config: &Config) -> &'a str {
    let mut tags = config.languages.iter().skip(1).map(|it| it.tag.as_str());
    let rest = tags.find_map(|tag| path.strip_prefix(tag)?.strip_prefix('/'));
    rest.unwrap_or(path)
}

/// The languages of a site.
pub fn languages(config: &Config) -> impl Iterator<Item = LangId> + use<> {
    (0..config.languages.len()).filter_map(|at| u8::try_from(at).ok().map(LangId))
}

/// The address of a document: none for a stub without a page, an absolute one for a stub
/// that says where it is published.
pub fn of_document(
    document: &Document,
    id: &str,
    lang: LangId,
    config: &Config,
) -> Option<String> {
    if let Some(url) = elsewhere(document) {
        return Some(url.to_owned());
    }
    if !has_page(document) {
        return None;
    }
    let slug = document.fields.text("slug");
    let folder = document.stem.rsplit_once('/').map_or("", |it| it.0);
    let path = match slug {
        Some(slug) => format!("{folder}/{slug}"),
        None => document.stem.clone(),
    };
    let date = document.fields.moment("date").map(|it| it.day(&config.timezone));
    let ty = config.schema.get(document.ty);
    let address = fill(&ty.address, &path, slug.unwrap_or(id), date);
    Some(prefix(lang, config) + &address)
}

/// Where a stub says that it is published.
fn elsewhere(document: &Document) -> Option<&str> {
    document.fields.text("url").filter(|_| document.fields.flag("stub"))
}

/// Whether a document has a page, here or elsewhere: a stub needs a text or a `url`.
pub fn has_page(document: &Document) -> bool {
    let is_stub = document.fields.flag("stub");
    !is_stub || elsewhere(document).is_some() || !document.body.text.is_empty()
}

/// The address of a subject in a language that no file of it is written in.
pub fn of_lent(
    subject: &Subject,
    census: &Census,
    lang: LangId,
    config: &Config,
) -> Option<String> {
    if subject.country.is_some() {
        return Some(of_country(subject, census, lang, config));
    }
    let document = &census.documents[subject.variant(lang)?.1];
    of_document(document, &subject.id, lang, config)
}

fn of_country(
    subject: &Subject,
    census: &Census,
    lang: LangId,
    config: &Config,
) -> String {
    let file = subject.variants.first().map(|it| &census.documents[it.1]);
    let slug = file.and_then(|it| it.fields.text("slug")).unwrap_or(&subject.id);
    let ty = config.schema.get(subject.ty);
    let path = format!("{}/{slug}", ty.folder);
    prefix(lang, config) + &fill(&ty.address, &path, slug, None)
}

/// The aliases of a document, each with both slashes unless it names a file.
pub fn aliases(document: &Document) -> impl Iterator<Item = String> {
    document.fields.texts("aliases").map(|alias| {
        let path = alias.trim_matches('/');
        let is_file = path.rsplit('/').next().is_some_and(|it| it.contains('.'));
        if is_file || path.is_empty() { format!("/{path}") } else { format!("/{path}/") }
    })
}

fn prefix(lang: LangId, config: &Config) -> String {
    match lang.0 {
        0 => String::new(),
        at => format!("/{}", config.languages[usize::from(at)].tag),
    }
}

fn fill(pattern: &str, path: &str, slug: &str, date: Option<Date>) -> String {
    let number = |part: fn(Date) -> i16| date.map_or(0, part);
    let address = pattern
        .replace("{year}", &format!("{:04}", number(Date::year)))
        .replace("{month}", &format!("{:02}", number(|it| it.month().into())))
        .replace("{day}", &format!("{:02}", number(|it| it.day().into())))
        .replace("{path}", path)
        .replace("{slug}", slug);
    format!("/{}/", address.trim_matches('/'))
}
