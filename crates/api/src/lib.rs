//! The one way in for every door: a function a request, plain views out.
//!
//! A door makes an [`App`], calls its functions (the command line) or hands it [`Request`]s (the window), and turns the ids in views
//! and [`Problem`]s into words. Everything that happens meanwhile comes as numbered [`event`]s.

mod adoption;
mod app;
mod approval;
mod browser;
mod by_hand;
mod clipboard;
mod desk;
mod dispatch;
mod doctor;
mod downloads;
pub mod event;
mod evidence;
mod expiry;
mod folders;
mod guides;
mod handover;
mod hub;
mod kept;
mod left;
mod log;
mod network;
mod people;
pub mod practice;
mod qr;
mod reminder;
mod renewal;
mod report;
pub mod request;
mod requests;
mod runs;
mod schedule;
mod session;
mod settings;
mod setups;
mod sheet;
mod show;
mod sign_in;
mod support;
mod system;
mod times;
mod updates;
pub mod view;
mod watch;

pub use app::{App, Options};
pub use evidence::Part;
pub use handover::FromFile;
pub use request::Request;
pub use secrecy::SecretString;
pub use setup::{
    Change, Problem, Verb, answers::is_plain, guide::Guide, plan::Purpose, ports as progress, problem,
    problem::Result, renewal::Use,
};
pub use setups::{CloudChoice, NewSetup};
pub use sign_in::{SignedIn, known_codes};
pub use times::{local, local_text};
pub use vault::new_identity_file;

use std::collections::BTreeMap;

/// The words of every guide that is here: language to Fluent source. A guide that cannot be read is left out; [`App::start`] says so.
pub fn guides_words() -> BTreeMap<String, String> {
    let mut guides = guides::Guides::built_in().unwrap_or_default();
    for folder in app::guide_folders() {
        let _ = guides.add_folder(&folder);
    }
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for told in guides.iter() {
        for (language, text) in &told.words {
            all.entry(language.clone()).or_default().push_str(text);
        }
    }
    all
}

/// The language that was chosen in Settings, or the system's. Nothing is made for asking; settings that cannot be read choose none.
pub fn language() -> String {
    let settings = folders::Folders::named().and_then(|folders| settings::load(&folders.settings()));
    settings.unwrap_or_default().spoken()
}
