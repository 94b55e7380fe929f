//! Files that cannot be read as front matter and text: `E001` to `E016`. What YAML itself
//! stumbles over stands in [`super::yaml`].

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::{Place, Span};

const NOT_UTF8: Code = Code("E001");
const NO_OPENING: Code = Code("E002");
const NO_CLOSING: Code = Code("E003");
const TOO_LONG: Code = Code("E004");
const TOO_DEEP: Code = Code("E005");
const ANCHOR: Code = Code("E011");
const TAG: Code = Code("E012");
const SECOND_DOCUMENT: Code = Code("E013");
const KEY_NOT_TEXT: Code = Code("E014");
const SAME_KEY: Code = Code("E015");
const NOT_A_MAP: Code = Code("E016");

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: NOT_UTF8,
        level: Severity::Error,
        title: "a file is not UTF-8 text",
        text: "Texts are read as UTF-8, so that every language can be written in them. \
               Open the file in your editor and save it again with the encoding UTF-8; \
               a file that is no text at all does not belong here.",
        wrong: "",
        right: "",
    },
    Entry {
        code: NO_OPENING,
        level: Severity::Error,
        title: "a file does not begin with front matter",
        text: "A Markdown file begins with its fields, such as `title`, between two lines \
               of three hyphens. The first of these lines is the first line of the file.",
        wrong: "\
-- content/pages/about.md --
title: About us
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
---
",
    },
    Entry {
        code: NO_CLOSING,
        level: Severity::Error,
        title: "the front matter does not end",
        text: "A second line of three hyphens ends the fields; the text comes after it. \
               Without that line nobody can say where the text begins.",
        wrong: "\
-- content/pages/about.md --
---
title: About us

We write the news.
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

We write the news.
",
    },
    Entry {
        code: TOO_LONG,
        level: Severity::Error,
        title: "the front matter is longer than 64 KB",
        text: "Fields say what a text is about; 64 KB of them are a mistake more often \
               than not, such as a text that was pasted above the second line of `---`.",
        wrong: "",
        right: "",
    },
    Entry {
        code: TOO_DEEP,
        level: Severity::Error,
        title: "the front matter is nested deeper than 32 levels",
        text: "Lists in lists in lists: no field needs more than a few levels, so this is \
               a slip, or something that was not meant to be front matter.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
extra: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[deep]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
extra: [deep]
---
",
    },
    Entry {
        code: ANCHOR,
        level: Severity::Error,
        title: "front matter uses an anchor or an alias of YAML",
        text: "In YAML `&name` marks a value and `*name` repeats it. Front matter does \
               without: every value is written where it is needed. A text that begins \
               with `&` or `*` goes in quotes.",
        wrong: "\
-- content/pages/about.md --
---
title: &us About us
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
---
",
    },
    Entry {
        code: TAG,
        level: Severity::Error,
        title: "front matter uses a tag of YAML",
        text: "In YAML `!name` in front of a value is a tag. Front matter does without. A \
               text that begins with `!` goes in quotes.",
        wrong: "\
-- content/pages/about.md --
---
title: !important Read this
---
",
        right: "\
-- content/pages/about.md --
---
title: \"!important Read this\"
---
",
    },
    Entry {
        code: SECOND_DOCUMENT,
        level: Severity::Error,
        title: "a YAML file holds a second document",
        text: "A line `---` inside a YAML file begins another document, which nothing \
               reads. Remove the line.",
        wrong: "",
        right: "",
    },
    Entry {
        code: KEY_NOT_TEXT,
        level: Severity::Error,
        title: "a key is not text",
        text: "What stands before a colon is the name of a field: a word, not a list, a \
               map or nothing at all.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
[slug]: about
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
slug: about
---
",
    },
    Entry {
        code: SAME_KEY,
        level: Severity::Error,
        title: "a key is there twice",
        text: "Only one of the two values could count, and nobody could say which. Keep \
               one; several values of a list go into one pair of brackets.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
title: Who we are
---
",
        right: "\
-- content/pages/about.md --
---
title: Who we are
---
",
    },
    Entry {
        code: NOT_A_MAP,
        level: Severity::Error,
        title: "the front matter is not made of fields",
        text: "Each line of the front matter says the name of a field, a colon, a space \
               and the value: `title: About us`.",
        wrong: "\
-- content/pages/about.md --
---
About us
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
---
",
    },
];

