//! Values that enter an encoded query ("Encoded query strings", ServiceNow documentation).
//!
//! The instance has no way to quote: `^` begins another condition and `javascript:` runs a script. A part that it does not
//! understand is dropped without a word, so whoever asks must look at each row again.

/// A value that cannot stand in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a value that cannot be asked for")]
pub struct NotAValue;

/// The value as it may stand after an operator.
///
/// # Errors
/// [`NotAValue`] for what would be read as something else than a value.
pub fn value(text: &str) -> Result<&str, NotAValue> {
    let script = text.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("javascript:"));
    if text.is_empty() || text.contains('^') || text.chars().any(char::is_control) || script {
        return Err(NotAValue);
    }
    Ok(text)
}

/// The values behind an `IN`. What cannot stand there, a comma included, is left out: no row is called that.
pub fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let fine: Vec<&str> =
        texts.into_iter().filter(|text| value(text).is_ok() && !text.contains(',')).collect();
    fine.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_a_value_gets_in() {
        assert_eq!(value("o'brien@example.com"), Ok("o'brien@example.com"));
        for hostile in ["", "a^ORactive=true", "a\nb", "javascript:gs.getUserID()", " JavaScript:x", "a\0"] {
            assert_eq!(value(hostile), Err(NotAValue), "{hostile:?}");
        }
        assert_eq!(list(["ann", "b^c", "d,e", "bob"]), "ann,bob");
    }
}
