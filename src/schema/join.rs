//! A table of types joined to a schema: new types are added, built-in ones gain fields.
//! Reports what contradicts itself as [`Fault`]s, by the keys that lead there; knows no file.

use super::{
    Field, Inverse, Kind, Media, Order, Schema, Type,
    check::check,
    table::{FieldRow, KindRow, Ordered, Table, TypeRow},
};

/// The name below which the fields of every type stand.
pub const EVERY: &str = "every";
/// The name that stands for all types in a reference.
pub const ANY: &str = "any";

/// Something wrong in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The keys from the table down to what is wrong.
    pub at: Vec<String>,
    /// What is wrong there.
    pub what: Wrong,
}

/// What can be wrong in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A reference to a type that does not exist.
    UnknownType(String),
    /// A name of a type, field or inverse that is not made of lower-case letters, digits
    /// and `_` (fields) or `-` (types).
    BadName(String),
    /// A folder that the type of this name has.
    FolderTaken {
        /// The folder.
        folder: String,
        /// The type that has it.
        by: String,
    },
    /// A built-in type's folder or a built-in field is declared again.
    BuiltIn(String),
    /// A name of an inverse that its target has a field of.
    InverseTaken {
        /// The name.
        name: String,
        /// The target.
        target: String,
    },
    /// An address pattern that makes no addresses, and why.
    BadAddress(String),
    /// Settings that contradict each other or lack one another, and how.
    Mismatch(String),
    /// `one_of` or `shorthand` names a field that the record does not have.
    NoSuchField(String),
}

impl Schema {
    /// Joins a table to the schema and says what is wrong in it. Faulty types are joined as
    /// far as they can be, so that what is written in them is not reported again.
    pub fn join(&mut self, table: &Table) -> Vec<Fault> {
        let faults = check(self, table);
        self.add(table);
        faults
    }

    /// Adds what a table declares; a field that is there already stays as it is.
    pub(super) fn add(&mut self, table: &Table) {
        for (name, row) in &table.0 {
            let fields = fields(&row.fields);
            if name == EVERY {
                self.every.extend(fields.iter().cloned());
                self.types.iter_mut().for_each(|it| it.gain(fields.clone()));
            } else {
                let ty = self.declared(name);
                ty.gain(fields);
                ty.settle(row);
            }
        }
    }

    fn declared(&mut self, name: &str) -> &mut Type {
        let known = self.types.iter().position(|it| it.name == name);
        let at = known.unwrap_or_else(|| {
            self.types.push(Type::named(name, self.every.clone()));
            self.types.len() - 1
        });
        &mut self.types[at]
    }
}

fn fields(rows: &Ordered<FieldRow>) -> Vec<Field> {
    rows.0.iter().map(|(name, row)| field(name, row)).collect()
}

fn field(name: &str, row: &FieldRow) -> Field {
    let inverse = row.inverse.as_ref().map(|it| Inverse {
        name: it.name.clone(),
        label: it.label.clone().unwrap_or_else(|| it.name.replace('_', " ")),
    });
    Field {
        name: name.to_owned(),
        kind: kind(row),
        required: row.required,
        many: row.many,
        help: row.help.clone().unwrap_or_default(),
        label: row.label.clone().unwrap_or_else(|| name.replace('_', " ")),
        inverse,
    }
}

fn kind(row: &FieldRow) -> Kind {
    if let Some(target) = &row.target {
        let names = target.names().iter().filter(|it| *it != ANY);
        return Kind::Reference(names.cloned().collect());
    }
    if row.fields.0.is_empty() {
        return plain(row);
    }
    Kind::Record {
        fields: fields(&row.fields),
        one_of: row.one_of.clone(),
        shorthand: row.shorthand.clone(),
    }
}

fn plain(row: &FieldRow) -> Kind {
    match row.kind.unwrap_or(KindRow::Line) {
        KindRow::Line => Kind::Line,
        KindRow::Text => Kind::Text,
        KindRow::Bool => Kind::Bool,
        KindRow::Number => Kind::Number {
            min: row.min.unwrap_or(i32::MIN.into()),
            max: row.max.unwrap_or(i32::MAX.into()),
        },
        KindRow::Moment => Kind::Moment,
        KindRow::Partial => Kind::Partial,
        KindRow::Choice => Kind::Choice(row.of.clone()),
        KindRow::Language => Kind::Language,
        KindRow::Slug => Kind::Slug,
        KindRow::Path => Kind::Path,
        KindRow::Url => Kind::Url,
        KindRow::File => Kind::File(Media::Any),
        KindRow::Picture => Kind::File(Media::Picture),
        KindRow::Film => Kind::File(Media::Film),
        KindRow::Captions => Kind::File(Media::Captions),
        KindRow::Template => Kind::Template,
        KindRow::Focus => Kind::Focus,
        KindRow::Names => Kind::Names,
        KindRow::Free => Kind::Free,
    }
}

impl Type {
    /// A type of a site's own, before anything is said of it.
    fn named(name: &str, fields: Vec<Field>) -> Self {
        Self {
            name: name.to_owned(),
            folder: name.to_owned(),
            help: String::new(),
            label: name.to_owned(),
            address: "/{path}/".to_owned(),
            template: "page".to_owned(),

            order: Order::Name,
            feed: false,
            fields,
        }
    }
    fn gain(&mut self, fields: Vec<Field>) {
        for field in fields {
            if self.field(&field.name).is_none() {
                self.fields.push(field);
            }
        }
    }

    fn settle(&mut self, row: &TypeRow) {
        let texts = [
            (&mut self.folder, &row.folder),
            (&mut self.help, &row.help),
            (&mut self.label, &row.label),
            (&mut self.address, &row.address),
            (&mut self.template, &row.template),
        ];
        for (to, from) in texts {
            *to = from.clone().unwrap_or_else(|| std::mem::take(to));
        }
        self.order = row.order.unwrap_or(self.order);
        self.feed = row.feed.unwrap_or(self.feed);
    }
}
