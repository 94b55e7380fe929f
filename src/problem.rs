//! What is wrong with a site, and where: the one currency of diagnostics.
//!
//! Every message has a constructor in one of the modules below, so that wording lives in
//! one place. Knows nothing of how a problem is printed.

pub mod addresses;
pub mod catalogue;
pub mod data;
pub mod fields;
pub mod machine;
pub mod markdown;
pub mod nearest;
pub mod new_entries;
pub mod own_types;
pub mod pictures;
pub mod references;
pub mod settings;
#[cfg(test)]
pub mod shown;
pub mod style;
pub mod syntax;
pub mod templates;
pub mod theme;
pub mod theme_making;
pub mod values;
pub mod yaml;

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, de::Error};

use crate::span::{Place, Span};

/// A stable code such as `E201`; what it means stands in [`catalogue`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Code(pub &'static str);

/// How bad a problem is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published, but an editor should look.
    Warning,
    /// Worth knowing.
    Info,
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        let known = catalogue::find(&code).map(|it| it.code);
        known.ok_or_else(|| D::Error::custom("no such code"))
    }
}

impl Severity {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A second place that has to do with a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where.
    pub place: Place,
    /// What is there.
    pub text: String,
}

/// A change of the text that mends a problem without any doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The bytes to replace, in the file of the problem's place.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Its stable code.
    pub code: Code,
    /// How bad it is, after the site's own levels are applied.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// Where; none for what concerns the site as a whole.
    pub place: Option<Place>,
    /// The reason, under the caret; may be empty.
    pub label: String,
    /// Other places involved.
    pub notes: Vec<Note>,
    /// What to do, or the text to paste.
    pub help: Option<String>,
    /// The safe fix that `check --fix` applies.
    pub fix: Option<Fix>,
}

impl Problem {
    /// A problem of `code`, at the level the catalogue gives it, without a place.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: catalogue::entry(code).level,
            message: message.into(),
            place: None,
            label: String::new(),
            notes: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// The same, pointing at `span` of `path`, with `label` under the caret.
    #[must_use]
    pub fn at(mut self, path: &Arc<str>, span: Span, label: impl Into<String>) -> Self {
        self.place = Some(Place { path: path.clone(), span });
        self.label = label.into();
        self
    }

    /// The same with a line that says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The same with a note at another place.
    #[must_use]
    pub fn note(mut self, path: &Arc<str>, span: Span, text: impl Into<String>) -> Self {
        let place = Place { path: path.clone(), span };
        self.notes.push(Note { place, text: text.into() });
        self
    }

    /// The same with a fix that is safe to apply unasked.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, text: text.into() });
        self
    }

    /// The same at another level than the catalogue's.
    #[must_use]
    pub fn level(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// What problems are sorted by: path, place, code, message.
    pub fn order(&self) -> (Option<&Place>, Code, &str) {
        (self.place.as_ref(), self.code, &self.message)
    }
}

/// A value with everything that was found wrong on the way to it.
#[derive(Clone, Debug, Default)]
pub struct Checked<T> {
    /// The value, as good as it could be made.
    pub value: T,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl<T> Checked<T> {
    /// A value with nothing wrong.
    pub fn clean(value: T) -> Self {
        Self { value, problems: Vec::new() }
    }

    /// Takes the value and adds the problems to `problems`.
    pub fn unload(self, problems: &mut Vec<Problem>) -> T {
        problems.extend(self.problems);
        self.value
    }
}
