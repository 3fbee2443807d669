//! Newer versions of Liaison: looked for, proven and put in place, each only after a person said so.
//!
//! Only builds that were given a public key have it (feature `updater` of the window). What can be got is said by a list,
//! `updates.json`, that is signed with minisign as a whole. So the signature covers the version, and of each file its name, length and
//! digest: whoever sits between cannot announce an older build as a newer one, nor put an older file under a newer version.
//! A list that is older than what runs is a genuine list of the past, and offers nothing.
//!
//! What remains to such a person is to show yesterday's list for ever: then no newer version is heard of.

mod error;
mod installation;
mod list;
mod release;
mod run;

pub use error::UpdateError;
pub use installation::{Installation, Outcome};
pub use list::Offer;
pub use release::Source;
pub use run::{Person, run};
pub use semver::Version;
