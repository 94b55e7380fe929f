//! What stands after edits is what is found in a site seen for the first time.

use proptest::{prelude::*, sample::Index};

use super::random::{self, News};
use crate::site::{
    Related, Site,
    related::{find, search::Found, standing::Standing},
    tests::lenient,
};

/// Other words for one of the news.
#[derive(Clone, Debug)]
struct Edit {
    which: Index,
    title: Option<Vec<u8>>,
    body: Option<Vec<u8>>,
    topics: Option<Vec<u8>>,
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = |most| prop::option::of(prop::collection::vec(0..16_u8, 1..most));
    let topics = prop::option::weighted(0.1, prop::collection::vec(0..4_u8, 0..4));
    (any::<Index>(), words(5), words(40), topics)
        .prop_map(|(which, title, body, topics)| Edit { which, title, body, topics })
}

fn change(archive: &mut [News], edit: &Edit) -> usize {
    let at = edit.which.index(archive.len());
    let news = &mut archive[at];
    news.title.extend(edit.title.iter().flatten());
    news.body = edit.body.clone().unwrap_or_else(|| news.body.clone());
    news.topics = edit.topics.clone().unwrap_or_else(|| news.topics.clone());
    at
}

/// What was found at a first look, in an order that means nothing.
fn found(standing: &Standing) -> Vec<Option<Found>> {
    let all = standing.shelves().iter().flat_map(|it| it.found.clone());
    let mut all: Vec<_> = all.collect();
    for found in all.iter_mut().flatten() {
        found.candidates.sort_by_key(|it| it.member);
        // Of texts that are as near any may be told.
        found.nearest.iter_mut().for_each(|it| it.member = 0);
    }
    all
}

/// Entries and scores of those that are related, and later ones.
type Told = (Vec<(u32, i32)>, Vec<u32>);

fn related(site: &Site, standing: &mut Standing) -> Vec<Told> {
    let told = |it: Related| {
        let earlier = it.earlier.into_iter().map(|it| (it.entry.0, it.score));
        (earlier.collect(), it.later.into_iter().map(|it| it.0).collect())
    };
    find(site, standing).into_iter().map(told).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: prop::test_runner::RngSeed::Fixed(12), ..Default::default() })]

    #[test]
    fn an_edit_leads_where_reading_all_anew_leads(
        mut archive in random::archive(),
        edits in prop::collection::vec(edit(), 1..5),
    ) {
        let mut standing = Standing::lasting();
        related(&lenient(&random::site(&archive)), &mut standing);
        for edit in &edits {
            let at = change(&mut archive, edit);
            let site = lenient(&random::site(&archive));
            let path = format!("news/n{at:03}");
            let id = site.ids().find(|it| *site.entry(*it).path == *path).expect("an entry");
            let at_once = standing.amend(&site, id);
            let mut anew = Standing::lasting();
            let expected = related(&site, &mut anew);
            prop_assert_eq!(&related(&site, &mut standing), &expected);
            prop_assert_eq!(found(&standing), found(&anew));
            if edit.topics.is_none() {
                let list = at_once.expect("a list").into_iter();
                let list: Vec<_> = list.map(|it| (it.entry.0, it.score)).collect();
                prop_assert_eq!(&list, &expected[id.0 as usize].0);
            }
        }
    }

    #[test]
    fn what_comes_and_goes_is_followed(
        mut archive in random::archive(),
        more in random::archive(),
    ) {
        let mut standing = Standing::lasting();
        let mut shown = lenient(&random::site(&archive));
        for news in more.into_iter().take(3) {
            archive.extend([news.clone(), news]);
            let site = lenient(&random::site(&archive));
            let expected = related(&site, &mut Standing::default());
            prop_assert_eq!(related(&site, &mut standing), expected);
            // A text may be saved before the new site takes the place of the old one.
            prop_assert!(shown.ids().all(|id| standing.amend(&shown, id).is_none()));
            shown = site;
            archive.swap_remove(0);
        }
    }
}
