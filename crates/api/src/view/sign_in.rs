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
        /// What to know about the account, or about the client that signed it in.
        notes: Vec<Problem>,
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
    /// The same at an instance, which sends the browser somewhere else without a word where the redirect is not its own.
    Elsewhere,
}

impl SignInNote {
    /// The id of its words.
    pub fn word(self) -> &'static str {
        match self {
            Self::TlsHello => "sign-in-note-tls-hello",
            Self::ForeignRedirect => "sign-in-note-foreign-redirect",
            Self::ForeignPaste => "sign-in-note-foreign-paste",
            Self::Slow => "sign-in-note-slow",
            Self::Elsewhere => "sign-in-note-elsewhere",
        }
    }
}

/// What a number on Microsoft's page means.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExplainedView {
    pub problem: Problem,
}
