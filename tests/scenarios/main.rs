//! Whole setups through the command line, against practice in a process of its own: the product as people get it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// What can be done to practice and to the command line is written once, whether or not a test does all of it yet.
#![allow(dead_code)]

/// The browser that practice's own tests use: it keeps cookies and submits forms.
#[path = "../../crates/practice/tests/browser/mod.rs"]
mod browser;
mod harness;

mod application;
mod approval;
mod bad_input;
mod encrypted;
mod every_scene;
mod evidence;
mod expiry;
mod foreign_client;
mod handover;
mod handover_refused;
mod instances;
mod keychain;
mod kills;
mod languages;
mod microsoft;
mod microsoft_errors;
mod microsoft_sign_in;
mod one_connection;
mod other_guide;
mod people;
mod registration;
mod registry;
mod renewal;
mod scenes;
mod seat_page;
mod sign_in;
mod vault;
mod whole;
