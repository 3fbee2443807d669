//! Microsoft Entra and Microsoft Graph, a file per noun.
//!
//! [`discovery`] finds a tenant without sign-in, [`sign_in`] signs a person in, [`Graph`] reads and writes with that person's
//! token, and [`client_credentials`] proves a secret the way the application itself will use it. The services live where
//! [`Cloud`] says. What each call sends and what it may answer comes from Microsoft's documentation; where a fact is unsure, its
//! comment says so and the code survives being wrong.

pub mod aadsts;
pub mod application;
pub mod client_credentials;
pub mod cloud;
pub mod discovery;
pub mod error;
mod graph;
pub mod id_token;
pub mod organization;
mod owner;
pub mod password;
pub mod policy;
pub mod portal;
mod redirects;
pub mod service_principal;
pub mod sign_in;
pub mod user;

pub use aadsts::Cause;
pub use application::{Application, ApplicationChanges, NewApplication};
pub use client_credentials::{ProofFailure, Resource, TokenPath, prove};
pub use cloud::Cloud;
pub use discovery::Tenant;
pub use error::{EntraError, GraphError, PolicyRefusal};
pub use graph::Graph;
pub use id_token::Account;
pub use organization::Organization;
pub use password::{NewPassword, PasswordCredential};
pub use policy::{READ_POLICIES, SecretPolicy};
pub use service_principal::ServicePrincipal;
pub use sign_in::{BrowserSignIn, DeviceSignIn, Session, SignIn, SigningClient};
pub use user::User;
