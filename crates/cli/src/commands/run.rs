//! Check, plan, apply, verify, undo: the same documents for all of them.

use std::collections::BTreeSet;

use api::{
    App, Change, Problem, Result, Verb,
    event::Event,
    progress::Progress,
    view::{
        run::{Outcome, PlanView, RequestView, RunView},
        step::{StepLine, StepState},
    },
};

use super::End;
use crate::{
    arguments::{How, Run},
    terminal::{Terminal, shown},
};

pub async fn check(name: &str, how: &How, app: &App, terminal: &Terminal) -> Result<End> {
    let view = watched(app, terminal, app.check(name, how.step.as_deref())).await;
    finish(name, how.json, how.strict, view, terminal)
}

pub async fn plan(run: &Run, app: &App, terminal: &Terminal) -> Result<End> {
    let plan = watched(app, terminal, app.plan(&run.name, run.how.step.as_deref())).await;
    ended(run, plan.map(|plan| plan.into_run(&run.name)), terminal)
}

pub async fn verify(run: &Run, app: &App, terminal: &Terminal) -> Result<End> {
    let view = watched(app, terminal, app.verify(&run.name, run.how.step.as_deref())).await;
    ended(run, view, terminal)
}

pub async fn apply(run: &Run, app: &App, terminal: &Terminal) -> Result<End> {
    let applied = async {
        if run.how.role_activated {
            app.role_activated(&run.name).await?;
        }
        if run.how.acknowledge_retired {
            app.acknowledge(&run.name).await?;
        }
        let step = run.how.step.as_deref();
        let mut accepted: BTreeSet<String> = run.how.accept.iter().cloned().collect();
        let approved = match approval(&run.how) {
            Approval::Given(fingerprint) => fingerprint,
            Approval::Ask => {
                let plan = app.plan(&run.name, step).await?;
                let asks: BTreeSet<String> = plan.plan.asks().into_iter().map(str::to_owned).collect();
                match approve(plan, terminal)? {
                    Approved::Yes(fingerprint) => {
                        accept(asks, &mut accepted, terminal)?;
                        Some(fingerprint)
                    }
                    Approved::NothingToDo(plan) => return Ok(plan.into_run(&run.name)),
                }
            }
        };
        let instance = typed(&run.name, run.how.instance.clone(), app, terminal).await?;
        app.apply(&run.name, approved.as_deref(), step, instance.as_deref(), &accepted).await
    };
    ended(run, watched(app, terminal, applied).await, terminal)
}

pub async fn undo(run: &Run, app: &App, terminal: &Terminal) -> Result<End> {
    let undone = async {
        let step = run.how.step.as_deref();
        let approved = match approval(&run.how) {
            Approval::Given(fingerprint) => fingerprint,
            Approval::Ask => {
                let plan = app.undo_plan(&run.name, step).await?;
                match approve(plan, terminal)? {
                    Approved::Yes(fingerprint) => Some(fingerprint),
                    Approved::NothingToDo(plan) => return Ok(plan.into_run(&run.name)),
                }
            }
        };
        let instance = typed(&run.name, run.how.instance.clone(), app, terminal).await?;
        app.undo(&run.name, approved.as_deref(), step, instance.as_deref()).await
    };
    ended(run, watched(app, terminal, undone).await, terminal)
}

/// The name of an instance labelled production: as given, or asked for where somebody can be asked.
pub async fn typed(
    setup: &str,
    given: Option<String>,
    app: &App,
    terminal: &Terminal,
) -> Result<Option<String>> {
    match app.show(setup).await?.production {
        Some(name) if given.is_none() && terminal.is_interactive() => {
            Ok(terminal.ask(&terminal.say("cli-production-question", &[("instance", &name)])))
        }
        _ => Ok(given),
    }
}

enum Approval {
    /// Whatever is planned, or exactly the plan of a fingerprint.
    Given(Option<String>),
    Ask,
}

fn approval(how: &How) -> Approval {
    match &how.plan {
        Some(fingerprint) => Approval::Given(Some(fingerprint.clone())),
        None if how.yes => Approval::Given(None),
        None => Approval::Ask,
    }
}

pub enum Approved {
    Yes(String),
    NothingToDo(Box<PlanView>),
}

