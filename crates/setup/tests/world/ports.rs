use std::{
    collections::{BTreeMap, BTreeSet},
    net::IpAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use liaison_setup::{
    Entry, Event, Problem,
    guide::{SeatId, StepId},
    ports::{self, Person, Progress, Sealed},
    problem::Result,
    record::SetupId,
    rows::{Lines, Row, RowState, Rows, Sighting, Tally},
};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Notify;

/// Sleeping moves it; nothing else does.
#[derive(Default)]
pub struct Clock(AtomicI64);

impl ports::Clock for Clock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_000_000 + self.0.load(Ordering::SeqCst)).unwrap()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            self.0.fetch_add(i64::try_from(duration.as_secs().max(1)).unwrap(), Ordering::SeqCst);
            tokio::task::yield_now().await;
        })
    }
}

pub struct Journal {
    clock: Arc<Clock>,
    entries: Mutex<Vec<Entry>>,
    sealed: Mutex<BTreeMap<String, Sealed>>,
    appends: AtomicUsize,
    die: Mutex<Option<(usize, bool)>>,
    dead: Notify,
}

impl Journal {
    pub fn beginning_with(event: Event, clock: Arc<Clock>) -> Self {
        use ports::Clock as _;
        let first = Entry::chained("m", 1, clock.now(), "", event);
        Self {
            clock,
            entries: Mutex::new(vec![first]),
            sealed: Mutex::default(),
            appends: AtomicUsize::default(),
            die: Mutex::default(),
            dead: Notify::new(),
        }
    }

    pub fn appends(&self) -> usize {
        self.appends.load(Ordering::SeqCst)
    }

    pub fn die_at(&self, at: usize, kept: bool) {
        *self.die.lock().unwrap() = Some((at, kept));
    }

    pub async fn death(&self) {
        self.dead.notified().await;
    }

    pub fn revive(&self) {
        *self.die.lock().unwrap() = None;
    }

    pub fn alter(&self) {
        self.entries.lock().unwrap()[1].at = Timestamp::UNIX_EPOCH;
    }

    pub fn sealed_names(&self) -> Vec<String> {
        self.sealed.lock().unwrap().keys().cloned().collect()
    }

    fn keep(&self, events: Vec<Event>, sealed: Vec<Sealed>) -> Vec<Entry> {
        use ports::Clock as _;
        let mut entries = self.entries.lock().unwrap();
        let mut new = Vec::new();
        for event in events {
            let last = entries.last().unwrap();
            let entry = Entry::chained("m", last.n + 1, self.clock.now(), &last.hash.clone(), event);
            entries.push(entry.clone());
            new.push(entry);
        }
        self.sealed.lock().unwrap().extend(sealed.into_iter().map(|one| (one.name.clone(), one)));
        new
    }
}

impl ports::Journal for Journal {
    fn append<'a>(
        &'a self,
        _setup: &'a SetupId,
        events: Vec<Event>,
        sealed: Vec<Sealed>,
    ) -> BoxFuture<'a, Result<Vec<Entry>>> {
        Box::pin(async move {
            let at = self.appends.fetch_add(1, Ordering::SeqCst) + 1;
            let dies = *self.die.lock().unwrap();
            match dies {
                Some((when, kept)) if when == at => {
                    if kept {
                        self.keep(events, sealed);
                    }
                    self.dead.notify_one();
                    std::future::pending().await
                }
                _ => Ok(self.keep(events, sealed)),
            }
        })
    }

    fn entries<'a>(&'a self, _setup: &'a SetupId) -> BoxFuture<'a, Result<Vec<Entry>>> {
        Box::pin(async { Ok(self.entries.lock().unwrap().clone()) })
    }

    fn sealed<'a>(&'a self, _setup: &'a SetupId, name: &'a str) -> BoxFuture<'a, Result<Option<Sealed>>> {
        Box::pin(async move { Ok(self.sealed.lock().unwrap().get(name).cloned()) })
    }

    fn forget<'a>(&'a self, _setup: &'a SetupId, name: &'a str) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            self.sealed.lock().unwrap().remove(name);
            Ok(())
        })
    }

    fn people<'a>(
        &'a self,
        _setup: &'a SetupId,
        _after: u64,
        _limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Person>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

/// No kind of this world works in bulk.
pub struct NoRows;

