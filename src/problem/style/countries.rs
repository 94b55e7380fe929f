//! Countries named and countries tagged.

use crate::{
    problem::{Code, Problem, Severity, catalogue::Entry},
    span::Place,
};

pub(super) const W310: Entry = Entry {
    code: Code("W310"),
    level: Severity::Warning,
    title: "the country of the dateline is not among the countries involved",
    text: "Where news is from is part of what it is about: without the country in \
           `countries`, its page does not list the news.",
    wrong: news!("dateline: { place: Seoul, country: kr }\n", ""),
    right: news!("dateline: { place: Seoul, country: kr }\ncountries: [kr]\n", ""),
};

pub(super) const W311: Entry = Entry {
    code: Code("W311"),
    level: Severity::Info,
    title: "the text names a country that is not among the countries involved",
    text: "Readers look for news on the page of the country. A country that is named twice, \
           or in title, standfirst or lead, is a warning. One that plays no part (the seat \
           of an organisation) is an exception, with the country's id as `value`:\n\n    \
           lint: { allow: [{ rule: W311, value: fr, reason: only the seat }] }",
    wrong: news!("", "\nTwo of the suspects were held in Portugal.\n"),
    right: news!("countries: [pt]\n", "\nTwo of the suspects were held in Portugal.\n"),
};

pub(super) const W312: Entry = Entry {
    code: Code("W312"),
    level: Severity::Warning,
    title: "a country involved is never named",
    text: "Readers who come from the country's page look for its name. Any name counts, as \
           do the dateline and words such as “Portuguese”. Name the country, or take it out \
           of `countries`.",
    wrong: news!("countries: [pt]\n", ""),
    right: news!("countries: [pt]\n", "\nThe Portuguese police led the raids.\n"),
};

pub(super) const W313: Entry = Entry {
    code: Code("W313"),
    level: Severity::Warning,
    title: "a name alone may mean more than one country",
    text: "Korea, Congo, Guinea, Dominica, Niger and Georgia are read as one country by one \
           reader and as another by the next. Write the full name, or say once for the \
           site which country its house name is for, in `site.yaml`:\n\n    countries: { \
           names: { KR: Korea } }\n\nA file of the country with that title does the same. \
           In an exception, `value` is the name.",
    wrong: news!("countries: [kr]\n", "\nTwo officers came from Korea.\n"),
    right: news!("countries: [kr]\n", "\nTwo officers came from South Korea.\n"),
};

impl Problem {
    /// A dateline in the country `(name, id)`; `line` is the front matter that names it.
    pub fn dateline_untagged(at: &Place, (name, id): (&str, &str), line: &str) -> Self {
        let message =
            format!("the dateline is in {name} ({id}), but {name} is not in `countries`");
        Self::new(W310.code, message)
            .at(&at.path, at.span, "its page would not list this")
            .help(line)
    }

    /// A country `(name, id)` in the text; `line` is the front matter that names it.
    pub fn country_untagged(at: &Place, (name, id): (&str, &str), line: &str) -> Self {
        let message =
            format!("the text names {name} ({id}), but {name} is not in `countries`");
        let allow = format!("{{ rule: W311, value: {id}, reason: … }}");
        Self::new(W311.code, message).at(&at.path, at.span, "named here first").help(
            format!("{line}\nor, where it plays no part, under `lint.allow`: {allow}"),
        )
    }

    /// A tagged country that the text does not name.
    pub fn country_unnamed(at: &Place, name: &str) -> Self {
        Self::new(W312.code, format!("the text never names {name}"))
            .at(&at.path, at.span, "involved, it says here")
            .help("name it in the text, or take it out of `countries`")
    }

    /// A name that stands alone and may mean each of the countries `ids`.
    pub fn name_ambiguous(at: &Place, name: &str, ids: &[&str]) -> Self {
        let first = ids.first().copied().unwrap_or_default().to_uppercase();
        let meant = match ids {
            [_] => "a country or a state".to_owned(),
            _ => ids.join(" or "),
        };
        Self::new(W313.code, format!("`{name}` alone may mean more than one country"))
            .at(&at.path, at.span, meant)
            .help(format!(
                "write the full name, or set the site's own in site.yaml: countries: {{ names: \
                 {{ {first}: {name} }} }}"
            ))
    }
}
