//! The structure of a PNG file: PNG specification, third edition, chapters 5 and 11.

/// The signature that a file begins with.
pub(super) const START: &[u8] = b"\x89PNG\r\n\x1a\n";

const END: &[u8] = b"IEND";

/// All that is needed to show a picture as it was meant, animated or not.
const NEEDED: [&[u8]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT",
    b"sRGB", b"cICP", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The file without the chunks that are not needed to show it, nor what follows its end.
pub(super) fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend(START);
    let mut rest = bytes.strip_prefix(START)?;
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        let (chunk, tail) = rest.split_at_checked(length.checked_add(12)?)?;
        let name = &chunk[4..8];
        if NEEDED.contains(&name) {
            kept.extend(chunk);
        }
        if name == END {
            return Some(kept);
        }
        rest = tail;
    }
}
