//! The structure, enforced: layers, doors to outside crates, file headers and sizes, names,
//! licences.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// Modules from the lowest to the highest; one may name only those before it.
const LAYERS: [&str; 29] = [
    "key",
    "span",
    "date",
    "picture",
    "problem",
    "aside",
    "source",
    "yaml",
    "data",
    "schema",
    "reference",
    "drawing",
    "config",
    "document",
    "site",
    "search",
    "style",
    "view",
    "theme",
    "plan",
    "render",
    "publish",
    "build",
    "command",
    "terminal",
    "serve",
    "cli",
    "lib",
    "main",
];

/// Outside crates and the only modules that may name them.
const DOORS: [(&str, &[&str]); 27] = [
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("csv", &["data"]),
    ("deunicode", &["command/new"]),
    ("fast_image_resize", &["picture/"]),
    ("httparse", &["serve/http"]),
    ("icu_collator", &["plan/words"]),
    ("icu_datetime", &["plan/words"]),
    ("icu_plurals", &["plan/words", "theme/strings"]),
    ("image", &["picture/"]),
    ("imagesize", &["picture"]),
    (
        "include_dir",
        &[
            "theme",
            "command/init",
            "command/theme",
            "picture/poster/tests",
            "plan/tests",
            "style/tests",
        ],
    ),
    ("indicatif", &["terminal/progress"]),
    ("notify", &["serve/watch"]),
    ("png", &["picture", "picture/"]),
    ("postcard", &["aside", "key", "publish/"]),
    ("pulldown_cmark", &["document/"]),
    ("quick_xml", &["render/"]),
    ("resvg", &["picture/poster"]),
    ("saphyr_parser", &["yaml/"]),
    ("serde_yaml", &["config", "data", "document/", "schema", "theme"]),
    ("snowball_stemmers_rs", &["site/related/words"]),
    ("tera", &["render"]),
    ("twox_hash", &["key"]),
    ("walkdir", &["source"]),
    ("webp", &["picture"]),
    ("wuff", &["picture/poster"]),
];

const LICENCES: [&str; 12] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unicode-3.0",
    "CC0-1.0",
    "0BSD",
    "Unlicense",
    "MIT-0",
    "Apache-2.0 WITH LLVM-exception",
];

const MAX_LINES: usize = 500;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Rust files below a folder: path relative to it → text.
fn files(folder: &str) -> BTreeMap<String, String> {
    let top = root().join(folder);
    let mut found = BTreeMap::new();
    let mut todo = vec![top.clone()];
    while let Some(directory) = todo.pop() {
        let entries = fs::read_dir(&directory).expect("the folder can be read");
        let paths: Vec<PathBuf> =
            entries.map(|it| it.expect("an entry").path()).collect();
        todo.extend(paths.iter().filter(|it| it.is_dir()).cloned());
        for path in paths.iter().filter(|it| it.extension().is_some_and(|e| e == "rs")) {
            let name = path.strip_prefix(&top).expect("it is below").to_string_lossy();
            found.insert(name.into_owned(), fs::read_to_string(path).expect("text"));
        }
    }
    assert!(!found.is_empty(), "no Rust file below {folder}");
    found
}

/// A file's code without comments and without the module of its tests.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines()
        .filter(|it| !it.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn module(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

fn words_after<'a>(code: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    let name = |rest: &'a str| {
        let end =
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    };
    code.match_indices(prefix).map(move |(at, _)| name(&code[at + prefix.len()..]))
}

/// The modules of this crate that a file names: `crate::x` and what stands in the braces of
/// `use crate::{…}`.
fn named(code: &str) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = words_after(code, "crate::")
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    for (at, _) in code.match_indices("use crate::{") {
        let mut depth = 0;
        let mut word = String::new();
        for c in code[at + "use crate::".len()..].chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if c.is_alphanumeric() || c == '_' {
                word.push(c);
                continue;
            }
            if depth == 1 && !word.is_empty() && (c == ':' || c == ',' || c == '}') {
                found.insert(word.clone());
            }
            // Behind the first `::` of an item, the rest of the path is inside that module.
            word = if c == ':' { "~".to_owned() } else { String::new() };
            if depth == 0 {
                break;
            }
        }
    }
    found.into_iter().filter(|it| LAYERS.contains(&it.as_str())).collect()
}

