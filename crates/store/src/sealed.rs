//! Sealed secrets, by setup and name. This file never sees what is in them.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use setup::{Problem, ports::Sealed, problem::Result, record::SetupId};

use crate::{
    setups::empty_log,
    store::Store,
    trouble::{damaged, is_orphan, problem, unknown},
};

impl Store {
    /// What is kept for a setup: names, and what may be said of them without opening. Sorted by name.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn sealed_names(&self, setup: &SetupId) -> Result<Vec<(String, BTreeMap<String, String>)>> {
        let setup = setup.clone();
        self.run(move |connection| names(connection, &setup)).await
    }
}

/// Puts each in place of what had its name before.
pub(crate) fn put(connection: &Connection, setup: &str, all: &[Sealed]) -> Result<()> {
    for Sealed { name, blob, about } in all {
        let about = serde_json::to_string(about)
            .map_err(|error| Problem::new("store-failed").arg("detail", error))?;
        connection
            .execute(
                "INSERT INTO sealed (setup, name, blob, about) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (setup, name) DO UPDATE SET blob = excluded.blob, about = excluded.about",
                params![setup, name, blob, about],
            )
            .map_err(|error| if is_orphan(&error) { unknown(setup) } else { problem(error) })?;
    }
    Ok(())
}

pub(crate) fn get(connection: &Connection, setup: &str, name: &str) -> Result<Option<Sealed>> {
    let found = connection
        .query_row("SELECT blob, about FROM sealed WHERE setup = ?1 AND name = ?2", [setup, name], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?))
        })
        .optional()
        .map_err(problem)?;
    found.map(|(blob, about)| Ok(Sealed { name: name.into(), blob, about: read_about(&about)? })).transpose()
}

pub(crate) fn forget(connection: &Connection, setup: &str, name: &str) -> Result<()> {
    let gone = connection
        .execute("DELETE FROM sealed WHERE setup = ?1 AND name = ?2", [setup, name])
        .map_err(problem)?;
    if gone > 0 {
        empty_log(connection);
    }
    Ok(())
}

fn names(connection: &Connection, setup: &str) -> Result<Vec<(String, BTreeMap<String, String>)>> {
    let mut query = connection
        .prepare("SELECT name, about FROM sealed WHERE setup = ?1 ORDER BY name")
        .map_err(problem)?;
    let pair = |row: &Row<'_>| Ok((row.get(0)?, row.get::<_, String>(1)?));
    let rows = query.query_map([setup], pair).map_err(problem)?;
    rows.map(|row| {
        let (name, about) = row.map_err(problem)?;
        Ok((name, read_about(&about)?))
    })
    .collect()
}

fn read_about(text: &str) -> Result<BTreeMap<String, String>> {
    serde_json::from_str(text).map_err(|_| damaged("sealed.about"))
}
