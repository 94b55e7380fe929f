//! Texts of documents: links, pictures, headings and raw HTML that cannot go out as they
//! are. Whether a link leads anywhere is for [`super::references`].

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::{Place, Span};

const SCHEME: Code = Code("E030");
const NO_ADDRESS: Code = Code("E031");
const RAW_HTML: Code = Code("W032");
const SECOND_TITLE: Code = Code("W033");
const SAME_ANCHOR: Code = Code("E034");
const LOOSE_NOTE: Code = Code("W035");
const DISTANT_PICTURE: Code = Code("E036");
const NO_LINK_TEXT: Code = Code("W037");
const LOST_NOTE: Code = Code("W038");
const SHORTCODE: Code = Code("W039");

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: SCHEME,
        level: Severity::Error,
        title: "a link has an address that is not allowed",
        text: "Links lead to pages of the site, to other sites (`https://`, `http://`), to \
               a mailbox (`mailto:`) or a telephone (`tel:`). Anything else, `javascript:` \
               above all, could do something to a reader instead of showing a page.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

Read our [rules](ftp://example.org/rules.txt).
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

Read our [rules](https://example.org/rules.txt).
",
    },
    Entry {
        code: NO_ADDRESS,
        level: Severity::Error,
        title: "a link has no address",
        text: "Between the parentheses of a link stands where it leads.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

Read our [rules]().
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

Read our [rules](https://example.org/rules/).
",
    },
    Entry {
        code: RAW_HTML,
        level: Severity::Warning,
        title: "HTML in a text is not allowed and is shown as it is written",
        text: "Texts are Markdown. A few tags that Markdown has no sign for are allowed, \
               such as `<kbd>`, `<sup>`, `<abbr title=\"…\">`, `<details>`: written \
               exactly, in lower case, attributes in double quotes, and closed in the \
               paragraph they were opened in. `<details>`, `<div>` and `<blockquote>` may \
               stand around paragraphs: the opening tag and the closing one in blocks of \
               their own, between empty lines. Everything else reaches readers as text.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

We are <font color=\"red\">here</font>.
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

We are **here**.
",
    },
    Entry {
        code: SECOND_TITLE,
        level: Severity::Warning,
        title: "a heading of the first level in a text",
        text: "The title is the one heading of the first level that a page has. Headings \
               in the text begin with `##`; one with `#` is printed as if it had two.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

# What we do
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

## What we do
",
    },
    Entry {
        code: SAME_ANCHOR,
        level: Severity::Error,
        title: "two places of a text have the same anchor",
        text: "An anchor, `{#history}` behind a heading, names one place, so that links \
               can lead to it.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

## The beginning {#history}

## Later {#history}
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

## The beginning {#history}

## Later {#later}
",
    },
    Entry {
        code: LOOSE_NOTE,
        level: Severity::Warning,
        title: "a footnote is never referred to",
        text: "A footnote is printed where the text refers to it. One that nothing refers \
               to is not printed at all.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

We write the news.

[^1]: Since 2015.
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

We write the news.[^1]

[^1]: Since 2015.
",
    },
    Entry {
        code: DISTANT_PICTURE,
        level: Severity::Error,
        title: "a picture of another site",
        text: "A picture that lies on another site tells that site who reads the page, and \
               is gone when it is gone there. Put a copy beside the text.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

![The team](https://example.org/team.jpg)
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

See [the team](https://example.org/team.jpg).
",
    },
    Entry {
        code: NO_LINK_TEXT,
        level: Severity::Warning,
        title: "a link has no text",
        text: "Nobody sees a link without a text, and who listens to the page hears only \
               its address.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

Read our rules. [](https://example.org/rules/)
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

Read [our rules](https://example.org/rules/).
",
    },
    Entry {
        code: LOST_NOTE,
        level: Severity::Warning,
        title: "a text refers to a footnote that is nowhere",
        text: "The text of a footnote stands in a paragraph of its own, after its label and \
               a colon. Without it readers see the sign. Brackets that are none are written \
               `\\[^1]`.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

We write the news.[^1]
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

We write the news.[^1]

[^1]: Since 2015.
",
    },
    Entry {
        code: SHORTCODE,
        level: Severity::Warning,
        title: "a shortcode of another generator is shown as it is written",
        text: "Texts are Markdown, and nothing is put into them when the site is built. A \
               picture with a caption, a footnote, a link to another page have signs of \
               their own; films and files are fields of the entry. Signs that readers \
               should see are written as code.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
---

{{< youtube w7Ft2ymGmfc >}}
",
        right: "\
-- content/pages/about.md --
---
title: About us
---

See the [film](https://example.org/film).
",
    },
];

impl Problem {
    /// A link with a scheme that is not allowed, or with none (`//example.org`).
    pub fn scheme(scheme: &str, place: &Place) -> Self {
        let problem = Self::new(SCHEME, format!("a link cannot begin with `{scheme}`"))
            .at(&place.path, place.span, "not allowed here");
        problem.help(match scheme {
            "//" => "write the address in full, with `https://`",
            _ => {
                "links begin with `https://`, `http://`, `mailto:` or `tel:`, or lead to \
                  a page: `@/pages/about.md`"
            }
        })
    }

    /// A link to nowhere.
    pub fn no_address(place: &Place) -> Self {
        Self::new(NO_ADDRESS, "the link has no address")
            .at(&place.path, place.span, "leads nowhere")
            .help("write between the parentheses where it leads")
    }

    /// Raw HTML that is shown as text.
    pub fn raw_html(tag: &str, place: &Place, why: &'static str) -> Self {
        Self::new(RAW_HTML, format!("`{tag}` is shown as it is written"))
            .at(&place.path, place.span, why)
            .help("write it in Markdown, or remove it")
    }

    /// A heading of the first level; `fix` is where a `#` is missing, for one that begins
    /// with `#`.
    pub fn second_title(text: &str, place: &Place, fix: Option<Span>) -> Self {
        let problem =
            Self::new(SECOND_TITLE, "a page has one heading of the first level").at(
                &place.path,
                place.span,
                "printed one level lower: that one is the title",
            );
        match fix {
            Some(span) => problem.help(format!("## {text}")).fix(span, "#"),
            None => problem.help("underline it with `---`"),
        }
    }

    /// An anchor that was there before, at `first`.
    pub fn same_anchor(id: &str, place: &Place, first: Span) -> Self {
        Self::new(SAME_ANCHOR, format!("there is already an anchor `{id}`"))
            .at(&place.path, place.span, "the second one")
            .note(&place.path, first, "the first one")
            .help("give one of the two another name")
    }

    /// A footnote that nothing refers to.
    pub fn loose_note(label: &str, place: &Place) -> Self {
        Self::new(LOOSE_NOTE, format!("nothing refers to the footnote `{label}`"))
            .at(&place.path, place.span, "not printed")
            .help(format!("write `[^{label}]` where the text refers to it"))
    }

    /// A picture that is not a file of the site.
    pub fn distant_picture(place: &Place) -> Self {
        Self::new(DISTANT_PICTURE, "the picture lies on another site")
            .at(&place.path, place.span, "not a file of this site")
            .help("put the file beside the text and write its name")
    }

    /// A link without any text.
    pub fn no_link_text(place: &Place) -> Self {
        Self::new(NO_LINK_TEXT, "the link has no text")
            .at(&place.path, place.span, "nobody would see it")
            .help("write in the brackets what readers will find there")
    }

    /// A reference to a footnote that is not there.
    pub fn lost_note(label: &str, place: &Place) -> Self {
        Self::new(LOST_NOTE, format!("there is no footnote `{label}`"))
            .at(&place.path, place.span, "readers see this sign")
            .help(format!("write the footnote: `[^{label}]: …`"))
    }

    /// What another generator would put something in the place of.
    pub fn shortcode(text: &str, place: &Place) -> Self {
        Self::new(SHORTCODE, format!("`{text}` means nothing here"))
            .at(&place.path, place.span, "readers see it as it is")
            .help("write it in Markdown, or in backticks where they should see it")
    }
}
