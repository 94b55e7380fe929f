//! Nodes of JSON-LD without anything empty in them.

use serde_json::{Map, Value, json};

/// A node of a type with the properties of two objects; what is empty is left out.
pub fn node(ty: &str, common: Value, own: Value) -> Value {
    let mut node = Map::new();
    node.insert("@type".to_owned(), ty.into());
    for part in [common, own] {
        if let Value::Object(part) = part {
            node.extend(part.into_iter().filter(|it| !is_empty(&it.1)));
        }
    }
    Value::Object(node)
}

/// A node that stands elsewhere.
pub fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_empty_is_written() {
        let own = json!({ "a": null, "b": "", "c": [], "d": 0, "e": "x" });
        let expected = json!({ "@type": "Thing", "@id": "y", "d": 0, "e": "x" });
        assert_eq!(node("Thing", json!({ "@id": "y" }), own), expected);
    }
}
