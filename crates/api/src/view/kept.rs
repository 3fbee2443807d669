use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is kept sealed on this computer. Never a value.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeptView {
    pub kept: Vec<KeptSecret>,
    /// What became of secrets here, the latest first.
    pub history: Vec<KeptHappened>,
    /// Why nothing outlives this session, where a keychain was wanted.
    pub keychain: Option<setup::Problem>,
    pub rules: KeepView,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeptSecret {
    pub setup: String,
    pub setup_name: String,
    pub practice: bool,
    /// Within the setup: what copy and forget go by.
    pub name: String,
    pub what: KeptWhat,
    /// The step that made it; none for a session.
    pub step: Option<String>,
    /// Whose session it is, or who carries out the step.
    pub seat: String,
    /// The account of a session.
    pub account: Option<String>,
    /// Steps that handed it to whoever uses it.
    pub used_by: Vec<String>,
    /// Steps that are still to do so.
    pub wanted_by: Vec<String>,
    /// ISO time: when it was made, or signed in.
    pub since: Option<String>,
    /// ISO time at which it ends, where that is known.
    pub until: Option<String>,
    /// Only the session of Liaison that sealed it can open it.
    pub this_session_only: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeptWhat {
    /// Everybody who needs it has it.
    InUse,
    /// Somebody has yet to be given it.
    Wanted,
    /// The value before, until a renewal is over.
    Previous,
    Session,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeptHappened {
    pub setup: String,
    pub setup_name: String,
    pub name: String,
    pub step: Option<String>,
    pub what: KeptHow,
    /// ISO time.
    pub at: String,
    /// Who was signed in, where anybody was.
    pub by: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeptHow {
    Copied,
    HandedOver,
    /// As somebody asked.
    Forgotten,
    /// By itself, as its use was confirmed.
    LetGo,
}

/// What is kept although it is needed no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepView {
    /// Secrets whose use was confirmed.
    pub secrets: bool,
    /// Sessions of a setup that is complete.
    pub sessions: bool,
}

/// A secret is on the clipboard.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CopiedView {
    /// After so many it is taken away.
    #[ts(type = "number")]
    pub seconds: u64,
}
