//! What may be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Joins Microsoft 365 and ServiceNow: does by API what a long portal guide has people do by hand, and proves it.
///
/// Exit codes: 0 nothing that Liaison can check is wrong; 1 drift, a failed proof or changes to make; 2 wrong use; 3 refused,
/// unreachable, locked, sign-in needed, or ownership unsure.
#[derive(Debug, Parser)]
#[command(name = "liaison", version, propagate_version = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Both services, simulated on this machine. No account is needed.
    #[command(subcommand)]
    Practice(Practice),
    /// Create, list, show and delete setups.
    #[command(subcommand)]
    Setup(Setup),
    /// Answer a question of the guide. Secrets are refused here.
    Set {
        name: String,
        /// One or more `key=value`.
        #[arg(required = true, value_name = "KEY=VALUE")]
        answers: Vec<String>,
    },
    /// Sign in the person of one seat.
    SignIn {
        name: String,
        /// `entra-admin`, `servicenow-admin`: the seats of the guide.
        #[arg(long)]
        seat: String,
        /// How.
        #[arg(long, value_enum)]
        with: Way,
    },
    /// Forget the session of one seat here, and end it at the service where that can be done.
    SignOut {
        name: String,
        #[arg(long)]
        seat: String,
    },
    /// Look at what is there, or only at when secrets end. Changes nothing.
    Check(Check),
    /// Show what apply would change.
    Plan(PlanArguments),
    /// What the change process says, and which plan is approved. Without options it is shown.
    Approval(Approval),
    /// Make the changes of the plan.
    Apply(Run),
    /// Read back everything and prove by use what can be proven.
    Verify(Run),
    /// Take back what this setup made, and nothing else.
    Undo(Run),
    /// Replace a secret while it is in use.
    ///
    /// A new one is made and given to ServiceNow; the old one stays valid until you say that you saw the new one used (--used).
    Renew(Renew),
    /// One step: show it, say that it is done, or take that back.
    Step {
        name: String,
        id: String,
        #[command(subcommand)]
        what: Step,
    },
    /// Go through the whole guide in this terminal.
    Walk {
        name: String,
        /// Begin a practice setup of that name if there is none, with the services simulated in this process.
        #[arg(long)]
        practice: bool,
    },
    /// The people who get roles.
    People {
        name: String,
        /// `user[,role…]` or `group:name[,role…]` a line; `-` reads standard input. Takes the place of the list before.
        #[arg(long, required_unless_present = "seen")]
        csv: Option<PathBuf>,
        /// Print what the last look of this step saw of each line, as CSV.
        #[arg(long, value_name = "STEP", conflicts_with = "csv")]
        seen: Option<String>,
    },
    /// What was done, how that is known, and what stays.
    Report {
        name: String,
        #[arg(long, value_enum, default_value_t = Format::Markdown)]
        format: Format,
        /// A file that does not exist yet; standard output when absent.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// One seat's part as a page, for somebody who has no Liaison. Nothing on it is secret.
    Page {
        name: String,
        #[arg(long)]
        seat: String,
        /// A file that does not exist yet; standard output when absent.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// What the integration has left on both sides, ours or not, and how to remove it by hand. Removes nothing.
    Left {
        name: String,
        #[arg(long)]
        json: bool,
    },
    /// The addresses of the guide's firewall step, and what DNS has today, for whoever looks after the firewall.
    Network {
        name: String,
        #[arg(long, value_enum, default_value_t = Addresses::Plain)]
        format: Addresses,
        /// A file that does not exist yet; standard output when absent.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Hand a seat to a colleague at another machine.
    #[command(subcommand)]
    Handover(Handover),
    /// Keys for machines without a keychain.
    #[command(subcommand)]
    Identity(Identity),
    /// Check this computer.
    Doctor {
        #[arg(long)]
        json: bool,
    },
    /// What a guide holds.
    #[command(subcommand)]
    Guide(Guide),
}

#[derive(Debug, Subcommand)]
pub enum Practice {
    /// Serve until interrupted. The first line on standard output says where everything is.
    Serve(api::practice::Serve),
}

#[derive(Debug, Subcommand)]
pub enum Setup {
    /// Begin a setup between a tenant and an instance.
    Create(Box<Create>),
    List {
        #[arg(long)]
        json: bool,
    },
    Show {
        name: String,
        #[arg(long)]
        json: bool,
    },
    /// Forget a setup. Refused while something of it exists.
    Delete {
        name: String,
        /// Leave what it made where it is, knowingly.
        #[arg(long)]
        keep_objects: bool,
    },
}

#[derive(Debug, Args)]
pub struct Create {
    pub name: String,
    #[arg(long)]
    pub guide: String,
    /// A domain of the Microsoft tenant.
    #[arg(long)]
    pub tenant: String,
    /// Name or address of the ServiceNow instance.
    #[arg(long)]
    pub instance: String,
    /// A built-in cloud, or a file with the addresses of one.
    #[arg(long, default_value = "global")]
    pub cloud: String,
    /// PEM file of an extra certificate authority, for this setup.
    #[arg(long)]
    pub ca: Option<PathBuf>,
    /// Copy the answers of another setup, never its secrets.
    #[arg(long)]
    pub like: Option<String>,
    /// An answer.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Run {
    pub name: String,
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
    /// The instance's name, where it is labelled production: apply and undo ask for it.
    #[arg(long, value_name = "NAME")]
    pub instance: Option<String>,
    /// The role that was missing is active now: wait up to ten minutes for it to be known everywhere.
    #[arg(long)]
    pub role_activated: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    /// All setups when absent, which is only possible with --expiry.
    #[arg(required_unless_present = "expiry")]
    pub name: Option<String>,
    /// Only this step.
    #[arg(long, conflicts_with = "expiry")]
    pub step: Option<String>,
    /// Count by-hand steps that are left as wrong.
    #[arg(long)]
    pub strict: bool,
    /// One document on standard output.
    #[arg(long)]
    pub json: bool,
    /// When secrets end. Needs no sign-in, keychain or network.
    #[arg(long)]
    pub expiry: bool,
    /// Ends with 1 where a secret ends within so many days.
    #[arg(long, requires = "expiry", default_value_t = 30)]
    pub days: i64,
    /// Write it as a calendar to this new file.
    #[arg(long, requires = "expiry", value_name = "FILE")]
    pub ics: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Handover {
    /// Ask for a seat. Send the code to whoever has it; nothing in it is secret.
    Ask {
        /// A domain of the Microsoft tenant.
        #[arg(long)]
        tenant: String,
        /// Name or address of the ServiceNow instance.
        #[arg(long)]
        instance: String,
        #[arg(long)]
        seat: String,
        #[arg(long)]
        json: bool,
    },
    /// Write the file that gives a seat.
    Give {
        name: String,
        /// What the other side's "ask" printed.
        #[arg(long, required_unless_present = "phrase")]
        code: Option<String>,
        /// Without a code: behind a phrase, for that seat.
        #[arg(long, value_name = "SEAT", conflicts_with = "code")]
        phrase: Option<String>,
        /// A file that does not exist yet.
        #[arg(long)]
        out: PathBuf,
        #[arg(long)]
        json: bool,
    },
    /// Show what a file says. Nothing is applied.
    Look {
        #[command(flatten)]
        from: HandoverFile,
    },
    /// Take in what a file says, after you compared its check phrase with the sender.
    Take {
        #[command(flatten)]
        from: HandoverFile,
        /// As the sender reads it to you.
        #[arg(long)]
        check_phrase: String,
        /// A built-in cloud, or a file with the addresses of one, where it is not the sender's built-in one.
        #[arg(long)]
        cloud: Option<String>,
    },
    /// Take a seat back without a file: the other machine is lost, or its person is.
    TakeBack {
        name: String,
        #[arg(long)]
        seat: String,
    },
}

#[derive(Debug, Args)]
pub struct HandoverFile {
    pub file: PathBuf,
    /// The file is behind a phrase, which is read from standard input.
    #[arg(long)]
    pub phrase: bool,
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
    /// One document on standard output.
    #[arg(long)]
    pub json: bool,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Used {
    /// Entra's sign-in log or credential activity shows the new key.
    SignInLog,
    /// A token was asked for in the instance after its cached one was gone.
    TokenRequest,
}

#[derive(Clone, Debug, Subcommand)]
pub enum Step {
    Show {
        #[arg(long)]
        json: bool,
    },
    Done,
    Reopen,
    /// Use an object that is there already, by its object or client ID. Look at the plan before it is applied.
    Adopt {
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Identity {
    /// Write a new identity to a file that only you can read. Name it in LIAISON_IDENTITY.
    New { file: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum Guide {
    Show {
        id: String,
        #[arg(long)]
        json: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Way {
    Browser,
    DeviceCode,
    /// A token from standard input.
    Token,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Html,
    Json,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Addresses {
    Plain,
    Csv,
    /// For a change ticket.
    Comment,
}
