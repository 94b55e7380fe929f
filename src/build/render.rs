//! Renders outputs, many at a time, each view made when it is needed and dropped.

use rayon::prelude::*;

use super::{Drawer, Ready, Step, Work};
use crate::{
    key::Key,
    picture::Fonts,
    plan::{self, Content, Page, Route},
    problem::Problem,
    publish::Stop,
    render::machine,
    site::FileUse,
};

// Progress is told this often.
const CHUNK: usize = 512;

// More mistakes than these are no help: the rest is not rendered.
const ENOUGH: usize = 100;

/// What an output is made of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Made<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// Those of a file of the site.
    Copy(&'a FileUse),
}

/// An output, made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rendered<'a> {
    /// Its path.
    pub(super) path: &'a str,
    /// The key of all it was made from.
    pub(super) input: Key,
    /// What it holds.
    pub(super) made: Made<'a>,
}

/// What one thread works with.
struct Bench<'a> {
    buffer: Vec<u8>,
    drawer: Drawer,
    fonts: &'a Fonts,
}

impl<'a> Bench<'a> {
    fn new(fonts: &'a Fonts) -> Self {
        Self { buffer: Vec::new(), drawer: Drawer::default(), fonts }
    }
}

impl Made<'_> {
    /// How many bytes there are.
    pub(super) fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Copy(file) => file.size,
        }
    }

    /// Their key.
    pub(super) fn key(&self) -> Key {
        match self {
            Self::Bytes(bytes) => Key::of_bytes(bytes),
            Self::Copy(file) => file.key,
        }
    }
}

impl Ready {
    /// What a page holds.
    pub(super) fn content<'a>(&'a self, page: &'a Page) -> Content<'a> {
        plan::view(&self.plan, &self.site, &self.theme, page)
    }

    /// The key of all that a page is made from, made by this `tool`. A file that is copied
    /// has the key of its bytes.
    pub(super) fn key(&self, page: &Page, content: &Content, tool: Key) -> Key {
        let key = self.plan.key(page, content, &self.theme);
        if let Content::Copy(_) = content { key } else { key.with(tool) }
    }

    /// Renders `pages` and gives each to `put`; the results come in the same order, unless a
    /// text that was left aside is lost.
    pub(super) fn render<'a, T: Send>(
        &'a self,
        pages: &[&'a Page],
        work: Work,
        put: impl Fn(Rendered) -> Result<T, Stop> + Sync,
    ) -> Result<Vec<T>, Stop> {
        let mut all = Vec::with_capacity(pages.len());
        let mut problems = Vec::new();
        let is_prints = pages.iter().all(|it| matches!(it.route, Route::Print(_)));
        let draws = pages.iter().any(|it| matches!(it.route, Route::Poster(_)));
        let fonts = if draws { self.fonts() } else { Fonts::none() };
        for chunk in pages.chunks(CHUNK) {
            let step = Step { stage: "rendering", done: all.len(), total: pages.len() };
            (work.progress)(step);
            let made: Vec<Result<T, Stop>> = chunk
                .par_iter()
                .map_init(
                    || Bench::new(&fonts),
                    |bench, page| self.one(page, work, bench, &put),
                )
                .collect();
            match settle(made) {
                Ok(made) => all.extend(made),
                Err(Stop::Problems(found)) => problems.extend(found),
                Err(failure) => return Err(failure),
            }
            // A mistake in a template is one on every page; pictures are damaged one by one.
            if !problems.is_empty() && (!is_prints || problems.len() > ENOUGH) {
                break;
            }
        }
        self.texts.failure()?;
        if problems.is_empty() { Ok(all) } else { Err(Stop::Problems(problems)) }
    }

    fn one<T>(
        &self,
        page: &Page,
        work: Work,
        bench: &mut Bench,
        put: &impl Fn(Rendered) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let Bench { buffer, drawer, fonts } = bench;
        let content = self.content(page);
        let input = self.key(page, &content, work.tool);
        buffer.clear();
        if let Content::Print(file, print) = content {
            *buffer = work.darkroom.print(file, print, input, drawer)?;
        } else if let Content::Poster(poster) = &content {
            *buffer = work.darkroom.poster(poster, fonts, input)?;
        } else {
            drawer.empty();
            self.write(page, &content, buffer).map_err(|it| Stop::from(*it))?;
        }
        let made = match content {
            Content::Copy(file) => Made::Copy(file),
            _ => Made::Bytes(buffer),
        };
        put(Rendered { path: &page.path, input, made })
    }

    /// The fonts that posters are lettered in.
    pub fn fonts(&self) -> Fonts {
        Fonts::read(self.theme.look.fonts.iter().map(|it| &*it.bytes))
    }

    /// Appends what a page holds to `out`; nothing where that is a picture, or a file of the
    /// site as it is.
    pub(super) fn write(
        &self,
        page: &Page,
        content: &Content,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Problem>> {
        match content {
            Content::Copy(_) | Content::Print(..) | Content::Poster(_) => {}
            Content::Bytes(asset) => out.extend(&*asset.bytes),
            Content::Search(file) => out.extend(&file.bytes),
            Content::Text(text) => out.extend(text.as_bytes()),
            Content::Machine(it) => out.extend(machine::bytes(it)),
            Content::Template { name, view } => {
                self.renderer.template(name, page.lang, view, out)?;
            }
        }
        Ok(())
    }
}

// A failure of the machine comes first: what else went wrong may be its work.
fn settle<T>(made: Vec<Result<T, Stop>>) -> Result<Vec<T>, Stop> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut good = Vec::with_capacity(made.len());
    for result in made {
        match result {
            Ok(it) => good.push(it),
            Err(Stop::Failure(failure)) => return Err(Stop::Failure(failure)),
            Err(Stop::Problems(found)) => add_new(&mut problems, found),
        }
    }
    if problems.is_empty() { Ok(good) } else { Err(Stop::Problems(problems)) }
}

// A mistake in a template shows on every page of its kind: one of them is enough.
fn add_new(problems: &mut Vec<Problem>, found: Vec<Problem>) {
    for problem in found {
        let is_known = problem.place.is_some()
            && problems
                .iter()
                .any(|it| it.code == problem.code && it.place == problem.place);
        if !is_known {
            problems.push(problem);
        }
    }
}
