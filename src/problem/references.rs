//! References and links that lead nowhere: `E2xx`.

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::Place;

const UNKNOWN: Code = Code("E201");
const AMBIGUOUS: Code = Code("E202");
const DEAD_LINK: Code = Code("E203");
const NO_ANCHOR: Code = Code("E204");
const HIDDEN: Code = Code("E205");
const ITSELF: Code = Code("E206");
const CIRCLE: Code = Code("E207");
const MISSING_FILE: Code = Code("E208");
const WRONG_TYPE: Code = Code("E209");
const UNKNOWN_TYPE: Code = Code("E210");

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: UNKNOWN,
        level: Severity::Error,
        title: "a reference names nothing that exists",
        text: "A reference is the id of an entry (the name of its file), or one of its \
               names. A country may be written by its codes, by any of its names in \
               English, French, Spanish or Arabic, and by the `alt_names` of its file. \
               Correct the name, or write the entry that is missing.",
        wrong: "\
-- content/news/2020/fund.md --
---
title: Korea funds a project against fraud
date: 2020-02-11
countries: [Koera]
---
",
        right: "\
-- content/news/2020/fund.md --
---
title: Korea funds a project against fraud
date: 2020-02-11
countries: [kr]
---
",
    },
    Entry {
        code: AMBIGUOUS,
        level: Severity::Error,
        title: "a reference names more than one entry",
        text: "Two entries go by this name. Write the id of the one that is meant; in a \
               wikilink the type can stand before it: `[[topic:fraud]]`.",
        wrong: "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/organisations/fraud.md --
---
title: Bureau against Fraud
---
-- content/pages/about.md --
---
title: About
---

All about [[fraud]].
",
        right: "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/organisations/fraud.md --
---
title: Bureau against Fraud
---
-- content/pages/about.md --
---
title: About
---

All about [[topic:fraud]].
",
    },
    Entry {
        code: DEAD_LINK,
        level: Severity::Error,
        title: "a link leads to nothing on this site",
        text: "A link to a Markdown file must name a file below `content/`; a link that \
               begins with `/` must be the address of a page, an alias or a file of the \
               site. `links: internal:` in `site.yaml` changes the level.",
        wrong: "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/pages/about.md --
---
title: About
---

All about [fraud](../topics/frauds.md).
",
        right: "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/pages/about.md --
---
title: About
---

All about [fraud](../topics/fraud.md).
",
    },
    Entry {
        code: NO_ANCHOR,
        level: Severity::Error,
        title: "a link names an anchor that its page does not have",
        text: "The part after `#` must be the id of a heading of the page: its text in \
               lower case with `-` for spaces, or what stands in `{#…}` behind it. \
               `links: anchors:` in `site.yaml` changes the level.",
        wrong: "\
-- content/pages/about.md --
---
title: About
---

## History

See [the history](#histroy).
",
        right: "\
-- content/pages/about.md --
---
title: About
---

## History

See [the history](#history).
",
    },
    Entry {
        code: HIDDEN,
        level: Severity::Error,
        title: "a public page refers to an entry that readers must not see",
        text: "Drafts, entries whose time has not come and expired ones are not published. \
               A link to one would lead nowhere and give its name away. Remove the \
               reference, hide this page too, or publish the entry.",
        wrong: "\
-- content/topics/fraud.md --
---
title: Fraud
draft: true
---
-- content/pages/about.md --
---
title: About
---

All about [[fraud]].
",
        right: "\
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/pages/about.md --
---
title: About
---

All about [[fraud]].
",
    },
    Entry {
        code: ITSELF,
        level: Severity::Error,
        title: "an entry refers to itself",
        text: "An entry cannot be its own parent, and a list of entries next to it should \
               not hold the entry itself. Remove the reference.",
        wrong: "\
-- content/topics/fraud.md --
---
title: Fraud
see_also: [fraud]
---
",
        right: "\
-- content/topics/fraud.md --
---
title: Fraud
---
",
    },
    Entry {
        code: CIRCLE,
        level: Severity::Error,
        title: "entries are parts of each other in a circle",
        text: "Following `parent` (or `supersedes`, or `translation_of`) from an entry leads \
               back to it, so that none of them is the first one. Remove one of the \
               references.",
        wrong: "\
-- content/topics/crime.md --
---
title: Crime
parent: fraud
---
-- content/topics/fraud.md --
---
title: Fraud
parent: crime
---
",
        right: "\
-- content/topics/crime.md --
---
title: Crime
---
-- content/topics/fraud.md --
---
title: Fraud
parent: crime
---
",
    },
    Entry {
        code: MISSING_FILE,
        level: Severity::Error,
        title: "a picture or download does not exist",
        text: "A file is looked for beside the entry, then below `static/`; a name that \
               begins with `/` is looked for below `static/` alone. Put the file there, or \
               correct its name. Capitals count.",
        wrong: "\
-- content/pages/about.md --
---
title: About
image: { src: ofice.jpg, alt: Our office in Lyon }
---
-- static/office.jpg --
",
        right: "\
-- content/pages/about.md --
---
title: About
image: { src: office.jpg, alt: Our office in Lyon }
---
-- static/office.jpg --
",
    },
    Entry {
        code: WRONG_TYPE,
        level: Severity::Error,
        title: "a reference names an entry of another type",
        text: "Each field takes entries of certain types: `people` takes people, \
               `organisations` takes organisations. Move the reference to the field of its \
               type.",
        wrong: "\
-- content/organisations/knpa.md --
---
title: Korean National Police Agency
---
-- content/news/2020/fund.md --
---
title: Korea funds a project against fraud
date: 2020-02-11
people: [knpa]
---
",
        right: "\
-- content/organisations/knpa.md --
---
title: Korean National Police Agency
---
-- content/news/2020/fund.md --
---
title: Korea funds a project against fraud
date: 2020-02-11
organisations: [knpa]
---
",
    },
    Entry {
        code: UNKNOWN_TYPE,
        level: Severity::Error,
        title: "a wikilink names a type that does not exist",
        text: "What stands before the colon of `[[country:KR]]` is the name of a type: one \
               of the built-in ones, or one that `types:` in `site.yaml` declares.",
        wrong: "\
-- content/pages/about.md --
---
title: About
---

News of [[land:KR]].
",
        right: "\
-- content/pages/about.md --
---
title: About
---

News of [[country:KR]].
",
    },
];

/// An entry as a message names it: its id, and its title where it has one.
pub type Candidate = (String, String);

impl Problem {
    /// A reference that names nothing; `noun` is what it should name, `near` what may be
    /// meant.
    pub fn unknown(noun: &str, text: &str, place: &Place, near: &[Candidate]) -> Self {
        let help = match near {
            [] => format!("correct the name, or add the {noun} that is missing"),
            _ => format!("did you mean {}?", either(near)),
        };
        Self::new(UNKNOWN, format!("no {noun} is named `{text}`"))
            .at(&place.path, place.span, "not found")
            .help(help)
    }

    /// A reference that several entries go by.
    pub fn ambiguous(noun: &str, text: &str, place: &Place, all: &[Candidate]) -> Self {
        Self::new(AMBIGUOUS, format!("more than one {noun} is named `{text}`"))
            .at(&place.path, place.span, "could be any of them")
            .help(format!("write {}", either(all)))
    }

    /// A reference to an entry of another type than the field takes.
    pub fn wrong_type(noun: &str, id: &str, ty: &str, place: &Place) -> Self {
        let message = format!("`{id}` names {}, and this takes {}", a(ty), a(noun));
        Self::new(WRONG_TYPE, message)
            .at(&place.path, place.span, format!("names {}", a(ty)))
            .help("name it in the field of its type, or correct the name")
    }

    /// A wikilink with a type that does not exist.
    pub fn unknown_link_type(ty: &str, place: &Place, known: &[&str]) -> Self {
        Self::new(UNKNOWN_TYPE, format!("there is no type named `{ty}`"))
            .at(&place.path, place.span, "not a type")
            .help(format!("the types are {}", listed(known)))
    }

    /// A link to a Markdown file that does not exist.
    pub fn dead_file(path: &str, place: &Place, near: &[String]) -> Self {
        let help = "correct the link, or add the file";
        Self::new(DEAD_LINK, format!("there is no file `{path}`"))
            .at(&place.path, place.span, "leads nowhere")
            .help(meant(near, help))
    }

    /// A link to an address that the site does not have.
    pub fn dead_address(address: &str, place: &Place, near: &[String]) -> Self {
        let help = "correct the address, or link to the file: `[text](@/news/…/x.md)`";
        Self::new(DEAD_LINK, format!("the site has no address `{address}`"))
            .at(&place.path, place.span, "leads nowhere")
            .help(meant(near, help))
    }

    /// A link to an entry without a page; `target` is where that begins.
    pub fn no_page(title: &str, place: &Place, target: &Place) -> Self {
        Self::new(DEAD_LINK, format!("“{title}” has no page to lead to"))
            .at(&place.path, place.span, "leads nowhere")
            .note(
                &target.path,
                target.span,
                "a stub: only its headline and date are known",
            )
            .help("remove the link, or give the stub a text or a `url`")
    }

    /// An anchor that the page of this title does not have.
    pub fn no_anchor(anchor: &str, title: &str, place: &Place, near: &[String]) -> Self {
        let help = "correct it, or leave it out to link to the top of the page";
        let near: Vec<_> = near.iter().map(|it| format!("#{it}")).collect();
        Self::new(NO_ANCHOR, format!("“{title}” has no heading `#{anchor}`"))
            .at(&place.path, place.span, "no such anchor")
            .help(meant(&near, help))
    }

    /// A reference of a public entry to a hidden one; `why` says what hides it.
    pub fn hidden(text: &str, place: &Place, target: &Place, why: &str) -> Self {
        Self::new(HIDDEN, format!("`{text}` is not public, and this page is"))
            .at(&place.path, place.span, "readers must not see this")
            .note(&target.path, target.span, why)
            .help(
                "remove the reference, make this page a draft too, or publish the other",
            )
    }

    /// Whether publishing in spite of it would give a hidden entry away.
    pub fn is_leak(&self) -> bool {
        self.code == HIDDEN
    }

    /// A relation of an entry to itself.
    pub fn refers_to_itself(field: &str, place: &Place) -> Self {
        Self::new(ITSELF, format!("`{field}` names the entry itself"))
            .at(&place.path, place.span, "this very entry")
            .help("remove it")
    }

    /// A circle of entries, the first of them named again at the end.
    pub fn circle(field: &str, ids: &[&str], place: &Place) -> Self {
        let ids: Vec<_> = ids.iter().map(|it| format!("`{it}`")).collect();
        let message = format!("`{field}` goes round in a circle: {}", ids.join(" → "));
        Self::new(CIRCLE, message)
            .at(&place.path, place.span, "leads back to this entry")
            .help(format!("remove `{field}` from one of them"))
    }

    /// A picture or download that does not exist.
    pub fn missing_file(src: &str, place: &Place, near: &[String]) -> Self {
        let help = "put it beside the entry or below `static/`, or correct the name";
        Self::new(MISSING_FILE, format!("there is no file `{src}`"))
            .at(&place.path, place.span, "not found")
            .help(meant(near, help))
    }
}

fn meant(near: &[String], otherwise: &str) -> String {
    match near {
        [] => otherwise.to_owned(),
        _ => format!("did you mean {}?", listed(near)),
    }
}

fn either(all: &[Candidate]) -> String {
    let one = |(id, title): &Candidate| match title.as_str() {
        "" => format!("`{id}`"),
        _ => format!("`{id}` ({title})"),
    };
    all.iter().map(one).collect::<Vec<_>>().join(" or ")
}

fn listed(all: &[impl AsRef<str>]) -> String {
    let quoted: Vec<_> = all.iter().map(|it| format!("`{}`", it.as_ref())).collect();
    quoted.join(", ")
}

/// A noun with its article.
fn a(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {noun}")
}
