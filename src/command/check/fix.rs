//! Applies safe fixes to the files of a site.

#![expect(clippy::disallowed_methods, reason = "fixing a file is writing it")]

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    problem::{Fix, Problem, machine::Failure},
    source::Sources,
};

/// Applies the fixes of `problems` to the files below `root`, as they were read into
/// `sources`; returns how many. Of two that overlap the second waits for the next run.
pub(super) fn apply(
    root: &Path,
    sources: &Sources,
    problems: &[Problem],
) -> Result<usize, Failure> {
    let mut files: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for problem in problems {
        if let (Some(place), Some(fix)) = (&problem.place, &problem.fix) {
            files.entry(&place.path).or_default().push(fix);
        }
    }
    let mut applied = 0;
    for (path, fixes) in files {
        let Some(source) = sources.text(path) else { continue };
        let (bytes, n) = mend(&source.bytes, fixes);
        if n > 0 {
            let file = root.join(sources.file_name(path));
            replace(&file, &bytes)
                .map_err(|it| Failure::new("write", sources.file_name(path), &it))?;
        }
        applied += n;
    }
    Ok(applied)
}

// From the end of the file to its start, so that no fix moves the place of another.
fn mend(bytes: &[u8], mut fixes: Vec<&Fix>) -> (Vec<u8>, usize) {
    fixes.sort_by_key(|it| (it.span, &it.text));
    let (mut bytes, mut applied, mut free) = (bytes.to_vec(), 0, bytes.len());
    for fix in fixes.iter().rev() {
        let range = fix.span.range();
        if range.end <= free && range.start <= range.end {
            free = range.start;
            bytes.splice(range, fix.text.bytes());
            applied += 1;
        }
    }
    (bytes, applied)
}

// A new file in the place of the old one, so that a full disk costs nobody a text; behind a
// link it is the file that is replaced, and not the link.
fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = file.canonicalize()?;
    let mut draft = file.clone().into_os_string();
    draft.push(".dateline-draft");
    let draft = PathBuf::from(draft);
    let written = fs::write(&draft, bytes)
        .and_then(|()| fs::set_permissions(&draft, fs::metadata(&file)?.permissions()))
        .and_then(|()| fs::rename(&draft, &file));
    if written.is_err() {
        fs::remove_file(&draft).ok();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn fixes_are_applied_from_the_end_and_never_over_each_other() {
        let fix = |start, end, text: &str| Fix {
            span: Span::new(start, end),
            text: text.into(),
        };
        let fixes = [fix(0, 5, "drafts"), fix(7, 10, "true"), fix(3, 7, "lost")];
        let (bytes, n) = mend(b"darft: yes\n", fixes.iter().collect());
        assert_eq!((String::from_utf8(bytes).as_deref(), n), (Ok("darlosttrue\n"), 2));
        let (bytes, n) = mend(b"short", vec![&fix(3, 99, "x")]);
        assert_eq!((bytes.as_slice(), n), (&b"short"[..], 0));
    }
}
