//! Types as data: what a news entry, a country or a site's own type may say, once for all.
//!
//! The built-in types stand in `schema/builtin.yaml`; `types:` of a site's `site.yaml` goes
//! through the same reader, adding types and adding fields to built-in ones. Knows nothing
//! of any file's content.

mod check;
pub mod join;
pub mod json_schema;
pub mod table;

/// Index of a type in its schema.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct TypeId(pub u16);

/// All types of a site.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// The types; built-in ones first, in the order of the table.
    pub types: Vec<Type>,
    /// The fields that every type has; each type's own list holds them too.
    pub every: Vec<Field>,
}

/// One type of entry.
#[derive(Clone, Debug)]
pub struct Type {
    /// Its name, singular: `news`, `country`.
    pub name: String,
    /// Its folder below `content/`.
    pub folder: String,
    /// What it is, for people.
    pub help: String,
    /// The key of its plural name among the strings of a theme, or the text itself.
    pub label: String,
    /// Its address: `{path}` is the path below `content/` with the slug for its last part,
    /// `{slug}` the slug or id, `{year}` `{month}` `{day}` those of `date`.
    pub address: String,
    /// The template of its pages, without `.html`.
    pub template: String,
    /// How its entries are listed.
    pub order: Order,
    /// Whether every entry has a feed of the news that name it.
    pub feed: bool,
    /// The fields, those that every type has included.
    pub fields: Vec<Field>,
}

/// How entries of a type are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// Newest first.
    Date,
    /// By sorting key or title, in the collation of the language.
    Name,
    /// By the field `order`, then by name.
    Order,
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its key in the front matter.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it is a list; a single value is taken as a list of one.
    pub many: bool,
    /// What it is for, in one line.
    pub help: String,
    /// For a relation: what it is printed as here (a key of the theme's strings, or a text).
    pub label: String,
    /// For a relation: the name and label of its inverse on the target; none where the
    /// relation is shown on one side only.
    pub inverse: Option<Inverse>,
}

/// The derived other side of a relation.
#[derive(Clone, Debug)]
pub struct Inverse {
    /// Its name, for queries and templates.
    pub name: String,
    /// What it is printed as.
    pub label: String,
}

/// What a file must be, by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// Anything.
    Any,
    /// A picture.
    Picture,
    /// A film.
    Film,
    /// What is said in a film.
    Captions,
}

impl Media {
    /// What the names of such files end in, in lower case; nothing where that is all the same.
    pub fn suffixes(self) -> &'static [&'static str] {
        match self {
            Self::Any => &[],
            Self::Picture => &["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"],
            Self::Film => &["m4v", "mov", "mp4", "ogv", "webm"],
            Self::Captions => &["vtt"],
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Any => "file",
            Self::Picture => "picture",
            Self::Film => "film",
            Self::Captions => "WebVTT file",
        }
    }

    /// Whether a file of this name can be one.
    pub fn is_one(self, name: &str) -> bool {
        let suffix = name.rsplit_once('.').map_or("", |it| it.1).to_lowercase();
        self.suffixes().is_empty() || self.suffixes().contains(&&*suffix)
    }
}

/// What a field holds.
#[derive(Clone, Debug)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Text of any length.
    Text,
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Number {
        /// The least allowed.
        min: i64,
        /// The greatest allowed.
        max: i64,
    },
    /// A day or an exact instant.
    Moment,
    /// A year, a month or a day.
    Partial,
    /// One of these words.
    Choice(Vec<String>),
    /// A reference to an entry of one of these types; of any type, where the list is empty.
    Reference(Vec<String>),
    /// A language of the site.
    Language,
    /// A part of an address: lower-case letters, digits, `-`.
    Slug,
    /// An address on this site (`/old/place/`) that leads here.
    Path,
    /// An absolute `http(s)` address, or `mailto:`.
    Url,
    /// A file beside the entry (a bundle) or below `static/`.
    File(Media),
    /// The name of a template, without `.html`.
    Template,
    /// A point of a picture: `50% 30%`, from the left and from the top.
    Focus,
    /// A set of named values.
    Record {
        /// The fields of it.
        fields: Vec<Field>,
        /// Groups of fields of which exactly one must be there.
        one_of: Vec<Vec<String>>,
        /// The field that a value which is no map is read as.
        shorthand: Option<String>,
    },
    /// Text by language.
    Names,
    /// Anything at all, kept as YAML types.
    Free,
}

const BUILT_IN: &str = include_str!("schema/builtin.yaml");

impl Schema {
    /// The types that every site has.
    ///
    /// # Panics
    /// Never: a test reads the same table.
    #[expect(clippy::expect_used, reason = "the table is part of the program and tested")]
    pub fn builtin() -> Self {
        let table = serde_yaml::from_str(BUILT_IN).expect("the built-in table is valid");
        let mut schema = Self::default();
        schema.add(&table);
        schema
    }

    /// The type at an index.
    pub fn get(&self, id: TypeId) -> &Type {
        &self.types[usize::from(id.0)]
    }

    /// The type of a name.
    pub fn named(&self, name: &str) -> Option<TypeId> {
        let at = self.types.iter().position(|it| it.name == name)?;
        u16::try_from(at).ok().map(TypeId)
    }

    /// The type whose entries live in a folder below `content/`.
    pub fn of_folder(&self, folder: &str) -> Option<TypeId> {
        let at = self.types.iter().position(|it| it.folder == folder)?;
        u16::try_from(at).ok().map(TypeId)
    }
}

impl Type {
    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|it| it.name == name)
    }

    /// The fields that are relations, in the order of the table.
    pub fn relations(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|it| it.is_relation())
    }
}

impl Field {
    /// Whether it names other entries.
    pub fn is_relation(&self) -> bool {
        matches!(self.kind, Kind::Reference(_))
    }
}

#[cfg(test)]
mod tests;