/// Shows the plan and asks. Where nobody can be asked, nothing is done.
pub fn approve(plan: PlanView, terminal: &Terminal) -> Result<Approved> {
    if plan.plan.is_empty() {
        return Ok(Approved::NothingToDo(Box::new(plan)));
    }
    for change in &plan.plan.changes {
        terminal.note(&change_text(change, terminal));
    }
    for question in &plan.plan.questions {
        terminal.problem(question);
    }
    notes(&plan.plan.notes, terminal);
    for stays in &plan.plan.stays {
        terminal.note(&format!("  {}", terminal.say(stays, &[])));
    }
    if !terminal.is_interactive() {
        return Err(Problem::new("approval-needed").arg("fingerprint", &plan.plan.fingerprint));
    }
    let answer = terminal.ask(&terminal.say("cli-apply-question", &[])).unwrap_or_default();
    if matches!(answer.to_lowercase().as_str(), "y" | "yes") {
        Ok(Approved::Yes(plan.plan.fingerprint))
    } else {
        Err(Problem::new("cancelled"))
    }
}

/// Asks for each yes that a change of the plan wants for itself and that was not given yet.
pub fn accept(asks: BTreeSet<String>, accepted: &mut BTreeSet<String>, terminal: &Terminal) -> Result<()> {
    for asks in asks {
        if accepted.contains(&asks) {
            continue;
        }
        terminal.note(&terminal.say(&format!("asks-{asks}"), &[]));
        let answer = terminal.ask(&terminal.say("cli-accept-question", &[])).unwrap_or_default();
        if !matches!(answer.to_lowercase().as_str(), "y" | "yes") {
            return Err(Problem::new("cancelled"));
        }
        accepted.insert(asks);
    }
    Ok(())
}

/// Awaits `work` and says on standard error how it goes on.
pub async fn watched<T>(app: &App, terminal: &Terminal, work: impl Future<Output = Result<T>>) -> Result<T> {
    let mut events = app.events();
    tokio::pin!(work);
    loop {
        tokio::select! {
            biased;
            Ok(numbered) = events.recv() => {
                match numbered.event {
                    Event::Progress { progress, .. } => progress_line(&progress, terminal),
                    Event::Request { request, .. } => waiting_line(&request, terminal),
                    _ => {}
                }
            }
            ended = &mut work => return ended,
            _ = tokio::signal::ctrl_c() => {
                terminal.tell("cli-stopping", &[]);
                app.cancel_all();
            }
        }
    }
}

/// Why a request is sent again, and when.
fn waiting_line(request: &RequestView, terminal: &Terminal) {
    let Some(wait) = &request.wait else { return };
    let (reason, seconds) = (terminal.say(&wait.reason, &[]), wait.seconds.to_string());
    terminal.tell("cli-waiting", &[("step", &request.host), ("reason", &reason), ("seconds", &seconds)]);
}

fn progress_line(progress: &Progress, terminal: &Terminal) {
    let title = |step: &str| terminal.say(&format!("step-{step}"), &[]);
    match progress {
        Progress::Changing { step, .. } => terminal.tell("cli-changing", &[("step", &title(step))]),
        Progress::Counting { step, done, of } => {
            let (done, of) = (done.to_string(), of.to_string());
            terminal.tell("cli-counting", &[("step", &title(step)), ("done", &done), ("of", &of)]);
        }
        Progress::Settling { step } => terminal.tell("cli-settling", &[("step", &title(step))]),
        Progress::Verifying { step } => terminal.tell("cli-verifying", &[("step", &title(step))]),
        Progress::Waiting { step, reason, seconds } => {
            let reason = terminal.say(reason, &[]);
            let seconds = seconds.to_string();
            terminal
                .tell("cli-waiting", &[("step", &title(step)), ("reason", &reason), ("seconds", &seconds)]);
        }
        Progress::Warned { step, problem } => {
            terminal.tell("cli-warned", &[("step", &title(step))]);
            terminal.problem(problem);
        }
        Progress::Failed { step, problem } => {
            let problem = terminal.say(&problem.code, &args(problem));
            terminal.tell("cli-failed", &[("step", &title(step)), ("problem", &problem)]);
        }
        Progress::Checking { .. } | Progress::Changed { .. } | Progress::Finished { .. } => {}
    }
}

fn notes(notes: &[Problem], terminal: &Terminal) {
    for note in notes {
        terminal.note(&format!("  {}", terminal.say(&note.code, &args(note))));
    }
}

