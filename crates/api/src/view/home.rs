use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{guide::GuideView, settings::SettingsView};

/// Everything that the first screen shows, in one answer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BeginView {
    pub home: HomeView,
    pub settings: SettingsView,
    pub guides: Vec<GuideView>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HomeView {
    pub version: String,
    /// Ids of the guides that are here.
    pub guides: Vec<String>,
    /// Newest first.
    pub setups: Vec<SetupCard>,
    /// Present while practice runs in this process.
    pub practice: Option<PracticeView>,
    /// Whether secrets can be kept: a Problem when there is no usable keychain.
    pub keychain: Option<setup::Problem>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SetupCard {
    pub id: String,
    pub name: String,
    pub guide: String,
    pub practice: bool,
    pub tenant: String,
    pub instance: String,
    pub done: usize,
    pub total: usize,
    /// What ends first, where that is soon.
    pub expires: Option<super::expiry::ExpiryView>,
    /// An administrator's consent is waited for.
    pub waits_for_consent: bool,
    /// ISO time of creation.
    pub created_at: String,
}

/// What a newcomer needs to know of the simulated services.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PracticeView {
    pub tenant: String,
    pub instance: String,
    pub scene: String,
    pub accounts: Vec<PracticeAccount>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PracticeAccount {
    /// `entra` or `servicenow`.
    pub service: String,
    pub name: String,
    pub roles: Vec<String>,
}
