//! What stands in the `<head>` of a page and around its content: title, description,
//! addresses in other languages, the trail from the home page.

use crate::{
    plan::{
        Route, context::Context, entries, graph, languages, open_graph, routes,
        structured, tables, url,
    },
    site::{EntryId, LangId},
    view::{Alternate, Crumb, FeedLink, Head, LanguageLink, OpenGraph},
};

/// How many characters of a text serve as the description of a page.
const DESCRIPTION: usize = 200;

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct Subject {
    /// Its title, unique among the pages of its language.
    pub title: String,
    /// The tag and the direction of what it says, where that is not in the page's language.
    pub lang: Option<(String, &'static str)>,
    /// What it is, in a sentence.
    pub description: String,
    /// The steps between the home page and it.
    pub trail: Vec<Crumb>,
    /// What its own step is called.
    pub name: String,
    /// The section of the main menu.
    pub section: String,
    /// Its feeds.
    pub feeds: Vec<FeedLink>,
    /// Addresses of the pages of a list before and after it.
    pub neighbours: (Option<String>, Option<String>),
}

/// The head of a page that is no entry.
pub fn of_list(cx: Context, subject: Subject) -> Head {
    let others = same_address(cx);
    let og = open_graph::of_list(cx, &subject.title);
    head(cx, subject, Facing { others, og, json: None })
}

/// The head of an entry's page.
pub fn of_entry(cx: Context, id: EntryId) -> Head {
    let subject = subject(cx, id);
    let others = translations(cx, id).into_iter().map(|it| (it.0, it.1)).collect();
    let json = cx
        .site
        .config
        .outputs
        .page_json
        .then(|| cx.href(&format!("{}index.json", cx.page_address())));
    let og = open_graph::of_entry(cx, id);
    head(cx, subject, Facing { others, og, json })
}

/// The addresses of a page in all languages it is written in, its own included, and the
/// one for everybody else; none where it is written in one language.
pub fn alternates(cx: Context) -> Vec<Alternate> {
    let pages = match cx.page.route {
        Route::NotFound => Vec::new(),
        Route::Entry(id) => translated(cx, id),
        _ => same_address(cx),
    };
    if pages.len() < 2 || pages.iter().all(|it| it.0 != cx.lang()) {
        return Vec::new();
    }
    let config = &cx.site.config;
    let tag = |lang: LangId| config.languages[usize::from(lang.0)].tag.clone();
    let own = pages.iter().map(|(lang, address)| (tag(*lang), address));
    let default = pages.first().map(|it| ("x-default".to_owned(), &it.1));
    own.chain(default)
        .map(|(lang, address)| Alternate { lang, url: url::absolute(config, address) })
        .collect()
}

struct Facing {
    others: Vec<(LangId, String)>,
    og: OpenGraph,
    json: Option<String>,
}

fn head(cx: Context, subject: Subject, facing: Facing) -> Head {
    let home = cx.page.route == Route::Home;
    let mut breadcrumb = Vec::new();
    if !home {
        let first = cx.words().text("home").to_owned();
        breadcrumb.push(crumb(first, Some(cx.href(&cx.address("")))));
        breadcrumb.extend(subject.trail);
        let lang = subject.lang.as_ref().map(|it| it.0.clone());
        breadcrumb.push(Crumb { lang, ..crumb(subject.name, None) });
    }
    let canonical = url::absolute(&cx.site.config, &cx.page_address());
    let json_ld = structured::graph(&structured::Page {
        cx,
        url: &canonical,
        title: &subject.title,
        description: &subject.description,
        breadcrumb: &breadcrumb,
        image: &facing.og.image,
    });
    let (lang, dir) = subject.lang.unzip();
    Head {
        title: subject.title,
        lang,
        dir,
        description: subject.description,
        canonical,
        noindex: !routes::indexed(cx.site, cx.page),
        alternates: alternates(cx),
        languages: languages(cx, &facing.others),
        feeds: subject.feeds,
        breadcrumb,
        section: subject.section,
        og: facing.og,
        json_ld,
        json: facing.json,
        previous: subject.neighbours.0,
        next: subject.neighbours.1,
    }
}

/// The languages that a page of this address below the home page exists in, with addresses;
/// older pages of a list hold other entries in each language.
fn same_address(cx: Context) -> Vec<(LangId, String)> {
    let config = &cx.site.config;
    let own = cx.page_address();
    if matches!(cx.page.route, Route::List { page: 1.., .. }) {
        return vec![(cx.lang(), own)];
    }
    let rest = own.strip_prefix(&cx.address("")).unwrap_or_default();
    let languages = (0..).map(LangId).take(config.languages.len());
    languages
        .map(|lang| (lang, format!("{}{rest}", url::home(config, lang))))
        .filter(|it| cx.plan.page_at(&it.1).is_some_and(|page| page.lang == it.0))
        .collect()
}

/// The languages that an entry exists in, with addresses, and that of the page.
fn translations(cx: Context, id: EntryId) -> Vec<(LangId, String, EntryId)> {
    let mut found: Vec<_> = graph::translations(cx.site, id)
        .chain([id])
        .filter_map(|id| {
            let entry = cx.entry(id);
            let address = entry.card.address.clone().filter(|it| it.starts_with('/'))?;
            Some((entry.lang, address, id))
        })
        .collect();
    found.sort();
    found.dedup_by_key(|it| it.0);
    found
}

/// The languages an entry is written in, with addresses.
fn translated(cx: Context, id: EntryId) -> Vec<(LangId, String)> {
    let all = translations(cx, id).into_iter();
    all.filter(|it| is_translated(cx, it.2)).map(|it| (it.0, it.1)).collect()
}

/// Whether an entry's title is in the language of its page, and its text, if it has one.
fn is_translated(cx: Context, id: EntryId) -> bool {
    let entry = cx.entry(id);
    let text = entry.document.as_deref().is_some_and(|it| !it.body.text.is_empty());
    !(entry.is_untranslated() || text && entry.is_lent())
}

fn languages(cx: Context, pages: &[(LangId, String)]) -> Vec<LanguageLink> {
    let link = |(lang, address): &(LangId, String)| {
        let language = &cx.site.config.languages[usize::from(lang.0)];
        LanguageLink {
            lang: language.tag.clone(),
            dir: if language.rtl { "rtl" } else { "ltr" },
            name: languages::own_name(&language.tag).to_owned(),
            url: cx.href(address),
            current: *lang == cx.lang(),
        }
    };
    if pages.len() < 2 { Vec::new() } else { pages.iter().map(link).collect() }
}

fn subject(cx: Context, id: EntryId) -> Subject {
    let entry = cx.entry(id);
    let title = cx.plan.tables.titles.get(&id).unwrap_or(&entry.card.title);
    let schema = cx.site.config.schema.get(entry.ty);
    let short = cx.fields(id).text("short_title");
    let short = short.filter(|_| entry.body_lang == entry.card.lang);
    Subject {
        title: title.clone(),
        lang: cx.other(entry.card.lang).map(|it| (it.0.to_owned(), it.1)),
        description: description(cx, id),
        trail: trail(cx, id),
        name: short.unwrap_or(&entry.card.title).to_owned(),
        section: schema.folder.clone(),
        feeds: entries::feeds(cx, id),
        neighbours: (None, None),
    }
}

/// What an entry is, in a sentence: its standfirst or summary, the beginning of its text,
/// or its name and the site's.
fn description(cx: Context, id: EntryId) -> String {
    let card = &cx.entry(id).card;
    if let Some(text) = card.standfirst.as_deref().filter(|it| !it.trim().is_empty()) {
        return text.to_owned();
    }
    let body = cx.entry(id).document.as_deref().map(|it| &it.body.text);
    let text = body.and_then(|it| it.plain().find(|it| !it.trim().is_empty()));
    match text {
        Some(text) => shortened(&text),
        None if cx.site.is(id, "country") => {
            cx.words().fill("described_country", &[("name", &card.title)])
        }
        None => {
            let title = cx.plan.tables.titles.get(&id).unwrap_or(&card.title);
            let site = &cx.plan.frames[usize::from(cx.lang().0)].title;
            cx.words().fill("described_by_site", &[("title", title), ("site", site)])
        }
    }
}

fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = text.char_indices().nth(DESCRIPTION) else { return text };
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    format!("{} …", &text[..end])
}

