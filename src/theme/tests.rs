//! Themes loaded in layers.

use std::{collections::BTreeSet, io::Write};

use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};

use super::{strings::categories, *};

fn choose(name: &str, options: &Value) -> ThemeChoice {
    let options = options.as_object().cloned().unwrap_or_default();
    ThemeChoice { name: name.into(), options }
}

fn bureau() -> Theme {
    let loaded = load(&Sources::default(), &choose("bureau", &json!({})));
    assert_eq!(loaded.problems, []);
    loaded.value.expect("the built-in theme")
}

#[test]
fn every_language_has_every_text_in_all_its_plural_forms() {
    let layers = layers::find(&Sources::default(), "bureau", &mut Vec::new());
    let folder = &layers.expect("bureau").folders;
    let texts = |tag: &str| -> Value {
        let bytes = folder[2].file(&format!("i18n/{tag}.yaml")).expect(tag);
        serde_yaml::from_slice(bytes).expect(tag)
    };
    let english = texts("en");
    let keys = |it: &Value| -> BTreeSet<String> {
        it.as_object().expect("a map").keys().cloned().collect()
    };
    for tag in ["en", "fr", "es", "ar"] {
        let own = texts(tag);
        assert_eq!(keys(&own), keys(&english), "{tag}");
        for (key, text) in own.as_object().expect("a map") {
            let Value::Object(forms) = text else { continue };
            let has: BTreeSet<&str> = forms.keys().map(String::as_str).collect();
            assert_eq!(has, BTreeSet::from_iter(categories(tag)), "{tag} {key}");
        }
    }
}

#[test]
fn a_language_falls_back_to_its_base_and_to_english() {
    let theme = bureau();
    let home = |tag: &str| theme.strings_of(tag)["home"].clone();
    assert_eq!(home("fr-ca"), "Accueil");
    assert_eq!(home("ja"), "Home");
}

#[test]
fn the_stylesheet_is_small_and_named_by_its_content() {
    let theme = bureau();
    let name = &theme.stylesheets[0];
    let sheet = &theme.assets[name];
    assert_eq!(*name, format!("assets/bureau.{}.css", sheet.key.short(8)));
    let mut sent = GzEncoder::new(Vec::new(), Compression::default());
    sent.write_all(&sheet.bytes).expect("a vector has room");
    let sent = sent.finish().expect("a vector has room").len();
    assert!(sent < 8_000, "{sent} bytes as they are sent");
    for font in theme.fonts_of("fr").iter().chain(theme.fonts_of("ar")) {
        assert!(theme.assets.contains_key(font), "{font}");
    }
}

#[test]
fn a_site_has_the_last_word() {
    let sources = Sources::of_archive(
        "
-- overrides/i18n/en.yaml --
home: Start
-- overrides/tokens.css --
:root { --link: red; }
-- overrides/news.html --
{% extends \"themes/base/news.html\" %}
-- themes/mine/theme.yaml --
name: mine
extends: bureau
contract: 1
",
    );
    let theme = load(&sources, &choose("mine", &json!({ "share": false })));
    assert_eq!(theme.problems, []);
    let theme = theme.value.expect("a theme");
    let lookup = ["overrides/", "themes/mine/", "themes/bureau/", "themes/base/"];
    assert_eq!(theme.lookup, lookup);
    assert_eq!(theme.strings_of("en")["home"], "Start");
    assert_eq!(theme.strings_of("fr")["home"], "Accueil");
    assert_eq!(theme.options["share"], false);
    assert_eq!(theme.options["flags"], true);
    let css = &theme.assets[&theme.stylesheets[0]].bytes;
    assert!(css.ends_with(b":root{--link: red}\n"));
    assert!(theme.templates.iter().any(|it| it.name == "overrides/news.html"));
}

#[test]
fn overrides_may_keep_their_templates_as_a_theme_does() {
    let sources = Sources::of_archive("\n-- overrides/templates/parts/card.html --\nx\n");
    let theme = load(&sources, &choose("bureau", &json!({}))).value.expect("a theme");
    let own = theme.templates.iter().find(|it| it.name == "overrides/parts/card.html");
    let path = own.map(|it| &*it.path);
    assert_eq!(path, Some("overrides/templates/parts/card.html"));
}

#[test]
fn the_look_of_a_theme_follows_its_tokens_and_those_of_a_site() {
    let look = |name: &str, archive: &str| {
        let choice = ThemeChoice { name: name.into(), ..ThemeChoice::default() };
        load(&Sources::of_archive(archive), &choice).value.expect("a theme").look
    };
    let bureau = look("bureau", "");
    assert_eq!(bureau.top, ["#0b2545", "#0a2140"]);
    assert_eq!(
        (&*bureau.ground, &*bureau.ink, bureau.weight),
        ("#0b2545", "#ffffff", 700)
    );
    let base = look("base", "");
    assert_eq!(base.top, ["#ffffff", "#14171a"]);
    // A theme without fonts of its own letters with those of bureau.
    assert_eq!((base.fonts.len(), base.fonts_key), (3, bureau.fonts_key));
    let gazette = look("gazette", "");
    assert_eq!((gazette.fonts.len(), gazette.weight), (3, 500));
    let own =
        "\n-- overrides/tokens.css --\n:root { --accent: var(--mark); --mark: #a00; }\n";
    assert_eq!(look("bureau", own).ground, "#aa0000");
}
