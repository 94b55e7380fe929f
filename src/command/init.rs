//! `dateline init`: a small complete site to start from. Its files stand in `init/`.
#![expect(clippy::disallowed_methods, reason = "this command makes files")]

use std::{fs, path::Path};

use include_dir::{Dir, include_dir};

use crate::problem::machine::Failure;

static SITE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/command/init");

/// The files of the new site: path from its root, and bytes; sorted by path.
pub fn files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    collect(&SITE, &mut files);
    files.sort();
    files
}

/// Makes the site in `directory`, which does not exist or is empty (but for files whose names
/// begin with `.`). Returns the paths of what was made.
///
/// # Errors
/// When there is something in the folder, or the disk refuses.
pub fn run(directory: &Path) -> Result<Vec<String>, Failure> {
    if let Some(name) = occupied(directory)? {
        let why = format!("there is something in it already: `{name}`");
        return Err(Failure::because("make a site in", directory, why));
    }
    let mut made = Vec::new();
    for (path, bytes) in files() {
        let file = directory.join(&path);
        if file.exists() {
            continue;
        }
        let folder = file.parent().unwrap_or(directory);
        fs::create_dir_all(folder).map_err(|it| Failure::new("make", folder, &it))?;
        fs::write(&file, bytes).map_err(|it| Failure::new("write", &file, &it))?;
        made.push(path);
    }
    Ok(made)
}

/// What to do next, for people.
pub fn next_steps(directory: &str) -> String {
    let enter = match directory {
        "." => String::new(),
        it => format!("  cd {it}\n"),
    };
    format!(
        "Made a small site. Next:\n{enter}  \
         dateline serve --open                    shows it in the browser while you write\n  \
         dateline build                           renders it into public/\n  \
         dateline check                           says what is wrong, writing nothing\n  \
         dateline new news \"A headline\" --country is --topic training\n"
    )
}

/// The first visible name in a folder; none where it is empty or not there.
fn occupied(directory: &Path) -> Result<Option<String>, Failure> {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::new("read", directory, &error)),
    };
    let names =
        entries.map(|it| it.map(|it| it.file_name().to_string_lossy().into_owned()));
    let names: Result<Vec<String>, _> = names.collect();
    let names = names.map_err(|it| Failure::new("read", directory, &it))?;
    Ok(names.into_iter().filter(|it| !it.starts_with('.')).min())
}

fn collect(dir: &Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in dir.files() {
        // A file of that name would apply to this repository.
        let path = match file.path().to_string_lossy().into_owned().as_str() {
            "gitignore" => ".gitignore".to_owned(),
            it => it.replace('\\', "/"),
        };
        files.push((path, file.contents()));
    }
    dir.dirs().for_each(|it| collect(it, files));
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use rayon::prelude::*;

    use super::*;
    use crate::{
        command::new,
        config::{self, Overrides},
        document::{self, Reading},
        problem::Problem,
        site, source, style,
    };

    fn checked(root: &Path) -> Vec<Problem> {
        let mut problems = Vec::new();
        let sources = source::read(root, None).expect("a site").unload(&mut problems);
        let as_of = "2026-01-01T00:00:00Z".parse().expect("an instant");
        let overrides = Overrides { as_of, ..new::tests::overrides() };
        let config = config::parse(sources.config(), &overrides);
        let config = config.unload(&mut problems).expect("settings");
        let reading = Reading {
            schema: &config.schema,
            languages: &config.languages,
            smart_punctuation: config.smart_punctuation,
        };
        let all: Vec<_> = sources.below("content/").collect();
        let read = all.par_iter().map(|it| document::parse(it, &reading));
        let read: Vec<_> = read.collect();
        let documents = read.into_iter().filter_map(|it| it.unload(&mut problems));
        let documents = documents.map(Arc::new).collect();
        let site = site::resolve(config, documents, &sources).unload(&mut problems);
        problems.extend(style::check(&site, &sources));
        problems
    }

    #[test]
    fn the_new_site_has_nothing_wrong_even_in_style() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("new/site");
        let made = run(&root).expect("a site");
        assert!(made.contains(&"site.yaml".to_owned()), "{made:?}");
        assert!(made.contains(&".gitignore".to_owned()), "{made:?}");
        assert_eq!(checked(&root), []);
        let again = run(&root).map_err(|it| it.to_string());
        assert!(again.is_err_and(|it| it.contains("already: `content`")));
    }
}
