//! Pictures: what they say to people who do not see them, and who made them: `W330`.

use crate::{
    document::{Record, Value},
    problem::Problem,
    span::{Place, Span},
};

use super::{Finding, article::Article, fold::spoken, phrases::each};

const ALT: usize = 125;

/// What a screen reader says anyhow, in English, French and Spanish.
const OPENINGS: &str = "\
    a photo of, a photograph of, a picture of, an image of, graphic of, image of, \
    image showing, photo of, photograph of, picture of, image de, photo de, \
    photographie de, foto de, fotografía de, imagen de";

/// The lead picture, or the portrait of a person.
pub fn of_fields(article: &Article, found: &mut Vec<Finding>) {
    for key in ["image", "photo"] {
        let Some(item) = article.document.fields.item(key) else { continue };
        if let Value::Record(picture) = &item.value {
            credit(article, picture, item.span, found);
            // Where `alt` is missing altogether, the field itself is at fault.
            if picture.has("alt") {
                alternative(article, picture, item.span, found);
            }
        }
    }
}

/// The pictures of the text.
pub fn of_body(article: &Article, found: &mut Vec<Finding>) {
    for block in &*article.blocks {
        let Some(slice) = article.source.get(block.span.range()) else { continue };
        for picture in pictures(slice) {
            let start = block.span.range().start + picture.at;
            let at = article.at(Span::new(start, start + picture.length));
            let problem = fault(&at, picture.alt, picture.src, picture.caption);
            found.extend(problem.map(|it| Finding::of(picture.src, it)));
        }
    }
}

fn credit(article: &Article, picture: &Record, span: Span, found: &mut Vec<Finding>) {
    if !picture.has("credit") {
        let span = picture.item("src").map_or(span, |it| it.span);
        found.push(Finding::of("credit", Problem::picture_credit(&article.at(span))));
    }
}

fn alternative(
    article: &Article,
    picture: &Record,
    span: Span,
    found: &mut Vec<Finding>,
) {
    let text = |key| picture.text(key).unwrap_or_default();
    let at = article.at(picture.item("alt").map_or(span, |it| it.span));
    let problem = fault(&at, text("alt"), text("src"), text("caption"));
    found.extend(problem.map(|it| Finding::of("alt", it)));
}

/// What is wrong with the alternative text of a picture.
fn fault(at: &Place, alt: &str, src: &str, caption: &str) -> Option<Problem> {
    let said = spoken(alt);
    let file = src.rsplit('/').next().unwrap_or(src);
    let stem = file.rsplit_once('.').map_or(file, |it| it.0);
    let name = |it: &str| spoken(&it.replace(['-', '_'], " "));
    let opening = each(OPENINGS).find(|it| said.starts_with(it));
    let length = alt.chars().count();
    if said.is_empty() {
        Some(Problem::picture_without_alt(at))
    } else if said == spoken(caption) {
        Some(Problem::alt_is_caption(at))
    } else if [name(file), name(stem)].contains(&name(alt)) {
        Some(Problem::alt_is_file_name(at, file))
    } else if let Some(opening) = opening {
        Some(Problem::alt_opening(at, opening))
    } else {
        (length > ALT).then(|| Problem::alt_long(at, length))
    }
}

/// A picture as Markdown writes it: `![alt](src "caption")`.
struct Picture<'a> {
    at: usize,
    length: usize,
    alt: &'a str,
    src: &'a str,
    caption: &'a str,
}

fn pictures(source: &str) -> Vec<Picture<'_>> {
    source.match_indices("![").filter_map(|(at, _)| picture(source, at)).collect()
}

fn picture(source: &str, at: usize) -> Option<Picture<'_>> {
    let (alt, rest) = source[at + 2..].split_once("](")?;
    let (inside, _) = rest.split_once(')')?;
    let (src, caption) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let length = 2 + alt.len() + 2 + inside.len() + 1;
    let caption = caption.trim().trim_matches(['"', '\'']);
    let code = source[..at].matches('`').count() % 2 == 1;
    (!code && !alt.contains("\n\n")).then_some(Picture { at, length, alt, src, caption })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_read_as_they_are_written() {
        let source =
            "See `![no](x)` ![Two officers](raid.jpg \"At dawn\") and ![](b.png).";
        let found = pictures(source);
        let parts: Vec<_> = found.iter().map(|it| (it.alt, it.src, it.caption)).collect();
        assert_eq!(parts, [("Two officers", "raid.jpg", "At dawn"), ("", "b.png", "")]);
        let last = found.last().map(|it| &source[it.at..it.at + it.length]);
        assert_eq!(last, Some("![](b.png)"));
    }
}
