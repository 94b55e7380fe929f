//! Templates rendered: what a view shows, what is said of mistakes.

use std::fmt::Write;

use expect_test::{Expect, expect};
use serde_json::json;

use super::*;
use crate::{
    config::ThemeChoice,
    plan::words,
    schema::{Schema, Type},
    source::Sources,
    span::line_column,
    theme,
    view::{Free, NotFoundView, OpenGraph},
};

fn load(site: &str) -> Theme {
    let choice = ThemeChoice { name: "bureau".into(), options: serde_json::Map::new() };
    let loaded = theme::load(&Sources::of_archive(site), &choice);
    assert_eq!(loaded.problems, []);
    loaded.value.expect("a theme")
}

fn frame(theme: &Theme, lang: &str) -> Frame {
    Frame {
        title: "Newsroom & Co".into(),
        description: String::new(),
        url: "https://example.org/".into(),
        base_path: "/".into(),
        home: "/".into(),
        lang: lang.into(),
        dir: "ltr",
        og_locale: "en_GB".into(),
        menu: Vec::new(),
        search: None,
        footer: Vec::new(),
        disclaimer: None,
        feeds: Vec::new(),
        stylesheets: Vec::new(),
        preload_fonts: Vec::new(),
        top_colours: Default::default(),
        assets: "/assets/".into(),
        strings: Free(theme.strings_of(lang).clone()),
        options: Free(theme.options.clone()),
        extra: Free(json!({})),
        data: Free(json!({})),
    }
}

fn not_found() -> View<'static> {
    let og = OpenGraph {
        kind: "website",
        title: String::new(),
        image: String::new(),
        image_alt: String::new(),
        image_size: None,
        published: None,
        modified: None,
        tags: Vec::new(),
    };
    let head = Head {
        lang: None,
        dir: None,
        title: "Not <found>".into(),
        description: String::new(),
        canonical: "https://example.org/404.html".into(),
        noindex: true,
        alternates: Vec::new(),
        languages: Vec::new(),
        feeds: Vec::new(),
        breadcrumb: Vec::new(),
        section: String::new(),
        og,
        json_ld: "{}".into(),
        json: None,
        previous: None,
        next: None,
    };
    View::NotFound(Box::new(NotFoundView { head, title: "Not <found>".into() }))
}

fn render(site: &str, name: &str) -> Result<String, Vec<Problem>> {
    let theme = load(site);
    let checked = Renderer::new(&theme, &[frame(&theme, "en")]);
    let renderer = checked.value.ok_or(checked.problems)?;
    let mut out = Vec::new();
    renderer
        .template(name, LangId(0), &not_found(), &mut out)
        .map_err(|problem| vec![*problem])?;
    Ok(String::from_utf8(out).expect("UTF-8"))
}

/// The page, or what is wrong with the site's templates: `path:line:column`, message,
/// label and help.
fn check(site: &str, expected: &Expect) {
    let sources = Sources::of_archive(site);
    let text = match render(site, "404") {
        Ok(page) => page,
        Err(problems) => problems.iter().fold(String::new(), |mut text, it| {
            let place = it.place.as_ref().expect("a place");
            let source = sources.text(&place.path).expect("a file of the site");
            let source = std::str::from_utf8(&source.bytes).expect("UTF-8");
            let (line, column) = line_column(source, place.span.range().start);
            let marked = &source[place.span.range()];
            let help = it.help.as_deref().unwrap_or("");
            let (path, message, label) = (&place.path, &it.message, &it.label);
            let _ = writeln!(
                text,
                "{path}:{line}:{column}: {message}\n  {marked:?} {label}\n  help: {help}"
            );
            text
        }),
    };
    expected.assert_eq(&text);
}

