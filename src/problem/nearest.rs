//! “Did you mean”: the known word that a mistyped one is nearest to. Knows only words.

/// The nearest of `known` to `word`, if any is near enough: at most one letter in three
/// inserted, left out, replaced or swapped, capitals ignored. Of two as near, the first.
pub fn nearest<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = word.chars().count().max(3) / 3;
    let distance = |it: &str| strsim::damerau_levenshtein(&word, &it.to_lowercase());
    let near = known.into_iter().map(|it| (distance(it), it));
    near.filter(|it| it.0 <= limit).min_by_key(|it| it.0).map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn one_letter_in_three_may_be_wrong() {
        let known = ["draft", "date", "dateline", "title", "Titel"];
        assert_eq!(nearest("darft", known), Some("draft"));
        assert_eq!(nearest("TITLE", known), Some("title"));
        assert_eq!(nearest("datline", known), Some("dateline"));
        assert_eq!(nearest("tag", known), None);
        assert_eq!(nearest("", ["no"]), None);
    }
}
