//! Values that are not what their fields hold: `E104` to `E127`.

use std::sync::Arc;

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::{Place, Span};

const TRUTH: Code = Code("E104");
const DATE: Code = Code("E105");
const PARTIAL_DATE: Code = Code("E106");
const CHOICE: Code = Code("E107");
const NUMBER: Code = Code("E109");
const SLUG: Code = Code("E113");
const PATH: Code = Code("E114");
const URL: Code = Code("E115");
const LANGUAGE: Code = Code("E116");
const FILE: Code = Code("E121");
const TEMPLATE: Code = Code("E122");
const LINES: Code = Code("E125");
const FOCUS: Code = Code("E127");

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: TRUTH,
        level: Severity::Error,
        title: "a value is neither `true` nor `false`",
        text: "The only truth values are `true` and `false`, without quotes. `yes`, `no`, \
               `on` and `off` are texts, so that Norway (`no`) keeps its code.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
draft: yes
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
        code: DATE,
        level: Severity::Error,
        title: "a date is not written as a date",
        text: "A date is a day, `2020-02-11`, or an instant with its offset from UTC, \
               `2020-02-11T09:30:00+09:00`. Nothing else means the same day to everyone.",
        wrong: "\
-- content/news/2020/fund.md --
---
title: Korea to fund projects
date: 11 February 2020
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
        code: PARTIAL_DATE,
        level: Severity::Error,
        title: "a year, month or day is not written as one",
        text: "Where only a part of a date is known, only that part is written: `1964`, \
               `1964-09` or `1964-09-17`.",
        wrong: "\
-- content/organisations/police.md --
---
title: National Police Agency
founded: August 1991
---
",
        right: "\
-- content/organisations/police.md --
---
title: National Police Agency
founded: 1991-08
---
",
    },
    Entry {
        code: CHOICE,
        level: Severity::Error,
        title: "a value is none of those that the field allows",
        text: "Some fields hold one of a few words. The message lists them.",
        wrong: "\
-- content/news/2020/fund.md --
---
title: Korea to fund projects
date: 2020-02-11
kind: press release
---
",
        right: "\
-- content/news/2020/fund.md --
---
title: Korea to fund projects
date: 2020-02-11
kind: press-release
---
",
    },
    Entry {
        code: NUMBER,
        level: Severity::Error,
        title: "a value is no whole number, or out of range",
        text: "A number is written in digits, without quotes, without a zero in front.",
        wrong: "\
-- content/topics/fraud.md --
---
title: Fraud
order: first
---
",
        right: "\
-- content/topics/fraud.md --
---
title: Fraud
order: 1
---
",
    },
    Entry {
        code: SLUG,
        level: Severity::Error,
        title: "a value cannot be part of an address",
        text: "Ids and slugs become parts of addresses: lower-case letters and digits, \
               with hyphens between them.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
slug: About Us
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
slug: about-us
---
",
    },
    Entry {
        code: PATH,
        level: Severity::Error,
        title: "a value is no address on this site",
        text: "An alias is an older address of the same page on this site. It begins with \
               a slash: `/old/place/`.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
aliases: [old/about]
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
aliases: [/old/about]
---
",
    },
    Entry {
        code: URL,
        level: Severity::Error,
        title: "a value is no address of a site",
        text: "The address of another site is written in full, with `https://`; one for \
               mail begins with `mailto:`.",
        wrong: "\
-- content/organisations/police.md --
---
title: National Police Agency
url: www.police.go.kr
---
",
        right: "\
-- content/organisations/police.md --
---
title: National Police Agency
url: https://www.police.go.kr
---
",
    },
    Entry {
        code: LANGUAGE,
        level: Severity::Error,
        title: "a value is no language of the site",
        text: "The languages of a site are declared in `site.yaml` under `languages:`. A \
               text can be in one of these.",
        wrong: "\
-- content/pages/about.md --
---
title: Über uns
lang: german
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
lang: en
---
",
    },
    Entry {
        code: FILE,
        level: Severity::Error,
        title: "a value names no file of the site",
        text: "A file lies beside the entry, `photo.jpg`, or below `static/`, \
               `/images/photo.jpg`. Files of other sites are not loaded.",
        wrong: "\
-- content/topics/fraud.md --
---
title: Fraud
icon: https://example.org/icon.svg
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
        code: TEMPLATE,
        level: Severity::Error,
        title: "a value is no name of a template",
        text: "A template is named without its folder's path from the root and without \
               `.html`: `page`, `special/map`.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
template: page.html
---
",
        right: "\
-- content/pages/about.md --
---
title: About us
template: page
---
",
    },
    Entry {
        code: LINES,
        level: Severity::Error,
        title: "a value has more than one line",
        text: "Titles, names and labels are printed in one line, so they are written in \
               one.",
        wrong: "\
-- content/pages/about.md --
---
title: |
  About
  us
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
        code: FOCUS,
        level: Severity::Error,
        title: "a value is no point of a picture",
        text: "The focus of a picture is the point that stays in view when it is cropped: \
               how far it is from the left edge and from the top, in hundredths of the \
               picture, such as `70% 30%`.",
        wrong: "\
-- content/news/2020/boats.md --
---
title: Boats
date: 2020-02-11
image: { src: /boats.svg, alt: Two boats, focus: 70 30 }
---
-- static/boats.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 2\"/>
",
        right: "\
-- content/news/2020/boats.md --
---
title: Boats
date: 2020-02-11
image: { src: /boats.svg, alt: Two boats, focus: 70% 30% }
---
-- static/boats.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 2\"/>
",
    },
];

