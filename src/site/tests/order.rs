//! The order of files decides on nothing.

use proptest::prelude::*;

use super::{NOW, overrides, read};
use crate::{site::resolve, source::Sources};

const SITE: &str = "
-- site.yaml --
languages: { en: {}, fr: {} }
-- content/topics/crime.md --
---
title: Crime
see_also: [fraud]
---
-- content/topics/fraud.md --
---
title: Fraud
parent: crime
---
-- content/topics/fraud.fr.md --
---
title: Fraude
---
-- content/regions/asia.md --
---
title: Asia
m49: \"142\"
---
-- content/news/a.md --
---
title: A
date: 2020-01-01
topics: [fraud]
countries: [kr, jp]
story: s
---

[[b]] [[nobody]]
-- content/news/b.md --
---
title: B
date: 2020-01-01
topics: [fraud]
countries: [fr, kr]
story: s
aliases: [/news/a/, /x/]
---
-- content/news/c.md --
---
title: C
date: 2020-01-01
topics: [crime]
slug: b
aliases: [/x/]
---
-- content/news/2/a.md --
---
title: A again
date: 2020-01-01
---
-- content/news/c.fr.md --
---
title: C
date: 2020-01-01
topics: [fraud]
countries: [jp]
---
";

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: prop::test_runner::RngSeed::Fixed(7), ..Default::default() })]

    #[test]
    fn any_order_of_files_gives_the_same_site(
        order in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let sources = Sources::of_archive(SITE);
        let (config, documents) = read(&sources, &overrides(NOW));
        let shuffled = order.iter().map(|at| documents[*at].clone()).collect();
        let one = resolve(config.clone(), documents, &sources);
        let other = resolve(config, shuffled, &sources);
        prop_assert_eq!(format!("{one:?}"), format!("{other:?}"));
        prop_assert!(!one.problems.is_empty());
    }
}
