//! Themes as those who make them see them: `E42x`, what `dateline theme check` finds.

use super::{
    Code, Problem, Severity, catalogue::Entry, nearest::nearest, theme::suggestion,
};
use crate::span::Place;

const NO_TEMPLATE: Code = Code("E421");
const UNKNOWN_TOKEN: Code = Code("E422");
const CONTRAST: Code = Code("E423");
const ONE_MODE: Code = Code("W424");
const UNMEASURED: Code = Code("W425");
const MISSING_TEXTS: Code = Code("W426");
const OTHER_FORM: Code = Code("W427");
const SHADOWS_NOTHING: Code = Code("W428");

/// The codes of this file.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: NO_TEMPLATE,
        level: Severity::Error,
        title: "a theme lacks a template that every site needs",
        text: "Every template that the built-in theme `base` has must be found in the theme or \
               in one that it extends. That can only fail where a site has a folder \
               `themes/base/` of its own, which takes the place of the built-in one. \
               `dateline theme check` looks for it.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme: { name: base }
-- themes/base/theme.yaml --
name: base
contract: 1
-- themes/base/i18n/en.yaml --
home: Home
",
        right: "\
-- site.yaml --
title: Newsroom
theme: { name: base }
",
    },
    Entry {
        code: UNKNOWN_TOKEN,
        level: Severity::Error,
        title: "a stylesheet uses a value that none declares",
        text: "`var(--link)` is the value of `--link`, which the stylesheet of the theme, or of \
               one that it extends, must declare. Where none does, a browser leaves out the whole \
               line. `dateline theme check` looks for it.",
        wrong: "\
-- overrides/style.css --
.kind { color: var(--lnik); }
",
        right: "\
-- overrides/style.css --
.kind { color: var(--link); }
",
    },
    Entry {
        code: CONTRAST,
        level: Severity::Error,
        title: "two colours of a theme are too near to each other",
        text: "Text needs a contrast of 4.5 to 1 with what it stands on, rules, maps and the \
               mark around what has the focus 3 to 1 (WCAG 2.2, success criteria 1.4.3 and \
               1.4.11), by day and in the dark. `dateline theme check` measures it.",
        wrong: "\
-- overrides/tokens.css --
:root { --muted: #999; }
@media (prefers-color-scheme: dark) { :root { --muted: #aaa; } }
",
        right: "\
-- overrides/tokens.css --
:root { --muted: #555; }
@media (prefers-color-scheme: dark) { :root { --muted: #aaa; } }
",
    },
    Entry {
        code: ONE_MODE,
        level: Severity::Warning,
        title: "a colour is set by day and not in the dark",
        text: "A theme's colours stand in `:root`, and once more in \
               `@media (prefers-color-scheme: dark)`. The stylesheets of a theme come after those \
               of the one it extends, so a colour that is set by day only is that of the dark \
               too. `dateline theme check` looks for it.",
        wrong: "\
-- overrides/tokens.css --
:root { --mark: #00735a; }
",
        right: "\
-- overrides/tokens.css --
:root { --mark: #00735a; }
@media (prefers-color-scheme: dark) { :root { --mark: #4fd1b5; } }
",
    },
    Entry {
        code: UNMEASURED,
        level: Severity::Warning,
        title: "the contrast of a colour cannot be measured",
        text: "`dateline theme check` reads colours that are written as `#0b5394` or `#fff`. Of \
               any other nobody knows whether its text can be read.",
        wrong: "\
-- overrides/tokens.css --
:root { --link: oklch(45% 0.12 250); }
",
        right: "\
-- overrides/tokens.css --
:root { --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --link: #8cc2ff; } }
",
    },
    Entry {
        code: MISSING_TEXTS,
        level: Severity::Warning,
        title: "a theme has a text in one language and not in another",
        text: "Pages of a language that lacks a text show it in English. Every language that the \
               theme speaks has a file `i18n/<language>.yaml` with the same keys. \
               `dateline theme check` compares them.",
        wrong: "\
-- site.yaml --
title: Newsroom
theme: { name: plain }
-- themes/plain/theme.yaml --
name: plain
contract: 1
-- themes/plain/i18n/en.yaml --
motto: News you can check
",
        right: "\
-- site.yaml --
title: Newsroom
theme: { name: plain }
-- themes/plain/theme.yaml --
name: plain
contract: 1
-- themes/plain/i18n/en.yaml --
home: Front page
",
    },
    Entry {
        code: OTHER_FORM,
        level: Severity::Warning,
        title: "a text of a theme is not made like the English one",
        text: "A text has the same places in braces in every language, and one line for each \
               plural form of its language where the English one counts something. \
               `dateline theme check` compares them.",
        wrong: "\
-- overrides/i18n/fr.yaml --
credit: Photo
",
        right: "\
-- overrides/i18n/fr.yaml --
credit: \"Photo : {name}\"
",
    },
    Entry {
        code: SHADOWS_NOTHING,
        level: Severity::Warning,
        title: "an override takes the place of nothing",
        text: "A file of `overrides/`, a text in its `i18n/` or a value in its `tokens.css` takes \
               the place of one of the theme. One that has no counterpart there and that nothing \
               names is never seen: most often its name is misspelt, or the theme has given it \
               up. `dateline theme check` looks for it.",
        wrong: "\
-- overrides/parts/fotter.html --
<footer>News</footer>
",
        right: "\
-- overrides/parts/footer.html --
<footer>News</footer>
",
    },
];

impl Problem {
    /// Templates of the built-in base that no layer of the theme `theme` has.
    pub fn theme_lacks_templates(theme: &str, templates: &[&str]) -> Self {
        let message = format!("the theme `{theme}` has no template {}", some(templates));
        Self::new(NO_TEMPLATE, message).help(
            "add them to `themes/base/templates/`, or remove `themes/base/`: the built-in theme \
             has them all",
        )
    }

    /// `var(--name)` where nothing declares `--name`.
    pub fn unknown_token(name: &str, place: &Place, known: &[String]) -> Self {
        Self::new(UNKNOWN_TOKEN, format!("no stylesheet declares `{name}`"))
            .at(&place.path, place.span, "has no value")
            .help(match nearest(name, known.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    format!("declare it in `:root`, as in `:root {{ {name}: #0b5394; }}`")
                }
            })
    }

    /// Two tokens whose contrast is too low: `measured` is when (`by day` or `in the dark`),
    /// how much it is and how much it must be.
    pub fn low_contrast(
        tokens: (&str, &str),
        measured: (&str, f64, f64),
        place: Option<Place>,
    ) -> Self {
        let (over, under) = tokens;
        let (mode, found, least) = measured;
        // Rounded down: 4.46 is not 4.5.
        let found = (found * 10.0).floor() / 10.0;
        let message =
            format!("`{over}` on `{under}` has a contrast of {found:.1} to 1 {mode}");
        let problem = Self::new(CONTRAST, message)
            .placed(place, format!("at least {least} to 1 is needed"));
        problem.help("make one of the two lighter or the other darker")
    }

    /// A colour that a theme sets by day only.
    pub fn colour_by_day_only(name: &str, place: &Place) -> Self {
        let message = format!("`{name}` is set by day and not in the dark");
        Self::new(ONE_MODE, message)
            .at(&place.path, place.span, "the same in the dark")
            .help(format!(
                "add @media (prefers-color-scheme: dark) {{ :root {{ {name}: …; }} }}"
            ))
    }

    /// A colour that is not written in hexadecimal digits.
    pub fn unmeasured_colour(name: &str, value: &str, place: Option<Place>) -> Self {
        let message = format!("the contrast of `{name}` cannot be measured");
        Self::new(UNMEASURED, message)
            .placed(place, format!("`{value}` is not written as `#rrggbb`"))
            .help("write it in hexadecimal digits, such as `#0b5394`")
    }

    /// Texts that a language lacks; `place` is where another has the first of them.
    pub fn missing_texts(lang: &str, keys: &[&str], place: Option<Place>) -> Self {
        let message = format!("in `{lang}` the theme has no text {}", some(keys));
        Self::new(MISSING_TEXTS, message)
            .placed(place, format!("not in `i18n/{lang}.yaml`"))
            .help(format!("add it to `i18n/{lang}.yaml` of the theme, translated"))
    }

    /// A text whose places or plural forms are not those it must have.
    pub fn text_of_another_form(key: &str, place: &Place, reason: &str) -> Self {
        Self::new(
            OTHER_FORM,
            format!("the text `{key}` is not made like the English one"),
        )
        .at(&place.path, place.span, reason)
        .help("take the English text and translate it word by word around its braces")
    }

    /// Something in `overrides/` or a theme, a `kind` such as `template`, that has no
    /// counterpart.
    pub fn shadows_nothing(
        kind: &str,
        name: &str,
        known: &[String],
        place: Option<Place>,
    ) -> Self {
        let message = format!("the {kind} `{name}` takes the place of nothing");
        let help = match nearest(name, known.iter().map(String::as_str)) {
            Some(_) => suggestion(name, known, ""),
            None => format!("remove it, or use it: nothing names this {kind}"),
        };
        Self::new(SHADOWS_NOTHING, message)
            .placed(place, format!("no {kind} of the theme is called so"))
            .help(help)
    }
}

/// The first five names, and how many more there are.
fn some(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(5).map(|it| format!("`{it}`")).collect();
    let rest = names.len() - shown.len();
    let more = if rest == 0 { String::new() } else { format!(" and {rest} more") };
    shown.join(", ") + &more
}
