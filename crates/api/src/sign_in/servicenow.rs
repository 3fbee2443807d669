//! The ServiceNow admin.

use secrecy::SecretString;
use setup::{Problem, problem::Result};

use super::Told;
use crate::{app::App, session::Session, setups::Opened};

pub async fn browser(_app: &App, _opened: &Opened, _tell: Told<'_>) -> Result<Session> {
    Err(Problem::new("seat-way-unknown"))
}

pub async fn refresh(_app: &App, _head: &setup::record::SetupHead, _session: &Session) -> Result<Session> {
    Err(Problem::new("session-refused"))
}

pub async fn account(_app: &App, _opened: &Opened, _token: &SecretString) -> Result<String> {
    Err(Problem::new("seat-way-unknown"))
}

pub async fn revoke(_app: &App, _opened: &Opened, _session: &Session) {}
