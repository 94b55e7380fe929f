//! A small site as a value, and as files.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use jiff::{Timestamp, ToSpan, civil::date, tz::TimeZone};

const TOPICS: [&str; 3] = ["cybercrime", "fraud", "trafficking"];
const COUNTRIES: [&str; 5] = ["kr", "fr", "ke", "br", "ci"];
const VERBS: [&str; 6] = ["arrest", "warn", "meet", "train", "publish", "agree"];

/// A news entry.
#[derive(Clone, Debug, Default)]
pub struct News {
    pub name: u32,
    pub title: u8,
    /// Days after the first of 2020.
    pub day: i16,
    pub topics: BTreeSet<u8>,
    pub country: u8,
    pub text: u8,
    pub draft: bool,
    pub embargo: Option<i16>,
}

/// The site.
#[derive(Clone, Debug, Default)]
pub struct Site {
    pub news: Vec<News>,
    pub topics: [u8; 3],
    pub template: u8,
    pub words: u8,
    pub style: u8,
    pub settings: u8,
    pub data: u8,
    pub file: u8,
    /// The day it is built on, after the first of 2020.
    pub today: i16,
    /// How many news were ever made.
    pub made: u32,
    /// Whether something refers to nothing.
    pub broken: bool,
    /// Files in the output folder that are not of the site.
    pub strangers: BTreeSet<&'static str>,
}

impl Site {
    /// Six news, three topics.
    pub fn new() -> Self {
        let mut site = Self { today: 60, ..Self::default() };
        (0..6).for_each(|_| site.add());
        site
    }

    /// One news more.
    pub fn add(&mut self) {
        let n = self.made;
        let small = u8::try_from(n % 200).unwrap();
        self.made += 1;
        self.news.push(News {
            name: n,
            title: small,
            day: i16::from(small) * 7 % 60,
            topics: [small % 3].into(),
            country: small,
            text: small,
            ..News::default()
        });
    }

    /// The instant it is built for.
    pub fn now(&self) -> Timestamp {
        day(self.today).to_zoned(TimeZone::UTC).unwrap().timestamp()
    }

    /// Brings the files in `folder`, which are those of `old`, up to date.
    pub fn write(&self, folder: &Path, old: &Self) {
        let (new, old) = (self.files(), old.files());
        for path in old.keys().filter(|it| !new.contains_key(*it)) {
            fs::remove_file(folder.join(path)).unwrap();
        }
        for (path, text) in new.iter().filter(|it| old.get(it.0) != Some(it.1)) {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
    }

    fn files(&self) -> BTreeMap<String, String> {
        if self.made == 0 {
            return BTreeMap::new();
        }
        let mut files = BTreeMap::from([
            ("site.yaml".to_owned(), self.settings()),
            ("data/numbers.yaml".to_owned(), format!("n: {}\n", self.data)),
            ("static/notes/file.txt".to_owned(), format!("{}\n", self.file)),
            ("content/people/someone.md".to_owned(), PERSON.to_owned()),
            ("content/organisations/agency.md".to_owned(), AGENCY.to_owned()),
        ]);
        for (name, title) in TOPICS.iter().zip(self.topics) {
            let see = if self.broken { "see_also: [no-such-topic]\n" } else { "" };
            let text = format!("---\ntitle: On {name} {title}\n{see}---\nAbout it.\n");
            files.insert(format!("content/topics/{name}.md"), text);
        }
        for (at, news) in self.news.iter().enumerate() {
            let path = format!("content/news/2020/story-{}.md", news.name);
            files.insert(path, self.text(at, news));
        }
        files.extend(self.overrides());
        files
    }

    fn settings(&self) -> String {
        let n = self.settings;
        format!(
            "title: Oracle {n}\nbase_url: https://example.org/\n\
             pagination: {{ per_page: {} }}\nrelated: {{ limit: {} }}\n\
             lints: {{ allow: [style] }}\n",
            3 + n % 3,
            1 + n % 4
        )
    }

    fn overrides(&self) -> Vec<(String, String)> {
        let mut files = Vec::new();
        if self.template % 2 == 1 {
            let text = format!(
                "{{% extends \"themes/base/topic.html\" %}}\n\
                 {{% block rail %}}Overridden: {}{{% endblock %}}\n",
                self.template
            );
            files.push(("overrides/topic.html".to_owned(), text));
        }
        if self.style > 0 {
            let text = format!(":root {{ --ink: #00000{}; }}\n", self.style);
            files.push(("overrides/tokens.css".to_owned(), text));
        }
        if self.words > 0 {
            let text = format!("see_also: See also {}\n", self.words);
            files.push(("overrides/i18n/en.yaml".to_owned(), text));
        }
        files
    }

    fn text(&self, at: usize, news: &News) -> String {
        let verb = VERBS[usize::from(news.title) % VERBS.len()];
        let country = COUNTRIES[usize::from(news.country) % COUNTRIES.len()];
        let topics: Vec<_> =
            news.topics.iter().map(|it| TOPICS[usize::from(*it)]).collect();
        let mut text = format!(
            "---\ntitle: Officers {verb} for the {}th time\ndate: {}\n\
             countries: [{country}]\ntopics: [{}]\norganisations: [agency]\n\
             people: [someone]\n",
            news.title,
            day(news.day),
            topics.join(", "),
        );
        if news.draft {
            text += "draft: true\n";
        }
        if let Some(embargo) = news.embargo {
            text += &format!("publish_at: {}\n", day(embargo));
        }
        text += &format!("---\nA text of {} words, on [[fraud]].\n", news.text);
        if let Some(other) = self.linked(at) {
            text += &format!("\nBefore: [that](story-{}.md).\n", other.name);
        }
        text
    }

    // The next news that is public, so that links move when news come and go.
    fn linked(&self, at: usize) -> Option<&News> {
        let other = self.news.get(at + 1)?;
        let public = !other.draft
            && other.day <= self.today
            && other.embargo.is_none_or(|it| it <= self.today);
        public.then_some(other)
    }
}

const PERSON: &str = "---\ntitle: Some One\nsort_name: One\n---\nA person.\n";
const AGENCY: &str = "---\ntitle: The Agency\n---\nAn organisation.\n";

fn day(n: i16) -> jiff::civil::Date {
    date(2020, 1, 1) + n.days()
}
