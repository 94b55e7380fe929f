//! In which sizes pictures are published: for every one that a page shows, narrower
//! prints of the whole, and where an editor has said what must stay in view, prints in the
//! shape of cards. Other forms, and what is too small, stay alone.

use std::collections::BTreeSet;

use crate::{
    document::{Document, Record},
    picture::{Facts, Focus, Print},
    site::{EntryId, FileUse, Site, Target},
};

/// How wide prints are, in pixels: from a small telephone to a text across a large screen.
const WIDTHS: [u32; 5] = [400, 800, 1200, 1600, 2400];

/// The widest that is shown where a browser does not choose for itself.
const PLAIN: u32 = 1600;

/// The shapes of the prints for cards, three to two as in the style sheets.
const CARDS: [(u32, u32); 3] = [(400, 267), (800, 533), (1200, 800)];

/// The shape of the print that is shown where a page is shared.
const SHARED: (u32, u32) = (1200, 630);

/// A size of a picture that a page may show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its output path.
    pub path: String,
    /// Width and height in pixels.
    pub pixels: (u32, u32),
}

/// All prints of a site, each with the number of its file, sorted.
pub fn all(site: &Site) -> Vec<(u32, Print)> {
    let mut prints = BTreeSet::new();
    for id in site.ids() {
        let Some(document) = site.entry(id).document.as_deref() else { continue };
        for source in in_body(site, id, document) {
            add(site, source, whole, &mut prints);
        }
        if let Some(logo) =
            document.fields.text("logo").and_then(|it| site.file_of(id, it))
        {
            add(site, &logo.source, whole, &mut prints);
        }
        for film in document.fields.records("videos") {
            let poster = film.text("poster").and_then(|it| site.file_of(id, it));
            let Some(poster) = poster else { continue };
            add(site, &poster.source, plain_print, &mut prints);
        }
        for record in pictures(document) {
            let file = record.text("src").and_then(|it| site.file_of(id, it));
            let focus = record.text("focus").and_then(Focus::parse);
            let Some(file) = file else { continue };
            add(site, &file.source, whole, &mut prints);
            add(site, &file.source, |it| cards(it, focus), &mut prints);
            add(site, &file.source, |it| shared_print(it, focus), &mut prints);
        }
    }
    prints.into_iter().collect()
}

/// Where a print goes: `x/photo.jpg` has `x/photo.800w.jpg` beside it. A print as large as
/// the picture takes its place.
pub fn path(file: &FileUse, print: &Print) -> String {
    let pixels = file.picture.as_ref().map_or((0, 0), |it| it.pixels);
    if print.size == pixels {
        return file.output.clone();
    }
    let (stem, suffix) = file.output.rsplit_once('.').unwrap_or((&file.output, ""));
    format!("{stem}.{}.{suffix}", print.name(pixels))
}

/// The sizes that a page shows a whole picture in, narrowest first.
pub fn sizes(file: &FileUse) -> Vec<Size> {
    let Some(facts) = &file.picture else { return Vec::new() };
    let full = Size { path: file.output.clone(), pixels: facts.pixels };
    let narrower = narrower(facts).map(|it| size(file, &it));
    let is_wide = facts.pixels.0 > WIDTHS[WIDTHS.len() - 1] && facts.form.has_sizes();
    narrower.chain((!is_wide).then_some(full)).collect()
}

/// The sizes that a card shows a picture in, narrowest first.
pub fn card_sizes(file: &FileUse, focus: Option<&str>) -> Vec<Size> {
    let focus = focus.and_then(Focus::parse);
    let cropped = file.picture.iter().flat_map(|it| cards(it, focus));
    let cropped: Vec<Size> = cropped.map(|it| size(file, &it)).collect();
    if cropped.is_empty() { sizes(file) } else { cropped }
}

/// The size that a picture of the front matter is shared in, cropped round its focus.
pub fn shared(file: &FileUse, focus: Option<&str>) -> Option<Size> {
    let facts = file.picture.as_ref()?;
    let print = shared_print(facts, focus.and_then(Focus::parse));
    let whole = || Size { path: file.output.clone(), pixels: facts.pixels };
    Some(print.map_or_else(whole, |it| size(file, &it)))
}

/// The one of some sizes to show where a browser does not choose.
pub fn plain(sizes: &[Size]) -> Option<&Size> {
    sizes.iter().rev().find(|it| it.pixels.0 <= PLAIN).or(sizes.first())
}

fn size(file: &FileUse, print: &Print) -> Size {
    Size { path: path(file, print), pixels: print.size }
}

/// The pictures of the front matter that pages show.
fn pictures(document: &Document) -> impl Iterator<Item = &Record> {
    ["image", "photo"].into_iter().filter_map(|it| document.fields.record(it))
}

fn in_body<'a>(
    site: &'a Site,
    id: EntryId,
    document: &'a Document,
) -> impl Iterator<Item = &'a str> {
    let targets = document.body.images.iter().map(move |it| site.target(id, it.ordinal));
    targets.filter_map(|it| match it {
        Target::File(source) => Some(&**source),
        _ => None,
    })
}

fn add<I: IntoIterator<Item = Print>>(
    site: &Site,
    source: &str,
    prints: impl Fn(&Facts) -> I,
    all: &mut BTreeSet<(u32, Print)>,
) {
    let at = site.files.binary_search_by(|it| (*it.source).cmp(source)).ok();
    let Some(at) = at.and_then(|it| u32::try_from(it).ok()) else { return };
    let facts = &site.files[at as usize].picture;
    all.extend(facts.iter().flat_map(prints).map(|it| (at, it)));
}

/// Narrower prints, and one of the same size where the file itself must not go out.
fn whole(facts: &Facts) -> Vec<Print> {
    let own = (!facts.as_is && facts.form.has_sizes())
        .then(|| Print::whole(facts.pixels, facts.pixels.0));
    narrower(facts).chain(own).collect()
}

/// The print that stands for a picture where a browser cannot choose.
fn plain_print(facts: &Facts) -> Option<Print> {
    whole(facts).into_iter().filter(|it| it.size.0 <= PLAIN).max_by_key(|it| it.size.0)
}

fn narrower(facts: &Facts) -> impl Iterator<Item = Print> {
    let pixels = facts.pixels;
    let widths = WIDTHS.into_iter().filter(move |it| *it < pixels.0);
    let widths = widths.filter(|_| facts.form.has_sizes());
    widths.map(move |it| Print::whole(pixels, it))
}

/// Prints for cards; none where the picture has nearly their shape, or too few pixels.
fn cards(facts: &Facts, focus: Option<Focus>) -> Vec<Print> {
    let Some(focus) = focus.filter(|_| facts.form.has_sizes()) else {
        return Vec::new();
    };
    let cropped = CARDS.map(|it| Print::filling(facts.pixels, focus, it));
    let fits = |it: &Print| it.part.width >= it.size.0 && CARDS.contains(&it.size);
    cropped.into_iter().filter(|it| fits(it) && crops(facts.pixels, it)).collect()
}

fn shared_print(facts: &Facts, focus: Option<Focus>) -> Option<Print> {
    let focus = focus.unwrap_or(Focus::MIDDLE);
    let print = || Print::filling(facts.pixels, focus, SHARED);
    facts.form.has_sizes().then(print)
}

/// Whether a print leaves out more than a fiftieth of a side.
fn crops((width, height): (u32, u32), print: &Print) -> bool {
    let part = print.part;
    part.width * 50 < width * 49 || part.height * 50 < height * 49
}