#[test]
fn lower_modules_do_not_name_higher_ones() {
    let layer = |name: &str| LAYERS.iter().position(|it| *it == name);
    let mut wrong = Vec::new();
    for (file, text) in files("src") {
        let own = module(&file);
        let Some(height) = layer(own) else {
            wrong.push(format!("{file}: no layer is given for `{own}`"));
            continue;
        };
        for other in named(&code(&text)) {
            if layer(&other).is_some_and(|it| it > height) {
                wrong.push(format!("{file} names the higher `{other}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_path_leaves_its_module_by_super() {
    let leaves = |file: &str, path: &str| {
        let depth = file.split('/').count();
        let up = path.split("::").take_while(|it| *it == "super").count();
        up >= depth
    };
    let mut wrong = Vec::new();
    for (file, text) in files("src") {
        let code = code(&text);
        let paths = code.split(|c: char| !c.is_alphanumeric() && !matches!(c, ':' | '_'));
        let up = paths.filter(|it| it.starts_with("super::") && leaves(&file, it));
        wrong.extend(up.map(|it| format!("{file}: `{it}` is to be written `crate::…`")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn outside_crates_have_one_door() {
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for (file, text) in files("src") {
        let code = code(&text);
        for (name, doors) in DOORS {
            let path = format!("{name}::");
            let names = code.match_indices(&path).any(|(at, _)| {
                !code[..at]
                    .ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
            });
            if !names {
                continue;
            }
            used.insert(name);
            if !doors.iter().any(|it| file.starts_with(it)) {
                wrong.push(format!("{file} names `{name}`, which belongs to {doors:?}"));
            }
        }
    }
    let idle: Vec<&str> =
        DOORS.iter().map(|it| it.0).filter(|it| !used.contains(it)).collect();
    assert!(idle.is_empty(), "nothing uses {idle:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests/it"] {
        for (file, text) in files(folder) {
            if !text.starts_with("//! ") {
                wrong.push(format!("{folder}/{file} does not begin with `//!`"));
            }
            let lines = text.lines().count();
            if lines > MAX_LINES {
                wrong.push(format!(
                    "{folder}/{file} has {lines} lines, more than {MAX_LINES}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_module_is_a_drawer() {
    let drawers = ["mod", "util", "utils", "common", "helpers", "prelude", "misc"];
    let is_drawer = |file: &String| {
        let stem =
            Path::new(file).file_stem().map(|it| it.to_string_lossy().into_owned());
        stem.is_some_and(|it| drawers.contains(&it.as_str()))
    };
    let found: Vec<String> = files("src").into_keys().filter(is_drawer).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_licence_is_allowed() {
    // Only what this machine builds is on it; the rest cannot be read without a network.
    let version = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    let host = version.lines().find_map(|it| it.strip_prefix("host: ")).expect("a host");
    let run = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", host])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let data: Value =
        serde_json::from_slice(&run.stdout).expect("cargo metadata is JSON");
    let packages = data["packages"].as_array().expect("packages");
    assert!(packages.len() > 30, "only {} packages", packages.len());
    let allowed = |expression: &str| {
        let expression = expression.replace(['(', ')'], "").replace('/', " OR ");
        expression
            .split(" AND ")
            .all(|all| all.split(" OR ").any(|one| LICENCES.contains(&one.trim())))
    };
    let wrong: Vec<String> = packages
        .iter()
        .filter(|it| !allowed(it["license"].as_str().unwrap_or_default()))
        .map(|it| format!("{}: {}", it["name"], it["license"]))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_imports_sees_both_forms() {
    let code = "use crate::{\n    key::Key,\n    site::{Site, entry},\n    view,\n};\nlet x = crate::plan::y;";
    let found: Vec<String> = named(code).into_iter().collect();
    assert_eq!(found, ["key", "plan", "site", "view"]);
}
