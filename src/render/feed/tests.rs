//! What the three formats look like, whatever stands in a title.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::view::{
    FeedLink,
    feed::{FeedAuthor, FeedCategory, FeedItem},
};

fn at(text: &str) -> Zoned {
    text.parse().expect("a date")
}

fn item<'a>(title: &'a str, summary: Option<&'a str>) -> FeedItem<'a> {
    FeedItem {
        id: "tag:example.org,2020:en/news/x".into(),
        url: "https://example.org/news/2020/x/".into(),
        title,
        summary,
        lang: "en",
        published: at("2020-02-11T00:00:00+01:00[Europe/Paris]"),
        updated: at("2020-02-12T09:30:00+01:00[Europe/Paris]"),
        byline: Some("A. Writer"),
        image: Some("https://example.org/news/2020/x/a.jpg".into()),
        categories: vec![FeedCategory {
            term: "kr",
            scheme: "https://example.org/countries/".into(),
            label: "Korea (Rep. of)",
        }],
    }
}

fn feed(format: FeedFormat, items: Vec<FeedItem>) -> FeedView {
    FeedView {
        format,
        title: "Korea – Example".into(),
        description: "News about Korea".into(),
        lang: "en",
        url: "https://example.org/countries/kr/feed".into(),
        page: "https://example.org/countries/kr/".into(),
        others: vec![FeedLink {
            mime: "application/feed+json",
            title: "Korea".into(),
            url: "https://example.org/countries/kr/feed.json".into(),
            format: "JSON",
        }],
        author: FeedAuthor { name: "Example", url: "https://example.org/".into() },
        updated: at("2020-02-12T09:30:00+01:00[Europe/Paris]"),
        items,
    }
}

fn check(format: FeedFormat, expected: &Expect) {
    let items = vec![item("Fish & chips <cheap>", Some("AT&T says “1 < 2”"))];
    let bytes = bytes(&feed(format, items));
    expected.assert_eq(std::str::from_utf8(&bytes).expect("UTF-8"));
}

#[test]
fn atom() {
    check(
        FeedFormat::Atom,
        &expect![[r#"
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
         <id>https://example.org/countries/kr/feed</id>
         <title>Korea – Example</title>
         <subtitle>News about Korea</subtitle>
         <updated>2020-02-12T09:30:00+01:00</updated>
         <link rel="self" type="application/atom+xml" href="https://example.org/countries/kr/feed"/>
         <link rel="alternate" type="text/html" href="https://example.org/countries/kr/"/>
         <link rel="alternate" type="application/feed+json" href="https://example.org/countries/kr/feed.json"/>
         <author>
          <name>Example</name>
          <uri>https://example.org/</uri>
         </author>
         <generator>Dateline</generator>
         <entry>
          <id>tag:example.org,2020:en/news/x</id>
          <title>Fish &amp; chips &lt;cheap&gt;</title>
          <link rel="alternate" type="text/html" href="https://example.org/news/2020/x/"/>
          <published>2020-02-11T00:00:00+01:00</published>
          <updated>2020-02-12T09:30:00+01:00</updated>
          <author>
           <name>A. Writer</name>
          </author>
          <category term="kr" scheme="https://example.org/countries/" label="Korea (Rep. of)"/>
          <summary>AT&amp;T says “1 &lt; 2”</summary>
          <media:content url="https://example.org/news/2020/x/a.jpg" medium="image"/>
         </entry>
        </feed>
    "#]],
    );
}

#[test]
fn rss() {
    check(
        FeedFormat::Rss,
        &expect![[r#"
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
         <channel>
          <title>Korea – Example</title>
          <link>https://example.org/countries/kr/</link>
          <description>News about Korea</description>
          <language>en</language>
          <lastBuildDate>Wed, 12 Feb 2020 09:30:00 +0100</lastBuildDate>
          <generator>Dateline</generator>
          <atom:link rel="self" type="application/rss+xml" href="https://example.org/countries/kr/feed"/>
          <item>
           <title>Fish &amp; chips &lt;cheap&gt;</title>
           <link>https://example.org/news/2020/x/</link>
           <guid isPermaLink="false">tag:example.org,2020:en/news/x</guid>
           <pubDate>Tue, 11 Feb 2020 00:00:00 +0100</pubDate>
           <dc:creator>A. Writer</dc:creator>
           <category domain="https://example.org/countries/">Korea (Rep. of)</category>
           <description>AT&amp;amp;T says “1 &amp;lt; 2”</description>
           <media:content url="https://example.org/news/2020/x/a.jpg" medium="image"/>
          </item>
         </channel>
        </rss>
    "#]],
    );
}

#[test]
fn json_feed() {
    check(
        FeedFormat::Json,
        &expect![[r#"
        {"version":"https://jsonfeed.org/version/1.1","title":"Korea – Example","home_page_url":"https://example.org/countries/kr/","feed_url":"https://example.org/countries/kr/feed","description":"News about Korea","language":"en","authors":[{"name":"Example","url":"https://example.org/"}],"items":[{"id":"tag:example.org,2020:en/news/x","url":"https://example.org/news/2020/x/","title":"Fish & chips <cheap>","content_text":"AT&T says “1 < 2”","image":"https://example.org/news/2020/x/a.jpg","date_published":"2020-02-11T00:00:00+01:00","date_modified":"2020-02-12T09:30:00+01:00","authors":[{"name":"A. Writer"}],"tags":["Korea (Rep. of)"],"language":"en"}]}
    "#]],
    );
}

#[test]
fn a_feed_without_entries_has_no_date_of_a_build() {
    let text = String::from_utf8(bytes(&feed(FeedFormat::Rss, Vec::new())));
    assert!(!text.expect("UTF-8").contains("lastBuildDate"));
}

#[test]
fn an_entry_without_standfirst_shows_its_title_in_json() {
    let text = String::from_utf8(bytes(&feed(FeedFormat::Json, vec![item("T", None)])));
    assert!(text.expect("UTF-8").contains(r#""content_text":"T""#));
}

fn titles_of(format: FeedFormat, bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    if format == FeedFormat::Json {
        let json: serde_json::Value = serde_json::from_str(text).expect("JSON");
        return vec![json["items"][0]["title"].as_str().expect("a title").to_owned()];
    }
    let parts = text.split("<title>").skip(2);
    let titles = parts.filter_map(|it| it.split("</title>").next());
    titles.map(|it| quick_xml::escape::unescape(it).expect("known").into()).collect()
}

fn well_formed(bytes: &[u8]) {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    while reader.read_event().expect("well formed") != quick_xml::events::Event::Eof {}
}

// https://www.w3.org/TR/xml/#charsets
fn forbidden(c: char) -> bool {
    (c < ' ' && !"\t\n\r".contains(c)) || c == '\u{FFFE}' || c == '\u{FFFF}'
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]
    #[test]
    fn any_title_makes_a_well_formed_feed(
        title in prop_oneof![any::<String>(), "[\u{0}-\u{1f}\\]>&<ا-ي🌍]{0,40}"],
    ) {
        for format in [FeedFormat::Atom, FeedFormat::Rss, FeedFormat::Json] {
            let bytes = bytes(&feed(format, vec![item(&title, Some(&title))]));
            let xml = format != FeedFormat::Json;
            if xml {
                well_formed(&bytes);
            }
            let kept = |c: &char| !xml || !forbidden(*c);
            let expected: String = title.chars().filter(kept).collect();
            prop_assert_eq!(titles_of(format, &bytes), vec![expected]);
        }
    }
}
