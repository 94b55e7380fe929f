//! Whether two versions of a document say the same of themselves to others, wherever in
//! their files they say it.

use super::{BodyLink, Document, Item, Record, Value};

impl Document {
    /// Whether this version leads to what the other leads to, is led to in the same way, and
    /// says the same in all fields but those named.
    pub fn is_like(&self, other: &Self, but: &[&str]) -> bool {
        let name = |it: &Self| {
            let lang = it.lang.as_ref().map(|it| it.value.clone());
            (it.path.clone(), it.ty, it.id.clone(), it.stem.clone(), it.bundle, lang)
        };
        let link = |it: &BodyLink| (it.to.clone(), it.anchor.clone(), it.ordinal);
        name(self) == name(other)
            && self.body.anchors == other.body.anchors
            && self.body.text.is_empty() == other.body.text.is_empty()
            && self.body.links.iter().map(link).eq(other.body.links.iter().map(link))
            && records(&self.fields, &other.fields, but)
    }
}

fn records(a: &Record, b: &Record, but: &[&str]) -> bool {
    let rest = |it: &Item| !but.contains(&&*it.key.value);
    let a: Vec<_> = a.items.iter().filter(|it| rest(it)).collect();
    let b: Vec<_> = b.items.iter().filter(|it| rest(it)).collect();
    let same = |(a, b): (&&Item, &&Item)| {
        a.key.value == b.key.value && values(&a.value, &b.value)
    };
    a.len() == b.len() && a.iter().zip(&b).all(same)
}

fn values(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Record(a), Value::Record(b)) => records(a, b, &[]),
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| values(&a.value, &b.value))
        }
        (Value::Name(a), Value::Name(b)) => (&a.text, &a.types) == (&b.text, &b.types),
        _ => a == b,
    }
}
