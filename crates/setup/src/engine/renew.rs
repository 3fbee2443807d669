//! Replaces a secret that is in use: a new one beside the old one, proven, given to its users; the old one goes when a person has seen
//! the new one used. Stopped anywhere it goes on from there, and at every moment one of both works.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Checked, Engine, Run};
use crate::{
    change::Change,
    guide::{Guide, StepDefinition, StepId},
    journal::Event,
    observed::Observed,
    plan::{Plan, Purpose},
    ports::{Progress, Sealed},
    problem::{Problem, Result},
    record::{Seen, StepState},
    renewal::{ALSO_VALID, KEY_ID, Renewal, Stage, Turn, Use, previous_name},
};

/// The short name under which a step that renews gives its secret.
const SECRET_NAME: &str = "secret";

pub fn secret_of(step: &str) -> String {
    format!("{step}.{SECRET_NAME}")
}

/// The step that makes the secret, and those that use it.
pub fn renewal_scope(guide: &Guide, step: &str) -> BTreeSet<StepId> {
    let secret = secret_of(step);
    let uses = |other: &&StepDefinition| other.id == step || other.uses(&secret);
    guide.steps.iter().filter(uses).map(|step| step.id.clone()).collect()
}

impl<'a> Engine<'a> {
    /// What is left to do of a renewal of the step's secret, from its beginning where none was begun. Reads only.
    ///
    /// # Errors
    /// `renewal-nothing-there`, `renewal-going-back`; why a step cannot be looked at, as half a plan would be none.
    pub async fn plan_renewal(&self, step: &str) -> Result<Plan> {
        let checked = self.check().await?;
        self.renewal_plan(step, &checked).await
    }

    async fn renewal_plan(&self, step: &str, checked: &Checked) -> Result<Plan> {
        if let Some(problem) = checked.steps.values().find_map(|step| step.observed.as_ref().err()) {
            return Err(problem.clone());
        }
        let renewal = self.renewal(step);
        if matches!(&renewal, Some(Renewal { stage: Stage::PuttingBack { .. }, .. })) {
            return Err(Problem::new("renewal-going-back").arg("step", step));
        }
        let made = match &renewal {
            None => false,
            Some(Renewal { stage: Stage::Removing { .. }, .. }) => true,
            Some(renewal) => self.is_made(step, renewal).await?,
        };
        let mut changes = Vec::new();
        for (definition, check) in self.in_renewal_order(step, checked) {
            let kind = self.kinds.get(&definition.kind)?;
            let of_step = match &check.observed {
                Ok(observed) if !made => kind.renewal(&self.step(definition).borrow(), observed)?,
                _ => check.changes.clone(),
            };
            if !made && definition.id == step && of_step.is_empty() {
                return Err(Problem::new("renewal-nothing-there").arg("step", step));
            }
            changes.extend(of_step);
        }
        let mut questions = Vec::new();
        if renewal.is_none() && self.held(step).await?.is_none() {
            questions.push(Problem::new("renewal-no-way-back").arg("step", step));
        }
        Ok(Plan::new(&self.locked_record().head.id, Purpose::Apply, changes, questions))
    }

    /// Carries the renewal on to where both secrets are valid and every user has the new one.
    ///
    /// # Errors
    /// Before anything is written. Later problems are in [`Run::problem`]; the old secret still works then.
    pub async fn renew(&self, step: &str, fingerprint: Option<&str>) -> Result<Run> {
        self.may_change()?;
        self.settle().await?;
        let checked = self.check().await?;
        let plan = self.renewal_plan(step, &checked).await?;
        if let Some(refused) = plan.is_refused(fingerprint) {
            return Ok(Run::of(plan, checked.seen(), Some(refused)));
        }
        if self.renewal(step).is_none() {
            self.begin(step).await?;
        }
        let run = self.carry_in_order(step, plan, &checked).await?;
        if run.problem.is_none() {
            self.close_if_over(step).await?;
        }
        Ok(run)
    }

    /// A person saw the new secret used: the old one is removed, and its value forgotten.
    ///
    /// # Errors
    /// `renewal-none`, `renewal-unfinished` while a user still has the old one.
    pub async fn renewed(&self, step: &str, how: Use, by: Option<String>) -> Result<Run> {
        self.settle().await?;
        let renewal = self.renewal(step).ok_or_else(|| Problem::new("renewal-none").arg("step", step))?;
        if renewal.stage == Stage::Both {
            let checked = self.check().await?;
            let left = self.renewal_plan(step, &checked).await?;
            let setup = self.locked_record().head.id.clone();
            let sealed = self.ports.journal.sealed(&setup, &secret_of(step)).await?;
            let key = sealed.and_then(|sealed| sealed.about.get(KEY_ID).cloned());
            // What another machine's journal says is known here once its file is back.
            let all_have_it = self
                .users_elsewhere(step)
                .all(|user| self.locked_record().step(&user.id).given_key() == key.as_deref());
            if !left.is_empty() || !all_have_it {
                return Err(Problem::new("renewal-unfinished").arg("step", step));
            }
            self.turn(step, Turn::Used { how }, by, Vec::new()).await?;
        }
        self.end_renewal(step).await
    }

