//! `site.yaml`, variables and options: `E5xx`, `W5xx`.

use super::{Code, Problem, Severity, catalogue::Entry};
use crate::span::Place;

const UNREADABLE: Code = Code("E501");
const UNKNOWN_SETTING: Code = Code("E502");
const WRONG_SETTING: Code = Code("E503");
const BASE_URL: Code = Code("E504");
const TIME_ZONE: Code = Code("E505");
const LANGUAGE: Code = Code("E506");
const DEFAULT_LANGUAGE: Code = Code("E507");
const UNKNOWN_CODE: Code = Code("E508");
const FIRM_CODE: Code = Code("E509");
const OUT_OF_RANGE: Code = Code("E510");
const NO_SUCH_TYPE: Code = Code("E511");
const COUNTRY_CODE: Code = Code("E512");
const VARIABLE: Code = Code("W513");
const MENU: Code = Code("E514");
const NO_SITE: Code = Code("E515");

/// The codes of this file; those of a site's own types stand in [`super::own_types`].
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: UNREADABLE,
        level: Severity::Error,
        title: "`site.yaml` is not YAML",
        text: "Every setting is a line of its own, `name: value`, and a setting that belongs \
               to another one stands below it, indented with spaces. A value with `: ` or \
               ` #` in it needs quotation marks.",
        wrong: "\
-- site.yaml --
title: Newsroom: all the news
",
        right: "\
-- site.yaml --
title: \"Newsroom: all the news\"
",
    },
    Entry {
        code: UNKNOWN_SETTING,
        level: Severity::Error,
        title: "there is no such setting",
        text: "A setting that Dateline does not know would do nothing, and nobody would \
               notice. Values for your own templates go below `extra:`.",
        wrong: "\
-- site.yaml --
titel: Newsroom
",
        right: "\
-- site.yaml --
title: Newsroom
",
    },
    Entry {
        code: WRONG_SETTING,
        level: Severity::Error,
        title: "a setting has the wrong kind of value",
        text: "A setting that takes a number, a list, `true` or `false`, or one of a few words \
               takes nothing else.",
        wrong: "\
-- site.yaml --
related:
  limit: four
",
        right: "\
-- site.yaml --
related:
  limit: 4
",
    },
    Entry {
        code: BASE_URL,
        level: Severity::Error,
        title: "the public address of the site is none",
        text: "Feeds, the sitemap and links for social media need whole addresses. `base_url` \
               is what they begin with: `https://`, the host and, where the site does not \
               fill the host, a path.",
        wrong: "\
-- site.yaml --
base_url: example.org
",
        right: "\
-- site.yaml --
base_url: https://example.org/
",
    },
    Entry {
        code: TIME_ZONE,
        level: Severity::Error,
        title: "there is no such time zone",
        text: "A date without a time means the start of that day in the zone of the site. \
               Zones have the names of the IANA database: `Europe/Paris`, `UTC`.",
        wrong: "\
-- site.yaml --
timezone: Europe/Pariss
",
        right: "\
-- site.yaml --
timezone: Europe/Paris
",
    },
    Entry {
        code: LANGUAGE,
        level: Severity::Error,
        title: "a language tag is none, or is there twice",
        text: "Languages are named by BCP 47 tags: `en`, `fr`, `pt-br`. They become parts of \
               file names (`name.fr.md`) and of addresses (`/fr/`).",
        wrong: "\
-- site.yaml --
default_language: english
",
        right: "\
-- site.yaml --
default_language: en
",
    },
    Entry {
        code: DEFAULT_LANGUAGE,
        level: Severity::Error,
        title: "the default language is not among the languages",
        text: "Where `languages` are listed, the one that files without a language are in is \
               among them.",
        wrong: "\
-- site.yaml --
default_language: en
languages: { fr: {}, es: {} }
",
        right: "\
-- site.yaml --
default_language: en
languages: { en: {}, fr: {}, es: {} }
",
    },
    Entry {
        code: UNKNOWN_CODE,
        level: Severity::Error,
        title: "there is no such code or group",
        text: "Levels are set by code (`W304`) or by group: `syntax`, `fields`, `references`, \
               `addresses`, `theme`, `style`. `dateline explain` lists all codes.",
        wrong: "\
-- site.yaml --
lints:
  deny: [stile]
",
        right: "\
-- site.yaml --
lints:
  deny: [style]
",
    },
    Entry {
        code: FIRM_CODE,
        level: Severity::Error,
        title: "an error cannot be made less than one",
        text: "What an error outside the house style finds would break pages: a link that \
               leads nowhere, two pages on one address. Repair it; only rules of house style \
               and warnings can be silenced.",
        wrong: "\
-- site.yaml --
lints:
  allow: [E508]
",
        right: "\
-- site.yaml --
lints:
  allow: [W304]
",
    },
    Entry {
        code: OUT_OF_RANGE,
        level: Severity::Error,
        title: "a number is too small or too large",
        text: "Numbers have limits within which the site still makes sense.",
        wrong: "\
-- site.yaml --
pagination:
  per_page: 0
",
        right: "\
-- site.yaml --
pagination:
  per_page: 20
",
    },
    Entry {
        code: NO_SUCH_TYPE,
        level: Severity::Error,
        title: "feeds or pictures are asked for of a type that there is not",
        text: "`feeds.per` and `outputs.social` list `site` and names of types, in the \
               singular: `country`, `topic`, `organisation`.",
        wrong: "\
-- site.yaml --
feeds:
  per: [site, countries]
",
        right: "\
-- site.yaml --
feeds:
  per: [site, country]
",
    },
    Entry {
        code: COUNTRY_CODE,
        level: Severity::Error,
        title: "a country is not named by its code",
        text: "`countries.names` gives countries the names that the site uses in lists; the \
               countries are named by their ISO 3166-1 alpha-2 codes.",
        wrong: "\
-- site.yaml --
countries:
  names: { Korea: \"Korea (Rep. of)\" }
",
        right: "\
-- site.yaml --
countries:
  names: { KR: \"Korea (Rep. of)\" }
",
    },
    Entry {
        code: VARIABLE,
        level: Severity::Warning,
        title: "a variable overrides nothing",
        text: "Variables that begin with `DATELINE_` override settings: `DATELINE_BASE_URL`, \
               `DATELINE_DEFAULT_LANGUAGE`, `DATELINE_THEME`, `DATELINE_TIMEZONE`, \
               `DATELINE_TITLE`. One with another name is a slip of the pen, or belongs to \
               another program.",
        wrong: "",
        right: "",
    },
    Entry {
        code: MENU,
        level: Severity::Error,
        title: "a link of a menu is no address",
        text: "A menu leads to pages of the site, whose addresses begin with `/`, or to other \
               sites, with the whole address.",
        wrong: "\
-- site.yaml --
menu:
  - { label: News, url: example.org/news/ }
",
        right: "\
-- site.yaml --
menu:
  - { label: News, url: https://example.org/news/ }
",
    },
    Entry {
        code: NO_SITE,
        level: Severity::Error,
        title: "there is no site in the folder",
        text: "A site has a `site.yaml`, or entries below `content/`, or both. Where there is \
               neither, the command was most likely given in another folder than was meant.",
        wrong: "\
-- static/logo.svg --
<svg/>
",
        right: "\
-- static/logo.svg --
<svg/>
-- site.yaml --
title: Newsroom
",
    },
];

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A place in `site.yaml`.
    Place(Place),
    /// A variable or option of this name.
    Name(String),
}

impl Origin {
    /// The place, or the keys where there is none.
    pub fn of(place: Option<Place>, keys: &[&str]) -> Self {
        place.map_or_else(|| Self::Name(keys.join(".")), Self::Place)
    }
}

impl Problem {
    /// `site.yaml` cannot be read, for the reason given.
    pub fn settings_unreadable(place: Place, reason: &str) -> Self {
        Self::new(UNREADABLE, "`site.yaml` cannot be read")
            .stands(&Origin::Place(place), reason)
            .help("put a value with `: ` or ` #` in it in quotation marks; indent with spaces")
    }

    /// What is wrong with a YAML text, as it is in the settings: its words, their code.
    #[must_use]
    pub fn in_settings(mut self) -> Self {
        self.code = UNREADABLE;
        self.message = self.message.replace("the front matter", "`site.yaml`");
        self
    }

    /// A key that is no setting; `known` are the ones there are in its place.
    pub fn unknown_setting(
        place: Place,
        key: &str,
        near: Option<&str>,
        known: &[&str],
    ) -> Self {
        let problem = Self::new(UNKNOWN_SETTING, format!("there is no setting `{key}`"))
            .stands(&Origin::Place(place), "unknown setting");
        problem.help(meant(near, || format!("settings here are {}", list(known))))
    }

    /// A word where only some others are allowed.
    pub fn unknown_choice(
        place: Place,
        word: &str,
        near: Option<&str>,
        known: &[&str],
    ) -> Self {
        let problem = Self::new(WRONG_SETTING, format!("`{word}` is no choice here"))
            .stands(&Origin::Place(place), "unknown word");
        problem.help(meant(near, || format!("choose one of {}", list(known))))
    }

    /// A setting that another one needs.
    pub fn missing_setting(place: Place, key: &str) -> Self {
        Self::new(WRONG_SETTING, format!("`{key}` is missing"))
            .stands(&Origin::Place(place), format!("this needs `{key}`"))
            .help(format!("add `{key}: …`"))
    }

    /// A value of the wrong kind; `wanted` is the right one in words, `example` one.
    pub fn wrong_setting(place: Place, keys: &str, wanted: &str, example: &str) -> Self {
        let what =
            if keys.is_empty() { "`site.yaml`".into() } else { format!("`{keys}`") };
        let key = keys.rsplit('.').next().unwrap_or_default();
        Self::new(WRONG_SETTING, format!("{what} must be {wanted}"))
            .stands(&Origin::Place(place), format!("this is not {wanted}"))
            .help(format!("write it as `{key}: {example}`"))
    }

    /// A public address that is none; `meant` is one that perhaps is.
    pub fn bad_base_url(
        from: &Origin,
        url: &str,
        why: &str,
        meant: Option<&str>,
    ) -> Self {
        let help = meant.unwrap_or("https://example.org/");
        Self::new(BASE_URL, format!("`{url}` is no public address of a site"))
            .stands(from, why)
            .help(format!("base_url: {help}"))
    }

    /// A time zone that does not exist.
    pub fn unknown_time_zone(from: &Origin, zone: &str, near: Option<&str>) -> Self {
        Self::new(TIME_ZONE, format!("there is no time zone `{zone}`"))
            .stands(from, "unknown time zone")
            .help(meant(near, || {
                "zones are named by a region and a city: `Europe/Paris`".into()
            }))
    }

    /// A text that is no language tag.
    pub fn bad_language(from: &Origin, tag: &str) -> Self {
        Self::new(LANGUAGE, format!("`{tag}` is no language tag"))
            .stands(from, "not a tag of BCP 47")
            .help("tags are such as `en`, `fr`, `pt-br`")
    }

    /// A language that is listed twice.
    pub fn same_language(from: &Origin, tag: &str) -> Self {
        Self::new(LANGUAGE, format!("the language `{tag}` is there twice"))
            .stands(from, "listed before, in other capitals")
            .help("keep one of the two")
    }

    /// A default language that is not among the languages.
    pub fn unlisted_language(from: &Origin, tag: &str, listed: &[&str]) -> Self {
        Self::new(DEFAULT_LANGUAGE, format!("`{tag}` is not among the languages"))
            .stands(from, "not listed in `languages`")
            .help(format!("take one of {}, or add `{tag}: {{}}` to them", list(listed)))
    }

    /// A name that is no code and no group.
    pub fn unknown_code(from: &Origin, name: &str, near: Option<&str>) -> Self {
        Self::new(UNKNOWN_CODE, format!("there is no code or group `{name}`"))
            .stands(from, "unknown code")
            .help(meant(near, || "`dateline explain` lists all codes".into()))
    }

    /// A code that stays an error.
    pub fn firm_code(from: &Origin, code: Code) -> Self {
        let code = code.0;
        Self::new(FIRM_CODE, format!("`{code}` is an error and stays one"))
            .stands(from, "pages would be broken")
            .help(format!("repair what it finds; `dateline explain {code}` says how"))
    }

    /// A number outside its limits.
    pub fn setting_out_of_range(from: &Origin, number: f64, min: f64, max: f64) -> Self {
        Self::new(OUT_OF_RANGE, format!("`{number}` is too small or too large"))
            .stands(from, format!("this must be from {min} to {max}"))
            .help(format!("take a number from {min} to {max}"))
    }

    /// Feeds or pictures of a type that there is not.
    pub fn unknown_type_named(from: &Origin, name: &str, near: Option<&str>) -> Self {
        Self::new(NO_SUCH_TYPE, format!("there is no type `{name}`"))
            .stands(from, "unknown type")
            .help(meant(near, || "`site`, or a type such as `country` or `topic`".into()))
    }

    /// A country that is not named by its code.
    pub fn bad_country_code(from: &Origin, text: &str) -> Self {
        Self::new(COUNTRY_CODE, format!("`{text}` is no country code"))
            .stands(from, "not among the codes of ISO 3166-1")
            .help("name the country by its ISO 3166-1 alpha-2 code, such as `KR`")
    }

    /// A link of a menu that is no address.
    pub fn bad_menu_url(from: &Origin, url: &str) -> Self {
        Self::new(MENU, format!("`{url}` is no address"))
            .stands(from, "begins neither with `/` nor with `https://`")
            .help("write `/news/` for a page of the site, `https://…` for another site")
    }

    /// A folder without settings and entries.
    pub fn no_site() -> Self {
        let message =
            "there is no site here: no `site.yaml`, and nothing below `content/`";
        Self::new(NO_SITE, message)
            .help("go to the folder of the site, name it with `--root`, or make one: `dateline init my-site`")
    }

    /// A variable that overrides nothing; names without the prefix, in lower case.
    pub fn unknown_variable(name: &str, near: Option<&str>, known: &[&str]) -> Self {
        let full = |it: &str| format!("DATELINE_{}", it.to_uppercase());
        let known: Vec<String> = known.iter().map(|it| full(it)).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let near = near.map(full);
        Self::new(VARIABLE, format!("the variable `{}` overrides nothing", full(name)))
            .help(meant(near.as_deref(), || format!("variables are {}", list(&known))))
    }

    /// The same, showing where the setting comes from.
    pub(super) fn stands(mut self, origin: &Origin, label: impl Into<String>) -> Self {
        match origin {
            Origin::Place(place) => {
                let path = place.path.clone();
                self.at(&path, place.span, label)
            }
            Origin::Name(name) => {
                let label = label.into();
                self.message = format!("{}: {label} (`{name}`)", self.message);
                self
            }
        }
    }
}

/// “did you mean”, or something else to say.
pub(super) fn meant(near: Option<&str>, otherwise: impl Fn() -> String) -> String {
    near.map_or_else(otherwise, |it| format!("did you mean `{it}`?"))
}

/// Words between backticks, with commas.
pub(super) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|it| format!("`{it}`")).collect();
    quoted.join(", ")
}
