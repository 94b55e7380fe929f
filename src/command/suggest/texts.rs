//! The names that an entry's texts name things by.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use crate::site::{
    EntryId, Site, Target,
    mentions::{Lexicon, Named, first},
};

/// Where a name stands, that which says most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The title.
    Title,
    /// The standfirst or summary.
    Standfirst,
    /// The body.
    Body,
    /// A link of the body.
    Link,
}

/// A name, and how often it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name as the text has it; for a link, what it leads to.
    pub text: String,
    /// Where.
    pub place: Place,
    /// How often.
    pub count: usize,
}

/// A name that was found, with all that it may be the name of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it may be the name of.
    pub named: Vec<Named>,
    /// The name.
    pub name: Name,
}

impl Place {
    /// What it is called in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Standfirst => "standfirst",
            Self::Body => "body",
            Self::Link => "link",
        }
    }

    /// How much one name there says: what editors put on top is what it is about.
    pub fn weight(self) -> f64 {
        match self {
            Self::Title => 3.0,
            Self::Standfirst => 2.0,
            Self::Body | Self::Link => 1.0,
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” ", self.text)?;
        if self.count > 1 {
            write!(f, "{} times ", self.count)?;
        }
        write!(f, "in {}", self.place.name())
    }
}

/// All names in title, standfirst and body of an entry, and what its body links to; by place,
/// then in the order of the letters.
pub fn names(site: &Site, id: EntryId, lexicon: &Lexicon) -> Vec<Found> {
    let mut counts: BTreeMap<(Place, String, Vec<Named>), usize> = BTreeMap::new();
    for (place, text) in passages(site, id) {
        for mention in lexicon.mentions(&text) {
            let name = text[mention.range].to_owned();
            *counts.entry((place, name, mention.named)).or_default() += 1;
        }
    }
    for to in links(site, id) {
        let (name, named) =
            (site.entry(to).path.to_string(), Named::Entry(first(site, to)));
        *counts.entry((Place::Link, name, vec![named])).or_default() += 1;
    }
    let found = |((place, text, named), count)| Found {
        named,
        name: Name { text, place, count },
    };
    counts.into_iter().map(found).collect()
}

fn passages(site: &Site, id: EntryId) -> Vec<(Place, Cow<'_, str>)> {
    let Some(document) = &site.entry(id).document else { return Vec::new() };
    let field = |place, name| Some((place, document.fields.text(name)?.into()));
    let fields = [
        field(Place::Title, "title"),
        field(Place::Standfirst, "standfirst"),
        field(Place::Standfirst, "summary"),
    ];
    let blocks = document.body.text.plain().map(|it| (Place::Body, it));
    fields.into_iter().flatten().chain(blocks).collect()
}

fn links(site: &Site, id: EntryId) -> impl Iterator<Item = EntryId> {
    let document = site.entry(id).document.as_ref();
    let links = document.into_iter().flat_map(|it| &it.body.links);
    links.filter_map(move |it| match site.target(id, it.ordinal) {
        Target::Entry(to) | Target::Anchor(to, _) => Some(*to),
        _ => None,
    })
}
