//! The date somebody meant who wrote it in another form. Guesses only where the text can
//! mean one day: `03/04/2020` is left alone.

use jiff::civil::Date;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether a text looks like `2020-02-30`, right but for the calendar.
pub fn has_shape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// The day or instant meant.
pub fn moment(text: &str) -> Option<String> {
    let (day, time) = match text.split_once(['T', 't']) {
        Some((day, time)) if day.len() >= 8 => (day, Some(time)),
        _ => text
            .rsplit_once(' ')
            .filter(|it| it.1.contains(':'))
            .map_or((text, None), |(day, time)| (day, Some(time))),
    };
    let day = day_of(day)?;
    match time {
        None => Some(day),
        // A time without its offset could be that of any place.
        Some(time) if time.ends_with(['Z', 'z']) => {
            time_of(time).map(|time| format!("{day}T{time}Z"))
        }
        Some(_) => None,
    }
}

/// The year, month or day meant.
pub fn partial(text: &str) -> Option<String> {
    day_of(text).or_else(|| match parts(text)?.as_slice() {
        [Part::Year(year), Part::Small(month) | Part::Month(month)]
        | [Part::Small(month) | Part::Month(month), Part::Year(year)]
            if (1..=12).contains(month) =>
        {
            Some(format!("{year:04}-{month:02}"))
        }
        _ => None,
    })
}

#[derive(Clone, Copy)]
enum Part {
    Year(i16),
    Month(i8),
    Small(i8),
}

fn day_of(text: &str) -> Option<String> {
    let (year, month, day) = match *parts(text)?.as_slice() {
        [Part::Year(y), Part::Small(m) | Part::Month(m), Part::Small(d)]
        | [Part::Small(d), Part::Month(m), Part::Year(y)]
        | [Part::Month(m), Part::Small(d), Part::Year(y)] => (y, m, d),
        [Part::Small(d), Part::Small(m), Part::Year(y)]
            if d > 12 || text.contains('.') =>
        {
            (y, m, d)
        }
        [Part::Small(m), Part::Small(d), Part::Year(y)] if d > 12 => (y, m, d),
        _ => return None,
    };
    Date::new(year, month, day).ok().map(|it| it.to_string())
}

fn parts(text: &str) -> Option<Vec<Part>> {
    if let (8, Ok(_)) = (text.len(), text.parse::<u32>()) {
        let (year, rest) = text.split_at(4);
        return parts(&format!("{year}-{}-{}", &rest[..2], &rest[2..]));
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(part).collect()
}

fn part(word: &str) -> Option<Part> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.len() == 4 {
        return digits.parse().ok().map(Part::Year);
    }
    if !digits.is_empty() {
        let ordinal = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
        return digits.parse().ok().filter(|_| ordinal).map(Part::Small);
    }
    let start = word.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|it| *it == start)?;
    i8::try_from(month + 1).ok().map(Part::Month)
}

fn time_of(text: &str) -> Option<String> {
    let text = text.trim_end_matches(['Z', 'z']);
    let numbers: Option<Vec<u8>> = text.split(':').map(|it| it.parse().ok()).collect();
    match numbers?.as_slice() {
        [hour @ 0..24, minute @ 0..60] => Some(format!("{hour:02}:{minute:02}:00")),
        [hour @ 0..24, minute @ 0..60, second @ 0..60] => {
            Some(format!("{hour:02}:{minute:02}:{second:02}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_mean_one_day_is_understood() {
        let days = [
            "11 February 2020",
            "11th Feb. 2020",
            "Feb 11, 2020",
            "2020/02/11",
            "2020-2-11",
            "20200211",
            "11.2.2020",
            "2020 Feb 11",
        ];
        for text in days {
            assert_eq!(moment(text).as_deref(), Some("2020-02-11"), "{text}");
        }
        assert_eq!(moment("31/12/2020").as_deref(), Some("2020-12-31"));
        assert_eq!(moment("12/31/2020").as_deref(), Some("2020-12-31"));
        assert_eq!(moment("2020-02-11T9:30Z").as_deref(), Some("2020-02-11T09:30:00Z"));
        assert_eq!(moment("2020/02/11 09:30Z").as_deref(), Some("2020-02-11T09:30:00Z"));
        assert_eq!(moment("2020-02-11 09:30"), None);
    }

    #[test]
    fn what_can_mean_two_days_or_none_is_left_alone() {
        for text in ["03/04/2020", "yesterday", "2020", "31 Feb 2020", "", "é", "ab漢"]
        {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn parts_of_dates_are_understood() {
        assert_eq!(partial("August 1991").as_deref(), Some("1991-08"));
        assert_eq!(partial("8/1991").as_deref(), Some("1991-08"));
        assert_eq!(partial("17 Sept 1964").as_deref(), Some("1964-09-17"));
        assert_eq!(partial("the sixties"), None);
    }
}
