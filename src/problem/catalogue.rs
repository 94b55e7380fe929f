//! Every code: its level, its group, what it means, and a small site that shows it.
//!
//! The entries stand beside the constructors of their messages, one module a group.

use super::{
    Code, Severity, addresses, data, fields, markdown, new_entries, own_types, pictures,
    references, settings, style, syntax, templates, theme, theme_making, values, yaml,
};

/// The groups of codes, as `lints:` in `site.yaml` and `--deny` know them.
pub const GROUPS: [&str; 7] =
    ["syntax", "fields", "references", "addresses", "theme", "style", "settings"];

/// What is known of a code.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The code.
    pub code: Code,
    /// Its level where nothing else is set.
    pub level: Severity,
    /// The rule in a line: lower case, no full stop.
    pub title: &'static str,
    /// Why it is a problem and what to do, in an editor's words; Markdown.
    pub text: &'static str,
    /// A site that has the problem, as an archive of `-- path --` files; `site.yaml` may be
    /// left out. Empty where no content can show it.
    pub wrong: &'static str,
    /// The same site, repaired.
    pub right: &'static str,
}

/// All entries, in the order of their codes within each group.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    groups().into_iter().flat_map(|(_, entries)| entries)
}

/// The group of a code.
pub fn group(code: Code) -> &'static str {
    let holds = |entries: &[Entry]| entries.iter().any(|it| it.code == code);
    groups().into_iter().find(|(_, entries)| holds(entries)).map_or("syntax", |it| it.0)
}

/// What is known of a code.
///
/// # Panics
/// If no module lists the code; a test goes through all constructors.
#[expect(clippy::expect_used, reason = "constructors use only codes of the catalogue")]
pub fn entry(code: Code) -> &'static Entry {
    entries().find(|it| it.code == code).expect("a code of the catalogue")
}

/// The entry of a code given as text, in any case.
pub fn find(code: &str) -> Option<&'static Entry> {
    entries().find(|it| it.code.0.eq_ignore_ascii_case(code))
}

fn groups() -> [(&'static str, &'static [Entry]); 17] {
    [
        ("syntax", syntax::ENTRIES),
        ("syntax", yaml::ENTRIES),
        ("syntax", markdown::ENTRIES),
        ("syntax", data::ENTRIES),
        ("fields", yaml::FIELD_ENTRIES),
        ("fields", fields::ENTRIES),
        ("fields", values::ENTRIES),
        ("references", references::ENTRIES),
        ("references", pictures::ENTRIES),
        ("addresses", addresses::ENTRIES),
        ("theme", theme::ENTRIES),
        ("theme", templates::ENTRIES),
        ("theme", theme_making::ENTRIES),
        ("style", style::ENTRIES),
        ("settings", settings::ENTRIES),
        ("settings", own_types::ENTRIES),
        ("settings", new_entries::ENTRIES),
    ]
}
