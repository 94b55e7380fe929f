//! The pages of the seed, and what the article shows.

use expect_test::{expect, expect_file};
use include_dir::{Dir, include_dir};

use super::*;
use crate::source::Source;

static CONTENT: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/golden/seed-site/content");
const SETTINGS: &str = include_str!("../../../tests/golden/seed-site/site.yaml");
const ARTICLE: &str =
    "/news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime/";

fn seed() -> Planned {
    let mut texts = vec![Source::new("site.yaml", SETTINGS.as_bytes())];
    collect(&CONTENT, &mut texts);
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    planned_of(&Sources { texts, ..Sources::default() }).sound()
}

fn collect(dir: &Dir, texts: &mut Vec<Source>) {
    let files =
        dir.files().filter(|it| it.path().extension().is_some_and(|it| it == "md"));
    texts.extend(files.map(|file| {
        Source::new(&format!("content/{}", file.path().display()), file.contents())
    }));
    dir.dirs().for_each(|it| collect(it, texts));
}

#[test]
fn the_seed_has_these_outputs() {
    let seed = seed();
    let paths: String = seed.plan.pages.iter().map(|it| it.path.clone() + "\n").collect();
    expect_file!["seed.txt"].assert_eq(&paths);
}

#[test]
fn the_article_reads_as_it_was_received() {
    let page = seed().page(ARTICLE);
    let html: String = texts(&page, "body.sections", "html").concat();
    assert_eq!(text(&page, "dateline"), "SEOUL, Republic of Korea");
    assert!(text(&page, "body.lead").starts_with("To support global law enforcement"));
    assert_eq!(html.matches("<p>").count(), 10);
    assert_eq!(text(&page, "from.title"), "INTERPOL");
    assert_eq!(texts(&page, "countries", "link.title"), ["Korea (Rep. of)"]);
    expect![[r#"
        Crimes against children
        Financial crime
        Cybercrime"#]]
    .assert_eq(&texts(&page, "see_also", "title").join("\n"));
    let related = at(&page, "related").as_array().cloned().unwrap_or_default();
    let dated =
        |it: &Value| format!("{}: {}\n", text(it, "date.text"), text(it, "link.title"));
    expect![[r#"
        27 January 2020: INTERPOL supports arrest of cybercriminals targeting online shopping websites
        23 January 2020: International collaboration leads to arrest of child sexual abuser in Portugal
        8 January 2020: INTERPOL-led action takes aim at cryptojacking in Southeast Asia
        27 November 2019: Airline ticket fraud: worldwide crackdown leads to 79 arrests
    "#]].assert_eq(&related.iter().map(dated).collect::<String>());
    expect!["home / news / 2020 / Korea to fund INTERPOL projects combating cyber-enabled crime"].assert_eq(&texts(&page, "head.breadcrumb", "title").join(" / "));
}

#[test]
fn the_pull_quote_stands_before_the_paragraph_that_introduces_it() {
    let page = seed().page(ARTICLE);
    let sections = at(&page, "body.sections").as_array().cloned().unwrap_or_default();
    assert_eq!(sections.len(), 2);
    assert!(at(&sections[0], "quote").is_null());
    assert_eq!(text(&sections[1], "quote.person.title"), "Jürgen Stock");
    assert_eq!(text(&sections[1], "quote.role"), "INTERPOL Secretary General");
    let after = text(&sections[1], "html");
    assert!(
        after.starts_with("<p>INTERPOL Secretary General Jürgen Stock said"),
        "{after}"
    );
}

#[test]
fn people_have_the_role_of_the_day() {
    let page = seed().page(ARTICLE);
    let people = at(&page, "people").as_array().cloned().unwrap_or_default();
    let line = |it: &Value| {
        format!(
            "{}, {} ({}), {}\n",
            text(it, "link.title"),
            text(it, "role.title"),
            text(it, "role.organisation.title"),
            text(it, "role.dates"),
        )
    };
    expect![[r#"
        Min Gab-Ryong, Commissioner General (Korean National Police Agency), role_as_of_day
        Jürgen Stock, Secretary General (INTERPOL), role_as_of_day
        Kim Jong Yang, President (INTERPOL), role_as_of_day
    "#]]
    .assert_eq(&people.iter().map(line).collect::<String>());
}

#[test]
fn a_country_has_one_name_for_each_use() {
    let page = seed().page("/countries/kr/");
    assert_eq!(text(&page, "title"), "Korea");
    assert_eq!(text(&page, "list_name"), "Korea (Rep. of)");
    assert_eq!(text(&page, "official"), "Republic of Korea");
    let facts = at(&page, "facts").as_array().cloned().unwrap_or_default();
    let line = |it: &Value| format!("{}: {}\n", text(it, "label"), text(it, "value"));
    expect![[r#"
        region: Asia
        bureau: National Central Bureau (NCB) Seoul
        agency: Korean National Police Agency
        Member of INTERPOL since: 1964
    "#]]
    .assert_eq(&facts.iter().map(line).collect::<String>());
    expect!["home / countries / Asia / Korea"]
        .assert_eq(&texts(&page, "head.breadcrumb", "title").join(" / "));
    assert!(!page.to_string().contains("South Korea"));
}

#[test]
fn no_two_pages_of_the_seed_share_a_title() {
    let mut titles = seed().titles();
    let all = titles.len();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), all);
}
