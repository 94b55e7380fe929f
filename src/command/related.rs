//! `dateline related`: the news an entry leads on to, and what each score is made of.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::{
    command::{Table, rows},
    site::{
        EntryId, Site, Suggestion,
        related::{Choice, Explained, LeftOut, POINTS, Points, Reason},
    },
};

/// What a reason of these kinds is worth naming for: the rest are numbers.
const NAMELESS: [&str; 2] = ["original", "time"];

/// A table of suggestions.
pub fn table(site: &Site, choice: &Choice) -> Table {
    let row = |it: &Suggestion| {
        let card = &site.entry(it.entry).card;
        vec![path(site, it.entry), json!(card.date), score(it), json!(card.title)]
    };
    let columns = super::columns(["id", "date", "score", "title"]);
    Table { columns, rows: choice.list.iter().map(row).collect() }
}

/// A row for every suggestion and for the best that is left out, a column for every signal:
/// each row adds up to its score.
pub fn explained(site: &Site, explained: &Explained) -> Table {
    let Explained { choice, reasons } = explained;
    let signals = signals(reasons);
    let shown = choice.list.iter().map(|it| (it, None));
    let left_out = choice.left_out.iter().map(|it| (&it.0, Some(it.1)));
    let row = |((it, why), reasons): ((&Suggestion, Option<LeftOut>), &Vec<Reason>)| {
        let parts = signals.iter().map(|signal| {
            let mut parts = reasons.iter().filter(|it| it.kind == *signal).peekable();
            let known = parts.peek().is_some();
            let sum = parts.map(|it| it.score).sum();
            if known { number(sum) } else { Value::Null }
        });
        let head =
            [path(site, it.entry), json!(site.entry(it.entry).card.date), score(it)];
        let because = json!(names(reasons).join(" · "));
        let left_out = why.map(|it| reason(site, it));
        head.into_iter().chain(parts).chain([because, json!(left_out)]).collect()
    };
    let rows = shown.chain(left_out).zip(reasons).map(row).collect();
    let mut columns = super::columns(["id", "date", "score"]);
    columns.extend(signals.into_iter().map(Cow::Owned));
    columns.extend(super::columns(["because", "left out"]));
    Table { columns, rows }
}

/// All signals that any score is made of, in the order of the parts.
fn signals(reasons: &[Vec<Reason>]) -> Vec<String> {
    let mut signals: Vec<String> = Vec::new();
    for reasons in reasons {
        let mut next = 0;
        for reason in reasons {
            let known = signals.iter().position(|it| *it == reason.kind);
            let at = known.unwrap_or(next);
            if known.is_none() {
                signals.insert(at, reason.kind.clone());
            }
            next = at + 1;
        }
    }
    signals
}

fn names(reasons: &[Reason]) -> Vec<&str> {
    let named = reasons.iter().filter(|it| !NAMELESS.contains(&it.kind.as_str()));
    named.map(|it| it.value.as_str()).collect()
}

/// Why the list of an entry is empty, in words.
pub fn why_none(site: &Site, id: EntryId, choice: &Choice) -> String {
    match &choice.left_out {
        None if site.entry(id).card.withdrawn => {
            "it was withdrawn, and leads on to pinned news only".to_owned()
        }
        None => {
            "no news of its language up to its day shares anything with it".to_owned()
        }
        Some((it, why)) => {
            format!("the best is {}: {}", site.entry(it.entry).path, reason(site, *why))
        }
    }
}

fn reason(site: &Site, why: LeftOut) -> String {
    match why {
        LeftOut::Hidden => "hidden by the entry itself".to_owned(),
        LeftOut::SameTitle(id) => {
            format!("its title says the same as that of {}", site.entry(id).path)
        }
        LeftOut::Unwanted => {
            "none are computed here: `auto`, `limit` or `off` says so".to_owned()
        }
        LeftOut::NoRoom => "no room for more".to_owned(),
        LeftOut::TooLittle => "too little in common".to_owned(),
    }
}

/// A table of the suggestions for many, with the entry each is for.
pub fn all(site: &Site, all: &mut dyn Iterator<Item = (EntryId, Explained)>) -> Table {
    let mut rows = Vec::new();
    for (id, Explained { choice, reasons }) in all {
        rows.extend(choice.list.iter().zip(&reasons).map(|(it, reasons)| {
            let because = json!(names(reasons).join(" · "));
            vec![path(site, id), path(site, it.entry), score(it), because]
        }));
    }
    Table { columns: super::columns(["id", "related", "score", "because"]), rows }
}

/// The same as one object for programs: a line of `related --all --format jsonl`.
pub fn object(site: &Site, id: EntryId, explained: &Explained) -> Value {
    let Explained { choice, reasons } = explained;
    let reason_of = |it: &Reason| json!({ "kind": it.kind, "value": it.value, "score": number(it.score) });
    let item = |it: &Suggestion, reasons: &[Reason]| {
        let pin = [json!({ "kind": "pin", "value": "", "score": 0.0 })];
        let reasons: Vec<Value> = if it.pinned {
            pin.to_vec()
        } else {
            reasons.iter().map(reason_of).collect()
        };
        let score = if it.pinned { number(0) } else { number(it.score) };
        json!({ "id": path(site, it.entry), "score": score, "reasons": reasons })
    };
    let list = choice.list.iter().zip(reasons);
    let related: Vec<Value> = list.map(|it| item(it.0, it.1)).collect();
    let lang = rows::language(site, site.entry(id));
    let mut object = json!({ "id": path(site, id), "lang": lang, "related": related });
    if let (Some((it, why)), Some(reasons)) = (choice.left_out, reasons.last()) {
        object["left_out"] = item(&it, reasons);
        object["left_out"]["why"] = json!(reason(site, why));
    }
    object
}

fn path(site: &Site, id: EntryId) -> Value {
    json!(&*site.entry(id).path)
}

fn score(suggestion: &Suggestion) -> Value {
    if suggestion.pinned { json!("pinned") } else { number(suggestion.score) }
}

/// Points as a decimal number of one.
fn number(points: Points) -> Value {
    json!(f64::from(points) / POINTS)
}
