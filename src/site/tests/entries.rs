//! Which entries there are, in which languages, at which addresses.

use expect_test::{Expect, expect};

use super::{check_problems, site};

/// Every entry: language, path, address, titles.
fn check_entries(archive: &str, expected: &Expect) {
    let site = site(archive);
    let line = |it: &crate::site::Entry| {
        let tag =
            |lang: crate::site::LangId| &site.config.languages[usize::from(lang.0)].tag;
        let address = it.card.address.as_deref().unwrap_or("-");
        let lent = format!(" ({})", tag(it.body_lang));
        let lent = if it.lang == it.body_lang { "" } else { &lent };
        let (title, list) = (&it.card.title, &it.card.list_title);
        format!("{}{lent} {} → {address} {title} | {list}\n", tag(it.lang), it.path)
    };
    expected.assert_eq(&site.entries.iter().map(line).collect::<String>());
}

#[test]
fn countries_have_pages_where_something_refers_to_them() {
    check_entries(
        "
-- site.yaml --
languages: { en: {}, fr: {} }
countries: { names: { JP: Nippon } }
-- content/countries/kr.md --
---
title: Korea
name_list: Korea (Rep. of)
names: { fr: Corée }
---
-- content/countries/de.fr.md --
---
title: Allemagne
---
-- content/news/a.md --
---
title: A
date: 2020-01-01
countries: [kr, jp]
---

Mail from [Fiji](/countries/fj/).
-- content/news/a.fr.md --
---
title: A en français
date: 2020-01-01
countries: [kr, jp, de]
---
",
        &expect![[r#"
            fr countries/de → /fr/countries/de/ Allemagne | Allemagne
            en countries/fj → /countries/fj/ Fiji | Fiji
            en countries/jp → /countries/jp/ Japan | Nippon
            fr countries/jp → /fr/countries/jp/ Japon | Japon
            en countries/kr → /countries/kr/ Korea | Korea (Rep. of)
            fr (en) countries/kr → /fr/countries/kr/ Corée | Corée
            en news/a → /news/a/ A | A
            fr news/a → /fr/news/a/ A en français | A en français
        "#]],
    );
}

#[test]
fn addresses_follow_slugs_stubs_and_patterns() {
    check_entries(
        "
-- site.yaml --
types: { event: { folder: events, address: '/agenda/{year}/{month}/{slug}/', fields: { date: { kind: moment, required: true } } } }
-- content/news/2020/plain.md --
---
title: Plain
date: 2020-01-01
---
-- content/news/2020/slugged.md --
---
title: Slugged
date: 2020-01-01
slug: short
---
-- content/news/2020/bundle/index.md --
---
title: Bundle
date: 2020-01-01
---
-- content/news/2020/stub.md --
---
title: Stub
date: 2020-01-01
stub: true
---
-- content/news/2020/stub-with-text.md --
---
title: Stub with text
date: 2020-01-01
stub: true
---

Text.
-- content/news/2020/stub-elsewhere.md --
---
title: Stub elsewhere
date: 2020-01-01
stub: true
url: https://example.org/x
---
-- content/events/fair.md --
---
title: Fair
date: 2020-03-01
---
",
        &expect![[r#"
            en events/fair → /agenda/2020/03/fair/ Fair | Fair
            en news/2020/bundle → /news/2020/bundle/ Bundle | Bundle
            en news/2020/plain → /news/2020/plain/ Plain | Plain
            en news/2020/slugged → /news/2020/short/ Slugged | Slugged
            en news/2020/stub → - Stub | Stub
            en news/2020/stub-elsewhere → https://example.org/x Stub elsewhere | Stub elsewhere
            en news/2020/stub-with-text → /news/2020/stub-with-text/ Stub with text | Stub with text
        "#]],
    );
}

#[test]
fn addresses_and_ids_are_taken_once() {
    check_problems(
        "
-- content/news/2020/a.md --
---
title: A
date: 2020-01-01
aliases: [/old/, /news/2020/b]
---
-- content/news/2020/b.md --
---
title: B
date: 2020-01-01
aliases: [/old/]
---
-- content/news/2020/c.md --
---
title: C
date: 2020-01-01
slug: b
---
-- content/news/2021/a.md --
---
title: Another A
date: 2021-01-01
---
",
        &expect![[r#"
            E302 content/news/2020/a.md:4 `/news/2020/b`: the alias `/news/2020/b/` is the address of another entry
              help: remove the alias, or move the other entry
              note: content/news/2020/b.md:1 `---` the entry at this address
            E302 content/news/2020/b.md:4 `/old/`: the alias `/old/` belongs to another entry too
              help: remove one of the two
              note: content/news/2020/a.md:4 `/old/` the alias of the other entry
            E301 content/news/2020/c.md:1 `---`: the address `/news/2020/b/` belongs to another entry
              help: give one of the two another `slug`, or rename its file
              note: content/news/2020/b.md:1 `---` the other entry
        "#]],
    );
}

#[test]
fn translations_belong_together_by_id_or_by_name() {
    let site = site(
        "
-- site.yaml --
languages: { en: {}, fr: {}, es: {} }
-- content/topics/fraud.md --
---
title: Fraud
---
-- content/topics/fraud.es.md --
---
title: Fraude
---
-- content/topics/fraude.md --
---
title: Fraude (fr)
lang: fr
translation_of: fraud
---
-- content/news/x.fr.md --
---
title: X
date: 2020-01-01
topics: [fraud]
---
",
    );
    let fraud = super::entry(&site, "topics/fraud");
    let others = &site.translations[fraud.0 as usize];
    assert_eq!(super::paths(&site, others), "fr:topics/fraude, es:topics/fraud");
    let x = super::entry(&site, "fr:news/x");
    assert_eq!(super::paths(&site, site.related_by(x, "topics")), "fr:topics/fraude");
}

fn topics(translations: &[(&str, &str, &str)]) -> String {
    let mut archive =
        "-- site.yaml --\nlanguages: { en: {}, fr: {}, es: {}, ar: {} }\n".to_owned();
    for (id, lang, original) in translations {
        let original = match *original {
            "" => String::new(),
            original => format!("translation_of: {original}\n"),
        };
        archive += &format!(
            "-- content/topics/{id}.md --\n---\ntitle: {id}\nlang: {lang}\n{original}---\n"
        );
    }
    archive
}

#[test]
fn a_translation_of_a_translation_belongs_to_the_first_original() {
    let site = site(&topics(&[
        ("betrug", "ar", "fraude"),
        ("fraud", "en", ""),
        ("fraude", "fr", "estafa"),
        ("estafa", "es", "fraud"),
    ]));
    let fraud = super::entry(&site, "topics/fraud");
    let others = &site.translations[fraud.0 as usize];
    let expected = "fr:topics/fraude, es:topics/estafa, ar:topics/betrug";
    assert_eq!(super::paths(&site, others), expected);
}

#[test]
fn translations_that_lead_round_in_a_circle_are_reported_once() {
    check_problems(
        &topics(&[
            ("a", "en", "c"),
            ("b", "fr", "a"),
            ("c", "es", "b"),
            ("d", "ar", "b"),
        ]),
        &expect![[r#"
            E207 content/topics/a.md:4 `c`: `translation_of` goes round in a circle: `a` → `c` → `b` → `a`
              help: remove `translation_of` from one of them
        "#]],
    );
}
