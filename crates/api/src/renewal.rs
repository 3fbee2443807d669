//! Replacing a secret that is in use. What may be done when is the engine's to say.

use setup::{
    Engine, Problem,
    engine::{renewal_scope, secret_of},
    plan::Purpose,
    problem::Result,
    record::StepState,
    renewal::{KEY_ID, Stage, Use, previous_name},
};

use crate::{
    app::App,
    approval,
    desk::Desk,
    runs::{is_meant, plan_view, run_view},
    setups::Opened,
    view::{
        renewal::{RenewalStage, RenewalView},
        run::{Outcome, PlanView, RunView},
        step::StepLine,
    },
};

impl App {
    /// What is left to do of replacing a secret. Without a step, of the only one that there is.
    ///
    /// # Errors
    /// `renewal-nothing-there`, `renewal-several`, `renewal-going-back`, `sign-in-needed` …
    pub async fn renewal_plan(&self, setup: &str, step: Option<&str>) -> Result<PlanView> {
        let desk = self.desk(setup, None).await?;
        let step = renewing(&desk.opened, step)?;
        let engine = engine(&desk, &step).await?;
        let plan = engine.plan_renewal(&step).await?;
        Ok(plan_view(&desk.opened, &engine.record(), plan, None))
    }

    /// Makes the new secret, waits until Entra accepts it, and gives it to its users. Both are valid then. `instance` is as for
    /// [`App::apply`], here and below.
    ///
    /// # Errors
    /// As [`App::renewal_plan`]; `setup-busy`, `production-name-needed`, `approval-missing`. Later problems are in the view.
    pub async fn renew(
        &self,
        setup: &str,
        step: Option<&str>,
        fingerprint: Option<&str>,
        instance: Option<&str>,
    ) -> Result<RunView> {
        let desk = self.desk(setup, Some(Purpose::Apply)).await?;
        is_meant(&desk.opened, instance)?;
        let approval = approval::of(&desk.opened.record);
        let fingerprint = approval::allowed(&approval, fingerprint)?;
        let lock = desk.opened.store.lock(desk.id())?;
        let step = renewing(&desk.opened, step)?;
        let engine = engine(&desk, &step).await?;
        let run = engine.renew(&step, fingerprint).await?;
        drop(lock);
        // One that was stopped at its end is over now.
        let goes_on = engine.record().step(&step).renewal.is_some();
        self.let_go(desk.id(), run.problem.is_some() || goes_on).await?;
        Ok(run_view(&desk.opened, &engine.record(), run, Outcome::Applied))
    }

    /// A person saw the new secret used. The old one is removed.
    ///
    /// # Errors
    /// `renewal-none`, `renewal-unfinished`; as [`App::renew`].
    pub async fn renewed(
        &self,
        setup: &str,
        step: Option<&str>,
        how: Use,
        instance: Option<&str>,
    ) -> Result<RunView> {
        let desk = self.desk(setup, Some(Purpose::Apply)).await?;
        is_meant(&desk.opened, instance)?;
        let lock = desk.opened.store.lock(desk.id())?;
        let step = renewing(&desk.opened, step)?;
        let engine = engine(&desk, &step).await?;
        let run = engine.renewed(&step, how, account(&desk.opened, &step)).await?;
        drop(lock);
        // What a renewal needed is over with it.
        self.let_go(desk.id(), run.problem.is_some()).await?;
        Ok(run_view(&desk.opened, &engine.record(), run, Outcome::Applied))
    }

    /// Puts the old value back, and removes the new secret.
    ///
    /// # Errors
    /// `renewal-none`, `renewal-no-way-back`, `renewal-old-gone`, `renewal-used`; as [`App::renew`], and no approval: a way back must not wait for one.
    pub async fn put_back(&self, setup: &str, step: Option<&str>, instance: Option<&str>) -> Result<RunView> {
        let desk = self.desk(setup, Some(Purpose::Undo)).await?;
        is_meant(&desk.opened, instance)?;
        let _lock = desk.opened.store.lock(desk.id())?;
        let step = renewing(&desk.opened, step)?;
        let engine = engine(&desk, &step).await?;
        let run = engine.put_back(&step, account(&desk.opened, &step)).await?;
        Ok(run_view(&desk.opened, &engine.record(), run, Outcome::Undone))
    }

    /// The setup's renewals that are not over.
    pub(crate) async fn renewals(&self, opened: &Opened, lines: &[StepLine]) -> Result<Vec<RenewalView>> {
        let under_way: Vec<_> = opened
            .record
            .steps
            .iter()
            .filter_map(|(step, record)| Some((step, record.renewal.as_ref()?)))
            .collect();
        if under_way.is_empty() {
            return Ok(Vec::new());
        }
        let kept: std::collections::BTreeMap<_, _> =
            opened.store.sealed_names(&opened.record.head.id).await?.into_iter().collect();
        let view = |(step, renewal): &(&String, &setup::Renewal)| {
            let name = secret_of(step);
            let key = kept.get(&name).and_then(|about| about.get(KEY_ID));
            let is_new = key.is_some() && key != renewal.previous.as_ref();
            let scope = renewal_scope(&opened.told.guide, step);
            let all_done = lines
                .iter()
                .filter(|line| scope.contains(&line.id))
                .all(|line| line.state == StepState::Done);
            let proves = |line: &StepLine| opened.kinds.get(&line.kind).is_ok_and(setup::StepKind::proves);
            // What another machine has done is known by its journal.
            let all_have_it = lines
                .iter()
                .filter(|line| scope.contains(&line.id) && line.id != **step && !proves(line))
                .all(|line| opened.record.step(&line.id).given_key() == key.map(String::as_str));
            RenewalView {
                step: (*step).clone(),
                stage: match &renewal.stage {
                    Stage::Both if is_new && all_done && all_have_it => RenewalStage::Waiting,
                    Stage::Both => RenewalStage::Unfinished,
                    Stage::PuttingBack { .. } => RenewalStage::PuttingBack,
                    Stage::Removing { .. } => RenewalStage::Removing,
                },
                since: renewal.since.to_string(),
                way_back: kept.contains_key(&previous_name(&name)),
            }
        };
        Ok(under_way.iter().map(view).collect())
    }
}

async fn engine<'d>(desk: &'d Desk, step: &str) -> Result<Engine<'d>> {
    let scope = renewal_scope(&desk.opened.told.guide, step);
    Ok(desk.engine(None).await?.within(scope))
}

fn account(opened: &Opened, step: &str) -> Option<String> {
    let seat = &opened.told.guide.step(step)?.seat;
    opened.record.accounts.get(seat).cloned()
}

/// The step whose secret is meant.
fn renewing(opened: &Opened, step: Option<&str>) -> Result<String> {
    let renews = |kind: &str| opened.kinds.get(kind).is_ok_and(setup::StepKind::renews);
    if let Some(step) = step {
        let definition = opened.step(step)?;
        return match renews(&definition.kind) {
            true => Ok(step.to_owned()),
            false => Err(Problem::new("renewal-nothing-there").arg("step", step)),
        };
    }
    let mut steps = opened.told.guide.steps.iter().filter(|step| renews(&step.kind));
    match (steps.next(), steps.next()) {
        (Some(step), None) => Ok(step.id.clone()),
        (Some(_), Some(_)) => Err(Problem::new("renewal-several")),
        (None, _) => Err(Problem::new("renewal-nothing-there").arg("step", "")),
    }
}
