//! Check, plan, apply, verify, undo.

use std::collections::{BTreeMap, BTreeSet};

use setup::{
    Change, Observed, Plan, Problem, Reads, Record, StepId,
    engine::{Checked, Run},
    plan::Purpose,
    problem::Result,
    record::StepState,
};

use crate::{
    app::{App, locked},
    approval,
    desk::Desk,
    kept::is_complete,
    setups::Opened,
    show::{Shown, open_by_hand},
    view::{
        run::{Outcome, PlanView, RunView},
        step::StepLine,
    },
};

impl App {
    /// Looks at everything. Writes nothing to any service.
    ///
    /// # Errors
    /// What keeps it from looking at all. A step that cannot be looked at is in the view.
    pub async fn check(&self, setup: &str, step: Option<&str>) -> Result<RunView> {
        let desk = self.desk(setup, None).await?;
        let engine = desk.engine(step).await?;
        let checked = engine.check().await?;
        self.remember(&desk, &checked);
        let plan = engine.plan(&checked);
        let shown = Ended::of(&desk.opened, &engine.record());
        let problem = checked.problem().cloned();
        let outcome = match &problem {
            Some(_) => Outcome::Refused,
            None if shown.any(StepState::Differs) => Outcome::Drift,
            None if !plan.is_empty() || unproven(&checked) => Outcome::Changes,
            None => Outcome::InOrder,
        };
        let view = shown.view(outcome, Some(plan.fingerprint), plan.changes, plan.stays, problem);
        Ok(RunView { notes: plan.notes, ..view })
    }

    /// What apply would change.
    ///
    /// # Errors
    /// As [`App::check`]; `step-waits` where one step is asked for before its time.
    pub async fn plan(&self, setup: &str, step: Option<&str>) -> Result<PlanView> {
        let desk = self.desk(setup, None).await?;
        may_begin(&desk.opened, step)?;
        let engine = desk.engine(step).await?;
        let checked = engine.check().await?;
        self.remember(&desk, &checked);
        let plan = engine.plan(&checked);
        Ok(plan_view(&desk.opened, &engine.record(), plan, checked.problem().cloned()))
    }

    /// What undo would take back.
    ///
    /// # Errors
    /// As [`App::check`].
    pub async fn undo_plan(&self, setup: &str, step: Option<&str>) -> Result<PlanView> {
        let desk = self.desk(setup, None).await?;
        let engine = desk.engine(step).await?;
        let checked = engine.check().await?;
        self.remember(&desk, &checked);
        let plan = engine.plan_undo(&checked).await?;
        Ok(plan_view(&desk.opened, &engine.record(), plan, None))
    }

    /// Makes the changes of the plan with that fingerprint; of any plan when there is none. `instance` is the name that somebody typed
    /// who knows that it is labelled production; `accepted` are the yeses that single changes of the plan ask for.
    ///
    /// # Errors
    /// `production-name-needed` where it is, and another name or none was typed.
    /// What keeps it from beginning: `setup-busy`, `retired-not-acknowledged`, `approval-missing`, an unsettled write … Later problems
    /// are in the view.
    pub async fn apply(
        &self,
        setup: &str,
        fingerprint: Option<&str>,
        step: Option<&str>,
        instance: Option<&str>,
        accepted: &BTreeSet<String>,
    ) -> Result<RunView> {
        let desk = self.desk(setup, Some(Purpose::Apply)).await?;
        is_meant(&desk.opened, instance)?;
        may_begin(&desk.opened, step)?;
        let approval = approval::of(&desk.opened.record);
        let fingerprint = approval::allowed(&approval, fingerprint)?;
        let lock = desk.opened.store.lock(desk.id())?;
        let engine = desk.engine(step).await?;
        let run = engine.apply(fingerprint, accepted).await?;
        self.forget(&desk);
        drop(lock);
        self.let_go(desk.id(), is_complete(&desk.opened)).await?;
        Ok(run_view(&desk.opened, &engine.record(), run, Outcome::Applied))
    }

    /// Takes back what the setup made.
    ///
    /// # Errors
    /// As [`App::apply`].
    pub async fn undo(
        &self,
        setup: &str,
        fingerprint: Option<&str>,
        step: Option<&str>,
        instance: Option<&str>,
    ) -> Result<RunView> {
        let desk = self.desk(setup, Some(Purpose::Undo)).await?;
        is_meant(&desk.opened, instance)?;
        let _lock = desk.opened.store.lock(desk.id())?;
        let engine = desk.engine(step).await?;
        let run = engine.undo(fingerprint).await?;
        self.forget(&desk);
        self.drop_evidence(&desk.opened, &engine.record()).await?;
        Ok(run_view(&desk.opened, &engine.record(), run, Outcome::Undone))
    }

    /// Reads back everything and proves by use what can be proven.
    ///
    /// # Errors
    /// As [`App::check`].
    pub async fn verify(&self, setup: &str, step: Option<&str>) -> Result<RunView> {
        let desk = self.desk(setup, None).await?;
        let engine = desk.engine(step).await?;
        let seen = engine.verify().await?;
        self.let_go(desk.id(), is_complete(&desk.opened)).await?;
        let shown = Ended::of(&desk.opened, &engine.record());
        // A failed proof or something missing is drift; what could not be looked at is no verdict.
        let problems = |wanted: fn(StepState) -> bool| {
            seen.values().filter(|seen| wanted(seen.state)).find_map(|seen| seen.problem.clone())
        };
        let unseen = problems(|state| {
            matches!(state, StepState::Unseen | StepState::Undecided | StepState::Unsettled)
        });
        let failed = problems(|state| matches!(state, StepState::Differs | StepState::Open));
        let wrong = shown
            .lines
            .iter()
            .filter(|line| seen.contains_key(&line.id) && !line.optional && !line.later)
            .filter(|line| line.reads == Reads::State)
            .any(|line| line.state != StepState::Done);
        let outcome = match (&failed, &unseen) {
            (Some(_), _) => Outcome::Drift,
            (None, Some(_)) => Outcome::Refused,
            (None, None) if wrong => Outcome::Drift,
            (None, None) => Outcome::InOrder,
        };
        Ok(shown.view(outcome, None, Vec::new(), Vec::new(), failed.or(unseen)))
    }

