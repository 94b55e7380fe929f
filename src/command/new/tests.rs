//! What a new entry looks like.

use std::collections::BTreeMap;

use expect_test::{Expect, expect};
use jiff::Timestamp;

use super::*;
use crate::{
    config::{self, Overrides, Preview},
    source::Source,
};

const SITE: &str = "
languages: { en: {}, fr: {} }
countries: { names: { KR: Korea (Rep. of) } }
types:
  operation:
    folder: operations
    fields:
      codename: { required: true, help: What it is called }
";

fn wish(ty: &str, title: &str) -> Wish {
    Wish {
        ty: ty.into(),
        title: title.into(),
        countries: Vec::new(),
        topics: Vec::new(),
        date: None,
        lang: None,
        id: None,
    }
}

pub fn overrides() -> Overrides {
    Overrides {
        variables: BTreeMap::new(),
        base_url: None,
        as_of: Timestamp::UNIX_EPOCH,
        preview: Preview::default(),
        levels: Vec::new(),
        strict: false,
    }
}

fn check(wish: &Wish, expected: &Expect) {
    let source = Source::new("site.yaml", SITE.as_bytes());
    let config = config::parse(Some(&source), &overrides()).value.expect("settings");
    let drafted = draft(&config, wish, jiff::civil::date(2020, 2, 11));
    let said = drafted.problems.iter().map(|it| {
        format!(
            "{}: {} | {}\n",
            it.code.0,
            it.message,
            it.help.as_deref().unwrap_or_default()
        )
    });
    let text = drafted.value.map(|it| format!("{}\n{}", it.path, it.text));
    expected.assert_eq(&(said.collect::<String>() + &text.unwrap_or_default()));
}

