//! The real window, driven as a person would: WebKitWebDriver, a display, a session bus and a keyring of its own.
//!
//! `./dev test` makes that surrounding and runs these; by hand: `./dev test --window [name of a test]`. Every screen that a test
//! looks at is left as `target/screens/<name>.png`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// What a person can do on a page is written once, whether or not a test does all of it yet.
#![allow(dead_code)]

mod browser;
mod driver;
mod hand;
mod home;
mod keyboard;
mod liaison;
mod page;
mod target;

mod accepting;
mod accessible;
mod beside_the_command_line;
mod both_services;
mod documents;
mod installed;
mod languages;
mod opens;
mod registration;
mod renewal;
mod whole_guide;
