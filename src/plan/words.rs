//! Everything that depends on a language: the theme's strings with their plurals, dates in
//! words, sizes, the order of names and the letters of an A–Z. Built once per language.

use std::{cmp::Ordering, fmt};

use icu_calendar::Gregorian;
use icu_collator::{
    Collator, CollatorBorrowed,
    options::{CollatorOptions, Strength},
};
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{YM, YMD},
};
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil::Date;
use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization;

use crate::{config::Language, date::PartialDate, plan::languages, theme::Theme};

/// The strings that views are made with, beside the labels of types and relations (which
/// the schema names); their placeholders stand behind the key. A string may also be a map by
/// plural category with `{n}`.
pub const KEYS: &[&str] = &[
    // Pages: titles and what stands in `<meta name="description">`.
    "home",
    "news",
    "archive",
    "corrections",
    "feeds",
    "not_found",
    "search",
    "news_about",      // {name}
    "news_about_both", // {name} {topic}: of a country
    "news_of",         // {time}: `2020`, `February 2020`
    "page",            // {page}
    "page_of_list",    // {title} {page}
    "latest",
    "described_by_site", // {title} {site}: for a page that says nothing of itself
    "described_country", // {name}
    "described_list",    // {title}: newest first
    "described_page",    // {title} {page} {from} {to}: dates
    "described_archive",
    "described_index", // {title}
    "described_tree",  // {title}: of what has an order of its own
    "described_corrections",
    "described_feeds",
    "described_not_found",
    "described_search",
    // Words within pages.
    "kind_press_release",
    "kind_news",
    "kind_statement",
    "kind_speech",
    "kind_advisory",
    "kind_feature",
    "kind_list",
    "change_update",
    "change_correction",
    "change_clarification",
    "notice_withdrawn",    // {reason}
    "notice_withdrawn_on", // {date} {reason}
    "notice_corrected",    // {date}
    "notice_draft",
    "notice_embargo",        // {date}
    "notice_expired",        // {date}
    "notice_other_language", // {language}: of the text
    "official_name",
    "region",
    "capital",
    "bureau",
    "agency",
    "groupings",
    "member_since",
    "member_of_since", // {organisation}
    "kind",
    "country",
    "part_of",
    "founded",
    "headquarters",
    "website",
    "role_since",     // {from}: a year or a month
    "role_since_day", // {from}: a day
    "role_until",     // {to}
    "role_until_day", // {to}
    "role_as_of",     // {date}
    "role_as_of_day", // {date}
    "globe",          // {name}
    "share_email",
    "first_day", // the number of the first day of a month in a date
    "decimal_point",
    "kb",
    "mb",
    "gb",
];

/// The words of one language.
pub struct Words {
    strings: Map<String, Value>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    plural: Option<PluralRules>,
    order: Option<CollatorBorrowed<'static>>,
    letters: Option<CollatorBorrowed<'static>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("strings", &self.strings.len())
            .finish_non_exhaustive()
    }
}

