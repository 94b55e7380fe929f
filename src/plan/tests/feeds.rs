//! What readers' programs know entries by.

use std::collections::BTreeSet;

use super::*;
use crate::config::FeedFormat;

/// The ids of what the feed of a site holds, sorted.
fn ids(archive: &str) -> Vec<String> {
    let Planned { site, .. } = planned(archive);
    let view = feed::view(&site, FeedOf::Site, LangId(0), FeedFormat::Atom);
    let ids: BTreeSet<_> = view.items.into_iter().map(|it| it.id).collect();
    ids.into_iter().collect()
}

fn news(path: &str, date: &str) -> String {
    format!("-- content/news/{path}.md --\n---\ntitle: A\ndate: {date}\n---\n")
}

#[test]
fn no_two_entries_have_one_id() {
    let [january, march] =
        [news("2020/01/floods", "2020-01-08"), news("2020/03/floods", "2020-03-02")];
    let other_year = news("2019/floods", "2019-03-02");
    assert_eq!(
        ids(&format!("{january}{march}{other_year}")),
        [
            "tag:example.org,2019:en/news/floods",
            "tag:example.org,2020:en/news/2020/03/floods",
            "tag:example.org,2020:en/news/floods",
        ]
    );
    // What comes later takes the id from none.
    assert_eq!(ids(&january), ["tag:example.org,2020:en/news/floods"]);
}
