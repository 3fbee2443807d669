//! The keychain of the operating system: one entry, service `Liaison`, user `identity`.
//!
//! A call can block for as long as a person looks at a prompt, so all of them run one after the other on a thread of their own, and
//! whoever waits stops waiting after [`DEADLINE`], unless told otherwise. The store is opened anew for each call: after an unlock the next one just works.

mod entry;
mod system;
mod trouble;

use std::{
    sync::{OnceLock, mpsc},
    thread,
    time::Duration,
};

use setup::{Problem, problem::Result};
use tokio::sync::oneshot;

use crate::identity::Identity;
use entry::Entry;

/// How long a person may look at a prompt.
const DEADLINE: Duration = Duration::from_secs(120);

type Job = Box<dyn FnOnce() + Send>;

pub(crate) struct Keychain {
    thread: OnceLock<mpsc::Sender<Job>>,
    patience: Duration,
}

impl Default for Keychain {
    fn default() -> Self {
        Self::patient_for(DEADLINE)
    }
}

impl Keychain {
    pub fn patient_for(patience: Duration) -> Self {
        Self { thread: OnceLock::new(), patience }
    }

    /// The identity that is kept, if any is.
    ///
    /// # Errors
    /// See [`trouble`].
    pub async fn identity(&self) -> Result<Option<Identity>> {
        self.run(|| Entry::identity()?.read()).await
    }

    /// The identity that is kept. Where there is none, keeps `otherwise` first.
    ///
    /// # Errors
    /// See [`trouble`].
    pub async fn identity_or(&self, otherwise: Identity) -> Result<Identity> {
        self.run(move || {
            if let Some(kept) = Entry::identity()?.read()? {
                return Ok(kept);
            }
            // "No entry" is also what a locked collection says. A throwaway entry makes the system unlock it or say why not, so that
            // an identity which was only out of sight is never replaced.
            Entry::throwaway()?.round_trip()?;
            let entry = Entry::identity()?;
            if let Some(kept) = entry.read()? {
                return Ok(kept);
            }
            entry.write(&otherwise)?;
            // Another Liaison may have done the same at the same time. What the keychain says now is what counts for both.
            entry.read()?.ok_or_else(trouble::forgetful)
        })
        .await
    }

    /// # Errors
    /// See [`trouble`].
    pub async fn round_trip(&self) -> Result<()> {
        self.run(|| Entry::throwaway()?.round_trip()).await
    }

    async fn run<T: Send + 'static>(&self, call: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move || {
            // Whoever gave up while an earlier prompt was open does not cause another one.
            if !answer.is_closed() {
                // Fails when nobody waits any more; there is nobody to tell then.
                let _ = answer.send(call());
            }
        });
        let no_thread = || Problem::new("keychain-failed").arg("detail", "thread");
        self.thread.get_or_init(start).send(job).map_err(|_| no_thread())?;
        match tokio::time::timeout(self.patience, answered).await {
            Ok(answer) => answer.map_err(|_| no_thread())?,
            Err(_) => Err(Problem::new("keychain-no-answer")
                .arg("seconds", self.patience.as_secs())
                .hint("hint-keychain-prompt")),
        }
    }
}

/// The thread ends with the sender. Where none can be started, sending fails and says so.
fn start() -> mpsc::Sender<Job> {
    let (sender, jobs) = mpsc::channel::<Job>();
    let work = move || jobs.into_iter().for_each(|job| job());
    let _ = thread::Builder::new().name("keychain".into()).spawn(work);
    sender
}

/// Keeps a random value in the keychain, reads it back and removes it: whether secrets can be kept on this computer.
///
/// # Errors
/// `keychain-absent`, `keychain-locked`, `keychain-no-collection`, `keychain-denied`, `keychain-no-answer`, `keychain-forgetful` or
/// `keychain-failed`, each with effect none.
pub async fn keychain_round_trip() -> Result<()> {
    Keychain::default().round_trip().await
}