impl Problem {
    /// A file whose bytes are no UTF-8 from `place` on.
    pub fn not_utf8(place: &Place) -> Self {
        Self::new(NOT_UTF8, "the file is not UTF-8 text")
            .at(&place.path, place.span, "this byte belongs to no character")
            .help("save the file with the encoding UTF-8")
    }

    /// A file whose first line is not `---`; `help` says what to write instead.
    pub fn no_opening(place: &Place, help: &str) -> Self {
        Self::new(NO_OPENING, "the file does not begin with `---`")
            .at(&place.path, place.span, "`---` must be the first line")
            .help(help)
    }

    /// Front matter without a second line `---`, which seems to be missing at `place`.
    pub fn no_closing(place: &Place, opening: Span) -> Self {
        Self::new(NO_CLOSING, "the front matter does not end: a line `---` is missing")
            .at(&place.path, place.span, "the text seems to begin here")
            .note(&place.path, opening, "the front matter begins here")
            .help("write a line `---` between the last field and the text")
    }

    /// Front matter over the limit of bytes.
    pub fn too_long(place: &Place, bytes: usize) -> Self {
        let kib = bytes.div_ceil(1024);
        Self::new(TOO_LONG, format!("the front matter has {kib} KB; at most 64 are read"))
            .at(&place.path, place.span, "")
            .help("move the text below the second line `---`")
    }

    /// A value nested deeper than the limit.
    pub fn too_deep(place: &Place) -> Self {
        Self::new(TOO_DEEP, "the front matter is nested deeper than 32 levels")
            .at(&place.path, place.span, "the 33rd level begins here")
            .help("write the value with fewer lists in lists")
    }

    /// An anchor or alias; `text` is the value as written, to be quoted.
    pub fn anchor(place: &Place, quoted: &str) -> Self {
        Self::new(ANCHOR, "front matter has no anchors and aliases")
            .at(
                &place.path,
                place.span,
                "YAML reads `&` and `*` as signs of its own here",
            )
            .help(format!("if this is text, put it in quotes: `{quoted}`"))
    }

    /// A tag.
    pub fn tag(place: &Place, quoted: &str) -> Self {
        Self::new(TAG, "front matter has no tags")
            .at(&place.path, place.span, "YAML reads `!` as a sign of its own here")
            .help(format!("if this is text, put it in quotes: `{quoted}`"))
    }

    /// A second document in one YAML text.
    pub fn second_document(place: &Place) -> Self {
        Self::new(SECOND_DOCUMENT, "a second document begins here")
            .at(&place.path, place.span, "nothing below this line would be read")
            .help("remove the line")
    }

    /// A key that is a list, a map or empty.
    pub fn key_not_text(place: &Place) -> Self {
        Self::new(KEY_NOT_TEXT, "a key must be a word")
            .at(&place.path, place.span, "this is not one")
            .help("write `name: value`; put a text that begins with `[` or `{` in quotes")
    }

    /// A key that was there before, at `first`.
    pub fn same_key(key: &str, place: &Place, first: Span) -> Self {
        Self::new(SAME_KEY, format!("`{key}` is there twice"))
            .at(&place.path, place.span, "the second one")
            .note(&place.path, first, "the first one")
            .help("keep one of the two")
    }

    /// Front matter that is a list or a text.
    pub fn not_a_map(place: &Place) -> Self {
        Self::new(NOT_A_MAP, "the front matter is not made of fields")
            .at(&place.path, place.span, "no `name: value` here")
            .help("write each field as `name: value`, beginning with `title: …`")
    }
}
