//! JSON-LD of pages.

#![expect(clippy::too_many_lines, reason = "what is expected is long, not the test")]

use expect_test::expect;

use super::check;

#[test]
fn an_article_in_json_ld() {
    check(
        "news/2020/x-slug/index.html",
        &expect![[r#"
            {
              "@context": "https://schema.org",
              "@graph": [
                {
                  "@type": "NewsArticle",
                  "@id": "https://example.org/kb/news/2020/x-slug/#article",
                  "url": "https://example.org/kb/news/2020/x-slug/",
                  "mainEntityOfPage": "https://example.org/kb/news/2020/x-slug/",
                  "headline": "Fish & chips: 1 < 2",
                  "alternativeHeadline": "A short standfirst",
                  "description": "A short standfirst",
                  "datePublished": "2020-02-12",
                  "dateModified": "2020-02-13",
                  "inLanguage": "en",
                  "image": "https://example.org/kb/share.png",
                  "articleSection": "Cybercrime",
                  "isPartOf": {
                    "@id": "https://example.org/kb/#website"
                  },
                  "spatialCoverage": [
                    {
                      "@type": "Country",
                      "@id": "https://example.org/kb/countries/kr/#country",
                      "name": "South Korea",
                      "url": "https://example.org/kb/countries/kr/"
                    },
                    {
                      "@type": "Country",
                      "@id": "https://example.org/kb/countries/fr/#country",
                      "name": "France",
                      "url": "https://example.org/kb/countries/fr/"
                    }
                  ],
                  "about": [
                    {
                      "@type": "DefinedTerm",
                      "@id": "https://example.org/kb/topics/cybercrime/#topic",
                      "name": "Cybercrime",
                      "url": "https://example.org/kb/topics/cybercrime/"
                    }
                  ],
                  "mentions": [
                    {
                      "@type": "Person",
                      "@id": "https://example.org/kb/people/kim/#person",
                      "name": "Kim",
                      "url": "https://example.org/kb/people/kim/"
                    }
                  ],
                  "keywords": [
                    "Cybercrime",
                    "South Korea",
                    "France"
                  ],
                  "author": {
                    "@type": "Person",
                    "name": "A. Writer"
                  },
                  "publisher": {
                    "@id": "https://example.org/kb/#publisher"
                  },
                  "isBasedOn": [
                    {
                      "@type": "CreativeWork",
                      "name": "A release",
                      "url": "https://other.org/"
                    }
                  ],
                  "correction": [
                    {
                      "@type": "CorrectionComment",
                      "datePublished": "2020-02-13",
                      "text": "A name was wrong"
                    }
                  ]
                },
                {
                  "@type": "BreadcrumbList",
                  "@id": "https://example.org/kb/news/2020/x-slug/#breadcrumb",
                  "itemListElement": [
                    {
                      "@type": "ListItem",
                      "position": 1,
                      "name": "home",
                      "item": "https://example.org/kb/"
                    },
                    {
                      "@type": "ListItem",
                      "position": 2,
                      "name": "news",
                      "item": "https://example.org/kb/news/"
                    },
                    {
                      "@type": "ListItem",
                      "position": 3,
                      "name": "2020",
                      "item": "https://example.org/kb/news/2020/"
                    },
                    {
                      "@type": "ListItem",
                      "position": 4,
                      "name": "Fish & chips: 1 < 2",
                      "item": "https://example.org/kb/news/2020/x-slug/"
                    }
                  ]
                },
                {
                  "@type": "WebSite",
                  "@id": "https://example.org/kb/#website",
                  "url": "https://example.org/kb/",
                  "name": "Example",
                  "description": "News of police",
                  "inLanguage": "en",
                  "publisher": {
                    "@id": "https://example.org/kb/#publisher"
                  }
                },
                {
                  "@type": "NewsMediaOrganization",
                  "@id": "https://example.org/kb/#publisher",
                  "name": "Example",
                  "url": "https://example.org/kb/"
                }
              ]
            }"#]],
    );
}

#[test]
fn a_country_in_json_ld() {
    check(
        "countries/kr/index.html",
        &expect![[r#"
        {
          "@context": "https://schema.org",
          "@graph": [
            {
              "@type": "CollectionPage",
              "@id": "https://example.org/kb/countries/kr/",
              "url": "https://example.org/kb/countries/kr/",
              "name": "South Korea",
              "description": "described_country",
              "inLanguage": "en",
              "isPartOf": {
                "@id": "https://example.org/kb/#website"
              },
              "breadcrumb": {
                "@id": "https://example.org/kb/countries/kr/#breadcrumb"
              },
              "about": {
                "@id": "https://example.org/kb/countries/kr/#country"
              },
              "mainEntity": {
                "@type": "ItemList",
                "numberOfItems": 1,
                "itemListElement": [
                  {
                    "@type": "ListItem",
                    "position": 1,
                    "url": "https://example.org/kb/news/2020/x-slug/",
                    "name": "Fish & chips: 1 < 2"
                  }
                ]
              }
            },
            {
              "@type": "Country",
              "@id": "https://example.org/kb/countries/kr/#country",
              "url": "https://example.org/kb/countries/kr/",
              "name": "South Korea",
              "identifier": "KR"
            },
            {
              "@type": "BreadcrumbList",
              "@id": "https://example.org/kb/countries/kr/#breadcrumb",
              "itemListElement": [
                {
                  "@type": "ListItem",
                  "position": 1,
                  "name": "home",
                  "item": "https://example.org/kb/"
                },
                {
                  "@type": "ListItem",
                  "position": 2,
                  "name": "countries",
                  "item": "https://example.org/kb/countries/"
                },
                {
                  "@type": "ListItem",
                  "position": 3,
                  "name": "South Korea",
                  "item": "https://example.org/kb/countries/kr/"
                }
              ]
            },
            {
              "@type": "WebSite",
              "@id": "https://example.org/kb/#website",
              "url": "https://example.org/kb/",
              "name": "Example",
              "description": "News of police",
              "inLanguage": "en",
              "publisher": {
                "@id": "https://example.org/kb/#publisher"
              }
            },
            {
              "@type": "NewsMediaOrganization",
              "@id": "https://example.org/kb/#publisher",
              "name": "Example",
              "url": "https://example.org/kb/"
            }
          ]
        }"#]],
    );
}
