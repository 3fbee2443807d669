//! The rows of the instance, and what the platform does on every write.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::business_rules::{self, Aborted};
use super::password2::{KeyManagement, MASK};
use super::schema::{Kind, Table};
use super::update_sets;
use crate::random;

/// One row: a string for each column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Row(BTreeMap<String, String>);

impl Row {
    /// The value of a column; empty where there is none.
    pub(crate) fn get(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    pub(crate) fn set(&mut self, column: &str, value: impl Into<String>) {
        self.0.insert(column.to_owned(), value.into());
    }

    pub(crate) fn unset(&mut self, column: &str) {
        self.0.remove(column);
    }

    pub(crate) fn sys_id(&self) -> &str {
        self.get("sys_id")
    }

    pub(crate) fn is_true(&self, column: &str) -> bool {
        self.get(column) == "true"
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&String, &String)> {
        self.0.iter()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Row {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// Who writes, when, and in which application.
#[derive(Clone)]
pub(crate) struct Author {
    pub user_name: String,
    pub now: Timestamp,
    /// The `sys_id` of the application scope of the transaction.
    pub scope: String,
    /// The instance's address.
    pub instance: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(from = "Kept")]
pub(crate) struct Tables {
    /// Table name to `sys_id` to row. Rows of a table that extends another are kept with the latter's.
    rows: BTreeMap<String, BTreeMap<String, Row>>,
    pub keys: KeyManagement,
    /// User to the `sys_id`s of their rows of `sys_user_has_role`: every request looks its caller's roles up.
    #[serde(skip)]
    grants: BTreeMap<String, BTreeSet<String>>,
}

/// What of [`Tables`] is in the world's file.
#[derive(Deserialize)]
struct Kept {
    rows: BTreeMap<String, BTreeMap<String, Row>>,
    keys: KeyManagement,
}

impl From<Kept> for Tables {
    fn from(Kept { rows, keys }: Kept) -> Self {
        let mut tables = Self { rows, keys, grants: BTreeMap::new() };
        for row in tables.rows.get(GRANTS).into_iter().flat_map(BTreeMap::values) {
            tables.grants.entry(row.get("user").to_owned()).or_default().insert(row.sys_id().to_owned());
        }
        tables
    }
}

const GRANTS: &str = "sys_user_has_role";

impl Tables {
    /// The rows of a table, in the order of their `sys_id`.
    pub(crate) fn rows(&self, table: &'static Table) -> impl Iterator<Item = &Row> {
        let class = table.extends.map(|_| table.name);
        let rows = self.rows.get(table.base().name).into_iter().flat_map(BTreeMap::values);
        rows.filter(move |row| class.is_none_or(|class| row.get("sys_class_name") == class))
    }

    /// The rows of the table of that name.
    pub(crate) fn all(&self, table: &str) -> impl Iterator<Item = &Row> {
        Table::named(table).into_iter().flat_map(|table| self.rows(table))
    }

    pub(crate) fn row(&self, table: &'static Table, sys_id: &str) -> Option<&Row> {
        let row = self.rows.get(table.base().name)?.get(sys_id)?;
        (table.extends.is_none() || row.get("sys_class_name") == table.name).then_some(row)
    }

    /// The first row of a table whose column has that value.
    pub(crate) fn find(&self, table: &str, column: &str, value: &str) -> Option<&Row> {
        if column == "sys_id" {
            return Table::named(table).and_then(|table| self.row(table, value));
        }
        self.all(table).find(|row| row.get(column) == value)
    }

    /// The rows of `sys_user_has_role` that are a user's.
    pub(crate) fn grants_of(&self, user: &str) -> impl Iterator<Item = &Row> {
        let rows = self.rows.get(GRANTS);
        let ids = self.grants.get(user).into_iter().flatten();
        ids.filter_map(move |sys_id| rows?.get(sys_id))
    }

    /// The value at the end of a dot-walk such as `user.email`; empty where a reference leads nowhere.
    pub(crate) fn value_at<'a>(&'a self, table: &'static Table, row: &'a Row, path: &str) -> &'a str {
        let Some((first, rest)) = path.split_once('.') else { return row.get(path) };
        let Some(Kind::Reference(name)) = table.column(first).map(|column| column.kind) else { return "" };
        Table::named(name)
            .and_then(|referred| {
                self.row(referred, row.get(first)).map(|row| self.value_at(referred, row, rest))
            })
            .unwrap_or_default()
    }

    /// What a form shows for a value.
    pub(crate) fn display_value(&self, kind: Kind, value: &str) -> String {
        match kind {
            Kind::Password2 if !value.is_empty() => MASK.to_owned(),
            Kind::Choice(choices) => choices
                .iter()
                .find(|(choice, _)| *choice == value && !value.is_empty())
                .map_or(value, |(_, label)| label)
                .to_owned(),
            Kind::Reference(name) => Table::named(name)
                .and_then(|table| self.row(table, value).map(|row| self.title(table, row)))
                .unwrap_or_default(),
            _ => value.to_owned(),
        }
    }

    /// The display value of a whole row.
    pub(crate) fn title(&self, table: &'static Table, row: &Row) -> String {
        let value = row.get(table.display);
        table.column(table.display).map_or_else(String::new, |column| self.display_value(column.kind, value))
    }

    /// Inserts a row with these values (those of unknown columns are ignored) and answers its `sys_id`.
    ///
    /// # Errors
    /// When a business rule aborts the operation; nothing is changed then.
    pub(crate) fn insert(
        &mut self,
        table: &'static Table,
        values: &Row,
        author: &Author,
    ) -> Result<String, Aborted> {
        let mut row: Row = table
            .columns()
            .map(|column| {
                let given = values.0.get(column.name).map_or(column.default, String::as_str);
                (column.name, column.kind.normalized(given))
            })
            .collect();
        let (sys_id, now) = (random::hex32(), platform_time(author.now));
        row.set("sys_id", &sys_id);
        for (by, on) in [("sys_created_by", "sys_created_on"), ("sys_updated_by", "sys_updated_on")] {
            row.set(by, &author.user_name);
            row.set(on, &now);
        }
        row.set("sys_mod_count", "0");
        if table.application_file {
            let scope = if row.get("sys_scope").is_empty() { &author.scope } else { row.get("sys_scope") };
            let scope = scope.to_owned();
            row.set("sys_scope", &scope);
            row.set("sys_package", scope);
            row.set("sys_update_name", format!("{}_{sys_id}", table.name));
        }
        if table.application_file || table.extends.is_some() {
            row.set("sys_class_name", table.name);
        }
        business_rules::before_insert(self, table, &mut row, author)?;
        self.put(table, row);
        business_rules::after_insert(self, table, &sys_id, author)?;
        if let Some(row) = self.row(table, &sys_id).filter(|_| table.application_file).cloned() {
            update_sets::record(self, table, &row, "INSERT_OR_UPDATE", author);
        }
        Ok(sys_id)
    }

    /// Changes columns of a row. A write that changes nothing leaves the row's version as it is, as the platform does.
    ///
    /// # Errors
    /// When a business rule aborts the operation; nothing is changed then.
    pub(crate) fn update(
        &mut self,
        table: &'static Table,
        sys_id: &str,
        values: &Row,
        author: &Author,
    ) -> Result<(), Aborted> {
        let Some(old) = self.row(table, sys_id).cloned() else { return Ok(()) };
        let mut row = old.clone();
        for (name, value) in values.iter() {
            if let Some(column) = table.column(name).filter(|column| !is_kept_by_platform(column.name)) {
                row.set(name, column.kind.normalized(value));
            }
        }
        if row == old {
            return Ok(());
        }
        business_rules::before_update(self, table, &old, &row)?;
        for column in table.columns().filter(|column| column.kind == Kind::Password2) {
            if old.get(column.name) != row.get(column.name) {
                self.keys.forget(old.get(column.name));
            }
        }
        let version: u64 = old.get("sys_mod_count").parse().unwrap_or_default();
        row.set("sys_mod_count", (version + 1).to_string());
        row.set("sys_updated_by", &author.user_name);
        row.set("sys_updated_on", platform_time(author.now));
        self.put(table, row.clone());
        update_sets::record(self, table, &row, "INSERT_OR_UPDATE", author);
        Ok(())
    }

    /// Deletes a row. Rows that refer to it stay as they are.
    ///
    /// # Errors
    /// When a business rule aborts the operation; nothing is changed then.
    pub(crate) fn delete(
        &mut self,
        table: &'static Table,
        sys_id: &str,
        author: &Author,
    ) -> Result<(), Aborted> {
        let Some(row) = self.row(table, sys_id).cloned() else { return Ok(()) };
        business_rules::before_delete(table, &row)?;
        self.take(table, sys_id);
        for column in table.columns().filter(|column| column.kind == Kind::Password2) {
            self.keys.forget(row.get(column.name));
        }
        update_sets::record(self, table, &row, "DELETE", author);
        business_rules::after_delete(self, table, &row, author);
        Ok(())
    }

    /// Puts a row as it is, without rules.
    pub(super) fn put(&mut self, table: &'static Table, row: Row) {
        if table.name == GRANTS {
            // A rule keeps a grant with its user, so that no entry has to move.
            self.grants.entry(row.get("user").to_owned()).or_default().insert(row.sys_id().to_owned());
        }
        let rows = self.rows.entry(table.base().name.to_owned()).or_default();
        rows.insert(row.sys_id().to_owned(), row);
    }

    /// Takes a row away, without rules.
    pub(super) fn take(&mut self, table: &'static Table, sys_id: &str) {
        if let Some(rows) = self.rows.get_mut(table.base().name) {
            let taken = rows.remove(sys_id);
            if let Some(user) = taken.filter(|_| table.name == GRANTS).map(|row| row.get("user").to_owned())
                && let Some(ids) = self.grants.get_mut(&user)
            {
                ids.remove(sys_id);
            }
        }
    }
}

/// `2026-06-25 09:30:00`, UTC, the form of all times in tables.
pub(crate) fn platform_time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// Columns that no writer may set on a row that exists.
fn is_kept_by_platform(column: &str) -> bool {
    matches!(
        column,
        "sys_id"
            | "sys_created_by"
            | "sys_created_on"
            | "sys_updated_by"
            | "sys_updated_on"
            | "sys_mod_count"
            | "sys_class_name"
            | "sys_update_name"
    )
}
