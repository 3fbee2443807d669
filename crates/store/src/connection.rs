//! The one connection, and the thread that owns it: nobody who awaits is ever blocked by a disk or by another process.

use std::{
    io,
    path::Path,
    sync::mpsc,
    thread::{self, JoinHandle},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags};
use setup::{Problem, problem::Result};
use tokio::sync::oneshot;

use crate::{schema, trouble::problem};

/// How long another process may hold the file before we say `store-busy`.
const BUSY: Duration = Duration::from_secs(10);

pub(crate) fn open(file: &Path) -> Result<Connection> {
    refuse_newer(file)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(file, flags).map_err(problem)?;
    settle(&mut connection).map_err(problem)?;
    schema::migrate(&mut connection)?;
    refuse_damaged(&connection)?;
    Ok(connection)
}

/// With a connection that cannot write, so that not even the write-ahead log of a newer store is moved.
fn refuse_newer(file: &Path) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags).map_err(problem)?;
    connection.busy_timeout(BUSY).map_err(problem)?;
    schema::refuse_newer(&connection)
}

fn settle(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // An answer "kept" is only given once the disk has it.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is forgotten is overwritten, although it is sealed.
    connection.pragma_update(None, "secure_delete", true)?;
    // A file that someone else prepared runs nothing of its own.
    connection.pragma_update(None, "trusted_schema", false)
}

fn refuse_damaged(connection: &Connection) -> Result<()> {
    let found: String =
        connection.pragma_query_value(None, "quick_check", |row| row.get(0)).map_err(problem)?;
    if found == "ok" { Ok(()) } else { Err(Problem::new("store-damaged").arg("detail", found)) }
}

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

#[derive(Debug)]
pub(crate) struct Worker {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    pub fn start(mut connection: Connection) -> io::Result<Self> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let work = move || queue.into_iter().for_each(|job| job(&mut connection));
        let thread = thread::Builder::new().name("store".into()).spawn(work)?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Queues a call. It is carried out even when nobody waits for its answer any more. None when the thread has ended.
    pub fn ask<T: Send + 'static>(
        &self,
        call: impl FnOnce(&mut Connection) -> T + Send + 'static,
    ) -> Option<oneshot::Receiver<T>> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // Fails when nobody waits any more; what was asked for is done all the same.
            let _ = answer.send(call(connection));
        });
        self.jobs.as_ref()?.send(job).ok()?;
        Some(answered)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // An end by panic was already told to whoever waited.
            let _ = thread.join();
        }
    }
}
