//! What the parser's errors mean, in an editor's words and at the place where the mistake
//! was made rather than where it was noticed.

use super::{Yaml, quoted, tree::Fault};
use crate::{
    problem::Problem,
    span::{Place, Span},
};

/// Explains a fault; the problem's place lies in the field that cannot be read.
pub fn explain(yaml: &Yaml<'_>, fault: &Fault) -> Problem {
    Case { yaml, fault, at: fault.at.min(yaml.part.end) }.explain()
}

/// A line that begins with `%`.
pub fn directive(yaml: &Yaml<'_>, at: usize) -> Problem {
    let line = yaml.file[at..yaml.part.end].lines().next().unwrap_or_default();
    let quoted = quoted(line.trim_end());
    Problem::first_character(&yaml.place(at, at + 1), "%", &quoted)
}

/// The line that `value` stands on, with the value in quotes.
pub fn line_with(yaml: &Yaml<'_>, value: Span) -> String {
    let start = line_start(yaml, value.start as usize);
    let (head, rest) =
        yaml.file[start..yaml.part.end].split_at(value.start as usize - start);
    let (text, tail) = rest.split_at(value.end as usize - value.start as usize);
    let tail = tail.lines().next().unwrap_or_default().trim_end();
    format!("{}{}{tail}", head.trim_start(), quoted(text.trim_end()))
}

struct Case<'a> {
    yaml: &'a Yaml<'a>,
    fault: &'a Fault,
    at: usize,
}