    fn remember(&self, desk: &Desk, checked: &Checked) {
        let mut observed = locked(&self.inner().observed);
        let of_setup: &mut BTreeMap<StepId, Observed> = observed.entry(desk.id().clone()).or_default();
        for (id, step) in &checked.steps {
            match &step.observed {
                Ok(seen) => of_setup.insert(id.clone(), seen.clone()),
                Err(_) => of_setup.remove(id),
            };
        }
    }

    /// What was seen before a run no longer says how things are.
    fn forget(&self, desk: &Desk) {
        locked(&self.inner().observed).remove(desk.id());
    }
}

impl PlanView {
    /// The plan as the document that every command prints.
    pub fn into_run(self, setup: &str) -> RunView {
        let outcome = match (&self.problem, self.plan.is_empty()) {
            (Some(_), _) => Outcome::Refused,
            (None, false) => Outcome::Changes,
            (None, true) => Outcome::InOrder,
        };
        RunView {
            setup: setup.to_owned(),
            outcome,
            fingerprint: Some(self.plan.fingerprint),
            changes: self.plan.changes,
            steps: self.steps,
            open: self.open,
            notes: self.plan.notes,
            stays: self.plan.stays,
            problem: self.problem.or_else(|| self.plan.questions.into_iter().next()),
        }
    }
}

impl RunView {
    /// The document of a run that could not begin.
    pub fn refused(setup: &str, problem: &Problem) -> Self {
        Self {
            setup: setup.to_owned(),
            outcome: Outcome::Refused,
            fingerprint: None,
            changes: Vec::new(),
            steps: Vec::new(),
            open: Vec::new(),
            notes: Vec::new(),
            stays: Vec::new(),
            problem: Some(problem.clone()),
        }
    }
}

/// A setup after a run.
struct Ended {
    name: String,
    lines: Vec<StepLine>,
    open: Vec<String>,
}

impl Ended {
    fn of(opened: &Opened, record: &Record) -> Self {
        let lines = Shown { record, ..opened.shown() }.lines();
        Self { name: record.head.name.clone(), open: open_by_hand(&lines), lines }
    }

    fn any(&self, state: StepState) -> bool {
        self.lines.iter().any(|line| line.state == state)
    }

    fn view(
        self,
        outcome: Outcome,
        fingerprint: Option<String>,
        changes: Vec<Change>,
        stays: Vec<String>,
        problem: Option<Problem>,
    ) -> RunView {
        RunView {
            setup: self.name,
            outcome,
            fingerprint,
            changes,
            steps: self.lines,
            open: self.open,
            notes: Vec::new(),
            stays,
            problem,
        }
    }
}

/// An instance labelled production is changed only by who typed its name.
pub(crate) fn is_meant(opened: &Opened, typed: Option<&str>) -> Result<()> {
    match opened.record.production_name(&opened.told.guide) {
        Some(name) if !typed.is_some_and(|typed| typed.trim().eq_ignore_ascii_case(name)) => {
            Err(Problem::new("production-name-needed").arg("instance", name))
        }
        _ => Ok(()),
    }
}

/// One step alone begins when those that it needs are done. Of a whole setup, what can be done is done.
fn may_begin(opened: &Opened, step: Option<&str>) -> Result<()> {
    let Some(step) = step else { return Ok(()) };
    let lines = opened.shown().lines();
    match lines.iter().find(|line| line.id == step).and_then(|line| line.waits_for.first()) {
        Some(needs) => Err(Problem::new("step-waits").arg("step", step).arg("needs", needs)),
        None => Ok(()),
    }
}

/// A proof that can be run and was not.
fn unproven(checked: &Checked) -> bool {
    checked.steps.values().any(|step| step.observed == Ok(Observed::Unproven))
}

pub(crate) fn plan_view(opened: &Opened, record: &Record, plan: Plan, problem: Option<Problem>) -> PlanView {
    let Ended { lines, open, .. } = Ended::of(opened, record);
    PlanView { plan, steps: lines, open, problem }
}

pub(crate) fn run_view(opened: &Opened, record: &Record, run: Run, fine: Outcome) -> RunView {
    let ended = Ended::of(opened, record);
    let nothing_to_do = run.made.is_empty() && run.plan.is_empty();
    // A step that was looked at afterwards and is not as wanted is drift, whatever stopped the rest.
    let failed =
        run.seen.values().any(|seen| seen.state == StepState::Differs && seen.problem == run.problem);
    // What only a person can put right is wrong all the same.
    let wrong = run.seen.values().any(|seen| seen.state == StepState::Differs);
    let outcome = match &run.problem {
        None if fine == Outcome::Applied && wrong => Outcome::Drift,
        None if nothing_to_do && fine == Outcome::Applied => Outcome::InOrder,
        None => fine,
        Some(_) if failed => Outcome::Drift,
        Some(_) if run.made.is_empty() => Outcome::Refused,
        Some(_) => Outcome::Paused,
    };
    let view = ended.view(outcome, Some(run.plan.fingerprint), run.made, run.plan.stays, run.problem);
    RunView { notes: run.notes, ..view }
}
