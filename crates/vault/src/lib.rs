//! Secrets, sealed to one person.
//!
//! A person has one age identity (x25519). It lives in the keychain of the operating system, or, where someone chose so, in a file
//! or in the memory of this session. Secrets are sealed to it; the sealed bytes are kept elsewhere (`store`), so that neither place
//! alone gives a secret away. See <https://age-encryption.org/v1> for the format.

mod file;
pub mod handover;
mod identity;
mod keychain;
mod sealing;
mod vault;

pub use file::new_identity_file;
pub use keychain::keychain_round_trip;
pub use vault::{Source, Vault, is_for_a_session};
