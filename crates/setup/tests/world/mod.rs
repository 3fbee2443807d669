//! A small world for the engine: one store of named objects, three kinds that stand on each other, and ports that can fail.

#![allow(dead_code)]

mod kinds;
mod ports;
mod service;

use std::sync::Arc;

use liaison_setup::{
    Cancel, Engine, Event, Guide, Kinds, Ports,
    ports::Journal as _,
    record::{CloudAddresses, Record, SetupHead},
};
pub use service::Answer;

use self::{
    kinds::{Alone, Credential, Thing},
    ports::{Access, Clock, Journal, NoRows, Resolver, Teller, Vault},
    service::Service,
};

pub const SETUP: &str = "0123456789abcdef0123456789abcdef";

pub struct World {
    guide: Guide,
    kinds: Kinds,
    service: Arc<Service>,
    journal: Journal,
    vault: Vault,
    clock: Arc<Clock>,
    access: Access,
    teller: Teller,
}

const GUIDE: &str = r#"
id = "g"
version = 1
source = { title = "T", date = "2026-01-01" }
instructions = []
seats = [{ id = "one", service = "entra" }, { id = "two", service = "servicenow" }]
RETIRED
[[steps]]
id = "first"
kind = "thing"
seat = "one"
with = { name = "first" }
gives = ["id"]
because = "b"
no-picture = "n"

[[steps]]
id = "second"
kind = "thing"
seat = "one"
needs = ["first"]
with = { name = "second-of-{first.name}" }
gives = ["name"]
because = "b"
no-picture = "n"

[[steps]]
id = "third"
kind = "credential"
seat = "one"
needs = ["second"]
with = { name = "token-of-second", of = "{second.name}" }
because = "b"
no-picture = "n"

[[steps]]
id = "alone"
kind = "alone"
seat = "two"
because = "b"
no-picture = "n"
"#;

impl World {
    pub fn new() -> Self {
        Self::begin(true, "")
    }

    pub fn real_and_retired() -> Self {
        Self::begin(false, "retired = { on = \"2025-05-30\" }")
    }

    fn begin(practice: bool, retired: &str) -> Self {
        let text = GUIDE.replace("RETIRED", retired).replace("gives = [\"id\"]", "gives = [\"name\"]");
        let clock = Arc::new(Clock::default());
        let service = Arc::new(Service::new(clock.clone()));
        let head = SetupHead {
            id: SETUP.into(),
            name: "test".into(),
            guide: "g".into(),
            guide_version: 1,
            practice,
            cloud_name: "file".into(),
            cloud: CloudAddresses {
                login: "http://127.0.0.1:1".into(),
                graph: "http://127.0.0.1:1".into(),
                entra_portal: "http://127.0.0.1:1".into(),
                admin_center: "http://127.0.0.1:1".into(),
            },
            tenant_domain: "t.example".into(),
            instance: "http://127.0.0.1:2".into(),
            ca_pem: None,
        };
        Self {
            guide: Guide::parse(&text).unwrap(),
            kinds: Kinds::default()
                .with(Thing { service: service.clone() })
                .with(Credential { service: service.clone() })
                .with(Alone),
            journal: Journal::beginning_with(Event::Created { head }, clock.clone()),
            vault: Vault::default(),
            access: Access::default(),
            teller: Teller::default(),
            service,
            clock,
        }
    }

    fn ports<'a>(&'a self, cancel: &'a Cancel) -> Ports<'a> {
        Ports {
            journal: &self.journal,
            rows: &NoRows,
            vault: &self.vault,
            clock: &*self.clock,
            access: &self.access,
            resolve: &Resolver,
            tell: &self.teller,
            cancel,
        }
    }

    pub async fn run<T>(&self, work: impl AsyncFnOnce(Engine<'_>) -> T) -> T {
        self.run_with(&Cancel::default(), work).await
    }

    pub async fn run_with<T>(&self, cancel: &Cancel, work: impl AsyncFnOnce(Engine<'_>) -> T) -> T {
        let engine = Engine::load(&self.guide, &self.kinds, self.ports(cancel), SETUP, None).await.unwrap();
        work(engine).await
    }

    /// Runs until the journal port "dies": from then on nothing comes back, as in a process that was killed.
    pub async fn run_until_killed(&self, work: impl AsyncFnOnce(Engine<'_>)) {
        let dead = self.journal.death();
        tokio::select! {
            biased;
            () = dead => {}
            () = self.run(work) => {}
        }
        self.journal.revive();
    }

    pub async fn load(&self) -> Result<(), String> {
        let cancel = Cancel::default();
        let loaded = Engine::load(&self.guide, &self.kinds, self.ports(&cancel), SETUP, None).await;
        loaded.map(drop).map_err(|problem| problem.code)
    }

    pub async fn record(&self) -> Record {
        Record::fold(&self.journal.entries(&SETUP.to_owned()).await.unwrap()).unwrap()
    }

    pub async fn acknowledge(&self) {
        let read = vec![Event::Acknowledged { by: None }];
        self.journal.append(&SETUP.to_owned(), read, Vec::new()).await.unwrap();
    }

    // What the service holds.

    pub fn names(&self) -> Vec<String> {
        self.service.names()
    }

    pub fn live_secrets(&self) -> usize {
        self.service.secrets().len()
    }

    pub fn writes(&self) -> usize {
        self.service.writes()
    }

    pub fn add_foreign(&self, name: &str) {
        self.service.add(name, "somebody else");
    }

    pub fn tamper(&self, name: &str) {
        self.service.tamper(name);
    }

    pub fn remove(&self, name: &str) {
        self.service.remove_named(name);
    }

    pub fn next_answer(&self, answer: Answer) {
        self.service.next_answer(answer);
    }

    pub fn replicate_after(&self, seconds: i64) {
        self.service.replicate_after(seconds);
    }

    // What Liaison keeps.

    pub fn sealed_names(&self) -> Vec<String> {
        self.journal.sealed_names()
    }

    pub async fn sealed_secret_works(&self) -> bool {
        use liaison_setup::ports::Vault as _;
        use secrecy::ExposeSecret;
        let sealed = self.journal.sealed(&SETUP.to_owned(), "third.token").await.unwrap();
        let Some(sealed) = sealed else { return false };
        let secret = self.vault.open(&sealed).await.unwrap();
        self.service.secrets().contains(&secret.expose_secret().to_owned())
    }

    pub fn appends(&self) -> usize {
        self.journal.appends()
    }

    pub fn die_at_append(&self, at: usize, kept: bool) {
        self.journal.die_at(at, kept);
    }

    pub fn alter_journal(&self) {
        self.journal.alter();
    }

    pub fn break_vault(&self) {
        self.vault.break_now();
    }

    pub fn break_vault_after_proof(&self) {
        self.vault.break_after_proof();
    }

    pub fn mend_vault(&self) {
        self.vault.mend();
    }

    pub fn sign_out(&self, seat: &str) {
        self.access.set(seat, false);
    }

    pub fn sign_in(&self, seat: &str) {
        self.access.set(seat, true);
    }

    pub fn told(&self, reason: &str) -> bool {
        self.teller.waited_for(reason)
    }
}
