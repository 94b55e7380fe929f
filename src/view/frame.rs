//! The frame around the content of every page.

use serde::Serialize;

use crate::view::html::Free;

/// What every page of one language shares; templates see it as `site`.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The site's title in this language.
    pub title: String,
    /// What the site is, in a sentence.
    pub description: String,
    /// Absolute address of the home page in this language.
    pub url: String,
    /// The path that every address starts with: `/` or `/kb/`.
    pub base_path: String,
    /// Address of the home page in this language.
    pub home: String,
    /// BCP 47 tag of the language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// `en_GB`, for `OpenGraph`.
    pub og_locale: String,
    /// The main menu.
    pub menu: Vec<MenuItem>,
    /// The page to search on, where there is one.
    pub search: Option<String>,
    /// The links at the foot of every page.
    pub footer: Vec<MenuItem>,
    /// What is said below maps: whose view their borders follow.
    pub disclaimer: Option<String>,
    /// The site's feeds, for `<link rel="alternate">`.
    pub feeds: Vec<FeedLink>,
    /// Addresses of stylesheets.
    pub stylesheets: Vec<String>,
    /// Addresses of fonts to load early.
    pub preload_fonts: Vec<String>,
    /// The colours of the browser around a page, by day and in the dark: `#0b2545`; empty
    /// where the theme has none that can be read.
    pub top_colours: [String; 2],
    /// The directory of the theme's assets, with a final `/`.
    pub assets: String,
    /// The theme's strings in this language, by key; plural ones are maps with a `lang`.
    pub strings: Free,
    /// The theme's options.
    pub options: Free,
    /// `extra` of `site.yaml`.
    pub extra: Free,
    /// What stands below `data/`, by the names of files without suffixes, in maps by folder.
    pub data: Free,
}

/// An entry of a menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuItem {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// The section it stands for; a page of that section marks it as current.
    pub section: String,
}

/// A feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedLink {
    /// Media type.
    pub mime: &'static str,
    /// What it holds.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// `Atom`, `RSS`, `JSON`.
    pub format: &'static str,
}

/// What the `<head>` and the frame around the content need.
#[derive(Debug, Serialize)]
pub struct Head {
    /// `<title>`, without the site's name; empty on the home page.
    pub title: String,
    /// The language of the title and of the description, where it differs from the page's.
    pub lang: Option<String>,
    /// Direction of that language.
    pub dir: Option<&'static str>,
    /// `<meta name="description">`.
    pub description: String,
    /// Absolute address of this page.
    pub canonical: String,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
    /// The same page in other languages, itself included; empty where there is only one.
    pub alternates: Vec<Alternate>,
    /// The languages for the reader to choose from.
    pub languages: Vec<LanguageLink>,
    /// Feeds of this page, beside those of the site.
    pub feeds: Vec<FeedLink>,
    /// The trail from the home page, which comes first; the last one has no address.
    pub breadcrumb: Vec<Crumb>,
    /// The section of the main menu it belongs to.
    pub section: String,
    /// `OpenGraph`.
    pub og: OpenGraph,
    /// JSON-LD: one object with a `@graph`, as JSON that may stand in a `<script>`.
    pub json_ld: String,
    /// Address of the page's `index.json`, where there is one.
    pub json: Option<String>,
    /// Previous and next page of a list.
    pub previous: Option<String>,
    /// Next page of a list.
    pub next: Option<String>,
}

/// `hreflang`.
#[derive(Debug, Serialize)]
pub struct Alternate {
    /// Language tag or `x-default`.
    pub lang: String,
    /// Absolute address.
    pub url: String,
}

/// An entry of the language switcher.
#[derive(Debug, Serialize)]
pub struct LanguageLink {
    /// Language tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's own name: `Français`.
    pub name: String,
    /// The page in it.
    pub url: String,
    /// Whether it is this page's language.
    pub current: bool,
}

/// A step of the breadcrumb.
#[derive(Debug, Serialize)]
pub struct Crumb {
    /// What it says.
    pub title: String,
    /// The language of that, where it differs from the page's.
    pub lang: Option<String>,
    /// Where it leads; none for the page itself.
    pub url: Option<String>,
}

/// `OpenGraph` properties.
#[derive(Debug, Serialize)]
pub struct OpenGraph {
    /// `article`, `profile` or `website`.
    pub kind: &'static str,
    /// `og:title`.
    pub title: String,
    /// Absolute address of the picture.
    pub image: String,
    /// What the picture shows.
    pub image_alt: String,
    /// Width and height of the picture, where known.
    pub image_size: Option<(u32, u32)>,
    /// ISO date of publication.
    pub published: Option<String>,
    /// ISO date of the last update.
    pub modified: Option<String>,
    /// Titles of topics.
    pub tags: Vec<String>,
}
