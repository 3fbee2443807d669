//! A file a group of commands.

mod expiry;
mod handover;
mod people;
mod practice;
mod renew;
mod run;
mod setup;
mod sign_in;
mod step;
mod tools;
mod vault;
mod walk;

use std::{io::Read, process::ExitCode};

use api::{App, Problem, Result};

use crate::{
    arguments::{Check, Command, Identity, PlanArguments, Practice},
    terminal::Terminal,
};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Nothing that Liaison can check is wrong.
    Fine,
    /// Drift, a failed proof, or changes to make.
    Drift,
    /// Wrong use.
    Usage,
    /// Refused, unreachable, locked, sign-in needed, ownership unsure.
    Refused,
}

impl End {
    /// What was typed is wrong use; everything else that stops a command is a refusal.
    pub fn of(problem: &Problem) -> Self {
        match problem.code.as_str() {
            "answer-refused"
            | "answer-differs"
            | "answer-unknown"
            | "answer-is-secret"
            | "name-refused"
            | "name-taken"
            | "setup-unknown"
            | "guide-unknown"
            | "step-unknown"
            | "seat-unknown"
            | "cloud-unknown"
            | "address-refused"
            | "address-not-https"
            | "address-with-user"
            | "domain-refused"
            | "usage"
            | "step-not-by-hand"
            | "seat-is-here"
            | "people-unreadable"
            | "file-unreadable"
            | "servicenow-no-device-code"
            | "kept-not-there"
            | "kept-is-session"
            | "kept-forget-unasked" => Self::Usage,
            _ => Self::Refused,
        }
    }
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        Self::from(match end {
            End::Fine => 0,
            End::Drift => 1,
            End::Usage => 2,
            End::Refused => 3,
        })
    }
}

pub async fn run(command: Command, terminal: &Terminal) -> Result<End> {
    match command {
        Command::Practice(Practice::Serve(serve)) => practice::serve(serve, terminal).await,
        Command::Identity(Identity::New { file }) => tools::new_identity(&file, terminal),
        command => {
            let app = App::from_environment()?;
            let mut events = app.events();
            let end = with_app(command, &app, terminal).await;
            while let Ok(numbered) = events.try_recv() {
                vault::tell_let_go(&numbered.event, terminal);
            }
            app.close().await;
            end
        }
    }
}

async fn with_app(command: Command, app: &App, terminal: &Terminal) -> Result<End> {
    match command {
        Command::Setup(command) => setup::run(command, app, terminal).await,
        Command::Set { name, answers, accept } => setup::set(&name, &answers, accept, app, terminal).await,
        Command::SignIn { name, seat, with } => sign_in::run(&name, &seat, with, app, terminal).await,
        Command::SignOut { name, seat } => sign_in::sign_out(&name, &seat, app, terminal).await,
        Command::Check(arguments) if arguments.expiry => expiry::run(&arguments, app, terminal).await,
        Command::Check(Check { name, how, .. }) => {
            run::check(&name.unwrap_or_default(), &how, app, terminal).await
        }
        Command::Handover(command) => handover::run(command, app, terminal).await,
        Command::Vault(command) => vault::run(command, app, terminal).await,
        Command::Schedule { what } => expiry::schedule(what, app, terminal).await,
        Command::Renew(arguments) => renew::run(&arguments, app, terminal).await,
        Command::Plan(PlanArguments { run, out: None, .. }) => run::plan(&run, app, terminal).await,
        Command::Plan(PlanArguments { run, out: Some(out), format }) => {
            tools::plan(&run, format, &out, app, terminal).await
        }
        Command::Approval(said) => tools::approval(said, app, terminal).await,
        Command::Apply(arguments) => run::apply(&arguments, app, terminal).await,
        Command::Verify(arguments) => run::verify(&arguments, app, terminal).await,
        Command::Undo(arguments) => run::undo(&arguments, app, terminal).await,
        Command::Policies { name, seat } => sign_in::policies(&name, &seat, app, terminal).await,
        Command::Step { name, id, what } => step::run(&name, &id, what, app, terminal).await,
        Command::Walk { name, practice } => walk::walk(&name, practice, app, terminal).await,
        Command::People { name, csv: Some(csv), .. } => people::run(&name, &csv, app, terminal).await,
        Command::People { name, seen, .. } => {
            people::seen(&name, seen.as_deref().unwrap_or_default(), app, terminal).await
        }
        Command::Report { name, format, out } => {
            tools::report(&name, format, out.as_deref(), app, terminal).await
        }
        Command::Page { name, seat, out } => tools::page(&name, &seat, out.as_deref(), app, terminal).await,
        Command::Left { name, json } => tools::left(&name, json, app, terminal).await,
        Command::Network { name, format, out } => {
            tools::network(&name, format, out.as_deref(), app, terminal).await
        }
        Command::Doctor { json } => tools::doctor(json, app, terminal).await,
        Command::Guide(command) => tools::guide(command, app, terminal),
        Command::Practice(_) | Command::Identity(_) => Ok(End::Fine),
    }
}

/// Standard input, whole.
fn standard_input() -> Result<String> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Problem::new("file-unreadable").arg("file", "-").arg("detail", error))?;
    Ok(text)
}
