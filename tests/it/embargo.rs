//! Nothing of a hidden entry reaches any output: every field of every type holds a token of
//! its own, and no byte of the output is one.

use std::collections::BTreeMap;

use dateline::schema::{Field, Kind, Schema, Type};

use crate::workshop::Workshop;

const PUBLIC: &str = "\
-- site.yaml --
title: Embargo
base_url: https://example.org/
languages: { en: {}, fr: {} }
-- content/news/2020/public.md --
---
title: A public story
date: 2020-02-11
countries: [kr]
topics: [crime]
organisations: [agency]
people: [someone]
---
Public text.
-- content/topics/crime.md --
---
title: Crime
---
-- content/organisations/agency.md --
---
title: Agency
---
-- content/people/someone.md --
---
title: Someone
sort_name: Someone
---
-- content/regions/asia.md --
---
title: Asia
kind: continent
---
-- content/documents/report.md --
---
title: Report
kind: report
date: 2020-01-01
files: [{ src: report.txt, label: The report, lang: en }]
---
";

/// What hides an entry, each at the instant the tests build for.
const VEILS: [(&str, &str); 3] = [
    ("draft", "draft: true"),
    ("embargo", "publish_at: 2099-01-01"),
    ("expired", "expires_at: 2020-06-01"),
];

/// Fields that the veils and the file itself set.
const SET: [&str; 9] = [
    "draft",
    "publish_at",
    "expires_at",
    "date",
    "updated",
    "changes",
    "lang",
    "template",
    "lint",
];

/// Makes values of fields, each with a token that occurs nowhere else.
struct Mint {
    prefix: String,
    tokens: BTreeMap<String, String>,
    /// Files that must stand beside the entry.
    files: Vec<String>,
}

impl Mint {
    fn new(prefix: String) -> Self {
        Self { prefix, tokens: BTreeMap::new(), files: Vec::new() }
    }

    fn token(&mut self, field: &str) -> String {
        let token = format!("zq{}x{}", self.prefix, self.tokens.len());
        self.tokens.insert(token.clone(), field.to_owned());
        token
    }

    fn value(&mut self, field: &Field) -> Option<String> {
        let one = match &field.kind {
            Kind::Line | Kind::Text => format!("\"{}\"", self.token(&field.name)),
            Kind::Slug => self.token(&field.name),
            Kind::Path => format!("/{}/", self.token(&field.name)),
            Kind::Url => format!("https://{}.example/", self.token(&field.name)),
            Kind::Bool => "false".to_owned(),
            Kind::Number { min, .. } => min.to_string(),
            Kind::Moment => "2020-03-01".to_owned(),
            Kind::Partial => "1964".to_owned(),
            Kind::Choice(words) => words.first()?.clone(),
            Kind::Reference(types) => reference(types)?.to_owned(),
            Kind::Names => format!("{{ fr: \"{}\" }}", self.token(&field.name)),
            Kind::Free => format!("{{ key: \"{}\" }}", self.token(&field.name)),
            Kind::Record { fields, one_of, .. } => {
                let skipped: Vec<&String> =
                    one_of.iter().flat_map(|it| it.iter().skip(1)).collect();
                let fields = fields.iter().filter(|it| !skipped.contains(&&it.name));
                let pairs: Vec<String> = fields
                    .filter_map(|it| Some(format!("{}: {}", it.name, self.value(it)?)))
                    .collect();
                format!("{{ {} }}", pairs.join(", "))
            }
            Kind::File(media) => {
                let is_picture = media.is_one("x.svg");
                let suffix = if is_picture { "svg" } else { media.suffixes()[0] };
                let name = format!("{}.{suffix}", self.token(&field.name));
                self.files.push(name.clone());
                name
            }
            Kind::Focus => "70% 30%".to_owned(),
            Kind::Language | Kind::Template => return None,
        };
        Some(if field.many { format!("[{one}]") } else { one })
    }

    /// A hidden entry of a type: its file's stem, and its text.
    fn entry(&mut self, ty: &Type, veil: &str) -> (String, String) {
        let stem = self.token("the name of the file");
        let mut text = format!("---\n{veil}\n");
        if ty.field("date").is_some() {
            text += "date: 2020-03-01\n";
        }
        for field in ty.fields.iter().filter(|it| !SET.contains(&it.name.as_str())) {
            if let Some(value) = self.value(field) {
                text += &format!("{}: {value}\n", field.name);
            }
        }
        let (heading, word, link) =
            (self.token("a heading"), self.token("the body"), self.token("a link"));
        text += &format!(
            "---\n{word} [{link}](https://{link}.example/) [crime](@/topics/crime.md)\n\n## {heading}\n"
        );
        (stem, text)
    }

    /// Puts the entry and its files, which hold a token each, on the site.
    fn write(&mut self, workshop: &Workshop, ty: &Type, stem: &str, text: &str) {
        workshop.write(&format!("content/{}/{stem}.md", ty.folder), text.as_bytes());
        for name in std::mem::take(&mut self.files) {
            let words = self.token("the bytes of a file");
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- {words} --></svg>"
            );
            workshop.write(&format!("content/{}/{name}", ty.folder), svg.as_bytes());
        }
    }
}

fn public() -> Workshop {
    let workshop = Workshop::new(PUBLIC);
    workshop.write("content/documents/report.txt", b"A report.\n");
    workshop
}

fn reference(types: &[String]) -> Option<&'static str> {
    let known = [
        ("country", "kr"),
        ("topic", "crime"),
        ("organisation", "agency"),
        ("person", "someone"),
        ("news", "public"),
        ("region", "asia"),
        ("document", "report"),
    ];
    known.iter().find(|it| types.iter().any(|ty| ty == it.0)).map(|it| it.1)
}

#[test]
fn nothing_of_a_hidden_entry_reaches_the_output() {
    let schema = Schema::builtin();
    let mut tokens = BTreeMap::new();
    let workshop = public();
    for ty in &schema.types {
        for (name, veil) in VEILS {
            let mut mint = Mint::new(format!("{}{name}", ty.name));
            // A country is hidden whole: its id is that of no country anything public names.
            let (stem, text) = mint.entry(ty, veil);
            if ty.name == "country" {
                continue;
            }
            mint.write(&workshop, ty, &stem, &text);
            tokens.extend(mint.tokens);
        }
    }
    assert!(tokens.len() > 400, "only {} tokens", tokens.len());
    let output = workshop.build(&[]);
    assert!(output.contains_key("news/2020/public/index.html"));
    let mut leaks = Vec::new();
    for (name, bytes) in &output {
        let text = String::from_utf8_lossy(bytes).to_lowercase() + &name.to_lowercase();
        leaks.extend(
            tokens
                .iter()
                .filter(|(token, _)| text.contains(&token.to_lowercase()))
                .map(|(token, field)| format!("{name} holds {token}, which is {field}")),
        );
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn a_preview_shows_what_is_hidden() {
    let schema = Schema::builtin();
    let ty = schema.types.iter().find(|it| it.name == "page").expect("pages");
    let mut mint = Mint::new("seen".to_owned());
    let (stem, text) = mint.entry(ty, "draft: true");
    let workshop = public();
    mint.write(&workshop, ty, &stem, &text);
    let everything: String = workshop
        .build(&["--drafts"])
        .values()
        .map(|it| String::from_utf8_lossy(it).into_owned())
        .collect();
    let title = mint.tokens.iter().find(|it| it.1 == "title").expect("a title").0;
    assert!(everything.contains(title), "a test that finds no token proves nothing");
}
