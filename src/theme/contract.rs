//! Holds the README of the base theme to the views: what templates may use is written down
//! there, field by field.

use std::collections::BTreeMap;

const README: &str = include_str!("../../themes/base/README.md");
const VIEWS: [&str; 5] = [
    include_str!("../view/drawings.rs"),
    include_str!("../view/entries.rs"),
    include_str!("../view/frame.rs"),
    include_str!("../view/lists.rs"),
    include_str!("../view/parts.rs"),
];

type Fields<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// The word after `start` in a line, up to the first character that no name has.
fn word_after<'a>(line: &'a str, start: &str) -> Option<&'a str> {
    let rest = line.trim_start().strip_prefix(start)?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

fn fields<'a>(text: &'a str, heading: &str, field: &str, found: &mut Fields<'a>) {
    let mut current = None;
    for line in text.lines() {
        if let Some(name) = word_after(line, heading) {
            current = Some(name);
            found.insert(name, Vec::new());
        } else if let (Some(name), Some(of)) = (word_after(line, field), current) {
            found.entry(of).or_default().push(name);
        }
    }
}

#[test]
fn the_readme_names_every_field_of_every_view_and_no_other() {
    let mut views = Fields::new();
    VIEWS.iter().for_each(|it| fields(it, "pub struct ", "pub ", &mut views));
    let mut readme = Fields::new();
    fields(README, "### ", "- `", &mut readme);
    assert_eq!(readme, views);
    assert_eq!(views["Crumb"], ["title", "lang", "url"]);
}

#[test]
fn the_readme_names_every_component() {
    for (path, bytes) in super::builtin::files("base").expect("base") {
        if !path.starts_with("templates/parts/") {
            continue;
        }
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        for name in text.lines().filter_map(|it| word_after(it, "{%- component ")) {
            let known = README.contains(&format!("`{name}`"));
            assert!(known || ["langs", "number"].contains(&name), "{path}: {name}");
        }
    }
}
