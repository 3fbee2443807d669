//! The tables, version by version. A version that was released is never edited: the next one says what changes.

use rusqlite::{Connection, TransactionBehavior};
use setup::{Problem, problem::Result};

use crate::trouble::problem;

/// Each brings the store from the version of its index to the next.
const STEPS: [&str; 3] =
    [include_str!("schema/1.sql"), include_str!("schema/2.sql"), include_str!("schema/3.sql")];

const VERSION: usize = STEPS.len();

/// # Errors
/// `store-newer`
pub(crate) fn refuse_newer(connection: &Connection) -> Result<()> {
    let found = version(connection)?;
    if found <= VERSION {
        return Ok(());
    }
    let problem = Problem::new("store-newer").arg("found", found).arg("known", VERSION);
    Err(problem.hint("hint-update-liaison"))
}

/// Brings the store to this version, whole or not at all.
pub(crate) fn migrate(connection: &mut Connection) -> Result<()> {
    if version(connection)? == VERSION {
        return Ok(());
    }
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(problem)?;
    // Looked at again with the write lock held: another process may have been first.
    refuse_newer(&transaction)?;
    for step in STEPS.iter().skip(version(&transaction)?) {
        transaction.execute_batch(step).map_err(problem)?;
    }
    name_machine(&transaction)?;
    transaction.pragma_update(None, "user_version", VERSION).map_err(problem)?;
    transaction.commit().map_err(problem)
}

fn version(connection: &Connection) -> Result<usize> {
    let found: i64 =
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(problem)?;
    // Never negative where we wrote it.
    usize::try_from(found).map_err(|_| Problem::new("store-damaged").arg("detail", "user_version"))
}

/// A random id of 32 hex digits, made once. It numbers this store's entries and says nothing of the computer.
fn name_machine(connection: &Connection) -> Result<()> {
    let random = || getrandom::u64().map_err(|error| Problem::new("no-randomness").arg("detail", error));
    let id = format!("{:016x}{:016x}", random()?, random()?);
    let made =
        connection.execute("INSERT INTO machine (one, id) VALUES (1, ?1) ON CONFLICT DO NOTHING", [id]);
    made.map(drop).map_err(problem)
}
