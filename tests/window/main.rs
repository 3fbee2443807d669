//! The real window, driven as a person would: WebKitWebDriver, a display, a session bus and a keyring of its own.
//!
//! `./dev test` makes that surrounding and runs these; by hand: `./dev test --window [name of a test]`. Every screen that a test
//! looks at is left as `target/screens/<name>.png`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// What a person can do on a page is written once, whether or not a test does all of it yet.
#![allow(dead_code)]

mod browser;
mod clipboard;
mod colleague;
mod driver;
mod hand;
mod home;
mod keyboard;
mod liaison;
mod notice;
mod page;
/// Practice as a process of its own.
#[path = "../scenarios/harness/practice.rs"]
mod served;
mod target;

mod accepting;
mod accessible;
mod adoption;
mod beside_the_command_line;
mod both_services;
mod documents;
mod evidence;
mod expiry;
mod handover;
mod installed;
mod languages;
mod nowhere_else;
mod opens;
mod registration;
mod renewal;
mod runs;
mod secrets_and_seats;
mod sizes;
#[cfg(feature = "updater")]
mod updates;
mod vault;
mod whole_guide;

/// A program of this workspace, for [`served`].
fn program(name: &str) -> std::path::PathBuf {
    target::programs().join(name)
}
