//! Fields that are missing, unknown or of the wrong shape: `E1xx`. What single values get
//! wrong stands in [`super::values`].

use std::sync::Arc;

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::{Place, Span};

const UNKNOWN_KEY: Code = Code("E102");
const MISSING: Code = Code("E103");
const SHAPE: Code = Code("E108");
const ONE_OF: Code = Code("E110");
const NO_CHANGES: Code = Code("E111");
const LIST_IN_A_TEXT: Code = Code("E112");
const NO_TYPE: Code = Code("E119");
const FOREIGN: Code = Code("W120");
const SAID_TWICE: Code = Code("E124");
const TWO_LANGUAGES: Code = Code("E126");

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: UNKNOWN_KEY,
        level: Severity::Error,
        title: "a field is not known",
        text: "Every type has its fields, and a name that is none of them is a slip more \
               often than not. Values for your own templates go below `extra:`, where \
               everything is allowed.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
darft: true
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
draft: true
---
",
    },
    Entry {
        code: MISSING,
        level: Severity::Error,
        title: "a field is missing",
        text: "Without this field the entry cannot be shown or sorted.",
        wrong: "\
-- content/news/2020/fund.md --
---
title: Korea to fund projects
---
",
        right: "\
-- content/news/2020/fund.md --
---
title: Korea to fund projects
date: 2020-02-11
---
",
    },
    Entry {
        code: SHAPE,
        level: Severity::Error,
        title: "a value has the wrong shape",
        text: "A field holds one value, a list, or fields of its own. Where a list is \
               expected, one value will do; the other way round will not.",
        wrong: "\
-- content/pages/about.md --
---
title: [About, us]
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
        code: ONE_OF,
        level: Severity::Error,
        title: "of two fields exactly one must be there",
        text: "The two fields say the same thing in two ways, or exclude each other. Keep \
               the one that is right.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
image: { src: /team.jpg }
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
        code: NO_CHANGES,
        level: Severity::Error,
        title: "`updated` does not say what was changed",
        text: "Readers who see that a text was updated want to know what is different. \
               Each update has an entry in `changes` with a note.",
        wrong: "\
-- content/news/2020/fund.md --
---
title: Korea to fund projects
date: 2020-02-11
updated: 2020-02-12
---
",
        right: "\
-- content/news/2020/fund.md --
---
title: Korea to fund projects
date: 2020-02-11
updated: 2020-02-12
changes:
  - { at: 2020-02-12, kind: correction, note: The sum was corrected. }
---
",
    },
    Entry {
        code: LIST_IN_A_TEXT,
        level: Severity::Error,
        title: "a list is written as one text",
        text: "Names separated by commas are one name with commas in it, unless they \
               stand in brackets.",
        wrong: "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/topics/theft.md --
---
title: Theft
---
-- content/news/2020/fund.md --
---
title: Korea to fund projects
date: 2020-02-11
topics: fraud, theft
---
",
        right: "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/topics/theft.md --
---
title: Theft
---
-- content/news/2020/fund.md --
---
title: Korea to fund projects
date: 2020-02-11
topics: [fraud, theft]
---
",
    },
    Entry {
        code: NO_TYPE,
        level: Severity::Error,
        title: "a file lies in no folder of a type",
        text: "The first folder below `content/` says what an entry is: `news/`, \
               `countries/`, `topics/` and so on; free pages go into `pages/`.",
        wrong: "\
-- content/about.md --
---
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
        code: FOREIGN,
        level: Severity::Warning,
        title: "fields have the names that another generator gives them",
        text: "Some names of Hugo, Jekyll and others are understood, so that texts can be \
               taken over as they are. The names used here are better known to your \
               colleagues.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
description: Who we are and what we do
published: false
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
summary: Who we are and what we do
draft: true
---
",
    },
    Entry {
        code: SAID_TWICE,
        level: Severity::Error,
        title: "two fields say the same thing",
        text: "A name of another generator and the one used here both have a value. Keep \
               one of them.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
summary: Who we are
description: Who we are and what we do
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
summary: Who we are and what we do
---
",
    },
    Entry {
        code: TWO_LANGUAGES,
        level: Severity::Error,
        title: "`lang` and the name of the file disagree about the language",
        text: "A file `name.fr.md` is in French; `lang:` is not needed there, and must not \
               say another language.",
        wrong: "\
-- site.yaml --
title: Example
base_url: https://example.org/
default_language: en
languages: { en: {}, fr: {}, es: {} }
-- content/pages/about.fr.md --
---
title: Qui sommes-nous
lang: es
---
",
        right: "\
-- site.yaml --
title: Example
base_url: https://example.org/
default_language: en
languages: { en: {}, fr: {}, es: {} }
-- content/pages/about.fr.md --
---
title: Qui sommes-nous
---
",
    },
];

