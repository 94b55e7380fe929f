//! The text of a new entry: the fields of its type, those that are known filled in, each with
//! a line of help. Pure; knows no other entry.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::slug;
use crate::{
    config::Config,
    date::Moment,
    problem::{Checked, Problem, nearest::nearest},
    reference::{Countries, Country},
    schema::{Field, Kind, Type},
    site::fold::fold,
    yaml::quoted,
};

/// The column that help begins in.
const HELP: usize = 40;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The type.
    pub ty: String,
    /// The title.
    pub title: String,
    /// Countries, by id, code or name.
    pub countries: Vec<String>,
    /// Topics, by id or name.
    pub topics: Vec<String>,
    /// The date, where it is not today.
    pub date: Option<String>,
    /// The language, where it is not the site's own.
    pub lang: Option<String>,
    /// The id, where it does not come from the title.
    pub id: Option<String>,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its path from the root of the site.
    pub path: String,
    /// What is in it.
    pub text: String,
    /// The fields that it needs and that are empty as yet.
    pub lacks: Vec<String>,
}

/// Makes the file that was asked for; none where something is wrong with the wish. Whether
/// its countries and topics exist is not looked at.
pub fn draft(config: &Config, wish: &Wish, today: Date) -> Checked<Option<Draft>> {
    let known: Vec<&str> =
        config.schema.types.iter().map(|it| it.name.as_str()).collect();
    let Some(ty) = config.schema.named(&wish.ty).map(|it| config.schema.get(it)) else {
        let near = nearest(&wish.ty, known.iter().copied());
        let problem = Problem::no_type_to_make(&wish.ty, near, &known);
        return Checked { value: None, problems: vec![problem] };
    };
    let mut desk = Desk { config, wish, ty, today, problems: Vec::new() };
    let (id, date, suffix) = (desk.id(), desk.date(), desk.suffix());
    let fields = desk.fields(date.as_deref());
    let draft = id.zip(date).zip(suffix).map(|((id, date), suffix)| {
        let year =
            if ty.name == "news" { format!("{}/", &date[..4]) } else { String::new() };
        let path = format!("content/{}/{year}{id}{suffix}.md", ty.folder);
        let lacks = desk.lacking(&fields).map(|it| it.name.clone()).collect();
        Draft { path, text: desk.text(&fields), lacks }
    });
    let value = draft.filter(|_| desk.problems.is_empty());
    Checked { value, problems: desk.problems }
}

struct Desk<'a> {
    config: &'a Config,
    wish: &'a Wish,
    ty: &'a Type,
    today: Date,
    problems: Vec<Problem>,
}

