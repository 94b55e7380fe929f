//! Which folders make up a theme: overrides, the theme itself, its parents, base.

use std::collections::BTreeMap;

use crate::{
    problem::Problem,
    source::Sources,
    theme::{
        CONTRACT, builtin,
        folder::Folder,
        manifest::{self, Manifest},
    },
};

/// The theme that every other one rests on.
const BASE: &str = "base";

/// The folders of a theme, nearest first, with what their `theme.yaml` say.
#[derive(Debug)]
pub struct Layers {
    /// The theme's name.
    pub name: String,
    /// `overrides/`, the theme, its parents, base.
    pub folders: Vec<Folder>,
    /// What stands in each folder's `theme.yaml`; nothing for `overrides/`.
    pub manifests: Vec<Manifest>,
}

impl Layers {
    /// Output paths of the fonts that pages ask for early, by language; under the empty
    /// tag those of all other languages. They are those of the nearest theme that names any.
    pub fn preload(&self) -> BTreeMap<String, Vec<String>> {
        let output = |fonts: &Vec<String>| -> Vec<String> {
            fonts.iter().map(|it| format!("assets/{it}")).collect()
        };
        let Some(nearest) = self.manifests.iter().find(|it| !it.preload.is_empty())
        else {
            return BTreeMap::new();
        };
        let own = nearest.preload_in.iter().map(|(tag, it)| (tag.clone(), output(it)));
        own.chain([(String::new(), output(&nearest.preload))]).collect()
    }

    /// The folders with their manifests, base first.
    pub fn upwards(&self) -> impl Iterator<Item = (&Folder, &Manifest)> {
        self.folders.iter().zip(&self.manifests).rev()
    }
}

/// Follows `extends` from the theme `name` to base. None where that fails.
pub fn find(
    sources: &Sources,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<Layers> {
    let mut layers = Layers {
        name: name.to_owned(),
        folders: vec![Folder::of_overrides(sources)],
        manifests: vec![Manifest::default()],
    };
    let mut seen: Vec<String> = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next {
        let Some(folder) = Folder::of_theme(sources, &name) else {
            problems.push(missing(sources, &layers, &name));
            return None;
        };
        let manifest = manifest::read(&folder, &name, problems)?;
        seen.push(name.clone());
        next = parent(&manifest, &seen).map_err(|it| problems.push(*it)).ok()?;
        layers.folders.push(folder);
        layers.manifests.push(manifest);
    }
    Some(layers)
}

/// What a theme extends; nothing for base itself.
fn parent(manifest: &Manifest, seen: &[String]) -> Result<Option<String>, Box<Problem>> {
    if manifest.contract > CONTRACT {
        let wants = (manifest.contract, CONTRACT);
        let problem = Problem::theme_contract(manifest.place_of("contract"), wants);
        return Err(Box::new(problem));
    }
    if manifest.name == BASE {
        return Ok(None);
    }
    let parent = manifest.extends.clone().unwrap_or_else(|| BASE.to_owned());
    if seen.contains(&parent) {
        let problem = Problem::theme_circle(manifest.place_of("extends"), seen);
        return Err(Box::new(problem));
    }
    Ok(Some(parent))
}

/// A theme that is not there: as `site.yaml` names it, or as a theme's `extends` does.
fn missing(sources: &Sources, layers: &Layers, name: &str) -> Problem {
    let mut known: Vec<String> =
        builtin::names().into_iter().map(str::to_owned).collect();
    known.extend(own_themes(sources));
    known.sort_unstable();
    known.dedup();
    let by_theme = layers.manifests.last().and_then(|it| it.place_of("extends"));
    let place = by_theme.or_else(|| manifest::place_in_site(sources, &["name"]));
    Problem::unknown_theme(name, &known, place)
}

fn own_themes(sources: &Sources) -> impl Iterator<Item = String> {
    sources.below("themes/").filter_map(|it| it.path.split('/').nth(1).map(str::to_owned))
}
