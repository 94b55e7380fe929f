//! Raw HTML in Markdown: a short list of tags in exact spelling goes through, everything
//! else does not. Nothing is repaired, so nothing a browser reads in its own way gets out.

use std::ops::Range;

/// A tag that may go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag<'a> {
    /// An opening tag, or one without content.
    Open {
        /// Its name.
        name: &'a str,
        /// Whether it has no content and no closing tag.
        void: bool,
        /// Its anchor.
        id: Option<&'a str>,
    },
    /// A closing tag.
    Close(&'a str),
    /// A comment, which is left out.
    Comment,
}

/// Where a tag may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In a line of text.
    Line,
    /// In a block of HTML.
    Block,
}

const LINE: &[(&str, &[&str])] = &[
    ("abbr", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("br", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("del", &["datetime"]),
    ("dfn", &[]),
    ("em", &[]),
    ("i", &[]),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("mark", &[]),
    ("q", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("sup", &[]),
    ("time", &["datetime"]),
    ("u", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

const BLOCK: &[(&str, &[&str])] = &[
    ("blockquote", &[]),
    ("dd", &[]),
    ("details", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("hr", &[]),
    ("p", &[]),
    ("summary", &[]),
];

/// What may stand around paragraphs, in two blocks of HTML.
const AROUND: &[&str] = &["blockquote", "details", "div"];
const EVERYWHERE: &[&str] = &["dir", "id", "lang", "title"];
const VOID: &[&str] = &["br", "hr", "wbr"];

/// Reads one tag or comment, the whole of `text`.
pub fn tag(text: &str, place: Where) -> Option<Tag<'_>> {
    if text.starts_with("<!--") && text.ends_with("-->") && text.len() >= 7 {
        return Some(Tag::Comment);
    }
    let inner = text.strip_prefix('<')?.strip_suffix('>')?;
    if let Some(name) = inner.strip_prefix('/') {
        allowed(name, place)?;
        return (!VOID.contains(&name)).then_some(Tag::Close(name));
    }
    let end = inner.find([' ', '/']).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(end);
    let attributes = allowed(name, place)?;
    let void = VOID.contains(&name);
    let rest = if void { rest.strip_suffix('/').unwrap_or(rest) } else { rest };
    let given = read_attributes(rest.trim_end_matches(' '), attributes)?;
    let id = given.iter().find(|it| it.0 == "id").map(|it| it.1);
    Some(Tag::Open { name, void, id })
}

/// A whole block of HTML, ready to go out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block<'a> {
    /// The HTML, comments left out.
    pub html: String,
    /// Its text without tags.
    pub text: String,
    /// The anchors in it.
    pub ids: Vec<&'a str>,
    /// The element that is left open, to be closed behind the blocks that follow, and the
    /// bytes of its tag.
    pub around: Option<(&'a str, Range<usize>)>,
}

/// Reads a block of HTML; of one that may not go out, the bytes of the first tag that is
/// in the way.
pub fn block(text: &str) -> Result<Block<'_>, Range<usize>> {
    let mut block = Block::default();
    let mut open: Vec<(&str, Range<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('<').map(|it| at + it) {
        block.words(&text[at..start]);
        at = start + length(&text[start..]);
        let written = &text[start..at];
        match tag(written, Where::Block).or_else(|| tag(written, Where::Line)) {
            Some(Tag::Comment) => continue,
            Some(Tag::Open { name, void, id }) => {
                block.ids.extend(id);
                if !void {
                    open.push((name, start..at));
                }
            }
            Some(Tag::Close(name)) if open.last().is_some_and(|it| it.0 == name) => {
                open.pop();
            }
            _ => return Err(start..at),
        }
        block.html.push_str(written);
    }
    block.words(&text[at..]);
    let last = open.pop();
    if let Some((_, place)) =
        last.as_ref().filter(|it| !open.is_empty() || !AROUND.contains(&it.0))
    {
        return Err(place.clone());
    }
    block.around = last;
    Ok(block)
}

impl Block<'_> {
    // Text between tags: what could be read as a reference to a character stays one.
    fn words(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '>' => self.html.push_str("&gt;"),
                c if c.is_control() && !c.is_whitespace() => self.html.push('\u{fffd}'),
                c => self.html.push(c),
            }
        }
        self.text.push_str(text);
    }
}

// The length of the tag or comment that a text begins with.
fn length(text: &str) -> usize {
    let end = if text.starts_with("<!--") { "-->" } else { ">" };
    text.find(end).map_or(text.len(), |at| at + end.len())
}

fn allowed(name: &str, place: Where) -> Option<&'static [&'static str]> {
    let list = if place == Where::Line { LINE } else { BLOCK };
    list.iter().find(|it| it.0 == name).map(|it| it.1)
}

// `name="value"` each behind one space or more, no name twice.
fn read_attributes<'a>(text: &'a str, own: &[&str]) -> Option<Vec<(&'a str, &'a str)>> {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (name, tail) =
            rest.strip_prefix(' ')?.trim_start_matches(' ').split_once("=\"")?;
        let (value, tail) = tail.split_once('"')?;
        let known = own.contains(&name) || EVERYWHERE.contains(&name);
        if !known || seen.iter().any(|it| it.0 == name) || !is_sound(name, value) {
            return None;
        }
        seen.push((name, value));
        rest = tail;
    }
    Some(seen)
}

