//! What of the look of a theme is needed outside its stylesheets: the colours of the browser
//! around a page, and those and the fonts of drawn pictures.

use std::collections::BTreeMap;

use super::{
    ThemeAsset, builtin,
    check::{
        colour::colour,
        tokens::{Tokens, Value, held},
    },
    layers::Layers,
};
use crate::key::Key;

/// The theme whose fonts a picture has where its own names none.
const LENDER: &str = "bureau";
const LENT: [&str; 3] = [
    "assets/fonts/public-sans-latin.woff2",
    "assets/fonts/public-sans-latin-ext.woff2",
    "assets/fonts/noto-sans-arabic.woff2",
];

/// What of the look of a theme is needed outside its stylesheets. Colours are `#rrggbb`.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The colour at the top of a page: by day and in the dark.
    pub top: [String; 2],
    /// The ground of a drawn picture.
    pub ground: String,
    /// Its letters.
    pub ink: String,
    /// How bold a name is: 100, 200 … 900.
    pub weight: u16,
    /// The fonts of drawn pictures, in WOFF 2; the first one that has a letter draws it.
    pub fonts: Vec<ThemeAsset>,
    /// The key of those.
    pub fonts_key: Key,
}

impl Look {
    /// That of a theme with its parents and the site's overrides.
    pub fn of(layers: &Layers, assets: &BTreeMap<String, ThemeAsset>) -> Self {
        let tokens = Tokens::of(layers);
        let top = [&tokens.light, &tokens.dark].map(|values| {
            let band = hexadecimal(values, "--band");
            band.or_else(|| hexadecimal(values, "--bg")).unwrap_or_default()
        });
        let light = &tokens.light;
        let accent =
            hexadecimal(light, "--accent").zip(hexadecimal(light, "--on-accent"));
        let (ground, ink) =
            accent.unwrap_or_else(|| ("#000000".into(), "#ffffff".into()));
        // SVG knows whole hundreds only.
        let weight = held(light, "--weight-h1").and_then(|it| it.parse::<u16>().ok());
        let weight = weight.map_or(700, |it| (it / 100 * 100).clamp(100, 900));
        let fonts = fonts(layers, assets);
        let keys: Vec<Key> = fonts.iter().map(|it| it.key).collect();
        Self { top, ground, ink, weight, fonts, fonts_key: Key::of(&keys) }
    }
}

fn hexadecimal(values: &BTreeMap<String, Value>, token: &str) -> Option<String> {
    let [red, green, blue] = colour(held(values, token)?)?;
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

/// The fonts that the nearest theme names, else those of a built-in one.
fn fonts(layers: &Layers, assets: &BTreeMap<String, ThemeAsset>) -> Vec<ThemeAsset> {
    let nearest = layers.manifests.iter().find(|it| !it.picture_fonts.is_empty());
    if let Some(manifest) = nearest {
        let named = manifest.picture_fonts.iter();
        return named
            .filter_map(|it| assets.get(&format!("assets/{it}")).cloned())
            .collect();
    }
    let files = builtin::files(LENDER).unwrap_or_default();
    let bytes = |path: &&str| files.iter().find(|it| it.0 == *path).map(|it| it.1);
    let asset = |it: &[u8]| ThemeAsset { bytes: it.into(), key: Key::of_bytes(it) };
    LENT.iter().filter_map(bytes).map(asset).collect()
}
