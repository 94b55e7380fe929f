//! The parts that pages are made of.

use serde::Serialize;

use crate::{key::Keyed, view::html::Html};

/// A date for people and for machines.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DateText {
    /// For `datetime`.
    pub iso: String,
    /// In words, in the language of the page.
    pub text: String,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link<'a> {
    /// What it says.
    pub title: &'a str,
    /// Where it leads; none where the target has no page.
    pub url: Option<String>,
    /// The language of what it says, where it differs from the page's.
    pub lang: Option<&'a str>,
}

/// A country in a list.
#[derive(Debug, Serialize)]
pub struct CountryLink<'a> {
    /// Name in lists and address.
    pub link: Link<'a>,
    /// Address of its flag, where there is one.
    pub flag: Option<String>,
    /// Its locator globe, for the first country of an article.
    pub globe: Option<Globe<'a>>,
}

/// A locator globe: an orthographic projection of 200 × 200 units around a country.
#[derive(Debug, Serialize)]
pub struct Globe<'a> {
    /// Path data of the land.
    pub land: Keyed<&'a str>,
    /// Path data of the country itself, in tenths of a unit (1000 is the middle); empty
    /// where it is too small.
    pub shape: Keyed<&'a str>,
    /// What the picture shows, in words.
    pub title: String,
}

/// What one entry shows of another.
#[derive(Debug, Serialize)]
pub struct CardView<'a> {
    /// Title and address.
    pub link: Link<'a>,
    /// Its date.
    pub date: Option<DateText>,
    /// Standfirst or summary.
    pub standfirst: Option<&'a str>,
    /// Kind, in the words of the theme.
    pub kind: Option<String>,
    /// Its first country.
    pub country: Option<Link<'a>>,
    /// Its picture.
    pub image: Option<ImageView<'a>>,
    /// Why it is shown: what it shares with the page, in words; empty where that is plain.
    pub reason: String,
}

/// A picture.
#[derive(Debug, Serialize)]
pub struct ImageView<'a> {
    /// Address.
    pub url: String,
    /// Alternative text; empty where it is decorative.
    pub alt: &'a str,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
    /// The sizes it is there in, as `srcset` has them; empty where there is only one.
    pub srcset: String,
    /// The point that stays in view when it is cropped: `50% 30%`.
    pub focus: Option<&'a str>,
    /// Caption.
    pub caption: Option<&'a str>,
    /// Credit.
    pub credit: Option<&'a str>,
    /// The language of the texts, where it differs from the page's.
    pub lang: Option<&'a str>,
}

/// A label and a value.
#[derive(Debug, Serialize)]
pub struct Fact<'a> {
    /// What it is.
    pub label: &'a str,
    /// How much, who, when.
    pub value: &'a str,
    /// The language of both, where it differs from the page's.
    pub lang: Option<&'a str>,
    /// Where it is from.
    pub source: Option<Link<'a>>,
}

/// The text of an entry.
#[derive(Debug, Default, Serialize)]
pub struct BodyView<'a> {
    /// The first paragraph's inner HTML, where the body begins with one and the page sets
    /// words before it (the dateline); else nothing.
    pub lead: Option<Keyed<Html<'a>>>,
    /// The rest, in pieces between the pull quotes.
    pub sections: Vec<BodySection<'a>>,
    /// Its language where it differs from the page's.
    pub lang: Option<&'a str>,
    /// Direction of that language.
    pub dir: Option<&'static str>,
    /// Headings of level 2, for a table of contents.
    pub toc: Vec<TocItem<'a>>,
}

/// A piece of a body.
#[derive(Debug, Serialize)]
pub struct BodySection<'a> {
    /// The pull quote before it.
    pub quote: Option<QuoteView<'a>>,
    /// HTML, safe to print.
    pub html: Keyed<Html<'a>>,
}

/// An entry of a table of contents.
#[derive(Debug, Serialize)]
pub struct TocItem<'a> {
    /// The anchor.
    pub id: &'a str,
    /// The heading.
    pub title: &'a str,
}

/// A pull quote.
#[derive(Debug, Serialize)]
pub struct QuoteView<'a> {
    /// What was said.
    pub text: &'a str,
    /// Who said it, where the person has a page.
    pub person: Option<Link<'a>>,
    /// Who said it, where there is none.
    pub name: Option<&'a str>,
    /// As what.
    pub role: Option<&'a str>,
}

/// A change of an entry after publication.
#[derive(Debug, Serialize)]
pub struct ChangeView<'a> {
    /// When.
    pub date: DateText,
    /// `update`, `correction` or `clarification`.
    pub kind: &'a str,
    /// The kind in the words of the theme.
    pub label: String,
    /// What changed.
    pub note: &'a str,
    /// The language of the note, where it differs from the page's.
    pub lang: Option<&'a str>,
}

/// A notice on top of an entry.
#[derive(Debug, Serialize)]
pub struct Notice<'a> {
    /// `withdrawn`, `corrected`, `preview`, `other-language`.
    pub kind: &'static str,
    /// In words.
    pub text: String,
    /// Where to go instead, or to read on.
    pub link: Option<Link<'a>>,
}

/// A source of an entry.
#[derive(Debug, Serialize)]
pub struct SourceView<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its address, or its publisher's page.
    pub url: Option<String>,
    /// Its publisher.
    pub publisher: Option<Link<'a>>,
}