fn is_sound(name: &str, value: &str) -> bool {
    let word = |it: &str| {
        let sound = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        !it.is_empty() && it.chars().all(sound)
    };
    match name {
        "dir" => matches!(value, "ltr" | "rtl" | "auto"),
        "id" | "lang" => word(value),
        _ => !value.contains(['<', '>', '&']) && !value.chars().any(char::is_control),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_tags_of_the_list_go_through() {
        for text in [
            "<kbd>",
            "</kbd>",
            "<br>",
            "<br/>",
            "<br />",
            "<abbr title=\"a b\">",
            "<span lang=\"fr\" dir=\"ltr\">",
            "<time datetime=\"2020-02-11\">",
            "<!-- a -->",
            "<span id=\"a\">",
        ] {
            assert!(tag(text, Where::Line).is_some(), "{text}");
        }
    }

    #[test]
    fn everything_else_does_not() {
        for text in [
            "<script>",
            "<KBD>",
            "<kbd onclick=\"x\">",
            "<span style=\"x\">",
            "<kbd\n>",
            "<span  lang=fr>",
            "<span lang='fr'>",
            "<abbr title=\"a\"lang=\"b\">",
            "<a href=\"x\">",
            "<img src=x>",
            "<kbd/>",
            "</br>",
            "<span id=\"a b\">",
            "<abbr title=\"&quot;\">",
            "<div>",
            "< kbd>",
            "<span lang=\"a\" lang=\"b\">",
            "<iframe>",
            "<svg/onload=x>",
            "<!-->",
            "<kbd <kbd>",
            "<?php ?>",
            "<![CDATA[x]]>",
            "<!DOCTYPE html>",
            "<",
            "<>",
            "",
        ] {
            assert_eq!(tag(text, Where::Line), None, "{text}");
        }
    }

    #[test]
    fn a_block_is_balanced_or_does_not_go_out() {
        let good =
            "<details>\n<summary>a &amp; b</summary>\n<!-- x -->c > d\n</details>\n";
        let html = "<details>\n<summary>a &amp; b</summary>\nc &gt; d\n</details>\n";
        assert_eq!(block(good).map(|it| it.html), Ok(html.to_owned()));
        for (bad, at) in [
            ("<div><kbd></div></kbd>", 10..16),
            ("<p>\n", 0..3),
            ("<div><div>\n", 5..10),
            ("</div>\n", 0..6),
            ("<div>a <b", 7..9),
            ("<div><script>alert(1)</script></div>", 5..13),
        ] {
            assert_eq!(block(bad), Err(at), "{bad}");
        }
        let half = block("<details>\n<summary>a</summary>\n").map(|it| it.around);
        assert_eq!(half, Ok(Some(("details", 0..9))));
    }
}
