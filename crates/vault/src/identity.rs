//! The key that opens what a person keeps.

use age::x25519;
use secrecy::SecretString;

/// An age identity. Wipes its memory when dropped and has no `Debug`.
#[derive(Clone)]
pub(crate) struct Identity(x25519::Identity);

impl Identity {
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// Reads `AGE-SECRET-KEY-1…`.
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self)
    }

    /// `AGE-SECRET-KEY-1…`, 74 characters.
    pub fn to_text(&self) -> SecretString {
        self.0.to_string()
    }

    pub fn recipient(&self) -> x25519::Recipient {
        self.0.to_public()
    }

    pub fn key(&self) -> &x25519::Identity {
        &self.0
    }
}

impl PartialEq for Identity {
    fn eq(&self, other: &Self) -> bool {
        // The public halves say as much, and comparing them gives nothing away.
        self.recipient().to_string() == other.recipient().to_string()
    }
}
