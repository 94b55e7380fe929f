//! What is left for the next build: manifests, and notes of what was under way.

#![expect(clippy::disallowed_methods, reason = "publish writes")]

use std::{fs, io, path::PathBuf};

use super::{
    Front,
    exchange::recover,
    folders::{Folders, Lock, make_parent},
    front::intact,
    listing::{self, Listing},
    manifest::{self, Line},
    stage::rescue,
    strangers,
    survey::Survey,
};
use crate::{key::Key, problem::machine::Failure};

impl Folders {
    /// Ends what a killed build began at the moment of publishing.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn recover(&self, _lock: &Lock) -> Result<(), Failure> {
        recover(&self.output, &self.back(), &self.aside())?;
        let note = self.note();
        if note.exists() {
            rescue(self, &Survey::of(&self.back())?)?;
            fs::remove_file(&note).map_err(|it| Failure::new("remove", &note, &it))?;
        }
        Ok(())
    }

    /// The list of an output that has lost its own: what an earlier build remembers to have
    /// put there, and is still as that left it. Nothing where that is nothing.
    pub(super) fn remembered(&self, survey: &Survey) -> Option<Listing> {
        let manifests = fs::read_dir(&self.state).ok()?.flatten();
        let list = |file: PathBuf| {
            let tree = Key::parse(file.file_stem()?.to_str()?)?;
            let stored = manifest::decode(&fs::read(&file).ok()?)?;
            let own = intact(self, survey, &stored).into_iter();
            Some(Listing { tree, paths: own.map(|it| it.path).collect(), shard: None })
        };
        let all = manifests.filter_map(|it| list(it.path()));
        all.filter(|it| !it.paths.is_empty()).max_by_key(|it| it.paths.len())
    }

    // Is there from just before an exchange until the strangers are where they were.
    pub(super) fn note(&self) -> PathBuf {
        self.state.join("exchanging")
    }
}

impl Front {
    // A folder without a list gets one before it becomes the tree behind: without, all in it
    // would be taken for Dateline's own, even what was there when `--force` took it over.
    pub(super) fn adopt(&self) -> io::Result<()> {
        let output = &self.folders.output;
        make_parent(output)?;
        if self.is_listed || !output.exists() {
            return Ok(());
        }
        let mark = output.join(listing::NAME);
        let draft = mark.with_extension("draft");
        fs::write(&draft, self.listing.text())?;
        fs::rename(draft, mark)
    }

    /// Writes the manifest of a tree, unless it is there already.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn remember(
        &self,
        listing: &Listing,
        lines: &[Line],
    ) -> Result<(), Failure> {
        if listing.tree == self.listing.tree && lines == self.stored {
            return Ok(());
        }
        let file = self.folders.manifest(listing.tree);
        let draft = file.with_extension("draft");
        fs::write(&draft, manifest::encode(lines))
            .and_then(|()| fs::rename(&draft, &file))
            .map_err(|error| Failure::new("write", &file, &error))
    }

    /// The strangers to move along with the site.
    pub(super) fn to_carry(&self, wanted: &[&str]) -> Vec<PathBuf> {
        let mut all = strangers::of(&self.survey, &self.listing);
        all.retain(|it| !strangers::clashes(it, wanted));
        strangers::whole(&all, &self.listing.paths, wanted)
    }

    // Old manifests only take up room: failing to remove one harms nothing.
    pub(super) fn forget_all_but(&self, listing: &Listing) {
        let keep = self.folders.manifest(listing.tree);
        let all = fs::read_dir(&self.folders.state).into_iter().flatten().flatten();
        all.map(|it| it.path())
            .filter(|it| it.extension().is_some_and(|it| it == "manifest") && *it != keep)
            .for_each(|it| {
                fs::remove_file(it).ok();
            });
    }
}
