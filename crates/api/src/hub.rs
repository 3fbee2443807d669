//! Numbers events, remembers the latest and passes them on.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::broadcast;

use crate::event::{Event, Numbered};

/// Events that a window may have missed while it was reloading.
const REMEMBERED: usize = 500;

#[derive(Debug)]
pub struct Hub {
    past: Mutex<VecDeque<Numbered>>,
    listeners: broadcast::Sender<Numbered>,
}

impl Default for Hub {
    fn default() -> Self {
        Self { past: Mutex::default(), listeners: broadcast::channel(REMEMBERED).0 }
    }
}

impl Hub {
    pub fn send(&self, event: Event) {
        // Sent under the lock, so that numbers arrive in order.
        let mut past = self.past();
        let n = past.back().map_or(1, |last| last.n + 1);
        let numbered = Numbered { n, event };
        if past.len() == REMEMBERED {
            past.pop_front();
        }
        past.push_back(numbered.clone());
        // Nobody listening is fine.
        let _ = self.listeners.send(numbered);
    }

    /// Every event from now on.
    pub fn listen(&self) -> broadcast::Receiver<Numbered> {
        self.listeners.subscribe()
    }

    pub fn since(&self, after: u64) -> Vec<Numbered> {
        self.past().iter().filter(|numbered| numbered.n > after).cloned().collect()
    }

    fn past(&self) -> MutexGuard<'_, VecDeque<Numbered>> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_late_listener_catches_up_by_number() {
        let hub = Hub::default();
        for _ in 0..REMEMBERED + 3 {
            hub.send(Event::HomeChanged);
        }
        let last = REMEMBERED as u64 + 3;
        assert_eq!(hub.since(last - 2).iter().map(|event| event.n).collect::<Vec<_>>(), [last - 1, last]);
        assert_eq!(hub.since(0).len(), REMEMBERED);
        let mut listener = hub.listen();
        hub.send(Event::HomeChanged);
        assert_eq!(listener.recv().await.map(|event| event.n), Ok(last + 1));
    }
}
