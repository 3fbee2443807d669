//! Check, plan, apply, settle, verify, undo: the only place that moves a setup on.
//!
//! Every write goes through [`write`](self): the intent is committed, one request is sent, the outcome is committed. Whatever is
//! killed in between is settled before anything else is written.

mod apply;
mod check;
mod order;
mod renew;
mod settle;
mod undo;
mod verify;
mod write;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde_json::Value;

pub use check::{Checked, StepCheck};
pub use renew::{renewal_scope, secret_of};

use crate::{
    change::Change,
    guide::{Guide, StepDefinition, StepId},
    in_use::keys_in_use,
    journal::{Entry, Event},
    kind::{Kinds, Step},
    plan::Plan,
    ports::{Ports, Sealed},
    problem::{Problem, Result},
    record::{Record, Seen},
    template::{self, Values},
};

/// One setup in the hands of one process. Writing needs the setup's lock, which the caller holds.
pub struct Engine<'a> {
    guide: &'a Guide,
    kinds: &'a Kinds,
    ports: Ports<'a>,
    record: Mutex<Record>,
    /// Values seen by this run's checks and not yet in the record.
    given: Mutex<Values>,
    /// The steps asked for; the rest is left alone.
    scope: BTreeSet<StepId>,
}

/// How a run ended.
#[derive(Debug)]
pub struct Run {
    pub plan: Plan,
    /// Those of the plan that were carried out.
    pub made: Vec<Change>,
    pub seen: BTreeMap<StepId, Seen>,
    /// What the services say about what was made: where they recorded it.
    pub notes: Vec<Problem>,
    /// The first thing that went wrong. Steps that do not depend on it went on.
    pub problem: Option<Problem>,
}

impl Run {
    /// One that has made nothing yet.
    fn of(plan: Plan, seen: BTreeMap<StepId, Seen>, problem: Option<Problem>) -> Self {
        Self { plan, made: Vec::new(), seen, notes: Vec::new(), problem }
    }
}

impl<'a> Engine<'a> {
    /// # Errors
    /// `step-unknown`, `setup-unknown`, or why the journal cannot be read.
    pub async fn load(
        guide: &'a Guide,
        kinds: &'a Kinds,
        ports: Ports<'a>,
        setup: &str,
        only: Option<&str>,
    ) -> Result<Self> {
        let entries = ports.journal.entries(&setup.to_owned()).await?;
        if let Some(broken) = entries.iter().find(|entry| !entry.is_whole()) {
            return Err(Problem::new("journal-altered").arg("entry", broken.intent_id()));
        }
        let record =
            Record::fold(&entries).ok_or_else(|| Problem::new("setup-unknown").arg("setup", setup))?;
        let scope = match only {
            Some(step) if guide.step(step).is_none() => {
                return Err(Problem::new("step-unknown").arg("step", step));
            }
            Some(step) => [step.to_owned()].into(),
            // What another machine carries out is shown here, and left alone.
            None => {
                let here = guide.steps.iter().filter(|step| !record.is_elsewhere(&step.seat));
                here.map(|step| step.id.clone()).collect()
            }
        };
        Ok(Self { guide, kinds, ports, record: Mutex::new(record), given: Mutex::default(), scope })
    }

    /// The same engine with other steps in scope.
    #[must_use]
    pub fn within(mut self, steps: BTreeSet<StepId>) -> Self {
        self.scope = steps;
        let record = self.locked_record();
        let here = |id: &StepId| self.guide.step(id).is_some_and(|step| !record.is_elsewhere(&step.seat));
        let scope = self.scope.iter().filter(|id| here(id)).cloned().collect();
        drop(record);
        self.scope = scope;
        self
    }

    /// What the setup's entries add up to by now.
    pub fn record(&self) -> Record {
        self.locked_record().clone()
    }

    fn locked_record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn values(&self) -> Values {
        let mut values = self.given.lock().unwrap_or_else(PoisonError::into_inner).clone();
        values.extend(self.locked_record().values(self.guide));
        values
    }

    /// The step as things stand now.
    fn step(&self, definition: &'a StepDefinition) -> StepNow<'a> {
        let values = self.values();
        let (with, pending) = template::fill(&definition.with, &values);
        let record = self.locked_record();
        StepNow {
            head: record.head.clone(),
            record: record.step(&definition.id),
            in_use: keys_in_use(&record, self.guide, self.kinds),
            made_at: record.made_at(definition),
            definition,
            with,
            pending,
            values,
            ports: self.ports,
        }
    }

    fn steps_in_scope(&self) -> impl DoubleEndedIterator<Item = &'a StepDefinition> + '_ {
        self.guide.steps.iter().filter(|step| self.scope.contains(&step.id))
    }

    /// Appends to the journal and to the record, in that order.
    async fn commit(&self, events: Vec<Event>, sealed: Vec<Sealed>) -> Result<Vec<Entry>> {
        let setup = self.locked_record().head.id.clone();
        let entries = self.ports.journal.append(&setup, events, sealed).await?;
        let mut record = self.locked_record();
        entries.iter().for_each(|entry| record.add(entry));
        Ok(entries)
    }

    fn fill(&self, change: &Change) -> Result<Change> {
        let values = self.values();
        let mut filled = change.clone();
        let mut pending = BTreeSet::new();
        let mut text = |text: &mut String| *text = template::fill_text(text, &values, &mut pending);
        text(&mut filled.name);
        filled.id.as_mut().map(&mut text);
        for value in filled.after.values_mut() {
            let (known, missing) = template::fill(value, &values);
            *value = known;
            pending.extend(missing);
        }
        match pending.into_iter().next() {
            Some(missing) => {
                Err(Problem::new("value-missing").arg("step", &change.step).arg("value", missing))
            }
            None => Ok(filled),
        }
    }
}

/// A [`Step`] that owns what it borrows from the record.
struct StepNow<'a> {
    made_at: Option<jiff::Timestamp>,
    definition: &'a StepDefinition,
    head: crate::record::SetupHead,
    record: crate::record::StepRecord,
    in_use: BTreeMap<String, String>,
    with: Value,
    pending: BTreeSet<String>,
    values: Values,
    ports: Ports<'a>,
}

impl StepNow<'_> {
    fn borrow(&self) -> Step<'_> {
        Step {
            definition: self.definition,
            head: &self.head,
            with: self.with.clone(),
            pending: self.pending.clone(),
            values: self.values.clone(),
            record: self.record.clone(),
            in_use: self.in_use.clone(),
            made_at: self.made_at,
            ports: self.ports,
        }
    }
}
