//! Random values in the shapes that the services use.

/// 32 lower-case hexadecimal digits (128 bits), the shape of a ServiceNow `sys_id` and of control's key.
pub(crate) fn hex32() -> String {
    uuid_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A random GUID in its usual form.
pub(crate) fn guid() -> String {
    uuid::Builder::from_random_bytes(uuid_bytes()).into_uuid().to_string()
}

/// `length` characters drawn evenly from `alphabet`, which has at most 256 of them.
pub(crate) fn text(length: usize, alphabet: &[u8]) -> String {
    // Bytes at or above the last whole multiple are thrown away, as they would favour the alphabet's beginning.
    let limit = 256 - 256 % alphabet.len();
    let mut text = String::with_capacity(length);
    while text.len() < length {
        let drawn = uuid_bytes();
        let fitting = drawn.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < limit);
        text.extend(
            fitting.take(length - text.len()).map(|byte| char::from(alphabet[byte % alphabet.len()])),
        );
    }
    text
}

/// An opaque token, code or device code: `length` characters of the URL-safe base64 alphabet.
pub(crate) fn token(length: usize) -> String {
    text(length, b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}

/// A number below `limit`, drawn evenly enough for a port.
pub(crate) fn below(limit: usize) -> usize {
    let [first, second, third, fourth, ..] = uuid_bytes();
    usize::try_from(u32::from_be_bytes([first, second, third, fourth])).unwrap_or(0) % limit.max(1)
}

fn uuid_bytes() -> [u8; 16] {
    let mut bytes = [0_u8; 16];
    // A machine without randomness cannot run this crate honestly; the all-but-impossible failure falls back on the
    // UUID crate's own source rather than on zeros.
    if getrandom::fill(&mut bytes).is_err() {
        bytes = *uuid::Uuid::new_v4().as_bytes();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        assert_eq!(hex32().len(), 32);
        assert_eq!(guid().len(), 36);
        assert_eq!(text(40, b"abc").len(), 40);
        assert_ne!(token(40), token(40));
    }
}
