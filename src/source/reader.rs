//! Reads a site again and again while it is worked on: of files that are known to have
//! changed, only those.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Sources, Stat, load, read,
    walk::{self, Found, Kind},
};
use crate::{
    key::Key,
    problem::{Checked, machine::Failure},
};

/// What may have changed on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Nobody knows what.
    Everything,
    /// These files and folders, from the root of the site, as they are named on disk.
    Paths(BTreeSet<PathBuf>),
}

/// A site on disk, and what was there when it was last looked at.
#[derive(Debug)]
pub struct Reader {
    root: PathBuf,
    config: Option<PathBuf>,
    last: Arc<Checked<Sources>>,
}

/// What one path means for the whole.
enum News {
    /// Nothing.
    Nothing,
    /// A file that was there before may have other bytes.
    Known(Found),
    /// There may be other files than before.
    Unknown,
}

impl Touched {
    /// The same and more.
    pub fn add(&mut self, more: Self) {
        match (self, more) {
            (Self::Paths(paths), Self::Paths(more)) => paths.extend(more),
            (it, Self::Everything) => *it = Self::Everything,
            (Self::Everything, _) => {}
        }
    }
}

impl Reader {
    /// Reads the site at `root` for the first time; see [`read`].
    ///
    /// # Errors
    /// When the disk refuses something.
    pub fn open(root: &Path, config: Option<&Path>) -> Result<Self, Failure> {
        let last = Arc::new(read(root, config)?);
        let config = config.map(Path::to_path_buf);
        Ok(Self { root: root.to_path_buf(), config, last })
    }

    /// What was read last.
    pub fn last(&self) -> &Arc<Checked<Sources>> {
        &self.last
    }

    /// Reads what was touched and gives the paths of the files that differ from before,
    /// sorted; nothing where all is as it was.
    ///
    /// # Errors
    /// When the disk refuses something; what was read last stays.
    pub fn again(&mut self, touched: &Touched) -> Result<Option<Vec<Arc<str>>>, Failure> {
        if let Touched::Paths(paths) = touched
            && let Some(files) = self.known(paths)
            && let Some(changed) = self.load(&files)?
        {
            return Ok((!changed.is_empty()).then_some(changed));
        }
        let next = read(&self.root, self.config.as_deref())?;
        let mut changed = differing(&self.last.value, &next.value);
        let same = self.last.problems == next.problems;
        if !same {
            let all = self.last.problems.iter().chain(&next.problems);
            changed.extend(all.filter_map(|it| Some(it.place.as_ref()?.path.clone())));
            changed.sort();
            changed.dedup();
        }
        self.last = Arc::new(next);
        Ok((!same || !changed.is_empty()).then_some(changed))
    }

    /// The files that may have other bytes, if there are no others than before.
    fn known(&self, paths: &BTreeSet<PathBuf>) -> Option<Vec<Found>> {
        let news = paths.iter().map(|it| self.news(it));
        let known = news.filter_map(|it| match it {
            News::Nothing => None,
            News::Known(file) => Some(Some(file)),
            News::Unknown => Some(None),
        });
        known.collect()
    }

    fn news(&self, path: &Path) -> News {
        let (sources, name) = (&self.last.value, path.to_string_lossy());
        let is_text = sources.text(&name).is_some();
        let is_known = is_text || sources.asset(&name).is_some();
        let config = self.config.as_deref().unwrap_or(Path::new("site.yaml"));
        if !is_known && path != config && walk::is_ignored(path) {
            return News::Nothing;
        }
        match self.root.join(path).symlink_metadata() {
            Ok(it) if is_known && it.is_file() => {
                let kind = match (is_text, path.starts_with("content")) {
                    (true, true) => Kind::Markdown,
                    (true, false) => Kind::Text,
                    (false, _) => Kind::Asset,
                };
                let stat = Stat::of(&it);
                News::Known(Found { path: name.into(), name: None, kind, stat })
            }
            // Editors make files with names of their own and take them away again.
            Err(_)
                if !is_known && !self.is_blamed(&name) && !has_below(sources, &name) =>
            {
                News::Nothing
            }
            _ => News::Unknown,
        }
    }

    /// Whether something was wrong with what stood there.
    fn is_blamed(&self, name: &str) -> bool {
        let places = self.last.problems.iter().filter_map(|it| it.place.as_ref());
        places.into_iter().any(|it| &*it.path == name)
    }

    /// Reads some of the files that were there before; none where one of them cannot be a
    /// part of the site any more.
    fn load(&mut self, files: &[Found]) -> Result<Option<Vec<Arc<str>>>, Failure> {
        let mut next: Option<Checked<Sources>> = None;
        let mut changed = Vec::new();
        for file in files {
            let loaded = load::load(&self.root, file)?;
            if self.last.value.key_of(&file.path) == loaded.key() {
                continue;
            }
            let next = next.get_or_insert_with(|| (*self.last).clone());
            if !put(&mut next.value, loaded) {
                return Ok(None);
            }
            changed.push(file.path.clone());
        }
        if let Some(next) = next {
            self.last = Arc::new(next);
        }
        Ok(Some(changed))
    }
}

fn has_below(sources: &Sources, folder: &str) -> bool {
    let folder = format!("{folder}/");
    let assets = &sources.assets;
    let first = assets.partition_point(|it| *it.path < *folder);
    sources.below(&folder).next().is_some()
        || assets.get(first).is_some_and(|it| it.path.starts_with(&folder))
}

/// Puts a file in the place of what it was before; says whether that was possible.
fn put(sources: &mut Sources, loaded: load::Loaded) -> bool {
    match loaded {
        load::Loaded::Text(text) => {
            let at = sources.texts.binary_search_by(|it| it.path.cmp(&text.path));
            at.map(|at| sources.texts[at] = text).is_ok()
        }
        load::Loaded::Asset(asset) => {
            let at = sources.assets.binary_search_by(|it| it.path.cmp(&asset.path));
            at.map(|at| sources.assets[at] = asset).is_ok()
        }
        load::Loaded::Refused(_) => false,
    }
}

/// The paths of all files that are in one of two only, or not with the same bytes in both.
fn differing(old: &Sources, new: &Sources) -> Vec<Arc<str>> {
    let old = old.keys();
    let new = new.keys();
    let gone = old.iter().filter(|it| new.binary_search(it).is_err());
    let come = new.iter().filter(|it| old.binary_search(it).is_err());
    let mut changed: Vec<_> = gone.chain(come).map(|it| it.0.clone()).collect();
    changed.sort();
    changed.dedup();
    changed
}

impl Sources {
    /// All files with the keys of their bytes, sorted.
    fn keys(&self) -> Vec<(&Arc<str>, Key)> {
        let texts = self.texts.iter().map(|it| (&it.path, it.key));
        let assets = self.assets.iter().map(|it| (&it.path, it.key));
        let mut keys: Vec<_> = texts.chain(assets).collect();
        keys.sort_unstable();
        keys
    }

    fn key_of(&self, path: &str) -> Option<Key> {
        let text = self.text(path).map(|it| it.key);
        text.or_else(|| self.asset(path).map(|it| it.key))
    }
}

impl load::Loaded {
    fn key(&self) -> Option<Key> {
        match self {
            Self::Text(text) => Some(text.key),
            Self::Asset(asset) => Some(asset.key),
            Self::Refused(_) => None,
        }
    }
}
