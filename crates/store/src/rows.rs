//! Rows of bulk steps: what was seen of a list, and what became of each write.

use std::collections::BTreeMap;

use futures_util::{FutureExt, future::BoxFuture};
use jiff::Timestamp;
use rusqlite::{Connection, params};
use setup::{
    Problem, StepId,
    problem::Result,
    record::SetupId,
    rows::{Lines, MISSING, Row, RowState, Rows, Sighting, Tally, digest},
};

use crate::{
    journal::begin,
    store::Store,
    trouble::{damaged, is_orphan, problem, unknown},
};

impl Rows for Store {
    fn see<'a>(
        &'a self,
        setup: &'a SetupId,
        step: &'a StepId,
        after: u64,
        seen: Vec<Sighting>,
    ) -> BoxFuture<'a, Result<()>> {
        let (setup, step) = (setup.clone(), step.clone());
        self.run(move |connection| see(connection, &setup, &step, after, &seen)).boxed()
    }

    fn tally<'a>(&'a self, setup: &'a SetupId, step: &'a StepId) -> BoxFuture<'a, Result<Tally>> {
        let (setup, step) = (setup.clone(), step.clone());
        self.run(move |connection| tally(connection, &setup, &step)).boxed()
    }

    fn seen<'a>(
        &'a self,
        setup: &'a SetupId,
        step: &'a StepId,
        lines: Lines,
        after: u64,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Sighting>>> {
        let (setup, step) = (setup.clone(), step.clone());
        self.run(move |connection| seen(connection, &setup, &step, lines, after, limit)).boxed()
    }

    fn begin<'a>(
        &'a self,
        setup: &'a SetupId,
        step: &'a StepId,
        approved: &'a str,
    ) -> BoxFuture<'a, Result<u64>> {
        let (setup, step, approved) = (setup.clone(), step.clone(), approved.to_owned());
        self.run(move |connection| plan(connection, &setup, &step, &approved)).boxed()
    }

    fn rows<'a>(
        &'a self,
        setup: &'a SetupId,
        step: &'a StepId,
        state: RowState,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Row>>> {
        let (setup, step) = (setup.clone(), step.clone());
        self.run(move |connection| rows(connection, &setup, &step, state, limit)).boxed()
    }

    fn mark<'a>(&'a self, setup: &'a SetupId, step: &'a StepId, rows: Vec<Row>) -> BoxFuture<'a, Result<()>> {
        let (setup, step) = (setup.clone(), step.clone());
        self.run(move |connection| mark(connection, &setup, &step, &rows)).boxed()
    }
}

fn see(connection: &mut Connection, setup: &str, step: &str, after: u64, seen: &[Sighting]) -> Result<()> {
    let transaction = begin(connection)?;
    let last = seen.last().map_or(i64::MAX, |last| i64::try_from(last.n).unwrap_or(i64::MAX));
    transaction
        .execute(
            "DELETE FROM sighting WHERE setup = ?1 AND step = ?2 AND n > ?3 AND n <= ?4",
            params![setup, step, after, last],
        )
        .map_err(problem)?;
    // Two lines may mean one object: only the first counts.
    let mut put = transaction
        .prepare_cached(
            "INSERT INTO sighting (setup, step, n, key, name, word) SELECT ?1, ?2, ?3, ?4, ?5,
                 CASE WHEN ?4 <> '' AND EXISTS (SELECT 1 FROM sighting
                     WHERE setup = ?1 AND step = ?2 AND key = ?4 AND n < ?3) THEN 'repeated' ELSE ?6 END",
        )
        .map_err(problem)?;
    for Sighting { n, key, name, word } in seen {
        put.execute(params![setup, step, n, key, name, word])
            .map_err(|error| if is_orphan(&error) { unknown(setup) } else { problem(error) })?;
    }
    drop(put);
    transaction.commit().map_err(problem)
}

fn tally(connection: &Connection, setup: &str, step: &str) -> Result<Tally> {
    let mut query = connection
        .prepare_cached("SELECT word, count(*) FROM sighting WHERE setup = ?1 AND step = ?2 GROUP BY word")
        .map_err(problem)?;
    let words = query
        .query_map([setup, step], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect::<rusqlite::Result<BTreeMap<String, u64>>>)
        .map_err(problem)?;
    let made = "SELECT count(*) FROM bulk WHERE setup = ?1 AND step = ?2 AND state IN ('made', 'leaving')";
    Ok(Tally {
        words,
        missing: missing(connection, setup, step)?,
        made: connection.query_row(made, [setup, step], |row| row.get(0)).map_err(problem)?,
        standing: keys_digest(
            connection,
            "SELECT key FROM bulk WHERE setup = ?1 AND step = ?2 AND state IN ('made', 'leaving') ORDER BY n, key",
            [setup, step],
        )?,
    })
}

