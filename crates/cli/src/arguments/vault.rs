//! What is kept sealed on this computer.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Vault {
    /// What is kept: what for, where it is used, since when and until when. Never a value.
    List {
        /// Of one setup only.
        name: Option<String>,
        #[arg(long)]
        json: bool,
    },
    /// Put a secret on the clipboard for a minute. Needs a display; the journal says that it was copied.
    Copy {
        name: String,
        /// As "vault list" names it: `client-secret.secret`.
        secret: String,
    },
    /// Forget a value, or sign its seat out. Nothing is taken back at either service.
    Forget {
        name: String,
        secret: String,
        /// Do not ask.
        #[arg(long)]
        yes: bool,
    },
    /// What is kept although it is needed no more. Without options it is shown. The same as in the window's settings.
    Keep {
        /// Secrets whose use was confirmed.
        #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
        secrets: Option<bool>,
        /// Sessions of a setup that is complete.
        #[arg(long, value_name = "yes|no", value_parser = yes_or_no)]
        sessions: Option<bool>,
    },
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes or no".into()),
    }
}
