//! `site.webmanifest`: how a site looks among the programs of a telephone
//! (<https://www.w3.org/TR/appmanifest/>).

use serde_json::json;

use crate::view::Frame;

/// Its name, beside the home page of each language.
pub const NAME: &str = "site.webmanifest";

/// The text for the site in the language of a frame.
pub fn text(frame: &Frame) -> String {
    let assets = &frame.assets;
    // The mark of an icon stays within the circle that a system may cut out of it.
    let png = |size: u32| {
        json!({
            "src": format!("{assets}icon-{size}.png"),
            "type": "image/png",
            "sizes": format!("{size}x{size}"),
            "purpose": "any maskable",
        })
    };
    let svg = json!({
        "src": format!("{assets}favicon.svg"), "type": "image/svg+xml", "sizes": "any",
    });
    let manifest = json!({
        "name": frame.title,
        "description": frame.description,
        "lang": frame.lang,
        "dir": frame.dir,
        "start_url": frame.home,
        "scope": frame.home,
        "display": "browser",
        "icons": [svg, png(192), png(512)],
    });
    format!("{manifest:#}\n")
}
