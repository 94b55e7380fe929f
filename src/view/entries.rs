//! Pages of entries.

use serde::Serialize;

use crate::view::{
    drawings::{CoverageMap, NeighbourhoodView},
    frame::Head,
    html::Free,
    parts::{
        BodyView, CardView, ChangeView, ContactView, CountedLink, CountryFact,
        CountryLink, DateText, DocumentRow, Fact, FileView, Globe, ImageView, Link,
        ListingView, Notice, PersonLink, QuotedIn, RelationView, RoleView, ShareLink,
        SourceView, StoryView, VideoView,
    },
};

/// A news entry.
#[derive(Debug, Serialize)]
pub struct NewsView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Its id.
    pub id: &'a str,
    /// State notices.
    pub notices: Vec<Notice<'a>>,
    /// `press-release` …
    pub kind: &'a str,
    /// The kind in words.
    pub kind_label: String,
    /// The first country.
    pub country: Option<Link<'a>>,
    /// How many more countries are involved.
    pub more_countries: usize,
    /// Headline.
    pub title: &'a str,
    /// Standfirst.
    pub standfirst: Option<&'a str>,
    /// Published.
    pub date: DateText,
    /// Last update.
    pub updated: Option<DateText>,
    /// Who it is from.
    pub from: Option<Link<'a>>,
    /// Who wrote it.
    pub byline: Option<&'a str>,
    /// The lead picture.
    pub image: Option<ImageView<'a>>,
    /// `SEOUL, Republic of Korea`.
    pub dateline: Option<String>,
    /// The text.
    pub body: BodyView<'a>,
    /// Documents.
    pub documents: Vec<DocumentRow<'a>>,
    /// Films, each with its transcript.
    pub videos: Vec<VideoView<'a>>,
    /// Press contacts, as HTML-free lines.
    pub contacts: Vec<ContactView<'a>>,
    /// History of changes, newest first.
    pub changes: Vec<ChangeView<'a>>,
    /// Where the text is from.
    pub sources: Vec<SourceView<'a>>,
    /// Key facts.
    pub key_facts: Vec<Fact<'a>>,
    /// Countries involved, the first one first.
    pub countries: Vec<CountryLink<'a>>,
    /// See also: topics in the editor's order.
    pub see_also: Vec<Link<'a>>,
    /// Organisations.
    pub organisations: Vec<Link<'a>>,
    /// People with the role they held at the date.
    pub people: Vec<PersonLink<'a>>,
    /// Relations of the site's own.
    pub relations: Vec<RelationView<'a>>,
    /// Related news.
    pub related: Vec<CardView<'a>>,
    /// Later coverage.
    pub later: Vec<CardView<'a>>,
    /// The running story it belongs to.
    pub story: Option<StoryView<'a>>,
    /// Mentioned in.
    pub backlinks: Vec<CardView<'a>>,
    /// Links that share the page, without script.
    pub share: Vec<ShareLink>,
    /// `extra`.
    pub extra: Free,
}

/// A country.
#[derive(Debug, Serialize)]
pub struct CountryView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Its id.
    pub id: &'a str,
    /// Notices.
    pub notices: Vec<Notice<'a>>,
    /// Title.
    pub title: &'a str,
    /// Name in lists.
    pub list_name: &'a str,
    /// Official name, where it differs from the title.
    pub official: Option<&'a str>,
    /// Address of its flag.
    pub flag: Option<String>,
    /// Its globe.
    pub globe: Option<Globe<'a>>,
    /// Region, capital, bureau, codes, the file's own facts.
    pub facts: Vec<CountryFact<'a>>,
    /// Introduction.
    pub body: BodyView<'a>,
    /// Featured news.
    pub featured: Vec<CardView<'a>>,
    /// Latest news.
    pub latest: ListingView<'a>,
    /// What its news name beside it, as a drawing and as lists.
    pub neighbours: Option<NeighbourhoodView<'a>>,
    /// Topics of its news, with counts.
    pub topics: Vec<CountedLink<'a>>,
    /// Documents.
    pub documents: Vec<DocumentRow<'a>>,
    /// Organisations of the country.
    pub organisations: Vec<Link<'a>>,
    /// People of its organisations' news.
    pub people: Vec<CountedLink<'a>>,
    /// Countries named together with it more often than chance has it, with the number of news
    /// of both, most first.
    pub together: Vec<CountedLink<'a>>,
    /// Links to other sites: the value is the address.
    pub links: Vec<Fact<'a>>,
    /// Contacts.
    pub contacts: Vec<ContactView<'a>>,
    /// Relations of the site's own.
    pub relations: Vec<RelationView<'a>>,
    /// Mentioned in.
    pub backlinks: Vec<CardView<'a>>,
    /// Where the facts are from.
    pub sources: Vec<SourceView<'a>>,
    /// `extra`.
    pub extra: Free,
}

