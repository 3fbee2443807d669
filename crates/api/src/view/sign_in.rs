use serde::{Deserialize, Serialize};
use setup::Problem;
use ts_rs::TS;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SignInView {
    pub seat: String,
    pub state: SignInState,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum SignInState {
    /// The browser was opened, or could not be: the link works in any browser on this computer.
    Browser {
        url: String,
        opened: bool,
    },
    /// To be typed on the page, by the person who signs in here.
    DeviceCode {
        url: String,
        code: String,
        expires_at: String,
    },
    SignedIn {
        account: String,
    },
    Failed {
        problem: Problem,
    },
    Cancelled,
}
