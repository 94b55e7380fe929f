//! What services show of a page that is shared (<https://ogp.me/>): its title and a picture,
//! which is its own, a drawn one, that of the site or, at last, its icon.

use crate::{
    picture,
    plan::{PosterOf, album, context::Context, dates, poster, publisher, url},
    site::EntryId,
    view::OpenGraph,
};

/// Width and height of `icon-512.png`.
const ICON: (u32, u32) = (512, 512);

/// A picture that stands for a page.
struct Shown<'a> {
    /// Its address below the base.
    address: String,
    /// What it shows.
    alt: &'a str,
    /// Its width and height in pixels, where they are known.
    size: Option<(u32, u32)>,
}

/// What is shared of a page that is no entry.
pub fn of_list(cx: Context, title: &str) -> OpenGraph {
    let site = publisher::title(&cx.site.config, cx.lang());
    open_graph(cx, if title.is_empty() { site } else { title }, &of_site(cx))
}

/// What is shared of an entry.
pub fn of_entry(cx: Context, id: EntryId) -> OpenGraph {
    let card = &cx.entry(id).card;
    let moment = |key| cx.fields(id).moment(key).map(|it| cx.date(it).iso);
    let topics = cx.site.related_by(id, "topics").iter();
    let shown = own(cx, id).or_else(|| drawn(cx, id)).unwrap_or_else(|| of_site(cx));
    OpenGraph {
        kind: match cx.site.type_name(id) {
            "news" | "document" => "article",
            "person" => "profile",
            _ => "website",
        },
        published: moment("date"),
        modified: dates::updated(cx.site, id).map(|it| cx.date(it).iso),
        tags: topics.map(|it| cx.entry(*it).card.title.clone()).collect(),
        ..open_graph(cx, &card.title, &shown)
    }
}

fn open_graph(cx: Context, title: &str, shown: &Shown) -> OpenGraph {
    OpenGraph {
        kind: "website",
        title: title.to_owned(),
        image: url::absolute(&cx.site.config, &shown.address),
        image_alt: shown.alt.to_owned(),
        image_size: shown.size,
        published: None,
        modified: None,
        tags: Vec::new(),
    }
}

/// The picture of an entry, cropped round its focus.
fn own(cx: Context<'_>, id: EntryId) -> Option<Shown<'_>> {
    let card = &cx.entry(id).card;
    let image = card.image.as_ref()?;
    let file = cx.site.file(&image.source)?;
    let shared = album::shared(file, image.focus.as_deref());
    let path = shared.as_ref().map_or(&file.output, |it| &it.path);
    Some(Shown {
        address: format!("/{path}"),
        alt: if image.alt.is_empty() { &card.title } else { &image.alt },
        size: shared.map(|it| it.pixels),
    })
}

/// The poster of an entry; where its title is not translated, that of the original.
fn drawn(cx: Context<'_>, id: EntryId) -> Option<Shown<'_>> {
    let is_lent = cx.entry(id).is_untranslated();
    let id = if is_lent { cx.site.original(id) } else { id };
    poster::of_entry(cx.site, id).then(|| Shown {
        address: poster::address(cx.site, PosterOf::Entry(id), cx.entry(id).lang),
        alt: &cx.entry(id).card.title,
        size: Some(picture::POSTER),
    })
}

/// The picture of the site, else its icon.
fn of_site(cx: Context<'_>) -> Shown<'_> {
    let alt = publisher::title(&cx.site.config, cx.lang());
    let (address, size) = if poster::of_site(cx.site, cx.theme) {
        (poster::address(cx.site, PosterOf::Site, cx.lang()), picture::POSTER)
    } else if cx.theme.assets.contains_key(poster::OWN) {
        (format!("/{}", poster::OWN), picture::POSTER)
    } else {
        ("/assets/icon-512.png".to_owned(), ICON)
    };
    Shown { address, alt, size: Some(size) }
}
