//! Words that name a country without its name: “French”, “coréen”. Knows no site.

use super::phrases::is_word;

/// Words for countries that do not begin as the name does, in English, French and Spanish.
const IRREGULAR: &[(&str, &[&str])] = &[
    ("ae", &["Emirati", "Emiratis", "émirien", "émirienne", "emiratí"]),
    ("af", &["Afghan", "Afghans", "afgano", "afgana"]),
    ("ch", &["Swiss", "suisse", "suizo", "suiza"]),
    ("ci", &["Ivorian", "Ivorians", "ivoirien", "ivoirienne", "marfileño"]),
    ("de", &["allemand", "allemande", "alemán", "alemana"]),
    ("dk", &["Danish", "Dane", "Danes", "danois", "danés"]),
    ("es", &["Spanish", "Spaniard", "Spaniards", "español", "española"]),
    ("fr", &["French", "Frenchman", "Frenchwoman", "français", "française", "francés"]),
    (
        "gb",
        &["British", "Briton", "Britons", "English", "Scottish", "Welsh", "UK", "U.K."],
    ),
    ("gl", &["Greenlandic"]),
    ("gr", &["Greek", "Greeks", "grec", "grecque", "griego", "griega"]),
    ("hk", &["Hong Kong"]),
    ("ie", &["Irish", "irlandais", "irlandés"]),
    ("kp", &["North Korean", "North Koreans", "nord-coréen", "norcoreano"]),
    ("kr", &["South Korean", "Korean", "Koreans", "coréen", "coréenne", "coreano"]),
    ("la", &["Lao", "Laotian"]),
    ("mc", &["Monegasque", "monégasque"]),
    ("me", &["Montenegrin"]),
    ("mg", &["Malagasy", "malgache"]),
    ("mm", &["Burmese", "birman", "birmane", "birmano"]),
    ("ne", &["Nigerien", "Nigeriens", "nigérien", "nigérienne", "nigerino"]),
    ("nl", &["Dutch", "néerlandais", "neerlandés"]),
    ("nz", &["New Zealander", "néo-zélandais", "neozelandés"]),
    ("ph", &["Filipino", "Filipina", "Filipinos", "philippin", "filipino"]),
    ("pl", &["Polish", "Pole", "Poles", "polonais", "polaco"]),
    ("sa", &["Saudi", "Saudis", "saoudien", "saudí"]),
    ("se", &["Swedish", "Swede", "Swedes", "suédois", "sueco"]),
    ("th", &["Thai", "Thais", "thaïlandais", "tailandés"]),
    ("tr", &["Turkish", "Turk", "Turks", "turc", "turque", "turco"]),
    ("us", &["American", "Americans", "US", "U.S.", "américain", "américaine"]),
    ("vn", &["Vietnamese", "vietnamien", "vietnamita"]),
    ("za", &["South African", "South Africans", "sud-africain", "sudafricano"]),
];

/// Countries whose neighbours begin alike: Niger and Nigeria, Guinea and Guinea-Bissau.
const NEIGHBOURS: &[&str] = &["ne", "gn", "dm", "cd", "cg", "kp", "kr", "ng"];

/// Whether a text has a word that belongs to a country: one of the table, or one that
/// begins as one of its names does (Portuguese, Iranian, Italian).
// Only asked when a tagged country seems never to be named, so it may take its time.
pub fn named_by(id: &str, names: &[String], text: &str) -> bool {
    let words = IRREGULAR.iter().find(|it| it.0 == id).map_or(&[][..], |it| it.1);
    words.iter().any(|word| has_word(text, word))
        || !NEIGHBOURS.contains(&id) && names.iter().any(|name| has_stem(name, text))
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| is_word(text, at, at + word.len()))
}

fn has_stem(name: &str, text: &str) -> bool {
    let letters = name.chars().count();
    if name.contains(char::is_whitespace) || letters < 4 {
        return false;
    }
    let length = (letters - 2).clamp(4, 6).min(letters);
    let stem: String = name.chars().take(length).collect::<String>().to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.into_iter().any(|word| word.to_lowercase().starts_with(&stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(id: &str, name: &str, text: &str, expected: bool) {
        assert_eq!(named_by(id, &[name.to_owned()], text), expected, "{id} in {text}");
    }

    #[test]
    fn a_country_is_named_by_what_belongs_to_it() {
        check("pt", "Portugal", "The Portuguese police", true);
        check("ir", "Iran", "two Iranian men", true);
        check("it", "Italy", "Italian officers", true);
        check("fr", "France", "la police française", true);
        check("us", "United States", "the US Secret Service", true);
        check("fr", "France", "a fracas in Lyon", false);
        check("us", "United States", "all united, they THUS spoke", false);
    }

    #[test]
    fn neighbours_that_begin_alike_are_not_confused() {
        check("ne", "Niger", "Nigerian officers", false);
        check("ne", "Niger", "Nigerien officers", true);
    }
}
