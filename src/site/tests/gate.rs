//! What is hidden, and that nothing of it gets through.

use expect_test::expect;

use super::{check_problems, overrides, resolved_at, site};
use crate::{config::Preview, site::Withheld};

const MIXED: &str = "
-- content/news/public.md --
---
title: Public
date: 2020-01-01
topics: [crime]
---
-- content/topics/crime.md --
---
title: Crime
---
-- content/topics/draft.md --
---
title: zzdraft
parent: crime
draft: true
---

[[public]] ![zz](zz.png)
-- content/news/embargo.md --
---
title: zzembargo
date: 2020-01-01
publish_at: 2026-01-01T12:00:01Z
topics: [crime]
countries: [fj]
story: zzstory
---
-- content/news/2027/future.md --
---
title: zzfuture
date: 2026-01-02
related: [public]
---
-- content/news/expired.md --
---
title: zzexpired
date: 2020-01-01
expires_at: 2026-01-01T12:00:00Z
aliases: [/zzalias/]
---
-- content/countries/kr.md --
---
title: zzkorea
draft: true
---
-- content/news/now.md --
---
title: Now
date: 2026-01-01T12:00:00Z
countries: [kr]
---
";

#[test]
fn hidden_entries_leave_no_trace() {
    let site = site(MIXED);
    let paths: Vec<_> = site.entries.iter().map(|it| &*it.path).collect();
    assert_eq!(paths, ["countries/kr", "news/now", "news/public", "topics/crime"]);
    let all = format!("{:?}", (&site.entries, &site.relations, &site.backlinks));
    let rest = format!("{:?}", (&site.files, &site.stories, &site.related, &site.news));
    assert!(!all.contains("zz") && !rest.contains("zz"), "{all}{rest}");
    assert_eq!(site.entries[0].card.title, "South Korea");
    assert_eq!(site.withheld, Withheld { drafts: 2, future: 2, expired: 1 });
}

#[test]
fn a_preview_lets_in_what_it_says() {
    let count = |preview| {
        let overrides = crate::config::Overrides { preview, ..overrides(super::NOW) };
        resolved_at(MIXED, &overrides).value.entries.len()
    };
    let none = Preview::default();
    assert_eq!(count(none), 4);
    assert_eq!(count(Preview { expired: true, ..none }), 5);
    // Fiji comes with the news that names it.
    assert_eq!(count(Preview { future: true, ..none }), 7);
    assert_eq!(count(Preview { drafts: true, ..none }), 5);
}

#[test]
fn the_calendar_says_when_the_output_changes_by_itself() {
    let site = resolved_at(MIXED, &overrides("2025-12-31T12:00:00Z")).value;
    let lines =
        site.calendar.iter().map(|it| format!("{} {} {}\n", it.at, it.path, it.what));
    expect![[r#"
        2026-01-01T12:00:00Z content/news/expired.md expires
        2026-01-01T12:00:00Z content/news/now.md published
        2026-01-01T12:00:01Z content/news/embargo.md published
        2026-01-02T00:00:00Z content/news/2027/future.md published
        2026-01-03T12:00:00Z content/news/now.md leaves the news sitemap
        2026-01-04T00:00:00Z content/news/2027/future.md leaves the news sitemap
    "#]]
    .assert_eq(&lines.collect::<String>());
}

#[test]
fn a_public_page_must_not_refer_to_a_hidden_one() {
    check_problems(
        "
-- content/news/secret.md --
---
title: Secret
date: 2030-01-01
slug: quiet
---
-- content/news/old.md --
---
title: Old
date: 2019-01-01
expires_at: 2020-01-01
---
-- content/news/box/index.md --
---
title: Box
date: 2020-01-01
draft: true
---
-- content/news/box/photo.jpg --
-- content/news/open.md --
---
title: Open
date: 2020-01-01
related: [secret]
image: { src: box/photo.jpg, alt: A box }
---

[a](@/news/old.md) [b](/news/quiet/) [[secret]] ![c](box/photo.jpg)
",
        &expect![[r#"
            E205 content/news/open.md:4 `secret`: `secret` is not public, and this page is
              help: remove the reference, make this page a draft too, or publish the other
              note: content/news/secret.md:1 `---` is not public before 2030-01-01T00:00:00Z
            E205 content/news/open.md:5 `box/photo.jpg`: `box/photo.jpg` is not public, and this page is
              help: remove the reference, make this page a draft too, or publish the other
              note: content/news/box/index.md:1 `---` is a draft
            E205 content/news/open.md:8 `@/news/old.md`: `news/old.md` is not public, and this page is
              help: remove the reference, make this page a draft too, or publish the other
              note: content/news/old.md:1 `---` expired at 2020-01-01T00:00:00Z
            E205 content/news/open.md:8 `/news/quiet/`: `/news/quiet/` is not public, and this page is
              help: remove the reference, make this page a draft too, or publish the other
              note: content/news/secret.md:1 `---` is not public before 2030-01-01T00:00:00Z
            E205 content/news/open.md:8 `secret`: `secret` is not public, and this page is
              help: remove the reference, make this page a draft too, or publish the other
              note: content/news/secret.md:1 `---` is not public before 2030-01-01T00:00:00Z
            E205 content/news/open.md:8 `box/photo.jpg`: `news/box/photo.jpg` is not public, and this page is
              help: remove the reference, make this page a draft too, or publish the other
              note: content/news/box/index.md:1 `---` is a draft
        "#]],
    );
}