/// A topic.
#[derive(Debug, Serialize)]
pub struct TopicView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Its id.
    pub id: &'a str,
    /// Notices.
    pub notices: Vec<Notice<'a>>,
    /// Title.
    pub title: &'a str,
    /// Definition in a sentence.
    pub summary: Option<&'a str>,
    /// Facts.
    pub facts: Vec<Fact<'a>>,
    /// The text.
    pub body: BodyView<'a>,
    /// Child topics.
    pub children: Vec<CardView<'a>>,
    /// Featured news.
    pub featured: Vec<CardView<'a>>,
    /// Latest news.
    pub latest: ListingView<'a>,
    /// What its news name beside it, as a drawing and as lists.
    pub neighbours: Option<NeighbourhoodView<'a>>,
    /// Countries with coverage of the topic.
    pub coverage: Option<CoverageMap<'a>>,
    /// See also, both ways.
    pub see_also: Vec<Link<'a>>,
    /// Topics that news have together with it more often than chance has it, with the number of
    /// news of both, most first.
    pub together: Vec<CountedLink<'a>>,
    /// Documents.
    pub documents: Vec<DocumentRow<'a>>,
    /// Relations of the site's own.
    pub relations: Vec<RelationView<'a>>,
    /// Mentioned in.
    pub backlinks: Vec<CardView<'a>>,
    /// `extra`.
    pub extra: Free,
}

/// A region.
#[derive(Debug, Serialize)]
pub struct RegionView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Its id.
    pub id: &'a str,
    /// Notices.
    pub notices: Vec<Notice<'a>>,
    /// Title.
    pub title: &'a str,
    /// In a sentence.
    pub summary: Option<&'a str>,
    /// Facts.
    pub facts: Vec<Fact<'a>>,
    /// The text.
    pub body: BodyView<'a>,
    /// Its countries, with counts, by name.
    pub countries: Vec<CountedLink<'a>>,
    /// Those of its countries that have coverage.
    pub coverage: Option<CoverageMap<'a>>,
    /// Child regions.
    pub children: Vec<CardView<'a>>,
    /// Latest news of its countries.
    pub latest: ListingView<'a>,
    /// See also.
    pub see_also: Vec<Link<'a>>,
    /// Relations of the site's own.
    pub relations: Vec<RelationView<'a>>,
    /// Mentioned in.
    pub backlinks: Vec<CardView<'a>>,
    /// `extra`.
    pub extra: Free,
}

/// An organisation.
#[derive(Debug, Serialize)]
pub struct OrganisationView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Its id.
    pub id: &'a str,
    /// Notices.
    pub notices: Vec<Notice<'a>>,
    /// Title.
    pub title: &'a str,
    /// Acronym, where it differs from the title.
    pub acronym: Option<&'a str>,
    /// In a sentence.
    pub summary: Option<&'a str>,
    /// Its logo.
    pub logo: Option<ImageView<'a>>,
    /// Kind, country, founded, headquarters, address, the file's own facts.
    pub facts: Vec<CountryFact<'a>>,
    /// The text.
    pub body: BodyView<'a>,
    /// Parts of it.
    pub children: Vec<CardView<'a>>,
    /// People with a role in it.
    pub people: Vec<PersonLink<'a>>,
    /// Latest news.
    pub latest: ListingView<'a>,
    /// What its news name beside it, as a drawing and as lists.
    pub neighbours: Option<NeighbourhoodView<'a>>,
    /// Documents.
    pub documents: Vec<DocumentRow<'a>>,
    /// See also.
    pub see_also: Vec<Link<'a>>,
    /// How to reach it.
    pub contacts: Vec<ContactView<'a>>,
    /// Relations of the site's own.
    pub relations: Vec<RelationView<'a>>,
    /// Mentioned in.
    pub backlinks: Vec<CardView<'a>>,
    /// `extra`.
    pub extra: Free,
}

