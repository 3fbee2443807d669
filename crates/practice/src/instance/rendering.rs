//! Rows as the Table API shows them. Every value is a string.

use serde_json::{Map, Value, json};

use super::access::Caller;
use super::parameters::{Display, Parameters};
use super::schema::{Column, Kind, Table};
use super::tables::{Row, Tables};

/// What decides how a row looks to a caller.
pub(super) struct Rendering<'a> {
    pub tables: &'a Tables,
    pub caller: &'a Caller,
    pub parameters: &'a Parameters,
    /// The instance's address, the beginning of every link.
    pub instance: &'a str,
}

impl Rendering<'_> {
    /// The columns asked for, or all; unknown ones, and those that the caller may not see, are simply absent.
    pub(super) fn row(&self, table: &'static Table, row: &Row) -> Value {
        let mut shown = Map::new();
        match &self.parameters.fields {
            None => {
                for column in table.columns() {
                    self.add(&mut shown, table, row, column.name, column);
                }
            }
            Some(fields) => {
                for field in fields {
                    if let Some(column) = table.column_at(field) {
                        self.add(&mut shown, table, row, field, column);
                    }
                }
            }
        }
        Value::Object(shown)
    }

    fn add(
        &self,
        shown: &mut Map<String, Value>,
        table: &'static Table,
        row: &Row,
        path: &str,
        column: &Column,
    ) {
        let first = path.split('.').next().unwrap_or(path);
        if self.caller.may_see_column(table.name, first) {
            let value = self.tables.value_at(table, row, path);
            shown.insert(path.to_owned(), self.value(column.kind, value));
        }
    }

    fn value(&self, kind: Kind, value: &str) -> Value {
        let display = || self.tables.display_value(kind, value);
        let link = match kind {
            Kind::Reference(table) if self.parameters.links && !value.is_empty() => {
                Some(format!("{}/api/now/table/{table}/{value}", self.instance))
            }
            _ => None,
        };
        match (self.parameters.display, link) {
            (Display::Values, None) => json!(value),
            (Display::Values, Some(link)) => json!({ "link": link, "value": value }),
            (Display::Rendered, None) => json!(display()),
            (Display::Rendered, Some(link)) => json!({ "display_value": display(), "link": link }),
            (Display::Both, None) => json!({ "display_value": display(), "value": value }),
            (Display::Both, Some(link)) => {
                json!({ "display_value": display(), "link": link, "value": value })
            }
        }
    }
}
