//! What readers can find: every page that is public, by all that it is called.

use expect_test::expect;

use super::*;

const SITE: &str = "\
-- site.yaml --
languages: { en: {}, fr: {} }
-- content/countries/kr.md --
---
title: Korea
name_list: Korea (Rep. of)
alt_names: [Land of the Morning Calm]
---
-- content/topics/fraud.md --
---
title: Fraud
summary: Lies for money.
---
-- content/topics/fraud.fr.md --
---
title: Escroquerie
---
-- content/news/2020/seoul.md --
---
title: Seoul hosts a meeting
standfirst: It lasts a day.
date: 2020-02-11
countries: kr
topics: fraud
---
Officers met.
-- content/news/2021/hidden.md --
---
title: Nobody reads this yet
date: 2031-01-01
topics: fraud
---
Secret.
-- content/news/2019/withdrawn.md --
---
title: Withdrawn
date: 2019-01-01
withdrawn: { reason: Wrong }
topics: fraud
---
Gone.
-- content/pages/quiet.md --
---
title: Quiet
noindex: true
---
Shh.
";

/// The files of the search of a language, or of all.
fn files<'a>(site: &'a Planned, folder: &str) -> Vec<&'a File> {
    let pages = site.plan.pages.iter().filter(|it| it.path.starts_with(folder));
    let files = pages.filter_map(|it| match it.route {
        Route::SearchFile(at) => site.plan.search.get(at as usize),
        _ => None,
    });
    files.collect()
}

/// What is shown of the pages, a line each.
fn cards(site: &Planned, folder: &str) -> String {
    let files = files(site, folder);
    let cards = files.iter().filter_map(|it| {
        let cards: Option<Vec<Value>> = serde_json::from_slice(&it.bytes).ok();
        cards
    });
    let shown = cards.flatten().map(|it| {
        format!("{} {} {}\n", text(&it, "url"), text(&it, "title"), text(&it, "kind"))
    });
    shown.collect()
}

#[test]
fn countries_come_first_and_the_latest_last_and_nothing_hidden_is_there() {
    let site = planned(SITE);
    expect![[r#"
        /countries/kr/ Korea (Rep. of) countries
        /topics/fraud/ Fraud topics
        /corrections/ corrections kind_list
        /countries/ countries kind_list
        /feeds/ feeds kind_list
        /news/2020/02/ news of February 2020 kind_list
        /news/2020/ news of 2020 kind_list
        /news/archive/ archive kind_list
        /news/ news kind_list
        /topics/ topics kind_list
        /news/2020/seoul/ Seoul hosts a meeting news
    "#]]
    .assert_eq(&cards(&site, "search/en/"));
    for secret in ["Nobody", "nobody", "secret", "hidden", "withdrawn", "shh"] {
        let holds = |it: &&File| String::from_utf8_lossy(&it.bytes).contains(secret);
        assert!(!files(&site, "search/en/").iter().any(holds), "{secret}");
        assert!(!files(&site, "search/fr/").iter().any(holds), "{secret}");
    }
}

#[test]
fn each_language_has_a_page_that_knows_its_index() {
    let site = planned(SITE);
    for (address, index) in [("/search/", "/search/en/"), ("/fr/search/", "/search/fr/")]
    {
        let page = site.page(address);
        assert_eq!(text(&page, "index"), index);
        assert_eq!(text(&page, "script"), "/search/search.js");
        assert_eq!(at(&page, "head.noindex"), &Value::Bool(true));
    }
}

#[test]
fn a_site_may_do_without() {
    let site = planned("-- site.yaml --\noutputs: { search: false }\n");
    assert!(site.plan.page_at("/search/").is_none());
    assert!(site.plan.search.is_empty());
    assert_eq!(site.plan.frames[0].search, None);
}
