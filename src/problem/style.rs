//! House style: `W3xx`, `E323`, `E324`. The messages and their entries stand by subject in
//! the modules below.

use super::catalogue::Entry;

/// A news item with more front matter and more text than every example has.
macro_rules! news {
    ($front:literal, $body:literal) => {
        concat!(
            "-- content/news/2020/raids.md --\n---\n",
            "title: Twelve held after card fraud raids\n",
            "standfirst: Officers searched homes and a call centre over three days\n",
            "date: 2020-02-11\n",
            $front,
            "---\n\n",
            "Police have arrested twelve people suspected of stealing card details from ",
            "thousands of travellers at railway stations, investigators announced after ",
            "three days of raids.\n",
            $body
        )
    };
}

mod countries;
mod exceptions;
mod pages;
mod pictures;
mod quotations;
mod text;
mod words;

/// The codes of this group.
pub const ENTRIES: &[Entry] = &[
    text::W301,
    text::W302,
    text::W303,
    text::W304,
    text::W305,
    countries::W310,
    countries::W311,
    countries::W312,
    countries::W313,
    quotations::W320,
    quotations::W321,
    quotations::W322,
    quotations::E323,
    quotations::E324,
    pictures::W330,
    words::W340,
    words::W341,
    words::W343,
    pages::W350,
    pages::W351,
    pages::W353,
    pages::W361,
    exceptions::W390,
    exceptions::W391,
];
