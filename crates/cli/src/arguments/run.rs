//! Runs of a setup, and what is like one.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Format;

#[derive(Debug, Args)]
pub struct Run {
    pub name: String,
    #[command(flatten)]
    pub how: How,
}

/// The same for every run, so that one may be typed in place of another.
#[derive(Debug, Args)]
pub struct How {
    /// Only this step.
    #[arg(long)]
    pub step: Option<String>,
    /// Apply or undo exactly the plan that was shown under this fingerprint.
    #[arg(long, value_name = "FINGERPRINT")]
    pub plan: Option<String>,
    /// Count by-hand steps that are left as wrong.
    #[arg(long)]
    pub strict: bool,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
    /// One document on standard output.
    #[arg(long)]
    pub json: bool,
    /// You have read that the service behind the guide was shut down, and go on.
    #[arg(long)]
    pub acknowledge_retired: bool,
    /// The instance's name, where it is labelled production: whatever changes something there asks for it.
    #[arg(long, value_name = "NAME")]
    pub instance: Option<String>,
    /// Your yes to a change that asks for its own, by the word that the plan names. May be repeated.
    #[arg(long, value_name = "WORD")]
    pub accept: Vec<String>,
    /// The role that was missing is active now: wait up to ten minutes for it to be known everywhere.
    #[arg(long)]
    pub role_activated: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    /// All setups when absent, which is only possible with --expiry.
    #[arg(required_unless_present = "expiry")]
    pub name: Option<String>,
    #[command(flatten)]
    pub how: How,
    /// When secrets end. Needs no sign-in, keychain or network.
    #[arg(long, conflicts_with = "step")]
    pub expiry: bool,
    /// Ends with 1 where a secret ends within so many days.
    #[arg(long, requires = "expiry", default_value_t = 30)]
    pub days: i64,
    /// Have the desktop say what ends soon and was not said yet: at 30, 14, 3 and 1 days.
    #[arg(long, requires = "expiry")]
    pub notify: bool,
    /// Write it as a calendar to this new file.
    #[arg(long, requires = "expiry", value_name = "FILE")]
    pub ics: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct PlanArguments {
    #[command(flatten)]
    pub run: Run,
    /// Write the plan down for whoever approves it: a file that does not exist yet, or `-` for standard output.
    #[arg(long)]
    pub out: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Markdown, requires = "out")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct Approval {
    pub name: String,
    /// Only the approved plan may be applied: yes or no.
    #[arg(long, action = clap::ArgAction::Set, value_parser = clap::builder::BoolishValueParser::new())]
    pub required: Option<bool>,
    /// Number of the change ticket.
    #[arg(long)]
    pub number: Option<String>,
    #[arg(long)]
    pub approver: Option<String>,
    /// When it may be done.
    #[arg(long)]
    pub window: Option<String>,
    /// The plan that is approved; empty takes an approval back.
    #[arg(long)]
    pub fingerprint: Option<String>,
    /// One document on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Renew {
    pub name: String,
    /// Whose secret, where the guide has several.
    #[arg(long)]
    pub step: Option<String>,
    /// Carry out exactly the plan that was shown under this fingerprint.
    #[arg(long, value_name = "FINGERPRINT")]
    pub plan: Option<String>,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
    /// You saw the new secret used, and how. The old one is removed.
    #[arg(long, value_enum, conflicts_with_all = ["plan", "put_back"])]
    pub used: Option<Used>,
    /// Give ServiceNow the old value again, and remove the new secret.
    #[arg(long, conflicts_with = "plan")]
    pub put_back: bool,
    /// The instance's name, where it is labelled production.
    #[arg(long, value_name = "NAME")]
    pub instance: Option<String>,
    /// One document on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Used {
    /// Entra's sign-in log or credential activity shows the new key.
    SignInLog,
    /// A token was asked for in the instance after its cached one was gone.
    TokenRequest,
}
