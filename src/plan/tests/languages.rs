//! A site in several languages.

use expect_test::expect;

use super::*;

const SITE: &str = "\
-- site.yaml --
languages: { en: {locale: en-GB}, fr: {title: Actualités}, ar: {dir: rtl} }
-- content/news/a.md --
---
title: Hello
date: 2020-02-11
countries: kr
---
Text.
-- content/news/a.fr.md --
---
title: Bonjour
date: 2020-02-11
countries: kr
---
Texte.
-- content/news/b.md --
---
title: Only English
date: 2020-02-12
countries: kr
---
Text.
-- content/countries/kr.md --
---
title: Korea
---
A text in English.
";

#[test]
fn a_language_has_a_tree_of_its_own_once_it_has_entries() {
    expect![[r#"
        corrections/index.html
        countries/index.html
        countries/kr/index.html
        feeds/index.html
        fr/corrections/index.html
        fr/countries/index.html
        fr/countries/kr/index.html
        fr/feeds/index.html
        fr/index.html
        fr/news/2020/02/index.html
        fr/news/2020/index.html
        fr/news/a/index.html
        fr/news/archive/index.html
        fr/news/index.html
        index.html
        news/2020/02/index.html
        news/2020/index.html
        news/a/index.html
        news/archive/index.html
        news/b/index.html
        news/index.html
    "#]]
    .assert_eq(&planned(SITE).sound().paths());
}

#[test]
fn what_is_not_translated_is_shown_in_its_own_language() {
    let site = planned(SITE).sound();
    let page = site.page("/fr/news/b/");
    assert_eq!((text(&page, "head.lang"), text(&page, "head.dir")), ("en", "ltr"));
    assert_eq!((text(&page, "body.lang"), text(&page, "body.dir")), ("en", "ltr"));
    assert_eq!(texts(&page, "notices", "kind"), ["other-language"]);
    assert_eq!(texts(&page, "head.breadcrumb", "lang"), ["", "", "", "en"]);
    assert_eq!(text(&page, "countries.0.link.url"), "/fr/countries/kr/");
    assert!(at(&page, "countries.0.link.lang").is_null());
}

#[test]
fn what_is_not_translated_is_told_to_readers_and_not_to_search_engines() {
    let site = planned(SITE).sound();
    let page = site.page("/fr/news/b/");
    assert_eq!(at(&page, "head.noindex"), &json!(true));
    assert_eq!(text(&page, "head.canonical"), "https://example.org/fr/news/b/");
    assert!(texts(&page, "head.alternates", "lang").is_empty());
    assert_eq!(texts(&page, "head.languages", "url"), ["/news/b/", "/fr/news/b/"]);
    let list = site.page("/fr/news/");
    assert_eq!(texts(&list, "groups.0.items", "link.title"), ["Only English", "Bonjour"]);
    assert_eq!(at(&list, "groups.0.items.0.link.lang"), &json!("en"));
    assert_eq!(at(&list, "groups.0.items.0.date.text"), &json!("12 février 2020"));
    assert!(at(&list, "groups.0.items.1.link.lang").is_null());
}

#[test]
fn an_article_names_its_language_where_it_is_that_of_the_page() {
    let site = planned(SITE).sound();
    let named = |address| {
        let page = site.page(address);
        let graph: Value = serde_json::from_str(text(&page, "head.json_ld")).unwrap();
        at(&graph, "@graph.0.inLanguage").as_str().map(str::to_owned)
    };
    assert_eq!(named("/news/b/").as_deref(), Some("en"));
    assert_eq!(named("/fr/news/b/"), None);
}

#[test]
fn a_text_in_french_alone_has_an_english_page() {
    let site = planned(
        &(SITE.to_owned()
            + "\
-- content/news/c.fr.md --
---
title: Seulement
date: 2020-02-13
countries: kr
dateline: {place: Séoul, country: kr}
---
Un pays : [[kr]]. La même nouvelle : [[b]].
"),
    )
    .sound();
    let page = site.page("/news/c/");
    assert_eq!(text(&page, "body.lang"), "fr");
    assert_eq!(text(&page, "dateline"), "SÉOUL, Corée du Sud");
    assert_eq!(texts(&site.page("/countries/kr/"), "backlinks", "link.url"), [""; 0]);
    let backlinks = texts(&site.page("/news/b/"), "backlinks", "link.url");
    assert_eq!(backlinks, ["/news/c/"]);
    assert_eq!(
        texts(&site.page("/fr/news/b/"), "backlinks", "link.url"),
        ["/fr/news/c/"]
    );
}

#[test]
fn nothing_is_lent_to_an_address_that_another_entry_has() {
    let site = planned(
        "\
-- site.yaml --
languages: { en: {}, fr: {} }
-- content/news/a.md --
---
title: One
date: 2020-02-11
---
-- content/news/a.fr.md --
---
title: Autre
id: autre
date: 2020-02-12
---
",
    )
    .sound();
    assert_eq!(text(&site.page("/fr/news/a/"), "title"), "Autre");
    assert_eq!(texts(&site.page("/fr/news/"), "groups.0.items", "link.title"), ["Autre"]);
    let english = texts(&site.page("/news/"), "groups.0.items", "link.title");
    assert_eq!(english, ["One"]);
}

#[test]
fn alternates_are_reciprocal_and_only_of_translated_pages() {
    let site = planned(SITE).sound();
    let of = |address| {
        let page = site.page(address);
        let urls = texts(&page, "head.alternates", "url");
        texts(&page, "head.alternates", "lang").into_iter().zip(urls).collect::<Vec<_>>()
    };
    assert_eq!(of("/news/a/"), of("/fr/news/a/"));
    assert_eq!(of("/news/"), of("/fr/news/"));
    let langs: Vec<String> = of("/news/a/").into_iter().map(|it| it.0).collect();
    assert_eq!(langs, ["en", "fr", "x-default"]);
    assert_eq!(of("/news/b/"), []);
    assert_eq!(of("/countries/kr/"), of("/fr/countries/kr/"));
    assert_eq!(of("/countries/kr/"), []);
}

#[test]
fn the_switcher_names_every_language_the_page_is_in() {
    let site = planned(SITE).sound();
    let page = site.page("/fr/countries/kr/");
    assert_eq!(texts(&page, "head.languages", "name"), ["English", "Français"]);
    assert_eq!(
        texts(&page, "head.languages", "url"),
        ["/countries/kr/", "/fr/countries/kr/"]
    );
    assert!(texts(&site.page("/news/b/"), "head.languages", "name").is_empty());
}

#[test]
fn a_text_in_another_language_says_so() {
    let site = planned(SITE).sound();
    let page = site.page("/fr/countries/kr/");
    assert_eq!(text(&page, "body.lang"), "en");
    assert_eq!(text(&page, "body.dir"), "ltr");
    assert_eq!(texts(&page, "notices", "kind"), ["other-language"]);
    assert!(at(&site.page("/countries/kr/"), "body.lang").is_null());
}

#[test]
fn a_site_says_what_it_is_in_every_language() {
    let settings = "description: News\ndisclaimer: As drawn by others\n\
                    languages: { en: {}, fr: {description: Actualités, disclaimer: Tracés de tiers}, \
                    es: {} }\n";
    let news = |tag: &str| {
        format!(
            "-- content/news/a.{tag}.md --\n---\ntitle: {tag}\ndate: 2020-02-11\n---\n"
        )
    };
    let site =
        format!("-- site.yaml --\n{settings}{}{}{}", news("en"), news("fr"), news("es"));
    let site = planned(&site).sound();
    let of = |at: usize, address| {
        let page = site.page(address);
        let described = text(&page, "head.description").to_owned();
        let frame = &site.plan.frames[at];
        assert_eq!(frame.description, described);
        (described, frame.disclaimer.clone().unwrap_or_default())
    };
    let own = |description: &str, disclaimer: &str| {
        (description.to_owned(), disclaimer.to_owned())
    };
    assert_eq!(of(0, "/"), own("News", "As drawn by others"));
    assert_eq!(of(1, "/fr/"), own("Actualités", "Tracés de tiers"));
    assert_eq!(of(2, "/es/"), own("News", "As drawn by others"));
}
