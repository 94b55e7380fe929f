//! What is wrong with a theme that only those who make it can mend: `dateline theme check`.
//! Knows no site and compiles no template.

pub(super) mod colour;
mod contrast;
mod css;
mod shadows;
mod texts;
pub(super) mod tokens;

use crate::{
    problem::Problem,
    source::Sources,
    theme::{builtin, layers, layers::Layers},
};

/// Everything that [`load`](super::load) does not look for, in the theme `name` with its
/// parents and the site's overrides: templates, colours and texts that are missing,
/// contrasts that are too low, and overrides that take the place of nothing.
pub fn check(sources: &Sources, name: &str) -> Vec<Problem> {
    let Some(layers) = layers::find(sources, name, &mut Vec::new()) else {
        return Vec::new();
    };
    let mut problems = Vec::from_iter(templates(&layers));
    problems.extend(tokens::check(&layers));
    problems.extend(texts::check(&layers));
    problems.extend(shadows::check(&layers, sources));
    problems
}

/// Templates of the built-in base that no layer has.
fn templates(layers: &Layers) -> Option<Problem> {
    let all = builtin::files("base").unwrap_or_default();
    let names = all.iter().filter_map(|(path, _)| path.strip_prefix("templates/"));
    let found = |path: &str| layers.folders.iter().any(|it| it.file(path).is_some());
    let lost: Vec<&str> = names.filter(|it| !found(&format!("templates/{it}"))).collect();
    (!lost.is_empty()).then(|| Problem::theme_lacks_templates(&layers.name, &lost))
}

#[cfg(test)]
mod tests;
