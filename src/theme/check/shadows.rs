//! Files and texts of `overrides/`, and templates of a theme, that take the place of nothing
//! and that nothing names. (Tokens are in [`super::tokens`].)

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    problem::Problem,
    source::Sources,
    span::{Place, Span},
    theme::{
        Template,
        folder::Folder,
        i18n::{self, TextFile},
        layers::Layers,
        stylesheet,
    },
};

/// What takes the place of nothing.
pub fn check(layers: &Layers, sources: &Sources) -> Vec<Problem> {
    let templates: Vec<Template> =
        layers.folders.iter().flat_map(Folder::templates).collect();
    let mut problems = Vec::new();
    for (at, folder) in layers.folders.iter().enumerate() {
        let below = &layers.folders[at + 1..];
        // Base, the last one, takes the place of nothing by its nature.
        if !below.is_empty() {
            problems.extend(alone(folder, below, &templates, sources));
        }
    }
    problems.extend(unread(&layers.folders[0]));
    problems.extend(texts(layers, &templates));
    problems
}

/// Templates of a folder that none of those below it has and that nothing names.
fn alone(
    folder: &Folder,
    below: &[Folder],
    templates: &[Template],
    sources: &Sources,
) -> Vec<Problem> {
    let names = |it: &Folder| -> Vec<String> {
        it.templates().map(|own| own.name[it.prefix.len()..].to_owned()).collect()
    };
    let known: BTreeSet<String> = below.iter().flat_map(names).collect();
    let known: Vec<String> = known.into_iter().collect();
    let found = folder.templates().filter(|it| {
        let name = &it.name[folder.prefix.len()..];
        let makes_components = it.text.contains("{%- component ");
        let used = makes_components || is_named(name, templates, sources);
        !known.iter().any(|it| it == name) && !used
    });
    found
        .map(|it| {
            let name = &it.name[folder.prefix.len()..];
            let place = Place { path: it.path.clone(), span: Span::default() };
            Problem::shadows_nothing("template", name, &known, Some(place))
        })
        .collect()
}

/// Whether another template, a type or an entry asks for a template by its name.
fn is_named(name: &str, templates: &[Template], sources: &Sources) -> bool {
    let quoted = format!("\"{name}\"");
    if templates.iter().any(|it| it.text.contains(&quoted)) {
        return true;
    }
    let stem = name.trim_end_matches(".html");
    let asks = |text: &str| {
        text.split("template:").skip(1).any(|it| {
            let word = it.trim_start().trim_start_matches(['"', '\'']);
            let end = |c: char| c.is_whitespace() || "\"',}".contains(c);
            word.split(end).next().is_some_and(|it| it.trim_end_matches(".html") == stem)
        })
    };
    let mut asking = sources.below("content/").chain(sources.config());
    asking.any(|it| asks(&String::from_utf8_lossy(&it.bytes)))
}

/// Files of `overrides/` that are no template, no text, no asset and no stylesheet it reads.
fn unread(overrides: &Folder) -> Vec<Problem> {
    let templates: BTreeSet<Arc<str>> = overrides.templates().map(|it| it.path).collect();
    let read = |path: &str| {
        let folder = ["assets/", "i18n/"].iter().any(|it| path.starts_with(it));
        folder
            || stylesheet::OWN.contains(&path)
            || templates.contains(&*overrides.path(path))
    };
    let own: Vec<String> = stylesheet::OWN.iter().map(|it| (*it).to_owned()).collect();
    overrides
        .below("")
        .filter(|(path, _)| !read(path))
        .map(|(path, _)| {
            let place = Place { path: overrides.path(path), span: Span::default() };
            Problem::shadows_nothing("file", path, &own, Some(place))
        })
        .collect()
}

/// Texts of `overrides/` that the theme does not have and no template asks for.
fn texts(layers: &Layers, templates: &[Template]) -> Vec<Problem> {
    let files = i18n::files(layers, &mut Vec::new());
    let (own, theme): (Vec<TextFile>, Vec<TextFile>) =
        files.into_iter().partition(|it| it.path.starts_with("overrides/"));
    let known: BTreeSet<&str> =
        theme.iter().flat_map(|it| &it.texts).map(|it| it.0.value.as_str()).collect();
    let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
    let used = |key: &str| {
        let quoted = format!("\"{key}\"");
        known.iter().any(|it| it == key)
            || templates.iter().any(|it| it.text.contains(&quoted))
    };
    let all = own.iter().flat_map(|file| file.texts.iter().map(move |it| (file, &it.0)));
    all.filter(|(_, key)| !used(&key.value))
        .map(|(file, key)| {
            let place = Place { path: file.path.clone(), span: key.span };
            Problem::shadows_nothing("text", &key.value, &known, Some(place))
        })
        .collect()
}
