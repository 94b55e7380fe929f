//! From the file as written to settings that hold: defaults, overrides, checks.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde_json::Value;

use super::{
    Config, MenuEntry, Overrides, Places, RelatedConfig, ThemeChoice, VARIABLES, base,
    file::{CountryPages, File, ThemeRow},
    yaml,
};
use crate::{
    problem::{Checked, Problem, nearest::nearest, settings::Origin},
    reference::Countries,
    schema::{Kind, Schema, Type, table::Ordered},
    source::Source,
};

/// The address of a site that does not say its own (RFC 2606 keeps it for examples).
const NO_ADDRESS: &str = "https://example.org/";
const NO_TITLE: &str = "Newsroom";

/// Reads `site.yaml`; a site may do without. None where the file cannot be read at all: a
/// wrong value of one setting is reported, and its default stands in for it.
pub fn parse(source: Option<&Source>, overrides: &Overrides) -> Checked<Option<Config>> {
    let mut problems = Vec::new();
    let read = source.map_or_else(
        || Some(Default::default()),
        |it| yaml::read(it).unload(&mut problems),
    );
    let Some((file, places)) = read else { return Checked { value: None, problems } };
    let mut desk = Desk { places, overrides, problems };
    desk.variables();
    let config = desk.config(file);
    Checked { value: Some(config), problems: desk.problems }
}

/// A setting's text and where it comes from.
pub(super) struct Said {
    pub(super) text: String,
    pub(super) from: Origin,
}

/// What reading needs at hand: places, overrides, and the problems found so far.
pub(super) struct Desk<'a> {
    pub(super) places: Places,
    pub(super) overrides: &'a Overrides,
    pub(super) problems: Vec<Problem>,
}

