//! A table of types joined to a schema: new types are added, built-in ones gain fields.
//! Reports what contradicts itself as [`Fault`]s, by the keys that lead there; knows no file.

use super::{
    Field, Inverse, Kind, Order, Schema, Type,
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
        let mut join = Join { schema: self, faults: Vec::new(), at: Vec::new() };
        table.0.iter().for_each(|(name, row)| join.within(name, |it| it.add(name, row)));
        join.faults
    }
}

struct Join<'a> {
    schema: &'a mut Schema,
    faults: Vec<Fault>,
    at: Vec<String>,
}

impl Join<'_> {
    fn within<T>(&mut self, key: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        self.at.push(key.to_owned());
        let done = work(self);
        self.at.pop();
        done
    }

    fn add(&mut self, name: &str, row: &TypeRow) {
        let fields = self.within("fields", |it| it.fields(&row.fields));
        if name == EVERY {
            return self.every(&fields);
        }
        let known = self.schema.types.iter().position(|it| it.name == name);
        let at = known.unwrap_or_else(|| self.declare(name));
        let ty = &mut self.schema.types[at];
        ty.fields.extend(fields);
        settle(ty, row);
    }

    fn every(&mut self, fields: &[Field]) {
        self.schema.every.extend_from_slice(fields);
        for ty in &mut self.schema.types {
            ty.fields.extend_from_slice(fields);
        }
    }

    fn declare(&mut self, name: &str) -> usize {
        let fields = self.schema.every.clone();
        self.schema.types.push(Type::named(name, fields));
        self.schema.types.len() - 1
    }

    fn fields(&mut self, rows: &Ordered<FieldRow>) -> Vec<Field> {
        let field = |it: &mut Self, (name, row): &(String, FieldRow)| {
            it.within(name, |it| it.field(name, row))
        };
        rows.0.iter().map(|row| field(self, row)).collect()
    }

    fn field(&mut self, name: &str, row: &FieldRow) -> Field {
        let label = || name.replace('_', " ");
        let inverse = row.inverse.as_ref().map(|it| Inverse {
            name: it.name.clone(),
            label: it.label.clone().unwrap_or_else(|| it.name.clone()),
        });
        Field {
            name: name.to_owned(),
            kind: self.kind(row),
            required: row.required,
            many: row.many,
            help: row.help.clone().unwrap_or_default(),
            label: row.label.clone().unwrap_or_else(label),
            inverse,
        }
    }

    fn kind(&mut self, row: &FieldRow) -> Kind {
        if let Some(target) = &row.target {
            let names = target.names().iter().filter(|it| *it != ANY);
            return Kind::Reference(names.cloned().collect());
        }
        if !row.fields.0.is_empty() {
            return Kind::Record {
                fields: self.within("fields", |it| it.fields(&row.fields)),
                one_of: row.one_of.clone(),
                shorthand: row.shorthand.clone(),
            };
        }
        plain(row)
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
        KindRow::File => Kind::File,
        KindRow::Template => Kind::Template,
        KindRow::Names => Kind::Names,
        KindRow::Free => Kind::Free,
    }
}

fn settle(ty: &mut Type, row: &TypeRow) {
    let texts = [
        (&mut ty.folder, &row.folder),
        (&mut ty.help, &row.help),
        (&mut ty.label, &row.label),
        (&mut ty.address, &row.address),
        (&mut ty.template, &row.template),
    ];
    for (to, from) in texts {
        *to = from.clone().unwrap_or_else(|| std::mem::take(to));
    }
    ty.order = row.order.unwrap_or(ty.order);
    ty.feed = row.feed.unwrap_or(ty.feed);
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
            template: name.to_owned(),
            order: Order::Name,
            feed: false,
            fields,
        }
    }
}
