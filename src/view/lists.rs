//! Pages that list entries, and pages that stand alone.

use serde::Serialize;

use crate::view::{
    drawings::CoverageMap,
    frame::{FeedLink, Head, MenuItem},
    parts::{CardView, ChangeView, CountedLink, GroupView, Link},
};

/// The home page.
#[derive(Debug, Serialize)]
pub struct HomeView<'a> {
    /// Head and frame.
    pub head: Head,
    /// The first story.
    pub lead: Option<CardView<'a>>,
    /// The latest news without the first.
    pub latest: Vec<CardView<'a>>,
    /// Where all news are listed, where there are any.
    pub all_news: Option<CountedLink<'a>>,
    /// Topics with their latest news.
    pub topics: Vec<TopicBlock<'a>>,
    /// Countries with coverage.
    pub coverage: Option<CoverageMap<'a>>,
    /// The letters of the index of countries.
    pub letters: Vec<MenuItem>,
}

/// A topic on the home page.
#[derive(Debug, Serialize)]
pub struct TopicBlock<'a> {
    /// The topic and how many news it has.
    pub topic: CountedLink<'a>,
    /// Its latest.
    pub latest: Vec<CardView<'a>>,
}

/// A page of a list. Pages are numbered from the oldest: page 1 is full and never changes,
/// and the newest entries stand on the list's own address.
#[derive(Debug, Serialize)]
pub struct ListView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Title.
    pub title: String,
    /// In a sentence.
    pub summary: String,
    /// The entries.
    pub groups: Vec<GroupView<'a>>,
    /// How many there are in all; only on the list's own address, so that a new entry does
    /// not change older pages.
    pub total: Option<usize>,
    /// Links to pages of the list, newest first, the current one without an address.
    pub pages: Vec<PageLink>,
    /// Links to narrower lists: years of an archive.
    pub narrower: Vec<MenuItem>,
}

/// A link to a page of a list.
#[derive(Debug, Serialize)]
pub struct PageLink {
    /// What it says: the number, `Latest`, or `…` for a gap.
    pub label: String,
    /// What it says to screen readers: the days it spans.
    pub description: String,
    /// Where it leads; none for the page itself and for a gap.
    pub url: Option<String>,
    /// Whether it is the page itself.
    pub current: bool,
}

/// The archive.
#[derive(Debug, Serialize)]
pub struct ArchiveView {
    /// Head and frame.
    pub head: Head,
    /// Title.
    pub title: String,
    /// Years, newest first.
    pub years: Vec<ArchiveYear>,
    /// How many news there are.
    pub total: usize,
}

/// A year of the archive.
#[derive(Debug, Serialize)]
pub struct ArchiveYear {
    /// The year.
    pub label: String,
    /// Where it is listed.
    pub url: String,
    /// How many.
    pub count: usize,
    /// Its months, latest first.
    pub months: Vec<ArchiveMonth>,
}

/// A month of the archive.
#[derive(Debug, Serialize)]
pub struct ArchiveMonth {
    /// In words.
    pub label: String,
    /// Where it is listed.
    pub url: String,
    /// How many.
    pub count: usize,
}

/// An A–Z index.
#[derive(Debug, Serialize)]
pub struct IndexView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Title.
    pub title: String,
    /// In a sentence.
    pub summary: String,
    /// Letters, those without entries left out.
    pub letters: Vec<Letter<'a>>,
    /// How many there are in all.
    pub total: usize,
}

/// A letter of an index.
#[derive(Debug, Serialize)]
pub struct Letter<'a> {
    /// The letter; empty where the list has none.
    pub letter: String,
    /// An anchor.
    pub id: String,
    /// The entries, with counts of their news.
    pub items: Vec<IndexItem<'a>>,
}

/// An entry of an index.
#[derive(Debug, Serialize)]
pub struct IndexItem<'a> {
    /// The entry.
    pub link: Link<'a>,
    /// How many news it has.
    pub count: usize,
    /// In a sentence.
    pub summary: Option<&'a str>,
    /// Address of its flag.
    pub flag: Option<String>,
    /// How deep below a parent it stands, from 0.
    pub depth: usize,
}

/// All corrections.
#[derive(Debug, Serialize)]
pub struct CorrectionsView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Title.
    pub title: String,
    /// Corrections and clarifications, newest first.
    pub items: Vec<CorrectionView<'a>>,
}

/// A correction and its entry.
#[derive(Debug, Serialize)]
pub struct CorrectionView<'a> {
    /// What was changed.
    pub change: ChangeView<'a>,
    /// Where.
    pub link: Link<'a>,
}

/// All feeds.
#[derive(Debug, Serialize)]
pub struct FeedListView {
    /// Head and frame.
    pub head: Head,
    /// Title.
    pub title: String,
    /// Groups: the site, then each type.
    pub groups: Vec<FeedGroup>,
}

/// The feeds of one kind.
#[derive(Debug, Serialize)]
pub struct FeedGroup {
    /// What they are of.
    pub title: String,
    /// The things that have feeds.
    pub items: Vec<FeedRow>,
}

/// The feeds of one thing.
#[derive(Debug, Serialize)]
pub struct FeedRow {
    /// What it is.
    pub title: String,
    /// Its feeds.
    pub feeds: Vec<FeedLink>,
}

/// The page for what is not found.
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    /// Head and frame.
    pub head: Head,
    /// Title.
    pub title: String,
}

/// The page to search on. Template `search.html`.
#[derive(Debug, Serialize)]
pub struct SearchView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Title.
    pub title: String,
    /// Address of the script that searches.
    pub script: String,
    /// Address of the folder of the index, with a final `/`.
    pub index: String,
    /// Topics that have news.
    pub topics: Vec<CountedLink<'a>>,
    /// Regions that have news.
    pub regions: Vec<CountedLink<'a>>,
    /// The years of the news, the latest first.
    pub years: Vec<MenuItem>,
}

/// A redirect.
#[derive(Debug, Serialize)]
pub struct RedirectView {
    /// Where it leads, on this site.
    pub to: String,
    /// The same, absolute.
    pub canonical: String,
    /// The title of the target.
    pub title: String,
}
