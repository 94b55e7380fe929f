//! `dateline theme check` and `dateline theme new`: for those who make a theme.
#![expect(clippy::disallowed_methods, reason = "this command makes files")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use include_dir::{Dir, include_dir};

use crate::{
    build,
    config::{self, Overrides, ThemeChoice, levels},
    document::slug,
    problem::{Problem, machine::Failure},
    render::Renderer,
    source::{self, Sources},
    theme::{self, builtin},
};

static NEW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/command/theme/new");

/// What to check.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the site.
    pub root: PathBuf,
    /// The configuration, where it is not `site.yaml` in the root.
    pub config: Option<PathBuf>,
    /// What the command line changes of the configuration.
    pub overrides: Overrides,
    /// The theme, where it is not the one of the site.
    pub name: Option<String>,
}

/// What came of it.
#[derive(Debug)]
pub struct Outcome {
    /// The files of the site, for excerpts.
    pub sources: Sources,
    /// The theme that was checked; none where the configuration cannot be used.
    pub name: Option<String>,
    /// What is wrong, sorted, at the levels of the site.
    pub problems: Vec<Problem>,
}

/// Checks a theme with its parents and the site's overrides.
///
/// # Errors
/// When the disk refuses.
pub fn check(options: &Options) -> Result<Outcome, Failure> {
    let mut problems = Vec::new();
    let sources = source::read(&options.root, options.config.as_deref())?;
    let sources = sources.unload(&mut problems);
    let config = config::parse(sources.config(), &options.overrides);
    let config = config.unload(&mut problems);
    let name = config.as_ref().map(|config| {
        let choice = match &options.name {
            Some(name) if *name != config.theme.name => {
                ThemeChoice { name: name.clone(), ..ThemeChoice::default() }
            }
            _ => config.theme.clone(),
        };
        problems.extend(faults(&sources, &choice));
        choice.name
    });
    if let Some(config) = &config {
        problems = levels::apply(config, problems);
    }
    build::sort(&mut problems);
    Ok(Outcome { sources, name, problems })
}

/// Everything that is wrong with a theme.
pub fn faults(sources: &Sources, choice: &ThemeChoice) -> Vec<Problem> {
    let mut problems = Vec::new();
    let theme = theme::load(sources, choice).unload(&mut problems);
    if let Some(theme) = theme {
        Renderer::new(&theme, &[]).unload(&mut problems);
        problems.extend(theme::check(sources, &choice.name));
    }
    problems
}

/// Makes the folder of a theme that extends another, `themes/<name>/` below `root`, and
/// returns the paths of its files.
///
/// # Errors
/// When the name cannot be one, is taken, or the disk refuses.
pub fn new(root: &Path, name: &str, extends: &str) -> Result<Vec<String>, Failure> {
    let folder = Path::new("themes").join(name);
    let refuse = |why: String| Err(Failure::because("make the theme", &folder, why));
    if !slug::is_slug(name) {
        return refuse(format!("its name must be like `{}`", slug::slug(name)));
    }
    if builtin::names().contains(&name) {
        return refuse("a theme of this name is built in".into());
    }
    if !builtin::names().contains(&extends) && !root.join("themes").join(extends).exists()
    {
        return refuse(format!("there is no theme `{extends}` to extend"));
    }
    let place = root.join(&folder);
    if place.exists() {
        return refuse("it is there already".into());
    }
    let mut made = Vec::new();
    for (path, text) in files(name, extends) {
        let file = place.join(&path);
        let parent = file.parent().unwrap_or(&place);
        fs::create_dir_all(parent).map_err(|it| Failure::new("make", parent, &it))?;
        fs::write(&file, text).map_err(|it| Failure::new("write", &file, &it))?;
        made.push(format!("themes/{name}/{path}"));
    }
    Ok(made)
}

/// The files of a new theme by their path, sorted.
fn files(name: &str, extends: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![&NEW];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace("NAME", name);
            let text = file.contents_utf8().unwrap_or_default();
            files.push((path, text.replace("NAME", name).replace("PARENT", extends)));
        }
    }
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::new;

    #[test]
    fn a_new_theme_has_nothing_wrong_and_is_not_made_twice() {
        let root = tempfile::tempdir().expect("a folder");
        let made = new(root.path(), "evening", "gazette").expect("a theme");
        assert_eq!(
            made,
            [
                "themes/evening/css/evening.css",
                "themes/evening/css/tokens.css",
                "themes/evening/templates/404.html",
                "themes/evening/theme.yaml",
            ]
        );
        let options = Options {
            root: root.path().into(),
            config: None,
            overrides: new::tests::overrides(),
            name: Some("evening".into()),
        };
        fs::write(root.path().join("site.yaml"), "title: N\n").expect("a file");
        let outcome = check(&options).expect("a theme");
        assert_eq!(outcome.problems, []);
        assert_eq!(outcome.name.as_deref(), Some("evening"));
        for (name, extends, why) in [
            ("evening", "base", "it is there already"),
            ("My Theme", "base", "its name must be like `my-theme`"),
            ("bureau", "base", "a theme of this name is built in"),
            ("other", "evning", "there is no theme `evning` to extend"),
        ] {
            let failed = new(root.path(), name, extends).map_err(|it| it.why);
            assert_eq!(failed, Err(why.to_owned()));
        }
    }

    #[test]
    fn a_theme_with_faults_is_told_all_of_them() {
        let root = tempfile::tempdir().expect("a folder");
        new(root.path(), "evening", "base").expect("a theme");
        let files = [
            ("site.yaml", "title: N\ntheme: { name: evening }\n"),
            ("themes/evening/templates/404.html", "{{ page.title | txet }}"),
            ("overrides/tokens.css", ":root { --ink: #eee; }"),
        ];
        for (path, text) in files {
            fs::create_dir_all(root.path().join("overrides")).expect("a folder");
            fs::write(root.path().join(path), text).expect("a file");
        }
        let options = Options {
            root: root.path().into(),
            config: None,
            overrides: new::tests::overrides(),
            name: None,
        };
        let found = check(&options).expect("a theme").problems;
        let codes: Vec<&str> = found.iter().map(|it| it.code.0).collect();
        assert_eq!(codes, ["E423", "E423", "W424", "E412"]);
    }
}
