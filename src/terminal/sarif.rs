//! Problems as SARIF 2.1.0, for code scanning
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use crate::{
    problem::{Problem, Severity, catalogue},
    source::Sources,
    span::Place,
    terminal::json::Lines,
};

const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\');

/// One document with one run, and a rule for every code that occurs.
pub fn document(problems: &[&Problem], sources: &Sources) -> String {
    let mut codes: Vec<_> = problems.iter().map(|it| it.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|it| rule(catalogue::entry(*it))).collect();
    let results: Vec<Value> = problems
        .iter()
        .map(|it| {
            let index = codes.binary_search(&it.code).unwrap_or_default();
            result(it, index, sources)
        })
        .collect();
    let driver = json!({
        "name": "dateline",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let run = json!({
        "tool": { "driver": driver },
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    format!("{document:#}\n")
}

fn rule(entry: &catalogue::Entry) -> Value {
    json!({
        "id": entry.code.0,
        "shortDescription": { "text": entry.title },
        "fullDescription": { "text": entry.text },
        "help": { "text": format!("dateline explain {}", entry.code.0) },
        "defaultConfiguration": { "level": level(entry.level) },
        "properties": { "tags": [catalogue::group(entry.code)] },
    })
}

fn result(problem: &Problem, rule: usize, sources: &Sources) -> Value {
    let help = problem.help.as_ref().map(|it| format!("\n{it}")).unwrap_or_default();
    let related: Vec<Value> = problem
        .notes
        .iter()
        .map(|it| {
            let mut place = location(Some(&it.place), sources);
            place["message"] = json!({ "text": it.text });
            place
        })
        .collect();
    json!({
        "ruleId": problem.code.0,
        "ruleIndex": rule,
        "level": level(problem.severity),
        "message": { "text": format!("{}{help}", problem.message) },
        "locations": [location(problem.place.as_ref(), sources)],
        "relatedLocations": related,
    })
}

/// A problem of the site as a whole is shown at its settings: code scanning drops a result
/// without a place.
fn location(place: Option<&Place>, sources: &Sources) -> Value {
    let path = place.map_or("site.yaml", |it| &it.path);
    let uri = utf8_percent_encode(path, PATH).to_string();
    let mut physical = json!({ "artifactLocation": { "uri": uri } });
    if let Some(lines) = place.and_then(|it| Lines::of(it, sources)) {
        physical["region"] = json!({
            "startLine": lines.start.0,
            "startColumn": lines.start.1,
            "endLine": lines.end.0,
            "endColumn": lines.end.1,
        });
    }
    json!({ "physicalLocation": physical })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}
