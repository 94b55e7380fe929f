//! A site in one string, and what machines read of it.

mod api;
mod feed;
mod sitemap;
mod structured;

use std::{collections::BTreeMap, sync::Arc};

use expect_test::Expect;

use super::bytes;
use crate::{
    config::{self, Overrides, Preview},
    document::{self, Reading},
    key::Key,
    plan::{self, Content},
    site::{self, Site},
    source::Sources,
    theme::{Look, Theme},
    view::View,
};

/// Two days after the news below.
const NOW: &str = "2020-02-13T12:00:00Z";

const SETTINGS: &str = "
-- site.yaml --
title: Example
description: News of police
base_url: https://example.org/kb/
languages: { en: {}, fr: { title: Exemple } }
";

const NEWS: &str = "
-- content/news/2020/x.md --
---
title: \"Fish & chips: 1 < 2\"
standfirst: A short standfirst
date: 2020-02-12
countries: [kr, fr]
topics: [cybercrime]
people: [kim]
byline: A. Writer
aliases: [/old/x/]
slug: x-slug
changes: [{ at: 2020-02-13, kind: correction, note: A name was wrong }]
sources: [{ title: A release, url: \"https://other.org/\", kind: original }]
---
-- content/news/2020/stub.md --
---
title: A stub
date: 2020-02-01
countries: [kr]
stub: true
---
-- content/topics/cybercrime.md --
---
title: Cybercrime
---
-- content/people/kim.md --
---
title: Kim
sort_name: Kim
roles: [{ title: President, as_of: 2020-02-11 }]
---
";

fn theme() -> Theme {
    Theme {
        name: "bare".into(),
        templates: Vec::new(),
        lookup: Vec::new(),
        assets: BTreeMap::new(),
        stylesheets: Vec::new(),
        preload_fonts: BTreeMap::new(),
        strings: BTreeMap::new(),
        look: Look::default(),
        options: serde_json::Value::Null,
        key: Key::default(),
    }
}

fn site_of(archive: &str) -> Site {
    let sources = Sources::of_archive(archive);
    let overrides = Overrides {
        variables: BTreeMap::new(),
        base_url: None,
        as_of: NOW.parse().expect("an instant"),
        preview: Preview::default(),
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
    let site = site::resolve(config, documents, &sources).unload(&mut problems);
    assert_eq!(problems, []);
    site.relate()
}

/// The outputs of a site at the paths that end in `path`, templates as their JSON-LD.
fn outputs(archive: &str, path: &str) -> Vec<(String, String)> {
    let (site, theme) = (site_of(archive), theme());
    let plan = plan::plan(&site, &theme, plan::search::Indexing::Now).value;
    let pages = plan.pages.iter().filter(|it| it.path.ends_with(path));
    pages
        .map(|page| (page.path.clone(), text(plan::view(&plan, &site, &theme, page))))
        .collect()
}

fn text(content: Content) -> String {
    match content {
        Content::Machine(machine) => String::from_utf8(bytes(&machine)).expect("UTF-8"),
        Content::Text(text) => text,
        Content::Template { view, .. } => json_ld(&view),
        _ => String::new(),
    }
}

fn json_ld(view: &View) -> String {
    let view = serde_json::to_value(view).expect("JSON");
    let text = view["head"]["json_ld"].as_str().expect("text");
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    serde_json::to_string_pretty(&value).expect("JSON")
}

/// The one output at a path of the sample site.
fn check(path: &str, expected: &Expect) {
    let found = outputs(&format!("{SETTINGS}{NEWS}"), path);
    let found = found.iter().find(|it| it.0 == path).expect("an output at the path");
    expected.assert_eq(&found.1);
}
