//! Practice: Entra, Microsoft Graph, a ServiceNow instance and their portals, simulated over real HTTP on loopback.
//!
//! Newcomers run it first and tests run against it. It shares no code with Liaison's clients, so that a mistake in a
//! client cannot be mirrored by what tests it. Every service sits at the root of its own port on 127.0.0.1; a request that
//! is not simulated is answered 501 with its name, never guessed at.
//!
//! One value's way through the crate: [`Practice::start`] takes up or makes a [`world`](world::World), binds one
//! [`site`] per service, and each request passes the site (guard, log, faults) into the service's router, which reads and
//! changes the world under its lock; the site saves the world before it sends the answer.

// An early answer is an axum response: made once per request, never passed up a deep stack.
#![allow(clippy::result_large_err)]

mod admin_center;
mod announcement;
mod app;
mod clock;
mod control;
mod entra;
mod entra_portal;
mod faults;
mod graph;
mod home;
mod instance;
mod page;
mod practice;
mod random;
mod refusal;
mod scenes;
pub mod serve;
mod site;
mod test_setup;
mod tls;
mod traffic;
mod urls;
mod wizard;
mod world;

pub use announcement::{Account, Announcement, Cloud};
pub use instance::situation::{Front, Situation};
pub use practice::{Error, Options, Practice, Tls};
pub use scenes::{EntraScene, SCENES, Scene};
