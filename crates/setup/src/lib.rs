//! What a setup is, without any service, window or disk.
//!
//! A guide is data ([`guide`]): steps, seats and the values they pass on. A setup is one run of a guide between one tenant and one
//! instance; everything that ever happened in it is a list of [`journal`] events, and [`record::Record`] is what they add up to.
//! The [`engine`] checks, plans, applies, settles, verifies and undoes, and reaches the world only through [`ports`] and the
//! [`kind::StepKind`]s it is given. Nothing here knows tokio, reqwest, rusqlite or tauri, so tests run on a clock that jumps.

pub mod answers;
pub mod cancel;
pub mod change;
pub mod engine;
pub mod expiry;
pub mod guide;
pub mod handover;
pub mod in_use;
pub mod journal;
pub mod kind;
pub mod observed;
pub mod plan;
pub mod ports;
pub mod problem;
pub mod record;
pub mod renewal;
pub mod rows;
pub mod template;

pub use cancel::Cancel;
pub use change::{Change, Marker, Undo, Verb};
pub use engine::Engine;
pub use expiry::Expiry;
pub use guide::{Guide, Seat, SeatId, StepDefinition, StepId};
pub use journal::{Entry, Event};
pub use kind::{Applied, Kinds, Outcome, Reads, Settled, Step, StepKind};
pub use observed::{Object, Observed, Ownership};
pub use plan::Plan;
pub use ports::Ports;
pub use problem::{Effect, Problem};
pub use record::{KnownBy, Record, SetupId};
pub use renewal::Renewal;