impl Desk<'_> {
    fn id(&mut self) -> Option<String> {
        let title = &self.wish.title;
        let (id, problem) = match &self.wish.id {
            Some(id) if slug::is_id(id) => (Some(id.clone()), None),
            Some(id) => (None, Some(Problem::bad_new_id(id, slug::of(id).as_deref()))),
            None => match self.country_code().or_else(|| slug::of(title)) {
                Some(id) => (Some(id), None),
                None => (None, Some(Problem::no_id_of_title(title))),
            },
        };
        self.problems.extend(problem);
        id
    }

    /// A country that the reference data knows has its code for an id.
    fn country_code(&self) -> Option<String> {
        let title = Some(&self.wish.title).filter(|_| self.ty.name == "country")?;
        Some(country_id(title)).filter(|it| it != title || slug::is_id(it))
    }

    fn date(&mut self) -> Option<String> {
        let Some(date) = &self.wish.date else {
            return Some(self.today.to_string());
        };
        if Moment::parse(date).is_none() {
            self.problems.push(Problem::bad_new_date(date));
            return None;
        }
        Some(date.clone())
    }

    /// What the name of the file ends in: `.fr`, nothing for the site's own language.
    fn suffix(&mut self) -> Option<String> {
        let Some(tag) = &self.wish.lang else { return Some(String::new()) };
        let tags: Vec<&str> = self.config.languages.iter().map(|it| &*it.tag).collect();
        match tags.iter().position(|it| it.eq_ignore_ascii_case(tag)) {
            Some(0) => Some(String::new()),
            Some(at) => Some(format!(".{}", tags[at])),
            None => {
                let near = nearest(tag, tags.iter().copied());
                self.problems.push(Problem::no_language_to_make(tag, near, &tags));
                None
            }
        }
    }

    /// The fields that are known, by name, in YAML.
    fn fields(&mut self, date: Option<&str>) -> Vec<(&'static str, String)> {
        let dated = self.ty.field("date").is_some_and(|it| it.required);
        let mut fields = vec![("title", quoted(&line(&self.title())))];
        if dated {
            fields.extend(date.map(|it| ("date", it.to_owned())));
            fields.push(("draft", "true".to_owned()));
        }
        if self.ty.field("sort_name").is_some() {
            fields.push(("sort_name", quoted(&line(&self.wish.title))));
        }
        let countries: Vec<String> =
            self.wish.countries.iter().map(|it| country_id(it)).collect();
        fields.extend(self.relation("--country", ["countries", "country"], &countries));
        fields.extend(self.relation("--topic", ["topics", "topic"], &self.wish.topics));
        fields
    }

    /// The title; for a country that is called by its code or in another language, its name.
    fn title(&self) -> String {
        let title = &self.wish.title;
        let countries = Countries::read();
        let is_country = self.ty.name == "country";
        let found = country(&countries, title).filter(|_| is_country);
        let Some(found) = found else { return title.clone() };
        let own = self.config.languages.first().map(|it| it.tag.as_str());
        let name = found.name(self.wish.lang.as_deref().or(own).unwrap_or("en"));
        let house = self.config.country_names.get(&found.iso2.to_lowercase());
        let wanted = fold(title);
        let foreign = [found.iso2, found.iso3].into_iter().chain(found.names());
        let is_foreign =
            fold(name) != wanted && foreign.into_iter().any(|it| fold(it) == wanted);
        match house.filter(|_| self.wish.lang.is_none()) {
            Some(house) if is_foreign => house.clone(),
            _ if is_foreign => name.to_owned(),
            _ => title.clone(),
        }
    }

    fn relation(
        &mut self,
        option: &str,
        names: [&'static str; 2],
        ids: &[String],
    ) -> Option<(&'static str, String)> {
        if ids.is_empty() {
            return None;
        }
        let relation = |it: &&str| self.ty.field(it).is_some_and(Field::is_relation);
        let Some(name) = names.into_iter().find(relation) else {
            self.problems.push(Problem::no_relation_to_make(option, &self.ty.name));
            return None;
        };
        let mut seen = BTreeSet::new();
        let ids = ids.iter().filter(|it| seen.insert(it.as_str()));
        let ids: Vec<String> = ids.map(|it| plain(it)).collect();
        let many = self.ty.field(name).is_some_and(|it| it.many) || ids.len() > 1;
        let list = ids.join(", ");
        Some((name, if many { format!("[{list}]") } else { list }))
    }

    /// The fields that the entry needs and that are not known.
    fn lacking<'b>(
        &'b self,
        known: &'b [(&str, String)],
    ) -> impl Iterator<Item = &'b Field> {
        let is_known = |it: &Field| known.iter().any(|known| known.0 == it.name);
        self.ty.fields.iter().filter(move |it| it.required && !is_known(it))
    }

    fn text(&self, known: &[(&str, String)]) -> String {
        let own = self.ty.fields.iter().skip(self.config.schema.every.len());
        let every = |name| self.config.schema.every.iter().find(|it| it.name == name);
        let draft = every("draft").filter(|_| known.iter().any(|it| it.0 == "draft"));
        let summary = every("summary").filter(|_| self.ty.field("standfirst").is_none());
        let head = [every("title"), draft, summary].into_iter().flatten();
        let value = |name: &str| known.iter().find(|it| it.0 == name).map(|it| &*it.1);
        let (written, offered): (Vec<&Field>, Vec<&Field>) =
            head.chain(own).partition(|it| it.required || value(&it.name).is_some());
        let fields = written.into_iter().chain(offered);
        let lines: String = fields.map(|it| field_line(it, value(&it.name))).collect();
        format!("---\n{lines}---\n\n")
    }
}

/// The id of a country of the reference data; the text itself, where it names none.
fn country_id(text: &str) -> String {
    let countries = Countries::read();
    let found = country(&countries, text);
    found.map_or_else(|| text.to_owned(), |it| it.iso2.to_lowercase())
}

fn country<'a>(countries: &'a Countries, text: &str) -> Option<&'a Country> {
    let wanted = fold(text);
    countries.iter().map(|it| it.1).find(|it| {
        let codes = [it.iso2, it.iso3].into_iter();
        let mut names = codes.chain(it.names()).chain(it.aliases.iter().copied());
        names.any(|it| fold(it) == wanted)
    })
}

/// A title on one line, without characters that YAML refuses.
fn line(title: &str) -> String {
    let plain = title.replace(|it: char| it.is_control(), " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(id: &str) -> String {
    if slug::is_id(id) { id.to_owned() } else { quoted(&line(id)) }
}

/// A field with its value and its help; one without a value is a comment, unless it must be
/// there.
fn field_line(field: &Field, value: Option<&str>) -> String {
    let (start, help) = match value {
        Some(value) => (format!("{}: {value}", field.name), help(field)),
        None if field.required => (format!("{}:", field.name), help(field)),
        None => (format!("# {}: {}", field.name, example(field)), help(field)),
    };
    format!("{start:<HELP$} # {help}\n")
}

fn help(field: &Field) -> String {
    match &field.kind {
        Kind::Choice(words) => format!("{} ({})", field.help, words.join(", ")),
        _ => field.help.clone(),
    }
}

fn example(field: &Field) -> String {
    let one = match &field.kind {
        Kind::Bool => "true".to_owned(),
        Kind::Choice(words) => words.first().cloned().unwrap_or_default(),
        Kind::Record { fields, .. } => {
            let names: Vec<String> =
                fields.iter().map(|it| format!("{}: …", it.name)).collect();
            format!("{{ {} }}", names.join(", "))
        }
        _ => "…".to_owned(),
    };
    if field.many { format!("[{one}]") } else { one }
}