impl Words {
    /// The words of a language: rules of its locale, strings of the theme in its tag.
    ///
    /// A locale that no data is known for falls back to English rules, then to ISO dates
    /// and the order of code points.
    pub fn new(language: &Language, theme: &Theme) -> Self {
        let locale: Locale = language.locale.parse().unwrap_or(locale!("en"));
        let strings = theme.strings_of(&language.tag).as_object();
        Self {
            strings: strings.cloned().unwrap_or_default(),
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long())
                .ok(),
            month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long())
                .ok(),
            plural: PluralRules::try_new_cardinal((&locale).into()).ok(),
            order: collator(&locale, Strength::Tertiary),
            letters: collator(&locale, Strength::Primary),
        }
    }

    /// A string of the theme; the key itself where the theme has none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// A string of the theme, if it has it.
    pub fn find(&self, key: &str) -> Option<&str> {
        match self.strings.get(key)? {
            Value::String(text) => Some(text),
            other => other.get("other")?.as_str(),
        }
    }

    /// A string with `{name}` placeholders filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.text(key).to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    /// The form of a string that goes with a number, which replaces `{n}`.
    pub fn count(&self, key: &str, n: usize) -> String {
        let forms = self.strings.get(key);
        let form = |category: &str| forms?.get(category)?.as_str();
        let text = form(self.category(n)).or_else(|| self.find(key)).unwrap_or("{n}");
        text.replace("{n}", &n.to_string())
    }

    fn category(&self, n: usize) -> &'static str {
        match self.plural.as_ref().map(|it| it.category_for(n)) {
            Some(PluralCategory::Zero) => "zero",
            Some(PluralCategory::One) => "one",
            Some(PluralCategory::Two) => "two",
            Some(PluralCategory::Few) => "few",
            Some(PluralCategory::Many) => "many",
            _ => "other",
        }
    }

    /// What a language is called in this one; what it calls itself, where the theme has no
    /// name for it.
    pub fn language<'a>(&'a self, tag: &'a str) -> &'a str {
        let plain = tag.split('-').next().unwrap_or(tag);
        let known = self.find(&format!("language_{plain}"));
        known.unwrap_or_else(|| languages::own_name(tag))
    }

    /// `11 February 2020`.
    pub fn day(&self, date: Date) -> String {
        let words = self.day.as_ref().zip(gregorian(date));
        let text = words.map_or_else(
            || date.to_string(),
            |(form, date)| form.format(&date).to_string(),
        );
        // CLDR has no ordinals in dates: `1er mars`.
        match self.find("first_day") {
            Some(first) if date.day() == 1 => text.replacen('1', first, 1),
            _ => text,
        }
    }

    /// `February 2020`.
    pub fn month(&self, year: i16, month: i8) -> String {
        let date = Date::new(year, month, 1).unwrap_or_default();
        let words = self.month.as_ref().zip(gregorian(date));
        words.map_or_else(
            || format!("{year}-{month:02}"),
            |(form, date)| form.format(&date).to_string(),
        )
    }

    /// `1964`, `September 1964` or `17 September 1964`.
    pub fn partial(&self, date: PartialDate) -> String {
        match (date.month, date.day) {
            (Some(_), Some(_)) => self.day(date.first_day()),
            (Some(month), None) => self.month(date.year, month),
            (None, _) => date.year.to_string(),
        }
    }

    /// `480 KB`, `1.2 MB`: units of 1,000, one digit behind the point from a million on.
    pub fn size(&self, bytes: u64) -> String {
        let point = self.find("decimal_point").unwrap_or(".");
        let tenths = |unit: u64| (bytes + unit / 20) / (unit / 10);
        let (unit, number) = match bytes {
            0..1_000_000 => ("KB", bytes.div_ceil(1_000).to_string()),
            1_000_000..1_000_000_000 => ("MB", decimal(tenths(1_000_000), point)),
            _ => ("GB", decimal(tenths(1_000_000_000), point)),
        };
        format!("{number}\u{a0}{}", self.find(&unit.to_lowercase()).unwrap_or(unit))
    }

    /// The order of two names in a list; ends in code points, so that it is total.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let words = self.order.as_ref().map_or(Ordering::Equal, |it| it.compare(a, b));
        words.then_with(|| a.cmp(b))
    }

    /// The letter a name stands under: `É` under `E` where the language takes them for one
    /// letter, `Ñ` by itself in Spanish; `#` for what begins with no letter. A letter with a
    /// mark is one by itself if it comes behind all that begins with the letter without.
    pub fn letter(&self, name: &str) -> String {
        let Some(first) = name.chars().find(|it| it.is_alphanumeric()) else {
            return "#".into();
        };
        if !first.is_alphabetic() {
            return "#".into();
        }
        let whole = first.to_uppercase().nfc().collect::<String>();
        let base = whole.nfd().next().map(String::from).unwrap_or_default();
        // U+FFFF comes last in every language (UTS #35, part 5, section 3.12).
        let last = format!("{base}\u{ffff}");
        let within = self.letters.as_ref().is_some_and(|it| {
            it.compare(&whole, &base).is_ge() && it.compare(&whole, &last).is_lt()
        });
        if within { base } else { whole }
    }
}

fn collator(locale: &Locale, strength: Strength) -> Option<CollatorBorrowed<'static>> {
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    Collator::try_new(locale.into(), options).ok()
}

