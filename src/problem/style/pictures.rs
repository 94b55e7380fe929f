//! Pictures and their texts.

use crate::{
    problem::{Code, Problem, Severity, catalogue::Entry},
    span::Place,
};

pub(super) const W330: Entry = Entry {
    code: Code("W330"),
    level: Severity::Warning,
    title: "a picture says too little, or too much, to who cannot see it",
    text: "`alt` is what a screen reader says in place of the picture: what it shows, in at \
           most 125 characters, without “image of”, and not the caption or the name of the \
           file over again. A lead picture that only decorates has `decorative: true`. A \
           picture has a `credit`. In an exception, `value` is `alt`, `credit`, or for a \
           picture of the text its file as written.",
    wrong: concat!(news!("", "\n![](raid.jpg)\n"), "-- content/news/2020/raid.jpg --\n"),
    right: concat!(
        news!("", "\n![Two officers carry computers to a van](raid.jpg)\n"),
        "-- content/news/2020/raid.jpg --\n"
    ),
};

impl Problem {
    /// A picture without an alternative text.
    pub fn picture_without_alt(at: &Place) -> Self {
        fault(
            at,
            "the picture has no alternative text".to_owned(),
            "silence for some readers",
        )
        .help("say what it shows: `alt: …`, or in the text `![…](…)`")
    }

    /// A picture without a credit.
    pub fn picture_credit(at: &Place) -> Self {
        fault(at, "the picture has no credit".to_owned(), "who made it?")
            .help("add `credit: NAME`")
    }

    /// An alternative text that is the caption.
    pub fn alt_is_caption(at: &Place) -> Self {
        let message = "the alternative text is the caption".to_owned();
        fault(at, message, "a screen reader says it twice")
            .help("say what the picture shows; the caption says what it means")
    }

    /// An alternative text that is the name of the file.
    pub fn alt_is_file_name(at: &Place, file: &str) -> Self {
        let message = format!("the alternative text is the name of the file, `{file}`");
        fault(at, message, "it says nothing").help("say what the picture shows")
    }

    /// An alternative text that begins with `opening` (“image of”).
    pub fn alt_opening(at: &Place, opening: &str) -> Self {
        fault(
            at,
            format!("the alternative text begins with “{opening}”"),
            "a screen reader says so",
        )
        .help("begin with what the picture shows")
    }

    /// An alternative text of `length` characters.
    pub fn alt_long(at: &Place, length: usize) -> Self {
        let message = format!("the alternative text has {length} characters, over 125");
        fault(at, message, "a screen reader cannot skip in it")
            .help("say what the picture shows and move the rest to `caption`")
    }
}

fn fault(at: &Place, message: String, label: &str) -> Problem {
    Problem::new(W330.code, message).at(&at.path, at.span, label)
}
