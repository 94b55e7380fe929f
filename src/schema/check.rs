//! What contradicts itself in a site's own types, found before they are joined to the rest.

use super::{
    Schema,
    join::{ANY, EVERY, Fault, Wrong},
    table::{FieldRow, KindRow, OneOrMore, Ordered, Table, TypeRow},
};

/// Names that mean something else where types are named: all types in a reference, the whole
/// site among feeds and schemas.
const RESERVED: [&str; 2] = [ANY, "site"];

/// What is wrong in `table`, for a site whose types so far are those of `schema`.
pub fn check(schema: &Schema, table: &Table) -> Vec<Fault> {
    let mut check = Check { schema, table, faults: Vec::new(), at: Vec::new() };
    for (name, row) in &table.0 {
        check.within(name, |it| it.ty(name, row));
    }
    check.faults
}

struct Check<'a> {
    schema: &'a Schema,
    table: &'a Table,
    faults: Vec<Fault>,
    at: Vec<String>,
}

impl Check<'_> {
    fn within(&mut self, key: &str, work: impl FnOnce(&mut Self)) {
        self.at.push(key.to_owned());
        work(self);
        self.at.pop();
    }

    fn fault(&mut self, what: impl IntoIterator<Item = Wrong>) {
        let at = &self.at;
        let faults = what.into_iter().map(|what| Fault { at: at.clone(), what });
        self.faults.extend(faults);
    }

    fn ty(&mut self, name: &str, row: &TypeRow) {
        if RESERVED.contains(&name) || !is_name(name, b'-') {
            self.fault([Wrong::BadName(name.to_owned())]);
        }
        if name == EVERY && row.settles() {
            self.fault([Wrong::Mismatch("`every` has `fields` alone".into())]);
        }
        self.within("folder", |it| it.folder(name, row.folder.as_deref()));
        if let Some(pattern) = &row.address {
            self.within("address", |it| it.address(name, row, pattern));
        }
        self.within("fields", |it| it.fields(name, &row.fields));
    }

    fn folder(&mut self, name: &str, written: Option<&str>) {
        let built_in = self.schema.named(name).is_some() || name == EVERY;
        if built_in && written.is_some() {
            return self.fault([Wrong::BuiltIn("folder".into())]);
        }
        let folder = written.unwrap_or(name);
        if !is_name(folder, b'-') {
            self.fault([Wrong::BadName(folder.to_owned())]);
        }
        let known = self.schema.types.iter().map(|it| (&it.name, it.folder.as_str()));
        let own = self.table.0.iter().map(|(name, row)| (name, folder_of(name, row)));
        let own = own.take_while(|it| it.0 != name);
        let same = known.chain(own).find(|it| it.0 != name && it.1 == folder);
        if let Some((by, _)) = same.filter(|_| !built_in) {
            self.fault([Wrong::FolderTaken { folder: folder.into(), by: by.clone() }]);
        }
    }

    fn address(&mut self, name: &str, row: &TypeRow, pattern: &str) {
        let own = row.fields.0.iter().any(|(name, it)| {
            name == "date" && it.required && it.kind == Some(KindRow::Moment)
        });
        let known = self.schema.named(name).map(|it| self.schema.get(it));
        let built_in = known.and_then(|it| it.field("date"));
        let dated = own || built_in.is_some_and(|it| it.required);
        if let Some(why) = bad_pattern(pattern, dated) {
            self.fault([Wrong::BadAddress(why.into())]);
        }
    }

    fn fields(&mut self, ty: &str, rows: &Ordered<FieldRow>) {
        let known = self.schema.named(ty).map(|it| self.schema.get(it).fields.as_slice());
        let known = known.unwrap_or(&self.schema.every);
        for (name, row) in &rows.0 {
            let taken = known.iter().find(|it| it.name == *name);
            let taken = taken.map(|it| Wrong::BuiltIn(it.name.clone()));
            self.within(name, |it| {
                it.fault(taken);
                it.field(ty, name, row);
            });
        }
    }

    fn field(&mut self, ty: &str, name: &str, row: &FieldRow) {
        if !is_name(name, b'_') {
            self.fault([Wrong::BadName(name.to_owned())]);
        }
        if let Some(why) = contradiction(row) {
            self.fault([Wrong::Mismatch(why.into())]);
        }
        self.within("type", |it| it.targets(row));
        self.within("inverse", |it| it.inverse(ty, name, row));
        self.within("fields", |it| {
            for (name, row) in &row.fields.0 {
                it.within(name, |it| it.field(ty, name, row));
            }
        });
        self.within("one_of", |it| it.parts(row, row.one_of.iter().flatten()));
        self.within("shorthand", |it| it.parts(row, &row.shorthand));
    }

    fn targets(&mut self, row: &FieldRow) {
        let names = row.target.iter().flat_map(OneOrMore::names);
        let own =
            |name: &String| self.table.0.iter().any(|it| it.0 == *name && name != EVERY);
        let known = |name: &String| name == ANY || self.schema.named(name).is_some();
        let strange = names.filter(|it| !known(it) && !own(it));
        let strange: Vec<Wrong> = strange.cloned().map(Wrong::UnknownType).collect();
        self.fault(strange);
    }

    /// A field of the target may have the name only where it leads back, so that the two
    /// are one list: `see_also` of a topic.
    fn inverse(&mut self, ty: &str, field: &str, row: &FieldRow) {
        let Some(inverse) = &row.inverse else { return };
        if !is_name(&inverse.name, b'_') {
            self.fault([Wrong::BadName(inverse.name.clone())]);
        }
        for target in row.target.iter().flat_map(OneOrMore::names) {
            let itself = target == ty && inverse.name == field;
            if !itself && self.has(target, &inverse.name) {
                let (name, target) = (inverse.name.clone(), target.clone());
                self.fault([Wrong::InverseTaken { name, target }]);
            }
        }
    }

    fn has(&self, ty: &str, field: &str) -> bool {
        let known = self.schema.named(ty).map(|it| self.schema.get(it));
        let own = self.table.0.iter().find(|it| it.0 == ty);
        known.is_some_and(|it| it.field(field).is_some())
            || own.is_some_and(|it| it.1.fields.0.iter().any(|it| it.0 == field))
    }

    fn parts<'a>(&mut self, row: &FieldRow, names: impl IntoIterator<Item = &'a String>) {
        for name in names {
            if !row.fields.0.iter().any(|it| it.0 == *name) {
                self.fault([Wrong::NoSuchField(name.clone())]);
            }
        }
    }
}

