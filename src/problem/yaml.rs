//! What YAML stumbles over, in plain words: `E006` to `E010`, `E017` to `E022`, and the
//! unquoted colon, `E101`.

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::{Place, Span};

const TAB: Code = Code("E006");
const OPEN_BRACKET: Code = Code("E007");
const OPEN_QUOTE: Code = Code("E008");
const INDENTATION: Code = Code("E009");
const FIRST_CHARACTER: Code = Code("E010");
const UNREADABLE: Code = Code("E017");
const NO_SPACE: Code = Code("E018");
const NO_KEY: Code = Code("E019");
const BEHIND_THE_END: Code = Code("E020");
const BACKSLASH: Code = Code("E021");
const CUT_BY_COMMENT: Code = Code("W022");
const COLON: Code = Code("E101");

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: TAB,
        level: Severity::Error,
        title: "a tab stands where YAML wants spaces",
        text: "Lines that belong together begin with the same number of spaces. A tab has \
               no fixed width, so YAML does not allow it there.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
nav:
\tmenu: main
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
nav:
  menu: main
---
",
    },
    Entry {
        code: OPEN_BRACKET,
        level: Severity::Error,
        title: "a bracket is never closed",
        text: "A list in brackets runs until its `]`, a map in braces until its `}`. \
               Without that, all that follows would belong to it.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
aliases: [/about-us/, /who/
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
aliases: [/about-us/, /who/]
---
",
    },
    Entry {
        code: OPEN_QUOTE,
        level: Severity::Error,
        title: "a quotation mark is never closed",
        text: "A value that begins with `\"` or `'` runs until the same mark comes again.",
        wrong: "\
-- content/pages/about.md --
---
title: \"About us
slug: about
---
",
        right: "\
-- content/pages/about.md --
---
title: \"About us\"
slug: about
---
",
    },
    Entry {
        code: INDENTATION,
        level: Severity::Error,
        title: "a line is indented differently from those it belongs to",
        text: "Fields of one level begin below each other. A line further to the right \
               belongs to the field above it.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
  slug: about
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
        code: FIRST_CHARACTER,
        level: Severity::Error,
        title: "a value begins with a sign that means something to YAML",
        text: "A value that begins with one of the characters ``@ ` % & * ! | > ? , ] } - `` \
               must be in quotes, or YAML takes that sign for its own.",
        wrong: "\
-- content/pages/about.md --
---
title: @example on other networks
---
",
        right: "\
-- content/pages/about.md --
---
title: \"@example on other networks\"
---
",
    },
    Entry {
        code: UNREADABLE,
        level: Severity::Error,
        title: "YAML cannot read a line",
        text: "The line breaks a rule of YAML for which there is no better explanation. \
               Quotes around the value often help.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
aliases: [/about-us/ {]
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
aliases: [/about-us/]
---
",
    },
    Entry {
        code: NO_SPACE,
        level: Severity::Error,
        title: "a space is missing behind a colon or a hyphen",
        text: "Only with a space behind it does a colon separate a field from its value, \
               and a hyphen begin an item of a list.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
slug:about
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
        code: NO_KEY,
        level: Severity::Error,
        title: "a line of the front matter is no field",
        text: "Each line says `name: value`, is an item of a list (`- value`), or goes on \
               with the value above it, further to the right.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
and what we do
slug: about
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
  and what we do
slug: about
---
",
    },
    Entry {
        code: BEHIND_THE_END,
        level: Severity::Error,
        title: "a value goes on behind its closing quote or bracket",
        text: "A value that begins with a quotation mark or a bracket ends with the \
               matching one. Where these signs are part of the text, the whole of it goes \
               in quotes.",
        wrong: "\
-- content/pages/about.md --
---
title: \"About\" us
---
",
        right: "\
-- content/pages/about.md --
---
title: '\"About\" us'
---
",
    },
    Entry {
        code: BACKSLASH,
        level: Severity::Error,
        title: "a backslash in double quotes begins something unknown",
        text: "Between double quotes `\\n`, `\\\"` and the like stand for other characters. \
               A backslash that is meant as one is doubled, or the value goes in single \
               quotes.",
        wrong: "\
-- content/pages/about.md --
---
title: \"The folder C:\\path\"
---
",
        right: "\
-- content/pages/about.md --
---
title: 'The folder C:\\path'
---
",
    },
    Entry {
        code: CUT_BY_COMMENT,
        level: Severity::Warning,
        title: "a value is cut off by `#`",
        text: "A `#` behind a space begins a comment, so the rest of the line is not part \
               of the value. Put the value in quotes if it is; leave a space behind the \
               `#` if it is a comment.",
        wrong: "\
-- content/pages/about.md --
---
title: Our #1 rule
---
",
        right: "\
-- content/pages/about.md --
---
title: \"Our #1 rule\"
---
",
    },
];

/// The code of this module that belongs to the fields.
pub const FIELD_ENTRIES: &[Entry] = &[Entry {
    code: COLON,
    level: Severity::Error,
    title: "a value contains a colon and is not in quotes",
    text: "A colon with a space behind it separates a field from its value. Where the \
               value itself contains one, put the value in quotes.",
    wrong: "\
-- content/news/2019/fraud.md --
---
title: Airline ticket fraud: worldwide crackdown leads to 79 arrests
date: 2019-11-27
---
",
    right: "\
-- content/news/2019/fraud.md --
---
title: \"Airline ticket fraud: worldwide crackdown leads to 79 arrests\"
date: 2019-11-27
---
",
}];

impl Problem {
    /// A tab where spaces belong.
    pub fn tab(place: &Place) -> Self {
        Self::new(TAB, "there is a tab where YAML wants spaces")
            .at(&place.path, place.span, "a tab")
            .help("replace the tab by spaces, as many as in the lines around")
    }

    /// `[` or `{` that is never closed.
    pub fn open_bracket(place: &Place, bracket: char) -> Self {
        let close = if bracket == '[' { ']' } else { '}' };
        Self::new(OPEN_BRACKET, format!("the bracket `{bracket}` is never closed"))
            .at(&place.path, place.span, "opened here")
            .help(format!(
                "write `{close}` at the end, or put the value in quotes if it is text"
            ))
    }

    /// A quotation mark that is never closed; `line` is the repaired line.
    pub fn open_quote(place: &Place, line: &str) -> Self {
        Self::new(OPEN_QUOTE, "the quotation mark is never closed")
            .at(&place.path, place.span, "opened here")
            .help(line)
    }

    /// A line that stands further in or out than those it belongs to.
    pub fn indentation(place: &Place, label: String, help: String) -> Self {
        Self::new(INDENTATION, "the line is indented differently from those around it")
            .at(&place.path, place.span, label)
            .help(help)
    }

    /// A value that begins with a sign of YAML; `line` is the repaired line.
    pub fn first_character(place: &Place, sign: &str, line: &str) -> Self {
        let message = format!("the value begins with “{sign}” and is not in quotes");
        Self::new(FIRST_CHARACTER, message)
            .at(&place.path, place.span, "a sign that means something to YAML")
            .help(line)
    }

    /// A line that YAML refuses for a reason (`why`, in its own words) not known here.
    pub fn unreadable(place: &Place, why: &str) -> Self {
        Self::new(UNREADABLE, "YAML cannot read this line")
            .at(&place.path, place.span, why)
            .help("if this is part of a text, put the whole text in quotes")
    }

    /// `key:value` or `-item`; `line` is the repaired line.
    pub fn no_space(place: &Place, what: &str, line: &str) -> Self {
        Self::new(NO_SPACE, format!("a space is missing behind the {what}"))
            .at(&place.path, place.span, "a space belongs behind this")
            .help(line)
    }

    /// A line that is neither field nor item.
    pub fn no_key(place: &Place) -> Self {
        Self::new(NO_KEY, "this line is neither `name: value` nor an item of a list")
            .at(&place.path, place.span, "no colon with a space behind it")
            .help("if it goes on with the line above, begin it with two spaces")
    }

    /// Something behind the end of a quoted or bracketed value.
    pub fn behind_the_end(place: &Place, sign: &str, help: &str) -> Self {
        Self::new(
            BEHIND_THE_END,
            format!("the value goes on behind its closing “{sign}”"),
        )
        .at(&place.path, place.span, "the value has ended before this")
        .help(help)
    }

    /// A backslash before a character that needs none.
    pub fn backslash(place: &Place) -> Self {
        Self::new(BACKSLASH, "the backslash begins something that YAML does not know")
            .at(&place.path, place.span, "not known")
            .help("write `\\\\` for a backslash, or put the value in single quotes")
    }

    /// A value that ends before ` #`; `line` is the repaired line.
    pub fn cut_by_comment(place: &Place, line: &str) -> Self {
        Self::new(CUT_BY_COMMENT, "the value ends before “ #”")
            .at(&place.path, place.span, "YAML reads this as a comment")
            .help(line)
    }

    /// A colon in a value without quotes; `fix` is where the value stands and how it reads
    /// in quotes.
    pub fn colon(place: &Place, key: &str, fix: (Span, &str)) -> Self {
        let whose = match key {
            "title" => "the title".to_owned(),
            _ => format!("the value of `{key}`"),
        };
        Self::new(COLON, format!("{whose} contains “: ” and is not in quotes"))
            .at(&place.path, place.span, "YAML reads this colon as a new key")
            .help(format!("{key}: {}", fix.1))
            .fix(fix.0, fix.1)
    }
}
