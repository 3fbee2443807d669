//! A flag that waits and reads are raced against. A write is never raced: once sent it is awaited.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use futures_channel::oneshot;
use futures_util::{
    FutureExt,
    future::{BoxFuture, Either, Shared, select},
};

use crate::problem::{Problem, Result};

/// Clones share one flag.
#[derive(Clone)]
pub struct Cancel {
    raised: Arc<AtomicBool>,
    trigger: Arc<Mutex<Option<oneshot::Sender<()>>>>,
    fired: Shared<BoxFuture<'static, ()>>,
}

impl Default for Cancel {
    fn default() -> Self {
        let (trigger, fired) = oneshot::channel::<()>();
        // The sender lives in the same struct, so the receiver only ends early when nobody is left to ask.
        let fired = async move {
            let _ = fired.await;
        };
        Self {
            raised: Arc::default(),
            trigger: Arc::new(Mutex::new(Some(trigger))),
            fired: fired.boxed().shared(),
        }
    }
}

impl Cancel {
    pub fn raise(&self) {
        self.raised.store(true, Ordering::SeqCst);
        if let Some(trigger) = self.trigger.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = trigger.send(());
        }
    }

    pub fn is_raised(&self) -> bool {
        self.raised.load(Ordering::SeqCst)
    }

    /// # Errors
    /// `cancelled`, with nothing changed, when the flag is up.
    pub fn check(&self) -> Result<()> {
        if self.is_raised() { Err(Problem::new("cancelled")) } else { Ok(()) }
    }

    /// Awaits `work`, or gives up on it when the flag goes up. For waits and reads only.
    ///
    /// # Errors
    /// `cancelled`, or what `work` answers.
    pub async fn race<T>(&self, work: impl Future<Output = Result<T>> + Send) -> Result<T> {
        self.check()?;
        match select(Box::pin(work), self.fired.clone()).await {
            Either::Left((answer, _)) => answer,
            Either::Right(_) => Err(Problem::new("cancelled")),
        }
    }
}

impl std::fmt::Debug for Cancel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Cancel").field(&self.is_raised()).finish()
    }
}
