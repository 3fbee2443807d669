//! Seats on their way: identities that wait for one file, and entries that came from another machine.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use setup::{
    Entry, Event,
    ports::Sealed,
    problem::Result,
    record::{SetupHead, SetupId},
};

use crate::{
    journal::{append, begin, entries, put},
    sealed,
    setups::{empty_log, insert},
    store::Store,
    trouble::{damaged, problem},
};

/// An identity that waits for the file that it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its public half.
    pub recipient: String,
    /// What was asked for, as JSON.
    pub asked: String,
    pub until: Timestamp,
    /// The sealed secret half; none once it opened a file or its time was over.
    pub blob: Option<Vec<u8>>,
}

impl Store {
    /// The random id under which this store numbers its entries.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn machine(&self) -> Result<String> {
        self.run(|connection| {
            connection.query_row("SELECT id FROM machine", [], |row| row.get(0)).map_err(problem)
        })
        .await
    }

    /// Keeps an identity for one file.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn keep_request(&self, waiting: Waiting) -> Result<()> {
        self.run(move |connection| {
            let put = "INSERT INTO handover_request (recipient, asked, until, blob) VALUES (?1, ?2, ?3, ?4)";
            let Waiting { recipient, asked, until, blob } = waiting;
            connection
                .execute(put, params![recipient, asked, until.to_string(), blob])
                .map(drop)
                .map_err(problem)
        })
        .await
    }

    /// The request with that public half, after those whose time is over were emptied.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn request(&self, recipient: &str, now: Timestamp) -> Result<Option<Waiting>> {
        let recipient = recipient.to_owned();
        self.run(move |connection| {
            let all = "SELECT recipient, asked, until, blob FROM handover_request";
            let mut query = connection.prepare(all).map_err(problem)?;
            let rows = query.query_map([], waiting).map_err(problem)?;
            let rows = rows.map(|row| row.map_err(problem)?).collect::<Result<Vec<_>>>()?;
            drop(query);
            for late in rows.iter().filter(|row| row.until <= now && row.blob.is_some()) {
                destroy(connection, &late.recipient)?;
            }
            let found = rows.into_iter().find(|row| row.recipient == recipient);
            Ok(found.map(|row| Waiting { blob: row.blob.filter(|_| row.until > now), ..row }))
        })
        .await
    }

    /// The requests whose file is still waited for, the latest to end first.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_requests(&self, now: Timestamp) -> Result<Vec<Waiting>> {
        self.run(move |connection| {
            let all = "SELECT recipient, asked, until, blob FROM handover_request WHERE blob IS NOT NULL";
            let mut query = connection.prepare(all).map_err(problem)?;
            let rows = query.query_map([], waiting).map_err(problem)?;
            let rows = rows.map(|row| row.map_err(problem)?).collect::<Result<Vec<_>>>()?;
            let mut open: Vec<Waiting> = rows.into_iter().filter(|row| row.until > now).collect();
            open.sort_by_key(|row| std::cmp::Reverse(row.until));
            Ok(open)
        })
        .await
    }

    /// Destroys the secret half. That there was one stays known, so that its file is called used.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn destroy_request(&self, recipient: &str) -> Result<()> {
        let recipient = recipient.to_owned();
        self.run(move |connection| destroy(connection, &recipient)).await
    }

    /// Takes in what a file brought, all or nothing: a setup that is not here yet begins with this machine's own entry; the others'
    /// entries follow, then `events` of this machine; the secrets are put in place; the identity that opened the file goes, and what
    /// the file went by is known to be `used`.
    ///
    /// # Errors
    /// `name-taken`, `journal-altered` where entries do not follow each other, and as [`Store::open`].
    pub async fn take_in(
        &self,
        head: SetupHead,
        theirs: Vec<Entry>,
        events: Vec<Event>,
        secrets: Vec<Sealed>,
        used: String,
    ) -> Result<()> {
        self.run(move |connection| {
            let transaction = begin(connection)?;
            let id: SetupId = head.id.clone();
            let here = "SELECT 1 FROM setup WHERE id = ?1";
            let is_here =
                transaction.query_row(here, [&id], |_| Ok(())).optional().map_err(problem)?.is_some();
            if !is_here {
                insert(&transaction, &id, &head.name)?;
                append(&transaction, &id, vec![Event::Created { head }])?;
            }
            for entry in &theirs {
                put(&transaction, &id, entry)?;
            }
            append(&transaction, &id, events)?;
            sealed::put(&transaction, &id, &secrets)?;
            let use_up =
                "INSERT INTO handover_request (recipient, asked, until, blob) VALUES (?1, '', ?2, NULL)
                ON CONFLICT (recipient) DO UPDATE SET blob = NULL";
            transaction.execute(use_up, params![used, Timestamp::now().to_string()]).map_err(problem)?;
            // Read as it will be read from now on, while it can still be refused.
            entries(&transaction, &id)?;
            transaction.commit().map_err(problem)?;
            empty_log(connection);
            Ok(())
        })
        .await
    }
}

fn destroy(connection: &Connection, recipient: &str) -> Result<()> {
    let empty = "UPDATE handover_request SET blob = NULL WHERE recipient = ?1";
    connection.execute(empty, [recipient]).map_err(problem)?;
    empty_log(connection);
    Ok(())
}

fn waiting(row: &Row<'_>) -> rusqlite::Result<Result<Waiting>> {
    let until: String = row.get("until")?;
    let (recipient, asked, blob) = (row.get("recipient")?, row.get("asked")?, row.get("blob")?);
    Ok(until.parse().map_err(|_| damaged("handover_request.until")).map(|until| Waiting {
        recipient,
        asked,
        until,
        blob,
    }))
}
