//! The whole output for the seed site, compared file by file (`UPDATE_GOLDEN=1` writes it
//! down anew), and the repository's own site, which only has to be without fault.

use std::{collections::BTreeMap, fs, path::PathBuf};

use dateline::key::Key;

use crate::workshop::{AS_OF, Workshop, tree};

const TEXTS: [&str; 7] = ["html", "xml", "json", "css", "txt", "svg", "webmanifest"];
/// Where the files that are no text stand, by the key of their bytes.
const REST: &str = "other-files.txt";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/seed")
}

/// Texts as they are; the rest as one list of paths and keys, without the list that Dateline
/// keeps of all of them.
fn legible(mut output: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    output.remove(".dateline");
    let (mut texts, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
        output.into_iter().partition(|(name, _)| {
            name.rsplit_once('.').is_some_and(|it| TEXTS.contains(&it.1))
                || name == "_redirects"
        });
    let line = |(name, bytes): (&String, &Vec<u8>)| {
        format!("{}  {name}\n", Key::of_bytes(bytes))
    };
    let list: String = rest.iter().map(line).collect();
    texts.insert(REST.to_owned(), list.into_bytes());
    texts
}

#[test]
fn the_seed_site_is_what_it_was() {
    let found = legible(Workshop::seed().build(&["--as-of", AS_OF]));
    assert!(found.len() > 30, "only {} files", found.len());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::remove_dir_all(folder()).ok();
        for (name, bytes) in &found {
            let path = folder().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
    }
    let wanted = tree(&folder());
    let differs = |name: &&String| found.get(*name) != wanted.get(*name);
    let names: Vec<&String> = found.keys().chain(wanted.keys()).filter(differs).collect();
    assert!(
        names.is_empty(),
        "these files differ (UPDATE_GOLDEN=1 accepts them): {names:#?}"
    );
}
