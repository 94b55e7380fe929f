//! The running story of a news entry: its members near the entry, on a line and as a list.

use jiff::civil::Date;

use crate::{
    drawing::line::{LENGTH, Line},
    plan::{context::Context, tables},
    site::EntryId,
    view::{StoryDot, StoryMark, StoryView},
};

/// How many members of a running story are shown on either side of the entry.
const STORY: usize = 6;

/// How near two dots may be, in thousandths of the line.
const GAP: f64 = 45.0;

/// How near a year may be to an end of the line, where a month stands.
const MARGIN: f64 = 280.0;

/// The years that are named along a line.
const YEARS: i16 = 4;

/// The running story of an entry, by the headline it began with, and those next to the entry.
pub fn view(cx: Context<'_>, id: EntryId) -> Option<StoryView<'_>> {
    let members = cx.site.story(id)?.1;
    let at = members.iter().position(|it| *it == id)?;
    let near = &members[at.saturating_sub(STORY)..members.len().min(at + STORY + 1)];
    let member = |it: &EntryId| {
        let mut card = cx.card(*it);
        if *it == id {
            card.link.url = None;
        }
        card
    };
    if members.len() < 2 {
        return None;
    }
    let title = cx.entry(*members.first()?).card.title.clone();
    let members = near.iter().map(member).collect();
    let (dots, marks) = line(cx, near);
    Some(StoryView { title, members, dots, marks })
}

/// The dots of some news, oldest first, and what is written below them.
fn line(cx: Context, news: &[EntryId]) -> (Vec<StoryDot>, Vec<StoryMark>) {
    let days: Option<Vec<Date>> =
        news.iter().map(|id| tables::day(cx.site, *id)).collect();
    let Some(days) = days else { return (Vec::new(), Vec::new()) };
    let numbers: Vec<i64> = days.iter().map(|it| number(*it)).collect();
    let line = Line::of(&numbers, GAP);
    let is_rtl = cx.is_rtl();
    let at = |place: f64| percent(if is_rtl { LENGTH - place } else { place });
    let dots = line.places().map(|it| StoryDot { at: at(it) }).collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return (dots, Vec::new());
    };
    let ends = if is_rtl { ["end", "start"] } else { ["start", "end"] };
    let month = |it: &Date| cx.words().month(it.year(), it.month());
    let mark = |place, label, anchor| StoryMark { at: at(place), label, anchor };
    let mut marks = vec![mark(0.0, month(first), ends[0])];
    if month(first) != month(last) {
        marks.push(mark(LENGTH, month(last), ends[1]));
    }
    let years = years(first.year(), last.year()).filter_map(|year| {
        let place = line.place(number(Date::new(year, 1, 1).ok()?))?;
        let is_clear = (MARGIN..=LENGTH - MARGIN).contains(&place);
        is_clear.then(|| mark(place, year.to_string(), "middle"))
    });
    marks.extend(years);
    (dots, marks)
}

/// The years that begin between two, as many as have room.
fn years(first: i16, last: i16) -> impl Iterator<Item = i16> {
    let step = ((last - first) / YEARS).max(1);
    (first + 1..=last).filter(move |it| (it - first) % step == 0)
}

/// The number of a day, for the distance between two.
fn number(day: Date) -> i64 {
    Date::ZERO.duration_until(day).as_hours() / 24
}

/// A place as a share of the width, with some room at the ends for the dots.
fn percent(place: f64) -> String {
    format!("{:.1}%", 3.0 + place * 94.0 / LENGTH)
}
