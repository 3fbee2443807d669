//! Runs the plan that was shown.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::{
    StreamExt,
    future::{BoxFuture, join_all},
    stream::FuturesUnordered,
};

use super::{Checked, Engine, Run, StepCheck, order::take_ready};
use crate::{
    change::Change,
    guide::{StepDefinition, StepId},
    journal::Event,
    kind::StepKind,
    observed::Observed,
    plan::{Plan, Purpose},
    ports::Progress,
    problem::{Effect, Problem, Result},
    record::{Seen, StepState},
};

/// What came back of a step's future.
enum Part<'a> {
    /// Its writes are over: what depends on it may start.
    Written {
        step: &'a StepDefinition,
        made: Vec<Change>,
        problem: Option<Problem>,
    },
    Verified {
        step: &'a StepDefinition,
        seen: Seen,
    },
}

impl<'a> Engine<'a> {
    /// Settles, looks again, and applies if the plan is still the one with that fingerprint (any, when none is given).
    /// `accepted` are the yeses that single changes ask for ([`Change::asks`]).
    ///
    /// # Errors
    /// Before anything is written: `retired-not-acknowledged`, an unsettled write, an unreadable journal. Later problems are in
    /// [`Run::problem`], beside what was made.
    pub async fn apply(&self, fingerprint: Option<&str>, accepted: &BTreeSet<String>) -> Result<Run> {
        self.may_change()?;
        self.settle().await?;
        let checked = self.check().await?;
        let plan = self.plan(&checked);
        if let Some(refused) = plan.is_another(fingerprint).or_else(|| plan.is_unaccepted(accepted)) {
            return Ok(Run::of(plan, checked.seen(), Some(refused)));
        }
        // Only who was shown the plan was shown what it asks.
        if let Some(question) = checked.question().filter(|_| fingerprint.is_none()).cloned() {
            return Ok(Run::of(plan, checked.seen(), Some(question)));
        }
        self.carry_out(plan, &checked).await
    }

    pub(super) fn may_change(&self) -> Result<()> {
        let record = self.locked_record();
        match &self.guide.retired {
            Some(retired) if !record.head.practice && record.acknowledged.is_none() => {
                Err(Problem::new("retired-not-acknowledged").arg("on", &retired.on).hint("hint-acknowledge"))
            }
            _ => Ok(()),
        }
    }

    async fn carry_out(&self, plan: Plan, checked: &Checked) -> Result<Run> {
        let mut run = Run::of(plan, checked.seen(), checked.problem().cloned());
        let mut done = self.done_steps(checked);
        let mut waiting: Vec<&StepDefinition> =
            self.steps_in_scope().filter(|step| self.has_work(step, &run.plan, checked)).collect();
        let mut running: FuturesUnordered<BoxFuture<'_, Part<'a>>> = FuturesUnordered::new();
        loop {
            for step in take_ready(&mut waiting, &done) {
                running.push(Box::pin(self.write_step(step, changes_of(&run.plan, &step.id))));
            }
            match running.next().await {
                None => break,
                Some(Part::Written { step, made, problem: Some(problem) }) => {
                    run.made.extend(made);
                    self.ports
                        .tell
                        .tell(Progress::Failed { step: step.id.clone(), problem: problem.clone() });
                    let seen = Seen {
                        state: StepState::Open,
                        known_by: None,
                        gives: BTreeMap::new(),
                        problem: Some(problem.clone()),
                        drift: Vec::new(),
                    };
                    run.seen.insert(step.id.clone(), seen);
                    run.problem = first_of(run.problem, problem);
                }
                Some(Part::Written { step, made, problem: None }) => {
                    run.made.extend(made);
                    // What only use can prove is not done before it is proven.
                    if !self.kinds.get(&step.kind)?.proves() {
                        done.insert(step.id.clone());
                    }
                    running.push(Box::pin(async move {
                        Part::Verified { step, seen: self.verify_step(step).await }
                    }));
                }
                Some(Part::Verified { step, seen }) => {
                    if seen.state == StepState::Done {
                        done.insert(step.id.clone());
                        self.ports.tell.tell(Progress::Finished { step: step.id.clone() });
                    } else {
                        let problem = seen
                            .problem
                            .clone()
                            .unwrap_or_else(|| Problem::new("verify-failed").arg("step", &step.id));
                        self.ports
                            .tell
                            .tell(Progress::Failed { step: step.id.clone(), problem: problem.clone() });
                        run.problem = first_of(run.problem, problem);
                    }
                    run.seen.insert(step.id.clone(), seen);
                }
            }
        }
        self.commit(vec![Event::Seen { steps: run.seen.clone() }], Vec::new()).await?;
        run.notes = self.afterwards(&run.made).await;
        Ok(run)
    }

