//! Settings as they are read, and what is wrong with them.

use expect_test::{Expect, expect};
use serde_json::Value;

use super::*;
use crate::{problem::Problem, schema::Order, source::Source, span::line_column};

fn overrides() -> Overrides {
    Overrides {
        variables: BTreeMap::new(),
        base_url: None,
        as_of: Timestamp::UNIX_EPOCH,
        preview: Preview::default(),
        levels: Vec::new(),
        strict: false,
    }
}

fn read(yaml: &str, overrides: &Overrides) -> (Option<Config>, Vec<Problem>) {
    let source = Source::new("site.yaml", yaml.as_bytes());
    let read = parse(Some(&source), overrides);
    (read.value, read.problems)
}

fn good(yaml: &str) -> Config {
    let (config, problems) = read(yaml, &overrides());
    assert_eq!(problems, [], "{yaml}");
    config.expect("settings")
}

fn said(text: &str, problems: &[Problem]) -> String {
    let line = |it: &Problem| {
        let at = it.place.as_ref().map_or(String::new(), |place| {
            let (line, column) = line_column(text, place.span.range().start);
            format!(" {line}:{column} `{}`", &text[place.span.range()])
        });
        let help = it.help.as_deref().unwrap_or_default();
        format!("{}{at} {}; {} | {help}\n", it.code.0, it.message, it.label)
    };
    problems.iter().map(line).collect()
}

fn check(yaml: &str, expected: &Expect) {
    expected.assert_eq(&said(yaml, &read(yaml, &overrides()).1));
}

#[test]
fn a_site_without_settings_works() {
    let none = parse(None, &overrides());
    assert_eq!(none.problems, []);
    let config = none.value.expect("settings");
    let tags: Vec<_> = config.languages.iter().map(|it| it.tag.as_str()).collect();
    assert_eq!((config.title.as_str(), tags), ("Newsroom", vec!["en"]));
    assert_eq!(config.base_url, "https://example.org/");
    assert!(
        config.feeds.site && config.outputs.search && config.links.external.is_none()
    );
    assert_eq!(config.feeds.per, ["country", "topic"]);
    for empty in ["", "# nothing yet\n", "related:\nlanguages:\n", "\u{feff}title: A\n"] {
        good(empty);
    }
}

#[test]
fn the_default_language_comes_first() {
    let tags = |yaml: &str| {
        let languages = good(yaml).languages;
        languages.into_iter().map(|it| it.locale).collect::<Vec<_>>().join(" ")
    };
    let all = "languages: { en: { locale: en-GB }, fr: , ar: { dir: rtl }, pt-BR: {} }\n";
    assert_eq!(tags(all), "en-GB fr ar pt-BR");
    assert_eq!(tags(&format!("{all}default_language: ar\n")), "ar en-GB fr pt-BR");
    assert_eq!(tags("default_language: fr\n"), "fr");
}

