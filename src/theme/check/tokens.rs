//! The tokens of a theme, `--link` and the like: what their values are by day and in the
//! dark when all stylesheets are joined, and what is wrong with them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    colour::colour,
    contrast,
    css::{self, Declaration},
};
use crate::{
    problem::Problem,
    span::{Place, Span},
    theme::{layers::Layers, stylesheet},
};

/// The sheets' own layers, the weakest first; what is in none is the strongest.
const CASCADE: [&str; 3] = ["@layer base", "@layer theme", "@layer print"];
const DARK: &str = "@media (prefers-color-scheme: dark)";

/// The value of a token.
#[derive(Clone, Debug)]
pub struct Value {
    /// What is written.
    pub text: String,
    /// Where its name stands.
    pub place: Place,
    rank: usize,
}

/// The values of all tokens.
#[derive(Debug, Default)]
pub struct Tokens {
    /// By day.
    pub light: BTreeMap<String, Value>,
    /// In the dark.
    pub dark: BTreeMap<String, Value>,
}

struct Sheet {
    path: Arc<str>,
    text: String,
}

/// What is wrong with the tokens of a theme.
pub fn check(layers: &Layers) -> Vec<Problem> {
    let sheets = sheets(layers);
    let declared = declared(&sheets);
    let tokens = Tokens::of_declared(&declared);
    let names: BTreeSet<&str> =
        declared.iter().flat_map(|it| &it.1).map(|it| it.name).collect();
    let mut problems = unknown(&sheets, &names);
    problems.extend(tokens.by_day_only());
    problems.extend(unused(&sheets, &tokens, layers));
    problems.extend(contrast::check(&tokens));
    problems
}

fn sheets(layers: &Layers) -> Vec<Sheet> {
    let sheet = |(path, bytes): (Arc<str>, &Arc<[u8]>)| Sheet {
        path,
        text: String::from_utf8_lossy(bytes).into_owned(),
    };
    stylesheet::sheets(layers).map(sheet).collect()
}

fn declared(sheets: &[Sheet]) -> Vec<(&Sheet, Vec<Declaration<'_>>)> {
    sheets.iter().map(|it| (it, css::declarations(&it.text))).collect()
}

/// What a token holds in the end, where it refers to others.
pub fn held<'a>(values: &'a BTreeMap<String, Value>, name: &str) -> Option<&'a str> {
    let mut text = values.get(name)?.text.as_str();
    // A circle of tokens ends with nothing.
    for _ in 0..8 {
        let inner = text.strip_prefix("var(").and_then(|it| it.strip_suffix(')'));
        let Some(inner) = inner else { return Some(text) };
        text = &values.get(inner.trim())?.text;
    }
    None
}

impl Tokens {
    /// The tokens of a theme with its parents and the site's overrides.
    pub fn of(layers: &Layers) -> Self {
        Self::of_declared(&declared(&sheets(layers)))
    }

    fn of_declared(declared: &[(&Sheet, Vec<Declaration<'_>>)]) -> Self {
        let mut tokens = Self::default();
        for (sheet, declarations) in declared {
            declarations.iter().for_each(|it| tokens.set(&sheet.path, it));
        }
        tokens
    }

    /// Takes in a declaration where it is of a token, for the whole page, on a screen.
    fn set(&mut self, path: &Arc<str>, declaration: &Declaration<'_>) {
        let around = &declaration.around;
        let root = around.last().is_some_and(|it| *it == ":root" || *it == "html");
        let mut media = around.iter().filter(|it| it.starts_with("@media"));
        let (dark, other) = (around.contains(&DARK), media.any(|it| *it != DARK));
        if !declaration.name.starts_with("--") || !root || other {
            return;
        }
        let rank = |it: &&str| CASCADE.iter().position(|layer| layer == it);
        let value = Value {
            text: declaration.value.to_owned(),
            place: Place { path: path.clone(), span: declaration.span },
            rank: around.iter().find_map(rank).unwrap_or(CASCADE.len()),
        };
        if !dark {
            put(&mut self.light, declaration.name, &value);
        }
        put(&mut self.dark, declaration.name, &value);
    }

    /// Colours that are set by day and not once more in the dark.
    fn by_day_only(&self) -> impl Iterator<Item = Problem> {
        self.light.iter().filter_map(|(name, light)| {
            let same = self.dark.get(name).is_some_and(|it| it.place == light.place);
            (same && colour(&light.text).is_some())
                .then(|| Problem::colour_by_day_only(name, &light.place))
        })
    }
}

fn put(values: &mut BTreeMap<String, Value>, name: &str, value: &Value) {
    if values.get(name).is_none_or(|it| it.rank <= value.rank) {
        values.insert(name.to_owned(), value.clone());
    }
}

/// Uses of tokens that nothing declares.
fn unknown(sheets: &[Sheet], names: &BTreeSet<&str>) -> Vec<Problem> {
    let known: Vec<String> = names
        .iter()
        .filter(|it| it.starts_with("--"))
        .map(|it| (*it).to_owned())
        .collect();
    let uses = sheets.iter().flat_map(|sheet| {
        css::used(&sheet.text).map(move |(at, name)| (sheet, at, name))
    });
    uses.filter(|(_, _, name)| !names.contains(name))
        .map(|(sheet, at, name)| {
            let span = Span::new(at, at + name.len());
            let place = Place { path: sheet.path.clone(), span };
            Problem::unknown_token(name, &place, &known)
        })
        .collect()
}

/// Tokens of the theme and the overrides that no stylesheet uses.
fn unused(sheets: &[Sheet], tokens: &Tokens, layers: &Layers) -> Vec<Problem> {
    let used: BTreeSet<String> = sheets
        .iter()
        .flat_map(|it| it.text.split("var(").skip(1))
        .filter_map(|it| it.split([')', ',']).next())
        .map(|it| it.trim().to_owned())
        .collect();
    let known: Vec<String> = used.iter().cloned().collect();
    let base = layers.folders.last().map(|it| it.prefix.clone()).unwrap_or_default();
    let unused = tokens.light.iter().filter(|it| !used.contains(it.0));
    unused
        .filter(|(_, it)| !it.place.path.starts_with(&*base))
        .map(|(name, it)| {
            Problem::shadows_nothing("token", name, &known, Some(it.place.clone()))
        })
        .collect()
}