    /// What the services say about what was made. Only told, so that what cannot be read is left out.
    async fn afterwards(&self, made: &[Change]) -> Vec<Problem> {
        let steps: Vec<_> =
            self.steps_in_scope().filter(|step| made.iter().any(|change| change.step == step.id)).collect();
        let read = steps.into_iter().map(|definition| async move {
            let now = self.step(definition);
            match self.kinds.get(&definition.kind) {
                Ok(kind) => kind.afterwards(&now.borrow()).await.unwrap_or_default(),
                Err(_) => Vec::new(),
            }
        });
        join_all(read).await.into_iter().flatten().collect()
    }

    /// Changes to make, or a proof to run.
    fn has_work(&self, step: &StepDefinition, plan: &Plan, checked: &Checked) -> bool {
        plan.changes.iter().any(|change| change.step == step.id) || self.is_to_prove(step, checked)
    }

    /// A proof that is missing, or that what this run makes will need.
    pub(super) fn is_to_prove(&self, step: &StepDefinition, checked: &Checked) -> bool {
        let waits =
            |check: &StepCheck| matches!(check.observed, Ok(Observed::Unproven | Observed::Waiting { .. }));
        self.kinds.get(&step.kind).is_ok_and(StepKind::proves)
            && checked.steps.get(&step.id).is_some_and(waits)
    }

    async fn write_step(&self, step: &'a StepDefinition, changes: Vec<Change>) -> Part<'a> {
        let mut made = Vec::new();
        for (index, change) in changes.into_iter().enumerate() {
            self.ports.tell.tell(Progress::Changing { step: step.id.clone(), change: index });
            if let Err(problem) = self.write(step, &change).await {
                if problem.effect == Effect::Done {
                    made.push(change);
                }
                return Part::Written { step, made, problem: Some(problem) };
            }
            self.ports.tell.tell(Progress::Changed { step: step.id.clone(), change: index });
            made.push(self.fill(&change).unwrap_or(change));
        }
        Part::Written { step, made, problem: None }
    }

    pub(super) fn new_plan(&self, purpose: Purpose, changes: Vec<Change>, questions: Vec<Problem>) -> Plan {
        Plan::new(&self.locked_record().head.id, purpose, changes, questions)
    }
}

pub(super) fn changes_of(plan: &Plan, step: &StepId) -> Vec<Change> {
    plan.changes.iter().filter(|change| change.step == *step).cloned().collect()
}

/// A real failure says more than a sign-in that is still missing.
fn first_of(earlier: Option<Problem>, later: Problem) -> Option<Problem> {
    match earlier {
        Some(problem) if problem.code != "sign-in-needed" => Some(problem),
        _ => Some(later),
    }
}

/// Steps of `all` that need one of `roots`, however far.
pub(super) fn dependants<'g>(all: &'g [StepDefinition], roots: &BTreeSet<StepId>) -> Vec<&'g StepDefinition> {
    let mut reached = roots.clone();
    let mut found = Vec::new();
    for step in all {
        if step.needs.iter().any(|need| reached.contains(need)) {
            reached.insert(step.id.clone());
            found.push(step);
        }
    }
    found
}
