//! Which pages the site has: output path → what is shown there. Knows no template text and
//! no disk.
//!
//! [`Plan`] is small (a path and an index a page); what a page shows is made by [`view`]
//! when it is asked for, one page at a time.

mod addressed;
pub mod album;
mod body;
mod collisions;
mod context;
mod country;
mod country_topics;
pub mod coverage;
pub mod dates;
mod documents;
mod entries;
pub mod entry_json;
pub mod feed;
mod frame;
mod free;
pub mod graph;
mod head;
mod index;
mod languages;
pub mod links;
mod lists;
mod menus;
mod neighbours;
mod news;
mod open_graph;
mod organisations;
mod pages;
pub mod pagination;
mod people;
pub mod poster;
pub mod publisher;
pub mod redirects;
pub mod robots;
pub mod routes;
pub mod search;
mod share;
mod sitemap;
mod stories;
mod structured;
pub mod tables;
mod templates;
mod topics;
pub mod url;
mod videos;
pub mod web_manifest;
pub mod words;

use self::{
    context::Context, coverage::Maps, search::Indexing, tables::Tables, words::Words,
};
use crate::{
    config::FeedFormat,
    key::Key,
    picture::{Poster, Print},
    problem::Checked,
    reference::Globes,
    schema::TypeId,
    search::File,
    site::{EntryId, FileUse, LangId, Site},
    theme::{Theme, ThemeAsset},
    view::{Frame, View, machine::Machine},
};

/// All outputs of a site.
#[derive(Debug)]
pub struct Plan {
    /// What the pages of each language share, by [`LangId`].
    pub frames: Vec<Frame>,
    /// The key of each frame.
    pub frame_keys: Vec<Key>,
    /// Every output once, sorted by path.
    pub pages: Vec<Page>,
    /// The paginated lists.
    pub lists: Vec<List>,
    /// The sizes of pictures, each with the number of its file among those of the site.
    pub prints: Vec<(u32, Print)>,
    /// What many pages need and only the whole site can say.
    pub tables: Tables,
    /// The words of each language, by [`LangId`].
    pub words: Vec<Words>,
    /// The globes of all countries.
    pub globes: Globes,
    /// The maps of the world and of regions.
    pub maps: Maps,
    /// The files that readers search.
    pub search: Vec<File>,
}

/// A paginated list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What it lists.
    pub of: ListOf,
    /// In which language.
    pub lang: LangId,
    /// Its own address, below the base.
    pub address: String,
}

/// What a paginated list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOf {
    /// All entries of a type.
    Type(TypeId),
    /// The news that name an entry.
    NewsOf(EntryId),
    /// The news that name both: a country and a topic.
    CountryTopic(EntryId, EntryId),
    /// The news of a month: year and month.
    Month(i16, i8),
}

/// One output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it goes: a path below the output directory (`news/2020/x/index.html`).
    pub path: String,
    /// Its language; the first one for what has none.
    pub lang: LangId,
    /// What stands there.
    pub route: Route,
}

/// What stands at an output path: indexes, from which [`view`] makes the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// The home page of a language.
    Home,
    /// The page of an entry.
    Entry(EntryId),
    /// A page of a paginated list: an index into the plan's lists, and the number of the
    /// page from 1, or 0 for the list's own address with the newest entries.
    List {
        /// Which list.
        list: u32,
        /// Which page of it.
        page: u32,
    },
    /// All entries of a type on one page, by letter, as a tree or in the editor's order.
    Index(TypeId),
    /// The years of the news.
    Archive,
    /// The months of a year.
    Year(i16),
    /// All corrections.
    Corrections,
    /// All feeds.
    FeedList,
    /// The page for what is not found.
    NotFound,
    /// The page to search on.
    Search,
    /// A file of the search: index into the plan's.
    SearchFile(u32),
    /// A redirect: the alias of this number of an entry.
    Redirect(EntryId, u16),
    /// A file of the theme: index into its assets, in their order.
    ThemeFile(u32),
    /// A file of the site: index into its files.
    File(u32),
    /// A picture in one of its sizes: index into the plan's prints.
    Print(u32),
    /// A drawn picture.
    Poster(PosterOf),
    /// A feed.
    Feed(FeedOf, FeedFormat),
    /// A sitemap, from 0.
    Sitemap(u32),
    /// The list of sitemaps.
    SitemapIndex,
    /// News of the last two days.
    NewsSitemap,
    /// `site.webmanifest`.
    WebManifest,
    /// `robots.txt`.
    Robots,
    /// `_redirects`.
    Redirects,
    /// `index.json` beside the page of an entry.
    EntryJson(EntryId),
    /// `api/graph.json`.
    Graph,
}

