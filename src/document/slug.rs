//! Words as parts of addresses and as anchors. Knows no other word, so that two may be alike.

use unicode_normalization::char::is_combining_mark;

/// Letters and digits of any script in lower case, everything between them one hyphen; may
/// be empty. Apostrophes join: `Korea's` becomes `koreas`.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || is_combining_mark(c) && !slug.is_empty() {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            gap = false;
            slug.push(c);
        } else if !matches!(c, '\'' | '’') {
            gap = true;
        }
    }
    slug
}

/// Whether a text is its own slug.
pub fn is_slug(text: &str) -> bool {
    let sound = |c: char| c == '-' || c.is_alphanumeric() || is_combining_mark(c);
    !text.is_empty()
        && text.chars().all(|c| sound(c) && !c.is_uppercase())
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_keeps_its_letters() {
        let slugs = [
            ("What’s new in 2020?", "whats-new-in-2020"),
            ("  Côte d'Ivoire — news ", "côte-divoire-news"),
            ("أخبار الشرطة", "أخبار-الشرطة"),
            ("हिन्दी", "हिन्दी"),
            ("日本 語", "日本-語"),
            ("!?", ""),
        ];
        for (text, expected) in slugs {
            assert_eq!(slug(text), expected);
            assert!(expected.is_empty() || is_slug(expected), "{expected}");
        }
        assert!(!is_slug("About") && !is_slug("a b") && !is_slug("a-") && !is_slug(""));
    }
}