impl Problem {
    /// A text where `true` or `false` belongs; `meant` is which, where that is plain.
    pub fn truth(key: &str, text: &str, place: &Place, meant: Option<bool>) -> Self {
        let message = if text == "true" || text == "false" {
            format!("`{text}` is in quotes, and so a text")
        } else {
            format!("`{text}` is neither `true` nor `false`")
        };
        let problem = Self::new(TRUTH, message).at(
            &place.path,
            place.span,
            "YAML reads this as a text",
        );
        match meant {
            Some(meant) => {
                problem.help(format!("{key}: {meant}")).fix(place.span, meant.to_string())
            }
            None => problem.help("write `true` or `false`, without quotes"),
        }
    }

    /// A text where a day or an instant belongs; `meant` is the nearest right form.
    pub fn date(key: &str, text: &str, place: &Place, meant: Option<&str>) -> Self {
        Self::new(DATE, format!("`{text}` is no date"))
            .at(&place.path, place.span, "a date is written `2020-02-11`")
            .help(match meant {
                Some(meant) => format!("{key}: {meant}"),
                None => {
                    "write year, month and day: `2020-02-11`; with a time, the offset \
                         too: `2020-02-11T09:30:00+01:00`"
                        .to_owned()
                }
            })
    }

    /// A day that the calendar does not have.
    pub fn no_such_day(text: &str, place: &Place) -> Self {
        Self::new(DATE, format!("there is no {text} in the calendar"))
            .at(&place.path, place.span, "no such day")
            .help("write year, month and day in this order: `2020-02-11`")
    }

    /// A text where a year, a month or a day belongs.
    pub fn partial(key: &str, text: &str, place: &Place, meant: Option<&str>) -> Self {
        Self::new(PARTIAL_DATE, format!("`{text}` is no year, month or day"))
            .at(&place.path, place.span, "written `1964`, `1964-09` or `1964-09-17`")
            .help(match meant {
                Some(meant) => format!("{key}: {meant}"),
                None => {
                    "write what is known of year, month and day, in this order".to_owned()
                }
            })
    }

