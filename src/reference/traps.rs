//! Names of countries that mean something else in a running text, or more than one country.

/// Names that hold the name of a country and mean something else.
pub const DECOYS: &[&str] = &[
    "Agence France-Presse",
    "Air France",
    "Battle of Britain",
    "Brazil nut",
    "East China Sea",
    "Georgia Tech",
    "Guinea fowl",
    "Guinea pig",
    "Guinea pigs",
    "Gulf of Guinea",
    "Gulf of Mexico",
    "Gulf of Oman",
    "Gulf of Thailand",
    "Hauts-de-France",
    "Île-de-France",
    "Inner Mongolia",
    "Jersey City",
    "Jordan River",
    "Lake Malawi",
    "New Britain",
    "New Ireland",
    "New Jersey",
    "New Mexico",
    "Niger Delta",
    "Niger River",
    "Northern Ireland",
    "Panama Papers",
    "River Jordan",
    "River Niger",
    "Sea of Japan",
    "South China Morning Post",
    "South China Sea",
    "State of Georgia",
    "Tour de France",
    "U.S. dollar",
    "U.S. dollars",
    "US state of Georgia",
];

/// Names that are more often something else: a first name, a town, a word that begins a
/// sentence.
const WEAK: &[&str] = &[
    "Dominique",
    "Emirates",
    "Granada",
    "Grenade",
    "Maurice",
    "Mauricio",
    "Reunión",
    "Réunion",
    "Salvador",
    "San Martín",
    "Santa Elena",
    "Santa Lucía",
];

/// Names that alone may mean more than one country, and the codes of those they may mean.
pub const AMBIGUOUS: &[(&str, &[&str])] = &[
    ("Congo", &["cd", "cg"]),
    ("Corea", &["kr", "kp"]),
    ("Corée", &["kr", "kp"]),
    ("Dominica", &["dm", "do"]),
    ("Georgia", &["ge"]),
    ("Géorgie", &["ge"]),
    ("Guinea", &["gn", "gw", "gq"]),
    ("Guinée", &["gn", "gw", "gq"]),
    ("Korea", &["kr", "kp"]),
    ("Niger", &["ne", "ng"]),
    ("Níger", &["ne", "ng"]),
];

/// Names that are first names or surnames, too.
const PERSONAL: &[&str] = &[
    "Chad", "Cuba", "Georgia", "Holland", "India", "Ireland", "Israel", "Jersey",
    "Jordan", "Kenya",
];

/// Words with a capital only because they begin a sentence.
const STARTERS: &[&str] = &[
    "A", "After", "And", "Around", "As", "At", "Before", "Both", "But", "By", "For",
    "From", "If", "In", "Inside", "Like", "Near", "Of", "On", "Since", "That", "The",
    "Through", "To", "Under", "Unlike", "When", "Where", "While", "With", "Within",
];

/// Whether a name is more often something else than the country.
pub fn is_weak(name: &str) -> bool {
    WEAK.contains(&name)
}

/// Whether the name at a place of a text is part of the name of a person: “Michael Jordan”,
/// “Chad Smith”.
pub fn is_personal(text: &str, start: usize, end: usize) -> bool {
    if !PERSONAL.contains(&&text[start..end]) {
        return false;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let before = text[..start].strip_suffix(' ').unwrap_or_default();
    let before = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let after = text[end..].strip_prefix(' ').unwrap_or_default();
    capital(after) || capital(before) && !STARTERS.contains(&before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_countries() {
        let personal = |text: &str, name: &str| {
            let start = text.find(name).expect("it is there");
            is_personal(text, start, start + name.len())
        };
        assert!(personal("said Michael Jordan on Friday", "Jordan"));
        assert!(personal("Chad Smith was", "Chad"));
        assert!(!personal("In Jordan the police", "Jordan"));
        assert!(!personal("police in Jordan said", "Jordan"));
        assert!(!personal("Peter France", "France"));
    }
}
