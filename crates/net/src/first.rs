//! The first request to a host goes ahead, so that one connection is enough.
//!
//! Whether a host speaks HTTP/2, which carries any number of requests at a time, is known only once a connection stands. Requests
//! that set out together before that open one each, and all but one are thrown away. So the first goes alone until its answer
//! begins. After that nobody waits, whatever the host turned out to speak. Plain http never becomes HTTP/2 and is not held up.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::{sync::OwnedMutexGuard, time::timeout};

use crate::origin::Origin;

/// A connection that nobody used for so long is closed.
pub(crate) const IDLE: Duration = Duration::from_secs(90);

/// A first request that takes longer than this is no longer waited for.
const LONGEST: Duration = Duration::from_secs(10);

/// When each host was last asked, as far as it ever answered.
type Place = Arc<tokio::sync::Mutex<Option<Instant>>>;

#[derive(Default)]
pub(crate) struct First(Mutex<HashMap<Origin, Place>>);

/// The first request under way. Others wait until it is dropped.
pub(crate) struct Turn(OwnedMutexGuard<Option<Instant>>);

impl Turn {
    /// The host answered: a connection stands.
    pub fn answered(mut self) {
        *self.0 = Some(Instant::now());
    }
}

impl First {
    /// Waits while the first request to `origin` is under way; gives a turn to whoever is the first itself.
    pub async fn turn(&self, origin: &Origin) -> Option<Turn> {
        if !origin.is_https() {
            return None;
        }
        let place = {
            let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            places.entry(origin.clone()).or_default().clone()
        };
        let mut last = timeout(LONGEST, place.lock_owned()).await.ok()?;
        match *last {
            Some(at) if at.elapsed() < IDLE => {
                *last = Some(Instant::now());
                None
            }
            _ => Some(Turn(last)),
        }
    }
}
