//! `dateline explain`, for people.

use unicode_width::UnicodeWidthStr;

use crate::{command::explain::Explained, problem::catalogue, terminal::human};

const WIDTH: usize = 88;

/// The rule, why it is one, the example, what is said about it, and the example repaired.
pub fn text(explained: &Explained, color: bool) -> String {
    let entry = explained.entry;
    let (code, group) = (entry.code.0, catalogue::group(entry.code));
    let level = entry.level.word();
    let mut text = format!("{code} ({level}, group {group}): {}\n\n", entry.title);
    text += &wrapped(entry.text);
    if !entry.wrong.is_empty() {
        text += &format!("\nWrong:\n{}", indented(entry.wrong));
    }
    if !explained.problems.is_empty() {
        let problems: Vec<_> = explained.problems.iter().collect();
        let said = human::all(&problems, &explained.sources, color);
        text += &format!("\nWhat is said:\n{}\n", indented(said.trim_end()));
    }
    if !entry.right.is_empty() {
        text += &format!("\nRight:\n{}", indented(entry.right));
    }
    text
}

fn indented(text: &str) -> String {
    let line = |line: &str| {
        if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }
    };
    text.lines().map(line).collect()
}

/// Paragraphs filled to the width of a page.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for paragraph in text.split("\n\n") {
        let mut width = 0;
        for word in paragraph.split_whitespace() {
            let space = usize::from(width > 0);
            if width + space + word.width() > WIDTH {
                out.push('\n');
                width = 0;
            } else if space == 1 {
                out.push(' ');
                width += 1;
            }
            out += word;
            width += word.width();
        }
        out += "\n\n";
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_filled_and_kept_apart() {
        let text = wrapped(&format!("{}\n\nend", "word ".repeat(30)));
        let widest = text.lines().map(UnicodeWidthStr::width).max();
        assert!(widest.is_some_and(|it| (80..=WIDTH).contains(&it)), "{widest:?}");
        assert!(text.ends_with("word\n\nend\n"), "{text}");
    }
}
