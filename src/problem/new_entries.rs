//! What `dateline new` cannot make: `E53x`, of the group `settings`.

use super::{
    Code, Problem, Severity,
    catalogue::Entry,
    settings::{list, meant},
};

const TYPE: Code = Code("E530");
const NO_ID: Code = Code("E531");
const BAD_ID: Code = Code("E532");
const DATE: Code = Code("E533");
const LANGUAGE: Code = Code("E534");
const RELATION: Code = Code("E535");

/// The codes of this file; no content can show them.
pub const ENTRIES: &[Entry] = &[
    usage(
        TYPE,
        "a new entry is asked for of a type that does not exist",
        "`dateline new` takes the name of a type, in the singular: `news`, `country`, \
         `topic`, `region`, `organisation`, `person`, `document`, `page`, or one that \
         `site.yaml` declares.",
    ),
    usage(
        NO_ID,
        "no id can be made of a title",
        "The id of an entry is the name of its file and a part of its address, in plain \
         letters. Titles in Latin, Greek and Cyrillic letters are transcribed; of other \
         scripts nothing readable would come, so say it yourself: `--id korean-police`.",
    ),
    usage(
        BAD_ID,
        "an id is not made of lower-case letters, digits and hyphens",
        "Ids are names of files and parts of addresses that must work everywhere: \
         `korean-police`, `2020-report`.",
    ),
    usage(
        DATE,
        "a new entry has a date that is none",
        "Dates are written `2020-02-11`, or `2020-02-11T09:30:00+09:00` where the hour \
         matters.",
    ),
    usage(
        LANGUAGE,
        "a new entry is in a language that the site does not have",
        "`languages` in `site.yaml` lists the languages of the site.",
    ),
    usage(
        RELATION,
        "a new entry is given a country or topic that its type does not take",
        "News and documents have countries and topics; organisations have a country. Other \
         types take what their own fields say, which you add to the file by hand.",
    ),
];

const fn usage(code: Code, title: &'static str, text: &'static str) -> Entry {
    Entry { code, level: Severity::Error, title, text, wrong: "", right: "" }
}

impl Problem {
    /// A type that does not exist; `known` are the ones that do.
    pub fn no_type_to_make(name: &str, near: Option<&str>, known: &[&str]) -> Self {
        Self::new(TYPE, format!("there is no type `{name}`"))
            .help(meant(near, || format!("types are {}", list(known))))
    }

    /// A title of which no id can be made.
    pub fn no_id_of_title(title: &str) -> Self {
        Self::new(NO_ID, format!("no id can be made of the title `{title}`"))
            .help("say it yourself, in plain letters: `--id korean-police`")
    }

    /// An id that cannot be one; `plain` is one like it.
    pub fn bad_new_id(id: &str, plain: Option<&str>) -> Self {
        let help = plain.map_or_else(
            || "use lower-case letters, digits and `-`".to_owned(),
            |it| format!("--id {it}"),
        );
        Self::new(BAD_ID, format!("`{id}` cannot be an id")).help(help)
    }

    /// A date that is none.
    pub fn bad_new_date(date: &str) -> Self {
        Self::new(DATE, format!("`{date}` is no date")).help(
            "write it as `2020-02-11`, or with the time as `2020-02-11T09:30:00+09:00`",
        )
    }

    /// A language that the site does not have.
    pub fn no_language_to_make(tag: &str, near: Option<&str>, known: &[&str]) -> Self {
        Self::new(LANGUAGE, format!("the site has no language `{tag}`"))
            .help(meant(near, || format!("its languages are {}", list(known))))
    }

    /// An option for a relation that the type does not have.
    pub fn no_relation_to_make(option: &str, ty: &str) -> Self {
        Self::new(RELATION, format!("`{option}` does not go with the type `{ty}`"))
            .help(format!("leave `{option}` out"))
    }
}
