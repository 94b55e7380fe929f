//! What the commands about links print: `list orphans`.

use expect_test::{Expect, expect};

use super::workshop::Workshop;

/// Checks what a command prints about a site, which must succeed.
fn check(site: &Workshop, arguments: &[&str], expected: &Expect) {
    let run = site.run(arguments);
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    expected.assert_eq(&String::from_utf8_lossy(&run.stdout));
}

const ORPHANS: &str = "\
-- site.yaml --
languages: { en: {}, fr: {} }
footer: [{ label: Imprint, url: /pages/imprint/ }]
-- content/news/2020/a.md --
---
title: A news entry is in the list of news
date: 2020-01-02
topics: [named]
---
See [the report](@/documents/report.md).
-- content/topics/named.md --
---
title: News name it
documents: [listed]
---
-- content/topics/child.md --
---
title: Its parent lists it
parent: named
---
-- content/topics/alone.md --
---
title: Nothing leads to it
---
See [itself](@/topics/alone.md).
-- content/topics/alone.fr.md --
---
title: Rien n’y mène
---
-- content/topics/one-way.md --
---
title: It leads somewhere, nothing leads to it
---
See [[named]].
-- content/topics/seen.md --
---
title: What it sees also shows it
see_also: [named]
---
-- content/topics/french.md --
---
title: Its translation is linked
---
-- content/topics/french.fr.md --
---
title: On y mène
---
-- content/pages/about.md --
---
title: It is in the menu
nav: main
---
-- content/pages/imprint.md --
---
title: It is in the footer
---
-- content/pages/lost.md --
---
title: It is in no menu
---
-- content/pages/notes.fr.md --
---
title: Elle mène à une page française
nav: footer
---
Voir [[french]].
-- content/documents/report.md --
---
title: A text links to it
kind: report
date: 2020-01-01
files: report.pdf
---
-- content/documents/listed.md --
---
title: A topic names it
kind: report
date: 2020-01-01
files: report.pdf
---
-- content/countries/kr.md --
---
title: Korea
---
-- content/topics/draft.md --
---
title: Hidden entries are no pages
draft: true
---
";

#[test]
fn orphans_are_pages_that_no_other_page_leads_to() {
    let site = Workshop::new(ORPHANS);
    site.write("content/documents/report.pdf", b"%PDF-1.4");
    check(
        &site,
        &["list", "orphans", "--format", "csv"],
        &expect![[r#"
        id,type,lang,date,title,url
        countries/kr,country,en,,Korea,https://example.org/countries/kr/
        pages/lost,page,en,,It is in no menu,https://example.org/pages/lost/
        topics/alone,topic,en,,Nothing leads to it,https://example.org/topics/alone/
        topics/alone,topic,fr,,Rien n’y mène,https://example.org/fr/topics/alone/
        topics/one-way,topic,en,,"It leads somewhere, nothing leads to it",https://example.org/topics/one-way/
    "#]],
    );
}
