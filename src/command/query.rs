//! `dateline query`: entries for which an expression holds.
//!
//! `type=news country=kr date>=2020 or title~fund`: a row of conditions holds where all of
//! them do; `or` between two rows takes either.

mod expression;

use std::borrow::Cow;

use jiff::civil::Date;

use crate::{
    command::{
        Table,
        query::expression::{Condition, Operator},
        rows,
    },
    date::PartialDate,
    document::Value,
    schema::Kind,
    site::{EntryId, Site, fold::fold},
};

/// The entries for which `text` holds, in the order of the site.
///
/// # Errors
/// What is wrong with the expression, in words.
pub fn run(site: &Site, text: &str) -> Result<Table, String> {
    let alternatives = expression::parse(text)?;
    alternatives.iter().flatten().try_for_each(|it| known(site, it))?;
    let tests: Vec<Vec<Test>> = alternatives
        .iter()
        .map(|all| all.iter().map(|it| Test::new(site, it)).collect())
        .collect();
    tests.iter().flatten().try_for_each(|it| sound(site, it))?;
    let holds =
        |id: &EntryId| tests.iter().any(|all| all.iter().all(|it| it.holds(site, *id)));
    Ok(rows::table(site, rows::all(site).filter(holds)))
}

const CARD_FIELDS: [&str; 6] = ["id", "type", "lang", "title", "url", "text"];

fn known(site: &Site, condition: &Condition) -> Result<(), String> {
    let name = condition.field.as_str();
    let types = &site.config.schema.types;
    let field = |it: &crate::schema::Field| {
        it.name == name || it.inverse.as_ref().is_some_and(|inverse| inverse.name == name)
    };
    let relation = types.iter().any(|ty| ty.name == name);
    if CARD_FIELDS.contains(&name)
        || relation
        || types.iter().any(|ty| ty.fields.iter().any(field))
    {
        return Ok(());
    }
    Err(format!("no type has a field or relation `{name}`"))
}

/// What makes a condition hold for nothing at all, most likely by a slip.
fn sound(site: &Site, test: &Test) -> Result<(), String> {
    let Condition { field, operator, value } = test.condition;
    let types = &site.config.schema.types;
    let kinds = || types.iter().filter_map(|it| it.field(field)).map(|it| &it.kind);
    let relation = types.iter().any(|it| it.name == *field)
        || kinds().any(|it| matches!(it, Kind::Reference(_)));
    let equals = matches!(operator, Operator::Is | Operator::IsNot);
    if field == "type" && equals && types.iter().all(|it| fold(&it.name) != test.wanted) {
        let names: Vec<_> = types.iter().map(|it| format!("`{}`", it.name)).collect();
        return Err(format!(
            "there is no type `{value}`: the types are {}",
            names.join(", ")
        ));
    }
    let lacks = || test.named.is_empty() && !is_country(site, &test.wanted);
    if relation && equals && lacks() {
        return Err(format!(
            "nothing is named `{value}`: `dateline list` shows every entry"
        ));
    }
    let dated = kinds().any(|it| matches!(it, Kind::Moment | Kind::Partial));
    if dated && *operator != Operator::Contains && test.date.is_none() {
        return Err(format!(
            "`{value}` is no date: write `{field}>=2020`, `{field}<2020-02-11`"
        ));
    }
    Ok(())
}

/// Whether a folded text names a country, which the site may have no page of.
fn is_country(site: &Site, wanted: &str) -> bool {
    site.countries.iter().any(|(_, it)| {
        let names = [it.iso2, it.iso3].into_iter().chain(it.names());
        names.chain(it.aliases.iter().copied()).any(|name| fold(name) == wanted)
    })
}

/// A condition with what it names looked up.
struct Test<'a> {
    condition: &'a Condition,
    named: Vec<EntryId>,
    wanted: String,
    date: Option<PartialDate>,
}

impl<'a> Test<'a> {
    fn new(site: &Site, condition: &'a Condition) -> Self {
        Self {
            condition,
            named: rows::named(site, &condition.value),
            wanted: fold(&condition.value),
            date: PartialDate::parse(&condition.value),
        }
    }

    fn holds(&self, site: &Site, id: EntryId) -> bool {
        match self.condition.operator {
            Operator::Is => self.is(site, id),
            Operator::IsNot => !self.is(site, id),
            Operator::Contains => {
                self.texts(site, id).iter().any(|it| fold(it).contains(&self.wanted))
            }
            order => self.compares(site, id, order),
        }
    }

