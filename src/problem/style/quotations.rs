//! Quotations, the people in them, and figures.

use crate::{
    problem::{Code, Problem, Severity, catalogue::Entry},
    span::Place,
};

pub(super) const W320: Entry = Entry {
    code: Code("W320"),
    level: Severity::Warning,
    title: "nobody says the quotation",
    text: "A quotation needs somebody who says it: in its own paragraphs or in the one \
           before. Paragraphs that go on with it, each opening with a quotation mark, are \
           one quotation. Passages of fewer than eight words are not meant.",
    wrong: news!(
        "",
        "\nThe raids began at dawn in four cities.\n\n“These arrests show what officers can \
         do when they work together.”\n"
    ),
    right: news!(
        "",
        "\nThe raids began at dawn in four cities.\n\n“These arrests show what officers can \
         do when they work together,” said the judge.\n"
    ),
};

pub(super) const W321: Entry = Entry {
    code: Code("W321"),
    level: Severity::Warning,
    title: "a quotation mark is alone",
    text: "Readers cannot tell where a quotation ends, or that it has begun. Only a \
           paragraph whose next one opens the same quotation again stays open. In an \
           exception, `value` is `opening` or `closing`, the mark that is missing.",
    wrong: news!("", "\n“We worked as one team, said the judge.\n"),
    right: news!("", "\n“We worked as one team,” said the judge.\n"),
};

pub(super) const W322: Entry = Entry {
    code: Code("W322"),
    level: Severity::Warning,
    title: "a person has another role on their page",
    text: "The role before a name, or with a pull quote, is not among those that the \
           person's page gives for the day of the news. One of the two is wrong, or the \
           page lacks a role. In an exception, `value` is the person's id.",
    wrong: concat!(
        news!("people: [ana-sol]\n", "\nDirector Ana Sol led the raids.\n"),
        "-- content/people/ana-sol.md --\n---\ntitle: Ana Sol\nsort_name: Sol, Ana\n",
        "roles: [{ title: Chief Inspector, from: 2018 }]\n---\n"
    ),
    right: concat!(
        news!("people: [ana-sol]\n", "\nChief Inspector Ana Sol led the raids.\n"),
        "-- content/people/ana-sol.md --\n---\ntitle: Ana Sol\nsort_name: Sol, Ana\n",
        "roles: [{ title: Chief Inspector, from: 2018 }]\n---\n"
    ),
};

pub(super) const E323: Entry = Entry {
    code: Code("E323"),
    level: Severity::Error,
    title: "a pull quote is not in the text",
    text: "What is shown large as a quotation must stand in the text word for word. Spaces \
           and the shape of quotation marks do not count; `…` or `[…]` stands for words \
           left out.",
    wrong: news!(
        "pull_quotes: [{ text: We are one team, name: Ana Sol }]\n",
        "\n“We worked as one team,” said the judge.\n"
    ),
    right: news!(
        "pull_quotes: [{ text: We worked as one team, name: Ana Sol }]\n",
        "\n“We worked as one team,” said the judge.\n"
    ),
};

pub(super) const E324: Entry = Entry {
    code: Code("E324"),
    level: Severity::Error,
    title: "a key fact is neither in the text nor sourced",
    text: "A figure in the box beside the text is one that the text gives, in the same \
           words, or one with a `source`: the entry that says so.",
    wrong: news!("key_facts: [{ label: Homes searched, value: '9' }]\n", ""),
    right: news!(
        "key_facts: [{ label: Homes searched, value: '9' }]\n",
        "\nIn all, 9 homes were searched.\n"
    ),
};

impl Problem {
    /// A quotation of `paragraphs` paragraphs that nobody says.
    pub fn quotation_unattributed(at: &Place, paragraphs: usize) -> Self {
        let message = match paragraphs {
            1 => "nobody says this quotation".to_owned(),
            _ => format!("nobody says this quotation of {paragraphs} paragraphs"),
        };
        Self::new(W320.code, message)
            .at(&at.path, at.span, "no “said” in it or in the paragraph before")
            .help("add who says it: “…,” said NAME")
    }

    /// An opening quotation mark that nothing closes.
    pub fn quotation_unclosed(at: &Place) -> Self {
        Self::new(W321.code, "the quotation has no end")
            .at(&at.path, at.span, "opened here, never closed")
            .help("close it, or open the next paragraph with a quotation mark if it goes on there")
    }

    /// A closing quotation mark that nothing opens.
    pub fn quotation_unopened(at: &Place) -> Self {
        Self::new(W321.code, "the quotation has no beginning")
            .at(&at.path, at.span, "closed here, never opened")
            .help("put a quotation mark where the quotation begins")
    }

    /// A person who is `called` something else than the roles they `held` on that day.
    pub fn role_differs(at: &Place, name: &str, called: &str, held: &[String]) -> Self {
        let held = held.join("”, “");
        let message = format!("{name} is called “{called}” but was “{held}” on that day");
        Self::new(W322.code, message)
            .at(&at.path, at.span, "not the role on the person's page")
            .help(
                "correct the text, or add the role and its dates to `roles` on the page",
            )
    }

    /// A pull quote that the body does not hold; `nearest` is the most similar sentence.
    pub fn pull_quote_altered(at: &Place, nearest: Option<String>) -> Self {
        let help = match nearest {
            Some(sentence) => format!("the text has: {sentence}"),
            None => "copy the words from the text, and mark what is left out with `…`"
                .to_owned(),
        };
        Self::new(E323.code, "the pull quote is not in the text word for word")
            .at(&at.path, at.span, "nobody is quoted with these words")
            .help(help)
    }

    /// A key fact whose value the body does not hold.
    pub fn fact_unsupported(at: &Place, value: &str) -> Self {
        Self::new(E324.code, format!("the key fact `{value}` is not in the text"))
            .at(&at.path, at.span, "readers cannot check it")
            .help(
                "write it as the text does, or add `source:` with the entry that says so",
            )
    }
}
