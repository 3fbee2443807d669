//! For every intent without an outcome, before anything else is written: did it land?

use futures_util::future::BoxFuture;

use super::Engine;
use crate::{
    guide::StepDefinition,
    journal::Event,
    kind::Settled,
    ports::Progress,
    problem::{Effect, Problem, Result},
};

impl<'a> Engine<'a> {
    /// Settles every open intent of the setup, in scope or not, oldest step first.
    ///
    /// # Errors
    /// Why one cannot be settled yet. Nothing else is written then.
    pub async fn settle(&self) -> Result<()> {
        for definition in &self.guide.steps {
            let open: Vec<String> =
                self.locked_record().step(&definition.id).open().map(|intent| intent.id.clone()).collect();
            for intent in open {
                self.ports.tell.tell(Progress::Settling { step: definition.id.clone() });
                self.settle_intent(definition, &intent).await?;
            }
        }
        Ok(())
    }

    /// Whether the intent landed. Boxed: taking a leftover away is a write of its own, which may have to be settled too.
    pub(super) fn settle_intent<'s>(
        &'s self,
        definition: &'a StepDefinition,
        intent: &'s str,
    ) -> BoxFuture<'s, Result<bool>> {
        Box::pin(async move {
            let now = self.step(definition);
            let Some(open) = now.record.intents.iter().find(|one| one.id == intent) else {
                return Err(Problem::new("journal-lost"));
            };
            let kind = self.kinds.get(&definition.kind)?;
            let intent = intent.to_owned();
            let (ended, landed) = match kind.settle(&now.borrow(), open).await? {
                Settled::Landed(mut landing) => {
                    landing.settled = true;
                    (Event::Landed { intent, outcome: landing }, true)
                }
                Settled::DidNotLand => (Event::NotLanded { intent, problem: None }, false),
                Settled::Leftover(removal) => {
                    self.write(definition, &removal).await?;
                    (Event::NotLanded { intent, problem: None }, false)
                }
                Settled::Unclear(problem) => return Err(problem.effect(Effect::Unknown)),
            };
            self.commit(vec![ended], Vec::new()).await?;
            Ok(landed)
        })
    }
}
