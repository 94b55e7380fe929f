//! Related news, topics, translations and pages as parts of a site.

use crate::{
    problem::{Code, Problem, Severity, catalogue::Entry},
    span::Place,
};

pub(super) const W350: Entry = Entry {
    code: Code("W350"),
    level: Severity::Error,
    title: "related news lead to the wrong place",
    text: "Related news are other news, earlier ones, and ones that still stand. News \
           related to themselves or to news that were withdrawn are an error; newer ones \
           are a warning: they show this one under “Later coverage” by themselves. In an \
           exception, `value` is the id.",
    wrong: news!("related: { pin: [raids] }\n", ""),
    right: news!("", ""),
};

pub(super) const W351: Entry = Entry {
    code: Code("W351"),
    level: Severity::Warning,
    title: "there are too many topics or countries",
    text: "What is about everything is found under nothing. Three topics and twelve \
           countries are enough; a region or a grouping stands for more. In an exception, \
           `value` is `topics` or `countries`.",
    wrong: concat!(
        news!("topics: [fraud, theft, travel, cards]\n", ""),
        "-- content/topics/fraud.md --\n---\ntitle: Fraud\n---\n",
        "-- content/topics/theft.md --\n---\ntitle: Theft\n---\n",
        "-- content/topics/travel.md --\n---\ntitle: Travel\n---\n",
        "-- content/topics/cards.md --\n---\ntitle: Payment cards\n---\n"
    ),
    right: concat!(
        news!("topics: [fraud, cards]\n", ""),
        "-- content/topics/fraud.md --\n---\ntitle: Fraud\n---\n",
        "-- content/topics/cards.md --\n---\ntitle: Payment cards\n---\n"
    ),
};

pub(super) const W353: Entry = Entry {
    code: Code("W353"),
    level: Severity::Warning,
    title: "a translation says something else than its source",
    text: "The source was changed after its translation, or the two have other numbers or \
           dates. Digits, separators and spaces of each language are taken into account; \
           write a number in digits in both or in words in both. In an exception, `value` \
           is `older`, `date` or `numbers`.",
    wrong: concat!(
        "-- site.yaml --\ntitle: Example\nbase_url: https://example.org/\n",
        "default_language: en\nlanguages: { en: {}, fr: {} }\n",
        news!("", "\nIn all, 19 homes were searched.\n"),
        "-- content/news/2020/raids.fr.md --\n---\ntitle: Douze arrestations\n",
        "standfirst: Trois jours de perquisitions\ndate: 2020-02-11\n---\n\n",
        "La police a arrêté douze personnes soupçonnées d’avoir volé les données de cartes ",
        "de milliers de voyageurs dans des gares.\n\nEn tout, 9 perquisitions.\n"
    ),
    right: concat!(
        "-- site.yaml --\ntitle: Example\nbase_url: https://example.org/\n",
        "default_language: en\nlanguages: { en: {}, fr: {} }\n",
        news!("", "\nIn all, 19 homes were searched.\n"),
        "-- content/news/2020/raids.fr.md --\n---\ntitle: Douze arrestations\n",
        "standfirst: Trois jours de perquisitions\ndate: 2020-02-11\n---\n\n",
        "La police a arrêté douze personnes soupçonnées d’avoir volé les données de cartes ",
        "de milliers de voyageurs dans des gares.\n\nEn tout, 19 perquisitions.\n"
    ),
};

pub(super) const W361: Entry = Entry {
    code: Code("W361"),
    level: Severity::Warning,
    title: "a page has lost its place in the site",
    text: "Nothing refers to it, so no reader finds it; or the day of its review has \
           passed; or its headings skip a level, which those who listen to it take for a \
           missing part; or another page of its type has the same title. In an exception, \
           `value` is `orphan`, `review`, `heading` or `title`.",
    wrong: "\
-- content/pages/about.md --
---
title: About us
nav: main
---

### What we do
",
    right: "\
-- content/pages/about.md --
---
title: About us
nav: main
---

## What we do
",
};

