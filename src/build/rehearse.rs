//! Renders a site and keeps nothing: what only rendering brings to light.

use super::{Darkroom, Ready, Work};
use crate::{
    config::levels,
    key::Key,
    plan::{Page, Route},
    problem::{Problem, machine::Failure},
    publish::Stop,
};

/// What goes wrong when every page is rendered and every picture decoded, as far as that
/// has not been done before. Renders only where templates are the site's own: the built-in
/// ones are tested with the program.
///
/// # Errors
/// When the machine refuses.
pub fn rehearse(
    ready: &Ready,
    darkroom: Darkroom,
    tool: Key,
) -> Result<Vec<Problem>, Failure> {
    let mut templates = ready.theme.templates.iter();
    let own = templates.any(|it| darkroom.sources.text(&it.path).is_some());
    let is_due = |it: &&Page| match it.route {
        Route::Print(_) => true,
        // Nothing that an editor writes can be wrong with what is drawn.
        Route::Poster(_) => false,
        _ => own,
    };
    let pages: Vec<_> = ready.plan.pages.iter().filter(is_due).collect();
    let work = Work { tool, shard: None, darkroom, clock: || 0.0, progress: &|_| () };
    match ready.render(&pages, work, |_| Ok(())) {
        Ok(_) => Ok(Vec::new()),
        Err(Stop::Problems(found)) => Ok(levels::apply(&ready.site.config, found)),
        Err(Stop::Failure(failure)) => Err(failure),
    }
}
