//! That no two outputs share a path, on any file system.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::{
    document::Document,
    plan::{FeedOf, Page, PosterOf, Route},
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
/// Entries and aliases that share an address are left to the site, which has said so.
pub fn settle(site: &Site, pages: &mut [Page]) -> Vec<Problem> {
    pages.sort_by(|a, b| (&a.path, a.route).cmp(&(&b.path, b.route)));
    let mut folded: Vec<(Cow<str>, &Page)> =
        pages.iter().map(|page| (fold(&page.path), page)).collect();
    folded
        .sort_by(|a, b| (&a.0, &a.1.path, a.1.route).cmp(&(&b.0, &b.1.path, b.1.route)));
    let same = folded.windows(2).filter(|two| two[0].0 == two[1].0);
    let same = same.filter_map(|two| clash(site, two[0].1, two[1].1));
    same.chain(folded.iter().filter_map(|it| below(site, &folded, it))).collect()
}

/// What stands below a page as if it were a folder.
fn below(
    site: &Site,
    all: &[(Cow<str>, &Page)],
    file: &(Cow<str>, &Page),
) -> Option<Problem> {
    let folder = format!("{}/", file.0);
    let at = all.partition_point(|it| *it.0 < *folder);
    let inside = all.get(at).filter(|it| it.0.starts_with(&folder))?;
    clash(site, file.1, inside.1)
}

/// What a path is on a file system that ignores capitals and decomposes accents.
fn fold(path: &str) -> Cow<'_, str> {
    if path.is_ascii() && !path.bytes().any(|it| it.is_ascii_uppercase()) {
        return path.into();
    }
    let lower = path.to_lowercase();
    if is_nfc(&lower) { lower.into() } else { lower.nfc().collect::<String>().into() }
}

fn clash(site: &Site, first: &Page, second: &Page) -> Option<Problem> {
    let (one, other) = (claim(site, first.route), claim(site, second.route));
    if first.path != second.path {
        let place = other.or(one);
        return Some(Problem::lookalike(&second.path, &first.path, place.as_ref()));
    }
    let at = address(&second.path);
    Some(match (one, other) {
        _ if is_of_entry(first.route) && is_of_entry(second.route) => return None,
        (Some(one), Some(other)) => Problem::same_address(&at, &other, &one),
        (Some(one), None) => reserved(&at, &one, first.route, second.route),
        (None, Some(other)) => reserved(&at, &other, second.route, first.route),
        (None, None) => Problem::lookalike(&second.path, &first.path, None),
    })
}

fn is_of_entry(route: Route) -> bool {
    matches!(route, Route::Entry(_) | Route::EntryJson(_) | Route::Redirect(..))
        || matches!(
            route,
            Route::Feed(FeedOf::Entry(_), _) | Route::Poster(PosterOf::Entry(_))
        )
}

fn reserved(address: &str, place: &Place, route: Route, by: Route) -> Problem {
    match route {
        Route::Redirect(..) => Problem::alias_reserved(address, place, what(by)),
        _ => Problem::reserved_address(address, place, what(by)),
    }
}

/// Where an editor has asked for an address.
fn claim(site: &Site, route: Route) -> Option<Place> {
    match route {
        Route::Entry(id) | Route::EntryJson(id) | Route::Feed(FeedOf::Entry(id), _) => {
            let document = document(site, id)?;
            let slug = document.fields.item("slug");
            Some(place(document, slug.map_or(document.head, |it| it.span)))
        }
        Route::Redirect(id, alias) => {
            let document = document(site, id)?;
            let alias = document.fields.list("aliases").get(usize::from(alias));
            Some(place(document, alias.map_or(document.head, |it| it.span)))
        }
        Route::File(at) => {
            let path = site.files.get(at as usize)?.source.clone();
            Some(Place { path, span: Span::default() })
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
        Route::Search => "the page to search on",
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
