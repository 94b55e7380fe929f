//! Takes away what builds made: the output and the cache, and nothing else.

#![expect(clippy::disallowed_methods, reason = "removing is what is asked for")]

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Stop,
    folders::{Folders, IGNORE, STATE},
    front::is_foreign,
    listing::{self, Listing},
    prints::PRINTS,
    stage::{prune, rescue},
    survey::Survey,
};
use crate::problem::{Problem, machine::Failure};

/// Removes the files that Dateline put into the output folder, folders that are empty then,
/// and what the cache has for it. Returns the folders that were there.
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
    let own = [folders.back(), folders.state.clone(), cache.join(PRINTS)];
    let had_cache = cache.exists();
    for folder in own.into_iter().filter(|it| it.exists()) {
        let failed = |it| Failure::new("remove", &folder, &it);
        fs::remove_dir_all(&folder).map_err(failed)?;
        if !folder.starts_with(&cache) {
            cleaned.push(folder);
        }
    }
    if had_cache {
        leave(&cache).map_err(|it| Failure::new("remove", &cache, &it))?;
        cleaned.push(cache);
    }
    Ok(cleaned)
}

// What is in the cache for other outputs stays: a build may be at work on one.
fn leave(cache: &Path) -> io::Result<()> {
    let names: Vec<_> = fs::read_dir(cache)?
        .map(|it| it.map(|it| it.file_name()))
        .collect::<io::Result<_>>()?;
    if names.iter().all(|it| it == IGNORE) { fs::remove_dir_all(cache) } else { Ok(()) }
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
    let remove = |it: &&str| {
        let file = output.join(it);
        fs::remove_file(&file).map_err(|it| Failure::new("remove", &file, &it))
    };
    // Without the list nobody knows whose the rest is: it goes last.
    let (list, files): (Vec<&str>, Vec<&str>) =
        own.iter().filter(|it| listing.has(it)).partition(|it| **it == listing::NAME);
    files.par_iter().map(remove).collect::<Result<(), _>>()?;
    list.iter().try_for_each(remove)?;
    prune(output, own.iter().filter_map(|it| Path::new(it).parent()));
    // Strangers keep the folder.
    fs::remove_dir(output).ok();
    Ok(())
}
