//! Themes: `E40x`. Templates are in [`super::templates`].

use serde_json::Value;

use super::{Code, Problem, Severity, catalogue::Entry, nearest::nearest};
use crate::span::Place;

const UNKNOWN_THEME: Code = Code("E401");
const MANIFEST: Code = Code("E402");
const CONTRACT: Code = Code("E403");
const CIRCLE: Code = Code("E404");
const UNKNOWN_OPTION: Code = Code("E405");
const BAD_OPTION: Code = Code("E406");
const STYLE: Code = Code("E407");
const TEXT: Code = Code("E408");

/// The codes of this file.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: UNKNOWN_THEME,
        level: Severity::Error,
        title: "there is no theme of this name",
        text: "A theme is a folder below `themes/`, or one that Dateline brings along. Its name \
               is that of the folder.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme: { name: bureua }
",
        right: "\
-- site.yaml --
title: Newsroom
theme: { name: bureau }
",
    },
    Entry {
        code: MANIFEST,
        level: Severity::Error,
        title: "a theme does not say what it is",
        text: "Every theme has a file `theme.yaml` with at least its `name`, which is that of \
               its folder, and the version of the template `contract` it was written for. It \
               may also say `help`, `extends`, `styles`, `preload`, `preload_in` and `options`.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme: { name: plain }
-- themes/plain/theme.yaml --
name: plain
contract: 1
extend: base
",
        right: "\
-- site.yaml --
title: Newsroom
theme: { name: plain }
-- themes/plain/theme.yaml --
name: plain
contract: 1
extends: base
",
    },
    Entry {
        code: CONTRACT,
        level: Severity::Error,
        title: "a theme was written for a later version of Dateline",
        text: "What templates can see of a page is a contract with a number. A theme that needs \
               a higher number than this Dateline keeps would show empty places.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme: { name: plain }
-- themes/plain/theme.yaml --
name: plain
contract: 9
",
        right: "\
-- site.yaml --
title: Newsroom
theme: { name: plain }
-- themes/plain/theme.yaml --
name: plain
contract: 1
",
    },
    Entry {
        code: CIRCLE,
        level: Severity::Error,
        title: "themes extend each other in a circle",
        text: "A theme takes from the one it extends what it does not have itself. Somewhere \
               that has to end: with the theme `base`, which is there without being named.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme: { name: day }
-- themes/day/theme.yaml --
name: day
contract: 1
extends: night
-- themes/night/theme.yaml --
name: night
contract: 1
extends: day
",
        right: "\
-- site.yaml --
title: Newsroom
theme: { name: day }
-- themes/day/theme.yaml --
name: day
contract: 1
extends: night
-- themes/night/theme.yaml --
name: night
contract: 1
",
    },
    Entry {
        code: UNKNOWN_OPTION,
        level: Severity::Error,
        title: "the theme has no such option",
        text: "What a site can choose of a theme is declared in its `theme.yaml`. Anything else \
               would do nothing, and nobody would notice.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme:
  name: bureau
  options: { flag: false }
",
        right: "\
-- site.yaml --
title: Newsroom
theme:
  name: bureau
  options: { flags: false }
",
    },
    Entry {
        code: BAD_OPTION,
        level: Severity::Error,
        title: "an option of the theme has the wrong kind of value",
        text: "The theme's `theme.yaml` says what its options hold: `true` or `false`, a text, a \
               number or one of a few words.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme:
  name: bureau
  options: { flags: sometimes }
",
        right: "\
-- site.yaml --
title: Newsroom
theme:
  name: bureau
  options: { flags: false }
",
    },
    Entry {
        code: STYLE,
        level: Severity::Error,
        title: "a file that a theme names is missing",
        text: "`styles` in a `theme.yaml` lists files of the theme's folder `css/`; `preload`, \
               `preload_in` and `picture_fonts` list fonts below its `assets/`, or below those of a theme it extends.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme: { name: plain }
-- themes/plain/theme.yaml --
name: plain
contract: 1
styles: [plain.css]
",
        right: "\
-- site.yaml --
title: Newsroom
theme: { name: plain }
-- themes/plain/theme.yaml --
name: plain
contract: 1
styles: [plain.css]
-- themes/plain/css/plain.css --
body { color: navy; }
",
    },
    Entry {
        code: TEXT,
        level: Severity::Error,
        title: "a text of the theme is neither a text nor a set of plural forms",
        text: "In `i18n/<language>.yaml` every key has one line of text, or one line for each \
               plural form of the language: `one` and `other` in English, up to `zero`, `one`, \
               `two`, `few`, `many` and `other` elsewhere.",
        wrong: "\
-- overrides/i18n/en.yaml --
news_count: { one: \"{n} report\", others: \"{n} reports\" }
",
        right: "\
-- overrides/i18n/en.yaml --
news_count: { one: \"{n} report\", other: \"{n} reports\" }
",
    },
];

impl Problem {
    /// A theme that is neither the site's own nor built in.
    pub fn unknown_theme(name: &str, known: &[String], place: Option<Place>) -> Self {
        Self::new(UNKNOWN_THEME, format!("there is no theme `{name}`"))
            .placed(place, "not in `themes/`, and not built in")
            .help(suggestion(name, known, "the themes are"))
    }

    /// A folder in `themes/` that lacks the file that makes it a theme.
    pub fn theme_without_manifest(name: &str) -> Self {
        let message = format!("the theme `{name}` has no `themes/{name}/theme.yaml`");
        let lines = format!("`name: {name}`, `contract: 1`, `extends: base`");
        Self::new(MANIFEST, message)
            .help(format!("make that file with these lines: {lines}"))
    }

    /// A `theme.yaml` that cannot be read.
    pub fn bad_manifest(place: &Place, name: &str, reason: &str) -> Self {
        Self::new(MANIFEST, format!("the theme `{name}` does not say clearly what it is"))
            .at(&place.path, place.span, reason)
            .help("it says `name` and `contract`, and may say `help`, `extends`, `styles`, `preload`, `preload_in`, `options`")
    }

    /// A theme that was written for a later version of this program: the version it wants
    /// and the one there is.
    pub fn theme_contract(place: Option<Place>, wants: (u32, u32)) -> Self {
        let (wanted, known) = wants;
        let message = format!(
            "this theme needs version {wanted} of the template contract, and this is version {known}"
        );
        Self::new(CONTRACT, message)
            .placed(place, "too new")
            .help("take a newer version of Dateline, or an older one of the theme")
    }

    /// Themes that extend each other in a circle.
    pub fn theme_circle(place: Option<Place>, themes: &[String]) -> Self {
        let chain: Vec<String> = themes.iter().map(|it| format!("`{it}`")).collect();
        Self::new(CIRCLE, "this theme extends itself in the end")
            .placed(place, format!("after {}", chain.join(", ")))
            .help("let the last of them say `extends: base`")
    }

    /// An option that a theme does not have.
    pub fn unknown_option(
        theme: &str,
        name: &str,
        known: &[String],
        place: Option<Place>,
    ) -> Self {
        Self::new(UNKNOWN_OPTION, format!("the theme `{theme}` has no option `{name}`"))
            .placed(place, "not in its theme.yaml")
            .help(suggestion(name, known, "its options are"))
    }

    /// An option with a value of the wrong kind; `wanted` is what it may be and what it is
    /// for.
    pub fn bad_option(
        name: &str,
        value: &Value,
        wanted: (&str, &str),
        place: Option<Place>,
    ) -> Self {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Self::new(BAD_OPTION, format!("the theme's option `{name}` cannot be `{value}`"))
            .placed(place, format!("must be {}", wanted.0))
            .help(format!("write {}; it says: {}", wanted.0, wanted.1))
    }

    /// A stylesheet that `theme.yaml` names and the theme lacks.
    pub fn missing_style(name: &str, place: Option<Place>) -> Self {
        Self::new(STYLE, format!("the theme has no stylesheet `css/{name}`"))
            .placed(place, "named here")
            .help(format!("add the file, or take `{name}` out of `styles`"))
    }

    /// A font that `theme.yaml` wants early and no layer has.
    pub fn missing_font(name: &str, place: Option<Place>) -> Self {
        Self::new(STYLE, format!("the theme has no font `assets/{name}`"))
            .placed(place, "named here")
            .help(format!("add the file, or take `{name}` out of the list"))
    }

    /// A text of a theme that is none.
    pub fn bad_text(key: &str, place: &Place, reason: &str) -> Self {
        Self::new(TEXT, format!("the text `{key}` is neither a text nor a set of plural forms"))
            .at(&place.path, place.span, reason)
            .help(format!(
                "write `{key}: …`, or `{key}: {{ one: …, other: … }}` with the forms of the language"
            ))
    }

    /// The same at a place, where there is one.
    pub(super) fn placed(self, place: Option<Place>, label: impl Into<String>) -> Self {
        match place {
            Some(place) => self.at(&place.path, place.span, label),
            None => self,
        }
    }
}

/// `did you mean …`, or all there are.
pub(super) fn suggestion(name: &str, known: &[String], else_say: &str) -> String {
    if let Some(near) = nearest(name, known.iter().map(String::as_str)) {
        return format!("did you mean `{near}`?");
    }
    let all: Vec<String> = known.iter().map(|it| format!("`{it}`")).collect();
    format!("{else_say} {}", all.join(", "))
}
