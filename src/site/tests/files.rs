//! Files of pages.

use expect_test::expect;

use super::{check_problems, entry, site};

#[test]
fn files_stand_beside_the_page_that_uses_them() {
    let site = site(
        "
-- site.yaml --
languages: { en: {}, fr: {} }
-- static/robots-extra.txt --
-- static/flags/kr.svg --
-- content/news/2020/box/index.md --
---
title: Box
date: 2020-01-01
slug: parcel
image: { src: lead.jpg, alt: A lead }
---

![x](in/deep.png)
-- content/news/2020/box/index.fr.md --
---
title: Boîte
date: 2020-01-01
image: { src: lead.jpg, alt: Plomb }
---
-- content/news/2020/box/lead.jpg --
-- content/news/2020/box/in/deep.png --
-- content/news/2020/box/unused.jpg --
-- content/documents/report.md --
---
title: Report
date: 2020-01-01
kind: report
files: [report.pdf]
---
-- content/documents/report.pdf --
-- content/countries/kr.md --
---
title: Korea
flag: flags/kr.svg
---
",
    );
    let lines = site.files.iter().map(|it| format!("{} → {}\n", it.source, it.output));
    expect![[r#"
        content/documents/report.pdf → documents/report.pdf
        content/news/2020/box/in/deep.png → news/2020/parcel/in/deep.png
        content/news/2020/box/lead.jpg → news/2020/parcel/lead.jpg
        static/flags/kr.svg → flags/kr.svg
        static/robots-extra.txt → robots-extra.txt
    "#]]
    .assert_eq(&lines.collect::<String>());
    let korea = entry(&site, "countries/kr");
    let flag = site.file_of(korea, "flags/kr.svg").map(|it| it.output.as_str());
    assert_eq!(flag, Some("flags/kr.svg"));
    let card = &site.entry(entry(&site, "news/2020/box")).card;
    let image = card.image.as_ref().map(|it| (it.source.as_str(), it.alt.as_str()));
    assert_eq!(image, Some(("content/news/2020/box/lead.jpg", "A lead")));
}

#[test]
fn missing_files_are_reported_with_the_nearest() {
    check_problems(
        "
-- content/pages/about.md --
---
title: About
image: { src: ofice.jpg, alt: Our office }
---

![x](map.png)
-- content/pages/office.jpg --
",
        &expect![[r#"
            E208 content/pages/about.md:3 `ofice.jpg`: there is no file `ofice.jpg`
              help: did you mean `office.jpg`?
            E208 content/pages/about.md:6 `map.png`: there is no file `content/pages/map.png`
              help: put it beside the entry or below `static/`, or correct the name
        "#]],
    );
}