fn missing(connection: &Connection, setup: &str, step: &str) -> Result<String> {
    keys_digest(
        connection,
        "SELECT key FROM sighting WHERE setup = ?1 AND step = ?2 AND word = 'missing' ORDER BY n",
        [setup, step],
    )
}

/// Row by row: a list of any length takes no more memory than one of its keys.
fn keys_digest(connection: &Connection, sql: &str, of: [&str; 2]) -> Result<String> {
    let mut query = connection.prepare_cached(sql).map_err(problem)?;
    let mut keys = query.query(of).map_err(problem)?;
    let mut digest = digest();
    while let Some(row) = keys.next().map_err(problem)? {
        digest.add(row.get_ref(0).and_then(|key| Ok(key.as_str()?)).map_err(problem)?);
    }
    Ok(digest.finish())
}

fn seen(
    connection: &Connection,
    setup: &str,
    step: &str,
    lines: Lines,
    after: u64,
    limit: usize,
) -> Result<Vec<Sighting>> {
    let mut query = connection
        .prepare_cached(
            "SELECT n, key, name, word FROM sighting WHERE setup = ?1 AND step = ?2 AND n > ?3
             AND (NOT ?4 OR key = '') AND (?5 IS NULL OR word = ?5) ORDER BY n LIMIT ?6",
        )
        .map_err(problem)?;
    let word = (lines == Lines::Missing).then_some(MISSING);
    let rows = query
        .query_map(params![setup, step, after, lines == Lines::Open, word, limit], |row| {
            Ok(Sighting { n: row.get(0)?, key: row.get(1)?, name: row.get(2)?, word: row.get(3)? })
        })
        .map_err(problem)?;
    rows.map(|row| row.map_err(problem)).collect()
}

fn plan(connection: &mut Connection, setup: &str, step: &str, approved: &str) -> Result<u64> {
    let transaction = begin(connection)?;
    let found = missing(&transaction, setup, step)?;
    if found != approved {
        return Err(Problem::new("plan-changed").arg("fingerprint", found));
    }
    transaction
        .execute("DELETE FROM bulk WHERE setup = ?1 AND step = ?2 AND state = 'planned'", [setup, step])
        .map_err(problem)?;
    // What was ours once and is missing now was taken away since: it is made anew.
    let planned = transaction
        .execute(
            "INSERT OR REPLACE INTO bulk (setup, step, key, n, name, state, id, at)
             SELECT setup, step, key, n, name, 'planned', NULL, ?4 FROM sighting
             WHERE setup = ?1 AND step = ?2 AND word = ?3",
            params![setup, step, MISSING, Timestamp::now().to_string()],
        )
        .map_err(problem)?;
    transaction.commit().map_err(problem)?;
    Ok(planned as u64)
}

fn rows(connection: &Connection, setup: &str, step: &str, state: RowState, limit: usize) -> Result<Vec<Row>> {
    let mut query = connection
        .prepare_cached(
            "SELECT n, key, name, state, id, at FROM bulk
             WHERE setup = ?1 AND step = ?2 AND state = ?3 ORDER BY n, key LIMIT ?4",
        )
        .map_err(problem)?;
    let rows = query
        .query_map(params![setup, step, state.name(), limit], |row| {
            Ok((
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(4)?),
                row.get::<_, String>(3)?,
                row.get::<_, String>(5)?,
            ))
        })
        .map_err(problem)?;
    rows.map(|row| {
        let ((n, key, name, id), state, at) = row.map_err(problem)?;
        let state = RowState::named(&state).ok_or_else(|| damaged("bulk.state"))?;
        Ok(Row { n, key, name, state, id, at: at.parse().map_err(|_| damaged("bulk.at"))? })
    })
    .collect()
}

fn mark(connection: &mut Connection, setup: &str, step: &str, rows: &[Row]) -> Result<()> {
    let transaction = begin(connection)?;
    let mut put = transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO bulk (setup, step, key, n, name, state, id, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )
        .map_err(problem)?;
    for Row { n, key, name, state, id, at } in rows {
        put.execute(params![setup, step, key, n, name, state.name(), id, at.to_string()])
            .map_err(|error| if is_orphan(&error) { unknown(setup) } else { problem(error) })?;
    }
    drop(put);
    transaction.commit().map_err(problem)
}