    /// Makes the old value the current one again, gives it to every user, and removes the new secret.
    ///
    /// # Errors
    /// `renewal-none`, `renewal-no-way-back` where the old value is not held, `renewal-old-gone` where it is valid no more.
    pub async fn put_back(&self, step: &str, by: Option<String>) -> Result<Run> {
        self.settle().await?;
        let renewal = self.renewal(step).ok_or_else(|| Problem::new("renewal-none").arg("step", step))?;
        // It may have the new one by now, which must not be removed then.
        if let Some(user) = self.users_elsewhere(step).next() {
            return Err(Problem::new("renewal-user-elsewhere").arg("seat", &user.seat));
        }
        match renewal.stage {
            Stage::Both => self.turn_back(step, &renewal, by).await?,
            Stage::PuttingBack { .. } => {}
            Stage::Removing { key } if key == renewal.previous => {
                return Err(Problem::new("renewal-used").arg("step", step));
            }
            Stage::Removing { .. } => return self.end_renewal(step).await,
        }
        if self.renewal(step).is_some_and(|renewal| !matches!(renewal.stage, Stage::Removing { .. })) {
            let checked = self.check().await?;
            if let Some(problem) = checked.steps.values().find_map(|step| step.observed.as_ref().err()) {
                return Err(problem.clone());
            }
            let changes =
                self.in_renewal_order(step, &checked).flat_map(|(_, check)| check.changes.clone()).collect();
            let plan = Plan::new(&self.locked_record().head.id, Purpose::Apply, changes, Vec::new());
            let run = self.carry_in_order(step, plan, &checked).await?;
            if run.problem.is_some() {
                return Ok(run);
            }
            self.turn(step, Turn::Returned, None, Vec::new()).await?;
            let mut ended = self.end_renewal(step).await?;
            ended.made.splice(0..0, run.made);
            return Ok(ended);
        }
        self.end_renewal(step).await
    }

    async fn begin(&self, step: &str) -> Result<()> {
        let held = self.held(step).await?;
        let key = held.as_ref().and_then(|sealed| sealed.about.get(KEY_ID).cloned());
        // Where the value is lost, the secret may still be the one in use.
        let previous = key.or_else(|| {
            let record = self.locked_record().step(step);
            record.ours().last().and_then(|(_, landing)| landing.id.clone())
        });
        let kept = held.map(|sealed| Sealed { name: previous_name(&secret_of(step)), ..sealed });
        self.turn(step, Turn::Begun { previous }, None, kept.into_iter().collect()).await
    }

    async fn turn_back(&self, step: &str, renewal: &Renewal, by: Option<String>) -> Result<()> {
        let setup = self.locked_record().head.id.clone();
        let name = secret_of(step);
        let old = self.ports.journal.sealed(&setup, &previous_name(&name)).await?;
        let old = old.ok_or_else(|| Problem::new("renewal-no-way-back").arg("step", step))?;
        self.ports.vault.open(&old).await?;
        let checked = self.check().await?;
        let observed = match checked.steps.get(step).map(|check| &check.observed) {
            Some(Ok(observed)) => observed.object(),
            Some(Err(problem)) => return Err(problem.clone()),
            None => None,
        };
        let valid = renewal.previous.as_deref().is_some_and(|key| {
            observed.is_some_and(|object| {
                let beside = object.fields.get(ALSO_VALID).and_then(Value::as_array);
                object.id == key || beside.is_some_and(|keys| keys.iter().any(|other| other == key))
            })
        });
        if !valid {
            return Err(Problem::new("renewal-old-gone").arg("step", step));
        }
        let current = self.ports.journal.sealed(&setup, &name).await?;
        let from = current
            .and_then(|sealed| sealed.about.get(KEY_ID).cloned())
            .filter(|key| Some(key) != renewal.previous.as_ref());
        self.turn(step, Turn::PutBack { from }, by, vec![Sealed { name, ..old }]).await
    }

    /// Removes what nobody uses any more, and forgets its value.
    async fn end_renewal(&self, step: &str) -> Result<Run> {
        let checked = self.check().await?;
        if let Some(Err(problem)) = checked.steps.get(step).map(|check| &check.observed) {
            return Err(problem.clone());
        }
        let changes = checked.steps.get(step).map(|check| check.changes.clone()).unwrap_or_default();
        let plan = Plan::new(&self.locked_record().head.id, Purpose::Apply, changes, Vec::new());
        let run = self.carry_in_order(step, plan, &checked).await?;
        if run.problem.is_none() {
            self.close_if_over(step).await?;
        }
        Ok(run)
    }

