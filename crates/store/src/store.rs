//! The open store.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use rusqlite::Connection;
use setup::{Problem, problem::Result, record::SetupId};

use crate::{
    connection::{self, Worker},
    folder,
    lock::SetupLock,
    trouble::problem,
};

/// Cheap to clone; clones share one connection. The last one to go waits for what is still being written.
#[derive(Clone, Debug)]
pub struct Store {
    folder: Arc<Path>,
    worker: Arc<Worker>,
}

impl Store {
    /// Opens the store in `folder`, or makes it.
    ///
    /// # Errors
    /// `store-newer`: a newer version of Liaison wrote it, and it is left as it is. `store-damaged`, `store-read-only`, `disk-full`,
    /// `store-busy`, `store-failed`.
    pub fn open(folder: &Path) -> Result<Self> {
        let file = folder::prepare(folder)?;
        let connection = connection::open(&file)?;
        let worker = Worker::start(connection).map_err(|error| folder::problem(&error))?;
        Ok(Self { folder: folder.into(), worker: Arc::new(worker) })
    }

    /// Changes when, and only when, another process or store has changed something since the last call.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn data_version(&self) -> Result<i64> {
        self.run(|connection| {
            connection.pragma_query_value(None, "data_version", |row| row.get(0)).map_err(problem)
        })
        .await
    }

    /// Takes the setup's write lock for this program.
    ///
    /// # Errors
    /// `setup-busy`, naming who holds it; see [`SetupLock::take`].
    pub fn lock(&self, setup: &SetupId) -> Result<SetupLock> {
        SetupLock::take(&self.folder, setup, &program())
    }

    /// Who is writing to the setup now: program and process number. Also an own lock is named.
    pub fn lock_holder(&self, setup: &SetupId) -> Option<String> {
        SetupLock::holder(&self.folder, setup)
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.folder.to_path_buf()
    }

    pub(crate) async fn run<T: Send + 'static>(
        &self,
        call: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let gone = || Problem::new("store-failed").arg("detail", "thread");
        self.worker.ask(call).ok_or_else(gone)?.await.map_err(|_| gone())?
    }
}

fn program() -> String {
    let path = std::env::current_exe().ok();
    let name = path.as_deref().and_then(Path::file_stem).map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| "liaison".into())
}
