//! Films of an article, each with its transcript.

use crate::{
    document::Record,
    plan::{album, context::Context},
    site::{EntryId, FileUse},
    view::VideoView,
};

/// The shape of a film without a picture in its place.
const SHAPE: (u32, u32) = (1280, 720);

/// The films of an entry.
pub fn view(cx: Context<'_>, id: EntryId) -> Vec<VideoView<'_>> {
    cx.fields(id).records("videos").filter_map(|it| video(cx, id, it)).collect()
}

fn video<'a>(cx: Context<'a>, id: EntryId, record: &'a Record) -> Option<VideoView<'a>> {
    let file = |key| cx.site.file_of(id, record.text(key)?);
    let address = |it: &FileUse| cx.href(&format!("/{}", it.output));
    let film = file("src")?;
    let sizes = file("poster").map(album::sizes).unwrap_or_default();
    let poster = album::plain(&sizes);
    Some(VideoView {
        url: address(film),
        title: record.text("title").unwrap_or_default(),
        credit: record.text("credit"),
        size: poster.map_or(SHAPE, |it| it.pixels),
        poster: poster.map(|it| cx.href(&format!("/{}", it.path))),
        captions: file("captions").map(address),
        transcript: paragraphs(record.text("transcript").unwrap_or_default()),
        lang: cx.tag_of_file(id),
    })
}

/// The paragraphs of a text, which empty lines stand between.
pub fn paragraphs(text: &str) -> Vec<&str> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            paragraphs.push(text[start..at].trim());
            start = at;
        }
        at += line.len();
    }
    paragraphs.push(text[start..].trim());
    paragraphs.retain(|it| !it.is_empty());
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_stand_between_paragraphs() {
        let text = "One.\nStill one.\n\nTwo.\n  \t\n\nThree.";
        assert_eq!(paragraphs(text), ["One.\nStill one.", "Two.", "Three."]);
        assert_eq!(paragraphs(" \n"), [""; 0]);
    }
}
