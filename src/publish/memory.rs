//! What is left for the next build: manifests, and notes of what was under way.

#![expect(clippy::disallowed_methods, reason = "publish writes")]

use std::{fs, io, path::PathBuf};

use super::{
    Front,
    exchange::recover,
    folders::{Folders, Lock, make_parent},
    listing::{self, Listing},
    manifest::{self, Line},
    stage::rescue,
    strangers,
    survey::Survey,
};
use crate::problem::machine::Failure;

impl Folders {
    /// Ends what a killed build began at the moment of publishing.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn recover(&self, _lock: &Lock) -> Result<(), Failure> {
        let back = self.back();
        // A link would lead to a folder of somebody else, and take its place with it.
        if back.is_symlink() {
            fs::remove_file(&back).map_err(|it| Failure::new("remove", &back, &it))?;
        }
        recover(&self.output, &back, &self.aside())?;
        let note = self.note();
        if note.exists() {
            rescue(self, &Survey::of(&back)?)?;
            fs::remove_file(&note).map_err(|it| Failure::new("remove", &note, &it))?;
        }
        Ok(())
    }

    // Is there from just before an exchange until the strangers are where they were.
    pub(super) fn note(&self) -> PathBuf {
        self.state.join("exchanging")
    }
}

impl Front {
    // A folder taken over by `--force` gets a list before it becomes the tree behind:
    // without one all in it would be taken for Dateline's own.
    pub(super) fn adopt(&self) -> io::Result<()> {
        let output = &self.folders.output;
        make_parent(output)?;
        if self.is_listed || !output.exists() {
            return Ok(());
        }
        let mark = output.join(listing::NAME);
        let draft = mark.with_extension("draft");
        fs::write(&draft, Listing::default().text())?;
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
