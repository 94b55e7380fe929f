//! A site in one string, and the pages it has.

mod addresses;
mod articles;
mod country_topics;
mod coverage;
mod drawings;
mod feeds;
mod languages;
mod lists;
mod search;
mod sections;
mod seed;
mod templates;

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Value, json};

use super::*;
use crate::{
    config::{self, Overrides, Preview},
    document::{self, Reading},
    problem::Problem,
    schema::{Schema, Type},
    site,
    source::Sources,
    theme::{Look, Template},
};

/// A site with its plan, and the problems found on the way.
struct Planned {
    site: Site,
    theme: Theme,
    plan: Plan,
    problems: Vec<Problem>,
}

/// A theme without words and files: strings read as their keys, with what they are filled
/// with behind them.
fn bare_theme() -> Theme {
    let mut strings = serde_json::Map::new();
    for key in
        ["news_about", "news_about_both", "news_of", "page_of_list", "described_page"]
    {
        let form = match key {
            "page_of_list" => "{title} ({page})",
            "described_page" => "{title} ({page}) {from} to {to}",
            "news_of" => "news of {time}",
            "news_about_both" => "news about {name}: {topic}",
            _ => "news about {name}",
        };
        strings.insert(key.into(), form.into());
    }
    Theme {
        name: "bare".into(),
        templates: Schema::builtin().types.iter().map(empty_template).collect(),
        lookup: vec!["bare/".into()],
        assets: BTreeMap::new(),
        stylesheets: Vec::new(),
        preload_fonts: BTreeMap::new(),
        strings: BTreeMap::from([("en".to_owned(), Value::Object(strings))]),
        look: Look::default(),
        options: json!({}),
        key: Key::default(),
    }
}

fn empty_template(ty: &Type) -> Template {
    let name = format!("bare/{}.html", ty.template);
    Template { path: name.as_str().into(), name, text: "".into() }
}

fn planned(archive: &str) -> Planned {
    planned_of(&Sources::of_archive(archive))
}

fn planned_of(sources: &Sources) -> Planned {
    let overrides = Overrides {
        variables: BTreeMap::new(),
        base_url: None,
        as_of: "2026-01-01T12:00:00Z".parse().expect("an instant"),
        preview: Preview { drafts: true, ..Preview::default() },
        levels: Vec::new(),
        strict: false,
    };
    let mut problems = Vec::new();
    let config = config::parse(sources.text("site.yaml"), &overrides);
    let config = config.unload(&mut problems).expect("settings");
    let reading = Reading {
        schema: &config.schema,
        languages: &config.languages,
        smart_punctuation: config.smart_punctuation,
    };
    let parse = |it| document::parse(it, &reading).unload(&mut problems);
    let documents = sources.below("content/").filter_map(parse).map(Arc::new).collect();
    let site = site::resolve(config, documents, sources).unload(&mut problems);
    let (site, theme) = (site.relate(), bare_theme());
    let plan = plan(&site, &theme, Indexing::Now).unload(&mut problems);
    Planned { site, theme, plan, problems }
}

impl Planned {
    /// The same, for a site that must be sound.
    fn sound(self) -> Self {
        assert_eq!(self.problems, []);
        self
    }

    /// The output paths of pages for readers, a line each.
    fn paths(&self) -> String {
        let pages = self.plan.pages.iter().filter(|it| routes::indexed(&self.site, it));
        pages.map(|it| it.path.clone() + "\n").collect()
    }

    /// What stands at an address, as a template sees it.
    fn page(&self, address: &str) -> Value {
        let page = self.plan.page_at(address).expect("a page at the address");
        match view(&self.plan, &self.site, &self.theme, page) {
            Content::Template { view, .. } => serde_json::to_value(&view).expect("JSON"),
            other => panic!("{address} is no template: {other:?}"),
        }
    }

    /// The key of what stands at each path.
    fn keys(&self) -> BTreeMap<&str, Key> {
        let key = |page: &Page| {
            let content = view(&self.plan, &self.site, &self.theme, page);
            self.plan.key(page, &content, &self.theme)
        };
        self.plan.pages.iter().map(|it| (it.path.as_str(), key(it))).collect()
    }

    /// The titles of all pages for readers, by language.
    fn titles(&self) -> Vec<(u8, String)> {
        let pages = self.plan.pages.iter().filter(|it| routes::indexed(&self.site, it));
        pages
            .map(|it| {
                let page = self.page(&collisions::address(&it.path));
                (it.lang.0, page["head"]["title"].as_str().unwrap_or_default().to_owned())
            })
            .collect()
    }
}

/// The value at a path of keys and indexes.
fn at<'a>(value: &'a Value, path: &str) -> &'a Value {
    value.pointer(&format!("/{}", path.replace('.', "/"))).unwrap_or(&Value::Null)
}

/// The text at a path.
fn text<'a>(value: &'a Value, path: &str) -> &'a str {
    at(value, path).as_str().unwrap_or_default()
}

/// The texts below a path of each item of a list.
fn texts(value: &Value, list: &str, path: &str) -> Vec<String> {
    let items = at(value, list).as_array().cloned().unwrap_or_default();
    items.iter().map(|it| text(it, path).to_owned()).collect()
}

/// `count` news, one a day from 1 January 2020 on, about `about`.
fn news(count: usize, about: &str) -> String {
    let start = jiff::civil::date(2020, 1, 1);
    let entry = |at: usize| {
        let day = start + jiff::Span::new().days(i64::try_from(at).unwrap_or(0));
        format!(
            "-- content/news/n{at:03}.md --\n---\ntitle: News {at}\ndate: {day}\n{about}\n---\nText.\n"
        )
    };
    (0..count).map(entry).collect()
}
