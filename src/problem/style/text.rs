//! Headline, standfirst, lead, sentences and paragraphs.

use crate::{
    problem::{Code, Problem, Severity, catalogue::Entry},
    span::Place,
};

pub(super) const W301: Entry = Entry {
    code: Code("W301"),
    level: Severity::Warning,
    title: "the title is long",
    text: "Search engines, cards and telephones cut a headline after about 65 characters. \
           Beyond 110 it is an error: nothing that long is a headline. Keep the fact, move \
           the rest to the standfirst.",
    wrong: "\
-- content/news/2020/raids.md --
---
title: Twelve people held after raids in three cities against card fraud at stations
standfirst: Officers searched homes and a call centre over three days
date: 2020-02-11
---
",
    right: "\
-- content/news/2020/raids.md --
---
title: Twelve held after card fraud raids
standfirst: Officers searched homes and a call centre over three days
date: 2020-02-11
---
",
};

pub(super) const W302: Entry = Entry {
    code: Code("W302"),
    level: Severity::Warning,
    title: "the standfirst is missing, long, or says what the title says",
    text: "The standfirst stands below the headline, on cards, in feeds and in search \
           results: one sentence of at most 200 characters that adds what the headline \
           leaves open. In an exception, `value` is `missing`, `long` or `title`.",
    wrong: "\
-- content/news/2020/raids.md --
---
title: Twelve held after card fraud raids
date: 2020-02-11
---
",
    right: "\
-- content/news/2020/raids.md --
---
title: Twelve held after card fraud raids
standfirst: Officers searched homes and a call centre over three days
date: 2020-02-11
---
",
};

pub(super) const W303: Entry = Entry {
    code: Code("W303"),
    level: Severity::Warning,
    title: "the lead is not one sentence of 20 to 45 words",
    text: "The first paragraph says it all in one sentence: who did what, where, when and \
           why. The words of the dateline count. Speeches have no lead. In an exception, \
           `value` is `words` or `sentences`.",
    wrong: "\
-- content/news/2020/raids.md --
---
title: Twelve held after card fraud raids
standfirst: Officers searched homes and a call centre over three days
date: 2020-02-11
---

Police have arrested twelve people.
",
    right: news!("", ""),
};

pub(super) const W304: Entry = Entry {
    code: Code("W304"),
    level: Severity::Info,
    title: "a sentence is long",
    text: "Over 40 words, most readers have to start a sentence again. Make two of it.",
    wrong: news!(
        "",
        "
The officers, who had followed the group since the first complaints came in from
travellers at four stations in spring, searched nine homes, two offices and a call centre,
where they found computers, blank cards, a printer and lists with the names of those who
had been robbed.
"
    ),
    right: news!(
        "",
        "
The officers had followed the group since the first complaints came in from travellers at
four stations in spring. They searched nine homes, two offices and a call centre, and found
computers, blank cards and a printer.
"
    ),
};

pub(super) const W305: Entry = Entry {
    code: Code("W305"),
    level: Severity::Warning,
    title: "a paragraph is long",
    text: "On a telephone, a paragraph of more than 90 words or four sentences fills the \
           screen without a place to rest. In an exception, `value` is `words` or \
           `sentences`.",
    wrong: news!(
        "",
        "
The raids began on Monday. Nine homes were searched. Computers were found. So were blank
cards. A printer stood in a garage.
"
    ),
    right: news!(
        "",
        "
The raids began on Monday. Nine homes were searched.

Computers were found. So were blank cards. A printer stood in a garage.
"
    ),
};

impl Problem {
    /// A title of `length` characters, over `limit`.
    pub fn title_long(at: &Place, length: usize, limit: usize) -> Self {
        Self::new(W301.code, format!("the title has {length} characters, over {limit}"))
            .at(&at.path, at.span, "lists and search engines cut it")
            .help("keep the fact and move the rest to `standfirst`")
    }

    /// News without a standfirst; `at` is the title.
    pub fn standfirst_missing(at: &Place) -> Self {
        Self::new(W302.code, "there is no standfirst")
            .at(&at.path, at.span, "cards, feeds and search results show the title alone")
            .help("add a sentence that says what the title leaves open: `standfirst: …`")
    }

    /// A standfirst of `length` characters.
    pub fn standfirst_long(at: &Place, length: usize) -> Self {
        Self::new(W302.code, format!("the standfirst has {length} characters, over 200"))
            .at(&at.path, at.span, "cards and search results cut it")
            .help("one sentence is enough: what the title leaves open")
    }

    /// A standfirst with the words of the title.
    pub fn standfirst_repeats(at: &Place) -> Self {
        Self::new(W302.code, "the standfirst says what the title says")
            .at(&at.path, at.span, "readers see both, one below the other")
            .help("say what the title leaves open: who, how, what next")
    }

    /// A lead of `count` words.
    pub fn lead_length(at: &Place, count: usize) -> Self {
        let (fault, help) = match count {
            ..20 => ("under 20", "say who did what, where, when and why in it"),
            _ => {
                ("over 45", "keep the news in it and move the rest to the next paragraph")
            }
        };
        let words = if count == 1 { "word" } else { "words" };
        let message = format!("the lead has {count} {words} with the dateline, {fault}");
        Self::new(W303.code, message)
            .at(&at.path, at.span, "the first paragraph is the lead")
            .help(help)
    }

    /// A lead of `count` sentences; `at` is the second.
    pub fn lead_sentences(at: &Place, count: usize) -> Self {
        Self::new(W303.code, format!("the lead has {count} sentences"))
            .at(&at.path, at.span, "the second one begins here")
            .help("begin a new paragraph here")
    }

    /// A sentence of `count` words.
    pub fn sentence_long(at: &Place, count: usize) -> Self {
        Self::new(W304.code, format!("a sentence has {count} words, over 40"))
            .at(&at.path, at.span, "it begins here")
            .help("make two sentences of it")
    }

    /// A paragraph of `count` words.
    pub fn paragraph_words(at: &Place, count: usize) -> Self {
        Self::new(W305.code, format!("a paragraph has {count} words, over 90"))
            .at(&at.path, at.span, "it begins here")
            .help("break it where the thought changes")
    }

    /// A paragraph of `count` sentences.
    pub fn paragraph_sentences(at: &Place, count: usize) -> Self {
        Self::new(W305.code, format!("a paragraph has {count} sentences, over 4"))
            .at(&at.path, at.span, "it begins here")
            .help("break it where the thought changes")
    }
}