    async fn close_if_over(&self, step: &str) -> Result<()> {
        if !self.renewal(step).is_some_and(|renewal| matches!(renewal.stage, Stage::Removing { .. })) {
            return Ok(());
        }
        let setup = self.locked_record().head.id.clone();
        self.ports.journal.forget(&setup, &previous_name(&secret_of(step))).await?;
        self.turn(step, Turn::Closed, None, Vec::new()).await
    }

    /// The maker first, then what proves, then the users: none of them is given what does not work.
    fn in_renewal_order<'s>(
        &'s self,
        step: &'s str,
        checked: &'s Checked,
    ) -> impl Iterator<Item = (&'a StepDefinition, &'s super::StepCheck)> {
        let turn = move |definition: &StepDefinition| {
            let proves = self.kinds.get(&definition.kind).is_ok_and(|kind| kind.proves());
            if definition.id == step {
                0
            } else if proves {
                1
            } else {
                2
            }
        };
        let mut all: Vec<&'a StepDefinition> = self.steps_in_scope().collect();
        all.sort_by_key(|definition| turn(definition));
        all.into_iter().filter_map(move |definition| Some((definition, checked.steps.get(&definition.id)?)))
    }

    async fn carry_in_order(&self, step: &str, plan: Plan, checked: &Checked) -> Result<Run> {
        let mut run = Run::of(plan, checked.seen(), None);
        for (definition, check) in self.in_renewal_order(step, checked) {
            let changes: Vec<Change> = super::apply::changes_of(&run.plan, &definition.id);
            let proves = self.kinds.get(&definition.kind)?.proves();
            let proven = matches!(check.observed, Ok(Observed::Matches { .. })) && run.made.is_empty();
            if changes.is_empty() && (!proves || proven) {
                continue;
            }
            let problem = match self.write_all(definition, changes, &mut run.made).await {
                Err(problem) => Some(problem),
                Ok(()) => {
                    let seen = self.verify_step(definition).await;
                    let problem = (seen.state != StepState::Done).then(|| {
                        let failed = || Problem::new("verify-failed").arg("step", &definition.id);
                        seen.problem.clone().unwrap_or_else(failed)
                    });
                    run.seen.insert(definition.id.clone(), seen);
                    problem
                }
            };
            let id = definition.id.clone();
            match problem {
                None => self.ports.tell.tell(Progress::Finished { step: id }),
                Some(problem) => {
                    self.ports.tell.tell(Progress::Failed { step: id, problem: problem.clone() });
                    run.problem = Some(problem);
                    break;
                }
            }
        }
        let seen: BTreeMap<StepId, Seen> = run.seen.clone();
        self.commit(vec![Event::Seen { steps: seen }], Vec::new()).await?;
        Ok(run)
    }

    async fn write_all(
        &self,
        definition: &'a StepDefinition,
        changes: Vec<Change>,
        made: &mut Vec<Change>,
    ) -> Result<()> {
        for (index, change) in changes.into_iter().enumerate() {
            self.ports.tell.tell(Progress::Changing { step: definition.id.clone(), change: index });
            self.write(definition, &change).await?;
            self.ports.tell.tell(Progress::Changed { step: definition.id.clone(), change: index });
            made.push(self.fill(&change).unwrap_or(change));
        }
        Ok(())
    }

    /// Users of the secret whose seat another machine holds.
    fn users_elsewhere<'s>(&'s self, step: &'s str) -> impl Iterator<Item = &'a StepDefinition> + 's {
        let scope = renewal_scope(self.guide, step);
        self.guide.steps.iter().filter(move |other| {
            other.id != step
                && scope.contains(&other.id)
                && !self.scope.contains(&other.id)
                && self.kinds.get(&other.kind).is_ok_and(|kind| !kind.proves())
        })
    }

    fn renewal(&self, step: &str) -> Option<Renewal> {
        self.locked_record().step(step).renewal
    }

    /// Whether the sealed value is no longer the one from before the renewal.
    async fn is_made(&self, step: &str, renewal: &Renewal) -> Result<bool> {
        let setup = self.locked_record().head.id.clone();
        let sealed = self.ports.journal.sealed(&setup, &secret_of(step)).await?;
        let key = sealed.and_then(|sealed| sealed.about.get(KEY_ID).cloned());
        Ok(key.is_some() && key != renewal.previous)
    }

    /// The sealed value, where it can be opened.
    async fn held(&self, step: &str) -> Result<Option<Sealed>> {
        let setup = self.locked_record().head.id.clone();
        let Some(sealed) = self.ports.journal.sealed(&setup, &secret_of(step)).await? else {
            return Ok(None);
        };
        match self.ports.vault.open(&sealed).await {
            Ok(_) => Ok(Some(sealed)),
            Err(problem) if problem.is_lost_secret() => Ok(None),
            // A keychain that is locked is asked for, not passed over.
            Err(problem) => Err(problem),
        }
    }

    async fn turn(&self, step: &str, turn: Turn, by: Option<String>, sealed: Vec<Sealed>) -> Result<()> {
        let event = Event::Renewal { step: step.to_owned(), turn, by };
        self.commit(vec![event], sealed).await.map(drop)
    }
}
