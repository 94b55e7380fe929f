//! Lists in pages that never renumber.
//!
//! The rule: pages are numbered **from the oldest entry**. Page 1 holds the oldest `size`
//! entries, page 2 the next ones, and so on; the list's own address holds the rest, the
//! newest, between `size` and `2 * size - 1` of them. A new entry goes to the own address;
//! when that would hold `2 * size`, the older half becomes a new page.
//!
//! So a new entry changes the list's own page alone; each `size`-th one also adds a page,
//! and gives the page before it a link to it. What a page holds, once it is there, only
//! changes when an entry is dated back, taken away or changed itself. For the same reason an
//! older page says neither how many pages nor how many entries there are.

use std::ops::Range;

use crate::{config::Config, site::EntryId};

/// How many numbers are shown on either side of the current page.
const NEAR: u32 = 2;

/// How many pages a list of `total` entries has beside its own address.
pub fn pages(total: usize, size: usize) -> u32 {
    u32::try_from((total / size).saturating_sub(1)).unwrap_or(u32::MAX)
}

/// What a page holds, as a range of the entries newest first; page 0 is the own address.
pub fn range(total: usize, size: usize, page: u32) -> Range<usize> {
    let older = pages(total, size) as usize * size;
    match page as usize {
        0 => 0..total - older,
        page => total - page * size..total - (page - 1) * size,
    }
}

/// What a page shows of the entries of a list, newest first.
pub fn shown<'a>(config: &Config, all: &'a [EntryId], page: u32) -> &'a [EntryId] {
    &all[range(all.len(), config.pagination.per_page, page)]
}

/// The number of the page with newer entries than those of `page`, 0 for the own address;
/// none for that itself.
pub fn newer(total: usize, size: usize, page: u32) -> Option<u32> {
    match page {
        0 => None,
        page if page < pages(total, size) => Some(page + 1),
        _ => Some(0),
    }
}

/// The number of the page with older entries.
pub fn older(total: usize, size: usize, page: u32) -> Option<u32> {
    match page {
        0 => Some(pages(total, size)).filter(|it| *it > 0),
        page => Some(page - 1).filter(|it| *it > 0),
    }
}

/// The pages that a page links to, newest first, itself included; `None` stands for a gap.
/// They depend on the page's number and on whether there is a newer one, on nothing else.
pub fn links(total: usize, size: usize, page: u32) -> Vec<Option<u32>> {
    let newest = pages(total, size);
    let top = if page == 0 { newest } else { newest.min(page + 1) };
    let bottom = if page == 0 { top } else { page }.saturating_sub(NEAR).max(1);
    let mut links = vec![Some(0)];
    if page != 0 && newest > page {
        // Whether there are pages between cannot be said: the newest number grows.
        links.push(None);
    }
    links.extend((bottom..=top).rev().map(Some));
    if bottom > 2 {
        links.push(None);
    }
    if bottom > 1 {
        links.push(Some(1));
    }
    links
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    type Seen = (Vec<usize>, Option<u32>, Option<u32>, Vec<Option<u32>>);

    /// All that a page shows of a list of entries `0..total`, the oldest one being 0.
    fn shown(total: usize, size: usize, page: u32) -> Seen {
        let newest_first: Vec<usize> = (0..total).rev().collect();
        let held = newest_first[range(total, size, page)].to_vec();
        let (newer, older) = (newer(total, size, page), older(total, size, page));
        (held, newer, older, links(total, size, page))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn every_entry_is_on_exactly_one_page(total in 0_usize..400, size in 1_usize..20) {
            let pages = (1..=pages(total, size)).chain([0]);
            let held: Vec<usize> = pages
                .flat_map(|page| shown(total, size, page).0.into_iter().rev())
                .collect();
            prop_assert_eq!(held, (0..total).collect::<Vec<_>>());
        }

        #[test]
        fn a_new_entry_changes_the_own_page_and_may_add_one(
            total in 0_usize..400, size in 1_usize..20
        ) {
            let (before, after) = (pages(total, size), pages(total + 1, size));
            prop_assert!(after == before || after == before + 1);
            for page in 1..=before {
                let (was, is) = (shown(total, size, page), shown(total + 1, size, page));
                prop_assert_eq!(&was.0, &is.0);
                if !(after > before && page == before) {
                    prop_assert_eq!(was, is);
                }
            }
        }

        #[test]
        fn the_own_page_is_never_short_of_entries(
            total in 0_usize..400, size in 1_usize..20
        ) {
            let own = range(total, size, 0).len();
            prop_assert!(own < 2 * size && own >= size.min(total));
        }

        #[test]
        fn links_lead_only_to_pages(total in 0_usize..900, size in 1_usize..5, at in 0_u32..900) {
            let page = at.min(pages(total, size));
            for link in links(total, size, page).into_iter().flatten() {
                prop_assert!(link <= pages(total, size));
            }
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "as `expect!` gives it")]
    fn check(total: usize, page: u32, expected: Expect) {
        let name = |it: Option<u32>| match it {
            None => "…".to_owned(),
            Some(0) => "latest".to_owned(),
            Some(number) => number.to_string(),
        };
        let links = links(total, 10, page).into_iter().map(name).collect::<Vec<_>>();
        expected.assert_eq(&links.join(" "));
    }

    #[test]
    fn a_page_links_to_its_neighbours_and_to_the_ends() {
        check(9, 0, expect!["latest"]);
        check(20, 0, expect!["latest 1"]);
        check(105, 0, expect!["latest 9 8 7 … 1"]);
        check(105, 9, expect!["latest 9 8 7 … 1"]);
        check(105, 5, expect!["latest … 6 5 4 3 … 1"]);
        check(105, 1, expect!["latest … 2 1"]);
    }
}
