//! Templates: `E41x`.

use super::{Code, Problem, Severity, catalogue::Entry, theme::suggestion};
use crate::span::Place;

const SYNTAX: Code = Code("E411");
const REFERENCE: Code = Code("E412");
const CIRCLE: Code = Code("E413");
const FAILED: Code = Code("E414");
const NO_TEMPLATE: Code = Code("E415");
const TOO_LARGE: Code = Code("E416");

/// The codes of this file.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: SYNTAX,
        level: Severity::Error,
        title: "a template cannot be read",
        text: "Something in double braces, or in braces with percent signs, is not closed or \
               says what templates do not know. The mark shows where the reader gave up; the \
               cause is there or a little before.",
        wrong: "\
-- overrides/404.html --
<h1>{{ page.title </h1>
",
        right: "\
-- overrides/404.html --
<h1>{{ page.title }}</h1>
",
    },
    Entry {
        code: REFERENCE,
        level: Severity::Error,
        title: "a template uses something that is not there",
        text: "A filter (`| text`), a component (`<card … />`), a test, a function, a block of \
               the template it extends, or another template is named that nobody has made.",
        wrong: "\
-- overrides/404.html --
<h1>{{ \"not_found\" | txet }}</h1>
",
        right: "\
-- overrides/404.html --
<h1>{{ \"not_found\" | text }}</h1>
",
    },
    Entry {
        code: CIRCLE,
        level: Severity::Error,
        title: "templates extend or include each other in a circle",
        text: "A template of `overrides/` takes the place of the theme's template of that name; \
               to extend what it replaces, it names the theme's own by its whole name.",
        wrong: "\
-- overrides/404.html --
{% extends \"404.html\" %}
",
        right: "\
-- overrides/404.html --
{% extends \"themes/base/404.html\" %}
",
    },
    Entry {
        code: FAILED,
        level: Severity::Error,
        title: "a template fails on a page",
        text: "The template asks for something that this page does not have. What pages have is \
               listed in the README of the theme `base`; ask with `{% if … %}` for what may be \
               missing.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
nav: main
---
-- overrides/page.html --
<h1>{{ page.titel }}</h1>
",
        right: "\
-- content/pages/about.md --
---
title: About us
nav: main
---
-- overrides/page.html --
<h1>{{ page.title }}</h1>
",
    },
    Entry {
        code: NO_TEMPLATE,
        level: Severity::Error,
        title: "there is no template of this name",
        text: "`template:` names a file of `overrides/` or of the theme, without `.html`.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
nav: main
template: abuot
---
-- overrides/about.html --
{% extends \"page.html\" %}
",
        right: "\
-- content/pages/about.md --
---
title: About us
nav: main
template: about
---
-- overrides/about.html --
{% extends \"page.html\" %}
",
    },
    Entry {
        code: TOO_LARGE,
        level: Severity::Error,
        title: "a page grows beyond all bounds",
        text: "A loop within a loop prints more than any reader wants. Dateline stops a page at \
               16 MiB.",
        wrong: "\
-- content/pages/about.md --
---
title: About us
nav: main
---
-- overrides/page.html --
{% for a in range(end=9999) %}{% for b in range(end=9999) %}{{ page.title }}{% endfor %}{% endfor %}
",
        right: "\
-- content/pages/about.md --
---
title: About us
nav: main
---
-- overrides/page.html --
{{ page.title }}
",
    },
];

impl Problem {
    /// A template that cannot be read.
    pub fn template_syntax(place: &Place, reason: &str) -> Self {
        Self::new(SYNTAX, "this template cannot be read")
            .at(&place.path, place.span, reason)
            .help("`{{` needs its `}}`, `{% if %}`, `{% for %}` and `{% block %}` their ends")
    }

    /// A template that uses what is not there: `what` is `filter`, `template` …, `help` what
    /// may have been meant.
    pub fn template_reference(
        place: &Place,
        what: &str,
        name: &str,
        help: Option<String>,
    ) -> Self {
        let message = format!("this template uses a {what} `{name}`, and there is none");
        let help =
            help.unwrap_or_else(|| format!("make the {what}, or take the name out"));
        Self::new(REFERENCE, message).at(&place.path, place.span, "not there").help(help)
    }

    /// Templates that extend or include each other in a circle.
    pub fn template_circle(place: &Place, chain: &[String]) -> Self {
        let file = chain.last().map_or("", |it| it.trim_start_matches("overrides/"));
        let whole = format!("{{% extends \"themes/base/{file}\" %}}");
        let chain: Vec<String> = chain.iter().map(|it| format!("`{it}`")).collect();
        Self::new(CIRCLE, "this template leads back to itself")
            .at(&place.path, place.span, format!("by way of {}", chain.join(", ")))
            .help(format!(
                "to extend what this template replaces, name it whole: `{whole}`"
            ))
    }

    /// A template that fails on the page at the address `page`.
    pub fn template_failed(
        place: &Place,
        reason: &str,
        page: &str,
        help: Option<String>,
    ) -> Self {
        let problem =
            Self::new(FAILED, format!("this template fails on the page {page}"));
        let problem = problem.at(&place.path, place.span, reason);
        match help {
            Some(help) => problem.help(help),
            None => problem,
        }
    }

    /// A failure on the page at the address `page` without a place in a template.
    pub fn rendering_failed(reason: &str, page: &str) -> Self {
        Self::new(FAILED, format!("the template of the page {page} fails: {reason}"))
            .help("look at the template of this page, and at what it includes")
    }

    /// An entry or a type that asks for a template there is none of.
    pub fn no_template(name: &str, place: &Place, known: &[String]) -> Self {
        Self::new(NO_TEMPLATE, format!("there is no template `{name}`"))
            .at(&place.path, place.span, "neither in `overrides/` nor in the theme")
            .help(suggestion(name, known, "the templates are"))
    }

    /// A page that comes out larger than any page should; `limit` is in MiB.
    pub fn page_too_large(page: &str, template: &str, limit: usize) -> Self {
        Self::new(TOO_LARGE, format!("the page {page} would be larger than {limit} MiB"))
            .help(format!(
                "look for a loop in the template `{template}` that prints too much"
            ))
    }
}
