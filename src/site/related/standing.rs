//! What is known of a site's archives, and what of it stands when the site is another one.
//!
//! One edit touches little: the vectors are mended where the text differs, and only those
//! members are looked at again for whom something else may be found. What comes of it is what
//! is found in a site seen for the first time.

use std::{mem, sync::Arc};

use rayon::prelude::*;

use super::{
    Ranking, Wanted,
    archive::{self, Archive},
    search::{CANDIDATES, Candidate, Found, Scratch},
    text::Text,
    vectors::Touched,
    words::Words,
};
use crate::{
    document::Document,
    site::{EntryId, LangId, Site, Suggestion},
};

/// Texts that differ are more than edits from here on: all is made anew.
const EDITS: usize = 64;
/// Where edits touch more members than this, and more than an eighth of all, all are looked
/// at.
const FEW: usize = 64;

/// What is known of the archives of a site.
#[derive(Debug, Default)]
pub struct Standing {
    shelves: Vec<Shelf>,
    /// The place of each entry in the archive of its language; none for what is no news or
    /// was withdrawn.
    places: Vec<Option<u32>>,
    /// Whether the texts are kept too.
    lasting: bool,
}

/// What is known of the archive of one language.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// The archive.
    pub(super) archive: Archive,
    /// What a first look found for each member; nothing where that is not known.
    pub(super) found: Vec<Option<Found>>,
    /// The documents of the members, and their words; none where they need not be kept.
    documents: Vec<Option<Arc<Document>>>,
    words: Vec<Words>,
    /// What edits have touched since.
    touched: Touched,
}

impl Standing {
    /// One that is there to last: the next site it sees costs what differs.
    pub fn lasting() -> Self {
        Self { lasting: true, ..Self::default() }
    }

    /// Forgets all.
    pub(super) fn forget(&mut self) {
        *self = Self { lasting: self.lasting, ..Self::default() };
    }

    /// The texts and labels of a site, nothing looked at yet.
    pub(super) fn unlooked(site: &Site) -> Self {
        let mut standing = Self::default();
        for lang in langs(site) {
            let mut archive = Archive::of(site, lang);
            let words = archive::words(site, lang, &archive.members);
            archive.text = Text::of(words, &archive.days);
            standing.shelves.push(Shelf { archive, ..Shelf::default() });
        }
        standing.set_places(site);
        standing
    }

    /// Follows a site: afterwards all is known of it.
    pub(super) fn follow(&mut self, site: &Site) {
        if !self.lasting {
            *self = Self::unlooked(site);
            self.shelves.iter_mut().for_each(Shelf::look);
            return;
        }
        let mut old = mem::take(&mut self.shelves).into_iter();
        for lang in langs(site) {
            let mut shelf = old.next().unwrap_or_default();
            shelf.follow(site, lang);
            self.shelves.push(shelf);
        }
        self.set_places(site);
    }

    /// The news related to an entry whose text is another one now, in a site that is
    /// otherwise the one followed last; nothing where it is not.
    pub fn amend(&mut self, site: &Site, id: EntryId) -> Option<Vec<Suggestion>> {
        // Another site may have been followed that is not shown yet.
        if self.places.len() != site.entries.len() {
            return None;
        }
        let member = self.place(id)?;
        let lang = usize::from(site.entry(id).lang.0);
        let shelf = self.shelves.get_mut(lang)?;
        shelf.reread(site, id, member)?;
        // What was found of others may be another by now, and finding out takes longer.
        let found = mem::take(&mut shelf.found);
        let ranking = Ranking { site, standing: mem::take(self) };
        let wanted = Wanted::of(site);
        let list = ranking.list(id, wanted).list;
        *self = ranking.standing;
        self.shelves[lang].found = found;
        list.iter().all(|it| it.pinned || self.knows(site, it.entry)).then_some(list)
    }

    /// Whether an entry is the member that stands in its place.
    fn knows(&self, site: &Site, id: EntryId) -> bool {
        let entry = site.entry(id);
        let shelf = self.shelf(entry.lang).zip(self.place(id));
        let known =
            shelf.and_then(|(it, place)| path(it.documents[place as usize].as_ref()));
        known.is_some_and(|it| path(entry.document.as_ref()) == Some(it))
    }

    /// The place of an entry in the archive of its language.
    pub(super) fn place(&self, id: EntryId) -> Option<u32> {
        self.places.get(id.0 as usize).copied().flatten()
    }

    /// What is known of the archive of a language.
    pub(super) fn shelf(&self, lang: LangId) -> Option<&Shelf> {
        self.shelves.get(usize::from(lang.0))
    }

    /// What is known of each archive.
    #[cfg(test)]
    pub(super) fn shelves(&self) -> &[Shelf] {
        &self.shelves
    }

    fn set_places(&mut self, site: &Site) {
        self.places = vec![None; site.entries.len()];
        for shelf in &self.shelves {
            for (place, id) in (0..).zip(&shelf.archive.members) {
                self.places[id.0 as usize] = Some(place);
            }
        }
    }
}

