//! `_redirects`: aliases and where they lead, as Netlify and Cloudflare Pages read them
//! (<https://docs.netlify.com/manage/routing/redirects/overview/>).

use super::url;
use crate::site::Site;

/// The text, a line an alias, sorted.
pub fn text(site: &Site) -> String {
    let config = &site.config;
    let with_page =
        site.entries.iter().filter_map(|it| Some((it, it.card.address.as_ref()?)));
    let mut lines: Vec<String> = with_page
        .flat_map(|(entry, to)| entry.aliases.iter().map(move |from| (from, to)))
        .map(|(from, to)| {
            format!("{} {} 301\n", url::href(config, from), url::href(config, to))
        })
        .collect();
    lines.sort();
    lines.concat()
}
