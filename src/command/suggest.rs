//! `dateline suggest`: topics, countries, organisations and people that an entry calls for and
//! does not have yet, with the evidence and the YAML to paste.

mod evidence;
mod texts;

use serde_json::{Map, Value, json};

use self::evidence::Evidence;
use crate::{
    command::Table,
    schema::{Field, Kind},
    site::{
        EntryId, Site,
        mentions::{Lexicon, Named},
    },
    yaml::quoted,
};

/// The fields that something is suggested for, in the order they are printed in.
const FIELDS: [&str; 4] = ["topics", "countries", "organisations", "people"];

/// What is suggested for an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The path of the entry.
    pub id: String,
    /// For each field that something is suggested for.
    pub fields: Vec<Advised>,
}

/// What is suggested for a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Advised {
    /// Its name.
    pub field: &'static str,
    /// What to write: that which the field has, then what is suggested.
    pub yaml: String,
    /// What is suggested, that with the most evidence first.
    pub suggestions: Vec<Suggestion>,
}

/// Something to add to a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Its id.
    pub id: String,
    /// Its name in lists.
    pub title: String,
    /// Its part in the evidence for all that the field could have more: above 0, at most 1.
    pub share: f64,
    /// Where the text names it.
    pub names: Vec<texts::Name>,
    /// The nearest entries that have it, the nearest first, and how near they are.
    pub neighbours: Vec<(String, f64)>,
}

/// What an entry calls for: at most `limit` suggestions a field.
///
/// # Errors
/// Why nothing can be suggested for that entry, in words.
pub fn run(site: &Site, id: EntryId, limit: usize) -> Result<Advice, String> {
    let ty = site.config.schema.get(site.entry(id).ty);
    let fields: Vec<(&str, &Field)> =
        FIELDS.into_iter().filter_map(|name| Some((name, ty.field(name)?))).collect();
    if fields.is_empty() {
        let (name, list) = (&ty.name, FIELDS.join(", "));
        return Err(format!("an entry of type `{name}` has none of the fields {list}"));
    }
    let lexicon = Lexicon::new(site, &["topic", "country", "organisation", "person"]);
    let names = texts::names(site, id, &lexicon);
    let neighbours = evidence::neighbours(site, id);
    let advised = |(name, field): (&'static str, &Field)| {
        let Kind::Reference(types) = &field.kind else { return None };
        let all = evidence::weigh(site, id, (name, types), (&names, &neighbours));
        advised(site, id, name, &all, limit)
    };
    let fields = fields.into_iter().filter_map(advised).collect();
    Ok(Advice { id: site.entry(id).path.to_string(), fields })
}

fn advised(
    site: &Site,
    id: EntryId,
    field: &'static str,
    all: &[Evidence],
    limit: usize,
) -> Option<Advised> {
    let total: f64 = all.iter().map(Evidence::points).sum();
    let suggestion = |it: &Evidence| {
        let (name, title) = written(site, id, it.named);
        let path = |it: &(EntryId, f64)| (site.entry(it.0).path.to_string(), it.1);
        Suggestion {
            id: name,
            title,
            share: it.points() / total,
            names: it.names.clone(),
            neighbours: it.neighbours.iter().map(path).collect(),
        }
    };
    let suggestions: Vec<_> = all.iter().take(limit).map(suggestion).collect();
    let document = site.entry(id).document.as_ref()?;
    let own = document.fields.names(field).map(|it| it.text.as_str());
    let list = own.chain(suggestions.iter().map(|it| it.id.as_str())).map(plain);
    let yaml = format!("{field}: [{}]", list.collect::<Vec<_>>().join(", "));
    (!suggestions.is_empty()).then_some(Advised { field, yaml, suggestions })
}

/// The id to write in an entry for something, and its name in lists.
fn written(site: &Site, from: EntryId, named: Named) -> (String, String) {
    let lang = site.entry(from).lang;
    match named {
        Named::Country(id) => {
            let country = site.countries.get(id);
            let tag = &site.config.languages[usize::from(lang.0)].tag;
            (country.iso2.to_lowercase(), country.name(tag).to_owned())
        }
        Named::Entry(id) => {
            let mut others = site.translations[id.0 as usize].iter();
            let own = others.find(|it| site.entry(**it).lang == lang);
            let own = own.filter(|_| site.entry(id).lang != lang).copied().unwrap_or(id);
            let entry = site.entry(own);
            (entry.id.to_string(), entry.card.list_title.clone())
        }
    }
}

/// A text as an item of a YAML list in brackets.
fn plain(text: &str) -> String {
    let safe =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ' | '(' | ')');
    let begins = text.starts_with(|c: char| c.is_alphanumeric());
    if begins && text.chars().all(safe) && !text.ends_with(' ') {
        text.to_owned()
    } else {
        quoted(text)
    }
}

impl Advice {
    /// A row a suggestion.
    pub fn table(&self) -> Table {
        let columns =
            super::columns(["field", "id", "title", "share", "names", "neighbours"]);
        let of_field = |it: &Advised| {
            let field = it.field;
            let rows = it.suggestions.iter().map(move |it| row(field, it));
            rows.collect::<Vec<_>>()
        };
        Table { columns, rows: self.fields.iter().flat_map(of_field).collect() }
    }

    /// The lines to paste into the front matter.
    pub fn yaml(&self) -> String {
        self.fields.iter().map(|it| format!("{}\n", it.yaml)).collect()
    }

    /// All of it.
    pub fn json(&self) -> Value {
        let fields = self.fields.iter().map(|it| {
            let suggestions: Vec<Value> = it.suggestions.iter().map(object).collect();
            (it.field.to_owned(), json!({ "yaml": it.yaml, "suggestions": suggestions }))
        });
        json!({ "id": self.id, "fields": fields.collect::<Map<_, _>>() })
    }
}

fn row(field: &str, it: &Suggestion) -> Vec<Value> {
    let names: Vec<String> = it.names.iter().map(ToString::to_string).collect();
    let neighbours: Vec<&str> = it.neighbours.iter().map(|it| it.0.as_str()).collect();
    let share = rounded(it.share, 2);
    vec![
        json!(field),
        json!(it.id),
        json!(it.title),
        share,
        json!(names),
        json!(neighbours),
    ]
}

fn object(it: &Suggestion) -> Value {
    let name = |it: &texts::Name| json!({ "name": it.text, "in": it.place.name(), "count": it.count });
    let neighbour = |it: &(String, f64)| json!({ "id": it.0, "score": rounded(it.1, 4) });
    json!({
        "id": it.id,
        "title": it.title,
        "share": rounded(it.share, 4),
        "names": it.names.iter().map(name).collect::<Vec<_>>(),
        "neighbours": it.neighbours.iter().map(neighbour).collect::<Vec<_>>(),
    })
}

/// A number with this many digits behind the point.
fn rounded(number: f64, digits: i32) -> Value {
    let unit = 10.0_f64.powi(digits);
    json!((number * unit).round() / unit)
}
