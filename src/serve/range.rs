//! A part of a file, as players of films ask for it (RFC 9110, section 14): one range of
//! bytes. Several at once are answered with the whole, which a server may always do.

use std::ops::Range;

use super::http::Response;

/// The part of a response that `range` asks for; the response itself where it asks for
/// nothing that is understood.
pub fn part(mut whole: Response, range: Option<&str>) -> Response {
    if whole.status != 200 {
        return whole;
    }
    let length = whole.body.len();
    let whole = match range.and_then(|it| asked(it, length)) {
        None => whole,
        Some(range) if range.is_empty() => {
            return Response::text(416, "the file is shorter")
                .with("Content-Range", format!("bytes */{length}"));
        }
        Some(range) => {
            let (first, last) = (range.start, range.end - 1);
            whole.status = 206;
            whole.body = whole.body[range].to_vec();
            whole.with("Content-Range", format!("bytes {first}-{last}/{length}"))
        }
    };
    whole.with("Accept-Ranges", "bytes")
}

/// The bytes that are asked for of so many: `bytes=0-`, `bytes=10-19`, `bytes=-5`; an empty
/// range where there are none of them.
fn asked(range: &str, length: usize) -> Option<Range<usize>> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let number = |it: &str| it.parse::<usize>().ok();
    if first.is_empty() {
        return Some(length.saturating_sub(number(last)?)..length);
    }
    let first = number(first)?;
    let end = if last.is_empty() { length } else { number(last)?.checked_add(1)? };
    (first < end || last.is_empty()).then_some(first.min(length)..end.min(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(range: &str) -> String {
        let fields = Vec::new();
        let whole = Response { status: 200, fields, body: b"0123456789".to_vec() };
        let part = part(whole, Some(range));
        let field = part.fields.iter().find(|it| it.0 == "Content-Range");
        let field = field.map_or("", |it| &it.1);
        format!("{} {field} {}", part.status, String::from_utf8_lossy(&part.body))
    }

    #[test]
    fn one_range_is_answered_with_its_bytes() {
        assert_eq!(told("bytes=0-"), "206 bytes 0-9/10 0123456789");
        assert_eq!(told("bytes=2-4"), "206 bytes 2-4/10 234");
        assert_eq!(told("bytes=8-99"), "206 bytes 8-9/10 89");
        assert_eq!(told("bytes=-3"), "206 bytes 7-9/10 789");
        assert_eq!(told("bytes=-30"), "206 bytes 0-9/10 0123456789");
    }

    #[test]
    fn what_lies_behind_the_end_is_not_there() {
        assert_eq!(told("bytes=10-"), "416 bytes */10 the file is shorter\n");
        assert_eq!(told("bytes=10-12"), "416 bytes */10 the file is shorter\n");
        assert_eq!(told("bytes=-0"), "416 bytes */10 the file is shorter\n");
    }

    #[test]
    fn what_is_not_understood_is_answered_with_the_whole() {
        for range in
            ["bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=x-", "bytes=-", ""]
        {
            assert_eq!(told(range), "200  0123456789", "{range}");
        }
    }
}