impl Problem {
    /// News related to themselves.
    pub fn related_to_itself(at: &Place) -> Self {
        Self::new(W350.code, "this news item is related to itself")
            .at(&at.path, at.span, "it is this one")
            .help("take it out of `related`")
    }

    /// A related item that was withdrawn.
    pub fn related_withdrawn(at: &Place, title: &str) -> Self {
        Self::new(W350.code, format!("related news were withdrawn: “{title}”"))
            .at(&at.path, at.span, "withdrawn")
            .help("take it out of `related`, or name what replaced it")
    }

    /// A related item that is newer, from `date`.
    pub fn related_newer(at: &Place, title: &str, date: &str) -> Self {
        let message = format!("related news are newer than this: “{title}”, {date}");
        Self::new(W350.code, message)
            .at(&at.path, at.span, "later than this news item")
            .help("name this item in `related` there instead; it then shows as later coverage here")
            .level(Severity::Warning)
    }

    /// More than `limit` values in the field `key`; `at` is the first beyond.
    pub fn too_many(at: &Place, key: &str, count: usize, limit: usize) -> Self {
        Self::new(W351.code, format!("{count} {key}, over {limit}"))
            .at(&at.path, at.span, "the first one too many")
            .help(format!("keep the {limit} that a reader would look under"))
    }

    /// A translation whose source was changed later, `there`.
    pub fn translation_older(at: &Place, there: &Place) -> Self {
        Self::new(W353.code, "the translation is older than its source")
            .at(&at.path, at.span, "as of this day")
            .note(&there.path, there.span, "the source was changed on this day")
            .help("bring the translation up to date and set its `updated`")
    }

    /// A translation with another date than its source has `there`.
    pub fn translation_date(at: &Place, there: &Place) -> Self {
        Self::new(W353.code, "the translation has another date than its source")
            .at(&at.path, at.span, "here")
            .note(&there.path, there.span, "and in the source")
            .help("give both the same `date`")
    }

    /// A translation that lacks numbers of its source or has others.
    pub fn translation_numbers(
        at: &Place,
        there: &Place,
        missing: &[String],
        added: &[String],
    ) -> Self {
        let list = |what: &str, numbers: &[String]| match numbers {
            [] => None,
            _ => Some(format!("{what} {}", numbers.join(", "))),
        };
        let parts = [list("it lacks", missing), list("it has in addition", added)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Self::new(W353.code, "the translation has other numbers than its source")
            .at(&at.path, at.span, parts.join("; "))
            .note(&there.path, there.span, "the source")
            .help("correct the number, or write it in digits in both")
    }

    /// An entry of the type `ty` that nothing refers to.
    pub fn orphan(at: &Place, ty: &str) -> Self {
        let help = match ty {
            "page" => "put it into a menu (`nav: main`), link to it, or delete it",
            _ => "name it where it belongs, link to it, or delete it",
        };
        Self::new(W361.code, format!("nothing refers to this {ty}"))
            .at(&at.path, at.span, "no reader finds it")
            .help(help)
    }

    /// A page whose review is overdue.
    pub fn review_overdue(at: &Place) -> Self {
        Self::new(W361.code, "the review of this page is overdue")
            .at(&at.path, at.span, "this day has passed")
            .help("check the page, then set `review_by` to the next day")
    }

    /// A heading of level `next` after one of `level`.
    pub fn heading_skipped(at: &Place, level: u8, next: u8) -> Self {
        let wanted = level + 1;
        let marks = "#".repeat(usize::from(wanted));
        let above = if level == 1 {
            "the title".to_owned()
        } else {
            format!("one of level {level}")
        };
        Self::new(W361.code, format!("a heading of level {next} follows {above}"))
            .at(&at.path, at.span, "a level is skipped")
            .help(format!("write `{marks}`"))
    }

    /// Two pages of one type with one title; the other one is `there`.
    pub fn title_twice(at: &Place, there: &Place) -> Self {
        Self::new(W361.code, "another page has the same title")
            .at(&at.path, at.span, "readers cannot tell them apart")
            .note(&there.path, there.span, "the other one")
            .help("give one of them a title that says what sets it apart")
    }
}
