//! The folder of one theme, from the site or compiled in; or `overrides/`.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use crate::{
    source::Sources,
    theme::{Template, builtin},
};

/// The folder of a theme, whole.
#[derive(Debug)]
pub struct Folder {
    /// What its templates are named with: `themes/base/`, `overrides/`.
    pub prefix: String,
    /// Where its templates stand below it: `templates/`, or nothing in `overrides/`.
    templates: &'static str,
    /// Its files, by path below it.
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Folder {
    /// The folder of the theme `name`: the site's own, else the built-in one.
    pub fn of_theme(sources: &Sources, name: &str) -> Option<Self> {
        let prefix = format!("themes/{name}/");
        let mut files = of_site(sources, &prefix);
        if files.is_empty() {
            let own = |(path, bytes): (&str, &[u8])| (path.to_owned(), bytes.into());
            files = builtin::files(name)?.into_iter().map(own).collect();
        }
        Some(Self { prefix, templates: "templates/", files })
    }

    /// The site's `overrides/`, which may be empty.
    pub fn of_overrides(sources: &Sources) -> Self {
        let files = of_site(sources, "overrides/");
        Self { prefix: "overrides/".into(), templates: "", files }
    }

    /// The bytes of a file.
    pub fn file(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// The path of a file of this folder, for messages.
    pub fn path(&self, file: &str) -> Arc<str> {
        format!("{}{file}", self.prefix).into()
    }

    /// The files below a folder of it (`assets/`), by their path there.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = (&str, Arc<[u8]>)> {
        self.files.iter().filter_map(move |(path, bytes)| {
            Some((path.strip_prefix(folder)?, bytes.clone()))
        })
    }

    /// Its templates. Bytes that are no UTF-8 are replaced, so that the text says where.
    pub fn templates(&self) -> impl Iterator<Item = Template> {
        self.below(self.templates).filter(|(path, _)| is_template(path)).map(
            |(path, bytes)| Template {
                name: format!("{}{}", self.prefix, self.name(path)),
                path: self.path(&format!("{}{path}", self.templates)),
                text: String::from_utf8_lossy(&bytes).into(),
            },
        )
    }

    // `overrides/` may hold its templates as a theme does, below `templates/`.
    fn name<'a>(&self, path: &'a str) -> &'a str {
        let inner = path.strip_prefix("templates/");
        inner.filter(|_| self.templates.is_empty()).unwrap_or(path)
    }
}

fn is_template(path: &str) -> bool {
    let own = ["assets/", "css/", "i18n/"].iter().any(|it| path.starts_with(it));
    !own && Path::new(path).extension().is_some_and(|it| it == "html" || it == "xml")
}

fn of_site(sources: &Sources, prefix: &str) -> BTreeMap<String, Arc<[u8]>> {
    let files = sources.below(prefix);
    files.map(|it| (it.path[prefix.len()..].to_owned(), it.bytes.clone())).collect()
}
