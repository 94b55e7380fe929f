//! The language of queries.

/// `field OPERATOR value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Left of the operator.
    pub field: String,
    /// The operator.
    pub operator: Operator,
    /// Right of the operator, without quotes.
    pub value: String,
}

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `~`
    Contains,
    /// `<`
    Less,
    /// `<=`
    LessOrIs,
    /// `>`
    More,
    /// `>=`
    MoreOrIs,
}

// Longer signs first: `<=` begins like `<`.
const SIGNS: [(&str, Operator); 7] = [
    ("!=", Operator::IsNot),
    ("<=", Operator::LessOrIs),
    (">=", Operator::MoreOrIs),
    ("=", Operator::Is),
    ("~", Operator::Contains),
    ("<", Operator::Less),
    (">", Operator::More),
];

/// The alternatives of an expression, each a row of conditions that must all hold.
pub fn parse(text: &str) -> Result<Vec<Vec<Condition>>, String> {
    let mut alternatives = vec![Vec::new()];
    for word in words(text)? {
        match (word.as_str(), alternatives.last_mut()) {
            ("or", _) => alternatives.push(Vec::new()),
            ("and", _) | (_, None) => {}
            (_, Some(row)) => row.push(condition(&word)?),
        }
    }
    if alternatives.iter().any(Vec::is_empty) {
        return Err("a condition is missing: write `field=value`, `field~part`, \
                    `date>=2020` …"
            .to_owned());
    }
    Ok(alternatives)
}

fn condition(word: &str) -> Result<Condition, String> {
    let at = word.find(['=', '~', '<', '>', '!']).unwrap_or(word.len());
    let (field, rest) = word.split_at(at);
    let sign = SIGNS.iter().find(|it| rest.starts_with(it.0));
    let Some((sign, operator)) = sign.filter(|_| !field.is_empty()) else {
        return Err(format!(
            "`{word}` is no condition: write `field=value`, `title~{word}` …"
        ));
    };
    let value = rest[sign.len()..].to_owned();
    Ok(Condition { field: field.to_owned(), operator: *operator, value })
}

/// Words between spaces; a space within `"…"` belongs to its word, the quotes do not.
fn words(text: &str) -> Result<Vec<String>, String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        match (c, words.last_mut()) {
            ('"', _) => quoted = !quoted,
            (c, _) if c.is_whitespace() && !quoted => words.push(String::new()),
            (c, Some(word)) => word.push(c),
            (_, None) => {}
        }
    }
    if quoted {
        return Err("a quotation mark is not closed".to_owned());
    }
    words.retain(|it| !it.is_empty());
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Vec<(String, Operator, String)> {
        let all = parse(text).expect("an expression");
        all.into_iter().flatten().map(|it| (it.field, it.operator, it.value)).collect()
    }

    #[test]
    fn quoted_values_may_hold_spaces_and_signs() {
        let found = row(r#"country="Korea (Rep. of)" date>=2020 title~"a=b""#);
        let wanted = [
            ("country", Operator::Is, "Korea (Rep. of)"),
            ("date", Operator::MoreOrIs, "2020"),
            ("title", Operator::Contains, "a=b"),
        ];
        let wanted =
            wanted.map(|(field, sign, value)| (field.to_owned(), sign, value.to_owned()));
        assert_eq!(found, wanted);
    }

    #[test]
    fn or_parts_rows() {
        let found = parse("type=news date<2020 or kind!=speech").expect("an expression");
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn what_is_no_expression_is_said() {
        for bad in ["", "or", "type=news or", "korea", "=x", "title~\"open"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
