//! `dateline related`: the news an entry leads on to, and what each score is made of.

use serde_json::{Value, json};

use crate::{
    command::Table,
    site::{EntryId, Reason, Site, Suggestion},
};

/// A table of suggestions; with `explain`, a row for each part of a score.
pub fn table(site: &Site, suggestions: &[Suggestion], explain: bool) -> Table {
    if explain {
        let rows = suggestions.iter().flat_map(|it| explained(site, it)).collect();
        let columns = vec!["id", "date", "score", "because", "value", "adds"];
        return Table { columns, rows };
    }
    let rows = suggestions.iter().map(|it| plain(site, it)).collect();
    Table { columns: vec!["id", "date", "score", "title"], rows }
}

fn plain(site: &Site, suggestion: &Suggestion) -> Vec<Value> {
    let entry = site.entry(suggestion.entry);
    let card = &entry.card;
    vec![json!(&*entry.path), json!(card.date), score(suggestion), json!(card.title)]
}

fn explained(site: &Site, suggestion: &Suggestion) -> Vec<Vec<Value>> {
    let entry = site.entry(suggestion.entry);
    let head = [json!(&*entry.path), json!(entry.card.date), score(suggestion)];
    let row = |at: usize, reason: &Reason| {
        let mut cells = if at == 0 { head.to_vec() } else { vec![Value::Null; 3] };
        cells.extend([json!(reason.kind), json!(reason.value), rounded(reason.score)]);
        cells
    };
    suggestion.reasons.iter().enumerate().map(|(at, it)| row(at, it)).collect()
}

fn score(suggestion: &Suggestion) -> Value {
    let pinned = suggestion.reasons.iter().any(|it| it.kind == "pin");
    if pinned { json!("pinned") } else { rounded(suggestion.score) }
}

fn rounded(score: f64) -> Value {
    json!((score * 10_000.0).round() / 10_000.0)
}

/// One line of `related --all --format jsonl`, without its line break.
pub fn line(site: &Site, id: EntryId, suggestions: &[Suggestion]) -> String {
    let related: Vec<Value> = suggestions
        .iter()
        .map(|it| {
            json!({
                "id": &*site.entry(it.entry).path,
                "score": it.score,
                "reasons": it.reasons,
            })
        })
        .collect();
    json!({ "id": &*site.entry(id).path, "related": related }).to_string()
}
