//! What a setup's entries add up to.

mod step;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    change::Verb,
    guide::{Guide, SeatId, StepId},
    handover::ANYONE,
    journal::{Entry, Event},
    renewal::{Renewal, Turn},
    template::Values,
};

pub use step::{Confirmation, End, Intent, KnownBy, Seen, StepRecord, StepState, UNDO};

/// 32 lower-case hex digits, random. Part of every marker.
pub type SetupId = String;

/// The addresses of a Microsoft cloud, without trailing slash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloudAddresses {
    pub login: String,
    pub graph: String,
    pub entra_portal: String,
    pub admin_center: String,
}

/// What is fixed when a setup is created.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetupHead {
    pub id: SetupId,
    pub name: String,
    pub guide: String,
    pub guide_version: u32,
    /// Every service of it is simulated on this machine. For ever.
    pub practice: bool,
    /// `global`, `gcc-high` …, or `file`.
    pub cloud_name: String,
    pub cloud: CloudAddresses,
    pub tenant_domain: String,
    /// `https://host[:port]`, without trailing slash.
    pub instance: String,
    /// An extra certificate authority, PEM.
    #[serde(default)]
    pub ca_pem: Option<String>,
    /// The machine that the setup came from, where it did not begin here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_by: Option<String>,
}

impl SetupHead {
    /// Host with the port when there is one.
    pub fn instance_host(&self) -> &str {
        self.instance.split_once("://").map_or(self.instance.as_str(), |(_, rest)| rest)
    }
}

/// An administrator's consent that is waited for.
#[derive(Clone, Debug, PartialEq)]
pub struct AwaitedConsent {
    pub since: Timestamp,
    /// Where it is given.
    pub link: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub head: SetupHead,
    pub created_at: Timestamp,
    pub answers: BTreeMap<String, String>,
    pub learned: BTreeMap<String, String>,
    pub acknowledged: Option<Timestamp>,
    pub accounts: BTreeMap<SeatId, String>,
    /// Seats that cannot sign in before an administrator consents.
    pub consents: BTreeMap<SeatId, AwaitedConsent>,
    pub steps: BTreeMap<StepId, StepRecord>,
    pub people: u64,
    /// The machine whose journal this is.
    pub machine: String,
    /// Seats that changed hands, and the machines that hold them.
    pub holders: BTreeMap<SeatId, String>,
    /// Who was signed in last at other machines.
    pub colleagues: BTreeMap<String, String>,
}

impl Record {
    /// Adds up entries, which begin with `Created`. None for an empty list.
    pub fn fold<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Option<Self> {
        let mut entries = entries.into_iter();
        let first = entries.next()?;
        let Event::Created { head } = &first.event else { return None };
        let mut record = Self {
            head: head.clone(),
            created_at: first.at,
            answers: BTreeMap::new(),
            learned: BTreeMap::new(),
            acknowledged: None,
            accounts: BTreeMap::new(),
            consents: BTreeMap::new(),
            steps: BTreeMap::new(),
            people: 0,
            // A machine's own store begins with its own entry, also where the setup came from another one.
            machine: first.machine.clone(),
            holders: BTreeMap::new(),
            colleagues: BTreeMap::new(),
        };
        entries.for_each(|entry| record.add(entry));
        Some(record)
    }

    /// When the step, or one that it needs directly, last made something.
    pub(crate) fn made_at(&self, step: &crate::guide::StepDefinition) -> Option<Timestamp> {
        let steps = step.needs.iter().chain([&step.id]).filter_map(|id| self.steps.get(id));
        let made = steps.flat_map(|step| &step.intents);
        let made =
            made.filter(|intent| intent.change.verb == Verb::Create && matches!(intent.end, End::Landed(_)));
        made.map(|intent| intent.at).max()
    }

