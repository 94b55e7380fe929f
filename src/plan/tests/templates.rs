//! Templates that are asked for and not there.

use expect_test::expect;

use super::*;
use crate::problem::shown;

#[test]
fn a_template_that_is_not_there_is_reported_where_it_is_asked_for() {
    let settings = "\
types:
  raid: { folder: raids, template: raids/one }
  hint: { folder: hints }
";
    let page = "---\ntitle: A\ntemplate: pgae\n---\n";
    let archive = format!(
        "-- site.yaml --\n{settings}-- content/pages/a.md --\n{page}-- content/hints/b.md --\n\
         ---\ntitle: B\n---\n"
    );
    let problems = planned(&archive).problems;
    let said = |at: usize, text: &str| shown::all(&problems[at..=at], text);
    assert_eq!(problems.len(), 2);
    expect![[r#"
        E415 2:36 "raids/one"
        there is no template `raids/one`
        neither in `overrides/` nor in the theme
        the templates are `country`, `document`, `news`, `organisation`, `page`, `person`, `region`, `topic`
        E415 3:11 "pgae"
        there is no template `pgae`
        neither in `overrides/` nor in the theme
        did you mean `page`?
    "#]].assert_eq(&(said(0, settings) + &said(1, page)));
}
