//! A site's own types and fields: joined to the built-in ones, complained about at their
//! place below `types:`.

use super::{
    FeedFormat, Feeds, Outputs, Places,
    file::{FeedsRow, OutputsRow},
    read::Desk,
};
use crate::{
    problem::{Problem, nearest::nearest, settings::Origin},
    schema::{
        Schema,
        join::{Fault, Wrong},
        table::Table,
    },
};

impl Desk<'_> {
    /// The built-in types with the site's own; whether each has feeds.
    pub(super) fn schema(&mut self, table: &Table, per: Option<&[String]>) -> Schema {
        let mut schema = Schema::builtin();
        let problems = join(&mut schema, table, &self.places);
        self.problems.extend(problems);
        if let Some(per) = per {
            let named = |name: &str| per.iter().any(|it| it == name);
            let own = |name: &str| {
                table.0.iter().any(|it| it.0 == name && it.1.feed == Some(true))
            };
            for ty in &mut schema.types {
                ty.feed = named(&ty.name) || own(&ty.name);
            }
        }
        schema
    }

    /// The feeds, for types as they are after [`Desk::schema`].
    pub(super) fn feeds(&mut self, schema: &Schema, row: FeedsRow) -> Feeds {
        let per = row.per.unwrap_or_else(|| vec!["site".to_owned()]);
        self.types_in(schema, ["feeds", "per"], &per);
        let mut formats: Vec<FeedFormat> = Vec::new();
        row.formats.into_iter().for_each(|it| {
            if !formats.contains(&it) {
                formats.push(it);
            }
        });
        let fed = schema.types.iter().filter(|it| it.feed);
        Feeds {
            formats,
            limit: row.limit,
            site: per.iter().any(|it| it == "site"),
            per: fed.map(|it| it.name.clone()).collect(),
        }
    }

    pub(super) fn outputs(&mut self, schema: &Schema, row: OutputsRow) -> Outputs {
        self.types_in(schema, ["outputs", "social"], &row.social);
        row.into()
    }

    /// Complains about what is neither `site` nor the name of a type.
    fn types_in(&mut self, schema: &Schema, [group, key]: [&str; 2], names: &[String]) {
        let types = schema.types.iter().map(|it| it.name.as_str());
        let known: Vec<&str> = types.chain(["site"]).collect();
        for (at, name) in names.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                let from = self.origin(&[group, key, &at.to_string()]);
                let near = nearest(name, known.iter().copied());
                self.problems.push(Problem::unknown_type_named(&from, name, near));
            }
        }
    }
}

fn join(schema: &mut Schema, table: &Table, places: &Places) -> Vec<Problem> {
    let faults = schema.join(table);
    faults.iter().map(|it| problem(it, schema, places)).collect()
}

fn problem(fault: &Fault, schema: &Schema, places: &Places) -> Problem {
    let keys = fault.at.iter().map(String::as_str);
    let keys: Vec<&str> = ["types"].into_iter().chain(keys).collect();
    let at_key = matches!(fault.what, Wrong::BuiltIn(_) | Wrong::BadName(_));
    let place = if at_key { places.key(&keys) } else { places.value(&keys) };
    let from = Origin::of(place, &keys);
    match &fault.what {
        Wrong::UnknownType(name) => {
            let known = schema.types.iter().map(|it| it.name.as_str());
            Problem::unknown_type(&from, name, nearest(name, known))
        }
        Wrong::BadName(name) => Problem::bad_type_name(&from, name),
        Wrong::FolderTaken { folder, by } => Problem::folder_taken(&from, folder, by),
        Wrong::BuiltIn(what) => Problem::built_in(&from, what),
        Wrong::InverseTaken { name, target } => {
            Problem::inverse_taken(&from, name, target)
        }
        Wrong::BadAddress(why) => Problem::bad_address_pattern(&from, why),
        Wrong::Mismatch(why) => Problem::contradictory_field(&from, why),
        Wrong::NoSuchField(name) => Problem::no_such_field(&from, name),
    }
}
