//! Hearing what other processes change: the command line beside the window.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use store::Store;

use crate::{app::App, event::Event};

/// How often is looked. SQLite answers from memory that it shares with the other process, so this costs no disk access.
const GLANCE: Duration = Duration::from_secs(1);

impl App {
    /// Tells of what another process changes in either store, until the program ends. A second call does nothing.
    pub async fn watch(self) {
        static WATCHED: AtomicBool = AtomicBool::new(false);
        if WATCHED.swap(true, Ordering::SeqCst) {
            return;
        }
        let stores = [self.inner().real.clone(), self.inner().practice.clone()];
        let mut known = [None, None];
        loop {
            for (store, known) in stores.iter().zip(&mut known) {
                self.glance(store, known).await;
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    async fn glance(&self, store: &Store, known: &mut Option<i64>) {
        // A store that cannot be read is said where somebody asks for something of it.
        let Ok(version) = store.data_version().await else { return };
        if known.replace(version).is_none_or(|before| before == version) {
            return;
        }
        for head in store.list().await.unwrap_or_default() {
            self.changed(&head.id);
        }
        self.inner().hub.send(Event::HomeChanged);
    }

    /// Has the page ask what becomes of the run when the window is closed.
    pub fn ask_how_to_close(&self) {
        self.inner().hub.send(Event::Closing);
    }

    /// Whether a run goes on in this process.
    pub fn is_running(&self) -> bool {
        !crate::app::locked(&self.inner().runs).is_empty()
    }
}
