//! That no two outputs share a path, on any file system.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::{
    document::Document,
    plan::{Page, Route},
    problem::Problem,
    site::{EntryId, Site},
    span::{Place, Span},
};

/// The address of an output: `news/index.html` → `/news/`, `atom.xml` → `/atom.xml`.
pub fn address(path: &str) -> String {
    let folder = path.strip_suffix("index.html");
    let folder = folder.filter(|it| it.is_empty() || it.ends_with('/'));
    format!("/{}", folder.unwrap_or(path))
}

/// Sorts pages by path and says which of them would be one file: the same path, the same
/// but for capitals or the Unicode form of an accent, or a file where a folder must be.
pub fn settle(site: &Site, pages: &mut [Page]) -> Vec<Problem> {
    pages.sort_by(|a, b| (&a.path, a.route).cmp(&(&b.path, b.route)));
    let mut folded: Vec<(Cow<str>, &Page)> =
        pages.iter().map(|page| (fold(&page.path), page)).collect();
    folded
        .sort_by(|a, b| (&a.0, &a.1.path, a.1.route).cmp(&(&b.0, &b.1.path, b.1.route)));
    let same = folded.windows(2).filter(|two| two[0].0 == two[1].0);
    let mut problems: Vec<Problem> =
        same.map(|two| clash(site, two[0].1, two[1].1)).collect();
    for (path, file) in &folded {
        let below = format!("{path}/");
        let at = folded.partition_point(|it| *it.0 < *below);
        let inside = folded.get(at).filter(|it| it.0.starts_with(&below));
        problems.extend(inside.map(|it| clash(site, file, it.1)));
    }
    problems
}

/// What a path is on a file system that ignores capitals and decomposes accents.
fn fold(path: &str) -> Cow<'_, str> {
    if path.is_ascii() && !path.bytes().any(|it| it.is_ascii_uppercase()) {
        return path.into();
    }
    let lower = path.to_lowercase();
    if is_nfc(&lower) { lower.into() } else { lower.nfc().collect::<String>().into() }
}

fn clash(site: &Site, first: &Page, second: &Page) -> Problem {
    let at = address(&second.path);
    let (one, other) = (claim(site, first.route), claim(site, second.route));
    if first.path != second.path {
        let place = other.as_ref().or(one.as_ref()).map(Claim::place);
        return Problem::lookalike(&second.path, &first.path, place);
    }
    match (one, other) {
        (Some(Claim::Entry(one)), Some(Claim::Entry(other))) => {
            Problem::same_address(&at, &other, &one)
        }
        (Some(Claim::Alias(alias)), Some(one))
        | (Some(one), Some(Claim::Alias(alias))) => {
            Problem::alias_taken(&at, &alias, one.place())
        }
        (Some(Claim::Alias(alias)), None) => {
            Problem::alias_reserved(&at, &alias, what(second.route))
        }
        (None, Some(Claim::Alias(alias))) => {
            Problem::alias_reserved(&at, &alias, what(first.route))
        }
        (Some(Claim::Entry(entry)), None) => {
            Problem::reserved_address(&at, &entry, what(second.route))
        }
        (None, Some(Claim::Entry(entry))) => {
            Problem::reserved_address(&at, &entry, what(first.route))
        }
        (None, None) => Problem::lookalike(&second.path, &first.path, None),
    }
}

/// Where an editor has asked for an address.
enum Claim {
    Entry(Place),
    Alias(Place),
}

impl Claim {
    fn place(&self) -> &Place {
        match self {
            Self::Entry(place) | Self::Alias(place) => place,
        }
    }
}

fn claim(site: &Site, route: Route) -> Option<Claim> {
    match route {
        Route::Entry(id)
        | Route::EntryJson(id)
        | Route::Feed(super::FeedOf::Entry(id), _) => {
            let document = document(site, id)?;
            let item = document.fields.item("slug");
            Some(Claim::Entry(place(document, item.map_or(document.head, |it| it.span))))
        }
        Route::Redirect(id, alias) => {
            let document = document(site, id)?;
            let span = document.fields.list("aliases").get(usize::from(alias));
            Some(Claim::Alias(place(document, span.map_or(document.head, |it| it.span))))
        }
        Route::File(at) => {
            let file = site.files.get(at as usize)?;
            Some(Claim::Entry(Place { path: file.source.clone(), span: Span::default() }))
        }
        _ => None,
    }
}

fn document(site: &Site, id: EntryId) -> Option<&Document> {
    site.entry(id).document.as_deref()
}

fn place(document: &Document, span: Span) -> Place {
    Place { path: document.path.clone(), span }
}

fn what(route: Route) -> &'static str {
    match route {
        Route::Home => "the home page",
        Route::List { .. } | Route::Index(_) => "a list of the site",
        Route::Archive | Route::Year(_) => "the archive of the news",
        Route::Corrections => "the list of corrections",
        Route::FeedList => "the list of feeds",
        Route::NotFound => "the page for what is not found",
        Route::ThemeFile(_) => "a file of the theme",
        Route::Feed(..) => "a feed",
        Route::Entry(_) => "a country of the site",
        _ => "a file that Dateline makes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_page_is_its_folder() {
        let paths = ["index.html", "news/x/index.html", "404.html", "notindex.html"];
        let addresses = paths.map(address);
        assert_eq!(addresses, ["/", "/news/x/", "/404.html", "/notindex.html"]);
    }

    #[test]
    fn capitals_and_accents_fold() {
        assert_eq!(fold("News/\u{e9}"), fold("news/E\u{301}"));
        assert_ne!(fold("news/a"), fold("news/b"));
    }
}
