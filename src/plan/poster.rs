//! Posters: which pages are shared with a drawn picture, where it stands, what is on it.

use serde_json::Value;

use crate::{
    key::{Key, Keyed},
    picture::{Emblem, Poster},
    plan::{PosterOf, context::Context, context::flag_path, publisher, url},
    site::{EntryId, LangId, Site},
    theme::Theme,
};

/// The picture of a theme or of `overrides/` that takes the place of the one of a site.
pub const OWN: &str = "assets/share.png";

/// Whether a site has posters of its own, one a language.
pub fn of_site(site: &Site, theme: &Theme) -> bool {
    is_asked_for(site, "site") && !theme.assets.contains_key(OWN)
}

/// Whether an entry has one: where it has no other picture, and its title is translated.
pub fn of_entry(site: &Site, id: EntryId) -> bool {
    let entry = site.entry(id);
    let address = entry.card.address.as_deref().unwrap_or_default();
    let image = entry.card.image.as_ref().and_then(|it| site.file(&it.source));
    is_asked_for(site, site.type_name(id))
        && address.starts_with('/')
        && image.is_none()
        && !entry.is_untranslated()
}

fn is_asked_for(site: &Site, name: &str) -> bool {
    site.config.outputs.social.iter().any(|it| it == name)
}

/// Where a poster stands, below the base: beside its page.
pub fn address(site: &Site, of: PosterOf, lang: LangId) -> String {
    let page = match of {
        PosterOf::Site => url::home(&site.config, lang),
        PosterOf::Entry(id) => site.entry(id).card.address.clone().unwrap_or_default(),
    };
    format!("{page}share.png")
}

/// What is on the poster of the page of a context.
pub fn view(cx: Context<'_>, of: PosterOf) -> Poster<'_> {
    let (config, look) = (&cx.site.config, &cx.theme.look);
    let (label, name, site, emblem) = match of {
        PosterOf::Site => {
            let host = config.base_url.split("://").nth(1).unwrap_or_default();
            let name = publisher::title(config, cx.lang());
            (String::new(), name, host.trim_end_matches('/'), Emblem::None)
        }
        PosterOf::Entry(id) => {
            let site = publisher::title(config, cx.lang());
            (cx.kind_of(id).1, &*cx.entry(id).card.title, site, emblem(cx, id))
        }
    };
    Poster {
        label,
        name,
        site,
        rtl: cx.is_rtl(),
        emblem,
        ground: &look.ground,
        ink: &look.ink,
        weight: look.weight,
        fonts: look.fonts_key,
    }
}

/// The flag of a country that the theme has, else its globe. A flag of the site's own is
/// its own picture of it: the theme's does not stand in for that.
fn emblem(cx: Context<'_>, id: EntryId) -> Emblem<'_> {
    let Some(country) = cx.entry(id).country.map(|it| cx.site.countries.get(it)) else {
        return Emblem::None;
    };
    let is_wanted = cx.theme.options.get("flags") != Some(&Value::Bool(false))
        && cx.fields(id).text("flag").is_none();
    let flag = cx.theme.assets.get(&flag_path(country.iso2)).filter(|_| is_wanted);
    if let Some(flag) = flag {
        return Emblem::Flag(Keyed { key: flag.key, value: &*flag.bytes });
    }
    let keyed = |value: &'_ str| Key::of_bytes(value.as_bytes());
    cx.plan.globes.of(country.m49.trim_start_matches('0')).map_or(Emblem::None, |it| {
        Emblem::Globe {
            land: Keyed { key: keyed(it.land), value: it.land },
            shape: Keyed { key: keyed(it.shape), value: it.shape },
        }
    })
}
