//! Tables: for people in columns, for programs as JSON, JSON lines or CSV.

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr;

use crate::command::Table;

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableFormat {
    /// Columns, for people.
    #[default]
    Human,
    /// One JSON array of objects.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values with a header (RFC 4180).
    Csv,
}

/// The whole table as text.
pub fn render(table: &Table, format: TableFormat) -> String {
    match format {
        TableFormat::Human => human(table),
        TableFormat::Json => format!("{:#}\n", Value::Array(objects(table).collect())),
        TableFormat::Jsonl => objects(table).map(|it| format!("{it}\n")).collect(),
        TableFormat::Csv => csv(table),
    }
}

fn objects(table: &Table) -> impl Iterator<Item = Value> {
    table.rows.iter().map(|row| {
        let pairs = table.columns.iter().map(ToString::to_string);
        Value::Object(pairs.zip(row.iter().cloned()).collect::<Map<_, _>>())
    })
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn human(table: &Table) -> String {
    let header: Vec<String> = table.columns.iter().map(|it| it.to_uppercase()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    let lines: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|at| lines.iter().map(|it| it[at].width()).max().unwrap_or(0))
        .collect();
    let line = |cells: &Vec<String>| {
        let padded = cells.iter().zip(&widths).map(|(cell, width)| {
            format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width())))
        });
        format!("{}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    lines.iter().map(line).collect()
}

fn csv(table: &Table) -> String {
    let header = table.columns.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(",");
    let rows = table.rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().map(|it| quoted(&cell(it))).collect();
        cells.join(",")
    });
    std::iter::once(header).chain(rows).map(|it| it + "\r\n").collect()
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use serde_json::json;

    use super::*;

    fn table() -> Table {
        let rows = vec![
            vec![json!("news/a"), json!(null), json!(["x", "y"])],
            vec![json!("한국"), json!(3), json!("a, \"b\"")],
        ];
        let columns = ["id", "count", "names"].map(Into::into).to_vec();
        Table { columns, rows }
    }

    #[test]
    fn columns_line_up_by_width_on_screen() {
        expect![[r#"
            ID      COUNT  NAMES
            news/a         x, y
            한국    3      a, "b"
        "#]]
        .assert_eq(&render(&table(), TableFormat::Human));
    }

    #[test]
    fn csv_quotes_what_needs_it() {
        let csv = render(&table(), TableFormat::Csv);
        assert_eq!(
            csv,
            "id,count,names\r\nnews/a,,\"x, y\"\r\n한국,3,\"a, \"\"b\"\"\"\r\n"
        );
    }

    #[test]
    fn every_line_of_jsonl_is_an_object() {
        let text = render(&table(), TableFormat::Jsonl);
        let first =
            text.lines().next().and_then(|it| serde_json::from_str::<Value>(it).ok());
        assert_eq!(
            first,
            Some(json!({ "id": "news/a", "count": null, "names": ["x", "y"] }))
        );
    }
}