impl Case<'_> {
    fn explain(&self) -> Problem {
        let why = self.fault.why.as_str();
        let has = |part: &str| why.contains(part);
        let found = match () {
            () if has("tab") || has("YAML whitespace") => {
                self.tab().or_else(|| self.space())
            }
            () if has("quoted scalar") && has("indentation")
                || has("end of stream")
                || has("document indicator") =>
            {
                Some(self.open_quote())
            }
            () if has("escape") || has("hexadecimal") => self.backslash(),
            () if has("trailing content") => Some(self.behind_quote()),
            () if has("mapping values") || has("expect ':'") => {
                let found = self.space_in_line().or_else(|| self.colon());
                found.or_else(|| self.quoted_word()).or_else(|| self.no_key())
            }
            () if has("expected key") => self.behind_bracket(),
            () if has("misplaced") => {
                self.behind_bracket().or_else(|| self.first_character())
            }
            () if has("flow") || has("':' indicator") => {
                self.open_bracket().or_else(|| self.colon())
            }
            () => self.first_character(),
        };
        found
            .or_else(|| self.open_bracket())
            .or_else(|| self.indentation())
            .unwrap_or_else(|| self.unreadable())
    }

    fn tab(&self) -> Option<Problem> {
        let start = line_start(self.yaml, self.at);
        let rest = &self.yaml.file[start..self.yaml.part.end];
        let line = rest.split_inclusive('\n').take(2).map(str::len).sum();
        let at = start + rest[..line].find('\t')?;
        Some(Problem::tab(&self.place(at, at + 1)))
    }

    // `-item`: the parser stops behind the hyphen.
    fn space(&self) -> Option<Problem> {
        let line = self.line(self.at);
        let item = line.trim_start().strip_prefix('-')?.trim_end();
        let at = line_start(self.yaml, self.at) + line.find('-')?;
        Some(Problem::no_space(&self.place(at, at + 1), "hyphen", &format!("- {item}")))
    }

    fn open_quote(&self) -> Problem {
        let line = self.line(self.at).trim_end();
        let start = line_start(self.yaml, self.at);
        let value = self.at + 1..start + line.len();
        let text = self.yaml.file.get(value).unwrap_or_default();
        let head = self.yaml.file[start..self.at].trim_start();
        let repaired = format!("{head}{}", quoted(text));
        Problem::open_quote(&self.place(self.at, self.at + 1), &repaired)
    }

    fn backslash(&self) -> Option<Problem> {
        let rest = &self.yaml.file[self.at..self.yaml.part.end];
        let mut chars = rest.char_indices();
        while let Some((at, c)) = chars.next() {
            let escaped = if c == '\\' { chars.next() } else { None };
            let Some((_, escaped)) = escaped else { continue };
            if !"0abtnvfre \"/\\N_LP\t\n".contains(escaped) {
                let end = self.at + at + 1 + escaped.len_utf8();
                return Some(Problem::backslash(&self.place(self.at + at, end)));
            }
        }
        None
    }

    fn behind_quote(&self) -> Problem {
        let end = self.line_end(self.at);
        let before = self.yaml.file[..self.at].trim_end();
        let sign = before.chars().next_back().filter(|it| matches!(it, '"' | '\''));
        let sign = sign.unwrap_or('"').to_string();
        let value = Span::new(self.value_start(self.at), end);
        let place = self.place(self.at, end);
        // In `'it's'` the quote in the middle is meant as text, in `"A" and "B"` all are.
        let text = self.yaml.file[value.range()].trim_end();
        let inner = text.strip_prefix(&*sign).and_then(|it| it.strip_suffix(&*sign));
        match inner.filter(|_| before.len() == self.at) {
            Some(inner) => {
                let head = value.start as usize - line_start(self.yaml, self.at);
                let line = self.line(self.at)[..head].trim_start();
                let help = format!("{line}{}", quoted(inner));
                Problem::behind_the_end(&place, &sign, &help)
            }
            None => Problem::behind_the_end(&place, &sign, &line_with(self.yaml, value)),
        }
    }

    fn behind_bracket(&self) -> Option<Problem> {
        let start = line_start(self.yaml, self.at);
        let before = self.yaml.file[start..self.at].trim_end();
        let sign = before.chars().next_back().filter(|it| matches!(it, ']' | '}'))?;
        let end = self.line_end(self.at);
        let help = match self.yaml.file[self.at..end].trim() {
            "," => "remove the comma".to_owned(),
            "]" | "}" => format!("remove one `{sign}`"),
            _ => line_with(self.yaml, Span::new(self.value_start(self.at), end)),
        };
        let place = self.place(self.at, end);
        Some(Problem::behind_the_end(&place, &sign.to_string(), &help))
    }

    // `key:value`, on the line the text before the fault begins on or the one above.
    fn space_in_line(&self) -> Option<Problem> {
        let last = self.fault.last.map(|it| it.0.start as usize);
        let above = line_start(self.yaml, self.at).saturating_sub(1);
        [Some(self.at), last, Some(above)]
            .into_iter()
            .flatten()
            .find_map(|at| self.joined_key(at.max(self.yaml.part.start)))
    }

    fn joined_key(&self, at: usize) -> Option<Problem> {
        let line = self.line(at).trim_end();
        let (key, value) = line.split_once(':')?;
        let name = key.trim_start().trim_start_matches("- ");
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let joined = !value.is_empty() && !value.starts_with([' ', '\t']);
        if name.is_empty()
            || !name.chars().all(word)
            || !joined
            || value.starts_with("//")
        {
            return None;
        }
        let at = line_start(self.yaml, at) + key.len();
        let repaired = format!("{}: {value}", key.trim_start());
        Some(Problem::no_space(&self.place(at, at + 1), "colon", &repaired))
    }

    // A second colon on the line, behind a plain text.
    fn colon(&self) -> Option<Problem> {
        let (last, true) = self.fault.last? else { return None };
        let start = last.start as usize;
        let colon = last.end as usize;
        let same_line = line_start(self.yaml, start) == line_start(self.yaml, colon);
        if !self.yaml.file[colon..].starts_with(':') || !same_line {
            return None;
        }
        let head = self.yaml.file[line_start(self.yaml, start)..start].trim_end();
        let key = head.strip_suffix(':')?;
        let key = key.rsplit(['{', ',', ' ']).next().unwrap_or(key);
        let end = self.value_end(colon);
        let value = Span::new(start, end);
        let quoted = quoted(&self.yaml.file[start..end]);
        Some(Problem::colon(&self.place(colon, colon + 1), key, (value, &quoted)))
    }

    // `title: "Open": a speech`, where the parser takes the quotes for those of a key.
    fn quoted_word(&self) -> Option<Problem> {
        let (last, false) = self.fault.last? else { return None };
        let colon = last.end as usize;
        let same_line = line_start(self.yaml, colon) == line_start(self.yaml, self.at);
        let is_colon = self.yaml.file[colon..].starts_with(':');
        // What the parser read last may begin on a line above.
        let head = line_start(self.yaml, colon)..last.start as usize;
        let head = self.yaml.file.get(head)?;
        (is_colon && same_line && head.trim_end().ends_with(':'))
            .then(|| Case { at: colon, ..*self }.behind_quote())
    }

    fn no_key(&self) -> Option<Problem> {
        if !self.fault.why.contains("expect ':'") {
            return None;
        }
        let before = self.yaml.file.get(self.yaml.part.start..self.at)?.trim_end();
        let at = self.yaml.part.start + before.len();
        let start = line_start(self.yaml, at);
        let line = self.line(at).trim_end();
        Some(Problem::no_key(&self.place(start, start + line.len())))
    }

    // The innermost bracket without its partner on the same line.
    fn open_bracket(&self) -> Option<Problem> {
        let at = *self.fault.open.last()?;
        let bracket = self.yaml.file[at..].chars().next()?;
        let close = if bracket == '[' { ']' } else { '}' };
        let rest = &self.yaml.file[at..self.line_end(at)];
        let closed = rest.matches(close).count() >= rest.matches(bracket).count();
        (!closed).then(|| Problem::open_bracket(&self.place(at, at + 1), bracket))
    }

    fn first_character(&self) -> Option<Problem> {
        let start = self.at;
        let before = self.yaml.file[line_start(self.yaml, start)..start].trim_end();
        let end = self.value_end(start);
        let sign = self.yaml.file[start..end].chars().next()?;
        if sign.is_alphanumeric() || !before.ends_with([':', '-', '[', '{', ',']) {
            return None;
        }
        let place = self.place(start, start + sign.len_utf8());
        let line = line_with(self.yaml, Span::new(start, end));
        Some(Problem::first_character(&place, &sign.to_string(), &line))
    }

    fn indentation(&self) -> Option<Problem> {
        let start = line_start(self.yaml, self.at);
        let line = self.line(self.at).trim_end();
        let text = line.trim_start();
        if text.is_empty() || !self.fault.open.is_empty() {
            return None;
        }
        let spaces = line.len() - text.len();
        let above = self.yaml.file[self.yaml.part.start..start].lines().rev();
        let above = above.into_iter().find(|it| !it.trim().is_empty())?;
        let other = above.len() - above.trim_start().len();
        let label =
            format!("{} in front of it; the line above has {other}", count(spaces));
        let help = "begin it exactly below the field it stands beside".to_owned();
        let place = self.place(start + spaces, start + line.len());
        Some(Problem::indentation(&place, label, help))
    }

    fn unreadable(&self) -> Problem {
        let end = self.line_end(self.at).max(self.at);
        Problem::unreadable(&self.place(self.at, end), &self.fault.why)
    }

    // Where the value begins that stands on the line of `at`: behind `key: ` and `- `.
    fn value_start(&self, at: usize) -> usize {
        let start = line_start(self.yaml, at);
        let line = &self.yaml.file[start..at];
        let colon = line.find(": ").map_or(0, |it| it + 2);
        let value = &line[colon..];
        let value = value.trim_start_matches([' ', '-']);
        start + line.len() - value.len()
    }

    // Where a plain value ends: at a comment, at the end of the line, and between brackets
    // at the next comma or bracket.
    fn value_end(&self, at: usize) -> usize {
        let line = &self.yaml.file[at..self.line_end(at)];
        let line = line.split(" #").next().unwrap_or(line);
        let stops: &[char] =
            if self.fault.open.is_empty() { &[] } else { &[',', '}', ']'] };
        let line = line.split(stops).next().unwrap_or(line);
        at + line.trim_end().len()
    }

    fn line(&self, at: usize) -> &str {
        &self.yaml.file[line_start(self.yaml, at)..self.line_end(at)]
    }

    fn line_end(&self, at: usize) -> usize {
        let rest = &self.yaml.file[at..self.yaml.part.end];
        let line = rest.split('\n').next().unwrap_or(rest);
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }

    fn place(&self, start: usize, end: usize) -> Place {
        self.yaml.place(start, end)
    }
}

fn line_start(yaml: &Yaml<'_>, at: usize) -> usize {
    let before = &yaml.file[yaml.part.start..at.max(yaml.part.start)];
    yaml.part.start + before.rfind('\n').map_or(0, |it| it + 1)
}

fn count(spaces: usize) -> String {
    match spaces {
        0 => "no space".to_owned(),
        1 => "1 space".to_owned(),
        n => format!("{n} spaces"),
    }
}
