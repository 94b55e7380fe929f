//! Pages by templates: one engine a language, each with its frame and its texts.

use std::io::{self, Write};

use serde::Serialize;
use tera::{Context, ErrorKind, Tera, Value};

use crate::{
    problem::{Checked, Problem},
    render::{
        failure::{self, Templates},
        filters,
    },
    site::LangId,
    theme::{Theme, strings::Strings},
    view::{Frame, Head, View},
};

/// The largest page, in MiB: a template that prints more has lost its way.
const LARGEST: usize = 16;

/// The templates of a theme, ready to render pages of every language.
#[derive(Debug)]
pub struct Renderer {
    engines: Vec<Tera>,
    templates: Templates,
}

/// What a template sees besides `site`, which stands in the engine's global context.
#[derive(Serialize)]
struct Seen<'a, T> {
    page: &'a T,
}

impl Renderer {
    /// Compiles the templates of a theme for the frames of a site, one a language. None
    /// where a template cannot be used.
    pub fn new(theme: &Theme, frames: &[Frame]) -> Checked<Option<Self>> {
        let templates = Templates::of(theme);
        match compile(theme) {
            Ok(engine) => {
                let engines = frames.iter().map(|it| speak(&engine, it)).collect();
                Checked::clean(Some(Self { engines, templates }))
            }
            Err(error) => {
                let problems = match error.kind() {
                    ErrorKind::SyntaxError(_) => broken(theme, &templates),
                    _ => failure::of_compiling(&error, &templates),
                };
                Checked { value: None, problems }
            }
        }
    }

    /// Renders the template `name` (`news`, with or without its `.html`) for a view, in the
    /// frame of a language, and appends the page to `out`.
    ///
    /// # Errors
    /// What is wrong with the template, and on which page it showed.
    pub fn template(
        &self,
        name: &str,
        frame: LangId,
        view: &View,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Problem>> {
        let file = if name.contains('.') { name.into() } else { format!("{name}.html") };
        let engine = self.engines.get(usize::from(frame.0));
        let Some(engine) = engine.filter(|it| it.contains_template(&file)) else {
            let reason = format!("there is no template `{name}`");
            return Err(Box::new(Problem::rendering_failed(&reason, address(view))));
        };
        let mut capped = Capped { out, left: LARGEST << 20 };
        let seen = Context::from_serialize(&Seen { page: view });
        let result = seen.and_then(|it| engine.render_to(&file, &it, &mut capped));
        let full = capped.left == 0;
        result.map_err(|error| match error.kind() {
            ErrorKind::Io(_) if full => {
                Box::new(Problem::page_too_large(address(view), &file, LARGEST))
            }
            _ => Box::new(failure::of_rendering(&error, &self.templates, address(view))),
        })
    }
}

fn compile(theme: &Theme) -> Result<Tera, tera::Error> {
    let mut engine = Tera::new();
    engine.autoescape_on(vec![".html", ".xml"]);
    engine.set_fallback_prefixes(theme.lookup.clone())?;
    filters::register(&mut engine);
    filters::register_text(&mut engine, Strings::default());
    engine.add_raw_templates(theme.templates.iter().map(|it| (&it.name, &it.text)))?;
    Ok(engine)
}

/// The engine of one language: its texts behind the filter `text`, its frame as `site`.
fn speak(engine: &Tera, frame: &Frame) -> Tera {
    let mut engine = engine.clone();
    filters::register_text(&mut engine, Strings::of(&frame.strings.0));
    engine.global_context().insert_value("site", Value::from_serializable(frame));
    engine
}

/// All templates that cannot be read: the engine itself stops at the first.
fn broken(theme: &Theme, templates: &Templates) -> Vec<Problem> {
    let alone = |name: &str, text: &str| Tera::new().add_raw_template(name, text).err();
    let errors = theme.templates.iter().filter_map(|it| alone(&it.name, &it.text));
    let syntax = errors.filter(|it| matches!(it.kind(), ErrorKind::SyntaxError(_)));
    syntax.flat_map(|it| failure::of_compiling(&it, templates)).collect()
}

/// The address of the page of a view, for messages.
fn address<'a>(view: &'a View) -> &'a str {
    match head(view) {
        Ok(head) => &head.canonical,
        Err(canonical) => canonical,
    }
}

fn head<'a>(view: &'a View) -> Result<&'a Head, &'a str> {
    Ok(match view {
        View::Home(it) => &it.head,
        View::News(it) => &it.head,
        View::Country(it) => &it.head,
        View::Topic(it) => &it.head,
        View::Region(it) => &it.head,
        View::Organisation(it) => &it.head,
        View::Person(it) => &it.head,
        View::Document(it) => &it.head,
        View::Page(it) => &it.head,
        View::List(it) => &it.head,
        View::Archive(it) => &it.head,
        View::Index(it) => &it.head,
        View::Corrections(it) => &it.head,
        View::FeedList(it) => &it.head,
        View::NotFound(it) => &it.head,
        View::Search(it) => &it.head,
        View::Redirect(it) => return Err(&it.canonical),
    })
}

/// Writes up to a limit, then fails.
struct Capped<'a> {
    out: &'a mut Vec<u8>,
    left: usize,
}

impl Write for Capped<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() >= self.left {
            self.left = 0;
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.left -= bytes.len();
        self.out.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