    fn is(&self, site: &Site, id: EntryId) -> bool {
        let related = self.related(site, id);
        if !related.is_empty() && related.iter().any(|it| self.named.contains(it)) {
            return true;
        }
        if let (Some(wanted), Some(day)) = (self.date, self.day(site, id)) {
            return (wanted.first_day()..=wanted.last_day()).contains(&day);
        }
        self.texts(site, id).iter().any(|it| fold(it) == self.wanted)
    }

    /// What the relation of this name leads to, forwards or backwards; `country` is short
    /// for `countries`, as every type's name is for the relation that names it.
    fn related(&self, site: &Site, id: EntryId) -> Vec<EntryId> {
        let name = self.condition.field.as_str();
        let ty = site.config.schema.get(site.entry(id).ty);
        let by_type = ty.relations().filter(|it| {
            matches!(&it.kind, crate::schema::Kind::Reference(types) if types.iter().any(|t| t == name))
        });
        let fields = by_type.map(|it| it.name.as_str()).chain([name]);
        let mut found: Vec<EntryId> =
            fields.flat_map(|it| site.related_by(id, it).iter().copied()).collect();
        found.extend(site.inverse_of(id, name));
        found
    }

    fn day(&self, site: &Site, id: EntryId) -> Option<Date> {
        let document = site.entry(id).document.as_ref()?;
        let moment = document.fields.moment(&self.condition.field)?;
        Some(moment.day(&site.config.timezone))
    }

    fn compares(&self, site: &Site, id: EntryId, order: Operator) -> bool {
        if let (Some(wanted), Some(day)) = (self.date, self.day(site, id)) {
            return match order {
                Operator::Less => day < wanted.first_day(),
                Operator::LessOrIs => day <= wanted.last_day(),
                Operator::More => day > wanted.last_day(),
                _ => day >= wanted.first_day(),
            };
        }
        let document = site.entry(id).document.as_ref();
        let number = document.and_then(|it| it.fields.number(&self.condition.field));
        let (Some(number), Ok(wanted)) = (number, self.condition.value.parse::<i64>())
        else {
            return false;
        };
        match order {
            Operator::Less => number < wanted,
            Operator::LessOrIs => number <= wanted,
            Operator::More => number > wanted,
            _ => number >= wanted,
        }
    }

    fn texts(&self, site: &Site, id: EntryId) -> Vec<String> {
        let entry = site.entry(id);
        let document = entry.document.as_ref();
        match self.condition.field.as_str() {
            "id" => vec![entry.id.to_string(), entry.path.to_string()],
            "type" => vec![site.type_name(id).to_owned()],
            "lang" => vec![rows::language(site, entry).to_owned()],
            "title" => vec![entry.card.title.clone()],
            "url" => rows::url(site, entry).into_iter().collect(),
            "text" => document
                .map(|it| it.body.text.plain().map(Cow::into_owned).collect())
                .unwrap_or_default(),
            field => document
                .and_then(|it| it.fields.get(field))
                .map(words_of)
                .unwrap_or_default(),
        }
    }
}

fn words_of(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) | Value::Free(text) => vec![text.clone()],
        Value::Bool(truth) => vec![truth.to_string()],
        Value::Number(number) => vec![number.to_string()],
        Value::Partial(date) => vec![date.to_string()],
        Value::Name(name) => vec![name.text.clone()],
        Value::Moment(_) => Vec::new(),
        Value::List(list) => list.iter().flat_map(|it| words_of(&it.value)).collect(),
        Value::Record(record) => {
            record.items.iter().flat_map(|it| words_of(&it.value)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        build, command::new::tests::overrides, problem::Checked, source::Sources,
    };

    fn query(text: &str) -> Result<usize, String> {
        let sources = Sources::of_archive(
            "
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/news/a.md --
---
title: A
date: 1960-02-11
topics: fraud
countries: kr
---
",
        );
        let understood =
            build::understand(&Checked::clean(sources), &overrides(), || 0.0);
        run(&understood.site.expect("a site"), text).map(|it| it.rows.len())
    }

    #[test]
    fn what_can_hold_for_nothing_is_said() {
        assert_eq!(query("topic=fraud country=KR date>=1960"), Ok(1));
        assert_eq!(query("country=France"), Ok(0));
        assert_eq!(query("type=topic"), Ok(1));
        for (text, word) in [
            ("topic=fruad", "fruad"),
            ("date>=196x", "date"),
            ("foo=a", "foo"),
            ("type=article", "`news`"),
        ] {
            let error = query(text).expect_err(text);
            assert!(error.contains(word), "{error}");
        }
    }
}