#[test]
fn news_start_as_drafts_of_today() {
    let wish = Wish {
        countries: vec!["South Korea".into(), "fra".into(), "Atlantis".into()],
        topics: vec!["cybercrime".into(), "Financial crime".into()],
        ..wish("news", "Korea: \"two\" projects\nfunded")
    };
    check(
        &wish,
        &expect![[r#"
            content/news/2020/korea-two-projects-funded.md
            ---
            title: 'Korea: "two" projects funded'    # The headline or name, as readers see it
            draft: true                              # True while it must not be published
            date: 2020-02-11                         # The day, or the instant with its offset, of publication
            countries: [kr, fr, "Atlantis"]          # Countries involved, the most important one first
            topics: [cybercrime, "Financial crime"]  # Topics, printed as See also in this order
            # kind: press-release                    # What sort of news it is; news where it is left out (press-release, news, statement, speech, advisory, feature)
            # standfirst: …                          # The sentence below the headline, at most 200 characters
            # updated: …                             # The last change that readers should know of; needs an entry in changes
            # dateline: { place: …, country: …, label: … } # Where the news is from: the first words of the text
            # organisations: […]                     # Organisations that have a part in it
            # people: […]                            # People who have a part in it
            # related: { pin: …, hide: …, auto: … }  # Related news: the ones pinned here, then computed ones
            # key_facts: [{ label: …, value: …, source: … }] # The figures of the text; each is in the body or has a source
            # pull_quotes: [{ text: …, person: …, name: …, role: … }] # Quotations to show large, word for word from the body
            # documents: […]                         # Documents that belong to it
            # videos: [{ src: …, title: …, transcript: …, captions: …, poster: …, credit: … }] # Films that belong to it; each is told in words too
            # byline: …                              # Who wrote it
            # featured: true                         # True for the lead story of the home page
            # story: …                               # The name of a running story; all news with the same name form a timeline
            # stub: true                             # True where only headline and date are held
            # url: …                                 # Where the news is published, for a stub
            ---

        "#]],
    );
}

#[test]
fn a_country_has_its_code_for_an_id() {
    check(
        &Wish { lang: Some("FR".into()), ..wish("country", "Corée du Sud") },
        &expect![[r#"
            content/countries/kr.fr.md
            ---
            title: "Corée du Sud"                    # The headline or name, as readers see it
            # summary: …                             # What the entry is about, in a sentence or two
            # name_list: …                           # The name in lists: Korea (Rep. of)
            # name_official: …                       # The official name: Republic of Korea
            # names: …                               # The name in other languages, by language
            # sort_key: …                            # What it is sorted by, where that is not the name in lists
            # alt_names: […]                         # Other names, for references and search; never shown
            # demonym: …                             # What belongs to it: Korean
            # iso2: …                                # ISO 3166-1 alpha-2 code
            # iso3: …                                # ISO 3166-1 alpha-3 code
            # m49: …                                 # UN M49 code, three digits
            # kind: country                          # What it is; country where it is left out (country, territory, entity)
            # region: …                              # The region it lies in
            # groupings: […]                         # Groupings it belongs to
            # capital: …                             # The capital
            # coordinates: […]                       # Latitude and longitude in degrees: [37.57, 126.98]
            # flag: …                                # A picture of the flag
            # membership: { organisation: …, status: …, joined: …, bureau: … } # Its membership of the organisation that the site is about
            # featured_news: […]                     # News to show on top
            # links: [{ label: …, url: … }]          # Links to other sites
            ---

        "#]],
    );
}

fn line_of(wish: &Wish, key: &str) -> String {
    let source = Source::new("site.yaml", SITE.as_bytes());
    let config = config::parse(Some(&source), &overrides()).value.expect("settings");
    let drafted = draft(&config, wish, jiff::civil::date(2020, 2, 11));
    let text = drafted.value.expect("a draft").text;
    let line = text.lines().find_map(|it| it.strip_prefix(key)).expect("the key");
    line.split(" #").next().unwrap_or_default().trim_end().to_owned()
}

#[test]
fn a_country_is_titled_in_the_language_of_its_file() {
    let title = |title: &str, lang: Option<&str>| {
        let lang = lang.map(str::to_owned);
        line_of(&Wish { lang, ..wish("country", title) }, "title: ")
    };
    assert_eq!(title("KR", None), "\"Korea (Rep. of)\"");
    assert_eq!(title("KP", None), "\"North Korea\"");
    assert_eq!(title("Corée du Nord", None), "\"North Korea\"");
    assert_eq!(title("prk", Some("fr")), "\"Corée du Nord\"");
    assert_eq!(title("DPRK", None), "\"DPRK\"");
    assert_eq!(title("Atlantis", None), "\"Atlantis\"");
}

#[test]
fn what_is_named_twice_is_listed_once() {
    let countries = ["South Korea", "fr", "KOR", "Corée du Sud"].map(str::to_owned);
    let wish = Wish { countries: countries.to_vec(), ..wish("news", "A") };
    assert_eq!(line_of(&wish, "countries: "), "[kr, fr]");
}

#[test]
fn a_type_of_the_site_and_fields_that_must_be_there() {
    check(
        &wish("operation", "Operation First Light"),
        &expect![[r#"
            content/operations/operation-first-light.md
            ---
            title: "Operation First Light"           # The headline or name, as readers see it
            codename:                                # What it is called
            # summary: …                             # What the entry is about, in a sentence or two
            ---

        "#]],
    );
}

#[test]
fn what_is_wrong_with_a_wish_is_all_said() {
    check(
        &wish("new", "A"),
        &expect![[r#"
        E530: there is no type `new` | did you mean `news`?
    "#]],
    );
    let wish = Wish {
        date: Some("11.2.2020".into()),
        lang: Some("de".into()),
        topics: vec!["x".into()],
        ..wish("person", "警察庁")
    };
    check(
        &wish,
        &expect![[r#"
        E531: no id can be made of the title `警察庁` | say it yourself, in plain letters: `--id korean-police`
        E533: `11.2.2020` is no date | write it as `2020-02-11`, or with the time as `2020-02-11T09:30:00+09:00`
        E534: the site has no language `de` | its languages are `en`, `fr`
        E535: `--topic` does not go with the type `person` | leave `--topic` out
    "#]],
    );
    check(
        &Wish { id: Some("Min Gab".into()), ..wish },
        &expect![[r#"
        E532: `Min Gab` cannot be an id | --id min-gab
        E533: `11.2.2020` is no date | write it as `2020-02-11`, or with the time as `2020-02-11T09:30:00+09:00`
        E534: the site has no language `de` | its languages are `en`, `fr`
        E535: `--topic` does not go with the type `person` | leave `--topic` out
    "#]],
    );
}

fn make(folder: &Path, wish: Wish) -> Result<String, String> {
    let root = folder.to_path_buf();
    let options = Options { root, config: None, overrides: overrides(), wish };
    let outcome = run(&options).map_err(|it| it.to_string())?;
    let said = outcome.problems.iter().map(|it| format!("{}: {}", it.code.0, it.message));
    outcome.made.map(|it| it.path).ok_or_else(|| said.collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_new_entry_refers_to_what_exists_by_its_id_and_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let topics = folder.path().join("content/topics");
    fs::create_dir_all(&topics).expect("a folder");
    fs::write(topics.join("cybercrime.md"), "---\ntitle: Crime online\n---\n")
        .expect("a file");
    let wish = Wish {
        countries: vec!["Corée du Sud".into()],
        topics: vec!["Crime online".into()],
        ..wish("news", "Hello")
    };
    let made = make(folder.path(), wish.clone());
    expect![[r#"Ok("content/news/1970/hello.md")"#]].assert_eq(&format!("{made:?}"));
    let text =
        fs::read_to_string(folder.path().join(made.expect("a path"))).expect("text");
    assert!(
        text.contains("\ncountries: [kr] ") && text.contains("\ntopics: [cybercrime] "),
        "{text}"
    );
    expect![[r#"Err("cannot make `content/news/1970/hello.md`: it is there already")"#]]
        .assert_eq(&format!("{:?}", make(folder.path(), wish.clone())));
    let lost = Wish { topics: vec!["cybercrim".into()], ..wish };
    expect![[r#"Err("E201: no topic is named `cybercrim`")"#]].assert_eq(&format!(
        "{:?}",
        make(folder.path(), Wish { id: Some("x".into()), ..lost })
    ));
}