/// A downloadable file.
#[derive(Debug, Serialize)]
pub struct FileView<'a> {
    /// Address.
    pub url: String,
    /// What it is called.
    pub label: &'a str,
    /// `PDF`, `CSV` …
    pub kind: String,
    /// Size in words.
    pub size: String,
    /// Pages, where it is a PDF and says so.
    pub pages: Option<u32>,
    /// Its language in words.
    pub language: Option<&'a str>,
    /// The language of what it is called, where it differs from the page's.
    pub lang: Option<&'a str>,
    /// SHA-256 in hexadecimal.
    pub sha256: Option<&'a str>,
}

/// A document with its files.
#[derive(Debug, Serialize)]
pub struct DocumentRow<'a> {
    /// The document.
    pub card: CardView<'a>,
    /// Its files.
    pub files: Vec<FileView<'a>>,
}

/// A film.
#[derive(Debug, Serialize)]
pub struct VideoView<'a> {
    /// Address.
    pub url: String,
    /// What it is called.
    pub title: &'a str,
    /// Credit.
    pub credit: Option<&'a str>,
    /// Width and height in pixels, for its shape.
    pub size: (u32, u32),
    /// Address of the picture in its place before it plays.
    pub poster: Option<String>,
    /// Address of its captions, as `WebVTT`.
    pub captions: Option<String>,
    /// What is said and seen in it, by paragraphs.
    pub transcript: Vec<&'a str>,
    /// The language of the texts, where it differs from the page's.
    pub lang: Option<&'a str>,
}

/// A list of cards with a heading of its own and a way to see all.
#[derive(Debug, Serialize)]
pub struct ListingView<'a> {
    /// Groups, each of a month or a day; one without a title where ungrouped.
    pub groups: Vec<GroupView<'a>>,
    /// How many there are in all.
    pub total: usize,
    /// Where all of them are listed, if not here.
    pub all: Option<String>,
}

/// A group of a listing.
#[derive(Debug, Serialize)]
pub struct GroupView<'a> {
    /// `February 2020`; empty where there is only one group.
    pub title: String,
    /// An id for anchors.
    pub id: String,
    /// The entries.
    pub items: Vec<CardView<'a>>,
}

/// A link with a count.
#[derive(Debug, Serialize)]
pub struct CountedLink<'a> {
    /// The link.
    pub link: Link<'a>,
    /// How many.
    pub count: usize,
}

/// A relation of a page, printed as a list of links.
#[derive(Debug, Serialize)]
pub struct RelationView<'a> {
    /// Field or inverse.
    pub name: &'a str,
    /// In the words of the theme or the site.
    pub label: String,
    /// Where it leads.
    pub links: Vec<Link<'a>>,
}

/// A contact.
#[derive(Debug, Serialize)]
pub struct ContactView<'a> {
    /// Who.
    pub name: &'a str,
    /// What for, or where.
    pub role: Option<&'a str>,
    /// The language of both, where it differs from the page's.
    pub lang: Option<&'a str>,
    /// E-mail address.
    pub email: Option<&'a str>,
    /// Telephone number.
    pub phone: Option<&'a str>,
    /// Web address.
    pub url: Option<&'a str>,
}

/// A person and the role held at the date of an article.
#[derive(Debug, Serialize)]
pub struct PersonLink<'a> {
    /// The person.
    pub link: Link<'a>,
    /// The role.
    pub role: Option<RoleView<'a>>,
}

/// A role.
#[derive(Debug, Serialize)]
pub struct RoleView<'a> {
    /// Title.
    pub title: &'a str,
    /// Where.
    pub organisation: Option<Link<'a>>,
    /// `1964 – 1970`, `as of 11 February 2020`; empty where unknown.
    pub dates: String,
}

/// A running story.
#[derive(Debug, Serialize)]
pub struct StoryView<'a> {
    /// The headline of its first member.
    pub title: String,
    /// Its members, oldest first; the page's own has no address.
    pub members: Vec<CardView<'a>>,
    /// Where each of them stands on a line; empty where one has no day.
    pub dots: Vec<StoryDot>,
    /// What is written below the line.
    pub marks: Vec<StoryMark>,
}

/// A news item on the line of its story.
#[derive(Debug, Serialize)]
pub struct StoryDot {
    /// How far from the left edge: `12.5%`.
    pub at: String,
}

/// A time below the line of a story.
#[derive(Debug, Serialize)]
pub struct StoryMark {
    /// How far from the left edge: `12.5%`.
    pub at: String,
    /// A month or a year, in words.
    pub label: String,
    /// Which part of the label stands there, as SVG has it where text runs from left to
    /// right: `start`, `middle`, `end`.
    pub anchor: &'static str,
}

/// A link to share a page with.
#[derive(Debug, Serialize)]
pub struct ShareLink {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

/// A fact of a country, with a link where it leads somewhere.
#[derive(Debug, Serialize)]
pub struct CountryFact<'a> {
    /// What it is.
    pub label: String,
    /// The value.
    pub value: String,
    /// The language of both, where it differs from the page's.
    pub lang: Option<&'a str>,
    /// Where it leads.
    pub url: Option<String>,
    /// Where it is from.
    pub source: Option<Link<'a>>,
}

/// A quotation and the entry it is from.
#[derive(Debug, Serialize)]
pub struct QuotedIn<'a> {
    /// What was said.
    pub text: &'a str,
    /// The language of it, where it differs from the page's.
    pub lang: Option<&'a str>,
    /// The direction of that.
    pub dir: Option<&'static str>,
    /// Where.
    pub from: CardView<'a>,
}
