//! Renders a site and keeps nothing: what only rendering brings to light.

use super::{Ready, Work};
use crate::{
    config::levels,
    key::Key,
    problem::{Problem, machine::Failure},
    publish::Stop,
    source::Sources,
};

/// What goes wrong when every page is rendered. Looks only where templates are the site's
/// own: the built-in ones are tested with the program.
///
/// # Errors
/// When the machine refuses.
pub fn rehearse(ready: &Ready, sources: &Sources) -> Result<Vec<Problem>, Failure> {
    let mut templates = ready.theme.templates.iter();
    if !templates.any(|it| sources.text(&it.path).is_some()) {
        return Ok(Vec::new());
    }
    let pages: Vec<_> = ready.plan.pages.iter().collect();
    let work =
        Work { tool: Key::default(), shard: None, clock: || 0.0, progress: &|_| () };
    match ready.render(&pages, work, |_| Ok(())) {
        Ok(_) => Ok(Vec::new()),
        Err(Stop::Problems(found)) => Ok(levels::apply(&ready.site.config, found)),
        Err(Stop::Failure(failure)) => Err(failure),
    }
}
