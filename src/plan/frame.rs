//! What all pages of a language share: titles, menus, feeds, stylesheets, strings.

use crate::{
    document::Record,
    plan::{FeedOf, Plan, feed, url},
    site::{EntryId, LangId, Site},
    theme::Theme,
    view::{Frame, Free, MenuItem},
};

/// Languages by their own names.
const OWN_NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("ms", "Bahasa Melayu"),
    ("mt", "Malti"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("nn", "Norsk nynorsk"),
    ("no", "Norsk"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// The frames of all languages, in the order of the configuration.
pub fn all(plan: &Plan, site: &Site, theme: &Theme) -> Vec<Frame> {
    let languages = (0..).map(LangId).take(site.config.languages.len());
    languages.map(|lang| frame(plan, site, theme, lang)).collect()
}

/// The name a language calls itself; the tag, where it is not known.
pub fn own_name(tag: &str) -> &str {
    let plain = tag.split('-').next().unwrap_or(tag);
    OWN_NAMES.iter().find(|it| it.0 == plain).map_or(tag, |it| it.1)
}

fn frame(plan: &Plan, site: &Site, theme: &Theme, lang: LangId) -> Frame {
    let config = &site.config;
    let language = &config.languages[usize::from(lang.0)];
    let home = url::home(config, lang);
    let href = |path: &String| url::href(config, &format!("/{path}"));
    let title = language.title.as_ref().unwrap_or(&config.title);
    let has_feed = config.feeds.site && !plan.tables.shelf(lang).months.is_empty();
    Frame {
        title: title.clone(),
        description: config.description.clone(),
        url: url::absolute(config, &home),
        base_path: config.base_path.clone(),
        home: url::href(config, &home),
        lang: language.tag.clone(),
        dir: if language.rtl { "rtl" } else { "ltr" },
        og_locale: og_locale(&language.locale),
        menu: menu(plan, site, lang),
        footer: footer(plan, site, lang),
        feeds: if has_feed { feed::links(site, FeedOf::Site, lang) } else { Vec::new() },
        stylesheets: theme.stylesheets.iter().map(href).collect(),
        preload_fonts: theme.preload_fonts.iter().map(href).collect(),
        assets: url::href(config, "/assets/"),
        strings: Free(theme.strings_of(&language.tag).clone()),
        options: Free(theme.options.clone()),
        extra: Free(config.extra.clone()),
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

/// The lists of all types, then the pages that ask to be in the main menu.
fn menu(plan: &Plan, site: &Site, lang: LangId) -> Vec<MenuItem> {
    let words = &plan.words[usize::from(lang.0)];
    let lists = site.config.schema.types.iter().filter_map(|ty| {
        let item = own_page(plan, site, lang, &format!("{}/", ty.folder))?;
        let label = words.text(&ty.label).to_owned();
        Some(MenuItem { label, section: ty.folder.clone(), ..item })
    });
    lists.chain(nav(plan, site, lang, "main")).collect()
}

/// The pages that ask to be in the footer, then what every newsroom has there.
fn footer(plan: &Plan, site: &Site, lang: LangId) -> Vec<MenuItem> {
    let words = &plan.words[usize::from(lang.0)];
    let own = [
        ("archive", "news/archive/"),
        ("corrections", "corrections/"),
        ("feeds", "feeds/"),
    ];
    let own = own.into_iter().filter_map(|(key, rest)| {
        let label = words.text(key).to_owned();
        Some(MenuItem { label, ..own_page(plan, site, lang, rest)? })
    });
    nav(plan, site, lang, "footer").into_iter().chain(own).collect()
}

fn own_page(plan: &Plan, site: &Site, lang: LangId, rest: &str) -> Option<MenuItem> {
    let address = format!("{}{rest}", url::home(&site.config, lang));
    plan.page_at(&address)?;
    let url = url::href(&site.config, &address);
    let section = rest.trim_end_matches('/').to_owned();
    Some(MenuItem { label: String::new(), url, section })
}

fn nav(plan: &Plan, site: &Site, lang: LangId, menu: &str) -> Vec<MenuItem> {
    let pages = site.config.schema.named("page");
    let pages = pages.map_or(&[][..], |it| plan.tables.shelf(lang).entries(it));
    let place = |id: EntryId| {
        let nav = site.entry(id).document.as_deref()?.fields.record("nav")?;
        (nav.text("menu").unwrap_or("main") == menu).then_some(nav)
    };
    let mut items: Vec<(i64, MenuItem)> = pages
        .iter()
        .filter_map(|id| {
            let nav = place(*id)?;
            let order = nav.number("order").unwrap_or(i64::MAX);
            Some((order, nav_item(site, *id, nav)?))
        })
        .collect();
    items.sort_by_key(|it| it.0);
    items.into_iter().map(|it| it.1).collect()
}

fn nav_item(site: &Site, id: EntryId, nav: &Record) -> Option<MenuItem> {
    let card = &site.entry(id).card;
    let label = nav.text("label").unwrap_or(&card.title).to_owned();
    let url = url::href(&site.config, card.address.as_deref()?);
    Some(MenuItem { label, url, section: site.entry(id).path.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_and_names_of_languages() {
        assert_eq!(og_locale("en-GB"), "en_GB");
        assert_eq!(og_locale("zh-Hant-TW"), "zh_TW");
        assert_eq!(og_locale("ar"), "ar");
        assert_eq!(own_name("pt-br"), "Português");
        assert_eq!(own_name("tlh"), "tlh");
        assert!(OWN_NAMES.is_sorted());
    }
}
