//! Files that pages refer to: where they are, and where they are published.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Entry, FileUse,
    census::{Census, SubjectId},
    lookup::{Lookup, place},
    near,
};
use crate::{
    document::{Document, Record, Value},
    problem::{Checked, Problem},
    schema::{Field, Kind, Media},
    source::{Asset, Sources},
    span::{Place, Span},
};

const CONTENT: &str = "content/";
const STATIC: &str = "static/";

/// The file at a path below `content/`; an error where it belongs to a hidden bundle.
pub fn in_content(lookup: &Lookup, path: &str) -> Result<Option<Arc<str>>, SubjectId> {
    let source = format!("{CONTENT}{path}");
    if bundle(&lookup.public.census, &source).is_none()
        && let Some(at) = bundle(&lookup.hidden.census, &source)
    {
        return Err(lookup.hidden.census.subject_of[at]);
    }
    Ok(lookup.sources.asset(&source).map(|it| it.path.clone()))
}

/// The file at an address of the site: below `static/`, or beside a page.
pub fn at_address(lookup: &Lookup, address: &str) -> Option<Arc<str>> {
    let path = address.trim_start_matches('/');
    let below = lookup.sources.asset(&format!("{STATIC}{path}"));
    let below = below.map(|it| it.path.clone());
    below.or_else(|| in_content(lookup, path).ok().flatten())
}

/// The bundle whose folder a file is in: the index of its first document.
fn bundle(census: &Census, source: &str) -> Option<usize> {
    let mut folder = source;
    while let Some((parent, _)) = folder.rsplit_once('/') {
        folder = parent;
        let start = format!("{folder}/index.");
        let at = census.documents.partition_point(|it| *it.path < *start);
        if census.documents.get(at).is_some_and(|it| it.path.starts_with(&start)) {
            return Some(at);
        }
    }
    None
}

/// The file that a field of a document names.
pub fn beside(sources: &Sources, document: &str, src: &str) -> Option<Arc<str>> {
    let asset = candidates(document, src).find_map(|it| sources.asset(&it));
    asset.map(|it| it.path.clone())
}

/// Where a file can be that a field of a document names: beside the document, then below
/// `static/`; there alone, if the name begins with `/`.
pub fn candidates(document: &str, src: &str) -> impl Iterator<Item = String> {
    let folder = document.rsplit_once('/').map_or("", |it| it.0);
    let near = join(folder, src).filter(|it| it.starts_with(CONTENT));
    let near = near.filter(|_| !src.starts_with('/'));
    near.into_iter().chain(join("static", src).filter(|it| it.starts_with(STATIC)))
}

fn join(folder: &str, src: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in src.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// What a document could write to name files whose names are near one that is not there.
pub fn near(sources: &Sources, document: &str, src: &str) -> Vec<String> {
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let names: Vec<_> = sources.assets.iter().map(|it| name(&it.path)).collect();
    let near = near::near(&name(src), names.iter().map(String::as_str));
    let folder = document.rsplit_once('/').map_or("", |it| it.0);
    let written = |path: &str| {
        let beside = path.strip_prefix(folder).and_then(|it| it.strip_prefix('/'));
        beside.unwrap_or(path.strip_prefix("static").unwrap_or(path)).to_owned()
    };
    let assets = sources.assets.iter().filter(|it| near.contains(&name(&it.path)));
    assets.map(|it| written(&it.path)).take(3).collect()
}

/// A file that a field names.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// As it is written.
    pub src: &'a str,
    /// Where that is.
    pub span: Span,
    /// What it must be.
    pub media: Media,
}

/// Every file that the fields of a document name.
pub fn named<'a>(fields: &[Field], record: &'a Record) -> Vec<Named<'a>> {
    let mut found = Vec::new();
    for item in &record.items {
        let field = fields.iter().find(|it| it.name == item.key.value);
        if let Some(field) = field {
            collect(&field.kind, &item.value, item.span, &mut found);
        }
    }
    found
}

