//! What may be typed.

mod handover;
mod run;
mod vault;

use std::path::PathBuf;

use api::Part;
use clap::{Args, Parser, Subcommand, ValueEnum};

pub use handover::{Handover, HandoverFile};
pub use run::{Approval, Check, How, PlanArguments, Renew, Run, Used};
pub use vault::Vault;

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
        /// Your yes to an answer that asks for its own, by the word that is named then. May be repeated.
        #[arg(long, value_name = "WORD")]
        accept: Vec<String>,
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
    /// Read beforehand what the tenant's policies allow. Asks for one more consent (Policy.Read.All), in the browser.
    Policies {
        name: String,
        #[arg(long, default_value = "entra-admin")]
        seat: String,
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
    /// What is kept sealed on this computer: list it, copy a secret, forget it.
    #[command(subcommand)]
    Vault(Vault),
    /// Have the operating system look once a day which secrets end, as you.
    Schedule {
        #[arg(value_enum, default_value_t = Schedule::Show)]
        what: Schedule,
    },
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

#[derive(Clone, Debug, Subcommand)]
pub enum Step {
    Show {
        #[arg(long)]
        json: bool,
    },
    Done,
    Reopen,
    /// Keep a note of the step. An empty text takes it away. It is in no handover.
    Note {
        text: String,
        /// Put it into the report.
        #[arg(long)]
        in_report: bool,
    },
    /// Keep a picture (PNG or JPEG) as evidence: made anew without metadata, and sealed. It is in no handover.
    Evidence {
        file: PathBuf,
        /// Black out a part first: X,Y,WIDTH,HEIGHT in pixels from the upper left corner. Can be given several times.
        #[arg(long, value_name = "X,Y,W,H", value_parser = part)]
        black: Vec<Part>,
        /// Put it into the report.
        #[arg(long)]
        in_report: bool,
    },
    /// Remove a picture for good, by its id.
    Drop {
        picture: String,
    },
    /// Use an object that is there already, by its object or client ID. Look at the plan before it is applied.
    Adopt {
        id: String,
    },
    /// What is there already and could be used: the object with that ID, or those that look like it, field by field.
    Candidates {
        id: Option<String>,
        #[arg(long)]
        json: bool,
    },
    /// Let go of what was adopted. It stays as it is.
    Release,
}

fn part(text: &str) -> Result<Part, String> {
    let numbers: Result<Vec<u32>, _> = text.split(',').map(|number| number.trim().parse()).collect();
    match numbers.as_deref() {
        Ok(&[x, y, width, height]) => Ok(Part { x, y, width, height }),
        _ => Err("four whole numbers are needed: X,Y,WIDTH,HEIGHT".into()),
    }
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
pub enum Schedule {
    On,
    Off,
    Show,
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
