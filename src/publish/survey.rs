//! Looks at a tree of files as it is on disk.

#![expect(clippy::disallowed_methods, reason = "publish must see what it published")]

use std::{
    fs::{self, DirEntry, File},
    io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{key::Key, problem::machine::Failure, source::Stat};

/// All there is in a folder.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Plain files, by path with `/`, sorted.
    pub(super) files: Vec<(String, Stat)>,
    /// What is no plain file or has a name that is not UTF-8: links, sockets.
    pub(super) others: Vec<PathBuf>,
    /// Folders with nothing in them.
    pub(super) empty: Vec<PathBuf>,
}

impl Survey {
    /// Looks at all below `folder`; one that does not exist is empty.
    pub(super) fn of(folder: &Path) -> Result<Self, Failure> {
        let mut survey = match look(folder, "") {
            Err((_, error)) if error.kind() == io::ErrorKind::NotFound => Self::default(),
            Err((path, error)) => return Err(Failure::new("read", &path, &error)),
            Ok(survey) => survey,
        };
        survey.files.par_sort_by(|a, b| a.0.cmp(&b.0));
        survey.others.sort();
        Ok(survey)
    }

    /// The file at `path`.
    pub(super) fn file(&self, path: &str) -> Option<Stat> {
        let at = self.files.binary_search_by(|it| it.0.as_str().cmp(path)).ok()?;
        self.files.get(at).map(|it| it.1)
    }
}

/// The key of the bytes of a file.
pub(super) fn key_of(path: &Path) -> io::Result<Key> {
    Key::of_reader(File::open(path)?)
}

type Looked = Result<Survey, (PathBuf, io::Error)>;

fn look(folder: &Path, prefix: &str) -> Looked {
    let mut survey = Survey::default();
    let mut folders = Vec::new();
    let failed = |error| (folder.to_path_buf(), error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        add(&entry, prefix, &mut survey, &mut folders)
            .map_err(|error| (entry.path(), error))?;
    }
    let here = survey.files.len() + survey.others.len() + folders.len();
    if here == 0 {
        survey.empty.push(PathBuf::from(prefix));
    }
    let below: Vec<Looked> =
        folders.par_iter().map(|(path, name)| look(path, &format!("{name}/"))).collect();
    for part in below {
        let part = part?;
        survey.files.extend(part.files);
        survey.others.extend(part.others);
        survey.empty.extend(part.empty);
    }
    Ok(survey)
}

fn add(
    entry: &DirEntry,
    prefix: &str,
    survey: &mut Survey,
    folders: &mut Vec<(PathBuf, String)>,
) -> io::Result<()> {
    let kind = entry.file_type()?;
    let name = entry.file_name();
    match name.to_str().map(|it| format!("{prefix}{it}")) {
        Some(path) if kind.is_dir() => folders.push((entry.path(), path)),
        Some(path) if kind.is_file() => {
            survey.files.push((path, Stat::of(&entry.metadata()?)));
        }
        _ => survey.others.push(Path::new(prefix).join(name)),
    }
    Ok(())
}