/// Whose news a feed holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedOf {
    /// All news of the page's language.
    Site,
    /// Those that name an entry.
    Entry(EntryId),
}

/// What a drawn picture is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PosterOf {
    /// The site, in the page's language.
    Site,
    /// An entry.
    Entry(EntryId),
}

/// What an output holds, ready to be rendered.
#[derive(Debug)]
pub enum Content<'a> {
    /// A template and what it sees.
    Template {
        /// Its name without the suffix: `news`, `list`.
        name: &'a str,
        /// What it sees as `page`.
        view: View<'a>,
    },
    /// An output for machines.
    Machine(Machine<'a>),
    /// Text.
    Text(String),
    /// A file of the site, as it is.
    Copy(&'a FileUse),
    /// A picture of the site, in one of its sizes.
    Print(&'a FileUse, Print),
    /// A picture to be drawn.
    Poster(Box<Poster<'a>>),
    /// A file of the theme, as it is.
    Bytes(&'a ThemeAsset),
    /// A file of the search.
    Search(&'a File),
}

/// Plans all outputs of a site; refuses two of them at one path.
pub fn plan(site: &Site, theme: &Theme, indexing: Indexing) -> Checked<Plan> {
    let words: Vec<Words> =
        site.config.languages.iter().map(|it| Words::new(it, theme)).collect();
    let tables = Tables::of(site, &words);
    let prints = album::all(site);
    let (pages, lists) = routes::all(site, theme, &tables, &prints);
    let mut value = Plan {
        frames: Vec::new(),
        frame_keys: Vec::new(),
        pages,
        lists,
        prints,
        tables,
        words,
        globes: Globes::read(),
        maps: Maps::of(site),
        search: Vec::new(),
    };
    search::add(&mut value, site, theme, indexing);
    let mut problems = collisions::settle(site, &mut value.pages);
    problems.extend(templates::check(site, theme));
    problems.extend(addressed::check(&value, site));
    value.frames = frame::all(&value, site, theme);
    value.frame_keys = value.frames.iter().map(Key::of).collect();
    Checked { value, problems }
}

/// What a page shows.
pub fn view<'a>(
    plan: &'a Plan,
    site: &'a Site,
    theme: &'a Theme,
    page: &'a Page,
) -> Content<'a> {
    pages::content(Context { plan, site, theme, page })
}

impl Plan {
    /// The output at an address below the base: `/news/`.
    pub fn page_at(&self, address: &str) -> Option<&Page> {
        self.page(&url::output(address))
    }

    /// The output at a path: `news/index.html`.
    pub fn page(&self, path: &str) -> Option<&Page> {
        let at = self.pages.binary_search_by(|it| (*it.path).cmp(path)).ok()?;
        self.pages.get(at)
    }

    /// The entries of a list, newest first.
    pub fn listed<'a>(&'a self, site: &'a Site, list: &List) -> &'a [EntryId] {
        let there = self.tables.shelf(list.lang);
        match list.of {
            ListOf::Type(ty) => there.entries(ty),
            ListOf::NewsOf(id) => site.inverse_of(id, "news"),
            ListOf::CountryTopic(country, topic) => self
                .tables
                .country_topics
                .get(&(country, topic))
                .map_or(&[], Vec::as_slice),
            ListOf::Month(year, month) => {
                let news = site.config.schema.named("news").map(|it| there.entries(it));
                let months = &there.months;
                let found = months.iter().find(|it| (it.year, it.month) == (year, month));
                news.zip(found).map_or(&[], |(news, it)| &news[it.news.clone()])
            }
        }
    }

    /// The key of an output: equal keys, equal bytes (for the same tool).
    pub fn key(&self, page: &Page, content: &Content, theme: &Theme) -> Key {
        match content {
            Content::Template { name, view } => {
                let frame = self.frame_keys[usize::from(page.lang.0)];
                Key::of(&(name, view)).with(frame).with(theme.key)
            }
            Content::Machine(machine) => Key::of(machine),
            Content::Text(text) => Key::of_bytes(text.as_bytes()),
            Content::Copy(file) => file.key,
            Content::Print(file, print) => Key::of(&(file.key, print)),
            Content::Poster(poster) => Key::of(poster),
            Content::Bytes(asset) => asset.key,
            Content::Search(file) => file.key,
        }
    }
}

#[cfg(test)]
mod tests;
