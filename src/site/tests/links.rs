//! Links of a body, in all their forms.

use expect_test::expect;

use super::{check_problems, entry, paths, resolved, site};
use crate::site::Target;

const TARGETS: &str = "
-- site.yaml --
languages: { en: {}, fr: {} }
LINKS
-- static/files/a.pdf --
-- content/countries/kr.md --
---
title: Korea
aliases: [/korea/]
---

## History
-- content/topics/crime.md --
---
title: Crime
---
-- content/topics/crime.fr.md --
---
title: Criminalité
---
-- content/news/2020/box/index.md --
---
title: Box
date: 2020-01-01
---
-- content/news/2020/box/photo.jpg --
";

fn with(link: &str) -> String {
    format!("{TARGETS}-- content/pages/a.fr.md --\n---\ntitle: A\n---\n\n{link}\n")
        .replace("LINKS\n", "")
}

#[test]
fn every_form_leads_to_the_page_in_the_language_of_the_text() {
    for (link, to) in [
        ("[x](@/countries/kr.md)", "fr:countries/kr"),
        ("[x](../countries/kr.md#history)", "fr:countries/kr#history"),
        ("[[kr]]", "fr:countries/kr"),
        ("[[kr#history|Korea]]", "fr:countries/kr#history"),
        ("[[country:South Korea]]", "fr:countries/kr"),
        ("[x](@/countries/jp.md)", "fr:countries/jp"),
        ("[x](@/topics/crime.md)", "fr:topics/crime"),
        ("[x](/topics/crime/)", "topics/crime"),
        ("[x](/fr/topics/crime/)", "fr:topics/crime"),
        ("[x](/korea/)", "countries/kr"),
        ("[x](/countries/jp)", "countries/jp"),
        ("[x](/news/)", "/news/"),
        ("[x](/news/2020/)", "/news/2020/"),
        ("[x](/fr/countries/atom.xml)", "/fr/countries/atom.xml"),
        ("[x](/countries/kr/feed.json)", "/countries/kr/feed.json"),
        ("[x](/files/a.pdf)", "static/files/a.pdf"),
        ("![x](/news/2020/box/photo.jpg)", "content/news/2020/box/photo.jpg"),
        ("![x](../news/2020/box/photo.jpg)", "content/news/2020/box/photo.jpg"),
        ("## Part\n\n[x](#part)", "fr:pages/a#part"),
    ] {
        let site = site(&with(link));
        let found = match site.target(entry(&site, "fr:pages/a"), 0) {
            Target::Entry(id) => paths(&site, &[*id]),
            Target::Anchor(id, anchor) => format!("{}#{anchor}", paths(&site, &[*id])),
            Target::File(path) => path.to_string(),
            Target::Address(address) | Target::Dead(address) => address.clone(),
            Target::Lost => "lost".to_owned(),
        };
        assert_eq!(found, to, "{link}");
    }
}

#[test]
fn dead_links_are_reported_with_the_nearest() {
    let links = "[a](@/countries/krr.md) [b](../topics/crimes.md) [c](/topics/crimee/)
[d](/news/1999/) [e](@/countries/kr.md#histroy) [[land:kr]] ![f](fotos/photo.jpg)
[g](/files/b.pdf) [h](@/countries/kr.es.md) [[nobody]] [i](#nowhere)";
    check_problems(
        &with(links),
        &expect![[r#"
            E203 content/pages/a.fr.md:5 `@/countries/krr.md`: there is no file `content/countries/krr.md`
              help: did you mean `@/countries/kr.md`?
            E203 content/pages/a.fr.md:5 `../topics/crimes.md`: there is no file `content/topics/crimes.md`
              help: did you mean `@/topics/crime.md`?
            E203 content/pages/a.fr.md:5 `/topics/crimee/`: the site has no address `/topics/crimee/`
              help: did you mean `/topics/crime/`?
            E203 content/pages/a.fr.md:6 `/news/1999/`: the site has no address `/news/1999/`
              help: correct the address, or link to the file: `[text](@/news/…/x.md)`
            E204 content/pages/a.fr.md:6 `@/countries/kr.md#histroy`: “Korea” has no heading `#histroy`
              help: did you mean `#history`?
            E210 content/pages/a.fr.md:6 `land:kr`: there is no type named `land`
              help: the types are `news`, `country`, `topic`, `region`, `organisation`, `person`, `document`, `page`
            E208 content/pages/a.fr.md:6 `fotos/photo.jpg`: there is no file `content/pages/fotos/photo.jpg`
              help: did you mean `@/news/2020/box/photo.jpg`?
            E203 content/pages/a.fr.md:7 `/files/b.pdf`: the site has no address `/files/b.pdf`
              help: correct the address, or link to the file: `[text](@/news/…/x.md)`
            E203 content/pages/a.fr.md:7 `@/countries/kr.es.md`: there is no file `content/countries/kr.es.md`
              help: did you mean `@/countries/kr.md`?
            E201 content/pages/a.fr.md:7 `nobody`: no entry is named `nobody`
              help: correct the name, or add the entry that is missing
            E204 content/pages/a.fr.md:7 `#nowhere`: “A” has no heading `#nowhere`
              help: correct it, or leave it out to link to the top of the page
        "#]],
    );
}

#[test]
fn the_settings_decide_on_the_level_of_dead_links() {
    let body = "[a](/nowhere/) [b](@/countries/kr.md#nowhere)";
    for (links, levels) in [
        ("links: { internal: warn, anchors: off }", "[Warning]"),
        ("links: { internal: off, anchors: warn }", "[Warning]"),
        ("links: { internal: off, anchors: off }", "[]"),
    ] {
        let archive = TARGETS.replace("LINKS", links)
            + &format!("-- content/pages/a.md --\n---\ntitle: A\n---\n\n{body}\n");
        let found = resolved(&archive);
        let severities: Vec<_> = found.problems.iter().map(|it| it.severity).collect();
        assert_eq!(format!("{severities:?}"), levels, "{links}");
        let site = found.value;
        let first = site.target(entry(&site, "pages/a"), 0);
        assert_eq!(*first, Target::Dead("/nowhere/".to_owned()));
    }
}

#[test]
fn backlinks_name_each_page_once_newest_first() {
    let site = site(
        "
-- content/topics/crime.md --
---
title: Crime
---

[[crime]]
-- content/news/old.md --
---
title: Old
date: 2019-01-01
---

[[crime]] and [crime](@/topics/crime.md)
-- content/news/new.md --
---
title: New
date: 2020-01-01
---

[[crime]]
-- content/news/gone.md --
---
title: Gone
date: 2020-01-01
withdrawn: { reason: Wrong }
---

[[crime]]
",
    );
    let crime = entry(&site, "topics/crime");
    let backlinks = &site.backlinks[crime.0 as usize];
    assert_eq!(paths(&site, backlinks), "news/new, news/old");
}
