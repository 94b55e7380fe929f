//! What stands below `data/`, as templates see it in `site.data`. Knows no template.
//!
//! `data/offices/lyon.yaml` is `site.data.offices.lyon`. YAML and JSON are what they say; a CSV
//! is a list, each line a map of texts by the names in the first one (RFC 4180).

use serde_json::{Map, Value};

use crate::{
    problem::{Checked, Problem},
    source::{Source, Sources},
    span::{Place, Span},
};

/// Why a file cannot be read, and at which byte.
type Fault = (usize, String);

type Reader = fn(&str) -> Result<Value, Fault>;

/// All data files, in maps by folder. Files of other kinds are left alone.
pub fn read(sources: &Sources) -> Checked<Map<String, Value>> {
    let (mut data, mut problems) = (Map::new(), Vec::new());
    for source in sources.below("data/") {
        let path = source.path.trim_start_matches("data/");
        let Some((name, suffix)) = path.rsplit_once('.') else { continue };
        let Some(reader) = reader(suffix) else { continue };
        match value(source, reader) {
            Ok(value) => {
                if !put(&mut data, name, value) {
                    problems.push(Problem::data_twice(&source.path, name));
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    Checked { value: data, problems }
}

fn reader(suffix: &str) -> Option<Reader> {
    match suffix.to_ascii_lowercase().as_str() {
        "yaml" | "yml" => Some(from_yaml),
        "json" => Some(from_json),
        "csv" => Some(from_csv),
        _ => None,
    }
}

fn value(source: &Source, read: Reader) -> Result<Value, Problem> {
    let place = |at: usize| {
        let span = Span::new(at, at);
        Place { path: source.path.clone(), span }
    };
    let text = std::str::from_utf8(&source.bytes).map_err(|it| {
        let at = it.valid_up_to();
        Problem::not_utf8(&Place { span: Span::new(at, at + 1), ..place(at) })
    })?;
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    read(bare).map_err(|(at, why)| {
        let at = (at + text.len() - bare.len()).min(text.len());
        let whole = (0..=at).rev().find(|it| text.is_char_boundary(*it));
        Problem::unreadable_data(&place(whole.unwrap_or(0)), &why)
    })
}

/// Puts a value where its name says; says no where something stands there or above.
fn put(data: &mut Map<String, Value>, name: &str, value: Value) -> bool {
    let Some((folder, rest)) = name.split_once('/') else {
        return data.insert(name.to_owned(), value).is_none();
    };
    let below = data.entry(folder).or_insert_with(|| Value::Object(Map::new()));
    below.as_object_mut().is_some_and(|it| put(it, rest, value))
}

fn from_yaml(text: &str) -> Result<Value, Fault> {
    serde_yaml::from_str(text).map_err(|it| {
        let at = it.location().map_or(0, |it| offset(text, it.line(), it.column()));
        (at, it.to_string())
    })
}

fn from_json(text: &str) -> Result<Value, Fault> {
    serde_json::from_str(text)
        .map_err(|it| (offset(text, it.line(), it.column()), it.to_string()))
}

fn from_csv(text: &str) -> Result<Value, Fault> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<std::collections::BTreeMap<String, String>>();
    let rows: Result<Vec<Value>, csv::Error> =
        rows.map(|row| Ok(serde_json::json!(row?))).collect();
    rows.map(Value::Array).map_err(|it| {
        let at = it.position().map_or(0, csv::Position::byte);
        (usize::try_from(at).unwrap_or(usize::MAX), it.to_string())
    })
}

/// The byte of a line and a column, both from 1 on.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    before.map(str::len).sum::<usize>() + column.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::problem::shown;

    #[test]
    fn files_are_what_their_suffix_says_and_folders_are_maps() {
        let data = read(&Sources::of_archive(
            "\
-- data/offices/lyon.yaml --
phone: '+33'
desks: [1, 2]
-- data/offices/asia/tokyo.json --
{\"desks\": 3}
-- data/codes.csv --
code,name
kr,\"Korea, Rep. of\"
fr,France
-- data/README.md --
No data.
",
        ));
        assert_eq!(data.problems, []);
        let wanted = serde_json::json!({
            "codes": [
                { "code": "kr", "name": "Korea, Rep. of" },
                { "code": "fr", "name": "France" },
            ],
            "offices": {
                "asia": { "tokyo": { "desks": 3 } },
                "lyon": { "phone": "+33", "desks": [1, 2] },
            },
        });
        assert_eq!(Value::Object(data.value), wanted);
    }

    #[expect(clippy::needless_pass_by_value, reason = "as `expect!` gives it")]
    fn check(name: &str, text: &str, expected: Expect) {
        let sources = Sources::of_archive(&format!("-- data/{name} --\n{text}\n"));
        let problems = read(&sources).problems;
        expected.assert_eq(&shown::all(&problems, &format!("{text}\n")));
    }

    #[test]
    fn what_cannot_be_read_is_shown_where_it_is() {
        check(
            "a.yaml",
            "desks: 3\n  phone: [",
            expect![[r#"
            E040 2:8 ""
            this data file cannot be read
            mapping values are not allowed in this context at line 2 column 8
            correct it, or move it out of `data/`
        "#]],
        );
        check(
            "a.json",
            "{\"desks\": 3,\n \"phone\" }",
            expect![[r#"
            E040 2:10 ""
            this data file cannot be read
            expected `:` at line 2 column 10
            correct it, or move it out of `data/`
        "#]],
        );
        check(
            "a.csv",
            "code,name\nkr,Korea\nfr",
            expect![[r#"
            E040 3:1 ""
            this data file cannot be read
            CSV error: record 2 (line: 3, byte: 19): found record with 1 fields, but the previous record has 2 fields
            correct it, or move it out of `data/`
        "#]],
        );
    }

    #[test]
    fn two_files_are_not_one_name() {
        let sources = Sources::of_archive(
            "-- data/a.json --\n1\n-- data/a.yaml --\n2\n-- data/a/b.yaml --\n3\n",
        );
        let said = read(&sources).problems.into_iter().map(|it| it.message);
        expect![[r#"
            `site.data.a` is there twice
            `site.data.a.b` is there twice"#]]
        .assert_eq(&said.collect::<Vec<_>>().join("\n"));
    }
}
