//! The built-in table, written out.

use expect_test::expect;

use super::*;

fn outline(fields: &[Field]) -> String {
    let one = |it: &Field| {
        let star = if it.required { "*" } else { "" };
        let many = if it.many { "[]" } else { "" };
        let inner = match &it.kind {
            Kind::Record { fields, .. } => format!("{{{}}}", outline(fields)),
            Kind::Choice(words) => format!("({})", words.join("|")),
            _ => String::new(),
        };
        format!("{}{star}{inner}{many}", it.name)
    };
    fields.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_table_says_what_the_manual_says() {
    let schema = Schema::builtin();
    let every = format!("every: {}\n", outline(&schema.every));
    let own = |it: &Type| {
        let fields = &it.fields[schema.every.len()..];
        format!("{} in {}/: {}\n", it.name, it.folder, outline(fields))
    };
    let lines: String = schema.types.iter().map(own).collect();
    expect![[r#"
        every: id title* short_title summary lang translation_of draft publish_at expires_at withdrawn{at reason* replaced_by} aliases[] slug image{src* alt decorative caption credit focus} facts{label* value* source}[] contacts{name* role email phone url}[] sources{title* url publisher kind}[] changes{at* kind*(update|correction|clarification) note*}[] review_by noindex template extra lint{allow{rule* value reason*}[]}
        news in news/: kind(press-release|news|statement|speech|advisory|feature) standfirst date* updated dateline{place country label} countries[] topics[] organisations[] people[] related{pin[] hide[] auto} key_facts{label* value* source}[] pull_quotes{text* person name role}[] documents[] videos{src* title* transcript* captions poster credit}[] byline featured story stub url
        country in countries/: name_list name_official names sort_key alt_names[] demonym iso2 iso3 m49 kind(country|territory|entity) region groupings[] capital coordinates[] flag membership{organisation status joined bureau{name place agency}} featured_news[] links{label* url*}[]
        topic in topics/: parent synonyms[] see_also[] featured_news[] documents[] icon order
        region in regions/: kind(continent|region|grouping) m49 parent members[] see_also[] names order
        organisation in organisations/: acronym kind country parent see_also[] founded headquarters{place country} url logo contact{name address email phone url}
        person in people/: sort_name* roles{title* organisation from to as_of}[] photo{src* alt decorative caption credit focus}
        document in documents/: kind* date* files*{src* label lang}[] countries[] topics[] organisations[] people[] publisher supersedes
        page in pages/: nav{menu(main|footer) order label} toc
    "#]].assert_eq(&(every + &lines));
}

#[test]
fn every_relation_has_the_inverse_of_the_manual() {
    let schema = Schema::builtin();
    let mut lines = Vec::new();
    for ty in &schema.types {
        for field in &ty.fields[schema.every.len()..] {
            relation_lines(&ty.name, field, &mut lines);
        }
    }
    expect![[r#"
        news.dateline.country → country
        news.countries “countries_involved” → country.news “news”
        news.topics “see_also” → topic.news “news”
        news.organisations “organisations” → organisation.news “news”
        news.people “people” → person.news “news”
        news.related.pin “related_news” → news.later_coverage “later_coverage”
        news.related.hide → news
        news.key_facts.source → news|document|page
        news.pull_quotes.person → person
        news.documents “documents” → document.news “news”
        country.region “region” → region.countries “countries”
        country.groupings “groupings” → region.countries “countries”
        country.membership.organisation “organisation” → organisation.members “members”
        country.membership.bureau.agency → organisation
        country.featured_news → news
        topic.parent “part_of” → topic.children “subtopics”
        topic.see_also “see_also” → topic.see_also “see_also”
        topic.featured_news → news
        topic.documents → document
        region.parent “part_of” → region.children “subregions”
        region.members “countries” → country.groupings “groupings”
        region.see_also “see_also” → region.see_also “see_also”
        organisation.country “country” → country.organisations “organisations”
        organisation.parent “part_of” → organisation.children “parts”
        organisation.see_also “see_also” → organisation.see_also “see_also”
        organisation.headquarters.country → country
        person.roles.organisation “organisations” → organisation.people “people”
        document.countries “countries_involved” → country.documents “documents”
        document.topics “see_also” → topic.documents “documents”
        document.organisations “organisations” → organisation.documents “documents”
        document.people “people” → person.documents “documents”
        document.publisher “publisher” → organisation.published “published”
        document.supersedes “supersedes” → document.superseded_by “superseded_by”"#]]
    .assert_eq(&lines.join("\n"));
}

fn relation_lines(at: &str, field: &Field, lines: &mut Vec<String>) {
    let name = format!("{at}.{}", field.name);
    match (&field.kind, &field.inverse) {
        (Kind::Reference(types), Some(inverse)) => lines.push(format!(
            "{name} “{}” → {}.{} “{}”",
            field.label,
            types.join("|"),
            inverse.name,
            inverse.label
        )),
        (Kind::Reference(types), None) => {
            lines.push(format!("{name} → {}", types.join("|")));
        }
        (Kind::Record { fields, .. }, _) => {
            for it in fields {
                relation_lines(&name, it, lines);
            }
        }
        _ => {}
    }
}

#[test]
fn every_field_of_the_table_is_explained() {
    fn silent(fields: &[Field]) -> Option<&str> {
        fields.iter().find_map(|it| match &it.kind {
            _ if it.help.is_empty() => Some(it.name.as_str()),
            Kind::Record { fields, .. } => silent(fields),
            _ => None,
        })
    }
    let schema = Schema::builtin();
    assert_eq!(schema.types.iter().find_map(|it| silent(&it.fields)), None);
    assert!(schema.types.iter().all(|it| !it.help.is_empty()));
}

#[test]
fn a_json_schema_says_what_the_table_says() {
    let mut schema = Schema::default();
    let table = "
operation:
  folder: operations
  help: An operation
  fields:
    title: { required: true, help: Its name }
    started: { kind: partial, help: Since when }
    led_by: { type: [organisation, person], many: true, help: Who leads it }
    seat:
      help: Where it is led from
      fields: { place: { help: The place }, size: { kind: number, min: 0, max: 9 } }
      one_of: [[place, size]]
      shorthand: place
";
    schema.add(&serde_yaml::from_str(table).expect("a table"));
    let json = json_schema::of_type(&schema, TypeId(0), &["en", "fr"]);
    let mut lines = format!("required: {}\n", json["required"]);
    for (name, rule) in json["properties"].as_object().expect("properties") {
        lines += &format!("{name}: {rule}\n");
    }
    expect![[r#"
        required: ["title"]
        title: {"type":["string","number"],"description":"Its name"}
        started: {"type":["string","integer"],"pattern":"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$","description":"Since when"}
        led_by: {"anyOf":[{"type":["string","number"]},{"type":"array","items":{"type":["string","number"]}}],"description":"Who leads it (id: organisation, person)"}
        seat: {"anyOf":[{"type":"object","additionalProperties":false,"required":[],"properties":{"place":{"type":["string","number"],"description":"The place"},"size":{"type":"integer","minimum":0,"maximum":9,"description":""}},"allOf":[{"oneOf":[{"required":["place"]},{"required":["size"]}]}]},{"type":["string","number"],"description":"The place"}],"description":"Where it is led from"}
    "#]].assert_eq(&lines);
}

#[test]
fn every_built_in_type_has_a_json_schema() {
    let schema = Schema::builtin();
    for at in 0..8 {
        let json = json_schema::of_type(&schema, TypeId(at), &["en"]);
        assert_eq!(json["required"][0], "title", "{json}");
        assert!(json["properties"]["image"]["anyOf"].is_array(), "{json}");
    }
}
