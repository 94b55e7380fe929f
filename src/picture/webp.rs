//! The structure of a WebP file: RFC 9649, section 2.

/// The chunks that are not needed to show a picture, and the bits that say they are there.
const NEEDLESS: [(&[u8], u8); 2] = [(b"EXIF", 0x08), (b"XMP ", 0x04)];

/// Whether some bytes are such a file.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}

/// The file without metadata, nor what follows its end.
pub(super) fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = b"WEBP".to_vec();
    let size =
        usize::try_from(u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?)).ok()?;
    let mut rest = bytes.get(12..size.checked_add(8)?)?;
    while let Some((name, after)) = rest.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_le_bytes(*after.first_chunk()?)).ok()?;
        // An odd chunk has a byte more, which some programs forget at the end.
        let whole = (length.checked_add(8)? + length % 2).min(rest.len());
        let chunk = rest.get(..whole).filter(|it| it.len() >= length + 8)?;
        if NEEDLESS.iter().all(|it| it.0 != name) {
            kept.extend(chunk);
        }
        rest = &rest[whole..];
    }
    if kept.get(4..8) == Some(b"VP8X")
        && let Some(flags) = kept.get_mut(12)
    {
        *flags &= !(NEEDLESS[0].1 | NEEDLESS[1].1);
    }
    let size = u32::try_from(kept.len()).ok()?.to_le_bytes();
    Some([b"RIFF", &size[..], &kept].concat())
}
