//! What search engines and hosts are told.

#![expect(clippy::too_many_lines, reason = "what is expected is long, not the test")]

use expect_test::expect;

use super::{NEWS, SETTINGS, check, outputs};

#[test]
fn a_sitemap_lists_pages_with_their_dates_and_languages() {
    check(
        "sitemap.xml",
        &expect![[r#"
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
             <url>
              <loc>https://example.org/kb/corrections/</loc>
             </url>
             <url>
              <loc>https://example.org/kb/countries/fr/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/countries/</loc>
             </url>
             <url>
              <loc>https://example.org/kb/countries/kr/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/feeds/</loc>
             </url>
             <url>
              <loc>https://example.org/kb/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/news/2020/02/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/news/2020/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/news/2020/x-slug/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/news/archive/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/news/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/people/</loc>
             </url>
             <url>
              <loc>https://example.org/kb/people/kim/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/topics/cybercrime/</loc>
              <lastmod>2020-02-13</lastmod>
             </url>
             <url>
              <loc>https://example.org/kb/topics/</loc>
             </url>
            </urlset>
        "#]],
    );
}

#[test]
fn a_news_sitemap_holds_two_days() {
    check(
        "sitemap-news.xml",
        &expect![[r#"
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
         <url>
          <loc>https://example.org/kb/news/2020/x-slug/</loc>
          <news:news>
           <news:publication>
            <news:name>Example</news:name>
            <news:language>en</news:language>
           </news:publication>
           <news:publication_date>2020-02-12</news:publication_date>
           <news:title>Fish &amp; chips: 1 &lt; 2</news:title>
          </news:news>
         </url>
        </urlset>
    "#]],
    );
}

#[test]
fn robots_are_led_to_the_sitemaps() {
    check(
        "robots.txt",
        &expect![[r#"
        User-agent: *
        Allow: /

        Sitemap: https://example.org/kb/sitemap-news.xml
        Sitemap: https://example.org/kb/sitemap.xml
    "#]],
    );
}

#[test]
fn without_recent_news_there_is_no_news_sitemap() {
    let old = NEWS.replace("2020-02-12", "2020-01-12");
    assert_eq!(outputs(&format!("{SETTINGS}{old}"), "sitemap-news.xml"), []);
}

#[test]
fn what_was_withdrawn_is_not_for_search_engines() {
    let withdrawn = NEWS.replace("slug: x-slug", "withdrawn: { reason: Wrong }");
    let archive = format!("{SETTINGS}{withdrawn}");
    let all =
        ["sitemap.xml", "sitemap-news.xml", "atom.xml"].map(|it| outputs(&archive, it));
    let texts = all.iter().flatten().map(|it| it.1.as_str());
    assert_eq!(texts.filter(|it| it.contains("/news/2020/x/")).count(), 0);
}

#[test]
fn aliases_redirect_for_good() {
    check(
        "_redirects",
        &expect![[r#"
        /kb/old/x/ /kb/news/2020/x-slug/ 301
    "#]],
    );
}

#[test]
fn a_translated_page_names_its_languages() {
    let french = "
-- content/news/2020/x.fr.md --
---
title: Poisson
date: 2020-02-12
countries: [kr]
---
";
    let found = outputs(&format!("{SETTINGS}{NEWS}{french}"), "sitemap.xml");
    let (_, english) = found[0].1.split_once("/news/2020/x-slug/</loc>").expect("it");
    let links = english.lines().map(str::trim).filter(|it| it.contains("hreflang"));
    let links = links.take(3);
    expect![[r#"
        <xhtml:link rel="alternate" hreflang="en" href="https://example.org/kb/news/2020/x-slug/"/>
        <xhtml:link rel="alternate" hreflang="fr" href="https://example.org/kb/fr/news/2020/x/"/>
        <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/kb/news/2020/x-slug/"/>"#]].assert_eq(&links.collect::<Vec<_>>().join("\n"));
}
