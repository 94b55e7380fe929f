//! The search of each language: the page it is done on, and the files that a browser searches.

mod gather;

use super::{
    Page, Plan, Route,
    context::Context,
    head::{self, Subject},
    lists, url,
};
use crate::{
    search::{self, File},
    site::{LangId, Site},
    theme::Theme,
    view::{CountedLink, SearchView},
};

/// The folder of all that belongs to a search, below the home page and below the base.
pub const FOLDER: &str = "search/";

/// When the files of an index are made: that takes as long as all pages of a small site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indexing {
    /// With the plan, whose outputs they are.
    Now,
    /// Not before somebody asks for one; the plan does without.
    WhenAsked,
}

/// Adds the search of every language that has pages, where the site wants one.
pub fn add(plan: &mut Plan, site: &Site, theme: &Theme, indexing: Indexing) {
    if !site.config.outputs.search {
        return;
    }
    let languages = languages(plan);
    if indexing == Indexing::Now {
        let files = index(plan, site, theme);
        files.into_iter().for_each(|it| add_file(plan, it));
    }
    for lang in &languages {
        let path = url::output(&page(site, *lang));
        plan.pages.push(Page { path, lang: *lang, route: Route::Search });
    }
    if !languages.is_empty() {
        let script = search::script();
        add_file(plan, (format!("{FOLDER}{}", script.name), script));
    }
}

/// The files of the indexes of all languages, each with its output path.
pub fn index(plan: &Plan, site: &Site, theme: &Theme) -> Vec<(String, File)> {
    let of_language = |lang: LangId| {
        let made = gather::of(plan, site, theme, lang);
        let (folder, files) =
            (folder(site, lang), search::files(&made.items, &made.facets));
        files.into_iter().map(move |it| (format!("{folder}{}", it.name), it))
    };
    languages(plan).into_iter().flat_map(of_language).collect()
}

/// The languages that have pages.
fn languages(plan: &Plan) -> Vec<LangId> {
    let homes = plan.pages.iter().filter(|it| it.route == Route::Home);
    let mut languages: Vec<LangId> = homes.map(|it| it.lang).collect();
    languages.sort_unstable();
    languages
}

fn add_file(plan: &mut Plan, (path, file): (String, File)) {
    let Ok(at) = u32::try_from(plan.search.len()) else { return };
    plan.pages.push(Page { path, lang: LangId(0), route: Route::SearchFile(at) });
    plan.search.push(file);
}

/// The address of the page of a language, as pages link to it, if there is one.
pub fn address(plan: &Plan, site: &Site, lang: LangId) -> Option<String> {
    let address = page(site, lang);
    let there = plan.page_at(&address).is_some_and(|it| it.route == Route::Search);
    there.then(|| url::href(&site.config, &address))
}

fn page(site: &Site, lang: LangId) -> String {
    format!("{}{FOLDER}", url::home(&site.config, lang))
}

/// The folder of the index of a language.
fn folder(site: &Site, lang: LangId) -> String {
    format!("{FOLDER}{}/", site.config.languages[usize::from(lang.0)].tag)
}

/// The page.
pub fn view(cx: Context<'_>) -> SearchView<'_> {
    let title = cx.words().text("search").to_owned();
    let subject = Subject {
        title: title.clone(),
        description: cx.words().text("described_search").to_owned(),
        name: title.clone(),
        section: "search".into(),
        ..Subject::default()
    };
    SearchView {
        head: head::of_list(cx, subject),
        title,
        script: cx.href(&format!("/{FOLDER}search.js")),
        index: cx.href(&format!("/{}", folder(cx.site, cx.lang()))),
        topics: with_news(cx, "topic"),
        regions: with_news(cx, "region"),
        years: lists::years(cx),
    }
}

/// The entries of a type that news name.
fn with_news<'a>(cx: Context<'a>, ty: &str) -> Vec<CountedLink<'a>> {
    let ty = cx.site.config.schema.named(ty);
    let shelf = cx.plan.tables.shelf(cx.lang());
    let entries = ty.map_or(&[][..], |it| shelf.entries(it)).iter();
    entries.map(|id| cx.counted(*id)).filter(|it| it.count > 0).collect()
}
