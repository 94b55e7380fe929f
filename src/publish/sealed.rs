//! Files of the cache: a head that names the form, a checksum, a value in postcard. Any
//! damage makes such a file as good as none.

use serde::{Serialize, de::DeserializeOwned};

use crate::key::Key;

/// How many characters a checksum has.
const SUM: usize = 32;

/// The bytes of a file that holds `value`.
pub(super) fn seal<T: Serialize>(head: &[u8], value: &T) -> Vec<u8> {
    let body = postcard::to_stdvec(value).unwrap_or_default();
    let mut bytes = head.to_vec();
    bytes.extend(Key::of_bytes(&body).to_string().into_bytes());
    bytes.extend(body);
    bytes
}

/// The value in a file; nothing where the head is another or a byte has changed.
pub(super) fn open<T: DeserializeOwned>(head: &[u8], bytes: &[u8]) -> Option<T> {
    let (sum, body) = bytes.strip_prefix(head)?.split_at_checked(SUM)?;
    if Key::of_bytes(body).to_string().as_bytes() != sum {
        return None;
    }
    postcard::from_bytes(body).ok()
}
