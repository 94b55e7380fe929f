//! From a resolved site to one that can be rendered: its theme, its plan, its templates.

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
}

/// Prepares a site for rendering; none where its theme cannot be used.
pub fn prepare(site: Site, sources: &Sources) -> Checked<Option<Ready>> {
    let mut problems = Vec::new();
    let parts = parts(&site, sources, &mut problems);
    let problems = levels::apply(&site.config, problems);
    let ready = |(theme, plan, renderer)| Ready { site, theme, plan, renderer };
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
