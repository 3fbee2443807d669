//! Signing in: OAuth 2.0 for people (authorization code with PKCE, device code) and for applications (client credentials).
//!
//! The `oauth2` crate makes the PKCE pair and the authorize address. Requests to token endpoints are made here: that crate keeps
//! tokens as plain strings that serialise, and drops what services add to errors, which is what explains them.

pub mod authorization_code;
pub mod client_credentials;
pub mod device;
mod endpoint;
mod error;
pub mod loopback;
mod page;
mod random;
pub mod redirect;
pub mod refresh;
mod token_set;

pub use endpoint::Endpoint;
pub use error::{OAuthError, Refusal};
pub use token_set::TokenSet;
