//! `{step.value}` in a guide's parameters.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// What templates may name: `tenant.domain`, `servicenow.host`, `<step>.<given value>`, an answer's id …
pub type Values = BTreeMap<String, String>;

/// Fills every `{name}` whose value is known. Names still unknown stay as written and are returned, so that a plan can be shown and
/// fingerprinted before the values exist.
pub fn fill(template: &Value, values: &Values) -> (Value, BTreeSet<String>) {
    let mut pending = BTreeSet::new();
    let filled = fill_into(template, values, &mut pending);
    (filled, pending)
}

fn fill_into(template: &Value, values: &Values, pending: &mut BTreeSet<String>) -> Value {
    match template {
        Value::String(text) => Value::String(fill_text(text, values, pending)),
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| fill_into(item, values, pending)).collect())
        }
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(key, value)| (key.clone(), fill_into(value, values, pending))).collect(),
        ),
        other => other.clone(),
    }
}

/// The same for one text.
pub fn fill_text(text: &str, values: &Values, pending: &mut BTreeSet<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, name, after)) = next_name(rest) {
        filled.push_str(before);
        if let Some(value) = values.get(name) {
            filled.push_str(value);
        } else {
            pending.insert(name.to_owned());
            filled.push('{');
            filled.push_str(name);
            filled.push('}');
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Every name a template uses.
pub fn names(template: &Value) -> BTreeSet<String> {
    fill(template, &Values::new()).1
}

/// Splits at the first well-formed `{name}`. Anything else between braces is plain text.
fn next_name(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let inside = &text[open + 1..];
        let end = inside.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')))?;
        if end > 0 && inside[end..].starts_with('}') {
            return Some((&text[..open], &inside[..end], &inside[end + 1..]));
        }
        from = open + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn values() -> Values {
        [("servicenow.host".to_owned(), "dev1.example".to_owned())].into()
    }

    #[test]
    fn known_names_are_filled_and_unknown_ones_stay() {
        let template =
            json!({"urls": ["https://{servicenow.host}/x"], "id": "{application.client-id}", "n": 3});
        let (filled, pending) = fill(&template, &values());
        assert_eq!(
            filled,
            json!({"urls": ["https://dev1.example/x"], "id": "{application.client-id}", "n": 3})
        );
        assert_eq!(pending.into_iter().collect::<Vec<_>>(), ["application.client-id"]);
    }

    #[test]
    fn a_value_is_not_a_template() {
        let values: Values = [("a".to_owned(), "{b}".to_owned()), ("b".to_owned(), "x".to_owned())].into();
        assert_eq!(fill_text("{a}", &values, &mut BTreeSet::new()), "{b}");
    }

    #[test]
    fn braces_that_name_nothing_are_text() {
        let mut pending = BTreeSet::new();
        assert_eq!(fill_text("{} {a b} {\"x\": {", &values(), &mut pending), "{} {a b} {\"x\": {");
        assert!(pending.is_empty());
    }
}