#[test]
fn the_command_line_wins_over_variables_and_these_over_the_file() {
    let variables = [("base_url", "https://b.org"), ("title", "B"), ("bas_url", "c")];
    let pairs = variables.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let mut overrides = Overrides { variables: pairs.into(), ..overrides() };
    let yaml = "base_url: https://a.org\ntitle: A\n";
    let (config, problems) = read(yaml, &overrides);
    let config = config.expect("settings");
    assert_eq!((&*config.base_url, &*config.title), ("https://b.org/", "B"));
    expect![[r#"
        W513 the variable `DATELINE_BAS_URL` overrides nothing;  | did you mean `DATELINE_BASE_URL`?
    "#]].assert_eq(&said(yaml, &problems));
    overrides.base_url = Some("c.org/kb".into());
    expect![[r#"
        W513 the variable `DATELINE_BAS_URL` overrides nothing;  | did you mean `DATELINE_BASE_URL`?
        E504 `c.org/kb` is no public address of a site: it does not begin with `https://` or `http://` (`--base-url`);  | base_url: https://c.org/kb/
    "#]].assert_eq(&said(yaml, &read(yaml, &overrides).1));
}

#[test]
fn what_is_not_yaml_ends_the_reading() {
    check(
        "title: News: all of it\n",
        &expect![[r#"
            E501 1:12 `:` the title contains “: ” and is not in quotes; YAML reads this colon as a new key | title: "News: all of it"
        "#]],
    );
    check(
        "title: a\nrelated:\n\tlimit: 3\n",
        &expect![[r#"
            E501 3:1 `	` there is a tab where YAML wants spaces; a tab | replace the tab by spaces, as many as in the lines around
        "#]],
    );
    check(
        "title: a\n---\ntitle: b\n",
        &expect![[r#"
            E501 2:1 `---` a second document begins here; nothing below this line would be read | remove the line
        "#]],
    );
    check(
        "- title\n",
        &expect![[r#"
            E501 1:1 `- title` `site.yaml` is not made of fields; no `name: value` here | write each field as `name: value`, beginning with `title: …`
        "#]],
    );
}

#[test]
fn what_has_not_the_right_shape_is_named_with_what_would_do() {
    check(
        "related:\n  limt: 3\n",
        &expect![[r#"
        E502 2:3 `limt` there is no setting `limt`; unknown setting | did you mean `limit`?
    "#]],
    );
    check(
        "colour: red\n",
        &expect![[r#"
        E502 1:1 `colour` there is no setting `colour`; unknown setting | settings here are `title`, `description`, `base_url`, `timezone`, `default_language`, `languages`, `publisher`, `theme`, `menu`, `footer`, `disclaimer`, `countries`, `related`, `feeds`, `outputs`, `pagination`, `markdown`, `links`, `lints`, `types`, `extra`
    "#]],
    );
    check(
        "feeds: { formats: [atom, rs] }\n",
        &expect![[r#"
        E503 1:26 `rs` `rs` is no choice here; unknown word | did you mean `rss`?
    "#]],
    );
    check(
        "related: { limit: four }\n",
        &expect![[r#"
            E503 1:19 `four` `related.limit` must be a whole number; this is not a whole number | write it as `limit: 4`
        "#]],
    );
    check(
        "title: [a, b]\n",
        &expect![[r#"
            E503 1:8 `[a` `title` must be a text; this is not a text | write it as `title: "…"`
        "#]],
    );
    check(
        "outputs: { search: yes }\n",
        &expect![[r#"
            E503 1:20 `yes` `outputs.search` must be `true` or `false`; this is not `true` or `false` | write it as `search: true`
        "#]],
    );
    check(
        "menu: [{ label: News }]\n",
        &expect![[r#"
        E503 1:8 `{` `url` is missing; this needs `url` | add `url: …`
    "#]],
    );
    check(
        "title: a\ntitle: b\n",
        &expect![[r#"
            E501 2:1 `title` `title` is there twice; the second one | keep one of the two
        "#]],
    );
    check(
        "languages: { en: {}, en: {} }\n",
        &expect![[r#"
            E501 1:22 `en` `en` is there twice; the second one | keep one of the two
        "#]],
    );
}

#[test]
fn wrong_values_are_all_reported() {
    check(
        "base_url: example.org\ntimezone: Europe/Pariss\ndefault_language: de\n\
         languages: { en: {}, EN: {}, english: {} }\n\
         countries: { names: { Korea: Korea, kr: Korea } }\n\
         feeds: { per: [site, countries], limit: 0 }\n\
         related: { limit: 99, weights: { topics: -1 } }\n\
         lints: { deny: [W30], warn: [stile], allow: [E504] }\n",
        &expect![[r#"
            E510 7:19 `99` `99` is too small or too large; this must be from 0 to 12 | take a number from 0 to 12
            E510 6:41 `0` `0` is too small or too large; this must be from 1 to 1000 | take a number from 1 to 1000
            E504 1:11 `example.org` `example.org` is no public address of a site; it does not begin with `https://` or `http://` | base_url: https://example.org/
            E505 2:11 `Europe/Pariss` there is no time zone `Europe/Pariss`; unknown time zone | did you mean `Europe/Paris`?
            E506 4:22 `EN` the language `EN` is there twice; listed before, in other capitals | keep one of the two
            E506 4:30 `english` `english` is no language tag; not a tag of BCP 47 | tags are such as `en`, `fr`, `pt-br`
            E507 3:19 `de` `de` is not among the languages; not listed in `languages` | take one of `en`, or add `de: {}` to them
            E512 5:23 `Korea` `Korea` is no country code; not among the codes of ISO 3166-1 | name the country by its ISO 3166-1 alpha-2 code, such as `KR`
            E510 7:42 `-1` `-1` is too small or too large; this must be from 0 to 100 | take a number from 0 to 100
            E511 6:22 `countries` there is no type `countries`; unknown type | did you mean `country`?
            E508 8:17 `W30` there is no code or group `W30`; unknown code | did you mean `W309`?
            E508 8:30 `stile` there is no code or group `stile`; unknown code | did you mean `style`?
            E509 8:46 `E504` `E504` is an error and stays one; pages would be broken | repair what it finds; `dateline explain E504` says how
        "#]],
    );
}

#[test]
fn a_code_differs_from_its_group_and_the_command_line_from_both() {
    let yaml = "lints: { deny: [E323], warn: [style], allow: [E324] }\n";
    let levels = [("E324", Some(Severity::Warning)), ("E501", None)];
    let levels = levels.map(|(name, level)| (name.to_owned(), level));
    let overrides = Overrides { levels: levels.into(), strict: true, ..overrides() };
    let (config, problems) = read(yaml, &overrides);
    expect![[r#"
        E509 `E501` is an error and stays one: pages would be broken (`--allow`);  | repair what it finds; `dateline explain E501` says how
    "#]].assert_eq(&said(yaml, &problems));
    let mut config = config.expect("settings");
    let found = ["E323", "E324", "W513", "E501"].map(|code| {
        let code = levels::which(code).expect("a code");
        let Which::Code(code) = code else { panic!("{code:?}") };
        Problem::new(code, "found")
    });
    let mut levelled = || {
        let problems = levels::apply(&config, found.to_vec());
        let line = |it: &Problem| format!("{} {:?}", it.code.0, it.severity);
        let lines: Vec<String> = problems.iter().map(line).collect();
        config.strict = false;
        lines.join(", ")
    };
    expect!["E323 Error, E324 Error, W513 Error, E501 Error"].assert_eq(&levelled());
    expect!["E323 Error, E324 Warning, W513 Warning, E501 Error"].assert_eq(&levelled());
}

#[test]
fn a_group_is_silent_while_no_code_of_it_speaks() {
    let silent = |yaml: &str| levels::silences(&good(yaml), "style");
    assert!(silent("lints: { allow: [style] }"));
    assert!(!silent("lints: { allow: [style], warn: [W310] }"));
    assert!(!silent("lints: { allow: [W310] }"));
    assert!(!silent(""));
}

#[test]
fn own_types_are_checked_at_their_places() {
    check(
        "types:\n  operation:\n    folder: news\n    address: /x/\n    fields:\n      \
         Lead: { type: organization, kind: line }\n      status: { kind: choice }\n      \
         seat: { fields: { place: }, shorthand: city }\n      \
         by: { type: person, inverse: { name: roles } }\n  \
         news:\n    folder: x\n    fields:\n      topics: { kind: line }\n  \
         every: { feed: true }\n  site: {}\n",
        &expect![[r#"
            E522 3:13 `news` the folder `news` is that of the type `news`; taken | give each type a folder of its own
            E525 4:14 `/x/` this pattern makes no addresses; it must hold `{path}` or `{slug}` | address: /operations/{slug}/
            E521 6:7 `Lead` `Lead` cannot be a name here; reserved, or not made of lower-case letters and digits | begin with a lower-case letter; `_` in fields and `-` in types join words
            E526 6:13 `{ type: organization, kind: line }` these settings contradict each other; it is of two kinds at once | a field has a `kind`, a `type` or `fields`; `choice` has the words `of` it
            E520 6:21 `organization` there is no type `organization`; unknown type | did you mean `organisation`?
            E526 7:15 `{ kind: choice }` these settings contradict each other; a choice needs the words `of` it | a field has a `kind`, a `type` or `fields`; `choice` has the words `of` it
            E527 8:46 `city` the record has no field `city`; no field of the record | name one of the `fields` of the record
            E524 9:36 `{ name: roles }` the type `person` has a field `roles` already; the inverse needs another name | name it after the type that it comes from, in the plural
            E523 11:5 `folder` `folder` is built in and cannot be changed; declared again | take it out, or give it another name
            E523 13:7 `topics` `topics` is built in and cannot be changed; declared again | take it out, or give it another name
            E526 14:10 `{ feed: true }` these settings contradict each other; `every` has `fields` alone | a field has a `kind`, a `type` or `fields`; `choice` has the words `of` it
            E521 15:3 `site` `site` cannot be a name here; reserved, or not made of lower-case letters and digits | begin with a lower-case letter; `_` in fields and `-` in types join words
        "#]],
    );
}

#[test]
fn own_types_and_relations_join_the_built_in_ones() {
    let config = good(
        "types:
  operation:
    folder: operations
    label: Operations
    address: /operations/{year}/{slug}/
    order: date
    feed: true
    fields:
      date: { kind: moment, required: true }
      countries: { type: country, many: true, inverse: { name: operations } }
  news:
    fields:
      operations: { type: operation, many: true, inverse: { name: news, label: news } }
",
    );
    let schema = &config.schema;
    let operation = schema.get(schema.of_folder("operations").expect("a folder"));
    assert_eq!((operation.template.as_str(), operation.order), ("page", Order::Date));
    assert!(operation.field("title").is_some_and(|it| it.required));
    let news = schema.get(schema.named("news").expect("news"));
    let inverse = news.field("operations").and_then(|it| it.inverse.as_ref());
    assert_eq!(inverse.map(|it| it.name.as_str()), Some("news"));
    assert_eq!(config.feeds.per, ["country", "topic", "operation"]);
}

#[test]
fn the_schema_names_the_settings_that_are_read() {
    let schema = crate::schema::json_schema::of_site();
    let mut names = Vec::new();
    collect(&schema, &schema, &mut Vec::new(), &mut names);
    assert!(names.len() > 12, "{names:?}");
    for (path, known) in names {
        let mut yaml = String::new();
        for (depth, key) in path.iter().enumerate() {
            yaml += &format!("{}{key}:\n", " ".repeat(depth));
        }
        yaml += &format!("{}no_such_setting: 1\n", " ".repeat(path.len()));
        let error = serde_yaml::from_str::<file::File>(&yaml).err();
        let error = error.map(|it| it.to_string()).unwrap_or_default();
        let read: Vec<&str> = error.split('`').skip(3).step_by(2).collect();
        assert_eq!(read, known, "{yaml}{error}");
    }
}

type Names = Vec<(Vec<String>, Vec<String>)>;

fn collect(root: &Value, rule: &Value, path: &mut Vec<String>, names: &mut Names) {
    let defined = rule["$ref"].as_str().and_then(|it| root.pointer(&it[1..]));
    let rule = defined.unwrap_or(rule);
    let known = rule["properties"].as_object();
    // What takes other names too is checked when it is read.
    let closed = !rule["additionalProperties"].is_object();
    if let Some(known) = known.filter(|_| closed) {
        names.push((path.clone(), known.keys().cloned().collect()));
    }
    let free = ("x".to_owned(), rule["additionalProperties"].clone());
    let known = known.cloned().unwrap_or_default();
    for (key, rule) in known.into_iter().chain([free]) {
        if path.len() < 5 && !rule.is_boolean() {
            path.push(key);
            collect(root, &rule, path, names);
            path.pop();
        }
    }
}
