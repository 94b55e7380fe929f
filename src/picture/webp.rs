//! The structure of a WebP file: RFC 9649, section 2; and the pixels of one, written by libwebp.

/// The chunks that are not needed to show a picture, and the bits that say they are there.
const NEEDLESS: [(&[u8], u8); 2] = [(b"EXIF", 0x08), (b"XMP ", 0x04)];

const EXTENDED: &[u8] = b"VP8X";

/// The chunk of a picture that moves.
const MOVING: &[u8] = b"ANIM";

/// Whether some bytes are such a file.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}

/// Whether some bytes are such a file, and its picture does not move.
pub(super) fn is_still(bytes: &[u8]) -> bool {
    is_one(bytes) && chunks(bytes).is_some_and(|it| !it.iter().any(|it| it.0 == MOVING))
}

/// The file without metadata, nor what follows its end.
pub(super) fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let is_needed = |name: &[u8]| NEEDLESS.iter().all(|it| it.0 != name);
    let mut kept = Vec::with_capacity(bytes.len());
    for (name, chunk) in chunks(bytes)? {
        if is_needed(name) {
            kept.extend(chunk);
        }
    }
    if kept.starts_with(EXTENDED)
        && let Some(flags) = kept.get_mut(8)
    {
        *flags &= !(NEEDLESS[0].1 | NEEDLESS[1].1);
    }
    file(&kept)
}

/// The chunks of a file, each with its name, which is the beginning of it.
fn chunks(bytes: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let size =
        usize::try_from(u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?)).ok()?;
    let mut rest = bytes.get(12..size.checked_add(8)?)?;
    let mut chunks = Vec::new();
    while let Some((name, after)) = rest.split_at_checked(4) {
        let length = usize::try_from(u32::from_le_bytes(*after.first_chunk()?)).ok()?;
        // An odd chunk has a byte more, which some programs forget at the end.
        let whole = (length.checked_add(8)? + length % 2).min(rest.len());
        let chunk = rest.get(..whole).filter(|it| it.len() >= length + 8)?;
        chunks.push((name, chunk));
        rest = &rest[whole..];
    }
    Some(chunks)
}

/// A file of some chunks.
fn file(chunks: &[u8]) -> Option<Vec<u8>> {
    let size = u32::try_from(chunks.len() + 4).ok()?.to_le_bytes();
    Some([b"RIFF", &size[..], b"WEBP", chunks].concat())
}

#[cfg(feature = "webp")]
mod written;
#[cfg(feature = "webp")]
pub(super) use self::written::{Loss, written};
