use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::qr::QrView;

/// A request for a seat, to be sent to whoever gives it. Nothing in it is secret.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AskedView {
    pub code: String,
    /// ISO time after which no file for it is opened.
    pub until: String,
    /// The code, for a phone to read.
    pub qr: QrView,
    pub seat: String,
    pub tenant: String,
    pub instance: String,
}

/// What is asked for at this computer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AskingView {
    /// Requests whose file is waited for.
    pub asked: Vec<AskedView>,
    /// A file was double-clicked and nobody has looked at it yet.
    pub handed: bool,
}

/// A file that gives a seat.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct GivenView {
    /// Where the file is.
    pub path: String,
    pub seat: String,
    /// Both people compare it by phone before the file is opened.
    pub check_phrase: String,
    /// Where the file was asked for without a code: what opens it. Shown on purpose, once.
    pub phrase: Option<String>,
    /// Names of the secrets in it.
    pub secrets: Vec<String>,
}

/// What a file says. Nothing of it is applied yet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ClaimsView {
    pub check_phrase: String,
    pub name: String,
    pub guide: String,
    pub practice: bool,
    pub tenant: String,
    pub tenant_id: Option<String>,
    pub instance: String,
    /// Client IDs, by the name of their value.
    pub client_ids: BTreeMap<String, String>,
    /// Answers that come along: the three values for the Microsoft 365 admin among them.
    pub answers: BTreeMap<String, String>,
    pub seat: String,
    /// Who is said to have sent it.
    pub by: Option<String>,
    /// Steps that are said to be done.
    pub said_done: Vec<String>,
    /// Names of the secrets in it.
    pub secrets: Vec<String>,
}
