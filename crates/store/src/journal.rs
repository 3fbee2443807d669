//! The journal port: appending to the chain, and reading it.

use futures_util::{FutureExt, future::BoxFuture};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};
use setup::{
    Entry, Event, Problem,
    ports::{Journal, Person, Sealed},
    problem::Result,
    record::SetupId,
};

use crate::{
    people, sealed,
    store::Store,
    trouble::{damaged, is_orphan, problem, unknown},
};

impl Journal for Store {
    /// # Errors
    /// `setup-unknown`, and as [`Store::open`]. Nothing is kept then.
    fn append<'a>(
        &'a self,
        setup: &'a SetupId,
        events: Vec<Event>,
        sealed: Vec<Sealed>,
    ) -> BoxFuture<'a, Result<Vec<Entry>>> {
        let setup = setup.clone();
        self.run(move |connection| {
            let transaction = begin(connection)?;
            let entries = append(&transaction, &setup, events)?;
            sealed::put(&transaction, &setup, &sealed)?;
            transaction.commit().map_err(problem)?;
            Ok(entries)
        })
        .boxed()
    }

    /// # Errors
    /// `journal-altered` when an entry is missing or out of its chain, `store-damaged`, and as [`Store::open`].
    fn entries<'a>(&'a self, setup: &'a SetupId) -> BoxFuture<'a, Result<Vec<Entry>>> {
        let setup = setup.clone();
        self.run(move |connection| entries(connection, &setup)).boxed()
    }

    fn sealed<'a>(&'a self, setup: &'a SetupId, name: &'a str) -> BoxFuture<'a, Result<Option<Sealed>>> {
        let (setup, name) = (setup.clone(), name.to_owned());
        self.run(move |connection| sealed::get(connection, &setup, &name)).boxed()
    }

    fn forget<'a>(&'a self, setup: &'a SetupId, name: &'a str) -> BoxFuture<'a, Result<()>> {
        let (setup, name) = (setup.clone(), name.to_owned());
        self.run(move |connection| sealed::forget(connection, &setup, &name)).boxed()
    }

    fn people<'a>(
        &'a self,
        setup: &'a SetupId,
        after: u64,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Person>>> {
        let setup = setup.clone();
        self.run(move |connection| people::page(connection, &setup, after, limit)).boxed()
    }
}

/// A transaction that holds the write lock from the start, so that what it read first is still so when it commits.
pub(crate) fn begin(connection: &mut Connection) -> Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(problem)
}

/// Chains `events` to what this machine wrote last in the setup.
pub(crate) fn append(transaction: &Transaction<'_>, setup: &str, events: Vec<Event>) -> Result<Vec<Entry>> {
    let machine: String =
        transaction.query_row("SELECT id FROM machine", [], |row| row.get(0)).map_err(problem)?;
    let last = transaction
        .query_row(
            "SELECT n, hash FROM entry WHERE setup = ?1 AND machine = ?2 ORDER BY n DESC LIMIT 1",
            [setup, &machine],
            |row| Ok((row.get::<_, u64>(0)?, row.get::<_, String>(1)?)),
        )
        .optional()
        .map_err(problem)?;
    let (mut n, mut previous) = last.unwrap_or_default();
    let now = Timestamp::now();
    let mut entries = Vec::with_capacity(events.len());
    for event in events {
        n += 1;
        let entry = Entry::chained(&machine, n, now, &previous, event);
        put(transaction, setup, &entry)?;
        previous.clone_from(&entry.hash);
        entries.push(entry);
    }
    Ok(entries)
}

pub(crate) fn put(transaction: &Transaction<'_>, setup: &str, entry: &Entry) -> Result<()> {
    let event = serde_json::to_string(&entry.event)
        .map_err(|error| Problem::new("store-failed").arg("detail", error))?;
    let put = transaction.prepare_cached(
        "INSERT INTO entry (setup, machine, n, at, previous, hash, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    );
    put.and_then(|mut put| {
        put.execute(params![
            setup,
            entry.machine,
            entry.n,
            entry.at.to_string(),
            entry.previous,
            entry.hash,
            event
        ])
    })
    .map(drop)
    .map_err(|error| if is_orphan(&error) { unknown(setup) } else { problem(error) })
}

pub(crate) fn entries(connection: &Connection, setup: &str) -> Result<Vec<Entry>> {
    let mut query = connection
        .prepare_cached(
            "SELECT machine, n, at, previous, hash, event FROM entry WHERE setup = ?1 ORDER BY seq",
        )
        .map_err(problem)?;
    let rows = query.query_map([setup], Raw::of).map_err(problem)?;
    let entries = rows.map(|row| row.map_err(problem)?.entry()).collect::<Result<Vec<_>>>()?;
    is_chained(&entries)?;
    Ok(entries)
}

/// Whether each machine's entries follow each other without a gap. That each says what was hashed is the engine's to see.
fn is_chained(entries: &[Entry]) -> Result<()> {
    let mut last = std::collections::BTreeMap::<&str, (u64, &str)>::new();
    for entry in entries {
        let (n, hash) = last.get(entry.machine.as_str()).copied().unwrap_or_default();
        if entry.n != n + 1 || entry.previous != hash {
            return Err(Problem::new("journal-altered").arg("entry", entry.intent_id()));
        }
        last.insert(&entry.machine, (entry.n, &entry.hash));
    }
    Ok(())
}

/// An entry as its columns hold it.
struct Raw {
    machine: String,
    n: u64,
    at: String,
    previous: String,
    hash: String,
    event: String,
}

impl Raw {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            machine: row.get("machine")?,
            n: row.get("n")?,
            at: row.get("at")?,
            previous: row.get("previous")?,
            hash: row.get("hash")?,
            event: row.get("event")?,
        })
    }

    fn entry(self) -> Result<Entry> {
        Ok(Entry {
            at: self.at.parse().map_err(|_| damaged("entry.at"))?,
            event: serde_json::from_str(&self.event).map_err(|_| damaged("entry.event"))?,
            machine: self.machine,
            n: self.n,
            previous: self.previous,
            hash: self.hash,
        })
    }
}
