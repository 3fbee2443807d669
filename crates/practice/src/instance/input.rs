//! What a REST client writes, turned into what rows keep.

use serde_json::Value;

use super::password2::KeyManagement;
use super::refusal::Refusal;
use super::schema::{Kind, Table};
use super::tables::{Row, Tables};

/// The values of a JSON body, columns that the table does not have left out.
///
/// # Errors
/// When the body is no JSON object, or a value is an object or a list.
pub(super) fn values(
    tables: &mut Tables,
    table: &'static Table,
    body: &[u8],
    as_display_values: bool,
) -> Result<Row, Refusal> {
    let detail = "The payload is not valid JSON for a record.";
    let refused = || Refusal::bad_request("Exception while reading request", Some(detail));
    let Ok(Value::Object(body)) = serde_json::from_slice(body) else { return Err(refused()) };
    let mut row = Row::default();
    for (name, value) in body {
        let value = match value {
            Value::String(text) => text,
            Value::Null => String::new(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::Array(_) | Value::Object(_) => return Err(refused()),
        };
        if let Some(column) = table.column(&name) {
            row.set(&name, kept(tables, column.kind, &value, as_display_values));
        }
    }
    Ok(row)
}

fn kept(tables: &mut Tables, kind: Kind, value: &str, as_display_value: bool) -> String {
    match kind {
        Kind::Password2 if as_display_value => tables.keys.encrypt(value),
        Kind::Password2 => KeyManagement::malformed(value),
        _ if as_display_value => actual_value(tables, kind, value),
        _ => value.to_owned(),
    }
}

const CLIENT_SECRET: &str = "client_secret";

/// The values, with a secret that nothing can decrypt.
pub(super) fn malformed(tables: &mut Tables, mut values: Row) -> Row {
    let written = values.get(CLIENT_SECRET).to_owned();
    if !written.is_empty() {
        tables.keys.forget(&written);
        values.set(CLIENT_SECRET, KeyManagement::malformed(&written));
    }
    values
}

/// The values, malformed where they would replace what can be decrypted.
pub(super) fn replacing(tables: &mut Tables, table: &'static Table, sys_id: &str, values: Row) -> Row {
    let stored = tables.find(table.name, "sys_id", sys_id).map(|row| row.get(CLIENT_SECRET).to_owned());
    if stored.is_some_and(|stored| tables.keys.decrypt(&stored).is_some()) {
        return malformed(tables, values);
    }
    values
}

/// The value whose display value this is; the text itself where there is none.
fn actual_value(tables: &Tables, kind: Kind, display: &str) -> String {
    let found = match kind {
        Kind::Choice(choices) => {
            choices.iter().find(|(_, label)| *label == display).map(|(value, _)| (*value).to_owned())
        }
        Kind::Reference(name) => Table::named(name).and_then(|table| {
            let row = tables.rows(table).find(|row| tables.title(table, row) == display)?;
            Some(row.sys_id().to_owned())
        }),
        _ => None,
    };
    found.unwrap_or_else(|| display.to_owned())
}
