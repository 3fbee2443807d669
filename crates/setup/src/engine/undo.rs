//! Takes back what is ours, last made first, as a plan that is shown before.

use std::collections::BTreeSet;

use super::{
    Checked, Engine, Run,
    apply::{changes_of, dependants},
};
use crate::{
    change::Verb,
    guide::{StepDefinition, StepId},
    journal::Event,
    observed::Observed,
    plan::{Plan, Purpose},
    ports::Progress,
    problem::{Effect, Problem, Result},
    record::{KnownBy, StepState},
};

impl<'a> Engine<'a> {
    /// What undo would do, given what is there now.
    ///
    /// # Errors
    /// Why the journal cannot be written.
    pub async fn plan_undo(&self, checked: &Checked) -> Result<Plan> {
        let mut changes = Vec::new();
        let mut questions = Vec::new();
        let mut gone = Vec::new();
        for definition in self.steps_in_scope().rev() {
            let now = self.step(definition);
            if now.record.standing().next().is_none() {
                continue;
            }
            let Some(check) = checked.steps.get(&definition.id) else { continue };
            match &check.observed {
                Ok(observed) => {
                    let undoing = self.kinds.get(&definition.kind)?.undo(&now.borrow(), observed)?;
                    changes.extend(undoing.changes);
                    questions.extend(undoing.questions);
                    gone.extend(undoing.gone.into_iter().map(|intent| Event::Gone { intent }));
                }
                // What cannot be seen cannot be taken back, and must not be forgotten either.
                Err(problem) => questions.push(problem.clone()),
            }
        }
        if !gone.is_empty() {
            self.commit(gone, Vec::new()).await?;
        }
        Ok(self.new_plan(Purpose::Undo, changes, questions))
    }

    /// Settles, looks, and takes back. Without a fingerprint it stops where the plan has questions; a fingerprint answers them,
    /// as it can only come from a plan that showed them.
    ///
    /// # Errors
    /// Before anything is written. Later problems are in [`Run::problem`].
    pub async fn undo(&self, fingerprint: Option<&str>) -> Result<Run> {
        self.settle().await?;
        let checked = self.check().await?;
        let plan = self.plan_undo(&checked).await?;
        if let Some(refused) = plan.is_refused(fingerprint) {
            return Ok(Run::of(plan, checked.seen(), Some(refused)));
        }
        self.take_back(plan, &checked).await
    }

    async fn take_back(&self, plan: Plan, checked: &Checked) -> Result<Run> {
        let mut run = Run::of(plan, checked.seen(), None);
        for definition in self.steps_in_scope().rev() {
            let changes = changes_of(&run.plan, &definition.id);
            if changes.is_empty() {
                continue;
            }
            let deletes = changes.iter().any(|change| change.verb == Verb::Delete);
            let taken_back = self.take_back_step(definition, changes, &mut run.made).await;
            let seen = match taken_back {
                Ok(()) if deletes => self.verify_gone(definition).await?,
                Ok(()) => Ok(()),
                Err(problem) => Err(problem),
            };
            match seen {
                Ok(()) => {
                    if let Some(seen) = run.seen.get_mut(&definition.id) {
                        *seen = open_again();
                    }
                    self.ports.tell.tell(Progress::Finished { step: definition.id.clone() });
                }
                Err(problem) => {
                    self.ports
                        .tell
                        .tell(Progress::Failed { step: definition.id.clone(), problem: problem.clone() });
                    // Later steps stand on earlier ones: go no further down.
                    run.problem = Some(problem);
                    break;
                }
            }
        }
        let undone: BTreeSet<StepId> = run.made.iter().map(|change| change.step.clone()).collect();
        for step in self.proven_no_longer(&undone) {
            run.seen.insert(step, open_again());
        }
        let mut events = self.reopened(&undone);
        events.push(Event::Seen { steps: run.seen.clone() });
        self.commit(events, Vec::new()).await?;
        Ok(run)
    }

    async fn take_back_step(
        &self,
        definition: &'a StepDefinition,
        changes: Vec<crate::Change>,
        made: &mut Vec<crate::Change>,
    ) -> Result<()> {
        for (index, change) in changes.into_iter().enumerate() {
            self.ports.tell.tell(Progress::Changing { step: definition.id.clone(), change: index });
            if let Err(problem) = self.write(definition, &change).await {
                if problem.effect == Effect::Done {
                    made.push(change);
                }
                return Err(problem);
            }
            self.ports.tell.tell(Progress::Changed { step: definition.id.clone(), change: index });
            made.push(change);
        }
        Ok(())
    }

    async fn verify_gone(&self, definition: &'a StepDefinition) -> Result<Result<()>> {
        self.ports.tell.tell(Progress::Verifying { step: definition.id.clone() });
        let now = self.step(definition);
        let still_ours = |observed: &Result<Observed>| {
            observed.as_ref().is_ok_and(|observed| match observed {
                Observed::Matches { object } | Observed::Differs { object, .. } => {
                    now.record.intents.iter().any(|intent| intent.change.id.as_deref() == Some(&object.id))
                }
                _ => false,
            })
        };
        let observed = self.read_until(definition, |observed| !still_ours(observed)).await?;
        Ok(if still_ours(&observed) {
            Err(Problem::new("undo-still-there").arg("step", &definition.id))
        } else {
            Ok(())
        })
    }

    /// A proof by use no longer holds where what it used was taken away.
    fn proven_no_longer(&self, undone: &BTreeSet<StepId>) -> Vec<StepId> {
        let record = self.locked_record();
        let proven = |step: &&StepDefinition| {
            let seen = record.steps.get(&step.id).and_then(|step| step.seen.as_ref());
            seen.is_some_and(|(_, seen)| seen.known_by == Some(KnownBy::Proven))
        };
        dependants(&self.guide.steps, undone).into_iter().filter(proven).map(|step| step.id.clone()).collect()
    }

    /// A person's "done" no longer holds where what it stood on was taken away.
    fn reopened(&self, undone: &BTreeSet<StepId>) -> Vec<Event> {
        let record = self.locked_record();
        dependants(&self.guide.steps, undone)
            .into_iter()
            .filter(|step| record.steps.get(&step.id).is_some_and(|step| step.confirmed.is_some()))
            .map(|step| Event::Reopened { step: step.id.clone(), by: None })
            .collect()
    }
}

fn open_again() -> crate::record::Seen {
    crate::record::Seen {
        state: StepState::Open,
        known_by: None,
        gives: std::collections::BTreeMap::new(),
        problem: None,
        drift: Vec::new(),
    }
}
