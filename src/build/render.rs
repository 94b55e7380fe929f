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

    /// Renders `pages` and gives each to `put`; the results come in the same order.
    ///
    /// # Errors
    /// What is wrong with a template or a picture, what `put` says, or that a text that was left
    /// aside has not come back.
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
        self.site.texts.failure()?;
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::{
        build::{Darkroom, Memo, Work, prepare, understand_again},
        config::{Overrides, Preview},
        key::Key,
        plan::Route,
        problem::Checked,
        publish::{Prints, Stop},
        source::Sources,
    };

    fn overrides() -> Overrides {
        Overrides {
            variables: BTreeMap::new(),
            base_url: None,
            as_of: "2026-01-01T00:00:00Z".parse().expect("a time"),
            preview: Preview::default(),
            levels: Vec::new(),
            strict: false,
        }
    }

    const SITE: &str = "\
-- site.yaml --
title: T
base_url: https://example.org/
timezone: UTC
default_language: en
-- content/news/2020/one.md --
---
title: One
date: 2020-02-11
---
A text that is left aside.
-- content/pages/about.md --
---
title: About
---
";

    #[test]
    fn nothing_is_made_of_a_text_that_does_not_come_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let read = Checked::clean(Sources::of_archive(SITE));
        let mut memo = Memo::below(folder.path(), 0);
        let understood = understand_again(&read, &overrides(), || 0.0, &mut memo);
        let site = understood.site.expect("a site");
        let ready = prepare(site, &read.value, || 0.0).value.expect("all of it");
        let is_entry = |route: &Route| matches!(route, Route::Entry(_));
        let pages: Vec<_> =
            ready.plan.pages.iter().filter(|it| is_entry(&it.route)).collect();
        assert_eq!(pages.len(), 2);
        let (root, prints) = (folder.path(), &Prints::none());
        let darkroom = Darkroom { root, sources: &read.value, prints };
        let work = Work {
            tool: Key::NONE,
            shard: None,
            darkroom,
            clock: || 0.0,
            progress: &|_| (),
        };
        let render = || ready.render(&pages, work, |it| Ok(it.made.size()));
        assert!(render().is_ok_and(|it| it.len() == 2));
        assert!(ready.site.texts.damage(), "no text was left aside");
        assert!(matches!(render(), Err(Stop::Failure(_))));
    }
}
