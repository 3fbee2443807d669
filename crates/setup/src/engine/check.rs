//! Reads only: what is there, and what would have to be changed.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::join_all;

use super::{Engine, order::take_ready};
use crate::{
    change::Change,
    guide::{StepDefinition, StepId},
    journal::Event,
    kind::{Reads, Step, StepKind},
    observed::Observed,
    plan::{Plan, Purpose},
    ports::Progress,
    problem::{Problem, Result},
    record::{KnownBy, Seen, StepState},
    template,
};

/// What a check saw of each step in scope.
#[derive(Debug, Default)]
pub struct Checked {
    pub steps: BTreeMap<StepId, StepCheck>,
}

#[derive(Debug)]
pub struct StepCheck {
    pub observed: Result<Observed>,
    /// What would bring the step to where it should be.
    pub changes: Vec<Change>,
    /// What a person should know before the changes are made.
    pub notes: Vec<Problem>,
    pub seen: Seen,
}

impl StepCheck {
    /// A person decides whether to go on: there is a change that can be made, and a reason to think twice. See [`Plan::questions`].
    fn asks(&self) -> bool {
        self.seen.state == StepState::Undecided && !self.changes.is_empty()
    }
}

impl Checked {
    /// The first thing that a person must decide before what is planned may be done.
    pub fn question(&self) -> Option<&Problem> {
        self.steps.values().filter(|step| step.asks()).find_map(|step| step.seen.problem.as_ref())
    }

    /// Why a step could not be looked at or planned. A missing sign-in says least, so any other reason comes first.
    pub fn problem(&self) -> Option<&Problem> {
        let problems = || {
            let open = self.steps.values().filter(|step| step.seen.state != StepState::Done && !step.asks());
            open.filter_map(|step| step.seen.problem.as_ref())
        };
        problems().find(|problem| problem.code != "sign-in-needed").or_else(|| problems().next())
    }

    pub fn seen(&self) -> BTreeMap<StepId, Seen> {
        self.steps.iter().map(|(id, step)| (id.clone(), step.seen.clone())).collect()
    }
}

impl<'a> Engine<'a> {
    /// What stands already and could be used for a step. Reads only, and nothing of it is kept.
    ///
    /// # Errors
    /// `step-unknown`, or why it cannot be looked at.
    pub async fn candidates(&self, step: &str, id: Option<&str>) -> Result<Vec<Observed>> {
        let definition =
            self.guide.step(step).ok_or_else(|| Problem::new("step-unknown").arg("step", step))?;
        let now = self.step(definition);
        let kind = self.kinds.get(&definition.kind)?;
        self.ports.cancel.race(kind.candidates(&now.borrow(), id)).await
    }

    /// Looks at every step in scope, as many at a time as their values allow.
    ///
    /// # Errors
    /// `cancelled`, or why the journal cannot be written. A step that cannot be looked at is in the result.
    pub async fn check(&self) -> Result<Checked> {
        let mut checked = Checked::default();
        let mut waiting: Vec<&StepDefinition> = self.steps_in_scope().collect();
        // What is out of scope is taken as it is.
        let mut looked_at: BTreeSet<StepId> = self
            .guide
            .steps
            .iter()
            .map(|step| step.id.clone())
            .filter(|id| !self.scope.contains(id))
            .collect();
        while !waiting.is_empty() {
            let known = self.values();
            // A step whose values are all known need not wait for the steps before it to be looked at.
            let (mut ready, rest): (Vec<_>, Vec<_>) =
                waiting.into_iter().partition(|step| template::fill(&step.with, &known).1.is_empty());
            waiting = rest;
            ready.extend(take_ready(&mut waiting, &looked_at));
            if ready.is_empty() {
                break;
            }
            for (definition, check) in join_all(ready.into_iter().map(|step| self.check_step(step))).await {
                let mut given = self.given.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                for (name, value) in &check.seen.gives {
                    given.insert(format!("{}.{name}", definition.id), value.clone());
                }
                looked_at.insert(definition.id.clone());
                checked.steps.insert(definition.id.clone(), check);
            }
            self.ports.cancel.check()?;
        }
        self.commit(vec![Event::Seen { steps: checked.seen() }], Vec::new()).await?;
        Ok(checked)
    }

    /// The changes that can be made now: none of a step that waits for a person, or for a step that cannot be done.
    pub fn plan(&self, checked: &Checked) -> Plan {
        let mut will_be_done = self.done_steps(checked);
        let mut changes = Vec::new();
        let mut notes: Vec<Problem> = Vec::new();
        for step in self.steps_in_scope() {
            let Some(check) = checked.steps.get(&step.id) else { continue };
            if !step.needs.iter().all(|need| will_be_done.contains(need)) {
                continue;
            }
            let of_step = self.with_new_values(step, check, &changes);
            if !of_step.is_empty() {
                changes.extend(of_step);
                // Several steps of one service have the same to say.
                notes.extend(
                    check.notes.iter().filter(|note| !notes.contains(note)).cloned().collect::<Vec<_>>(),
                );
                will_be_done.insert(step.id.clone());
            } else if self.is_to_prove(step, checked) {
                will_be_done.insert(step.id.clone());
            }
        }
        let questions = checked
            .steps
            .values()
            .filter(|check| check.seen.state == StepState::Undecided)
            .filter_map(|check| check.seen.problem.clone())
            .collect();
        Plan { notes, ..Plan::new(&self.locked_record().head.id, Purpose::Apply, changes, questions) }
    }

