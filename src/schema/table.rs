//! The table of types as it is written in YAML: in `builtin.yaml`, and below `types:` in a
//! site's `site.yaml`. Knows the shape of it and nothing of what its names mean.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, Visitor},
};

use super::Order;

/// A map in the order of the file; a key that is there twice is an error.
#[derive(Clone, Debug)]
pub struct Ordered<T>(pub Vec<(String, T)>);

/// The table: types by name. `every` holds the fields of every type.
pub type Table = Ordered<TypeRow>;

/// A type; what is left out has a default, or stays as the built-in type of that name has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeRow {
    /// Its folder below `content/`.
    pub folder: Option<String>,
    /// What it is, for people.
    pub help: Option<String>,
    /// Its plural name, or the key of it.
    pub label: Option<String>,
    /// The pattern of its addresses.
    pub address: Option<String>,
    /// The template of its pages.
    pub template: Option<String>,
    /// How it is listed.
    pub order: Option<Order>,
    /// Whether its entries have feeds.
    pub feed: Option<bool>,
    /// Its own fields.
    #[serde(default)]
    pub fields: Ordered<FieldRow>,
}

/// A field.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldRow {
    /// What it holds; a line, where nothing else says so.
    pub kind: Option<KindRow>,
    /// The types it refers to, for a relation.
    #[serde(rename = "type")]
    pub target: Option<OneOrMore>,
    /// The words of a choice.
    #[serde(default)]
    pub of: Vec<String>,
    /// The least number.
    pub min: Option<i64>,
    /// The greatest number.
    pub max: Option<i64>,
    /// The fields of a record.
    #[serde(default)]
    pub fields: Ordered<FieldRow>,
    /// Of each of these groups exactly one field is there.
    #[serde(default)]
    pub one_of: Vec<Vec<String>>,
    /// The field that a plain value is.
    pub shorthand: Option<String>,
    /// Whether it must be there.
    #[serde(default)]
    pub required: bool,
    /// Whether it is a list.
    #[serde(default)]
    pub many: bool,
    /// What it is for.
    pub help: Option<String>,
    /// What it is printed as.
    pub label: Option<String>,
    /// The other side of a relation.
    pub inverse: Option<InverseRow>,
}

/// The kinds that need a word of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is the `Kind` of the same name")]
pub enum KindRow {
    Line,
    Text,
    Bool,
    Number,
    Moment,
    Partial,
    Choice,
    Language,
    Slug,
    Path,
    Url,
    File,
    Picture,
    Film,
    Captions,
    Template,
    Focus,
    Names,
    Free,
}

/// The derived side of a relation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InverseRow {
    /// Its name.
    pub name: String,
    /// What it is printed as; the name, where it is left out.
    pub label: Option<String>,
}

/// One name or a list of names.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "the name of a type, or a list of names")]
#[expect(missing_docs, reason = "the names say it")]
pub enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl TypeRow {
    /// Whether it says anything of the type itself, its folder and its fields left aside.
    pub fn settles(&self) -> bool {
        let texts = [&self.help, &self.label, &self.address, &self.template];
        let switches = [self.order.is_some(), self.feed.is_some()];
        texts.into_iter().any(Option::is_some) || switches.contains(&true)
    }
}

impl OneOrMore {
    /// The names.
    pub fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::More(names) => names,
        }
    }
}

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

struct InOrder<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
    type Value = Ordered<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Ordered::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut items: Vec<(String, T)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if items.iter().any(|(known, _)| *known == key) {
                return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
            }
            items.push((key, map.next_value()?));
        }
        Ok(Ordered(items))
    }
}
