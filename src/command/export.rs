//! `dateline export`: the graph, and JSON Schemas for editors.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use crate::{
    config::Config,
    plan::graph,
    problem::machine::Failure,
    render::{self, machine},
    schema::{TypeId, json_schema},
    site::Site,
};

/// How the graph is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GraphFormat {
    /// As it is published.
    #[default]
    Json,
    /// GraphML.
    Graphml,
    /// The language of Graphviz.
    Dot,
}

/// The nodes and edges of a site, those that `api/graph.json` has.
pub fn graph(site: &Site, format: GraphFormat) -> Vec<u8> {
    let view = graph::view(site);
    match format {
        GraphFormat::Json => machine::json(&view),
        GraphFormat::Graphml => render::graph::graphml(&view),
        GraphFormat::Dot => render::graph::dot(&view),
    }
}

/// A JSON Schema for the front matter of each type, and one for `site.yaml`: name of the
/// file → schema.
pub fn schemas(config: &Config) -> Vec<(String, Value)> {
    let languages: Vec<&str> =
        config.languages.iter().map(|it| it.tag.as_str()).collect();
    let types = (0..).map(TypeId).zip(&config.schema.types);
    let mut schemas: Vec<(String, Value)> = types
        .map(|(id, ty)| {
            let schema = json_schema::of_type(&config.schema, id, &languages);
            (format!("{}.schema.json", ty.name), schema)
        })
        .collect();
    schemas.push(("site.schema.json".to_owned(), json_schema::of_site()));
    schemas
}

/// Settings for VS Code's YAML extension that put the schemas of `folder` to use.
pub fn settings(config: &Config, folder: &str) -> String {
    let of_type = config.schema.types.iter().map(|it| {
        let pattern = json!(format!("content/{}/**/*.md", it.folder));
        (format!("{folder}/{}.schema.json", it.name), pattern)
    });
    let site = (format!("{folder}/site.schema.json"), json!("site.yaml"));
    let schemas: serde_json::Map<String, Value> = of_type.chain([site]).collect();
    format!("{:#}\n", json!({ "yaml.schemas": schemas }))
}

/// Writes schemas into a folder, which is made. Returns the paths of what was written.
///
/// # Errors
/// When the disk refuses.
#[expect(clippy::disallowed_methods, reason = "a command that makes files")]
pub fn write(
    folder: &Path,
    schemas: &[(String, Value)],
) -> Result<Vec<PathBuf>, Failure> {
    fs::create_dir_all(folder).map_err(|it| Failure::new("make", folder, &it))?;
    let mut written = Vec::new();
    for (name, schema) in schemas {
        let path = folder.join(name);
        let text = format!("{schema:#}\n");
        fs::write(&path, text).map_err(|it| Failure::new("write", &path, &it))?;
        written.push(path);
    }
    Ok(written)
}

/// Writes one file.
///
/// # Errors
/// When the disk refuses.
#[expect(clippy::disallowed_methods, reason = "a command that makes files")]
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|it| Failure::new("write", path, &it))
}