fn folder_of<'a>(name: &'a str, row: &'a TypeRow) -> &'a str {
    row.folder.as_deref().unwrap_or(name)
}

fn is_name(text: &str, joint: u8) -> bool {
    let rest = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == joint;
    text.starts_with(|it: char| it.is_ascii_lowercase()) && text.bytes().all(rest)
}

fn contradiction(row: &FieldRow) -> Option<&'static str> {
    let (relation, record) = (row.target.is_some(), !row.fields.0.is_empty());
    let kinds = [relation, record, row.kind.is_some()];
    let (choice, number) =
        (row.kind == Some(KindRow::Choice), row.kind == Some(KindRow::Number));
    let limits = row.min.is_some() || row.max.is_some();
    let cases = [
        (kinds.into_iter().filter(|it| *it).count() > 1, "it is of two kinds at once"),
        (choice && row.of.is_empty(), "a choice needs the words `of` it"),
        (!choice && !row.of.is_empty(), "`of` belongs to `kind: choice`"),
        (!number && limits, "`min` and `max` belong to `kind: number`"),
        (row.min.zip(row.max).is_some_and(|it| it.0 > it.1), "`min` is above `max`"),
        (!relation && row.inverse.is_some(), "an `inverse` belongs to a `type`"),
        (!record && !row.one_of.is_empty(), "`one_of` belongs to `fields`"),
        (!record && row.shorthand.is_some(), "`shorthand` belongs to `fields`"),
    ];
    cases.into_iter().find(|it| it.0).map(|it| it.1)
}

fn bad_pattern(pattern: &str, dated: bool) -> Option<&'static str> {
    let mut bare = pattern.to_owned();
    for part in ["{path}", "{slug}", "{year}", "{month}", "{day}"] {
        bare = bare.replace(part, "x");
    }
    let plain = |it: u8| {
        it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, b'-' | b'_' | b'/')
    };
    let of_date = ["{year}", "{month}", "{day}"].iter().any(|it| pattern.contains(it));
    let own = pattern.contains("{path}") || pattern.contains("{slug}");
    let cases = [
        (
            !pattern.starts_with('/') || !pattern.ends_with('/'),
            "it must begin and end with `/`",
        ),
        (!own, "it must hold `{path}` or `{slug}`"),
        (
            bare.contains(['{', '}']),
            "`{path}` `{slug}` `{year}` `{month}` `{day}` are known",
        ),
        (!bare.bytes().all(plain), "only lower-case letters, digits, `-`, `_` and `/`"),
        (bare.contains("//"), "a part of it is empty"),
        (of_date && !dated, "the type requires no `date`"),
    ];
    cases.into_iter().find(|it| it.0).map(|it| it.1)
}
