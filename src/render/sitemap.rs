//! Sitemaps, their index and the news sitemap. Knows no site.

use super::xml::{self, Xml};
use crate::view::sitemap::{
    NewsSitemapItem, NewsSitemapView, SitemapIndexView, SitemapUrl, SitemapView,
};

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS: &str = "http://www.google.com/schemas/sitemap-news/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The bytes of a sitemap.
pub fn bytes(view: &SitemapView) -> Vec<u8> {
    let both = [("xmlns", SITEMAP), ("xmlns:xhtml", XHTML)];
    let plain = view.urls.iter().all(|it| it.alternates.is_empty());
    let attributes = if plain { &both[..1] } else { &both[..] };
    xml::document("urlset", attributes, |xml| {
        view.urls.iter().for_each(|it| url(xml, it));
    })
}

/// The bytes of the list of sitemaps.
pub fn index(view: &SitemapIndexView) -> Vec<u8> {
    xml::document("sitemapindex", &[("xmlns", SITEMAP)], |xml| {
        for loc in &view.sitemaps {
            xml.element("sitemap", &[], |xml| xml.text("loc", &[], loc));
        }
    })
}

/// The bytes of a news sitemap.
pub fn news(view: &NewsSitemapView) -> Vec<u8> {
    let attributes = [("xmlns", SITEMAP), ("xmlns:news", NEWS)];
    xml::document("urlset", &attributes, |xml| {
        view.items.iter().for_each(|it| news_url(xml, it));
    })
}

fn url(xml: &mut Xml, url: &SitemapUrl) {
    xml.element("url", &[], |xml| {
        xml.text("loc", &[], &url.loc);
        if let Some(date) = &url.lastmod {
            xml.text("lastmod", &[], date);
        }
        for it in &url.alternates {
            let (lang, href) = (("hreflang", &*it.lang), ("href", &*it.url));
            xml.empty("xhtml:link", &[("rel", "alternate"), lang, href]);
        }
    });
}

fn news_url(xml: &mut Xml, item: &NewsSitemapItem) {
    xml.element("url", &[], |xml| {
        xml.text("loc", &[], &item.loc);
        xml.element("news:news", &[], |xml| {
            xml.element("news:publication", &[], |xml| {
                xml.text("news:name", &[], item.publication);
                xml.text("news:language", &[], &item.language);
            });
            xml.text("news:publication_date", &[], &item.date);
            xml.text("news:title", &[], item.title);
        });
    });
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::view::Alternate;

    fn check(bytes: Vec<u8>, expected: &Expect) {
        expected.assert_eq(&String::from_utf8(bytes).expect("UTF-8"));
    }

    fn page(alternates: Vec<Alternate>) -> SitemapView {
        let loc = "https://example.org/?a&b".to_owned();
        let lastmod = Some("2020-02-11".to_owned());
        SitemapView { urls: vec![SitemapUrl { loc, lastmod, alternates }] }
    }

    #[test]
    fn a_page_in_two_languages_names_both() {
        let other =
            |lang: &str, url: &str| Alternate { lang: lang.into(), url: url.into() };
        let fr = other("fr", "https://example.org/fr/");
        check(
            bytes(&page(vec![other("en", "https://example.org/"), fr])),
            &expect![[r#"
                <?xml version="1.0" encoding="utf-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                 <url>
                  <loc>https://example.org/?a&amp;b</loc>
                  <lastmod>2020-02-11</lastmod>
                  <xhtml:link rel="alternate" hreflang="en" href="https://example.org/"/>
                  <xhtml:link rel="alternate" hreflang="fr" href="https://example.org/fr/"/>
                 </url>
                </urlset>
            "#]],
        );
    }

    #[test]
    fn a_page_in_one_language_stands_alone() {
        check(
            bytes(&page(Vec::new())),
            &expect![[r#"
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
             <url>
              <loc>https://example.org/?a&amp;b</loc>
              <lastmod>2020-02-11</lastmod>
             </url>
            </urlset>
        "#]],
        );
    }

    #[test]
    fn an_index_lists_sitemaps() {
        let sitemaps = vec!["https://example.org/sitemap-1.xml".to_owned()];
        check(
            index(&SitemapIndexView { sitemaps }),
            &expect![[r#"
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
             <sitemap>
              <loc>https://example.org/sitemap-1.xml</loc>
             </sitemap>
            </sitemapindex>
        "#]],
        );
    }

    #[test]
    fn recent_news_have_a_publication_a_date_and_a_title() {
        let item = NewsSitemapItem {
            loc: "https://example.org/news/x/".into(),
            publication: "Q&A",
            language: "en".into(),
            date: "2020-02-11".into(),
            title: "Title",
        };
        check(
            news(&NewsSitemapView { items: vec![item] }),
            &expect![[r#"
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
             <url>
              <loc>https://example.org/news/x/</loc>
              <news:news>
               <news:publication>
                <news:name>Q&amp;A</news:name>
                <news:language>en</news:language>
               </news:publication>
               <news:publication_date>2020-02-11</news:publication_date>
               <news:title>Title</news:title>
              </news:news>
             </url>
            </urlset>
        "#]],
        );
    }
}
