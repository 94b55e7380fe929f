//! Acronyms, words of time, apostrophes.

use crate::{
    problem::{Code, Problem, Severity, catalogue::Entry},
    span::Place,
};

pub(super) const W340: Entry = Entry {
    code: Code("W340"),
    level: Severity::Info,
    title: "an acronym is used before it is explained",
    text: "Write the words, with the acronym in brackets behind them, where it is first \
           used: “Korean National Police Agency (KNPA)”. INTERPOL, EUR, UN and others that \
           every reader knows need none. In an exception, `value` is the acronym.",
    wrong: news!("", "\nThe NCB in the capital shared the lists.\n"),
    right: news!(
        "",
        "\nThe National Central Bureau (NCB) in the capital shared the lists.\n"
    ),
};

pub(super) const W341: Entry = Entry {
    code: Code("W341"),
    level: Severity::Info,
    title: "a word of time has grown old",
    text: "“Currently”, “recently”, “today” or “this week” were true when they were \
           written. In a text older than 30 days, a date stays true. Words within \
           quotation marks are left alone. In an exception, `value` is the word.",
    wrong: news!("", "\nThe suspects are currently in custody.\n"),
    right: news!("", "\nThe suspects were in custody on 11 February 2020.\n"),
};

pub(super) const W343: Entry = Entry {
    code: Code("W343"),
    level: Severity::Info,
    title: "straight and curly apostrophes are mixed",
    text: "Pasted text often brings curly apostrophes (’) among typed straight ones ('). \
           Searches find one and miss the other. Use one kind in a text.",
    wrong: news!("", "\nThe judge's order named the group’s leader.\n"),
    right: news!("", "\nThe judge’s order named the group’s leader.\n"),
};

impl Problem {
    /// An acronym without its words.
    pub fn acronym_unexpanded(at: &Place, acronym: &str) -> Self {
        Self::new(
            W340.code,
            format!("`{acronym}` is not explained where it is first used"),
        )
        .at(&at.path, at.span, "what does it stand for?")
        .help(format!("write the words first: … ({acronym})"))
    }

    /// A word such as “currently” in an old text.
    pub fn time_relative(at: &Place, word: &str) -> Self {
        let message = format!("“{word}” stands in a text that is more than 30 days old");
        Self::new(W341.code, message)
            .at(&at.path, at.span, "true when it was written")
            .help("write the date or the year, or leave the word out")
    }

    /// A text with both kinds of apostrophes; `at` is the first of the rarer kind.
    pub fn apostrophes_mixed(at: &Place, straight: usize, curly: usize) -> Self {
        let message =
            format!("apostrophes are mixed: {straight} straight and {curly} curly");
        let other = if straight <= curly { "’" } else { "'" };
        Self::new(W343.code, message)
            .at(&at.path, at.span, "the first of the rarer kind")
            .help(format!("use {other} throughout"))
    }
}
