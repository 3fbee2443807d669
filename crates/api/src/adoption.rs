//! An object that stands already, used instead of a new one: found, held against what is wanted, chosen, let go.

use setup::{Event as Entry, Observed, Problem, problem::Result};

use crate::{
    app::{App, locked},
    setups::Opened,
    view::{
        adoption::{CandidateView, CandidatesView},
        step::StepView,
    },
};

impl App {
    /// What a person could point at, field by field against what the step wants. `id` asks for one; else those that look like it.
    /// Reads only, and nothing of it is kept.
    ///
    /// # Errors
    /// `step-adopts-nothing`, `object-id-refused`, `adopted-not-there`, or why the service does not say.
    pub async fn candidates(&self, setup: &str, step: &str, id: Option<&str>) -> Result<CandidatesView> {
        let desk = self.desk(setup, None).await?;
        may_adopt(&desk.opened, step)?;
        let id = id.map(|id| object_id(&desk.opened, step, id)).transpose()?;
        let engine = desk.engine(Some(step)).await?;
        let found = engine.candidates(step, id.as_deref()).await?;
        if found.is_empty() && id.is_some() {
            return Err(Problem::new("adopted-not-there").arg("step", step).hint("hint-adopted-not-there"));
        }
        let candidates = found.into_iter().filter_map(|observed| match observed {
            Observed::Matches { object } => Some(CandidateView { object, fields: Vec::new() }),
            Observed::Differs { object, fields } => Some(CandidateView { object, fields }),
            _ => None,
        });
        Ok(CandidatesView { candidates: candidates.collect() })
    }

    /// A person points at an existing object, which the step then uses and changes only as its plan says.
    ///
    /// # Errors
    /// `step-adopts-nothing`, `step-has-its-own` while something that this setup made stands, `object-id-refused`.
    pub async fn adopt(&self, setup: &str, step: &str, id: &str) -> Result<StepView> {
        let opened = self.open(setup).await?;
        may_adopt(&opened, step)?;
        let id = object_id(&opened, step, id)?;
        let by = opened.record.accounts.get(&opened.step(step)?.seat).cloned();
        self.choose(&opened, step, Entry::Adopted { step: step.into(), id, by }).await
    }

    /// Lets go of what was adopted. What was changed on it must be taken back first.
    ///
    /// # Errors
    /// `step-adopts-nothing`, `step-has-its-own`
    pub async fn release(&self, setup: &str, step: &str) -> Result<StepView> {
        let opened = self.open(setup).await?;
        may_adopt(&opened, step)?;
        if opened.record.step(step).adopted.is_none() {
            return self.step(setup, step).await;
        }
        let by = opened.record.accounts.get(&opened.step(step)?.seat).cloned();
        self.choose(&opened, step, Entry::Released { step: step.into(), by }).await
    }

    async fn choose(&self, opened: &Opened, step: &str, event: Entry) -> Result<StepView> {
        let id = &opened.record.head.id;
        let _lock = opened.store.lock(id)?;
        // What was seen of another object says nothing of this one.
        if let Some(seen) = locked(&self.inner().observed).get_mut(id) {
            seen.remove(step);
        }
        self.append(opened, vec![event]).await?;
        self.step(id, step).await
    }
}

fn may_adopt(opened: &Opened, step: &str) -> Result<()> {
    let definition = opened.step(step)?;
    if !opened.kinds.get(&definition.kind)?.adopts() {
        return Err(Problem::new("step-adopts-nothing").arg("step", step));
    }
    if opened.record.step(step).standing().next().is_some() {
        return Err(Problem::new("step-has-its-own").arg("step", step));
    }
    Ok(())
}

fn object_id(opened: &Opened, step: &str, id: &str) -> Result<String> {
    let kind = opened.kinds.get(&opened.step(step)?.kind)?;
    kind.object_id(id).ok_or_else(|| Problem::new("object-id-refused"))
}
