//! Quotation marks: what stands between them, and which of them are alone. Knows no site.

use std::ops::Range;

/// What the quotation marks of one paragraph say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The outermost quoted passages, with their marks, in order; one that is never closed
    /// goes to the end.
    pub quoted: Vec<Range<usize>>,
    /// Opening marks that nothing closes.
    pub unclosed: Vec<Range<usize>>,
    /// Closing marks that nothing opens.
    pub unopened: Vec<Range<usize>>,
}

impl Marks {
    /// Reads the double quotation marks of a paragraph: “ ”, „ “, « », » «, and straight
    /// ones. Single ones are left alone: most of them are apostrophes.
    pub fn read(text: &str) -> Self {
        let mut marks = Self::default();
        let mut open: Vec<(Range<usize>, &str)> = Vec::new();
        for (at, c) in text.char_indices() {
            let here = at..at + c.len_utf8();
            match role(text, at, c, open.last().map(|it| it.1)) {
                Role::Opens(closers) => open.push((here, closers)),
                Role::Closes => {
                    marks.close(open.pop().map(|it| it.0), open.is_empty(), here);
                }
                Role::Alone => marks.unopened.push(here),
                Role::Other => {}
            }
        }
        if let Some((first, _)) = open.first() {
            marks.quoted.push(first.start..text.len());
        }
        marks.unclosed = open.into_iter().map(|it| it.0).collect();
        marks
    }

    /// The text outside the quoted passages.
    pub fn outside(&self, text: &str) -> String {
        let mut outside = String::new();
        let mut from = 0;
        for passage in &self.quoted {
            outside += &text[from..passage.start];
            outside.push(' ');
            from = passage.end;
        }
        outside + &text[from..]
    }

    /// Whether the byte at `at` is inside a quoted passage.
    pub fn quotes(&self, at: usize) -> bool {
        self.quoted.iter().any(|it| it.contains(&at))
    }

    fn close(
        &mut self,
        opened: Option<Range<usize>>,
        outermost: bool,
        here: Range<usize>,
    ) {
        if let (Some(opened), true) = (opened, outermost) {
            self.quoted.push(opened.start..here.end);
        }
    }
}

/// The opening mark that a text begins with.
pub fn opening_mark(text: &str) -> Option<char> {
    text.trim_start().chars().next().filter(|c| "“„«»\"".contains(*c))
}

enum Role {
    Opens(&'static str),
    Closes,
    Alone,
    Other,
}

fn role(text: &str, at: usize, c: char, closers: Option<&str>) -> Role {
    if !"“”„«»\"".contains(c) {
        return Role::Other;
    }
    if closers.is_some_and(|it| it.contains(c)) {
        return Role::Closes;
    }
    let leads = leads(text, at);
    match c {
        '“' => Role::Opens("”"),
        '„' => Role::Opens("“”"),
        '«' => Role::Opens("»"),
        '"' if is_inch(text, at) => Role::Other,
        '"' => Role::Opens("\""),
        // German and Danish open with it; a French paragraph may go on with it.
        '»' if leads => Role::Opens("«»"),
        _ => Role::Alone,
    }
}

/// Whether a mark stands before its passage: after a space or nothing, before a letter.
fn leads(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().nth(1);
    before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric)
}

fn is_inch(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, quoted: &[&str], unclosed: usize, unopened: usize) {
        let marks = Marks::read(text);
        let found: Vec<_> = marks.quoted.iter().map(|it| &text[it.clone()]).collect();
        assert_eq!(found, quoted, "{text}");
        assert_eq!(marks.unclosed.len(), unclosed, "{text}");
        assert_eq!(marks.unopened.len(), unopened, "{text}");
    }

    #[test]
    fn every_kind_of_mark_closes_its_own() {
        check("“a,” said X. “b”", &["“a,”", "“b”"], 0, 0);
        check("\"a,\" said X", &["\"a,\""], 0, 0);
        check("« a », dit X", &["« a »"], 0, 0);
        check("„a“, sagte X; »b«", &["„a“", "»b«"], 0, 0);
        check("“a “b” c” d", &["“a “b” c”"], 0, 0);
    }

    #[test]
    fn marks_that_are_alone_are_known() {
        check("“With an increasing number", &["“With an increasing number"], 1, 0);
        check("no more,” he said", &[], 0, 1);
        check("\"a", &["\"a"], 1, 0);
    }

    #[test]
    fn inches_and_apostrophes_are_no_quotation() {
        check("a 15\" screen, rock ’n’ roll, ‘low risk’", &[], 0, 0);
    }

    #[test]
    fn what_is_outside_keeps_its_words_apart() {
        let text = "He “said” so";
        assert_eq!(Marks::read(text).outside(text), "He   so");
        assert!(Marks::read(text).quotes(6) && !Marks::read(text).quotes(1));
    }
}