impl Desk<'_> {
    fn config(&mut self, file: File) -> Config {
        self.limits(&file);
        self.menu("menu", file.menu.as_deref());
        self.menu("footer", file.footer.as_deref());
        let (base_url, base_path) = self.base(file.base_url);
        let timezone = self.timezone(file.timezone);
        let languages = self.languages(&file.languages.0, file.default_language);
        let schema = self.schema(&file.types, file.feeds.per.as_deref());
        Config {
            title: self.said("title", file.title).map_or(NO_TITLE.into(), |it| it.text),
            description: file.description.unwrap_or_default(),
            base_url,
            base_path,
            timezone,
            languages,
            theme: self.theme(file.theme),
            all_country_pages: file.countries.pages == CountryPages::All,
            country_names: self.country_names(file.countries.names.0),
            related: RelatedConfig {
                limit: file.related.limit,
                weights: self.weights(&schema, &file.related.weights),
                half_life_days: file.related.half_life_days,
                off: self.kinds_without(&schema, &file.related.off),
            },
            feeds: self.feeds(&schema, file.feeds),
            outputs: self.outputs(&schema, file.outputs),
            links: file.links.into(),
            smart_punctuation: file.markdown.smart_punctuation,
            pagination: file.pagination.into(),
            menu: file.menu,
            footer: file.footer,
            disclaimer: file.disclaimer,
            levels: self.levels(&file.lints),
            strict: self.overrides.strict,
            schema,
            extra: Value::Object(file.extra),
            publisher: file.publisher,
            as_of: self.overrides.as_of,
            preview: self.overrides.preview,
            places: self.places.clone(),
        }
    }

    pub(super) fn origin(&self, keys: &[&str]) -> Origin {
        Origin::of(self.places.value(keys), keys)
    }

    /// A setting that a variable may override.
    pub(super) fn said(&self, key: &str, written: Option<String>) -> Option<Said> {
        if let Some(text) = self.overrides.variables.get(key) {
            let name = format!("DATELINE_{}", key.to_uppercase());
            return Some(Said { text: text.clone(), from: Origin::Name(name) });
        }
        written.map(|text| Said { text, from: self.origin(&[key]) })
    }

    fn variables(&mut self) {
        for name in self.overrides.variables.keys() {
            if !VARIABLES.contains(&name.as_str()) {
                let near = nearest(name, VARIABLES);
                self.problems.push(Problem::unknown_variable(name, near, &VARIABLES));
            }
        }
    }

    fn base(&mut self, written: Option<String>) -> (String, String) {
        let option = self.overrides.base_url.clone();
        let option =
            option.map(|text| Said { text, from: Origin::Name("--base-url".into()) });
        let nowhere = || (NO_ADDRESS.to_owned(), "/".to_owned());
        let Some(said) = option.or_else(|| self.said("base_url", written)) else {
            return nowhere();
        };
        base::read(&said.text).unwrap_or_else(|bad| {
            let meant = bad.meant.as_deref();
            self.problems
                .push(Problem::bad_base_url(&said.from, &said.text, bad.why, meant));
            nowhere()
        })
    }

    fn timezone(&mut self, written: Option<String>) -> TimeZone {
        let Some(said) = self.said("timezone", written) else { return TimeZone::UTC };
        TimeZone::get(&said.text).unwrap_or_else(|_| {
            let known: Vec<_> = jiff::tz::db().available().collect();
            let near =
                nearest(&said.text, known.iter().map(jiff::tz::TimeZoneName::as_str));
            self.problems.push(Problem::unknown_time_zone(&said.from, &said.text, near));
            TimeZone::UTC
        })
    }

    fn theme(&self, row: ThemeRow) -> ThemeChoice {
        let name = self.said("theme", row.name).map(|it| it.text);
        ThemeChoice {
            name: name.unwrap_or_else(|| "bureau".into()),
            options: row.options,
        }
    }

    fn country_names(&mut self, rows: Vec<(String, String)>) -> BTreeMap<String, String> {
        let mut names = BTreeMap::new();
        let countries = Countries::read();
        for (code, name) in rows {
            if countries.of_iso2(&code).is_some() {
                names.insert(code.to_ascii_lowercase(), name);
            } else {
                let keys = ["countries", "names", code.as_str()];
                let from = Origin::of(self.places.key(&keys), &keys);
                self.problems.push(Problem::bad_country_code(&from, &code));
            }
        }
        names
    }

    fn weights(&mut self, schema: &Schema, rows: &Ordered<f64>) -> BTreeMap<String, f64> {
        let known = signals(schema);
        for (name, weight) in &rows.0 {
            let keys = ["related", "weights", name];
            let most = if name == "time" { 1.0 } else { 100.0 };
            self.within(&keys, *weight, 0.0, most);
            let place = self.places.key(&keys).filter(|_| !known.contains(&&**name));
            let near = nearest(name, known.iter().copied());
            let unknown =
                place.map(|it| Problem::unknown_setting(it, name, near, &known));
            self.problems.extend(unknown);
        }
        rows.0.iter().cloned().collect()
    }

    fn kinds_without(&mut self, schema: &Schema, kinds: &[String]) -> Vec<String> {
        let news = schema.named("news").and_then(|it| schema.get(it).field("kind"));
        let known = match news.map(|it| &it.kind) {
            Some(Kind::Choice(known)) => known.as_slice(),
            _ => &[],
        };
        for (at, kind) in kinds.iter().enumerate().filter(|it| !known.contains(it.1)) {
            let keys = ["related", "off", &at.to_string()];
            if let Some(place) = self.places.value(&keys) {
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let near = nearest(kind, known.iter().copied());
                self.problems.push(Problem::unknown_choice(place, kind, near, &known));
            }
        }
        kinds.to_vec()
    }

    fn menu(&mut self, key: &str, entries: Option<&[MenuEntry]>) {
        let forms = ["/", "https://", "http://", "mailto:"];
        for (at, entry) in entries.unwrap_or_default().iter().enumerate() {
            if !forms.iter().any(|it| entry.url.starts_with(it)) {
                let from = self.origin(&[key, &at.to_string(), "url"]);
                self.problems.push(Problem::bad_menu_url(&from, &entry.url));
            }
        }
    }

    fn limits(&mut self, file: &File) {
        let whole = |it: usize| u32::try_from(it).map_or(f64::INFINITY, f64::from);
        self.within(&["related", "limit"], whole(file.related.limit), 0.0, 12.0);
        self.within(
            &["related", "half_life_days"],
            file.related.half_life_days,
            1.0,
            36500.0,
        );
        self.within(&["feeds", "limit"], whole(file.feeds.limit), 1.0, 1000.0);
        self.within(
            &["pagination", "per_page"],
            whole(file.pagination.per_page),
            1.0,
            1000.0,
        );
    }

    fn within(&mut self, keys: &[&str], number: f64, min: f64, max: f64) {
        if !(min..=max).contains(&number) {
            let from = self.origin(keys);
            self.problems.push(Problem::setting_out_of_range(&from, number, min, max));
        }
    }
}

/// The names of what weights can be set for: text, nearness in time, running stories, links,
/// and every relation of news.
fn signals(schema: &Schema) -> Vec<&str> {
    let news = schema.named("news").map(|it| schema.get(it));
    let fields = news.into_iter().flat_map(Type::relations);
    let relations =
        fields.map(|it| it.name.as_str()).filter(|it| *it != "translation_of");
    ["text", "time", "story", "links"].into_iter().chain(relations).collect()
}
