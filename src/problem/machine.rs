//! What the machine refused: reading, writing, moving. Not a fault of the content, so it has
//! no code and no place in a text; it ends the run.

use std::{error::Error, fmt, io, path::Path};

/// An action on a file that failed, worded once for all who meet it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What was tried: `read`, `write`, `remove`.
    pub action: &'static str,
    /// On what; shown between backticks.
    pub path: String,
    /// Why not: lower case, no full stop.
    pub why: String,
}

impl Failure {
    /// The failure of `action` on `path`.
    pub fn new(action: &'static str, path: &Path, why: &io::Error) -> Self {
        Self { action, path: path.display().to_string(), why: reason(why) }
    }

    /// A failure for a reason that is no error of the system.
    pub fn because(action: &'static str, path: &Path, why: impl Into<String>) -> Self {
        Self { action, path: path.display().to_string(), why: why.into() }
    }

    /// The same with the path written from `root` on, where it lies below it.
    #[must_use]
    pub fn below(mut self, root: &Path) -> Self {
        let short = Path::new(&self.path).strip_prefix(root).ok().map(Path::to_path_buf);
        if let Some(short) = short.filter(|it| !it.as_os_str().is_empty()) {
            self.path = short.display().to_string();
        }
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.action, self.path, self.why)
    }
}

impl Error for Failure {}

// The system says `Permission denied (os error 13)`: neither the capital nor the number
// helps anyone.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split_once(" (os error").map_or(text.as_str(), |it| it.0);
    let mut chars = text.chars();
    let first = chars.next().map(|it| it.to_lowercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_action_and_path_once() {
        let error = io::Error::from_raw_os_error(13);
        let failure = Failure::new("read", Path::new("/site/content/a.md"), &error);
        let text = failure.below(Path::new("/site")).to_string();
        assert_eq!(text, "cannot read `content/a.md`: permission denied");
    }
}
