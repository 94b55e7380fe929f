//! Lists of what a country and a topic have in common.

use super::*;

fn archive(settings: &str) -> String {
    let mut archive = format!("-- site.yaml --\ntitle: X\n{settings}\n");
    for (day, topic) in
        [(1, "fraud"), (2, "fraud"), (3, "arson"), (4, "fraud"), (5, "arson")]
    {
        archive += &format!(
            "-- content/news/n{day}.md --\n---\ntitle: News {day}\ndate: 2020-02-0{day}\n\
             countries: [kr]\ntopics: [{topic}]\n---\n"
        );
    }
    archive += "-- content/topics/fraud.md --\n---\ntitle: Fraud\n---\n";
    archive += "-- content/topics/arson.md --\n---\ntitle: Arson\n---\n";
    archive
}

#[test]
fn three_news_in_common_fill_a_page() {
    let site = planned(&archive("pagination: { country_topics: true }")).sound();
    let page = site.page("/countries/kr/topics/fraud/");
    assert_eq!(text(&page, "title"), "news about South Korea: Fraud");
    assert_eq!(page["total"], 3);
    assert_eq!(
        texts(&page, "groups.0.items", "link.title"),
        ["News 4", "News 2", "News 1"]
    );
    assert!(site.plan.page_at("/countries/kr/topics/arson/").is_none());

    let country = site.page("/countries/kr/");
    let links = texts(&country, "topics", "link.url");
    assert_eq!(links, ["/countries/kr/topics/fraud/", "/topics/arson/"]);
}

#[test]
fn there_are_none_where_nobody_asks_for_them() {
    let site = planned(&archive("")).sound();
    assert!(site.plan.page_at("/countries/kr/topics/fraud/").is_none());
    let country = site.page("/countries/kr/");
    assert_eq!(texts(&country, "topics", "link.url")[0], "/topics/fraud/");
}

#[test]
fn topics_of_one_title_are_told_apart() {
    let mut archive = archive("pagination: { country_topics: true }");
    archive += "-- content/topics/tax.md --\n---\ntitle: Fraud\n---\n";
    for day in 1..=3 {
        archive += &format!(
            "-- content/news/t{day}.md --\n---\ntitle: Tax {day}\ndate: 2021-02-0{day}\n\
             countries: [kr]\ntopics: [tax]\n---\n"
        );
    }
    let site = planned(&archive).sound();
    let titles = ["fraud", "tax"].map(|it| {
        let page = site.page(&format!("/countries/kr/topics/{it}/"));
        text(&page, "head.title").to_owned()
    });
    assert_ne!(titles[0], titles[1]);
}

#[test]
fn every_list_is_linked_and_has_pages_like_others() {
    let mut archive = archive("pagination: { country_topics: true, per_page: 2 }");
    for topic in 0..14 {
        archive +=
            &format!("-- content/topics/x{topic}.md --\n---\ntitle: X{topic}\n---\n");
    }
    let topics: Vec<String> = (0..14).map(|it| format!("x{it}")).collect();
    for day in 1..=4 {
        archive += &format!(
            "-- content/news/x{day}.md --\n---\ntitle: Many {day}\ndate: 2021-02-0{day}\n\
             countries: [kr]\ntopics: [{}]\n---\n",
            topics.join(", ")
        );
    }
    let site = planned(&archive).sound();
    let country = site.page("/countries/kr/");
    let links = texts(&country, "topics", "link.url");
    let lists = site.plan.lists.iter().filter(|it| it.address.contains("/kr/topics/"));
    for list in lists {
        assert!(links.contains(&list.address), "{}", list.address);
    }
    assert!(links.len() > 14);
    assert!(site.plan.page_at("/countries/kr/topics/x0/page/1/").is_some());
}
