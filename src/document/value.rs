//! Values of a front matter as their fields say, each with its place. Knows no YAML.

use serde::{Deserialize, Serialize};

use crate::{
    date::{Moment, PartialDate},
    schema::TypeId,
    span::{Span, Spanned},
};

/// Named values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The entries.
    pub items: Vec<Item>,
}

/// One named value of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The key, with its place.
    pub key: Spanned<String>,
    /// The value.
    pub value: Value,
    /// Where the value is.
    pub span: Span,
}

/// A value of the front matter, read as its field says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Line, text, choice, language, slug, path, URL, file, template.
    Text(String),
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A day or an instant.
    Moment(Moment),
    /// A date of which only a part may be known.
    Partial(PartialDate),
    /// A reference, not yet resolved.
    Name(Named),
    /// Several, each with its place.
    List(Vec<Spanned<Value>>),
    /// A map with declared fields, or text by language.
    Record(Record),
    /// Anything, as JSON text (so that binary caches can hold it).
    Free(String),
}

impl Default for Value {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

/// A reference as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The text: an id, a code, a name.
    pub text: String,
    /// Where it is.
    pub span: Span,
    /// The types it may name.
    pub types: Vec<TypeId>,
    /// Its number among the references of the document, from 0; those of the front matter
    /// come first, then the body's links.
    pub ordinal: u32,
}

impl Record {
    /// The item of a key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|it| it.key.value == key)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.item(key).map(|it| &it.value)
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.item(key).is_some()
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The truth of a key; false where it is missing.
    pub fn flag(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Value::Bool(true)))
    }

    /// The number of a key.
    pub fn number(&self, key: &str) -> Option<i64> {
        match self.get(key)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The instant of a key.
    pub fn moment(&self, key: &str) -> Option<&Moment> {
        match self.get(key)? {
            Value::Moment(moment) => Some(moment),
            _ => None,
        }
    }

    /// The partial date of a key.
    pub fn partial(&self, key: &str) -> Option<PartialDate> {
        match self.get(key)? {
            Value::Partial(date) => Some(*date),
            _ => None,
        }
    }

    /// The single reference of a key.
    pub fn name(&self, key: &str) -> Option<&Named> {
        match self.get(key)? {
            Value::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The record of a key.
    pub fn record(&self, key: &str) -> Option<&Record> {
        match self.get(key)? {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The list of a key, empty where it is missing.
    pub fn list(&self, key: &str) -> &[Spanned<Value>] {
        match self.get(key) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    /// The records of a list.
    pub fn records(&self, key: &str) -> impl Iterator<Item = &Record> {
        self.list(key).iter().filter_map(|it| match &it.value {
            Value::Record(record) => Some(record),
            _ => None,
        })
    }

    /// The texts of a list.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = &str> {
        self.list(key).iter().filter_map(|it| match &it.value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The references of a key, of one or of a list.
    pub fn names(&self, key: &str) -> impl Iterator<Item = &Named> {
        let one = self.name(key);
        let many = self.list(key).iter().filter_map(|it| match &it.value {
            Value::Name(name) => Some(name),
            _ => None,
        });
        one.into_iter().chain(many)
    }

    /// Numbers the references, from 0, in the order of [`Self::references`].
    pub fn assign_ordinals(&mut self) {
        let mut next = 0;
        self.items.iter_mut().for_each(|it| assign(&mut it.value, &mut next));
    }

    /// Every reference, at any depth, in the order of the record.
    pub fn references(&self) -> Vec<&Named> {
        let mut found = Vec::new();
        self.items.iter().for_each(|it| collect(&it.value, &mut found));
        found
    }
}

fn collect<'a>(value: &'a Value, found: &mut Vec<&'a Named>) {
    match value {
        Value::Name(name) => found.push(name),
        Value::List(list) => list.iter().for_each(|it| collect(&it.value, found)),
        Value::Record(record) => {
            record.items.iter().for_each(|it| collect(&it.value, found));
        }
        _ => {}
    }
}

fn assign(value: &mut Value, next: &mut u32) {
    match value {
        Value::Name(name) => {
            name.ordinal = *next;
            *next += 1;
        }
        Value::List(list) => list.iter_mut().for_each(|it| assign(&mut it.value, next)),
        Value::Record(record) => {
            record.items.iter_mut().for_each(|it| assign(&mut it.value, next));
        }
        _ => {}
    }
}