    /// What is to be changed in a step. One that has the secret already is given the new value that an earlier change makes.
    fn with_new_values(
        &self,
        definition: &'a StepDefinition,
        check: &StepCheck,
        before: &[Change],
    ) -> Vec<Change> {
        let mut changes = check.changes.clone();
        let makes_what_it_uses =
            |change: &Change| change.yields_secret && definition.uses(&super::secret_of(&change.step));
        if let (Ok(observed), Ok(kind)) = (&check.observed, self.kinds.get(&definition.kind))
            && observed.object().is_some()
            && before.iter().any(makes_what_it_uses)
        {
            let given = kind.renewal(&self.step(definition).borrow(), observed).unwrap_or_default();
            changes.extend(
                given.into_iter().filter(|one| !check.changes.iter().any(|other| other.write == one.write)),
            );
        }
        changes
    }

    /// Steps that are done, in or out of scope.
    pub(super) fn done_steps(&self, checked: &Checked) -> BTreeSet<StepId> {
        let record = self.locked_record();
        let done = |step: &&StepDefinition| match checked.steps.get(&step.id) {
            Some(check) => check.seen.state == StepState::Done,
            None => record.steps.get(&step.id).is_some_and(|step| {
                step.confirmed.is_some()
                    || step.seen.as_ref().is_some_and(|(_, seen)| seen.state == StepState::Done)
            }),
        };
        self.guide.steps.iter().filter(done).map(|step| step.id.clone()).collect()
    }

    async fn check_step(&self, definition: &'a StepDefinition) -> (&'a StepDefinition, StepCheck) {
        self.ports.tell.tell(Progress::Checking { step: definition.id.clone() });
        let now = self.step(definition);
        let step = now.borrow();
        let kind = match self.kinds.get(&definition.kind) {
            Ok(kind) => kind,
            Err(problem) => {
                let seen = seen(None, &step, &Err(problem.clone()));
                let observed = Err(problem);
                return (definition, StepCheck { observed, changes: Vec::new(), notes: Vec::new(), seen });
            }
        };
        let observed = self.ports.cancel.race(kind.check(&step)).await;
        let mut seen = seen(Some(kind), &step, &observed);
        let mut changes = match &observed {
            Ok(observed) if !kind.is_by_hand() => kind.plan(&step, observed).unwrap_or_else(|problem| {
                seen.problem = Some(problem);
                Vec::new()
            }),
            _ => Vec::new(),
        };
        if let (Ok(Observed::Several { candidates }), false) = (&observed, changes.is_empty()) {
            let problem = Problem::new("namesakes").arg("step", &definition.id).hint("hint-namesakes");
            seen.problem = Some(problem.arg("count", candidates.len()));
        }
        let mut notes = Vec::new();
        if !changes.is_empty() {
            match self.ports.cancel.race(kind.preflight(&step, &changes)).await {
                Ok(found) => notes = found,
                Err(problem) => {
                    changes.clear();
                    seen.problem = Some(problem);
                }
            }
        }
        (definition, StepCheck { observed, changes, notes, seen })
    }
}

/// What is kept of an observation.
pub(super) fn seen(kind: Option<&dyn StepKind>, step: &Step<'_>, observed: &Result<Observed>) -> Seen {
    let confirmed = step.record.confirmed.is_some();
    let by_person =
        |otherwise| if confirmed { (StepState::Done, Some(KnownBy::Person)) } else { (otherwise, None) };
    let (state, known_by) = if step.record.open().next().is_some() {
        (StepState::Unsettled, None)
    } else if let Some(kind) = kind.filter(|kind| kind.reads() != Reads::State) {
        if kind.is_done_by_hand(&step.with, &step.values, &step.record) {
            (StepState::Done, Some(KnownBy::Person))
        } else {
            (StepState::Open, None)
        }
    } else {
        match observed {
            Ok(Observed::Matches { .. }) if kind.is_some_and(StepKind::proves) => {
                (StepState::Done, Some(KnownBy::Proven))
            }
            Ok(Observed::Matches { .. }) => (StepState::Done, Some(KnownBy::ReadBack)),
            Ok(Observed::Absent | Observed::Deleted { .. } | Observed::Unproven) => (StepState::Open, None),
            Ok(Observed::Differs { .. }) => (StepState::Differs, None),
            Ok(Observed::Several { .. }) => (StepState::Undecided, None),
            // Where nothing can be seen, a person's word is the best there is.
            Ok(Observed::Unseen { .. } | Observed::ByHand) => by_person(StepState::Unseen),
            Ok(Observed::Waiting { .. }) => by_person(StepState::Open),
            Err(_) => (StepState::Unseen, None),
        }
    };
    let problem = match observed {
        Err(problem) => Some(problem.clone()),
        Ok(Observed::Unseen { why }) => Some(why.clone()),
        Ok(Observed::Several { candidates }) => Some(
            Problem::new("several-candidates")
                .arg("step", &step.definition.id)
                .arg("count", candidates.len()),
        ),
        Ok(_) => None,
    };
    let gives = match observed {
        // Only what is as wanted, or ours, is built upon.
        Ok(
            Observed::Matches { object } | Observed::Differs { object, .. } | Observed::Deleted { object },
        ) => object.gives.clone(),
        _ => BTreeMap::new(),
    };
    let drift = match (kind, observed) {
        (Some(kind), Ok(observed)) => kind.drift(step, observed),
        _ => Vec::new(),
    };
    Seen { state, known_by, gives, problem, drift }
}
