//! Which feeds there are, and what they hold.

use expect_test::expect;

use super::{NEWS, SETTINGS, check, outputs};

#[test]
fn a_feed_holds_what_has_a_page() {
    check(
        "atom.xml",
        &expect![[r#"
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
         <id>https://example.org/kb/atom.xml</id>
         <title>Example</title>
         <subtitle>News of police</subtitle>
         <updated>2020-02-13T00:00:00+00:00</updated>
         <link rel="self" type="application/atom+xml" href="https://example.org/kb/atom.xml"/>
         <link rel="alternate" type="text/html" href="https://example.org/kb/"/>
         <link rel="alternate" type="application/rss+xml" href="https://example.org/kb/feed.xml"/>
         <link rel="alternate" type="application/feed+json" href="https://example.org/kb/feed.json"/>
         <author>
          <name>Example</name>
          <uri>https://example.org/kb/</uri>
         </author>
         <generator>Dateline</generator>
         <entry>
          <id>tag:example.org,2020:en/news/x</id>
          <title>Fish &amp; chips: 1 &lt; 2</title>
          <link rel="alternate" type="text/html" href="https://example.org/kb/news/2020/x-slug/"/>
          <published>2020-02-12T00:00:00+00:00</published>
          <updated>2020-02-13T00:00:00+00:00</updated>
          <author>
           <name>A. Writer</name>
          </author>
          <category term="kr" scheme="https://example.org/kb/countries/" label="South Korea"/>
          <category term="fr" scheme="https://example.org/kb/countries/" label="France"/>
          <category term="cybercrime" scheme="https://example.org/kb/topics/" label="Cybercrime"/>
          <summary>A short standfirst</summary>
         </entry>
        </feed>
    "#]],
    );
}

#[test]
fn a_country_has_feeds_of_its_own() {
    check(
        "countries/fr/feed.json",
        &expect![[r#"
        {"version":"https://jsonfeed.org/version/1.1","title":"France – Example","home_page_url":"https://example.org/kb/countries/fr/","feed_url":"https://example.org/kb/countries/fr/feed.json","description":"France – Example","language":"en","authors":[{"name":"Example","url":"https://example.org/kb/"}],"items":[{"id":"tag:example.org,2020:en/news/x","url":"https://example.org/kb/news/2020/x-slug/","title":"Fish & chips: 1 < 2","content_text":"A short standfirst","date_published":"2020-02-12T00:00:00+00:00","date_modified":"2020-02-13T00:00:00+00:00","authors":[{"name":"A. Writer"}],"tags":["South Korea","France","Cybercrime"],"language":"en"}]}
    "#]],
    );
}

#[test]
fn what_no_news_names_has_no_feed() {
    let quiet = "\n-- content/topics/quiet.md --\n---\ntitle: Quiet\n---\n";
    let feeds = outputs(&format!("{SETTINGS}{NEWS}{quiet}"), "feed.xml");
    let paths: Vec<&str> = feeds.iter().map(|it| it.0.as_str()).collect();
    expect![[r#"
        countries/fr/feed.xml
        countries/kr/feed.xml
        feed.xml
        topics/cybercrime/feed.xml"#]]
    .assert_eq(&paths.join("\n"));
}

#[test]
fn a_new_slug_or_title_makes_no_new_entry() {
    let id = |archive: &str| {
        let feed = outputs(archive, "feed.json").pop().expect("a feed").1;
        let json: serde_json::Value = serde_json::from_str(&feed).expect("JSON");
        json["items"][0]["id"].as_str().expect("an id").to_owned()
    };
    let renamed = NEWS.replace("x-slug", "y-slug").replace("Fish", "Fowl");
    let ids = [NEWS, &renamed].map(|it| id(&format!("{SETTINGS}{it}")));
    assert_eq!(ids[0], ids[1]);
    assert_eq!(ids[0], "tag:example.org,2020:en/news/x");
}