fn args(problem: &Problem) -> Vec<(&str, &str)> {
    problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn ended(run: &Run, view: Result<RunView>, terminal: &Terminal) -> Result<End> {
    finish(&run.name, run.how.json, run.how.strict, view, terminal)
}

/// Prints the document (`json`) or its text, and says how it ended.
pub fn finish(
    name: &str,
    json: bool,
    strict: bool,
    view: Result<RunView>,
    terminal: &Terminal,
) -> Result<End> {
    let view = match view {
        Ok(view) => view,
        Err(problem) if json => {
            terminal.json(&RunView::refused(name, &problem));
            return Err(problem);
        }
        Err(problem) => return Err(problem),
    };
    if json {
        terminal.json(&view);
    } else {
        text(&view, terminal);
    }
    if let Some(problem) = &view.problem {
        terminal.problem(problem);
    }
    Ok(end(&view, strict))
}

fn end(view: &RunView, strict: bool) -> End {
    match view.outcome {
        Outcome::InOrder | Outcome::Applied | Outcome::Undone if strict && !view.open.is_empty() => {
            End::Drift
        }
        Outcome::InOrder | Outcome::Applied | Outcome::Undone => End::Fine,
        Outcome::Changes | Outcome::Drift => End::Drift,
        Outcome::Paused | Outcome::Refused => End::Refused,
    }
}

fn text(view: &RunView, terminal: &Terminal) {
    view.steps.iter().for_each(|step| step_line(step, terminal));
    if !view.changes.is_empty() {
        let made = matches!(view.outcome, Outcome::Applied | Outcome::Undone | Outcome::Paused);
        terminal.out("");
        terminal.out(&terminal.say(if made { "cli-changes-made" } else { "cli-changes-planned" }, &[]));
        for change in &view.changes {
            terminal.out(&change_text(change, terminal));
        }
    }
    for note in &view.notes {
        terminal.out(&format!("  {}", terminal.say(&note.code, &args(note))));
    }
    if !view.stays.is_empty() {
        terminal.out("");
        terminal.out(&terminal.say("cli-stays", &[]));
        for stays in &view.stays {
            terminal.out(&format!("  {}", terminal.say(stays, &[])));
        }
    }
    if !view.open.is_empty() {
        terminal.out("");
        terminal.out(&terminal.say("cli-open", &[]));
        for step in &view.open {
            terminal.out(&format!("  {} ({step})", terminal.say(&format!("step-{step}"), &[])));
        }
    }
    if let (Outcome::Changes, Some(fingerprint)) = (view.outcome, &view.fingerprint) {
        terminal.out("");
        terminal.out(&terminal.say("cli-fingerprint", &[("fingerprint", fingerprint)]));
    }
}

pub fn step_line(step: &StepLine, terminal: &Terminal) {
    let mark = match step.state {
        StepState::Done => "✓",
        StepState::Open => "·",
        StepState::Differs => "≠",
        StepState::Undecided => "?",
        StepState::Unseen => "-",
        StepState::Unsettled => "!",
    };
    let title = terminal.say(&format!("step-{}", step.id), &[]);
    let known = step.known_by.map(|known| {
        let id = serde_json::to_value(known)
            .ok()
            .and_then(|id| id.as_str().map(str::to_owned))
            .unwrap_or_default();
        terminal.say(&format!("known-{id}"), &[])
    });
    match known {
        Some(known) => terminal.out(&format!("  {mark} {title} ({}) · {known}", step.id)),
        None => terminal.out(&format!("  {mark} {title} ({})", step.id)),
    }
    for drift in &step.drift {
        terminal.out(&format!("      {}", terminal.say(drift, &[])));
    }
}

fn change_text(change: &Change, terminal: &Terminal) -> String {
    let verb = match change.verb {
        Verb::Create => "cli-will-create",
        Verb::Update => "cli-will-update",
        Verb::Delete => "cli-will-delete",
        Verb::Restore => "cli-will-restore",
    };
    let object = terminal.say(&format!("object-{}", change.object.replace('.', "-")), &[]);
    let mut text = format!("  {}", terminal.say(verb, &[("object", &object), ("name", &change.name)]));
    for (field, after) in &change.after {
        match change.before.get(field) {
            Some(before) => text.push_str(&format!("\n      {field}: {} → {}", shown(before), shown(after))),
            None => text.push_str(&format!("\n      {field}: {}", shown(after))),
        }
    }
    if change.verb == Verb::Delete {
        for (field, before) in &change.before {
            text.push_str(&format!("\n      {field}: {}", shown(before)));
        }
    }
    if let Some(asks) = &change.asks {
        let why = terminal.say(&format!("asks-{asks}"), &[]);
        text.push_str(&format!("\n      {}", terminal.say("cli-asks", &[("word", asks), ("why", &why)])));
    }
    text
}
