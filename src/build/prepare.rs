//! From a resolved site to one that can be rendered: its theme, its plan, its templates.

use std::sync::OnceLock;

use super::{Clock, Stopwatch};
use crate::{
    config::levels,
    plan::{
        self, Plan,
        search::{self, Indexing},
    },
    problem::{Checked, Problem},
    render::Renderer,
    search::File,
    site::Site,
    source::Sources,
    theme::{self, Theme},
};

/// All that rendering needs.
#[derive(Debug)]
pub struct Ready {
    /// The site.
    pub site: Site,
    /// Its theme.
    pub theme: Theme,
    /// Its outputs.
    pub plan: Plan,
    /// The templates, compiled.
    pub renderer: Renderer,
    /// Milliseconds that finding related news took.
    pub relate_ms: f64,
    /// The files of the search that are no outputs of the plan, each with its path.
    index: OnceLock<Vec<(String, File)>>,
}

/// Prepares a site for rendering: finds its related news, loads its theme and plans its
/// outputs. None where the theme cannot be used.
pub fn prepare(site: Site, sources: &Sources, clock: Clock) -> Checked<Option<Ready>> {
    prepare_with(site, sources, clock, Indexing::Now, Site::relate)
}

/// The same, with related news found by `relate` and the index of the search made then or later.
pub fn prepare_with(
    site: Site,
    sources: &Sources,
    clock: Clock,
    indexing: Indexing,
    relate: impl FnOnce(Site) -> Site,
) -> Checked<Option<Ready>> {
    let mut problems = Vec::new();
    let mut watch = Stopwatch::start(clock);
    let site = relate(site);
    let relate_ms = watch.lap();
    let parts = parts(&site, sources, indexing, &mut problems);
    let problems = levels::apply(&site.config, problems);
    let ready = |(theme, plan, renderer)| {
        let index = OnceLock::new();
        Ready { site, theme, plan, renderer, relate_ms, index }
    };
    Checked { value: parts.map(ready), problems }
}

fn parts(
    site: &Site,
    sources: &Sources,
    indexing: Indexing,
    problems: &mut Vec<Problem>,
) -> Option<(Theme, Plan, Renderer)> {
    let theme = theme::load(sources, &site.config.theme).unload(problems)?;
    let plan = plan::plan(site, &theme, indexing).unload(problems);
    let renderer = Renderer::new(&theme, &plan.frames).unload(problems)?;
    Some((theme, plan, renderer))
}

impl Ready {
    /// A file of the search that the plan does without, by its output path; the first time,
    /// all of them are made.
    pub fn index_file(&self, path: &str) -> Option<&File> {
        if !self.site.config.outputs.search || !path.starts_with(search::FOLDER) {
            return None;
        }
        let made = || search::index(&self.plan, &self.site, &self.theme);
        let found = self.index.get_or_init(made).iter().find(|it| it.0 == path);
        found.map(|it| &it.1)
    }
}
