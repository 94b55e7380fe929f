//! Sites of random news that have much in common.

use proptest::prelude::*;

/// One news entry, in numbers.
#[derive(Clone, Debug)]
pub(super) struct News {
    pub(super) day: u32,
    pub(super) title: Vec<u8>,
    pub(super) body: Vec<u8>,
    pub(super) topics: Vec<u8>,
    pub(super) countries: Vec<u8>,
    pub(super) story: Option<u8>,
    pub(super) links: Vec<u8>,
    pub(super) hide: Vec<u8>,
}

const SETTINGS: &str = "
-- site.yaml --
languages: { en: {}, fr: {} }
-- content/topics/t0.md --
---
title: Topic 0
---
-- content/topics/t1.md --
---
title: Topic 1
parent: t0
---
-- content/topics/t2.md --
---
title: Topic 2
parent: t1
---
-- content/topics/t3.md --
---
title: Topic 3
---
";
const COUNTRIES: [&str; 3] = ["fr", "kr", "fj"];
const STORIES: [&str; 2] = ["lynx", "otter"];
const WORDS: [&str; 16] = [
    "arrest", "arrests", "raid", "bank", "fraud", "ticket", "port", "ship", "drug",
    "drugs", "police", "the", "of", "in", "2020", "EU",
];

fn news() -> impl Strategy<Value = News> {
    let words = |most| prop::collection::vec(0..16_u8, 1..most);
    let few = |of: u8, most| prop::collection::vec(0..of, 0..most);
    let text = (words(5), words(40));
    let labels = (few(4, 4), few(3, 3), prop::option::weighted(0.2, 0..2_u8));
    (0..200_u32, text, labels, few(60, 3), few(60, 2)).prop_map(
        |(day, (title, body), (topics, countries, story), links, hide)| {
            // Many share a day.
            let day = if day < 100 { day / 10 } else { day * 20 };
            News { day, title, body, topics, countries, story, links, hide }
        },
    )
}

/// The news of a site: mostly few, now and then more than count for one word.
pub(super) fn archive() -> impl Strategy<Value = Vec<News>> {
    prop_oneof![
        30 => prop::collection::vec(news(), 1..60),
        1 => prop::collection::vec(news(), 80..120),
    ]
}

/// A site of these news: `news/n000`, `news/n001` …
pub(super) fn site(archive: &[News]) -> String {
    let news = archive.iter().enumerate().map(|(at, it)| file(at, "", it, archive.len()));
    SETTINGS.to_owned() + &news.collect::<String>()
}

/// The file of one, by its number; `suffix` names its language.
pub(super) fn file(at: usize, suffix: &str, news: &News, count: usize) -> String {
    let words = |it: &[u8]| {
        it.iter().map(|it| WORDS[usize::from(*it)]).collect::<Vec<_>>().join(" ")
    };
    let ids = |it: &[u8]| {
        let others = it.iter().map(|it| usize::from(*it) % count).filter(|it| *it != at);
        others.map(|it| format!("n{it:03}")).collect::<Vec<_>>()
    };
    let topics: Vec<_> = news.topics.iter().map(|it| format!("t{it}")).collect();
    let countries: Vec<_> =
        news.countries.iter().map(|it| COUNTRIES[usize::from(*it)]).collect();
    let story = news
        .story
        .map_or_else(String::new, |it| format!("story: {}\n", STORIES[usize::from(it)]));
    let links: String = ids(&news.links).iter().map(|it| format!(" [[{it}]]")).collect();
    let date =
        jiff::civil::date(2010, 1, 1) + jiff::Span::new().days(i64::from(news.day));
    format!(
        "-- content/news/n{at:03}{suffix}.md --\n---\ntitle: \"{}\"\ndate: {date}\n\
         topics: [{}]\ncountries: [{}]\n{story}related: {{ hide: [{}] }}\n---\n{}{links}\n",
        words(&news.title),
        topics.join(", "),
        countries.join(", "),
        ids(&news.hide).join(", "),
        words(&news.body),
    )
}
