//! What happens while nobody asked: one numbered channel, so that a window that was reloaded can catch up.

use serde::{Deserialize, Serialize};
use setup::{guide::SeatId, ports::Progress, record::SetupId};
use ts_rs::TS;

use crate::view::{run::RequestView, sign_in::SignInState, update::UpdateView};

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Numbered {
    #[ts(type = "number")]
    pub n: u64,
    pub event: Event,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// A run goes on.
    Progress { setup: SetupId, progress: Progress },
    /// What a run asks a service right now.
    Request { setup: SetupId, request: RequestView },
    /// A sign-in goes on.
    SignIn { setup: SetupId, seat: SeatId, state: SignInState },
    /// Something of the setup changed, here or in another process: ask for it again.
    SetupChanged { setup: SetupId },
    /// What the setup needs no more is not kept any more: secrets whose use was confirmed, and sessions.
    LetGo { setup: SetupId, secrets: Vec<String>, seats: Vec<SeatId> },
    /// The list of setups changed.
    HomeChanged,
    /// Somebody closes the window while a run goes on: what then is theirs to say.
    Closing,
    /// A newer version of Liaison: something to answer, or to know.
    Update { update: UpdateView },
}
