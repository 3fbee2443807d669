//! The requests that practice was sent: their log, the faults laid in wait for them, and those held.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use serde::Serialize;
use tokio::sync::watch;

use crate::faults::{Act, Fault, Rule};
use crate::site::Service;

/// How many requests the log keeps; older ones are forgotten.
const KEPT: usize = 20_000;

/// Query parameters whose values never enter the log.
const MASKED: &[&str] = &[
    "access_token",
    "client_secret",
    "code",
    "code_verifier",
    "device_code",
    "password",
    "refresh_token",
    "token",
];

/// One request in the log. Times are unix milliseconds of the machine's clock, not of practice's.
#[derive(Clone, Serialize)]
pub(crate) struct Entry {
    n: u64,
    connection: u64,
    service: Service,
    method: String,
    path: String,
    status: Option<u16>,
    started_ms: i64,
    ended_ms: Option<i64>,
    #[serde(skip)]
    held: bool,
}

#[derive(Default)]
pub(crate) struct Traffic {
    log: Mutex<VecDeque<Entry>>,
    faults: Mutex<Vec<Fault>>,
    counts: Mutex<BTreeMap<Service, u64>>,
    requests: AtomicU64,
    connections: AtomicU64,
    /// Goes up each time that everything held is let go.
    releases: watch::Sender<u64>,
}

impl Traffic {
    /// A number for a new connection.
    pub(crate) fn connection(&self) -> u64 {
        self.connections.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Logs a request as begun; it ends with the value returned.
    pub(crate) fn begin(
        self: &Arc<Self>,
        connection: u64,
        service: Service,
        method: &str,
        path: &str,
    ) -> Begun {
        let n = self.requests.fetch_add(1, Ordering::Relaxed) + 1;
        let entry = Entry {
            n,
            connection,
            service,
            method: method.to_owned(),
            path: masked(path),
            status: None,
            started_ms: Timestamp::now().as_millisecond(),
            ended_ms: None,
            held: false,
        };
        let mut log = lock(&self.log);
        if log.len() == KEPT {
            log.pop_front();
        }
        log.push_back(entry);
        Begun { traffic: Arc::clone(self), n }
    }

    pub(crate) fn requests(&self) -> Vec<Entry> {
        lock(&self.log).iter().cloned().collect()
    }

    pub(crate) fn held(&self) -> Vec<Entry> {
        lock(&self.log).iter().filter(|entry| entry.held).cloned().collect()
    }

    /// The running number of this request among those of its service to which throttling applies.
    pub(crate) fn count(&self, service: Service) -> u64 {
        let mut counts = lock(&self.counts);
        let count = counts.entry(service).or_default();
        *count += 1;
        *count
    }

    /// Replaces the faults for requests to come. What is held stays so.
    pub(crate) fn lay(&self, rules: Vec<Rule>) {
        *lock(&self.faults) = rules.into_iter().map(Fault::from).collect();
    }

    /// Forgets all faults and lets everything held go on.
    pub(crate) fn clear(&self) {
        lock(&self.faults).clear();
        self.releases.send_modify(|releases| *releases += 1);
    }

    /// What is to happen to this request, in order. Every fault that matches counts it, fired or not.
    pub(crate) fn faults(&self, service: Service, method: &str, path: &str) -> Vec<Act> {
        let mut faults = lock(&self.faults);
        faults.iter_mut().filter_map(|fault| fault.meets(service, method, path)).collect()
    }
}

/// A request under way. When it is dropped, as when its client goes away, its log entry is closed without a status.
pub(crate) struct Begun {
    traffic: Arc<Traffic>,
    n: u64,
}

impl Begun {
    pub(crate) fn answered(&self, status: u16) {
        self.entry(|entry| entry.status = Some(status));
    }

    /// Waits until everything held is released.
    pub(crate) async fn hold(&self) {
        let mut releases = self.traffic.releases.subscribe();
        let hold = Hold::new(self);
        // The sender lives as long as `self.traffic`, so this ends only by a release.
        releases.changed().await.ok();
        drop(hold);
    }

    fn entry(&self, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = lock(&self.traffic.log).iter_mut().rev().find(|entry| entry.n == self.n) {
            change(entry);
        }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        self.entry(|entry| entry.ended_ms = Some(Timestamp::now().as_millisecond()));
    }
}

/// Marks a request as held for as long as it lives.
struct Hold<'a>(&'a Begun);

impl<'a> Hold<'a> {
    fn new(begun: &'a Begun) -> Self {
        begun.entry(|entry| entry.held = true);
        Self(begun)
    }
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.0.entry(|entry| entry.held = false);
    }
}

fn masked(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else { return path.to_owned() };
    let shown = |pair: &str| match pair.split_once('=') {
        Some((name, _)) if MASKED.contains(&name) => format!("{name}=***"),
        _ => pair.to_owned(),
    };
    format!("{path}?{}", query.split('&').map(shown).collect::<Vec<_>>().join("&"))
}

/// A panic elsewhere leaves these lists whole, so a poisoned lock is taken as it is.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_stay_out_of_the_log() {
        assert_eq!(masked("/oauth_revoke_token.do?a=1&token=abc"), "/oauth_revoke_token.do?a=1&token=***");
        assert_eq!(masked("/v1.0/me?$select=id"), "/v1.0/me?$select=id");
    }
}