impl Problem {
    /// A key that `owner` (a type, or a field with fields of its own) does not have; `near`
    /// is the one it resembles, `known` all there are.
    pub fn unknown_key(
        owner: &str,
        key: &str,
        place: &Place,
        near: Option<&str>,
        known: &str,
    ) -> Self {
        let problem = Self::new(UNKNOWN_KEY, format!("`{owner}` has no field `{key}`"));
        match near {
            Some(near) => problem
                .at(&place.path, place.span, "not a field")
                .help(format!("did you mean `{near}`?")),
            None => problem
                .at(&place.path, place.span, "not a field")
                .help(format!("the fields are {known}")),
        }
    }

    /// A field of `owner` that must be there; `example` is a line to paste.
    pub fn missing(owner: &str, key: &str, place: &Place, example: &str) -> Self {
        Self::new(MISSING, format!("`{owner}` needs the field `{key}`"))
            .at(&place.path, place.span, format!("`{key}` is missing"))
            .help(example)
    }

    /// A field that must be there and is empty.
    pub fn empty(key: &str, place: &Place, example: &str) -> Self {
        Self::new(MISSING, format!("the field `{key}` is empty"))
            .at(&place.path, place.span, "needs a value")
            .help(example.replacen("add a line", "write a value behind it:", 1))
    }

    /// A value that is a `found` where `wanted` is expected.
    pub fn shape(key: &str, place: &Place, found: &str, wanted: &str) -> Self {
        Self::new(SHAPE, format!("`{key}` is {found}; it should be {wanted}")).at(
            &place.path,
            place.span,
            format!("this is {found}"),
        )
    }

    /// None, or more than one, of fields of which exactly one must be there.
    pub fn one_of(owner: &str, keys: &[String], place: &Place, found: usize) -> Self {
        let names: Vec<String> = keys.iter().map(|it| format!("`{it}`")).collect();
        let (message, help) = match found {
            0 => (format!("`{owner}` needs {}", names.join(" or ")), "add one of them"),
            _ => (
                format!("`{owner}` has both {}", names.join(" and ")),
                "keep one of them",
            ),
        };
        let label = if found == 0 { "neither is there" } else { "one too many" };
        Self::new(ONE_OF, message).at(&place.path, place.span, label).help(help)
    }

    /// `updated` without an entry in `changes`; `day` is its value.
    pub fn no_changes(place: &Place, day: &str) -> Self {
        Self::new(NO_CHANGES, "`updated` needs an entry in `changes`")
            .at(&place.path, place.span, "readers would not know what is different")
            .help(format!(
                "changes:\n  - {{ at: {day}, kind: update, note: \"what was changed\" }}"
            ))
    }

    /// Names with commas between them; `list` is the same in brackets.
    pub fn list_in_a_text(key: &str, list: &str, place: &Place) -> Self {
        Self::new(LIST_IN_A_TEXT, format!("`{key}` is one text with commas in it"))
            .at(&place.path, place.span, "read as a single name")
            .help(format!("{key}: {list}"))
            .fix(place.span, list)
    }

    /// A Markdown file outside the folders of the types.
    pub fn no_type(path: &Arc<str>, folders: &str) -> Self {
        Self::new(NO_TYPE, format!("`{path}` lies in no folder of a type"))
            .at(path, Span::default(), "nothing says what this is")
            .help(format!("move it below one of {folders}"))
    }

    /// `index.md` directly in the folder of a type.
    pub fn no_bundle(path: &Arc<str>, folder: &str) -> Self {
        Self::new(NO_TYPE, format!("`{path}` is the page of no entry"))
            .at(path, Span::default(), "the list of all entries has this address")
            .help(format!("give it a folder or name of its own, `{folder}/name.md`"))
    }

    /// Names of fields that other generators use: the first one at `place`; `help` says what
    /// to write.
    pub fn foreign(place: &Place, key: &str, help: String) -> Self {
        Self::new(FOREIGN, format!("`{key}` is what another generator calls this field"))
            .at(&place.path, place.span, "understood")
            .help(help)
    }

    /// A foreign name beside the field it stands for, which is at `other`.
    pub fn said_twice(key: &str, native: &str, place: &Place, other: Span) -> Self {
        Self::new(SAID_TWICE, format!("`{key}` and `{native}` say the same thing"))
            .at(&place.path, place.span, format!("understood as `{native}`"))
            .note(&place.path, other, "the other one")
            .help("keep one of the two")
    }

    /// `lang:` that differs from the language in the name of the file.
    pub fn two_languages(place: &Place, suffix: &str) -> Self {
        let message = format!("the name of the file says `{suffix}`, `lang` does not");
        Self::new(TWO_LANGUAGES, message)
            .at(&place.path, place.span, "another language")
            .help("remove this line, or rename the file")
    }
}
