//! Reads until the service agrees with itself, and proves by use what can be used.

use std::{collections::BTreeMap, time::Duration};

use futures_util::future::join_all;

use super::{Engine, check::seen};
use crate::{
    guide::{StepDefinition, StepId},
    journal::Event,
    kind::Verdict,
    observed::Observed,
    ports::Progress,
    problem::{Problem, Result},
    record::{Seen, StepState},
};

/// Directories replicate within seconds, seldom within minutes.
const PATIENCE: Duration = Duration::from_secs(90);
const PAUSE: Duration = Duration::from_secs(2);

impl<'a> Engine<'a> {
    /// Reads back every step in scope and runs every proof.
    ///
    /// # Errors
    /// `cancelled`, or why the journal cannot be written.
    pub async fn verify(&self) -> Result<BTreeMap<StepId, Seen>> {
        let checked = self.check().await?;
        let mut seen = checked.seen();
        let proofs = self.steps_in_scope().filter(|step| {
            self.kinds.get(&step.kind).is_ok_and(|kind| kind.proves())
                && step
                    .needs
                    .iter()
                    .all(|need| seen.get(need).is_none_or(|seen| matches!(seen.state, StepState::Done)))
        });
        let proven =
            join_all(proofs.map(|step| async move { (step.id.clone(), self.verify_step(step).await) })).await;
        seen.extend(proven);
        self.commit(vec![Event::Seen { steps: seen.clone() }], Vec::new()).await?;
        Ok(seen)
    }

    /// Patient with replication; the reason for each wait is told.
    pub(super) async fn verify_step(&self, definition: &'a StepDefinition) -> Seen {
        self.ports.tell.tell(Progress::Verifying { step: definition.id.clone() });
        let verified = self.verify_patiently(definition).await;
        verified.unwrap_or_else(|problem| Seen {
            state: StepState::Unseen,
            known_by: None,
            gives: BTreeMap::new(),
            problem: Some(problem),
            drift: Vec::new(),
        })
    }

    async fn verify_patiently(&self, definition: &'a StepDefinition) -> Result<Seen> {
        let kind = self.kinds.get(&definition.kind)?;
        let now = self.step(definition);
        let step = now.borrow();
        if let Some(verdict) = self.ports.cancel.race(kind.verify(&step)).await? {
            return Ok(match verdict {
                Verdict::Holds { known_by, gives, warning } => {
                    if let Some(problem) = warning.clone() {
                        let step = definition.id.clone();
                        self.ports.tell.tell(Progress::Warned { step, problem });
                    }
                    Seen {
                        state: StepState::Done,
                        known_by: Some(known_by),
                        gives,
                        problem: warning,
                        drift: Vec::new(),
                    }
                }
                Verdict::Fails(problem) => Seen {
                    state: StepState::Differs,
                    known_by: None,
                    gives: BTreeMap::new(),
                    problem: Some(problem),
                    drift: Vec::new(),
                },
            });
        }
        let wanted = |observed: &Result<Observed>| matches!(observed, Ok(Observed::Matches { .. }));
        let observed = self.read_until(definition, wanted).await?;
        Ok(seen(Some(kind), &step, &observed))
    }

    /// Checks the step until `wanted` holds. Once a read disagreed, two in a row have to agree: a later read may come from a
    /// replica that lags behind the one before. Gives the last observation when patience ends.
    pub(super) async fn read_until(
        &self,
        definition: &'a StepDefinition,
        wanted: impl Fn(&Result<Observed>) -> bool,
    ) -> Result<Result<Observed>> {
        let kind = self.kinds.get(&definition.kind)?;
        let started = self.ports.clock.now();
        let mut disagreed = false;
        let mut agreed = 0;
        loop {
            let now = self.step(definition);
            let observed = self.ports.cancel.race(kind.check(&now.borrow())).await;
            if wanted(&observed) {
                agreed += 1;
                if !disagreed || agreed >= 2 {
                    return Ok(observed);
                }
            } else {
                disagreed = true;
                agreed = 0;
                let waited = self.ports.clock.now().duration_since(started);
                let over = Duration::try_from(waited).is_ok_and(|waited| waited >= PATIENCE);
                if over || !worth_waiting(&observed) {
                    return Ok(observed);
                }
            }
            self.wait(definition, "wait-replication", PAUSE).await?;
        }
    }

    pub(super) async fn wait(
        &self,
        definition: &StepDefinition,
        reason: &str,
        pause: Duration,
    ) -> Result<()> {
        self.ports.tell.tell(Progress::Waiting {
            step: definition.id.clone(),
            reason: reason.into(),
            seconds: u32::try_from(pause.as_secs()).unwrap_or(u32::MAX),
        });
        let sleep = async {
            self.ports.clock.sleep(pause).await;
            Ok::<_, Problem>(())
        };
        self.ports.cancel.race(sleep).await
    }
}

/// A refusal does not pass by waiting; late replication does.
fn worth_waiting(observed: &Result<Observed>) -> bool {
    !matches!(observed, Err(_) | Ok(Observed::Unseen { .. } | Observed::Several { .. }))
}
