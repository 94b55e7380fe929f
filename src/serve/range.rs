//! A part of a file, as players of films ask for it (RFC 9110, section 14): one range of
//! bytes. Several at once are answered with the whole, which a server may always do.

use std::ops::Range;

use super::http::{Request, Response};

/// The bytes that a request asks for of a file of so many, which has this tag; an empty range
/// where the file is shorter, none where all of it is meant.
pub fn asked(request: &Request, tag: &str, length: u64) -> Option<Range<u64>> {
    let is_same = request.if_range.as_deref().is_none_or(|it| it == tag);
    let range = request.range.as_deref().filter(|_| is_same && request.method == "GET");
    range.and_then(|it| bytes(it, length))
}

/// The response for a file that is shorter.
pub fn beyond(length: u64) -> Response {
    let range = format!("bytes */{length}");
    Response::text(416, "the file is shorter").with("Content-Range", range)
}

/// The response with a part of a file of so many bytes as its body.
pub fn partial(response: Response, part: &Range<u64>, length: u64) -> Response {
    let range = format!("bytes {}-{}/{length}", part.start, part.end - 1);
    Response { status: 206, ..response }.with("Content-Range", range)
}

/// `bytes=0-`, `bytes=10-19`, `bytes=-5`.
fn bytes(range: &str, length: u64) -> Option<Range<u64>> {
    let (unit, range) = range.split_once('=')?;
    let (first, last) = range.split_once('-')?;
    let digits = |it: &&str| it.bytes().all(|it| it.is_ascii_digit());
    let number = |it: &str| Some(it).filter(digits)?.parse::<u64>().ok();
    let range = if first.is_empty() {
        length.saturating_sub(number(last)?)..length
    } else if last.is_empty() {
        number(first)?.min(length)..length
    } else {
        let (first, end) = (number(first)?, number(last)?.checked_add(1)?);
        (first < end).then_some(first.min(length)..end.min(length))?
    };
    unit.eq_ignore_ascii_case("bytes").then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_understood() {
        assert_eq!(bytes("bytes=0-", 10), Some(0..10));
        assert_eq!(bytes("Bytes=2-4", 10), Some(2..5));
        assert_eq!(bytes("bytes=8-99", 10), Some(8..10));
        assert_eq!(bytes("bytes=-3", 10), Some(7..10));
        assert_eq!(bytes("bytes=-30", 10), Some(0..10));
    }

    #[test]
    fn what_lies_behind_the_end_is_empty() {
        for range in ["bytes=10-", "bytes=10-12", "bytes=-0"] {
            assert_eq!(bytes(range, 10), Some(10..10), "{range}");
        }
        assert_eq!(bytes("bytes=0-", 0), Some(0..0));
    }

    #[test]
    fn nothing_else_is() {
        let max = format!("bytes=0-{}", u64::MAX);
        for range in
            ["bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=x-", "bytes=-", "", &max]
        {
            assert_eq!(bytes(range, 10), None, "{range}");
        }
        assert_eq!(bytes("bytes=+1-+3", 10), None);
    }

    #[test]
    fn another_file_and_a_look_at_the_head_are_no_reason_for_a_part() {
        let get = Request {
            method: "GET".into(),
            range: Some("bytes=0-1".into()),
            ..Request::default()
        };
        assert_eq!(asked(&get, "\"a\"", 10), Some(0..2));
        let head = Request { method: "HEAD".into(), ..get.clone() };
        assert_eq!(asked(&head, "\"a\"", 10), None);
        let tag = |it: &str| Request { if_range: Some(it.into()), ..get.clone() };
        assert_eq!(asked(&tag("\"a\""), "\"a\"", 10), Some(0..2));
        assert_eq!(asked(&tag("\"b\""), "\"a\"", 10), None);
        assert_eq!(asked(&tag("W/\"a\""), "\"a\"", 10), None);
    }
}