/// The steps from the home page to an entry: the list of its type, then the year, the
/// region or the wider topic.
pub fn trail(cx: Context, id: EntryId) -> Vec<Crumb> {
    let schema = cx.site.config.schema.get(cx.entry(id).ty);
    let list = cx.href_if_there(&format!("{}/", schema.folder));
    let label = cx.words().text(&schema.label).to_owned();
    let mut trail: Vec<Crumb> =
        list.map(|url| crumb(label, Some(url))).into_iter().collect();
    if schema.name == "news" {
        trail.extend(tables::day(cx.site, id).map(|day| year_crumb(cx, day.year())));
    }
    let mut wider = Vec::new();
    let mut at = id;
    while let Some(parent) = parent(cx, at).filter(|it| *it != id && !wider.contains(it))
    {
        wider.push(parent);
        at = parent;
    }
    trail.extend(wider.into_iter().rev().map(|it| entry_crumb(cx, it)));
    trail
}

/// A step in the language of the page.
pub fn crumb(title: String, url: Option<String>) -> Crumb {
    Crumb { title, lang: None, url }
}

/// The step of an entry.
pub fn entry_crumb(cx: Context, id: EntryId) -> Crumb {
    let link = cx.link(id);
    let lang = link.lang.map(str::to_owned);
    Crumb { lang, ..crumb(link.title.to_owned(), link.url) }
}

/// The step of a year of the news.
pub fn year_crumb(cx: Context, year: i16) -> Crumb {
    crumb(year.to_string(), cx.href_if_there(&format!("news/{year:04}/")))
}

fn parent(cx: Context, id: EntryId) -> Option<EntryId> {
    let field = if cx.site.is(id, "country") { "region" } else { "parent" };
    cx.site.related_by(id, field).first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_end_between_words() {
        assert_eq!(shortened(" One\n two "), "One two");
        let long = shortened(&"word ".repeat(100));
        assert!(long.ends_with("word …") && long.chars().count() <= DESCRIPTION + 2);
    }
}
