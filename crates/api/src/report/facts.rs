//! What a report says, before any words.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use setup::{
    Change, Entry, Event,
    journal::{IntentId, Landing},
    record::{KnownBy, StepState},
    rows::{Row, RowState},
};

use crate::{
    setups::Opened,
    view::{approval::ApprovalView, step::StepLine},
};

#[derive(Debug, Serialize)]
pub struct Facts {
    pub liaison: &'static str,
    pub made_at: Timestamp,
    pub setup: String,
    pub guide: String,
    pub practice: bool,
    /// ISO date on which the service behind the guide was shut down.
    pub retired_on: Option<String>,
    pub acknowledged_at: Option<Timestamp>,
    pub tenant: String,
    pub instance: String,
    pub created_at: Timestamp,
    pub accounts: BTreeMap<String, String>,
    pub approval: ApprovalView,
    pub steps: Vec<StepFact>,
    pub changes: Vec<ChangeFact>,
    /// For whom the changes were that stand for many.
    pub each: Vec<EachFact>,
    /// What a person kept and chose for the report.
    pub notes: Vec<NoteFact>,
    pub pictures: Vec<PictureFact>,
    /// Message ids of what undo can never take back.
    pub stays: Vec<String>,
    pub journal: JournalFact,
}

#[derive(Debug, Serialize)]
pub struct StepFact {
    pub id: String,
    pub seat: String,
    pub state: StepState,
    pub known_by: Option<KnownBy>,
    /// Neither optional nor for later: it is an open point while it is not done.
    pub counts: bool,
    pub at: Option<String>,
    pub by: Option<String>,
    pub note: Option<String>,
}

/// A write, with what became of it.
#[derive(Debug, Serialize)]
pub struct ChangeFact {
    pub at: Timestamp,
    pub account: Option<String>,
    pub change: Change,
    pub ended: Ended,
    pub id: Option<String>,
    pub request_id: Option<String>,
}

/// One of many that a change was for.
#[derive(Debug, Serialize)]
pub struct EachFact {
    pub step: String,
    pub name: String,
    pub ended: Ended,
    pub id: Option<String>,
    pub at: Timestamp,
}

impl EachFact {
    /// None of what was only planned.
    pub fn of(step: &str, row: Row) -> Option<Self> {
        let ended = match row.state {
            RowState::Planned => return None,
            RowState::Sent | RowState::Leaving => Ended::Unsettled,
            RowState::Made => Ended::Landed,
            RowState::Gone => Ended::Gone,
        };
        Some(Self { step: step.to_owned(), name: row.name, ended, id: row.id, at: row.at })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    Landed,
    NotLanded,
    Gone,
    Unsettled,
}

#[derive(Debug, Serialize)]
pub struct NoteFact {
    pub step: String,
    pub at: Timestamp,
    pub by: Option<String>,
    pub text: String,
}

#[derive(Debug, Serialize)]
pub struct PictureFact {
    pub step: String,
    pub at: Timestamp,
    pub by: Option<String>,
    pub width: u32,
    pub height: u32,
    /// Of the PNG.
    pub sha256: String,
    /// In base64.
    pub png: String,
}

/// Notes and pictures that were chosen one by one, in the guide's order.
#[derive(Debug, Default)]
pub struct Chosen {
    pub notes: Vec<NoteFact>,
    pub pictures: Vec<PictureFact>,
}

/// Lets a reader see that nobody edited the journal in between.
#[derive(Debug, Serialize)]
pub struct JournalFact {
    pub entries: usize,
    pub last_hash: String,
}

impl Facts {
    pub fn of(
        opened: &Opened,
        entries: &[Entry],
        each: Vec<EachFact>,
        chosen: Chosen,
        now: Timestamp,
    ) -> Self {
        let record = &opened.record;
        let guide = &opened.told.guide;
        let changes = changes(entries);
        let mut stays: Vec<String> = changes
            .iter()
            .filter(|change| change.ended != Ended::NotLanded)
            .flat_map(|change| change.change.stays.iter().cloned())
            .chain((!record.accounts.is_empty()).then(|| "stays-consent".to_owned()))
            .chain(
                record
                    .answers
                    .contains_key("servicenow.sign-in.client")
                    .then(|| "stays-sign-in-client".to_owned()),
            )
            .collect();
        stays.sort();
        stays.dedup();
        Self {
            liaison: env!("CARGO_PKG_VERSION"),
            made_at: now,
            setup: record.head.name.clone(),
            guide: guide.id.clone(),
            practice: record.head.practice,
            retired_on: guide.retired.as_ref().map(|retired| retired.on.clone()),
            acknowledged_at: record.acknowledged,
            tenant: record.head.tenant_domain.clone(),
            instance: record.head.instance.clone(),
            created_at: record.created_at,
            accounts: record.accounts.clone(),
            approval: crate::approval::of(record),
            steps: opened.shown().lines().into_iter().map(|line| step(opened, line)).collect(),
            changes,
            each,
            notes: chosen.notes,
            pictures: chosen.pictures,
            stays,
            journal: JournalFact {
                entries: entries.len(),
                last_hash: entries.last().map(|entry| entry.hash.clone()).unwrap_or_default(),
            },
        }
    }
}

fn step(opened: &Opened, line: StepLine) -> StepFact {
    let confirmed = opened.record.step(&line.id).confirmed.filter(|_| line.known_by == Some(KnownBy::Person));
    StepFact {
        by: confirmed.as_ref().and_then(|confirmed| confirmed.by.clone()),
        note: confirmed.and_then(|confirmed| confirmed.note),
        counts: !line.optional && !line.later,
        id: line.id,
        seat: line.seat,
        state: line.state,
        known_by: line.known_by,
        at: line.seen_at,
    }
}

fn changes(entries: &[Entry]) -> Vec<ChangeFact> {
    let mut ends: BTreeMap<&IntentId, (Ended, Option<&Landing>)> = BTreeMap::new();
    for entry in entries {
        match &entry.event {
            Event::Landed { intent, outcome } => ends.insert(intent, (Ended::Landed, Some(outcome))),
            Event::NotLanded { intent, .. } => ends.insert(intent, (Ended::NotLanded, None)),
            // It did land, and that stays true.
            Event::Gone { intent } => ends.insert(intent, (Ended::Gone, None)),
            _ => None,
        };
    }
    let intended = |entry: &Entry| match &entry.event {
        Event::Intended { change, account } => {
            let (ended, landing) = ends.get(&entry.intent_id()).copied().unwrap_or((Ended::Unsettled, None));
            Some(ChangeFact {
                at: entry.at,
                account: account.clone(),
                id: landing.and_then(|landing| landing.id.clone()).or_else(|| change.id.clone()),
                request_id: landing.and_then(|landing| landing.request_id.clone()),
                change: (**change).clone(),
                ended,
            })
        }
        _ => None,
    };
    entries.iter().filter_map(intended).collect()
}
