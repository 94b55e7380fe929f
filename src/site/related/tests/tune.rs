//! What is learnt from editors' choices.

use crate::site::{
    related::tune::{LEAST, Truth, tune},
    tests::lenient,
};

/// News in the same words, each of which links to the one of the same topic before it.
fn site(count: usize, weights: &str) -> String {
    let topics: String = (0..10)
        .map(|it| format!("-- content/topics/t{it}.md --\n---\ntitle: Topic {it}\n---\n"))
        .collect();
    let news = (0..count).map(|at| {
        let link = at.checked_sub(10).map_or(String::new(), |it| format!("[[n{it}]]"));
        format!(
            "-- content/news/n{at}.md --\n---\ntitle: Item {at}\ndate: {}\n\
             topics: [t{}]\n---\nThe same words. {link}\n",
            jiff::civil::date(2020, 1, 1) + jiff::Span::new().days(to_days(at)),
            at % 10,
        )
    });
    format!(
        "-- site.yaml --\nlanguages: {{ en: {{}}, fr: {{}} }}\n\
         related: {{ weights: {{ {weights} }} }}\n{topics}{}",
        news.collect::<String>()
    )
}

fn to_days(count: usize) -> i64 {
    i64::try_from(count).expect("few")
}

#[test]
fn weights_are_learnt_from_links() {
    let (truth, tuning) = tune(&lenient(&site(80, "topics: 0, time: 0.8")));
    assert_eq!(truth, Truth { news: 70, pinned: 0, hidden: 0, linked: 70 });
    let tuning = tuning.expect("enough to learn from");
    assert!(tuning.before < 0.7, "{tuning:?}");
    assert!(tuning.after - tuning.margin > tuning.before, "{tuning:?}");
    assert!(tuning.weights["topics"] > 0.0, "{tuning:?}");
}

#[test]
fn nothing_is_learnt_from_few() {
    let (truth, tuning) = tune(&lenient(&site(LEAST + 9, "")));
    assert_eq!((truth.news, tuning), (LEAST - 1, None));
    assert!(tune(&lenient(&site(LEAST + 10, ""))).1.is_some());
    assert_eq!(tune(&lenient(&site(0, ""))), (Truth::default(), None));
}

#[test]
fn a_link_to_another_language_is_no_answer() {
    let french = "-- content/news/a.fr.md --\n---\ntitle: Un\ndate: 2024-01-01\n\
                  ---\nVoir [là](n7.md), [ici](b.fr.md).\n\
                  -- content/news/b.fr.md --\n---\ntitle: Deux\ndate: 2023-01-01\n\
                  ---\nTexte.\n";
    let (truth, tuning) = tune(&lenient(&(site(80, "") + french)));
    assert_eq!((truth.news, truth.linked), (71, 71));
    assert!(tuning.is_some());
}