fn langs(site: &Site) -> impl Iterator<Item = LangId> + use<> {
    (0..site.news.len()).filter_map(|it| u8::try_from(it).ok()).map(LangId)
}

impl Shelf {
    fn follow(&mut self, site: &Site, lang: LangId) {
        let archive = Archive::of(site, lang);
        let old = mem::replace(&mut self.archive, archive);
        let document = |it: &EntryId| site.entry(*it).document.clone();
        let documents: Vec<_> = self.archive.members.iter().map(document).collect();
        let paths = documents.iter().map(|it| path(it.as_ref()));
        let same = self.archive.days == old.days
            && self.documents.iter().map(|it| path(it.as_ref())).eq(paths);
        let before = mem::replace(&mut self.documents, documents);
        let edited: Vec<_> = self.others_than(&before);
        if same && edited.len() <= EDITS && !old.text.vectors.is_worn() {
            let stands = self.archive.is_like(&old);
            self.archive.text = old.text;
            self.edit_all(site, lang, &edited);
            if stands {
                self.mend();
            } else {
                self.found.clear();
            }
        } else {
            self.words = archive::words(site, lang, &self.archive.members);
            self.archive.text = Text::of(&*self.words, &self.archive.days);
            self.found.clear();
        }
        self.touched = Touched::default();
        self.look();
    }

    /// The members whose documents are others than before.
    fn others_than(&self, before: &[Option<Arc<Document>>]) -> Vec<u32> {
        let address = |it: &Option<Arc<Document>>| it.as_ref().map(Arc::as_ptr);
        let pairs = self.documents.iter().zip(before);
        let others = (0..).zip(pairs).filter(|(_, (a, b))| address(a) != address(b));
        others.map(|it| it.0).collect()
    }

    fn edit_all(&mut self, site: &Site, lang: LangId, members: &[u32]) {
        let id = |it: &u32| self.archive.members[*it as usize];
        let ids: Vec<_> = members.iter().map(id).collect();
        for (member, words) in members.iter().zip(archive::words(site, lang, &ids)) {
            self.edit(*member, words);
        }
    }

    fn edit(&mut self, member: u32, words: Words) {
        let Archive { text, days, .. } = &mut self.archive;
        let touched = text.edit(&self.words, (member, &words), days);
        self.touched.sharing.extend(touched.sharing);
        self.touched.lengths.extend(touched.lengths);
        self.words[member as usize] = words;
    }

    /// Reads the text of one member again; nothing where that is another entry's.
    fn reread(&mut self, site: &Site, id: EntryId, member: u32) -> Option<()> {
        let entry = site.entry(id);
        let old = self.documents.get_mut(member as usize)?;
        (path(old.as_ref())? == path(entry.document.as_ref())?).then_some(())?;
        old.clone_from(&entry.document);
        for words in archive::words(site, entry.lang, &[id]) {
            self.edit(member, words);
        }
        Some(())
    }

    /// Mends what was found, and forgets it where something else may be found after edits.
    fn mend(&mut self) {
        let mut touched = mem::take(&mut self.touched);
        touched.sort();
        if touched.lengths.len() > FEW.max(self.found.len() / 8) {
            return self.found.clear();
        }
        let floors: Vec<_> = self.archive.places().map(|it| self.floor(it)).collect();
        for member in touched.sharing {
            self.found[member as usize] = None;
        }
        let archive = &self.archive;
        let count = |scratch: &mut Scratch, it: &u32| archive.counting(*it, scratch);
        let lengths = touched.lengths.par_iter();
        let counting: Vec<_> =
            lengths.map_init(|| archive.scratch(), count).flatten_iter().collect();
        for (for_whom, now) in counting {
            let score = archive.first_score(for_whom, &now);
            let score = score.total_cmp(&floors[for_whom as usize]);
            let found = &mut self.found[for_whom as usize];
            let stands = found.as_mut().is_some_and(|it| it.mend(now, score));
            *found = found.take().filter(|_| stands);
        }
    }

    /// What the last candidate of a member scores at a first look; 0 where there is room for
    /// more.
    fn floor(&self, member: u32) -> f64 {
        let Some(found) = &self.found[member as usize] else { return 0.0 };
        if found.candidates.len() < CANDIDATES {
            return 0.0;
        }
        let score = |it: &Candidate| self.archive.first_score(member, it);
        found.candidates.iter().map(score).fold(f64::INFINITY, f64::min)
    }

    /// Finds what is not known.
    fn look(&mut self) {
        let Self { archive, found, .. } = self;
        found.resize(archive.members.len(), None);
        let look = |scratch: &mut Scratch, (member, found): (u32, &mut Option<Found>)| {
            found.get_or_insert_with(|| archive.find(member, scratch));
        };
        let members = archive.places().into_par_iter();
        let all = members.zip(found.as_mut_slice());
        all.for_each_init(|| archive.scratch(), look);
    }
}

fn path(document: Option<&Arc<Document>>) -> Option<&str> {
    document.map(|it| &*it.path)
}
