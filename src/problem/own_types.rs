//! A site's own types and fields: `E52x`, of the group `settings`.

use super::{
    Code, Problem, Severity,
    catalogue::Entry,
    settings::{Origin, meant},
};

const UNKNOWN_TYPE: Code = Code("E520");
const NAME: Code = Code("E521");
const FOLDER: Code = Code("E522");
const BUILT_IN: Code = Code("E523");
const INVERSE: Code = Code("E524");
const ADDRESS: Code = Code("E525");
const CONTRADICTION: Code = Code("E526");
const NO_FIELD: Code = Code("E527");

/// The codes of this file.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: UNKNOWN_TYPE,
        level: Severity::Error,
        title: "a relation leads to a type that does not exist",
        text: "`type:` of a field names the types of entries it may refer to, in the \
               singular: built-in ones, the site's own, or `any`.",
        wrong: "\
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      led_by: { type: organization }
",
        right: "\
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      led_by: { type: organisation }
",
    },
    Entry {
        code: NAME,
        level: Severity::Error,
        title: "a type, field, folder or inverse has a name that cannot be one",
        text: "Names are keys of front matter and parts of addresses: lower-case letters and \
               digits, a letter first, with `_` in names of fields and `-` in names of types \
               and folders.",
        wrong: "\
-- site.yaml --
types:
  Operation:
    folder: operations
",
        right: "\
-- site.yaml --
types:
  operation:
    folder: operations
",
    },
    Entry {
        code: FOLDER,
        level: Severity::Error,
        title: "two types have the same folder",
        text: "The folder below `content/` says of what type an entry is, so every type has \
               one of its own.",
        wrong: "\
-- site.yaml --
types:
  operation:
    folder: news
",
        right: "\
-- site.yaml --
types:
  operation:
    folder: operations
",
    },
    Entry {
        code: BUILT_IN,
        level: Severity::Error,
        title: "a built-in field or folder is declared again",
        text: "`types:` adds types, and fields to built-in types. What is built in keeps its \
               meaning, because themes, feeds and checks rely on it: give the new field \
               another name.",
        wrong: "\
-- site.yaml --
types:
  news:
    fields:
      topics: { kind: line }
",
        right: "\
-- site.yaml --
types:
  news:
    fields:
      keywords: { kind: line, many: true }
",
    },
    Entry {
        code: INVERSE,
        level: Severity::Error,
        title: "an inverse has the name of a field",
        text: "The inverse of a relation is shown on its target under a name of its own. \
               Where the target has a field of that name, nobody could tell the two apart.",
        wrong: "\
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      leader: { type: person, inverse: { name: roles } }
",
        right: "\
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      leader: { type: person, inverse: { name: operations } }
",
    },
    Entry {
        code: ADDRESS,
        level: Severity::Error,
        title: "an address pattern makes no addresses",
        text: "A pattern begins and ends with `/` and holds `{path}` (the path of the file \
               below `content/`) or `{slug}`, so that every entry has an address of its own. \
               `{year}`, `{month}` and `{day}` are those of `date`, which the type then \
               must require.",
        wrong: "\
-- site.yaml --
types:
  operation:
    folder: operations
    address: /operations/
",
        right: "\
-- site.yaml --
types:
  operation:
    folder: operations
    address: /operations/{slug}/
",
    },
    Entry {
        code: CONTRADICTION,
        level: Severity::Error,
        title: "the settings of a field contradict each other",
        text: "A field is of one kind: a `kind`, a relation (`type`) or a record (`fields`). \
               `of` belongs to a choice, `min` and `max` to a number, `inverse` to a \
               relation, `one_of` and `shorthand` to a record.",
        wrong: "\
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      status: { kind: choice }
",
        right: "\
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      status: { kind: choice, of: [planned, running, over] }
",
    },
    Entry {
        code: NO_FIELD,
        level: Severity::Error,
        title: "a record names a field that it does not have",
        text: "`one_of` and `shorthand` name fields of the record they belong to.",
        wrong: "\
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      seat: { fields: { place: {}, country: { type: country } }, shorthand: city }
",
        right: "\
-- site.yaml --
types:
  operation:
    folder: operations
    fields:
      seat: { fields: { place: {}, country: { type: country } }, shorthand: place }
",
    },
];

impl Problem {
    /// A relation to a type that does not exist.
    pub fn unknown_type(from: &Origin, name: &str, near: Option<&str>) -> Self {
        Self::new(UNKNOWN_TYPE, format!("there is no type `{name}`"))
            .stands(from, "unknown type")
            .help(meant(near, || "a type is built in, or declared below `types:`".into()))
    }

    /// A name that cannot be one.
    pub fn bad_type_name(from: &Origin, name: &str) -> Self {
        Self::new(NAME, format!("`{name}` cannot be a name here"))
            .stands(from, "reserved, or not made of lower-case letters and digits")
            .help("begin with a lower-case letter; `_` in fields and `-` in types join words")
    }

    /// A folder that another type has.
    pub fn folder_taken(from: &Origin, folder: &str, by: &str) -> Self {
        Self::new(FOLDER, format!("the folder `{folder}` is that of the type `{by}`"))
            .stands(from, "taken")
            .help("give each type a folder of its own")
    }

    /// A built-in field or folder declared again.
    pub fn built_in(from: &Origin, what: &str) -> Self {
        Self::new(BUILT_IN, format!("`{what}` is built in and cannot be changed"))
            .stands(from, "declared again")
            .help("take it out, or give it another name")
    }

    /// An inverse with the name of a field of its target.
    pub fn inverse_taken(from: &Origin, name: &str, target: &str) -> Self {
        Self::new(INVERSE, format!("the type `{target}` has a field `{name}` already"))
            .stands(from, "the inverse needs another name")
            .help("name it after the type that it comes from, in the plural")
    }

    /// An address pattern that makes no addresses.
    pub fn bad_address_pattern(from: &Origin, why: &str) -> Self {
        Self::new(ADDRESS, "this pattern makes no addresses")
            .stands(from, why)
            .help("address: /operations/{slug}/")
    }

    /// Settings of a field that contradict each other.
    pub fn contradictory_field(from: &Origin, why: &str) -> Self {
        Self::new(CONTRADICTION, "these settings contradict each other")
            .stands(from, why)
            .help("a field has a `kind`, a `type` or `fields`; `choice` has the words `of` it")
    }

    /// A record that names a field it does not have.
    pub fn no_such_field(from: &Origin, name: &str) -> Self {
        Self::new(NO_FIELD, format!("the record has no field `{name}`"))
            .stands(from, "no field of the record")
            .help("name one of the `fields` of the record")
    }
}
