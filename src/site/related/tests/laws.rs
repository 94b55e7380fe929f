//! What must not change a list, and what must change it only so.

use proptest::{prelude::*, sample::Index};

use super::random::{self, News};
use crate::site::{
    EntryId, Site,
    related::{Choice, LeftOut, Pins, Ranking, Wanted},
    tests::lenient,
};

const WANTED: Wanted =
    Wanted { limit: 4, most: usize::MAX, pins: Pins::Count, earlier_only: false };

/// The lists of all news in English, by path.
fn lists(site: &Site) -> Vec<(String, Vec<(String, i32)>)> {
    let ranking = Ranking::all(site);
    let path = |id: EntryId| site.entry(id).path.to_string();
    let list = |id: EntryId| {
        let list = ranking.list(id, WANTED).list;
        (path(id), list.iter().map(|it| (path(it.entry), it.score)).collect())
    };
    let english = |it: EntryId| site.entry(it).lang.0 == 0 && !site.entry(it).is_lent();
    let ids = site.ids().filter(|it| site.is(*it, "news") && english(*it));
    ids.map(list).collect()
}

fn lists_of(archive: &[News]) -> Vec<(String, Vec<(String, i32)>)> {
    lists(&lenient(&random::site(archive)))
}

/// Only who is on the lists, in order.
fn order(lists: Vec<(String, Vec<(String, i32)>)>) -> Vec<Vec<String>> {
    lists.into_iter().map(|it| it.1.into_iter().map(|it| it.0).collect()).collect()
}

fn choice(site: &Site, path: &str) -> Choice {
    let id = site.ids().find(|it| *site.entry(*it).path == *path).expect("an entry");
    Ranking::some(site).list(id, WANTED)
}
/// Words that differ in more than their endings.
const TITLES: [u8; 14] = [0, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, rng_seed: prop::test_runner::RngSeed::Fixed(11), ..Default::default() })]

    #[test]
    fn an_entry_in_another_language_changes_no_list(archive in random::archive(), one in any::<Index>()) {
        let at = one.index(archive.len());
        let french = random::file(900, ".fr", &archive[at], archive.len());
        let with = lenient(&(random::site(&archive) + &french));
        prop_assert_eq!(lists(&with), lists_of(&archive));
    }

    #[test]
    fn a_hidden_entry_changes_no_list(archive in random::archive(), one in any::<Index>()) {
        let at = one.index(archive.len());
        let draft = random::file(900, "", &archive[at], archive.len());
        let draft = draft.replacen("---\n", "---\ndraft: true\n", 1);
        let with = lenient(&(random::site(&archive) + &draft));
        prop_assert_eq!(lists(&with), lists_of(&archive));
    }

    #[test]
    fn the_order_of_labels_and_labels_said_twice_change_nothing(mut archive in random::archive()) {
        let before = lists_of(&archive);
        for news in &mut archive {
            news.topics.reverse();
            news.countries.reverse();
            news.topics.extend_from_within(..news.topics.len().min(1));
        }
        prop_assert_eq!(lists_of(&archive), before);
    }

    #[test]
    fn a_label_that_all_have_changes_no_order(mut archive in random::archive()) {
        let before = order(lists_of(&archive));
        // A topic that nothing else has to do with: t3 has no parent.
        for news in &mut archive {
            news.topics.retain(|it| *it != 3);
        }
        let without = order(lists_of(&archive));
        for news in &mut archive {
            news.topics.push(3);
        }
        prop_assert_eq!(order(lists_of(&archive)), without);
        prop_assert_eq!(before.len(), archive.len());
    }

    #[test]
    fn of_twins_the_one_that_shares_a_label_more_comes_first(
        mut archive in random::archive(),
        one in any::<Index>(),
        topic in 0..4_u8,
    ) {
        // So few that a label counts for all that have it.
        archive.truncate(12);
        // The same text under two titles, so that neither hides the other.
        let mut twin = archive[one.index(archive.len())].clone();
        (twin.links, twin.hide) = (Vec::new(), Vec::new());
        twin.topics.retain(|it| *it != topic);
        let (mut more, mut less) = (twin.clone(), twin.clone());
        more.topics.push(topic);
        (more.title, less.title) = (vec![14, 0], vec![14, 1]);
        let mut asked = twin;
        asked.topics.push(topic);
        (asked.day, asked.title) = (asked.day + 1, vec![2, 14, 3]);
        archive.iter_mut().for_each(|it| (it.links, it.hide) = (Vec::new(), Vec::new()));
        archive.extend([asked, more, less]);
        let site = lenient(&random::site(&archive));
        let count = archive.len();
        let path = |at: usize| format!("news/n{at:03}");
        let ranking = Ranking::some(&site);
        let id = |at: usize| site.ids().find(|it| *site.entry(*it).path == *path(at)).expect("one");
        let (desk, member) = ranking.desk(id(count - 3)).expect("a member");
        let scored = desk.scored(member);
        let score = |at: usize| scored.iter().find(|it| it.1 == id(at)).map(|it| it.0);
        prop_assert!(score(count - 2) >= score(count - 1), "{scored:?}");
    }

    #[test]
    fn hiding_one_takes_it_away_and_lets_the_next_in(
        mut archive in random::archive(),
        one in any::<Index>(),
        which in any::<Index>(),
    ) {
        // Titles that differ: else one comes in whose title the hidden one has.
        archive.truncate(TITLES.len());
        for (news, title) in archive.iter_mut().zip(TITLES) {
            (news.title, news.hide) = (vec![title], Vec::new());
        }
        let at = one.index(archive.len());
        let path = format!("news/n{at:03}");
        let site = lenient(&random::site(&archive));
        let before = choice(&site, &path);
        prop_assume!(!before.list.is_empty());
        let place = which.index(before.list.len());
        let hidden = before.list[place].entry;
        let next = before.left_out.filter(|it| it.1 == LeftOut::NoRoom).map(|it| it.0);
        let mut expected = before.list;
        expected.remove(place);
        expected.extend(next);
        let number = site.entry(hidden).path.trim_start_matches("news/n").parse().expect("a number");
        archive[at].hide = vec![number];
        prop_assert_eq!(choice(&lenient(&random::site(&archive)), &path).list, expected);
    }

    #[test]
    fn the_parts_of_every_score_add_up_to_it(archive in random::archive()) {
        let site = lenient(&random::site(&archive));
        let ranking = Ranking::all(&site);
        for id in site.ids() {
            let explained = ranking.explain(id, WANTED);
            let left_out = explained.choice.left_out.iter().map(|it| &it.0);
            let all = explained.choice.list.iter().chain(left_out);
            for (suggestion, reasons) in all.zip(&explained.reasons) {
                let sum: i32 = reasons.iter().map(|it| it.score).sum();
                prop_assert_eq!(sum, suggestion.score, "{:?}", reasons);
                prop_assert!(!reasons.is_empty());
            }
        }
    }
}
