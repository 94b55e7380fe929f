//! Takes away what builds made: the output and the cache, and nothing else.

#![expect(clippy::disallowed_methods, reason = "removing is what is asked for")]

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Stop,
    folders::{Folders, STATE},
    front::is_foreign,
    listing::{self, Listing},
    stage::{prune, rescue},
    survey::Survey,
};
use crate::problem::{Problem, machine::Failure};

/// Removes the files that Dateline put into the output folder, folders that are empty then,
/// and the cache. Returns the folders that were there.
///
/// # Errors
/// When the disk refuses, a build is at work, or the output was not made by Dateline.
pub fn clean(folders: &Folders) -> Result<Vec<PathBuf>, Stop> {
    let mut cleaned = Vec::new();
    let cache = folders.root.join(STATE);
    let lock = if cache.exists() { Some(folders.lock()?) } else { None };
    if let Some(lock) = &lock {
        folders.recover(lock)?;
        rescue(folders, &Survey::of(&folders.back())?)?;
    }
    if folders.output.exists() {
        empty(folders)?;
        cleaned.push(folders.output.clone());
    }
    for folder in [folders.back(), cache] {
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(|it| Failure::new("remove", &folder, &it))?;
            cleaned.push(folder);
        }
    }
    Ok(cleaned)
}

fn empty(folders: &Folders) -> Result<(), Stop> {
    let output = &folders.output;
    let survey = Survey::of(output)?;
    let text = fs::read_to_string(output.join(listing::NAME)).ok();
    let Some(listing) = text.and_then(|it| Listing::parse(&it)) else {
        let shown = output.strip_prefix(&folders.root).unwrap_or(output);
        let foreign = is_foreign(&survey);
        return if foreign { Err(Problem::foreign_output(shown).into()) } else { Ok(()) };
    };
    let own: Vec<&str> = survey.files.iter().map(|it| it.0.as_str()).collect();
    own.par_iter()
        .filter(|it| listing.has(it))
        .map(|it| fs::remove_file(output.join(it)))
        .collect::<io::Result<()>>()
        .map_err(|it| Failure::new("remove", output, &it))?;
    prune(output, own.iter().filter_map(|it| Path::new(it).parent()));
    // Strangers keep the folder.
    fs::remove_dir(output).ok();
    Ok(())
}
