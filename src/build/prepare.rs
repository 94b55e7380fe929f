//! From a resolved site to one that can be rendered: its theme, its plan, its templates.

use super::{Clock, Stopwatch};
use crate::{
    config::levels,
    plan::{self, Plan},
    problem::{Checked, Problem},
    render::Renderer,
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
}

/// Prepares a site for rendering: finds its related news, loads its theme and plans its
/// outputs. None where the theme cannot be used.
pub fn prepare(site: Site, sources: &Sources, clock: Clock) -> Checked<Option<Ready>> {
    prepare_with(site, sources, clock, Site::relate)
}

/// The same, with related news found by `relate`.
pub fn prepare_with(
    site: Site,
    sources: &Sources,
    clock: Clock,
    relate: impl FnOnce(Site) -> Site,
) -> Checked<Option<Ready>> {
    let mut problems = Vec::new();
    let mut watch = Stopwatch::start(clock);
    let site = relate(site);
    let relate_ms = watch.lap();
    let parts = parts(&site, sources, &mut problems);
    let problems = levels::apply(&site.config, problems);
    let ready =
        |(theme, plan, renderer)| Ready { site, theme, plan, renderer, relate_ms };
    Checked { value: parts.map(ready), problems }
}

fn parts(
    site: &Site,
    sources: &Sources,
    problems: &mut Vec<Problem>,
) -> Option<(Theme, Plan, Renderer)> {
    let theme = theme::load(sources, &site.config.theme).unload(problems)?;
    let plan = plan::plan(site, &theme).unload(problems);
    let renderer = Renderer::new(&theme, &plan.frames).unload(problems)?;
    Some((theme, plan, renderer))
}