#[test]
fn texts_are_escaped_and_json_cannot_end_its_script() {
    let site = r#"
-- overrides/404.html --
{{ site.title }} {{ page.title }} {{ "news_count" | text(n=1) }}
{% set it = {"name": "</script>&"} %}{{ it | json }}
"#;
    check(
        site,
        &expect![[r#"
        Newsroom &amp; Co Not &lt;found&gt; 1 news item
        {"name":"\u003c/script\u003e\u0026"}
    "#]],
    );
}

#[test]
fn groups_keep_the_order_of_what_is_grouped() {
    let site = r#"
-- overrides/404.html --
{% set all = [{"k": "z", "v": 1}, {"k": "a", "v": 2}, {"k": "z", "v": 3}] -%}
{% for k, them in all | group_by(attribute="k") %}{{ k }}:{{ them | length }} {% endfor %}
"#;
    for _ in 0..5 {
        check(
            site,
            &expect![[r#"
            z:2 a:1 
        "#]],
        );
    }
}

#[test]
fn every_template_that_cannot_be_read_is_reported() {
    let site = r#"
-- overrides/404.html --
<h1>
{{ page.title </h1>
-- overrides/news.html --
{% if page %}
"#;
    check(
        site,
        &expect![[r#"
            overrides/404.html:2:15: this template cannot be read
              "</" found `</` but expected }}
              help: `{{` needs its `}}`, `{% if %}`, `{% for %}` and `{% block %}` their ends
            overrides/news.html:1:14: this template cannot be read
              "\n" unexpected end of input
              help: `{{` needs its `}}`, `{% if %}`, `{% for %}` and `{% block %}` their ends
        "#]],
    );
}

#[test]
fn everything_unknown_is_reported_with_what_may_have_been_meant() {
    let site = r#"
-- overrides/404.html --
{% extends "base.html" %}
{% block mian %}{% endblock %}
{% block main %}é {{ page.title | lenght }} {{ <crad card={page} /> }}
{% include "parts/heda.html" %}{% endblock %}
"#;
    check(
        site,
        &expect![[r#"
            overrides/404.html:2:10: this template uses a block `mian`, and there is none
              "mian" not there
              help: did you mean `main`?
            overrides/404.html:3:35: this template uses a filter `lenght`, and there is none
              "lenght" not there
              help: did you mean `length`?
            overrides/404.html:3:49: this template uses a component `crad`, and there is none
              "crad" not there
              help: did you mean `card`?
            overrides/404.html:4:13: this template uses a template `parts/heda.html`, and there is none
              "parts/heda.html" not there
              help: did you mean `parts/head.html`?
        "#]],
    );
    let site = r#"
-- overrides/404.html --
{% extends "bsae.html" %}
"#;
    check(
        site,
        &expect![[r#"
            overrides/404.html:1:13: this template uses a template `bsae.html`, and there is none
              "bsae.html" not there
              help: did you mean `base.html`?
        "#]],
    );
}

#[test]
fn a_template_that_extends_itself_is_told_how_to_do_it() {
    let site = r#"
-- overrides/404.html --
{% extends "404.html" %}
"#;
    check(
        site,
        &expect![[r#"
            overrides/404.html:1:4: this template leads back to itself
              "extends" by way of `overrides/404.html`
              help: to extend what this template replaces, name it whole: `{% extends "themes/base/404.html" %}`
        "#]],
    );
}

#[test]
fn what_fails_while_rendering_names_the_page() {
    for (template, expected) in [
        (
            "{{ page.titel }}",
            expect![[r#"
                overrides/404.html:1:9: this template fails on the page https://example.org/404.html
                  "titel" it has no `titel`
                  help: did you mean `title`?
            "#]],
        ),
        (
            "{{ pgae.title }}",
            expect![[r#"
                overrides/404.html:1:4: this template fails on the page https://example.org/404.html
                  "pgae" there is no `pgae` here
                  help: did you mean `page`?
            "#]],
        ),
        (
            "{% if page.haed.title %}{% endif %}",
            expect![[r#"
                overrides/404.html:1:12: this template fails on the page https://example.org/404.html
                  "haed" it has no `haed`
                  help: did you mean `head`?
            "#]],
        ),
    ] {
        check(&format!("-- overrides/404.html --\n{template}\n"), &expected);
    }
}

#[test]
fn a_filter_refuses_what_it_does_not_know() {
    for (template, expected) in [
        (
            "{{ \"news_count\" | text }}",
            expect![[r#"
                overrides/404.html:1:19: this template fails on the page https://example.org/404.html
                  "text" text `news_count`: this text counts something and needs `n`
                  help: 
            "#]],
        ),
        (
            "{{ \"home\" | text(nam=1) }}",
            expect![[r#"
                overrides/404.html:1:13: this template fails on the page https://example.org/404.html
                  "text(nam=1)" text `home`: the text has no place `{nam}`
                  help: 
            "#]],
        ),
        (
            "{{ \"hom\" | text }}",
            expect![[r#"
                overrides/404.html:1:12: this template fails on the page https://example.org/404.html
                  "text" text `hom`: the theme has no text of this name; did you mean `home`?
                  help: 
            "#]],
        ),
        (
            "{{ page | json(pretty=true) }}",
            expect![[r#"
                overrides/404.html:1:11: this template fails on the page https://example.org/404.html
                  "json(pretty=true)" `json` has no argument `pretty`
                  help: 
            "#]],
        ),
        (
            "{{ page.title + 1 }}",
            expect![[r#"
                overrides/404.html:1:4: this template fails on the page https://example.org/404.html
                  "page.title + 1" `+` requires both operands to be numbers, found `string` and `i64`
                  help: 
            "#]],
        ),
    ] {
        check(&format!("-- overrides/404.html --\n{template}\n"), &expected);
    }
}

#[test]
fn a_page_without_end_is_stopped() {
    let loops = "{% for a in range(end=9999) %}{% for b in range(end=9999) %}x{{ a }}\
                 {% endfor %}{% endfor %}";
    let problems = render(&format!("-- overrides/404.html --\n{loops}\n"), "404");
    let message = problems.map_err(|it| it[0].message.clone());
    let expected = "the page https://example.org/404.html would be larger than 16 MiB";
    assert_eq!(message, Err(expected.to_owned()));
}

#[test]
fn a_template_that_is_not_there_is_named_with_the_page() {
    let problems = render("", "newz").expect_err("no such template");
    let expected = "the template of the page https://example.org/404.html fails: \
                    there is no template `newz`";
    assert_eq!(problems[0].message, expected);
}

#[test]
fn every_text_that_views_and_types_name_is_in_the_theme() {
    let theme = load("");
    let strings = theme.strings_of("en");
    let schema = Schema::builtin();
    let types = schema.types.iter().map(|it| it.label.as_str());
    let fields = schema.types.iter().flat_map(Type::relations);
    let fields = fields.filter(|it| it.name != "translation_of");
    let relations = fields.flat_map(|it| {
        [Some(it.label.as_str()), it.inverse.as_ref().map(|it| it.label.as_str())]
    });
    let all = types.chain(relations.flatten()).chain(words::KEYS.iter().copied());
    let missing: Vec<&str> = all.filter(|it| strings.get(*it).is_none()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