    /// A word that is none of `words`; `near` is the one it resembles.
    pub fn choice(
        key: &str,
        text: &str,
        place: &Place,
        near: Option<&str>,
        words: &[String],
    ) -> Self {
        let list: Vec<String> = words.iter().map(|it| format!("`{it}`")).collect();
        Self::new(CHOICE, format!("`{key}` cannot be `{text}`"))
            .at(&place.path, place.span, "none of the words that are allowed")
            .help(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of {}", list.join(", ")),
            })
    }

    /// A text where a whole number belongs.
    pub fn number(key: &str, text: &str, place: &Place, quoted: bool) -> Self {
        let why = if quoted { "in quotes it is a text" } else { "not a whole number" };
        Self::new(NUMBER, format!("`{key}` should be a number, not `{text}`"))
            .at(&place.path, place.span, why)
            .help("write it in digits, without quotes and without a zero in front")
    }

    /// A number outside its range.
    pub fn range(key: &str, place: &Place, min: i64, max: i64) -> Self {
        Self::new(NUMBER, format!("`{key}` is out of range"))
            .at(&place.path, place.span, "too small or too large")
            .help(format!("write a number from {min} to {max}"))
    }

    /// A text that cannot be part of an address; `meant` is one made of it.
    pub fn slug(key: &str, text: &str, place: &Place, meant: &str) -> Self {
        Self::new(SLUG, format!("`{text}` cannot be part of an address"))
            .at(&place.path, place.span, "only lower-case letters, digits and `-`")
            .help(match meant {
                "" => format!("write it in plain letters: `{key}: korean-police`"),
                meant => format!("{key}: {meant}"),
            })
    }

    /// A file or folder whose name would mean something else in an address; `meant` is a name
    /// made of it.
    pub fn file_name(path: &Arc<str>, name: &str, meant: &str) -> Self {
        Self::new(SLUG, format!("`{name}` cannot be part of an address"))
            .at(path, Span::default(), "the name of the file is part of its address")
            .help(match meant {
                "" => {
                    "rename it: letters and digits, with hyphens between them".to_owned()
                }
                meant => format!("rename it: `{meant}`"),
            })
    }

    /// A text that is no address on this site; `meant` is one made of it.
    pub fn path(text: &str, place: &Place, meant: &str) -> Self {
        Self::new(PATH, format!("`{text}` is no address on this site"))
            .at(&place.path, place.span, "begins with a slash: `/old/place/`")
            .help(format!("write `{meant}`"))
    }

    /// A text that is no address of another site.
    pub fn url(text: &str, place: &Place) -> Self {
        let bare = text.trim_start_matches('/');
        let meant = if text.contains('@') { "mailto:" } else { "https://" };
        Self::new(URL, format!("`{text}` is no address of a site"))
            .at(&place.path, place.span, "begins with `https://`, `http://` or `mailto:`")
            .help(if bare.contains(['.', '@']) && !bare.contains([' ', ':']) {
                format!("write `{meant}{bare}`")
            } else {
                "write the address in full, as the browser shows it".to_owned()
            })
    }

    /// A text that is no language of the site; `tags` are those it has.
    pub fn language(text: &str, place: &Place, tags: &str) -> Self {
        Self::new(LANGUAGE, format!("`{text}` is no language of the site"))
            .at(&place.path, place.span, "not among `languages` in `site.yaml`")
            .help(format!("the languages are {tags}"))
    }

    /// A key of names by language that can be no language.
    pub fn language_tag(text: &str, place: &Place) -> Self {
        Self::new(LANGUAGE, format!("`{text}` is no language"))
            .at(&place.path, place.span, "not the code of a language")
            .help("write the code of a language, such as `fr` or `pt-br`")
    }

    /// A text that names no file of the site.
    pub fn file(text: &str, place: &Place) -> Self {
        Self::new(FILE, format!("`{text}` is no file of the site"))
            .at(&place.path, place.span, "not a file beside the entry or below `static/`")
            .help("put the file beside the entry, or into `static/`, and write its name")
    }

    /// A text that is no name of a template; `meant` is one made of it.
    pub fn template(text: &str, place: &Place, meant: &str) -> Self {
        Self::new(TEMPLATE, format!("`{text}` is no name of a template"))
            .at(&place.path, place.span, "the name of its file, without `.html`")
            .help(format!("template: {meant}"))
    }

    /// A text that is no point of a picture; `meant` is the one it may be.
    pub fn focus(text: &str, place: &Place, meant: Option<&str>) -> Self {
        let example = "write how far the point is from the left and from the top: \
                       `focus: 50% 30%`";
        Self::new(FOCUS, format!("`{text}` is no point of a picture"))
            .at(&place.path, place.span, "two shares of 100, each with `%`")
            .help(meant.map_or_else(|| example.to_owned(), |it| format!("focus: {it}")))
    }

    /// Several lines where one belongs.
    pub fn lines(key: &str, place: &Place) -> Self {
        Self::new(LINES, format!("`{key}` has more than one line"))
            .at(&place.path, place.span, "printed in one line")
            .help("write it in one line")
    }
}
