//! Files of the cache: a head that names the form, a checksum, a value in postcard. Any
//! damage makes such a file as good as none.

use serde::{Serialize, de::DeserializeOwned};

use crate::key::Key;

/// How many characters a checksum has.
const SUM: usize = 32;

/// The bytes of a file that holds `value`.
pub(super) fn seal<T: Serialize>(head: &[u8], value: &T) -> Vec<u8> {
    seal_bytes(head, &postcard::to_stdvec(value).unwrap_or_default())
}

/// The bytes of a file that holds the bytes `body`.
pub(super) fn seal_bytes(head: &[u8], body: &[u8]) -> Vec<u8> {
    [head, Key::of_bytes(body).to_string().as_bytes(), body].concat()
}

/// The value in a file; nothing where the head is another or a byte has changed.
pub(super) fn open<T: DeserializeOwned>(head: &[u8], bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(open_bytes(head, bytes)?).ok()
}

/// The bytes in a file; nothing where the head is another or a byte has changed.
pub(super) fn open_bytes<'a>(head: &[u8], bytes: &'a [u8]) -> Option<&'a [u8]> {
    let (sum, body) = bytes.strip_prefix(head)?.split_at_checked(SUM)?;
    (Key::of_bytes(body).to_string().as_bytes() == sum).then_some(body)
}