fn gregorian(date: Date) -> Option<icu_calendar::Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    icu_calendar::Date::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

fn decimal(tenths: u64, point: &str) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}{point}{rest}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    fn words(tag: &str, locale: &str, strings: Value) -> Words {
        let language =
            Language { tag: tag.into(), locale: locale.into(), ..Language::default() };
        let theme = Theme {
            strings: BTreeMap::from([(tag.to_owned(), strings)]),
            ..Theme::default()
        };
        Words::new(&language, &theme)
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        let date = Date::constant(2020, 2, 11);
        let day = |tag, locale| words(tag, locale, json!({})).day(date);
        assert_eq!(day("en", "en-GB"), "11 February 2020");
        assert_eq!(day("fr", "fr"), "11 février 2020");
        assert_eq!(day("es", "es"), "11 de febrero de 2020");
        assert_eq!(day("ar", "ar"), "11 فبراير 2020");
        let fr = words("fr", "fr", json!({ "first_day": "1er" }));
        let days = [Date::constant(2021, 3, 1), Date::constant(2021, 3, 11)];
        assert_eq!(days.map(|it| fr.day(it)), ["1er mars 2021", "11 mars 2021"]);
        let en = words("en", "en-GB", json!({}));
        assert_eq!(en.month(2020, 2), "February 2020");
        let partial = |text| PartialDate::parse(text).map(|it| en.partial(it));
        assert_eq!(partial("1964").as_deref(), Some("1964"));
        assert_eq!(partial("1964-09").as_deref(), Some("September 1964"));
        assert_eq!(partial("1964-09-17").as_deref(), Some("17 September 1964"));
    }

    #[test]
    fn languages_have_names_in_each_other() {
        let fr = words("fr", "fr", json!({ "language_en": "anglais" }));
        let names = ["en", "en-gb", "de", "tlh"].map(|it| fr.language(it).to_owned());
        assert_eq!(names, ["anglais", "anglais", "Deutsch", "tlh"]);
    }

    #[test]
    fn plural_forms_follow_the_language() {
        let strings = json!({ "items": { "zero": "صفر", "one": "واحد", "two": "اثنان",
            "few": "{n} قليل", "many": "{n} كثير", "other": "{n} غير" } });
        let ar = words("ar", "ar", strings);
        let all: Vec<String> = [0, 1, 2, 3, 11, 100].map(|n| ar.count("items", n)).into();
        assert_eq!(all, ["صفر", "واحد", "اثنان", "3 قليل", "11 كثير", "100 غير"]);
        let en = words("en", "en", json!({ "items": "Items: {n}" }));
        assert_eq!(en.count("items", 1), "Items: 1");
    }

    #[test]
    fn letters_are_those_of_the_alphabet() {
        let (en, es) = (words("en", "en", json!({})), words("es", "es", json!({})));
        assert_eq!(en.letter("Émirats"), "E");
        assert_eq!(en.letter("Ñandú"), "N");
        assert_eq!(es.letter("ñandú"), "Ñ");
        assert_eq!(en.letter("“Åland”"), "A");
        assert_eq!(en.letter("3M"), "#");
        let ar = words("ar", "ar", json!({}));
        assert_eq!(ar.letter("أندورا"), "ا");
        assert_eq!(ar.letter("آيسلندا"), "ا");
        assert_eq!(words("sv", "sv", json!({})).letter("Åland"), "Å");
        assert_eq!(words("da", "da", json!({})).letter("Åland"), "Å");
        let mut names = ["Zoo", "Éclair", "Ebro", "eclair"];
        names.sort_by(|a, b| en.compare(a, b));
        assert_eq!(names, ["Ebro", "eclair", "Éclair", "Zoo"]);
    }

    #[test]
    fn sizes_are_rounded_up_to_what_a_reader_sees() {
        let fr = words("fr", "fr", json!({ "decimal_point": ",", "mb": "Mo" }));
        assert_eq!(fr.size(480_001), "481\u{a0}KB");
        assert_eq!(fr.size(1_249_999), "1,2\u{a0}Mo");
        assert_eq!(fr.size(2_000_000), "2\u{a0}Mo");
    }

    #[test]
    fn words_are_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Words>();
    }
}
