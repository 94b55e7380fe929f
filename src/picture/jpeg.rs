//! The structure of a JPEG file: ITU-T T.81, annex B; the segments of applications as
//! <https://exiftool.org/TagNames/JPEG.html> lists them.

/// The marker that a file begins with.
pub(super) const START: &[u8] = &[0xff, 0xd8];

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const EXIF: &[u8] = b"Exif\0\0";

// EXIF 2.32, 4.5 to 4.6: big-endian, one directory with one entry, the orientation, a short.
const TURNED: &[u8] =
    b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";

/// The file without the segments that are not needed to show it, and its orientation. A file
/// that must be turned keeps an EXIF segment that says this alone. What follows the end of
/// the picture (a film, other pictures) goes too.
pub(super) fn bare(bytes: &[u8]) -> Option<(Vec<u8>, u8)> {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut turn = 1;
    let mut rest = bytes.strip_prefix(START)?;
    loop {
        let (marker, after) = marker(rest)?;
        if marker == END {
            break;
        }
        let length = usize::from(u16::from_be_bytes(*after.first_chunk()?));
        let (segment, tail) = after.split_at_checked(length)?;
        let content = segment.get(2..)?;
        if is_needed(marker, content) {
            kept.extend([0xff, marker]);
            kept.extend(segment);
        } else if let Some(exif) = content.strip_prefix(EXIF).filter(|_| turn == 1) {
            turn = orientation(exif).unwrap_or(1);
        }
        let scan = if marker == SCAN { end_of_scan(tail) } else { 0 };
        kept.extend(&tail[..scan]);
        rest = &tail[scan..];
    }
    let said =
        if turn == 1 { Vec::new() } else { [TURNED, &[turn, 0, 0, 0, 0, 0, 0]].concat() };
    Some(([START, &said, &kept, &[0xff, END]].concat(), turn))
}

/// The next marker and what follows it; bytes of 0xff may come before it.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xff])?;
    while let Some(tail) = rest.strip_prefix(&[0xff]) {
        rest = tail;
    }
    let (marker, tail) = rest.split_first()?;
    Some((*marker, tail))
}

/// JFIF, colour profiles and what Adobe says of the colours; all that is no application's
/// and no comment.
fn is_needed(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xe0 => content.starts_with(b"JFIF\0"),
        0xe2 => content.starts_with(b"ICC_PROFILE\0"),
        0xee => content.starts_with(b"Adobe"),
        0xe1 | 0xe3..=0xed | 0xef | 0xfe => false,
        _ => true,
    }
}

/// Where the coded data end: at a marker that is none of a restart.
fn end_of_scan(bytes: &[u8]) -> usize {
    let is_end = |two: &[u8]| two[0] == 0xff && !matches!(two[1], 0 | 0xd0..=0xd7);
    bytes.windows(2).position(is_end).unwrap_or(bytes.len())
}

/// The orientation of an EXIF block, where it is one of 2 to 8.
fn orientation(exif: &[u8]) -> Option<u8> {
    let turn = image::metadata::Orientation::from_exif_chunk(exif)?;
    Some(turn.to_exif())
}
