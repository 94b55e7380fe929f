//! Which pages the site has: output path → what is shown there. Knows no template text and
//! no disk.
//!
//! [`Plan`] is small (a path and an index a page); what a page shows is made by [`view`]
//! when it is asked for, one page at a time.

pub mod dates;
pub mod entry_json;
pub mod feed;
pub mod graph;
pub mod links;
pub mod publisher;
pub mod redirects;
pub mod robots;
pub mod url;
pub mod words;

use crate::{
    config::FeedFormat,
    key::Key,
    site::{EntryId, FileUse, LangId},
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
    Index(crate::schema::TypeId),
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
    /// A redirect: the alias of this number of an entry.
    Redirect(EntryId, u16),
    /// A file of the theme: index into its assets, in their order.
    ThemeFile(u32),
    /// A file of the site: index into its files.
    File(u32),
    /// A feed.
    Feed(FeedOf, FeedFormat),
    /// A sitemap, from 0.
    Sitemap(u32),
    /// The list of sitemaps.
    SitemapIndex,
    /// News of the last two days.
    NewsSitemap,
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
    /// A file of the theme, as it is.
    Bytes(&'a ThemeAsset),
}

impl Plan {
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
            Content::Bytes(asset) => asset.key,
        }
    }
}
