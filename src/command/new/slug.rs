//! Ids made of titles. Knows no site.

/// The longest id that is made of a title, in bytes.
const LONGEST: usize = 80;

/// Lower-case letters, digits and `-` that stand for a title: `Jürgen Stock` → `jurgen-stock`.
/// None where nothing good would come of it: a title in a script other than Latin, Greek or
/// Cyrillic, or one without letters and digits.
pub fn of(title: &str) -> Option<String> {
    if title.chars().any(|it| it.is_alphabetic() && !is_transcribed(it)) {
        return None;
    }
    let bare: String =
        title.chars().filter(|it| !matches!(it, '\'' | '’' | '`')).collect();
    let plain = deunicode::deunicode(&bare).to_ascii_lowercase();
    let words = plain.split(|it: char| !it.is_ascii_alphanumeric());
    let mut slug = String::new();
    for word in words.filter(|it| !it.is_empty()) {
        if !slug.is_empty() && slug.len() + word.len() >= LONGEST {
            break;
        }
        let joint = if slug.is_empty() { "" } else { "-" };
        slug.extend([joint, word]);
    }
    slug.truncate(LONGEST);
    (!slug.is_empty()).then_some(slug)
}

/// Whether a text can be an id as it is.
pub fn is_id(text: &str) -> bool {
    let part = |it: &str| {
        let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit();
        !it.is_empty() && it.bytes().all(plain)
    };
    text.split('-').all(part)
}

// deunicode leaves vowels out of Arabic and reads Japanese as Chinese; in these blocks of
// Latin, Greek and Cyrillic letters it does what a librarian would.
fn is_transcribed(letter: char) -> bool {
    matches!(u32::from(letter), 0..=0x052F | 0x1E00..=0x1FFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_an_id_in_plain_letters() {
        for (title, id) in [
            ("Korea to fund INTERPOL projects", "korea-to-fund-interpol-projects"),
            ("Jürgen Stock", "jurgen-stock"),
            ("INTERPOL’s  “big” news: 10 %!", "interpols-big-news-10"),
            ("Полиция Кореи", "politsiia-korei"),
            ("Œuvre à Łódź", "oeuvre-a-lodz"),
        ] {
            assert_eq!(of(title).as_deref(), Some(id), "{title}");
        }
    }

    #[test]
    fn scripts_that_would_be_garbled_are_left_to_the_editor() {
        for title in ["الشرطة الوطنية", "경찰청", "警察庁", "News 警察", "…!", ""]
        {
            assert_eq!(of(title), None, "{title}");
        }
    }

    #[test]
    fn long_titles_end_with_a_whole_word() {
        let slug = of(&"nineteen letters xy ".repeat(8)).unwrap_or_default();
        assert!(slug.len() <= LONGEST && slug.ends_with("-xy"), "{slug}");
        assert_eq!(of(&"x".repeat(200)).map(|it| it.len()), Some(LONGEST));
    }

    #[test]
    fn ids_are_words_joined_by_hyphens() {
        assert!(["kr", "a-b-2", "2020"].into_iter().all(is_id));
        assert!(
            !["", "-a", "a--b", "a_b", "A", "a b", "é", "../a", "a."]
                .into_iter()
                .any(is_id)
        );
    }
}
