//! Views: all that a template sees of a page, and nothing else. Borrowed, derived, without
//! logic; the key of a page is that of its view. The contract of themes: its fields are
//! documented in `themes/base/README.md`, and a test fails when the two drift apart.

pub mod api;
pub mod drawings;
pub mod entries;
pub mod feed;
pub mod frame;
pub mod html;
pub mod lists;
pub mod machine;
pub mod parts;
pub mod sitemap;

use serde::Serialize;

pub use self::{drawings::*, entries::*, frame::*, html::*, lists::*, parts::*};

/// A page; templates see it as `page`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View<'a> {
    /// The home page.
    Home(Box<HomeView<'a>>),
    /// A news entry.
    News(Box<NewsView<'a>>),
    /// A country.
    Country(Box<CountryView<'a>>),
    /// A topic.
    Topic(Box<TopicView<'a>>),
    /// A region.
    Region(Box<RegionView<'a>>),
    /// An organisation.
    Organisation(Box<OrganisationView<'a>>),
    /// A person.
    Person(Box<PersonView<'a>>),
    /// A document.
    Document(Box<DocumentView<'a>>),
    /// A free page, or an entry of a site's own type.
    Page(Box<PageView<'a>>),
    /// A paginated list of entries.
    List(Box<ListView<'a>>),
    /// The archive: years, or the months of a year.
    Archive(Box<ArchiveView>),
    /// An A–Z index.
    Index(Box<IndexView<'a>>),
    /// All corrections.
    Corrections(Box<CorrectionsView<'a>>),
    /// All feeds.
    FeedList(Box<FeedListView>),
    /// The page for what is not found.
    NotFound(Box<NotFoundView>),
    /// The page to search on.
    Search(Box<SearchView<'a>>),
    /// A redirect of an alias.
    Redirect(Box<RedirectView>),
}