impl Rows for NoRows {
    fn see<'a>(
        &'a self,
        _: &'a SetupId,
        _: &'a StepId,
        _: u64,
        _: Vec<Sighting>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn tally<'a>(&'a self, _: &'a SetupId, _: &'a StepId) -> BoxFuture<'a, Result<Tally>> {
        Box::pin(async { Ok(Tally::default()) })
    }

    fn seen<'a>(
        &'a self,
        _: &'a SetupId,
        _: &'a StepId,
        _: Lines,
        _: u64,
        _: usize,
    ) -> BoxFuture<'a, Result<Vec<Sighting>>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn begin<'a>(&'a self, _: &'a SetupId, _: &'a StepId, _: &'a str) -> BoxFuture<'a, Result<u64>> {
        Box::pin(async { Ok(0) })
    }

    fn rows<'a>(
        &'a self,
        _: &'a SetupId,
        _: &'a StepId,
        _: RowState,
        _: usize,
    ) -> BoxFuture<'a, Result<Vec<Row>>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn mark<'a>(&'a self, _: &'a SetupId, _: &'a StepId, _: Vec<Row>) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

/// Seals by turning the text around: enough to see that what is opened was sealed.
#[derive(Default)]
pub struct Vault {
    broken: Mutex<Broken>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Broken {
    #[default]
    No,
    AfterProof,
    Yes,
}

impl Vault {
    pub fn break_now(&self) {
        *self.broken.lock().unwrap() = Broken::Yes;
    }

    pub fn break_after_proof(&self) {
        *self.broken.lock().unwrap() = Broken::AfterProof;
    }

    pub fn mend(&self) {
        *self.broken.lock().unwrap() = Broken::No;
    }
}

fn broken() -> Problem {
    Problem::new("vault-broken")
}

impl ports::Vault for Vault {
    fn prove(&self) -> BoxFuture<'_, Result<()>> {
        let fine = *self.broken.lock().unwrap() != Broken::Yes;
        Box::pin(async move { if fine { Ok(()) } else { Err(broken()) } })
    }

    fn seal<'a>(
        &'a self,
        name: &'a str,
        about: BTreeMap<String, String>,
        secret: &'a SecretString,
    ) -> BoxFuture<'a, Result<Sealed>> {
        let fine = *self.broken.lock().unwrap() == Broken::No;
        Box::pin(async move {
            if !fine {
                return Err(broken());
            }
            let blob = secret.expose_secret().bytes().rev().collect();
            Ok(Sealed { name: name.into(), blob, about })
        })
    }

    fn open<'a>(&'a self, sealed: &'a Sealed) -> BoxFuture<'a, Result<SecretString>> {
        let text: Vec<u8> = sealed.blob.iter().rev().copied().collect();
        Box::pin(async move { Ok(SecretString::from(String::from_utf8(text).unwrap())) })
    }
}

#[derive(Default)]
pub struct Access(Mutex<BTreeSet<SeatId>>);

impl Access {
    pub fn set(&self, seat: &str, signed_in: bool) {
        let mut out = self.0.lock().unwrap();
        if signed_in {
            out.remove(seat);
        } else {
            out.insert(seat.into());
        }
    }
}

impl ports::Access for Access {
    fn token<'a>(&'a self, seat: &'a SeatId) -> BoxFuture<'a, Result<SecretString>> {
        let out = self.0.lock().unwrap().contains(seat);
        Box::pin(async move {
            if out { Err(Problem::new("sign-in-needed")) } else { Ok(SecretString::from("fake")) }
        })
    }

    fn renew<'a>(
        &'a self,
        seat: &'a SeatId,
        _refused: &'a SecretString,
    ) -> BoxFuture<'a, Result<SecretString>> {
        self.token(seat)
    }

    fn account<'a>(&'a self, _seat: &'a SeatId) -> BoxFuture<'a, Option<String>> {
        Box::pin(async { Some("ann".into()) })
    }
}

pub struct Resolver;

impl ports::Resolve for Resolver {
    fn resolve<'a>(&'a self, _host: &'a str) -> BoxFuture<'a, Result<Vec<IpAddr>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

#[derive(Default)]
pub struct Teller(Mutex<Vec<Progress>>);

impl Teller {
    pub fn waited_for(&self, wanted: &str) -> bool {
        self.0
            .lock()
            .unwrap()
            .iter()
            .any(|progress| matches!(progress, Progress::Waiting { reason, .. } if reason == wanted))
    }
}

impl ports::Tell for Teller {
    fn tell(&self, progress: Progress) {
        self.0.lock().unwrap().push(progress);
    }
}
