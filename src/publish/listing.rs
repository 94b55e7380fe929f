//! The file `.dateline` in an output folder: the mark that Dateline made it, and the list of
//! all it put there. What is not in the list is somebody else's.

use std::fmt::Write as _;

use super::part::Shard;
use crate::key::Key;

/// The name of the file.
pub const NAME: &str = ".dateline";

const HEAD: &str = "# Made by Dateline. A build may change or remove the files listed here, \
                    and no others.\n";

/// What Dateline put into a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// What the tree is known by: the key of all paths and bytes.
    pub tree: Key,
    /// The paths of its files, sorted, without that of the list itself.
    pub paths: Vec<String>,
    /// Which part of a site they are; none for the whole.
    pub(super) shard: Option<Shard>,
}

impl Listing {
    /// The list of files given with the keys of their bytes, sorted by path.
    pub(super) fn new<'a>(
        files: impl Iterator<Item = (&'a str, Key)> + Clone,
        shard: Option<Shard>,
    ) -> Self {
        let mut names = String::new();
        for (path, key) in files.clone() {
            writeln!(names, "{key} {path}").ok();
        }
        let tree = Key::of_bytes(names.as_bytes());
        Self { tree, paths: files.map(|it| it.0.to_owned()).collect(), shard }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{HEAD}tree {} {}", self.tree, self.paths.len());
        if let Some(Shard { part, site }) = self.shard {
            write!(text, " part {part} of {site}").ok();
        }
        text.push('\n');
        for path in &self.paths {
            text.push_str(path);
            text.push('\n');
        }
        text
    }

    /// Reads the text of the file; nothing if it is no such list, or not the whole of one.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(HEAD)?.strip_prefix("tree ")?;
        let (line, rest) = rest.split_once('\n')?;
        let (tree, count) = line.split_once(' ')?;
        let tree = Key::parse(tree)?;
        let (count, shard) = match count.split_once(" part ") {
            Some((count, shard)) => (count, Some(parse_shard(shard)?)),
            None => (count, None),
        };
        let paths: Vec<String> = rest.lines().map(str::to_owned).collect();
        let whole = count == paths.len().to_string() && paths.is_sorted();
        (whole && paths.iter().all(|it| is_below(it))).then_some(Self {
            tree,
            paths,
            shard,
        })
    }

    /// Whether the file at `path` is in the list.
    pub(super) fn has(&self, path: &str) -> bool {
        path == NAME || self.paths.binary_search_by(|it| it.as_str().cmp(path)).is_ok()
    }
}

fn parse_shard(text: &str) -> Option<Shard> {
    let (part, site) = text.split_once(" of ")?;
    Some(Shard { part: part.parse().ok()?, site: Key::parse(site)? })
}

// The list decides what is deleted: a path that leads out of the folder makes it worthless.
pub(super) fn is_below(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(paths: &[&str]) -> Listing {
        Listing::new(paths.iter().map(|it| (*it, Key::of_bytes(it.as_bytes()))), None)
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        for paths in [vec![], vec!["a b.html", "é/index.html"]] {
            let listing = listing(&paths);
            assert_eq!(Listing::parse(&listing.text()), Some(listing.clone()));
            let part = "2/4".parse().unwrap();
            let shard = Some(Shard { part, site: Key::of_bytes(b"site") });
            let listing = Listing { shard, ..listing };
            assert_eq!(Listing::parse(&listing.text()), Some(listing));
        }
    }

    #[test]
    fn a_list_that_is_cut_short_or_leads_out_of_its_folder_is_none() {
        let text = listing(&["a", "b"]).text();
        assert_eq!(Listing::parse(&text[..text.len() - 2]), None);
        assert_eq!(Listing::parse(""), None);
        for path in ["../etc/passwd", "/etc/passwd", "a//b", "a/../../b"] {
            assert_eq!(Listing::parse(&listing(&[path]).text()), None, "{path}");
        }
    }
}
