//! Other words in one file, put in place without resolving the site again: what an editor
//! who saves a text wants to see at once.

use std::sync::Arc;

use super::{Card, Entry, EntryId, Site};
use crate::{document::Document, schema::Order};

/// The fields that only the page of an entry and its card show.
const SHOWN: [&str; 3] = ["title", "standfirst", "summary"];
/// The fields that an entry has other names from.
const NAMES: [&str; 4] = ["name_list", "name_official", "sort_key", "sort_name"];

impl Site {
    /// Puts a newer version of a document in the place of the older one; tells whose it is if
    /// that was possible. It is where the new one refers to the same things, is referred to in
    /// the same way and stands at the same place in every list.
    ///
    /// Nothing else of the site changes. So the site is the one that [`super::resolve`]
    /// makes of the same documents, unless the title is another one: which titles are told
    /// apart by a word more is then still as it was. So are the news related to each.
    pub fn amend(&mut self, new: &Arc<Document>) -> Option<EntryId> {
        let start = self.entries.partition_point(|it| *it.path < *new.stem);
        let same =
            |it: &Entry| it.document.as_ref().is_some_and(|old| old.path == new.path);
        let there = (start..).zip(&self.entries[start..]);
        // Where a text is not translated, it is lent to the other languages.
        let all: Vec<usize> = there
            .take_while(|it| *it.1.path == *new.stem)
            .filter_map(|(at, it)| same(it).then_some(at))
            .collect();
        let at = all.iter().copied().find(|it| !self.entries[*it].is_lent())?;
        let entry = &self.entries[at];
        let old = entry.document.as_ref()?;
        // The file of a country is lent to its pages in other languages.
        if entry.country.is_some() {
            return None;
        }
        let by_date = self.config.schema.get(entry.ty).order == Order::Date;
        let but = if by_date { &SHOWN[..] } else { &SHOWN[1..] };
        let shown = new.fields.text("title").is_some() && old.fields.has("title");
        if !shown || !new.is_like(old, but) {
            return None;
        }
        for at in all {
            let entry = &mut self.entries[at];
            entry.card.rename(new);
            entry.document = Some(new.clone());
        }
        u32::try_from(at).ok().map(EntryId)
    }
}

impl Card {
    /// Takes over the words of a document.
    fn rename(&mut self, document: &Document) {
        let fields = &document.fields;
        let text = |field: &str| fields.text(field).map(ToOwned::to_owned);
        self.standfirst = text("standfirst").or_else(|| text("summary"));
        let Some(title) = text("title") else { return };
        let [list, official, sort_key, sort_name] = NAMES.map(|it| fields.has(it));
        if !list {
            self.list_title.clone_from(&title);
        }
        if !official {
            self.official.clone_from(&title);
        }
        if !sort_key && !sort_name {
            self.sort_key.clone_from(&self.list_title);
        }
        self.title = title;
    }
}
