//! What all pages of a language share: titles, menus, feeds, stylesheets, strings.

use crate::{
    plan::{FeedOf, Plan, feed, menus, publisher, search, url},
    site::{LangId, Site},
    theme::Theme,
    view::{Frame, Free},
};

/// The frames of all languages, in the order of the configuration.
pub fn all(plan: &Plan, site: &Site, theme: &Theme) -> Vec<Frame> {
    let languages = (0..).map(LangId).take(site.config.languages.len());
    languages.map(|lang| frame(plan, site, theme, lang)).collect()
}

fn frame(plan: &Plan, site: &Site, theme: &Theme, lang: LangId) -> Frame {
    let config = &site.config;
    let language = &config.languages[usize::from(lang.0)];
    let home = url::home(config, lang);
    let href = |path: &String| url::href(config, &format!("/{path}"));
    let disclaimer = language.disclaimer.as_ref().or(config.disclaimer.as_ref());
    let has_feed = config.feeds.site && !plan.tables.shelf(lang).months.is_empty();
    Frame {
        title: publisher::title(config, lang).to_owned(),
        description: publisher::description(config, lang).to_owned(),
        url: url::absolute(config, &home),
        base_path: config.base_path.clone(),
        home: url::href(config, &home),
        lang: language.tag.clone(),
        dir: if language.rtl { "rtl" } else { "ltr" },
        og_locale: og_locale(&language.locale),
        menu: menus::main(plan, site, lang),
        search: search::address(plan, site, lang),
        footer: menus::footer(plan, site, lang),
        disclaimer: disclaimer.cloned(),
        feeds: if has_feed { feed::links(site, FeedOf::Site, lang) } else { Vec::new() },
        stylesheets: theme.stylesheets.iter().map(href).collect(),
        preload_fonts: theme.fonts_of(&language.tag).iter().map(href).collect(),
        top_colours: theme.look.top.clone(),
        assets: url::href(config, "/assets/"),
        strings: Free(theme.strings_of(&language.tag).clone()),
        options: Free(theme.options.clone()),
        extra: Free(config.extra.clone()),
        data: Free(serde_json::Value::Object((*site.data).clone())),
    }
}

/// `en-GB` → `en_GB`; without script and extensions, which `OpenGraph` does not know.
fn og_locale(locale: &str) -> String {
    let mut parts = locale.split('-');
    let language = parts.next().unwrap_or_default();
    match parts.find(|it| it.len() == 2) {
        Some(region) => format!("{language}_{region}"),
        None => language.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_those_of_open_graph() {
        assert_eq!(og_locale("en-GB"), "en_GB");
        assert_eq!(og_locale("zh-Hant-TW"), "zh_TW");
        assert_eq!(og_locale("ar"), "ar");
    }
}
