//! Dates as editors write them: instants, days and partial dates. Knows no time zone but
//! the one it is given, and no clock.

use std::fmt;

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A point in time: a day, or an exact instant with its offset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moment {
    /// `2020-02-11`: the start of that day in the site's time zone.
    Day(Date),
    /// RFC 3339.
    At(Timestamp),
}

impl Moment {
    /// Reads `2020-02-11` or RFC 3339 (`2020-02-11T09:30:00+09:00`, a space instead of the
    /// `T`, seconds optional), and nothing looser.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(day) = parse_day(text) {
            return Some(Self::Day(day));
        }
        let (day, rest) = text.split_at_checked(10)?;
        parse_day(day)?;
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let zone = rest.rfind(['Z', 'z', '+', '-'])?;
        let (time, zone) = rest.split_at(zone);
        let seconds = if time.len() == 5 { ":00" } else { "" };
        format!("{day}T{time}{seconds}{zone}").parse().ok().map(Self::At)
    }

    /// The instant meant, for a site in `zone`.
    pub fn instant(&self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::At(instant) => *instant,
            Self::Day(day) => {
                let start = day.to_zoned(zone.clone());
                start.map_or(Timestamp::MIN, |it: Zoned| it.timestamp())
            }
        }
    }

    /// The day it falls on in `zone`.
    pub fn day(&self, zone: &TimeZone) -> Date {
        match self {
            Self::Day(day) => *day,
            Self::At(instant) => zone.to_datetime(*instant).date(),
        }
    }

    /// For `<time datetime>` and machines: the day alone, or RFC 3339 in `zone`.
    pub fn iso(&self, zone: &TimeZone) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::At(instant) => rfc3339(*instant, zone),
        }
    }
}

/// An instant in RFC 3339 with the offset of `zone`, to the second.
pub fn rfc3339(instant: Timestamp, zone: &TimeZone) -> String {
    let zoned = instant.to_zoned(zone.clone());
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn parse_day(text: &str) -> Option<Date> {
    let shape = text.bytes().enumerate().all(|(i, byte)| match i {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if text.len() == 10 && shape { text.parse().ok() } else { None }
}

/// `1964`, `1964-09` or `1964-09-17`: a fact of which no more is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PartialDate {
    /// The year, 0 to 9999.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// Reads one of the three forms.
    pub fn parse(text: &str) -> Option<Self> {
        let digits =
            |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        let mut parts = text.split('-');
        let year = parts.next().filter(|it| digits(it, 4))?.parse().ok()?;
        let mut two = || match parts.next() {
            None => Some(None),
            Some(part) if digits(part, 2) => part.parse::<i8>().ok().map(Some),
            Some(_) => None,
        };
        let (month, day) = (two()?, two()?);
        let valid = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        (valid && parts.next().is_none()).then_some(Self { year, month, day })
    }

    /// The first day it can mean.
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .unwrap_or(Date::MIN)
    }

    /// The last day it can mean.
    pub fn last_day(self) -> Date {
        let first =
            Date::new(self.year, self.month.unwrap_or(12), 1).unwrap_or(Date::MAX);
        self.day.map_or(first.last_of_month(), |_| self.first_day())
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_written_forms_are_dates() {
        for good in ["2020-02-11", "2020-02-11T09:30:00+09:00", "2020-02-11 09:30Z"] {
            assert!(Moment::parse(good).is_some(), "{good}");
        }
        for bad in [
            "20200211",
            "2020-2-11",
            "2020-02-30",
            "11 February 2020",
            "2020-02-11T09:30",
        ] {
            assert!(Moment::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_day_starts_in_the_zone_of_the_site() {
        let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
        let day = Moment::parse("2020-02-11").map(|it| it.instant(&zone).to_string());
        assert_eq!(day.as_deref(), Some("2020-02-10T23:00:00Z"));
    }

    #[test]
    fn partial_dates_keep_what_is_known() {
        for text in ["1964", "1964-09", "1964-09-17"] {
            let read = PartialDate::parse(text).map(|it| it.to_string());
            assert_eq!(read.as_deref(), Some(text));
        }
        for bad in ["64", "1964-13", "1964-9", "1964-02-30", "1964-01-01-01", ""] {
            assert!(PartialDate::parse(bad).is_none(), "{bad}");
        }
    }
}
