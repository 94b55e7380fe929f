//! Running stories: news with the same `story`, oldest first.

use std::collections::BTreeMap;

use super::{EntryId, LangId, Site};

/// The members of every story in every language, oldest first; withdrawn ones left out.
pub type Stories = BTreeMap<(LangId, String), Vec<EntryId>>;

/// Collects the stories of a site.
pub fn find(site: &Site) -> Stories {
    let mut stories = Stories::new();
    for id in site.ids().filter(|id| !site.entry(*id).card.withdrawn) {
        if let Some(story) = name(site, id) {
            let key = (site.entry(id).lang, story.to_owned());
            stories.entry(key).or_default().push(id);
        }
    }
    for members in stories.values_mut() {
        members.sort_by_key(|id| (site.entry(*id).card.instant, *id));
    }
    stories
}

fn name(site: &Site, id: EntryId) -> Option<&str> {
    site.entry(id).document.as_ref()?.fields.text("story")
}

impl Site {
    /// The name and the members of the story an entry belongs to, oldest first, the entry
    /// itself included.
    pub fn story(&self, id: EntryId) -> Option<(&str, &[EntryId])> {
        let name = name(self, id)?;
        let key = (self.entry(id).lang, name.to_owned());
        self.stories.get(&key).map(|it| (name, it.as_slice()))
    }
}
