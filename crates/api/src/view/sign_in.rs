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
    /// Something to know while the browser is waited for. The state before goes on.
    Note {
        note: SignInNote,
    },
    SignedIn {
        account: String,
    },
    Failed {
        problem: Problem,
    },
    Cancelled,
}

/// Each has words: `sign-in-note-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SignInNote {
    /// The browser insists on https. What it ended at can be pasted.
    TlsHello,
    /// An old tab came back. Ignored.
    ForeignRedirect,
    /// What was pasted belongs to another sign-in. Ignored.
    ForeignPaste,
    /// Nobody came back for a while: what does the page say?
    Slow,
}

impl SignInNote {
    /// The id of its words.
    pub fn word(self) -> &'static str {
        match self {
            Self::TlsHello => "sign-in-note-tls-hello",
            Self::ForeignRedirect => "sign-in-note-foreign-redirect",
            Self::ForeignPaste => "sign-in-note-foreign-paste",
            Self::Slow => "sign-in-note-slow",
        }
    }
}

/// What a number on Microsoft's page means.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExplainedView {
    pub problem: Problem,
}
