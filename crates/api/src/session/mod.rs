//! Sessions of a setup's seats, sealed in the store so that one sign-in serves every command and window.

mod access;
mod kept;

pub(crate) use access::{Sessions, SetupSessions};
pub use kept::Session;

/// The name under which a seat's session is sealed.
pub fn sealed_name(seat: &str) -> String {
    format!("session.{seat}")
}
