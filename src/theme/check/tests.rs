//! Themes with mistakes in them, and those without.

use expect_test::{Expect, expect};

use super::check;
use crate::{source::Sources, theme::builtin};

fn check_theme(name: &str, archive: &str, expected: &Expect) {
    let sources = Sources::of_archive(archive);
    let mut problems = check(&sources, name);
    problems.sort_by(|a, b| a.order().cmp(&b.order()));
    let lines: Vec<String> =
        problems.iter().map(|it| format!("{} {}\n", it.code.0, it.message)).collect();
    expected.assert_eq(&lines.concat());
}

#[test]
fn the_built_in_themes_have_nothing_wrong() {
    assert_eq!(builtin::names(), ["atlas", "base", "bureau", "gazette"]);
    for name in builtin::names() {
        assert_eq!(check(&Sources::default(), name), [], "{name}");
    }
}

#[test]
fn colours_are_measured_as_they_are_when_all_sheets_are_joined() {
    check_theme(
        "mine",
        "
-- themes/mine/theme.yaml --
name: mine
contract: 1
styles: [mine.css]
-- themes/mine/css/mine.css --
/* A sheet in the layer of themes: its dark colours win over those of base. */
@layer theme {
  :root { --muted: var(--grey); --grey: #999; --link: #06c; }
  @media (prefers-color-scheme: dark) { :root { --grey: #444; --link: #6ad; } }
  @media print { :root { --ink: #fff; } }
  .card { color: var(--grey); --ink: #fff; }
}
",
        &expect![[r#"
            E423 `--muted` on `--bg` has a contrast of 1.8 to 1 in the dark
            E423 `--muted` on `--bg` has a contrast of 2.8 to 1 by day
            E423 `--muted` on `--surface` has a contrast of 1.6 to 1 in the dark
            E423 `--muted` on `--surface` has a contrast of 2.6 to 1 by day
        "#]],
    );
}

#[test]
fn tokens_are_declared_used_and_set_twice() {
    check_theme(
        "bureau",
        "
-- overrides/tokens.css --
:root { --mark: #00735a; --lnik: #0b5394; --visited: rebeccapurple; }
-- overrides/style.css --
.kind { color: var(--surfcae); border-color: var(--mine, red); }
",
        &expect![[r#"
            E422 no stylesheet declares `--surfcae`
            E423 `--mark` on `--sea` has a contrast of 2.4 to 1 in the dark
            E423 `--mark` on `--surface` has a contrast of 2.7 to 1 in the dark
            W424 `--mark` is set by day and not in the dark
            W424 `--lnik` is set by day and not in the dark
            W428 the token `--lnik` takes the place of nothing
            W425 the contrast of `--visited` cannot be measured
            W425 the contrast of `--visited` cannot be measured
        "#]],
    );
}

#[test]
fn every_language_has_every_text_in_its_own_forms() {
    check_theme(
        "mine",
        "
-- themes/mine/theme.yaml --
name: mine
contract: 1
-- themes/mine/i18n/en.yaml --
motto: News
-- themes/mine/i18n/ar.yaml --
motto: أخبار
news_count: { one: خبر, other: \"{n} خبر\" }
-- themes/mine/i18n/fr.yaml --
motto: \"Nouvelles {de}\"
credit: Photo
",
        &expect![[r#"
            W426 in `es` the theme has no text `motto`
            W427 the text `news_count` is not made like the English one
            W427 the text `motto` is not made like the English one
            W427 the text `credit` is not made like the English one
        "#]],
    );
}

#[test]
fn overrides_take_the_place_of_something() {
    check_theme(
        "bureau",
        "
-- site.yaml --
title: N
types: { case: { folder: cases, template: case } }
-- content/pages/a.md --
---
title: A
template: landing
---
-- overrides/landing.html --
{% include \"parts/mine.html\" %}
-- overrides/parts/mine.html --
<p>Mine</p>
-- overrides/parts/components.html --
{%- component mine() -%}<p>Mine</p>{%- endcomponent -%}
-- overrides/case.html --
<p>Case</p>
-- overrides/templates/news.html --
<p>News</p>
-- overrides/newz.html --
<p>News</p>
-- overrides/css/style.css --
p { margin: 0; }
-- overrides/assets/a.txt --
A
-- overrides/i18n/en.yaml --
hoem: Start
home: Start
",
        &expect![[r#"
            W428 the file `css/style.css` takes the place of nothing
            W428 the text `hoem` takes the place of nothing
            W428 the template `newz.html` takes the place of nothing
        "#]],
    );
}
