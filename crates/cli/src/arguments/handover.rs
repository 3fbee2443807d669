//! Handing a seat over.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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
