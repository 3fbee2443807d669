//! The whole guide in a terminal: does what can be done, shows the rest one step at a time.

use std::collections::BTreeSet;

use api::{
    App, CloudChoice, NewSetup, Problem, Result,
    view::{
        setup::SetupView,
        step::{Action, StepLine, StepState, StepView},
    },
};

use super::{End, run, sign_in, step};
use crate::terminal::Terminal;

pub async fn walk(name: &str, practice: bool, app: &App, terminal: &Terminal) -> Result<End> {
    if practice {
        app.host_practice(None).await?;
        begin_practice(name, app, terminal).await?;
    }
    let mut skipped: Vec<String> = Vec::new();
    loop {
        let setup = app.show(name).await?;
        let Some(line) = next(&setup, &skipped) else {
            let (done, total) = (setup.done.to_string(), setup.total.to_string());
            terminal.tell("cli-walk-end", &[("done", &done), ("total", &total)]);
            return Ok(if setup.done == setup.total { End::Fine } else { End::Drift });
        };
        let page = app.step(name, &line.id).await?;
        terminal.out("");
        step::show(name, &page, app, terminal).await;
        match act(name, &page, app, terminal).await {
            Ok(Went::On) => {}
            Ok(Went::Past) => skipped.push(line.id),
            Ok(Went::Away) => {
                // What was hosted here goes with this process.
                let left = if practice { "cli-walk-left-practice" } else { "cli-walk-left" };
                terminal.tell(left, &[("name", name)]);
                return Ok(End::Drift);
            }
            Err(problem) => {
                terminal.problem(&problem);
                if terminal.ask(&terminal.say("cli-walk-again", &[])).is_none() {
                    return Ok(End::of(&problem));
                }
            }
        }
    }
}

enum Went {
    On,
    Past,
    Away,
}

/// The first step that can be done now and was not passed over.
fn next(setup: &SetupView, skipped: &[String]) -> Option<StepLine> {
    setup
        .steps
        .iter()
        .filter(|line| line.state != StepState::Done && !line.later && !skipped.contains(&line.id))
        .find(|line| line.waits_for.is_empty())
        .cloned()
}

async fn act(name: &str, page: &StepView, app: &App, terminal: &Terminal) -> Result<Went> {
    let id = page.line.id.as_str();
    let has = |action: &Action| page.actions.contains(action);
    if has(&Action::Answer) {
        let went = answers(name, page, app, terminal).await?;
        let done = app.step(name, id).await?.actions.contains(&Action::Confirm);
        return if matches!(went, Went::On) && done {
            confirm(name, id, app, terminal).await
        } else {
            Ok(went)
        };
    }
    if has(&Action::People) && page.line.by_hand {
        let typed = terminal.ask(&terminal.say("cli-walk-people", &[])).unwrap_or_default();
        if !typed.is_empty() {
            let lines: Vec<&str> = typed.split_whitespace().collect();
            app.list_people(name, &lines.join("\n")).await?;
            return Ok(Went::On);
        }
    }
    if let Some(Action::SignIn { seat }) =
        page.actions.iter().find(|action| matches!(action, Action::SignIn { .. }))
    {
        let seat_name = terminal.say(&format!("seat-{seat}"), &[]);
        return match choice(terminal, "cli-walk-sign-in", &[("seat", &seat_name)]) {
            Choice::Yes => {
                sign_in::sign_in(name, seat, api::request::SignInWay::Browser, app, terminal).await?;
                Ok(Went::On)
            }
            Choice::Skip => Ok(Went::Past),
            Choice::Leave => Ok(Went::Away),
        };
    }
    if has(&Action::DoIt) {
        let plan = run::watched(app, terminal, app.plan(name, Some(id))).await?;
        if let Some(problem) = plan.problem.clone() {
            return Err(problem);
        }
        let asks = plan.plan.asks().into_iter().map(str::to_owned).collect();
        let mut accepted = std::collections::BTreeSet::new();
        let fingerprint = match run::approve(plan, terminal)? {
            run::Approved::Yes(fingerprint) => {
                run::accept(asks, &mut accepted, terminal)?;
                Some(fingerprint)
            }
            // A proof, or something that is there already.
            run::Approved::NothingToDo(_) => None,
        };
        let instance = run::typed(name, None, app, terminal).await?;
        let apply = app.apply(name, fingerprint.as_deref(), Some(id), instance.as_deref(), &accepted);
        let applied = run::watched(app, terminal, apply).await?;
        return match applied.problem {
            None if applied.steps.iter().any(|line| line.id == id && line.state == StepState::Done) => {
                Ok(Went::On)
            }
            None => Ok(Went::Past),
            Some(problem) => Err(problem),
        };
    }
    if has(&Action::Confirm) {
        return confirm(name, id, app, terminal).await;
    }
    if has(&Action::Check) {
        return look(name, page, app, terminal).await;
    }
    Ok(Went::Past)
}

