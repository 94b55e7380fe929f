//! How many pages a PDF has (ISO 32000-1, 7.7.3): the `/Count` of the root of its page tree.
//! A file that keeps its objects in compressed streams does not say so in plain bytes. Knows
//! no disk.

/// The number of pages; nothing where the bytes are no PDF or do not say.
// Every node of the tree counts the pages below it, so the root has the largest count.
pub fn pages(bytes: &[u8]) -> Option<u32> {
    if !bytes.starts_with(b"%PDF-") {
        return None;
    }
    objects(bytes).filter(|it| is_node(it)).filter_map(count).max()
}

/// What stands before each `endobj`, from the one before it on.
fn objects(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let end = find(rest, b"endobj")?;
        let object = &rest[..end];
        rest = &rest[end + b"endobj".len()..];
        Some(object)
    })
}

fn is_node(object: &[u8]) -> bool {
    after(object, b"/Type").is_some_and(|it| {
        let name = it.strip_prefix(b"/Pages".as_slice());
        name.is_some_and(|it| !it.first().is_some_and(u8::is_ascii_alphanumeric))
    })
}

fn count(node: &[u8]) -> Option<u32> {
    let number = after(node, b"/Count")?;
    let digits = number.iter().take_while(|it| it.is_ascii_digit()).count();
    std::str::from_utf8(&number[..digits]).ok()?.parse().ok()
}

/// What follows a key and the space behind it.
fn after<'a>(bytes: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    Some(bytes[find(bytes, key)? + key.len()..].trim_ascii_start())
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|it| it == part)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_root_of_the_page_tree_counts() {
        let tree = |root: &str| {
            let objects = ["<< /Type /Catalog /Pages 2 0 R >>", root]
                .map(|it| format!("1 0 obj\n{it}\nendobj\n"));
            pages(format!("%PDF-1.7\n{}", objects.concat()).as_bytes())
        };
        assert_eq!(tree("<</Type/Pages/Count 12/Kids[3 0 R]>>"), Some(12));
        assert_eq!(tree("<< /Kids [] /Count\n3 /Type\t/Pages >>"), Some(3));
        let inner =
            "<< /Type /Pages /Count 2 >>\nendobj\n3 0 obj << /Type /Pages /Count 5 >>";
        assert_eq!(tree(inner), Some(5));
        assert_eq!(tree("<< /Type /Outlines /Count 40 >>"), None);
        assert_eq!(tree("<< /Type /Pages /Count -1 >>"), None);
        assert_eq!(pages(b"<< /Type /Pages /Count 3 >> endobj"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let file = [b"%PDF-/Type/Pages/Count ".as_slice(), &bytes, b"endobj"].concat();
            pages(&file);
        }
    }
}
