//! Builds views from a setup's record. Pure: nothing is read or asked here.

mod setup;
mod step;

pub use setup::{count, open_by_hand};
pub use step::{asked, whole};

use ::setup::{Guide, Kinds, Record};

/// What every view of a setup is made from.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    pub guide: &'a Guide,
    pub kinds: &'a Kinds,
    pub record: &'a Record,
}
