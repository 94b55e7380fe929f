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
    for folder in [folders.back(), folders.state.clone()] {
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .map_err(|it| Failure::new("remove", &folder, &it))?;
        }
    }
    if leave(&cache).map_err(|it| Failure::new("remove", &cache, &it))? {
        cleaned.push(cache);
    }
    Ok(cleaned)
}

/// Removes the cache; what it has for other outputs stays, since a build may be at work on
/// one. Says whether it was there and is not any more.
fn leave(cache: &Path) -> io::Result<bool> {
    let Ok(names) = fs::read_dir(cache) else { return Ok(false) };
    let names: Vec<_> =
        names.map(|it| it.map(|it| it.file_name())).collect::<io::Result<_>>()?;
    if names.iter().any(|it| it != IGNORE && it != PRINTS) {
        return Ok(false);
    }
    if names.iter().any(|it| it == PRINTS) {
        fs::remove_dir_all(cache.join(PRINTS))?;
    }
    fs::remove_file(cache.join(IGNORE)).ok();
    // A build may have begun meanwhile.
    Ok(fs::remove_dir(cache).is_ok())
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
