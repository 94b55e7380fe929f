//! Countries named and countries tagged: `W310` to `W313`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    problem::{Problem, Severity},
    reference::{LANGUAGES, traps},
    site::EntryId,
    span::Span,
};

use super::{
    Finding,
    article::Article,
    atlas::{Atlas, Means, Mention},
    demonyms,
};

/// A dateline in a country that the article does not name among its countries.
pub fn dateline(article: &Article, found: &mut Vec<Finding>) {
    let Some(dateline) = article.document.fields.record("dateline") else { return };
    let Some(named) = dateline.name("country") else { return };
    let Some(country) = article.target(named.ordinal) else { return };
    if !tagged(article).contains(&country) {
        let entry = article.site.entry(country);
        let at = article.at(named.span);
        let tags = tag_line(article, &entry.id);
        found.push(Finding::of(
            &entry.id,
            Problem::dateline_untagged(&at, (&entry.card.title, &entry.id), &tags),
        ));
    }
}

/// Countries that the text names and the article does not, the other way round, and names
/// that may mean more than one country.
pub fn named(article: &Article, found: &mut Vec<Finding>) {
    let Some(atlas) = article.survey.atlas(article.entry.body_lang) else { return };
    if !article.is_news() {
        return;
    }
    let passages = passages(article);
    let seen = Seen::read(article, atlas, &passages);
    if atlas.has_capitals() {
        untagged(article, atlas, &seen, found);
        ambiguous(article, &seen, found);
    }
    // In other languages, the names in the text are not known.
    if LANGUAGES.contains(&article.language()) {
        unnamed(article, atlas, &seen, &passages, found);
    }
}

/// A text of the article, and where it stands.
struct Passage<'a> {
    text: &'a str,
    span: Span,
    /// Headline, standfirst or lead: what every reader reads.
    leads: bool,
}

/// How a country is named.
struct Named {
    count: usize,
    leads: bool,
    first: Span,
}

/// The names in an article.
#[derive(Default)]
struct Seen {
    lands: BTreeMap<usize, Named>,
    perhaps: BTreeSet<usize>,
    /// By row of ambiguous names: the first place, and the name.
    ambiguous: BTreeMap<usize, (Span, String)>,
}

impl Seen {
    fn read(article: &Article, atlas: &Atlas, passages: &[Passage]) -> Self {
        let mut seen = Self::default();
        for passage in passages {
            let mentions = atlas.mentions(passage.text);
            for mention in
                mentions.filter(|it| !traps::is_personal(passage.text, it.start, it.end))
            {
                seen.add(article, passage, &mention);
            }
        }
        seen
    }

    fn add(&mut self, article: &Article, passage: &Passage, mention: &Mention) {
        let name = &passage.text[mention.start..mention.end];
        let place = || {
            let before = passage.text[..mention.start].matches(name).count();
            article.find_in(passage.span, name, before).unwrap_or(passage.span)
        };
        match mention.means {
            Means::Land(land) => {
                let new = || Named { count: 0, leads: false, first: place() };
                let named = self.lands.entry(land).or_insert_with(new);
                named.count += 1;
                named.leads |= passage.leads;
            }
            Means::OneOf(row) => {
                self.ambiguous.entry(row).or_insert_with(|| (place(), name.to_owned()));
            }
            Means::Perhaps(land) => {
                self.perhaps.insert(land);
            }
            Means::Nothing => {}
        }
    }
}

fn passages<'a>(article: &'a Article) -> Vec<Passage<'a>> {
    let field = |key: &'static str| {
        let text = article.document.fields.text(key)?;
        Some(Passage { text, span: article.field(key), leads: true })
    };
    let mut passages: Vec<Passage> =
        ["title", "standfirst"].into_iter().filter_map(field).collect();
    for (at, block) in article.blocks.iter().enumerate() {
        passages.push(Passage { text: &block.text, span: block.span, leads: at == 0 });
    }
    passages
}

fn tagged(article: &Article) -> Vec<EntryId> {
    article.site.related_by(article.id, "countries").to_vec()
}

/// The line of front matter that adds a country.
fn tag_line(article: &Article, id: &str) -> String {
    let tagged = tagged(article);
    let ids = tagged.iter().map(|it| &*article.site.entry(*it).id).chain([id]);
    format!("countries: [{}]", ids.collect::<Vec<_>>().join(", "))
}

fn untagged(article: &Article, atlas: &Atlas, seen: &Seen, found: &mut Vec<Finding>) {
    let tagged = tagged(article);
    let is_tagged = |id: &str| tagged.iter().any(|it| *article.site.entry(*it).id == *id);
    for (land, named) in &seen.lands {
        let land = atlas.land(*land);
        if is_tagged(&land.id) {
            continue;
        }
        let weighty = named.leads || named.count > 1;
        let level = if weighty { Severity::Warning } else { Severity::Info };
        let at = article.at(named.first);
        let line = tag_line(article, &land.id);
        let problem = Problem::country_untagged(&at, (&land.name, &land.id), &line);
        found.push(Finding::of(&land.id, problem.level(level)));
    }
}

fn ambiguous(article: &Article, seen: &Seen, found: &mut Vec<Finding>) {
    for (row, (span, name)) in &seen.ambiguous {
        let at = article.at(*span);
        let problem = Problem::name_ambiguous(&at, name, Atlas::candidates(*row));
        found.push(Finding::of(name, problem));
    }
}

fn unnamed(
    article: &Article,
    atlas: &Atlas,
    seen: &Seen,
    passages: &[Passage],
    found: &mut Vec<Finding>,
) {
    let dateline = article.document.fields.record("dateline");
    let from = dateline.and_then(|it| article.target(it.name("country")?.ordinal));
    let named_refs = article.document.fields.names("countries");
    for reference in named_refs {
        let Some(id) = article.target(reference.ordinal) else { continue };
        let entry = article.site.entry(id);
        let Some(land) = atlas.of_id(&entry.id) else { continue };
        let may_mean = |row: &usize| Atlas::candidates(*row).contains(&&*entry.id);
        let named = from == Some(id)
            || seen.lands.contains_key(&land)
            || seen.perhaps.contains(&land)
            || seen.ambiguous.keys().any(may_mean)
            || belongs(atlas, land, passages);
        if !named {
            let at = article.at(reference.span);
            let problem = Problem::country_unnamed(&at, &entry.card.list_title);
            found.push(Finding::of(&entry.id, problem));
        }
    }
}

/// Whether a word of the text belongs to a country, or, without capitals to go by, a name
/// of it is part of a word.
fn belongs(atlas: &Atlas, land: usize, passages: &[Passage]) -> bool {
    let land = atlas.land(land);
    passages.iter().any(|it| demonyms::named_by(&land.id, &land.names, it.text))
}
