//! Setups: begun, listed, found, removed.

use rusqlite::{Connection, OptionalExtension};
use setup::{
    Entry, Event, Problem,
    problem::Result,
    record::{SetupHead, SetupId},
};

use crate::{
    journal::{append, begin},
    lock,
    store::Store,
    trouble::{damaged, is_taken, problem, unknown},
};

impl Store {
    /// Begins a setup with `Created` and then `events`, all or none.
    ///
    /// # Errors
    /// `name-taken`, where another setup has that name, upper and lower case being the same; as [`Store::open`].
    pub async fn create(&self, head: SetupHead, events: Vec<Event>) -> Result<Vec<Entry>> {
        self.run(move |connection| create(connection, head, events)).await
    }

    /// The heads of all setups, oldest first.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn list(&self) -> Result<Vec<SetupHead>> {
        self.run(|connection| list(connection)).await
    }

    /// By id, or by name in any case.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn find(&self, id_or_name: &str) -> Result<Option<SetupHead>> {
        let sought = id_or_name.to_owned();
        self.run(move |connection| find(connection, &sought)).await
    }

    /// Removes a setup with all that is kept for it. The caller holds its lock.
    ///
    /// # Errors
    /// `setup-unknown`, and as [`Store::open`].
    pub async fn delete(&self, setup: &SetupId) -> Result<()> {
        let (setup, folder) = (setup.clone(), self.folder());
        self.run(move |connection| {
            let gone = connection.execute("DELETE FROM setup WHERE id = ?1", [&setup]).map_err(problem)?;
            if gone == 0 {
                return Err(unknown(&setup));
            }
            empty_log(connection);
            lock::forget(&folder, &setup);
            Ok(())
        })
        .await
    }
}

fn create(connection: &mut Connection, head: SetupHead, events: Vec<Event>) -> Result<Vec<Entry>> {
    let (id, name) = (head.id.clone(), head.name.clone());
    let transaction = begin(connection)?;
    insert(&transaction, &id, &name)?;
    let all = std::iter::once(Event::Created { head }).chain(events).collect();
    let entries = append(&transaction, &id, all)?;
    transaction.commit().map_err(problem)?;
    Ok(entries)
}

/// # Errors
/// `name-taken`
pub(crate) fn insert(connection: &Connection, id: &str, name: &str) -> Result<()> {
    let put = "INSERT INTO setup (id, name_key) VALUES (?1, ?2)";
    connection.execute(put, [id, &name_key(name)]).map(drop).map_err(|error| match error {
        taken if is_taken(&taken) => Problem::new("name-taken").arg("name", name),
        other => problem(other),
    })
}

/// The first event of each setup, oldest setup first.
fn list(connection: &Connection) -> Result<Vec<SetupHead>> {
    let mut query = connection
        .prepare("SELECT event, min(seq) AS first FROM entry GROUP BY setup ORDER BY first")
        .map_err(problem)?;
    let events = query.query_map([], |row| row.get::<_, String>(0)).map_err(problem)?;
    events.map(|event| head(&event.map_err(problem)?)).collect()
}

fn find(connection: &Connection, sought: &str) -> Result<Option<SetupHead>> {
    let event = connection
        .query_row(
            "SELECT event FROM entry JOIN setup ON setup.id = entry.setup
             WHERE setup.id = ?1 OR setup.name_key = ?2 ORDER BY setup.id = ?1 DESC, seq LIMIT 1",
            [sought, &name_key(sought)],
            |row| row.get::<_, String>(0),
        )
        .optional()
        .map_err(problem)?;
    event.map(|event| head(&event)).transpose()
}

fn head(event: &str) -> Result<SetupHead> {
    match serde_json::from_str(event) {
        Ok(Event::Created { head }) => Ok(head),
        _ => Err(damaged("entry.event")),
    }
}

fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Moves the write-ahead log into the file and cuts it to nothing, so that what was removed does not stay in it. While another
/// process reads, the log stays until a later turn.
pub(crate) fn empty_log(connection: &Connection) {
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
}