async fn confirm(name: &str, id: &str, app: &App, terminal: &Terminal) -> Result<Went> {
    match choice(terminal, "cli-walk-done", &[]) {
        Choice::Yes => app.confirm(name, id, None).await.map(|_| Went::On),
        Choice::Skip => Ok(Went::Past),
        Choice::Leave => Ok(Went::Away),
    }
}

/// A person does it and Liaison sees whether it is done: looked at first, as it often is already.
async fn look(name: &str, page: &StepView, app: &App, terminal: &Terminal) -> Result<Went> {
    let id = page.line.id.as_str();
    let seen = run::watched(app, terminal, app.check(name, Some(id))).await?;
    if seen.steps.iter().any(|line| line.id == id && line.state == StepState::Done) {
        return Ok(Went::On);
    }
    match choice(terminal, "cli-walk-done", &[]) {
        Choice::Yes if app.step(name, id).await?.actions.contains(&Action::Confirm) => {
            app.confirm(name, id, None).await.map(|_| Went::On)
        }
        Choice::Yes => Ok(Went::On),
        Choice::Skip => Ok(Went::Past),
        Choice::Leave => Ok(Went::Away),
    }
}

async fn answers(name: &str, page: &StepView, app: &App, terminal: &Terminal) -> Result<Went> {
    let mut given = std::collections::BTreeMap::new();
    for question in &page.questions {
        let label = terminal.say(&format!("question-{}", question.answer.replace('.', "-")), &[]);
        let current = question.value.as_deref().unwrap_or_default();
        let Some(typed) =
            terminal.ask(&terminal.say("cli-walk-answer", &[("label", &label), ("value", current)]))
        else {
            return Ok(Went::Away);
        };
        match (typed.is_empty(), &question.value) {
            (true, Some(_)) => {}
            (true, None) => return Ok(Went::Past),
            (false, _) => {
                given.insert(question.answer.clone(), typed);
            }
        }
    }
    let mut accepted = BTreeSet::new();
    loop {
        match app.answer(name, given.clone(), &accepted).await {
            Ok(_) => return Ok(Went::On),
            Err(problem) => {
                let Some(word) = problem.args.get("accept") else { return Err(problem) };
                terminal.problem(&problem);
                let said = terminal.ask(&terminal.say("cli-accept-question", &[])).unwrap_or_default();
                if !matches!(said.to_lowercase().as_str(), "y" | "yes") {
                    return Ok(Went::Past);
                }
                accepted.insert(word.clone());
            }
        }
    }
}

enum Choice {
    Yes,
    Skip,
    Leave,
}

fn choice(terminal: &Terminal, question: &str, args: &[(&str, &str)]) -> Choice {
    match terminal.ask(&terminal.say(question, args)).as_deref().map(str::to_lowercase).as_deref() {
        Some("y" | "yes" | "") => Choice::Yes,
        Some("s" | "skip") => Choice::Skip,
        Some("q" | "quit") | None => Choice::Leave,
        Some(_) => choice(terminal, question, args),
    }
}

async fn begin_practice(name: &str, app: &App, terminal: &Terminal) -> Result<()> {
    match app.show(name).await {
        Err(problem) if problem.code == "setup-unknown" => {}
        Err(problem) => return Err(problem),
        Ok(setup) if setup.practice => return Ok(()),
        Ok(_) => return Err(Problem::new("name-taken").arg("name", name)),
    }
    let home = app.home().await?;
    let (Some(practice), Some(guide)) = (home.practice, home.guides.first()) else {
        return Err(Problem::new("practice-not-running"));
    };
    for account in &practice.accounts {
        terminal.tell("cli-walk-account", &[("name", &account.name), ("service", &account.service)]);
    }
    app.create(NewSetup {
        name: name.to_owned(),
        guide: guide.clone(),
        tenant: practice.tenant,
        instance: practice.instance,
        cloud: CloudChoice::Practice,
        ca_pem: None,
        like: None,
        answers: std::collections::BTreeMap::new(),
        practice: Some(true),
    })
    .await
    .map(drop)
}
