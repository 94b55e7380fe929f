//! Which role a person held at a date.

use super::{entry, site};

#[test]
fn a_role_is_the_one_held_at_the_date() {
    let site = site(
        "
-- content/people/kim.md --
---
title: Kim
sort_name: Kim
roles:
  - { title: Chief, from: 2010, to: 2015-06 }
  - { title: Adviser, from: 2014 , to: 2014 }
  - { title: President, as_of: 2018-03-01 }
  - { title: Chair, as_of: 2020-02-11 }
---
",
    );
    let kim = entry(&site, "people/kim");
    for (day, title) in [
        ("2009-12-31", None),
        ("2010-01-01", Some("Chief")),
        ("2014-05-01", Some("Adviser")),
        ("2015-06-30", Some("Chief")),
        ("2015-07-01", None),
        ("2018-03-01", Some("President")),
        ("2020-02-10", Some("President")),
        ("2021-01-01", Some("Chair")),
    ] {
        let day_of = day.parse().expect("a day");
        let found = site.role_at(kim, day_of).and_then(|it| it.text("title"));
        assert_eq!(found, title, "{day}");
    }
}
