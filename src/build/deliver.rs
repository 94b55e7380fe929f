//! Renders what has changed and publishes.

use std::path::Path;

use rayon::prelude::*;

use super::{
    Darkroom, Ready, Step, Stopwatch, Work,
    render::{Made, Rendered},
};
use crate::{
    key::Key,
    plan::{Page, Route},
    problem::machine::Failure,
    publish::{self, Exchange, Front, Output, Stage, Stop, Strangers},
    source,
};

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Delivered {
    /// HTML pages of the site.
    pub pages: usize,
    /// Outputs rendered.
    pub rendered: usize,
    /// Files written.
    pub written: usize,
    /// Files removed.
    pub removed: usize,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// The size of the site in bytes.
    pub bytes: u64,
    /// Milliseconds spent on publishing what was rendered.
    pub write_ms: f64,
    /// How the new tree was put in place; none where nothing had changed.
    pub exchange: Option<Exchange>,
    /// What the published tree is known by.
    pub tree: Key,
}

/// Publishes a site to the folder that `front` shows.
///
/// # Errors
/// When a page cannot be rendered, a file is in the way or the disk refuses: what readers
/// see is then as it was.
pub fn deliver(
    ready: &Ready,
    front: &Front,
    strangers: Strangers,
    work: Work,
) -> Result<Delivered, Stop> {
    let pages = pages(ready, work);
    let wanted: Vec<&str> = pages.iter().map(|it| it.path.as_str()).collect();
    strangers.judge(front.in_the_way(&wanted))?;
    let held = held(ready, &pages, front, work.tool);
    let fresh: Vec<&Page> = fresh(&pages, &held);
    let stage = if fresh.is_empty() && front.is_made_of(&wanted, work.shard) {
        None
    } else {
        let stage = Stage::open(front, &wanted)?;
        strangers.judge(stage.in_the_way(&wanted))?;
        Some(stage)
    };
    let put = |it: Rendered| match &stage {
        Some(stage) => put(stage, work.darkroom, &it).map_err(Stop::from),
        None => Err(Failure::because("write", it.path.as_ref(), "no stage").into()),
    };
    let made = ready.render(&fresh, work, put)?;
    let mut done = Delivered {
        pages: wanted.iter().filter(|it| is_page(it)).count(),
        rendered: made.iter().filter(|it| it.rendered).count(),
        written: made.iter().filter(|it| it.output.written).count(),
        removed: front.stale(&wanted).len(),
        ..Delivered::default()
    };
    done.unchanged = wanted.len() - done.written;
    let outputs = merge(held, made);
    done.bytes = outputs.iter().map(Output::size).sum();
    (work.progress)(Step { stage: "publishing", done: 0, total: outputs.len() });
    let watch = Stopwatch::start(work.clock);
    let published = publish::publish(front, stage, outputs, work.shard)?;
    (done.exchange, done.tree) = (published.exchange, published.tree);
    done.write_ms = watch.total();
    work.darkroom.prints.keep_only(&prints(ready, work.tool));
    Ok(done)
}

/// The keys of what all prints of the site are made from, sorted.
fn prints(ready: &Ready, tool: Key) -> Vec<Key> {
    let pages = ready.plan.pages.iter();
    let pages = pages.filter(|it| matches!(it.route, Route::Print(_) | Route::Poster(_)));
    let mut keys: Vec<Key> =
        pages.map(|it| ready.key(it, &ready.content(it), tool)).collect();
    keys.sort_unstable();
    keys
}

/// The outputs to be made, sorted by path: all, or those of a part.
pub(super) fn pages<'a>(ready: &'a Ready, work: Work) -> Vec<&'a Page> {
    let is_wanted = |it: &&Page| work.shard.is_none_or(|shard| shard.part.has(&it.path));
    ready.plan.pages.iter().filter(is_wanted).collect()
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "html")
}

struct Put {
    output: Output,
    rendered: bool,
}

// The outputs that stay as they are, by the number of their page. Where no earlier build is
// known no view has to be made to find out.
fn held(ready: &Ready, pages: &[&Page], front: &Front, tool: Key) -> Vec<Option<Output>> {
    if front.knows_nothing() {
        return pages.iter().map(|_| None).collect();
    }
    let held = |page: &&Page| {
        let content = ready.content(page);
        let input = ready.key(page, &content, tool);
        let held = front.held(&page.path, input)?;
        Some(Output::held(&page.path, input, held))
    };
    pages.par_iter().map(held).collect()
}

fn fresh<'a>(pages: &[&'a Page], held: &[Option<Output>]) -> Vec<&'a Page> {
    let pages = pages.iter().zip(held);
    pages.filter(|it| it.1.is_none()).map(|it| *it.0).collect()
}

fn put(stage: &Stage, files: Darkroom, it: &Rendered) -> Result<Put, Failure> {
    match it.made {
        Made::Bytes(bytes) => {
            let output = stage.put(it.path, it.input, bytes)?;
            Ok(Put { output, rendered: true })
        }
        Made::Copy(file) => {
            let name = files.sources.file_name(&file.source);
            let output = stage.copy(it.path, file.key, file.size, |out| {
                source::copy(files.root, name, out)
            })?;
            Ok(Put { output, rendered: false })
        }
    }
}

fn merge(held: Vec<Option<Output>>, made: Vec<Put>) -> Vec<Output> {
    let mut made = made.into_iter().map(|it| it.output);
    held.into_iter().filter_map(|it| it.or_else(|| made.next())).collect()
}