fn collect<'a>(kind: &Kind, value: &'a Value, span: Span, found: &mut Vec<Named<'a>>) {
    match (kind, value) {
        (Kind::File(media), Value::Text(src)) => {
            found.push(Named { src, span, media: *media });
        }
        (_, Value::List(list)) => {
            for it in list {
                collect(kind, &it.value, it.span, found);
            }
        }
        (Kind::Record { fields, .. }, Value::Record(record)) => {
            found.extend(named(fields, record));
        }
        _ => {}
    }
}

/// The files that the fields of a public document name; those that do not exist or belong
/// to a hidden bundle are problems.
pub fn of_fields(document: &Document, lookup: &Lookup) -> Checked<Vec<Arc<str>>> {
    let fields = &lookup.config.schema.get(document.ty).fields;
    let mut files = Checked::clean(Vec::new());
    for Named { src, span, media } in named(fields, &document.fields) {
        let at = place(document, span);
        let file = beside(lookup.sources, &document.path, src);
        let path = file.as_deref().and_then(|it| it.strip_prefix(CONTENT));
        let allowed = path.map_or(Ok(None), |it| in_content(lookup, it));
        match (file, allowed) {
            (Some(file), Ok(_)) => {
                files.problems.extend(trouble(lookup.sources, &file, src, media, &at));
                files.value.push(file);
            }
            (_, Err(hidden)) => {
                files.problems.push(lookup.hidden_entry(src, hidden, &at));
            }
            (None, _) => {
                let near = near(lookup.sources, &document.path, src);
                files.problems.push(Problem::missing_file(src, &at, &near));
            }
        }
    }
    files
}

/// What keeps the file `src` at `path` from being shown: it is not what it must be, or a picture
/// that cannot be used.
pub fn trouble(
    sources: &Sources,
    path: &str,
    src: &str,
    media: Media,
    at: &Place,
) -> Option<Problem> {
    if !media.is_one(path) {
        return Some(Problem::other_media(src, media.name(), media.suffixes(), at));
    }
    let found = sources.asset(path)?.picture.as_ref()?.as_ref().err()?;
    Some(Problem::picture(src, *found, at))
}

/// All files to publish, by source path: `static/` and what pages refer to.
pub fn published(
    used: impl Iterator<Item = Arc<str>>,
    entries: &[Entry],
    sources: &Sources,
) -> Vec<FileUse> {
    // Sorted by language, the default one first: backwards, the first one stays.
    let bundles: BTreeMap<_, _> =
        entries.iter().rev().filter_map(bundle_address).collect();
    let fixed = sources.assets.iter().filter(|it| it.path.starts_with(STATIC));
    let mut paths: Vec<_> = fixed.map(|it| it.path.clone()).chain(used).collect();
    paths.sort();
    paths.dedup();
    let assets = paths.iter().filter_map(|it| sources.asset(it));
    let file = |asset: &Asset| FileUse {
        source: asset.path.clone(),
        output: output(&asset.path, &bundles),
        key: asset.key,
        size: asset.size,
        picture: asset.picture.clone().and_then(Result::ok),
        pages: asset.pages,
        sha256: asset.sha256.clone(),
    };
    assets.map(file).collect()
}

/// The folder of a bundle and the address of its page in the first language it has.
fn bundle_address(entry: &Entry) -> Option<(&str, &str)> {
    let document = entry.document.as_ref().filter(|it| it.bundle)?;
    let folder = document.path.rsplit_once('/')?.0;
    let address = entry.card.address.as_deref().filter(|it| it.starts_with('/'))?;
    Some((folder, address))
}

fn output(source: &str, bundles: &BTreeMap<&str, &str>) -> String {
    if let Some(path) = source.strip_prefix(STATIC) {
        return path.to_owned();
    }
    let mut folder = source;
    while let Some((parent, _)) = folder.rsplit_once('/') {
        folder = parent;
        if let Some(address) = bundles.get(folder) {
            return format!("{}{}", &address[1..], &source[folder.len() + 1..]);
        }
    }
    source.strip_prefix(CONTENT).unwrap_or(source).to_owned()
}
