//! The one way in for every door: a function a request, plain views out.
//!
//! A door makes an [`App`], calls its functions (the command line) or hands it [`Request`]s (the window), and turns the ids in views
//! and [`Problem`]s into words. Everything that happens meanwhile comes as numbered [`event`]s.

mod app;
mod browser;
mod by_hand;
mod clipboard;
mod desk;
mod dispatch;
mod doctor;
mod downloads;
pub mod event;
mod folders;
mod guides;
mod hub;
mod log;
mod people;
pub mod practice;
mod report;
pub mod request;
mod runs;
mod session;
mod settings;
mod setups;
mod show;
mod sign_in;
mod support;
mod system;
pub mod view;

pub use app::{App, Options};
pub use request::Request;
pub use secrecy::SecretString;
pub use setup::{
    Change, Problem, Verb, answers::is_plain, guide::Guide, ports as progress, problem, problem::Result,
};
pub use setups::{CloudChoice, NewSetup};
pub use sign_in::known_codes;
pub use vault::new_identity_file;

use std::collections::BTreeMap;

/// The words of every built-in guide: language to Fluent source.
pub fn guides_words() -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for told in guides::Guides::built_in().iter().flat_map(guides::Guides::iter) {
        for (language, text) in &told.words {
            all.entry(language.clone()).or_default().push_str(text);
        }
    }
    all
}
