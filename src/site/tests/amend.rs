//! Other words in one file: what is put in place at once is what resolving would make of it.

use super::{NOW, overrides, read, resolved};
use crate::{site::Site, source::Sources};

const SITE: &str = "\
-- content/news/2020/a.md --
---
title: Police meet in Seoul
standfirst: They meet
date: 2020-02-11
countries: [kr]
topics: [fraud]
---
See [[kr]].

## Later
-- content/news/2020/b.md --
---
title: Ministers meet
date: 2020-02-12
topics: [fraud]
---
As [before](a.md#later).
-- content/topics/fraud.md --
---
title: Fraud
---
What it is.
-- content/countries/kr.md --
---
title: South Korea
---
A country.
";

/// All of a site but its settings and what is known of all countries.
fn all(site: &Site) -> String {
    let Site { entries, relations, targets, backlinks, .. } = site;
    let Site { related, translations, news, stories, files, calendar, .. } = site;
    let first = (entries, relations, targets, backlinks);
    format!("{:#?}", (first, related, translations, news, stories, files, calendar))
}

/// Whether the site can be amended to be one with an edit; it must then be the one that is
/// resolved anew, and else stay as it is.
fn amends(path: &str, old: &str, new: &str) -> bool {
    assert!(SITE.contains(old), "{old}");
    let edited = SITE.replacen(old, new, 1);
    let (_, documents) = read(&Sources::of_archive(&edited), &overrides(NOW));
    let document = documents.iter().find(|it| &*it.path == path).expect("a document");
    let mut site = resolved(SITE).value;
    let done = site.amend(document).is_some();
    let expected = if done { edited } else { SITE.to_owned() };
    assert!(all(&site) == all(&resolved(&expected).value), "{new}");
    done
}

#[test]
fn words_are_put_in_place() {
    let (a, fraud) = ("content/news/2020/a.md", "content/topics/fraud.md");
    assert!(amends(a, "See [[kr]].", "Look at [[kr]], at length.\n\nAnd more."));
    assert!(amends(a, "standfirst: They meet", "standfirst: They met"));
    assert!(amends(a, "standfirst: They meet\n", ""));
    assert!(amends(a, "title: Police meet", "title: Officers meet"));
    assert!(amends(fraud, "What it is.", "What it is, and *was*."));
}

#[test]
fn what_is_lent_to_other_languages_is_amended_in_all() {
    let site = |text: &str| {
        let head = "-- site.yaml --\nlanguages: { en: {}, fr: {} }\n";
        let news = "-- content/news/2020/c.fr.md --\n---\ntitle: Une réunion\ndate: 2020-02-13\n---";
        format!("{head}{news}\n{text}\n{SITE}")
    };
    let (old, new) = (site("Un texte."), site("Un autre texte."));
    let (_, documents) = read(&Sources::of_archive(&new), &overrides(NOW));
    let path = "content/news/2020/c.fr.md";
    let document = documents.iter().find(|it| &*it.path == path).expect("a document");
    let mut site = resolved(&old).value;
    let id = site.amend(document).expect("an entry");
    assert!(!site.entry(id).is_lent());
    assert!(all(&site) == all(&resolved(&new).value));
}

#[test]
fn what_others_rely_on_is_resolved_anew() {
    let a = "content/news/2020/a.md";
    let edits = [
        ("See [[kr]].", "See [[fr]]."),
        ("See [[kr]].", "See."),
        ("See [[kr]].", "See [[kr]] and [[kr]]."),
        ("## Later", "## Afterwards"),
        ("date: 2020-02-11", "date: 2020-02-13"),
        ("date: 2020-02-11", "date: 2020-02-11\ndraft: true"),
        ("date: 2020-02-11", "date: 2020-02-11\nkind: statement"),
        ("countries: [kr]", "countries: [kr, fr]"),
        ("topics: [fraud]", "topics: []"),
    ];
    for (old, new) in edits {
        assert!(!amends(a, old, new), "{new}");
    }
    let topic = ("content/topics/fraud.md", "title: Fraud", "title: Frauds");
    assert!(!amends(topic.0, topic.1, topic.2), "it may stand elsewhere in its list");
    let country = ("content/countries/kr.md", "A country.", "A land.");
    assert!(!amends(country.0, country.1, country.2), "it is lent to other languages");
}
