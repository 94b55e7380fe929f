//! Data files: `E04x`, of the group `syntax`.

use std::sync::Arc;

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::{Place, Span};

const UNREADABLE: Code = Code("E040");
const TWICE: Code = Code("E041");

/// The codes of this file.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: UNREADABLE,
        level: Severity::Error,
        title: "a data file cannot be read",
        text: "Files below `data/` that end in `.yaml`, `.json` or `.csv` are read for \
               templates, which find them in `site.data`. A page without them would be \
               half empty.",
        wrong: "\
-- site.yaml --
title: Newsroom
-- data/offices.json --
{ \"lyon\": 12, }
",
        right: "\
-- site.yaml --
title: Newsroom
-- data/offices.json --
{ \"lyon\": 12 }
",
    },
    Entry {
        code: TWICE,
        level: Severity::Error,
        title: "two data files have one name",
        text: "A data file is found by its name without the suffix, and a folder by its \
               own: `data/offices.yaml` and `data/offices.json` are both \
               `site.data.offices`.",
        wrong: "\
-- site.yaml --
title: Newsroom
-- data/offices.json --
{ \"lyon\": 12 }
-- data/offices.yaml --
lyon: 12
",
        right: "\
-- site.yaml --
title: Newsroom
-- data/offices.json --
{ \"lyon\": 12 }
-- data/phones.yaml --
lyon: '+33'
",
    },
];

impl Problem {
    /// A data file that is not what its suffix says.
    pub fn unreadable_data(place: &Place, why: &str) -> Self {
        Self::new(UNREADABLE, "this data file cannot be read")
            .at(&place.path, place.span, why)
            .help("correct it, or move it out of `data/`")
    }

    /// A data file whose name another one, or a folder, has.
    pub fn data_twice(path: &Arc<str>, name: &str) -> Self {
        let name = format!("site.data.{}", name.replace('/', "."));
        Self::new(TWICE, format!("`{name}` is there twice"))
            .at(path, Span::default(), "another file or folder has this name")
            .help("rename one of the two")
    }
}
