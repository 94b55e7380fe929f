//! `dateline new`: a file in the right place with the right fields, whose references hold.
#![expect(clippy::disallowed_methods, reason = "this command makes a file")]

mod draft;
mod references;
mod slug;

use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

pub use self::draft::{Draft, Wish, draft};
use crate::{
    config::{self, Overrides, Preview},
    problem::{Problem, machine::Failure},
    source::{self, Sources},
};

/// What to make, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub root: PathBuf,
    /// The configuration, where it is not `site.yaml` in the root.
    pub config: Option<PathBuf>,
    /// What the command line changes of the configuration; a new entry is of the day of
    /// `as_of`.
    pub overrides: Overrides,
    /// What is asked for.
    pub wish: Wish,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The files of the site, and the one that was to be made, for excerpts.
    pub sources: Sources,
    /// Why nothing was made; else what else is wrong with the configuration.
    pub problems: Vec<Problem>,
    /// The file that was made.
    pub made: Option<Draft>,
}

/// Makes a new entry. Its countries and topics must exist, and its id must be free.
///
/// # Errors
/// When the file is there already, or the disk refuses.
pub fn run(options: &Options) -> Result<Outcome, Failure> {
    let mut problems = Vec::new();
    let sources = source::read(&options.root, options.config.as_deref())?;
    let mut sources = sources.unload(&mut problems);
    let draft = prepare(&mut sources, options, &mut problems);
    if let Some(draft) = &draft {
        write(&options.root, draft)?;
    }
    Ok(Outcome { sources, problems, made: draft })
}

/// The file to make; none where something is wrong.
fn prepare(
    sources: &mut Sources,
    options: &Options,
    problems: &mut Vec<Problem>,
) -> Option<Draft> {
    if !sources.is_site() {
        problems.push(Problem::no_site());
        return None;
    }
    // A new entry is hidden as yet, and may name others that are.
    let preview = Preview { drafts: true, future: true, expired: true };
    let overrides = Overrides { preview, ..options.overrides.clone() };
    let config = config::parse(sources.config(), &overrides).unload(problems)?;
    let today = config.timezone.to_datetime(overrides.as_of).date();
    let first = draft(&config, &options.wish, today).unload(problems)?;
    if sources.text(&first.path).is_some() {
        return Some(first);
    }
    let before = problems.len();
    let site = references::resolve(config, sources, &first).unload(problems);
    if problems.len() > before {
        return None;
    }
    let named = references::with_ids(&site, &first, &options.wish);
    draft(&site.config, &named, today).unload(problems)
}

fn write(root: &Path, draft: &Draft) -> Result<(), Failure> {
    let path = root.join(&draft.path);
    let folder = path.parent().unwrap_or(root);
    fs::create_dir_all(folder)
        .map_err(|it| Failure::new("make", folder, &it).below(root))?;
    let file = OpenOptions::new().write(true).create_new(true).open(&path);
    let written = file.and_then(|mut it| it.write_all(draft.text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::because("make", &path, "it is there already").below(root)
        }
        _ => Failure::new("write", &path, &error).below(root),
    })
}

#[cfg(test)]
pub(super) mod tests;
