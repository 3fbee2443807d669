//! One write: intent, request, outcome.

use super::Engine;
use crate::{
    change::{Change, SECRET, Verb},
    guide::StepDefinition,
    journal::{Event, IntentId},
    kind::{Applied, Outcome},
    ports::Sealed,
    problem::{Effect, Problem, Result},
    renewal::previous_name,
};

impl<'a> Engine<'a> {
    /// Sends one change. Afterwards its outcome is in the journal, or it is open and the problem says so.
    pub(super) async fn write(&self, definition: &'a StepDefinition, change: &Change) -> Result<()> {
        self.ports.cancel.check()?;
        let change = self.fill(change)?;
        if change.yields_secret {
            // Never ask for what could not be kept.
            self.ports.vault.prove().await?;
        }
        let account = self.ports.access.account(&definition.seat).await;
        let intended = Event::Intended { change: Box::new(change.clone()), account };
        let entries = self.commit(vec![intended], Vec::new()).await?;
        let Some(intent) = entries.first().map(crate::Entry::intent_id) else {
            return Err(Problem::new("journal-lost"));
        };
        let now = self.step(definition);
        let kind = self.kinds.get(&definition.kind)?;
        match kind.apply(&now.borrow(), &change).await {
            Applied::Done(outcome) => match self.keep(definition, &intent, outcome).await {
                Ok(()) => self.forget_secrets_of(definition, &change).await,
                Err(problem) => {
                    // The credential just made must not outlive its value; what cannot be settled now is settled first next time.
                    let settled = self.settle_intent(definition, &intent).await;
                    Err(problem.effect(if settled.is_ok() { Effect::None } else { Effect::Unknown }))
                }
            },
            Applied::Partly(outcome, problem) => {
                self.keep(definition, &intent, outcome).await?;
                Err(problem.effect(Effect::Done))
            }
            Applied::NotDone(problem) => {
                let ended = Event::NotLanded { intent, problem: Some(problem.clone()) };
                self.commit(vec![ended], Vec::new()).await?;
                Err(problem)
            }
            Applied::Unknown(problem) => match self.settle_intent(definition, &intent).await {
                Ok(true) => Ok(()),
                Ok(false) => Err(problem.effect(Effect::None)),
                Err(_) => Err(problem.effect(Effect::Unknown)),
            },
        }
    }

    /// Seals the secret of the answer, if there is one, and commits it together with the landing.
    async fn keep(&self, definition: &StepDefinition, intent: &IntentId, outcome: Outcome) -> Result<()> {
        let mut sealed: Vec<Sealed> = Vec::new();
        if let Some(secret) = outcome.secret {
            let name = format!("{}.{}", definition.id, secret.name);
            sealed.push(self.ports.vault.seal(&name, secret.about, &secret.value).await?);
        }
        let landed = Event::Landed { intent: intent.clone(), outcome: outcome.landing };
        self.commit(vec![landed], sealed).await.map(drop)
    }

    /// A deleted credential's value is of no use to anyone.
    async fn forget_secrets_of(&self, definition: &StepDefinition, change: &Change) -> Result<()> {
        if change.verb != Verb::Delete {
            return Ok(());
        }
        let (setup, record) = {
            let record = self.locked_record();
            (record.head.id.clone(), record.step(&definition.id))
        };
        if record.ours().next().is_some() {
            return Ok(());
        }
        for intent in record.intents.iter().filter(|intent| intent.change.yields_secret) {
            for (name, _) in intent.change.after.iter().filter(|(_, value)| *value == SECRET) {
                let name = format!("{}.{name}", definition.id);
                self.ports.journal.forget(&setup, &previous_name(&name)).await?;
                self.ports.journal.forget(&setup, &name).await?;
            }
        }
        Ok(())
    }
}