    pub fn add(&mut self, entry: &Entry) {
        let here = entry.machine == self.machine;
        match entry.event.clone() {
            Event::Created { .. } | Event::Exposed { .. } | Event::Forgotten { .. } => {}
            // Who is signed in elsewhere is not signed in here, and what was read there was read there.
            Event::SignedIn { account, .. } if !here => {
                self.colleagues.insert(entry.machine.clone(), account);
            }
            Event::SignedOut { .. } | Event::Acknowledged { .. } | Event::ConsentAwaited { .. } if !here => {}
            // Who opens a file behind a phrase gets what still waits for somebody, and nothing that was taken back meanwhile.
            Event::SeatMoved { seat, from: Some(_), .. } if self.holder(&seat) != ANYONE => {}
            Event::SeatMoved { seat, to, .. } => {
                self.holders.insert(seat, to);
            }
            Event::Answered { answer, value } => {
                self.answers.insert(answer, value);
            }
            Event::Learned { values } => self.learned.extend(values),
            Event::Acknowledged { .. } => self.acknowledged = Some(entry.at),
            Event::SignedIn { seat, account, .. } => {
                self.consents.remove(&seat);
                self.accounts.insert(seat, account);
            }
            Event::SignedOut { seat } => {
                self.accounts.remove(&seat);
            }
            Event::Intended { change, account } => {
                let intent =
                    Intent { id: entry.intent_id(), at: entry.at, account, change: *change, end: End::Open };
                self.steps.entry(intent.change.step.clone()).or_default().intents.push(intent);
            }
            Event::Landed { intent, outcome } => self.end(&intent, End::Landed(outcome)),
            Event::NotLanded { intent, .. } => self.end(&intent, End::NotLanded),
            Event::Gone { intent } => self.end(&intent, End::Gone),
            Event::Adopted { step, id, .. } => self.steps.entry(step).or_default().chosen(Some(id)),
            Event::Released { step, .. } => self.steps.entry(step).or_default().chosen(None),
            Event::ConsentAwaited { seat, link } => {
                let since = self.consents.get(&seat).map_or(entry.at, |before| before.since);
                self.consents.insert(seat, AwaitedConsent { since, link });
            }
            Event::Seen { steps } => {
                for (step, mut seen) in steps {
                    if !here {
                        // Said by somebody else, until this machine looks for itself.
                        seen.known_by = seen.known_by.map(|_| KnownBy::Handover);
                    }
                    let said_by = if here { None } else { self.colleagues.get(&entry.machine).cloned() };
                    let step = self.steps.entry(step).or_default();
                    step.seen = Some((entry.at, seen));
                    step.said_by = said_by;
                }
            }
            Event::Confirmed { step, by, note } => {
                self.steps.entry(step).or_default().confirmed = Some(Confirmation { at: entry.at, by, note });
            }
            Event::Reopened { step, .. } => {
                let step = self.steps.entry(step).or_default();
                step.confirmed = None;
                step.seen = None;
            }
            Event::PeopleListed { count } => self.people = count,
            Event::Renewal { step, turn, .. } => {
                let step = self.steps.entry(step).or_default();
                if matches!(turn, Turn::Used { .. }) {
                    step.used = Some(entry.at);
                }
                step.renewal = Renewal::turned(step.renewal.take(), &turn, entry.at);
            }
        }
    }

    fn end(&mut self, id: &str, end: End) {
        let intents = self.steps.values_mut().flat_map(|step| step.intents.iter_mut());
        if let Some(intent) = intents.into_iter().find(|intent| intent.id == id) {
            intent.end = end;
        }
        // Where nothing is left, as after an undo, there is nothing to renew either.
        for step in self.steps.values_mut().filter(|step| step.renewal.is_some()) {
            if step.ours().next().is_none() {
                step.renewal = None;
            }
        }
    }

    /// Everything templates may name, as far as it is known.
    pub fn values(&self, guide: &Guide) -> Values {
        let head = &self.head;
        let mut values: Values = [
            ("setup.id", head.id.as_str()),
            ("setup.name", head.name.as_str()),
            ("tenant.domain", head.tenant_domain.as_str()),
            ("servicenow.url", head.instance.as_str()),
            ("servicenow.host", head.instance_host()),
            ("cloud.login", head.cloud.login.as_str()),
            ("cloud.graph", head.cloud.graph.as_str()),
            ("cloud.entra_portal", head.cloud.entra_portal.as_str()),
            ("cloud.admin_center", head.cloud.admin_center.as_str()),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        for answer in &guide.answers {
            if let Some(default) = &answer.default {
                values.insert(answer.id.clone(), default.clone());
            }
        }
        values.extend(self.learned.clone());
        values.extend(self.answers.clone());
        for (step, record) in &self.steps {
            let seen = record.seen.iter().flat_map(|(_, seen)| seen.gives.iter());
            let landed = record.ours().flat_map(|(_, landing)| landing.gives.iter());
            for (name, value) in seen.chain(landed) {
                values.insert(format!("{step}.{name}"), value.clone());
            }
        }
        values
    }

    /// What is to be typed before anything of an instance labelled production is changed: its name. None where it is not so labelled.
    pub fn production_name(&self, guide: &Guide) -> Option<&str> {
        let labelled = guide.answers.iter().any(|answer| {
            let said = self.answers.get(&answer.id).or(answer.default.as_ref());
            answer.production.is_some() && said == answer.production.as_ref()
        });
        // Of `name.service-now.com` the name; of an address of one's own the host.
        let host = self.head.instance_host();
        labelled.then(|| host.strip_suffix(".service-now.com").unwrap_or(host))
    }

    /// The machine that carries out a seat's steps: the one that began the setup, until it says otherwise.
    pub fn holder(&self, seat: &str) -> &str {
        let begun_by = self.head.begun_by.as_ref().unwrap_or(&self.machine);
        self.holders.get(seat).unwrap_or(begun_by)
    }

    /// Whether another machine carries out the seat's steps: they are shown here and left alone.
    pub fn is_elsewhere(&self, seat: &str) -> bool {
        self.holder(seat) != self.machine
    }

    pub fn step(&self, id: &str) -> StepRecord {
        self.steps.get(id).cloned().unwrap_or_default()
    }

    /// Whether anything that we made still stands, as far as the journal knows.
    pub fn owns_anything(&self) -> bool {
        self.steps.values().any(|step| step.ours().next().is_some() || step.open().next().is_some())
    }
}