/// A person.
#[derive(Debug, Serialize)]
pub struct PersonView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Its id.
    pub id: &'a str,
    /// Notices.
    pub notices: Vec<Notice<'a>>,
    /// Name.
    pub title: &'a str,
    /// In a sentence.
    pub summary: Option<&'a str>,
    /// Portrait.
    pub photo: Option<ImageView<'a>>,
    /// Roles, latest first.
    pub roles: Vec<RoleView<'a>>,
    /// Facts.
    pub facts: Vec<CountryFact<'a>>,
    /// The text.
    pub body: BodyView<'a>,
    /// How to reach the person.
    pub contacts: Vec<ContactView<'a>>,
    /// What the person said, newest first: the quotation and where.
    pub quotes: Vec<QuotedIn<'a>>,
    /// Latest news.
    pub latest: ListingView<'a>,
    /// What its news name beside it, as a drawing and as lists.
    pub neighbours: Option<NeighbourhoodView<'a>>,
    /// Documents.
    pub documents: Vec<DocumentRow<'a>>,
    /// Relations of the site's own.
    pub relations: Vec<RelationView<'a>>,
    /// Mentioned in.
    pub backlinks: Vec<CardView<'a>>,
    /// `extra`.
    pub extra: Free,
}

/// A document.
#[derive(Debug, Serialize)]
pub struct DocumentView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Its id.
    pub id: &'a str,
    /// Notices.
    pub notices: Vec<Notice<'a>>,
    /// Title.
    pub title: &'a str,
    /// Kind in words.
    pub kind_label: String,
    /// In a sentence.
    pub summary: Option<&'a str>,
    /// Published.
    pub date: DateText,
    /// Publisher.
    pub publisher: Option<Link<'a>>,
    /// The files.
    pub files: Vec<FileView<'a>>,
    /// Facts.
    pub facts: Vec<Fact<'a>>,
    /// The text.
    pub body: BodyView<'a>,
    /// The older document it replaces.
    pub supersedes: Option<CardView<'a>>,
    /// The newer document that replaces it.
    pub superseded_by: Option<CardView<'a>>,
    /// Countries.
    pub countries: Vec<CountryLink<'a>>,
    /// See also: topics.
    pub see_also: Vec<Link<'a>>,
    /// News that refer to it.
    pub latest: ListingView<'a>,
    /// History of changes.
    pub changes: Vec<ChangeView<'a>>,
    /// Contacts.
    pub contacts: Vec<ContactView<'a>>,
    /// Where it is from.
    pub sources: Vec<SourceView<'a>>,
    /// Relations of the site's own.
    pub relations: Vec<RelationView<'a>>,
    /// Mentioned in.
    pub backlinks: Vec<CardView<'a>>,
    /// `extra`.
    pub extra: Free,
}

/// A free page, or an entry of a site's own type.
#[derive(Debug, Serialize)]
pub struct PageView<'a> {
    /// Head and frame.
    pub head: Head,
    /// Its id.
    pub id: &'a str,
    /// The name of its type.
    pub type_name: &'a str,
    /// Notices.
    pub notices: Vec<Notice<'a>>,
    /// Title.
    pub title: &'a str,
    /// In a sentence.
    pub summary: Option<&'a str>,
    /// Its date, where the type has one.
    pub date: Option<DateText>,
    /// The lead picture.
    pub image: Option<ImageView<'a>>,
    /// Facts.
    pub facts: Vec<Fact<'a>>,
    /// The text.
    pub body: BodyView<'a>,
    /// Whether a table of contents is wanted.
    pub toc: bool,
    /// Relations and inverses of the type.
    pub relations: Vec<RelationView<'a>>,
    /// News that name it.
    pub latest: ListingView<'a>,
    /// Contacts.
    pub contacts: Vec<ContactView<'a>>,
    /// History of changes, newest first.
    pub changes: Vec<ChangeView<'a>>,
    /// Where it is from.
    pub sources: Vec<SourceView<'a>>,
    /// Mentioned in.
    pub backlinks: Vec<CardView<'a>>,
    /// The fields of a site's own type, by name.
    pub fields: Free,
    /// `extra`.
    pub extra: Free,
}
