//! Free values (`extra`) as JSON. A plain text is a number only where the number, printed,
//! is that very text: `1.10`, `1e3`, `030` and `0x10` stay the texts they are.

use serde_json::{Map, Number, Value};

use crate::yaml::{Node, NodeKind};

/// A part of the front matter as JSON, keys in the order of the file.
pub fn json(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Text { text, plain: true } => plain(text),
        NodeKind::Text { text, .. } => Value::String(text.clone()),
        NodeKind::List(nodes) => Value::Array(nodes.iter().map(json).collect()),
        NodeKind::Map(pairs) => {
            let pairs = pairs.iter().map(|it| (it.0.value.clone(), json(&it.1)));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
        NodeKind::Lost => Value::Null,
    }
}

fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    let whole = text.parse::<i64>().ok().map(Number::from);
    let number = whole.or_else(|| Number::from_f64(text.parse().ok()?))?;
    (number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{self, Yaml};

    #[test]
    fn only_what_prints_as_itself_is_a_number() {
        let text =
            "a: [1, -2.5, 1.10, 1e3, 030, 0x10, '1', no, true, ~, inf, NaN]\nb: {c: }";
        let node = yaml::parse(&Yaml::whole(&"a".into(), text)).value.expect("a map");
        let expected = r#"{"a":[1,-2.5,"1.10","1e3","030","0x10","1","no",true,null,"inf","NaN"],"b":{"c":null}}"#;
        assert_eq!(json(&node).to_string(), expected);
    }
}
